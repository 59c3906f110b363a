import { code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const headerKidMissing: Check = {
  id: 'header-kid-missing',
  step: 'shape',
  run({ token, role }) {
    if (role !== 'auth' || token === null || token.header === null) return null;
    if (own(token.header, 'kid') !== undefined) return null;
    const misplaced = own(token.payload, 'kid');
    return fault({
      variant: misplaced === undefined ? '' : 'in_payload',
      evidence: [
        expected(code('kid'), 'part_header'),
        misplaced === undefined
          ? foundValue(message('evidence_nothing'))
          : foundValue(code(misplaced), 'part_payload'),
      ],
      values: { kid: code(misplaced) },
    });
  },
};
