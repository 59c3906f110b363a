import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { isTenCharacterId, own } from '../token/token.ts';
import type { Check } from './check.ts';

export const headerKidForm: Check = {
  id: 'header-kid-form',
  step: 'names',
  mayExplain: true,
  run({ token, role }) {
    if (role !== 'auth' || token === null) return null;
    const kid = own(token.header, 'kid');
    if (kid === undefined || isTenCharacterId(kid)) return null;
    return warning({
      certainty: 'likely',
      evidence: [expected(message('evidence_ten_characters')), foundValue(code(kid), 'evidence_kid')],
      values: { kid: code(kid) },
    });
  },
};
