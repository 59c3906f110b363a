import { expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const iatMissing: Check = {
  id: 'iat-missing',
  step: 'time',
  run({ token, role }) {
    if (role !== 'auth' || token === null || token.payload === null) return null;
    if (own(token.payload, 'iat') !== undefined) return null;
    return fault({ evidence: [expected(message('evidence_iat')), foundValue(message('evidence_nothing'))] });
  },
};
