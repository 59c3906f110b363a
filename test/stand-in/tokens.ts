import { base64url, makeSecret, signEs256, signHmac } from './encoding.ts';
import type { TeamKey } from './team-key.ts';

export { makeSecret } from './encoding.ts';
export { makeTeamKey, type TeamKey, type TeamKeyOptions, toP8 } from './team-key.ts';

/** Claims laid over the defaults; an explicit `undefined` removes the claim. Times are unix seconds. */
export type AuthClaims = { readonly [claim: string]: unknown } & {
  readonly iss?: unknown;
  readonly iat?: unknown;
  readonly exp?: unknown;
  readonly origin?: unknown;
  readonly scope?: unknown;
};

/** Header members laid over `{alg: 'ES256', kid, typ: 'JWT'}`; an explicit `undefined` removes one. */
export type AuthHeader = { readonly [member: string]: unknown };

/** Departures from a well-formed JWT that claims and header cannot express. */
export type Malformation = {
  /** Multiplies numeric `iat` and `exp` by 1000, as `Date.now()` would. */
  readonly milliseconds?: boolean;
  /** Header members to write twice, e.g. `['kid']`. */
  readonly duplicateHeaderKeys?: readonly string[];
  /** Claims to write twice. */
  readonly duplicateClaims?: readonly string[];
  /** The header's exact text, JSON or not. */
  readonly headerText?: string;
  /** The payload's exact text, JSON or not. */
  readonly payloadText?: string;
  /** `der`: ASN.1; `truncated`: 39 bytes; `none`: an empty segment; a key: that key signs instead; bytes: exactly these. */
  readonly signature?: 'der' | 'truncated' | 'none' | TeamKey | Uint8Array;
  /** Segments appended after the signature. */
  readonly extraSegments?: readonly string[];
  /** Standard base64 with `+`, `/` and `=` instead of base64url; the signature covers the text as written. */
  readonly standardBase64?: boolean;
};

const LIFE_SECONDS = 1800;

/**
 * Signs a Maps auth token with a team's key: ES256, `iss` the team, valid from now for 1800 seconds, no origin, no scope.
 *
 * An `alg` of HS256, HS384 or HS512 in the header is signed with a random secret; any other keeps the ES256 signature.
 */
export function signAuthToken(
  key: TeamKey,
  claims: AuthClaims = {},
  header: AuthHeader = {},
  malformed: Malformation = {},
): string {
  const fullHeader = { alg: 'ES256', kid: key.kid, typ: 'JWT', ...header };
  const payload = inUnit(withTimes({ iss: key.team }, claims), malformed.milliseconds === true);
  const headerText = malformed.headerText ?? jsonWithRepeats(fullHeader, malformed.duplicateHeaderKeys);
  const payloadText = malformed.payloadText ?? jsonWithRepeats(payload, malformed.duplicateClaims);
  const encode = malformed.standardBase64
    ? (data: string | Uint8Array) => Buffer.from(data).toString('base64')
    : base64url;
  const input = `${encode(headerText)}.${encode(payloadText)}`;
  const signature = signatureOf(input, key, fullHeader.alg, malformed.signature);
  return [input, encode(signature), ...(malformed.extraSegments ?? [])].join('.');
}

/** Claims laid over the defaults of an access token; an explicit `undefined` removes the claim. Times are unix seconds. */
export type AccessClaims = AuthClaims & {
  readonly tid?: unknown;
  readonly appid?: unknown;
  readonly iti?: unknown;
  readonly irt?: unknown;
};

/**
 * Signs a Maps access token (HS512) with the claims that Apple's carry.
 *
 * @param secret the stand-in's `accessSecret` for a token that its services accept, or `makeSecret()`
 */
export function signAccessToken(
  secret: Uint8Array,
  claims: AccessClaims = {},
  header: AuthHeader = {},
): string {
  const base = {
    iss: 'mapsapi',
    tid: 'TEAMTEST01',
    appid: 'TEAMTEST01.maps.test.example',
    iti: false,
    irt: false,
  };
  const fullHeader = { typ: 'JWT', alg: 'HS512', ...header };
  const input = `${base64url(JSON.stringify(fullHeader))}.${base64url(JSON.stringify(withTimes(base, claims)))}`;
  return `${input}.${base64url(signHmac(input, secret, 512))}`;
}

/** Adds `iat` (now) and `exp` (`iat` + 1800) unless the claims name them; `origin` and `scope` come last, as in Apple's. */
function withTimes(base: Record<string, unknown>, claims: AuthClaims): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  const iat = typeof claims.iat === 'number' ? claims.iat : now;
  return { ...base, iat, exp: iat + LIFE_SECONDS, ...claims };
}

function inUnit(claims: Record<string, unknown>, milliseconds: boolean): Record<string, unknown> {
  if (!milliseconds) return claims;
  const scale = (value: unknown) => (typeof value === 'number' ? value * 1000 : value);
  return { ...claims, iat: scale(claims.iat), exp: scale(claims.exp) };
}

function jsonWithRepeats(value: Record<string, unknown>, repeats: readonly string[] = []): string {
  const repeated = repeats.map((name) => `,${JSON.stringify(name)}:${JSON.stringify(value[name])}`);
  return `${JSON.stringify(value).slice(0, -1)}${repeated.join('')}}`;
}

function signatureOf(input: string, key: TeamKey, alg: unknown, form: Malformation['signature']): Uint8Array {
  if (form instanceof Uint8Array) return form;
  if (form === 'none') return new Uint8Array();
  if (form === 'der') return signEs256(input, key, 'der');
  if (form === 'truncated') return signEs256(input, key).subarray(0, 39);
  if (form !== undefined) return signEs256(input, form);
  const hmac = /^HS(256|384|512)$/.exec(String(alg));
  return hmac ? signHmac(input, makeSecret(), Number(hmac[1]) as 256 | 384 | 512) : signEs256(input, key);
}
