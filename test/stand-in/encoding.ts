import { createHmac, randomBytes, sign } from 'node:crypto';
import type { TeamKey } from './team-key.ts';

/** The base64url text of bytes or of a UTF-8 string, without padding. */
export function base64url(data: string | Uint8Array): string {
  return Buffer.from(data).toString('base64url');
}

/** The value that a base64url segment of JSON holds; undefined when it is no JSON object. */
export function decodeObject(segment: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** ES256 over `input`: 64 bytes r‖s as JWS has it, or the ASN.1 DER form that many crypto libraries return. */
export function signEs256(input: string, key: TeamKey, form: 'raw' | 'der' = 'raw'): Uint8Array {
  const dsaEncoding = form === 'raw' ? 'ieee-p1363' : 'der';
  return sign('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding });
}

/** HMAC over `input` as HS256, HS384 or HS512 (the number is the hash size in bits). */
export function signHmac(input: string, secret: Uint8Array, bits: 256 | 384 | 512): Uint8Array {
  return createHmac(`sha${bits}`, secret).update(input).digest();
}

/** 64 random bytes: a secret for HS512. */
export function makeSecret(): Uint8Array {
  return randomBytes(64);
}
