import { count, expected, fault, foundValue } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const signatureMissing: Check = {
  id: 'signature-missing',
  step: 'shape',
  run({ token }) {
    if (token?.form !== 'jws' || token.signature?.length !== 0) return null;
    return fault({
      evidence: [expected(count(64), 'evidence_bytes'), foundValue(count(0), 'evidence_bytes')],
    });
  },
};
