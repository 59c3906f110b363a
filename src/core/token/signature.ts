/**
 * Checks the ES256 signature of an auth token with a key that the user gave. A token's own key material (`jwk`, `jku`,
 * `x5c`) is never used.
 */
import { compactVerify, exportJWK, importJWK, importPKCS8, importSPKI, type JWK } from 'jose';
import type { SignatureState } from '../diagnosis/subject.ts';
import { rawSignature } from './signature-form.ts';
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
    if (jwk.kty !== 'EC' || jwk.crv !== 'P-256') return { ok: false, fault: 'not-p256' };
    if (!isMeantForEs256(jwk)) return { ok: false, fault: 'other-use' };
    const { crv, kty, x, y } = jwk;
    const key = await importJWK({ crv, kty, x, y } as JWK, 'ES256');
    if (key instanceof Uint8Array) return { ok: false, fault: 'unreadable' };
    return { ok: true, key: { kid: kid ?? (isTenCharacterId(jwk.kid) ? jwk.kid : null), key } };
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
}

function isMeantForEs256({ alg, use, key_ops: operations }: JWK): boolean {
  const mayCheck =
    operations === undefined || operations.some((name) => name === 'verify' || name === 'sign');
  return (alg === undefined || alg === 'ES256') && (use === undefined || use === 'sig') && mayCheck;
}

async function publicJwk(text: string): Promise<JWK> {
  if (text.startsWith('{')) return JSON.parse(text) as JWK;
  if (text.includes('BEGIN PUBLIC KEY'))
    return exportJWK(await importSPKI(text, 'ES256', { extractable: true }));
  return exportJWK(await importPKCS8(text, 'ES256', { extractable: true }));
}

/**
 * Whether the token was signed with that key (RFC 7515 §5.2, RFC 7518 §3.4). Claims and times are not looked at, nor the
 * form of the signature: one written in DER is another fault, and fits its key.
 */
export async function verifySignature(token: Token, { key }: PublicKey): Promise<boolean> {
  const rewritten = token.signature === null ? null : rawSignature(token.signature);
  const signed = token.raw.slice(0, token.raw.lastIndexOf('.'));
  try {
    await compactVerify(rewritten === null ? token.raw : `${signed}.${rewritten}`, key, {
      algorithms: ['ES256'],
    });
    return true;
  } catch {
    return false;
  }
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
