import { expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const issMissing: Check = {
  id: 'iss-missing',
  step: 'names',
  run({ token, role }) {
    if (role !== 'auth' || token === null || token.payload === null) return null;
    if (own(token.payload, 'iss') !== undefined) return null;
    return fault({
      evidence: [expected(message('evidence_team_id')), foundValue(message('evidence_nothing'))],
    });
  },
};
