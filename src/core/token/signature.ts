/**
 * Checks the ES256 signature of an auth token with a key that the user gave. A token's own key material (`jwk`, `jku`,
 * `x5c`) is never used.
 */
import type { SignatureState } from '../diagnosis/subject.ts';
import { derToRaw } from './signature-form.ts';
import { isTenCharacterId, own, type Token } from './token.ts';

export interface PublicKey {
  /** The key ID that came with the key; null where it is not known and the key may fit any `kid`. */
  readonly kid: string | null;
  readonly key: CryptoKey;
}

export type KeyFault =
  | 'empty'
  /** SEC1 (`BEGIN EC PRIVATE KEY`): right key, other wrapping. */
  | 'sec1'
  | 'encrypted'
  | 'certificate'
  | 'not-p256'
  /** A JWK whose `alg`, `use` or `key_ops` say that it is not for ES256 signatures (RFC 7517 §4). */
  | 'other-use'
  | 'unreadable';

export type KeyReading =
  | { readonly ok: true; readonly key: PublicKey }
  | { readonly ok: false; readonly fault: KeyFault };

/** @param text a PEM public key, a `.p8` (its private part is dropped at once) or a JWK */
export async function readPublicKey(text: string, kid: string | null = null): Promise<KeyReading> {
  const tidy = text.trim();
  if (tidy === '') return { ok: false, fault: 'empty' };
  if (tidy.includes('BEGIN EC PRIVATE KEY')) return { ok: false, fault: 'sec1' };
  if (tidy.includes('BEGIN ENCRYPTED')) return { ok: false, fault: 'encrypted' };
  if (tidy.includes('BEGIN CERTIFICATE')) return { ok: false, fault: 'certificate' };
  try {
    const jwk = await publicJwk(tidy);
    if (jwk?.kty !== 'EC' || jwk.crv !== 'P-256') return { ok: false, fault: 'not-p256' };
    if (!isMeantForEs256(jwk)) return { ok: false, fault: 'other-use' };
    const { crv, kty, x = '', y = '' } = jwk;
    const key = await crypto.subtle.importKey('jwk', { crv, kty, x, y }, P256, true, ['verify']);
    return { ok: true, key: { kid: kid ?? (isTenCharacterId(jwk.kid) ? jwk.kid : null), key } };
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

interface Jwk extends JsonWebKey {
  readonly kid?: unknown;
}

function isMeantForEs256({ alg, use, key_ops: operations }: Jwk): boolean {
  const mayCheck =
    operations === undefined || operations.some((name) => name === 'verify' || name === 'sign');
  return (alg === undefined || alg === 'ES256') && (use === undefined || use === 'sig') && mayCheck;
}

/** Null for a key of another curve or algorithm. */
async function publicJwk(text: string): Promise<Jwk | null> {
  if (text.startsWith('{')) return JSON.parse(text) as Jwk;
  const der = bytesOfPem(text);
  if (isWhole(der) && !namesP256(der)) return null;
  const isPublic = text.includes('BEGIN PUBLIC KEY');
  const key = await crypto.subtle.importKey(isPublic ? 'spki' : 'pkcs8', der, P256, true, [
    isPublic ? 'verify' : 'sign',
  ]);
  return crypto.subtle.exportKey('jwk', key);
}

/** RFC 7468. */
function bytesOfPem(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replace(/-----[A-Z ]+-----|\s/g, '');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Whether nothing of the outermost SEQUENCE is cut off: its length counts what follows, in one, two or three bytes. */
function isWhole(der: Uint8Array): boolean {
  const [tag, first = 0, second = 0, third = 0] = der;
  if (tag !== 0x30) return false;
  if (first === 0x81) return der.length === second + 3;
  return der.length === (first === 0x82 ? second * 256 + third + 4 : first + 2);
}

/** The object identifier of the curve, in DER (RFC 5480 §2.1.1.1): 1.2.840.10045.3.1.7. */
const P256_IDENTIFIER = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07].join();

function namesP256(der: Uint8Array): boolean {
  return `,${der.join()},`.includes(`,${P256_IDENTIFIER},`);
}

/**
 * Whether the token was signed with that key (RFC 7515 §5.2, RFC 7518 §3.4). Claims and times are not looked at, nor the
 * form of the signature: one written in DER is another fault, and fits its key.
 */
export async function verifySignature(token: Token, { key }: PublicKey): Promise<boolean> {
  const { header, signature, raw } = token;
  if (own(header, 'alg') !== 'ES256' || signature === null) return false;
  const bytes = Uint8Array.from(derToRaw(signature) ?? signature);
  const signed = new TextEncoder().encode(raw.slice(0, raw.lastIndexOf('.')));
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, signed);
}

/** Whether a signature can be checked with a key of the user at all: only Apple has the key of an access token. */
export function isCheckable({ form, kind }: Token): boolean {
  return form === 'jws' && kind !== 'access';
}

/** What the keys that the user gave tell of a token's signature. */
export async function checkSignature(token: Token, keys: readonly PublicKey[]): Promise<SignatureState> {
  const kid = own(token.header, 'kid');
  const candidates = keys.filter((key) => key.kid === null || key.kid === kid);
  if (!isCheckable(token) || candidates.length === 0) return 'unchecked';
  for (const key of candidates) if (await verifySignature(token, key)) return 'fits';
  // A key without a name may simply be another one.
  return candidates.some((key) => key.kid !== null) ? 'differs' : 'unchecked';
}
