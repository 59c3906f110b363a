/** The forms in which an ECDSA signature is written. */
import { base64url } from 'jose';

/** r‖s of P-256 (RFC 7518 §3.4); HS512 signatures have the same length. */
export const SIGNATURE_BYTES = 64;

/** An ASN.1 SEQUENCE of two INTEGERs that spans the whole signature: how OpenSSL, Java and PHP write ECDSA unless told otherwise. */
export function isDerSignature(signature: Uint8Array): boolean {
  return signature[0] === 0x30 && signature[1] === signature.length - 2 && signature[2] === 0x02;
}

/** The 64 bytes r‖s of a DER signature; null where it is none of P-256. */
export function derToRaw(signature: Uint8Array): Uint8Array | null {
  if (!isDerSignature(signature)) return null;
  const r = integerAt(signature, 2);
  const s = r === null ? null : integerAt(signature, r.end);
  if (r === null || s === null || s.end !== signature.length) return null;
  const raw = new Uint8Array(SIGNATURE_BYTES);
  raw.set(r.value, 32 - r.value.length);
  raw.set(s.value, 64 - s.value.length);
  return raw;
}

/** The third part of a token as RFC 7518 §3.4 asks for it, from a signature in DER; null where it is none of P-256. */
export function rawSignature(signature: Uint8Array): string | null {
  const raw = derToRaw(signature);
  return raw === null ? null : base64url.encode(raw);
}

/** A positive INTEGER of at most 32 bytes, without the zero byte that keeps its sign. */
function integerAt(
  bytes: Uint8Array,
  at: number,
): { readonly value: Uint8Array; readonly end: number } | null {
  const length = bytes[at + 1] ?? 0;
  const end = at + 2 + length;
  if (bytes[at] !== 0x02 || length === 0 || end > bytes.length) return null;
  const value = bytes.subarray(at + 2, end);
  const trimmed = value[0] === 0 ? value.subarray(1) : value;
  return trimmed.length > 32 ? null : { value: trimmed, end };
}
