import { count, expected, fault, foundValue } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const tokenNotJwt: Check = {
  id: 'token-not-jwt',
  step: 'shape',
  run({ token }) {
    if (token === null || token.form === 'jws' || token.form === 'oversized') return null;
    return fault({
      variant: token.form.replace('-', '_'),
      evidence: [
        expected(count(3), 'evidence_segments'),
        foundValue(count(token.segmentCount), 'evidence_segments'),
      ],
    });
  },
};
