import { code, count, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const bearerStrayCharacters: Check = {
  id: 'bearer-stray-characters',
  step: 'bearer',
  run({ bearer }) {
    if (bearer?.fault?.code !== 'stray-characters') return null;
    const { found, offset } = bearer.fault;
    const visible = JSON.stringify(found).slice(1, -1).replaceAll(' ', '␠');
    return fault({
      evidence: [
        expected(message('evidence_token_alone')),
        foundValue(code(visible), offset === 0 ? 'evidence_before_token' : 'evidence_after_token'),
      ],
      values: { characters: code(visible), offset: count(offset) },
    });
  },
};
