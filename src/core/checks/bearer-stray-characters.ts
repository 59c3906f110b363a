import { count, expected, fault, foundValue, message, visible } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const bearerStrayCharacters: Check = {
  id: 'bearer-stray-characters',
  step: 'bearer',
  run({ bearer }) {
    if (bearer?.fault?.code !== 'stray-characters') return null;
    const { found, offset } = bearer.fault;
    return fault({
      evidence: [
        expected(message('evidence_token_alone')),
        foundValue(visible(found), offset === 0 ? 'evidence_before_token' : 'evidence_after_token'),
      ],
      values: { characters: visible(found), offset: count(offset) },
    });
  },
};
