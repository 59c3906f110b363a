import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { isTenCharacterId, own } from '../token/token.ts';
import type { Check } from './check.ts';

export const issForm: Check = {
  id: 'iss-form',
  step: 'names',
  mayExplain: true,
  run({ token, role }) {
    if (role !== 'auth' || token === null) return null;
    const iss = own(token.payload, 'iss');
    if (iss === undefined || isTenCharacterId(iss)) return null;
    return warning({
      certainty: 'likely',
      evidence: [expected(message('evidence_ten_characters')), foundValue(code(iss), 'evidence_iss')],
      values: { iss: code(iss) },
    });
  },
};
