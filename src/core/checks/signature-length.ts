import { count, expected, fault, foundValue } from '../diagnosis/finding.ts';
import { isDerSignature, SIGNATURE_BYTES } from '../token/signature-form.ts';
import type { Check } from './check.ts';

export const signatureLength: Check = {
  id: 'signature-length',
  step: 'shape',
  run({ token, role }) {
    const signature = token?.signature;
    if (token?.form !== 'jws' || role === null || signature === null || signature === undefined) return null;
    if (signature.length === 0 || signature.length === SIGNATURE_BYTES || isDerSignature(signature))
      return null;
    return fault({
      evidence: [
        expected(count(SIGNATURE_BYTES), 'evidence_bytes'),
        foundValue(count(signature.length), 'evidence_bytes'),
      ],
      values: { bytes: count(signature.length) },
    });
  },
};
