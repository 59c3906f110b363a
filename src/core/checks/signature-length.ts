import { count, expected, fault, foundValue } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

/** Both of Apple's signatures have 64 bytes: r‖s of P-256 for ES256 (RFC 7518 §3.4), HMAC-SHA-512 for HS512. */
const SIGNATURE_BYTES = 64;

export const signatureLength: Check = {
  id: 'signature-length',
  step: 'shape',
  run({ token, role }) {
    const signature = token?.signature;
    if (token?.form !== 'jws' || role === null || signature === null || signature === undefined) return null;
    if (signature.length === 0 || signature.length === SIGNATURE_BYTES || isDer(signature)) return null;
    return fault({
      evidence: [
        expected(count(SIGNATURE_BYTES), 'evidence_bytes'),
        foundValue(count(signature.length), 'evidence_bytes'),
      ],
      values: { bytes: count(signature.length) },
    });
  },
};

/** An ASN.1 SEQUENCE that spans the whole signature: how OpenSSL, Java and PHP write ECDSA unless told otherwise. */
function isDer(signature: Uint8Array): boolean {
  return signature[0] === 0x30 && signature[1] === signature.length - 2;
}
