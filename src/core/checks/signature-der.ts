import { count, expected, foundValue, warning } from '../diagnosis/finding.ts';
import { isDerSignature } from '../token/signature-form.ts';
import type { Check } from './check.ts';

export const signatureDer: Check = {
  id: 'signature-der',
  step: 'shape',
  mayExplain: true,
  run({ token }) {
    const signature = token?.signature;
    if (token?.form !== 'jws' || signature === null || signature === undefined || !isDerSignature(signature))
      return null;
    return warning({
      certainty: 'possible',
      evidence: [
        expected(count(64), 'evidence_bytes_r_s'),
        foundValue(count(signature.length), 'evidence_bytes_der'),
      ],
      values: { bytes: count(signature.length) },
    });
  },
};
