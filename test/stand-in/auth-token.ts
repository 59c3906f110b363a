import { compactVerify } from 'jose';
import { memberNames } from './authorization.ts';
import { decodeObject } from './encoding.ts';
import { originCovers } from './origin.ts';
import type { TeamKey } from './team-key.ts';
import { nowSeconds, type World } from './world.ts';

/** The products that an auth token's `scope` can name and that the stand-in serves. */
export type Product = 'mapkit_js' | 'server_api';

export type AuthVerdict =
  | { readonly kind: 'accepted'; readonly key: TeamKey }
  | { readonly kind: 'origin-differs'; readonly expected: string; readonly actual: string }
  | { readonly kind: 'refused' };

const REFUSED: AuthVerdict = { kind: 'refused' };

/** A clock running ahead by as much is forgiven; Apple's own tolerance is unknown. */
const TOLERANCE_SECONDS = 60;

/**
 * Judges an auth token as Apple would: signature and key first, then times and scope, then the page's origin.
 *
 * @param token three base64url segments
 * @param origin the request's `Origin` header; without one the claim is not compared
 */
export async function judgeAuthToken(
  world: World,
  token: string,
  product: Product,
  origin: string | undefined,
): Promise<AuthVerdict> {
  const [headerText = '', payloadText = ''] = token.split('.');
  const header = decodeObject(headerText);
  const claims = decodeObject(payloadText);
  if (!header || !claims || hasRepeats(headerText)) return REFUSED;
  const key = world.keys.find(({ kid, team }) => kid === header.kid && team === claims.iss);
  if (!key || key.revoked || !key.mapkitJs || !(await isSigned(token, key))) return REFUSED;
  if (!timesHold(claims, nowSeconds(world)) || !scopeHolds(claims.scope, product)) return REFUSED;
  const expected = claims.origin;
  if (origin === undefined || expected === undefined) return { kind: 'accepted', key };
  if (originCovers(String(expected), origin)) return { kind: 'accepted', key };
  return { kind: 'origin-differs', expected: String(expected), actual: origin };
}

async function isSigned(token: string, key: TeamKey): Promise<boolean> {
  try {
    await compactVerify(token, key.publicKey, { algorithms: ['ES256'] });
    return true;
  } catch {
    return false;
  }
}

function hasRepeats(segment: string): boolean {
  const names = memberNames(Buffer.from(segment, 'base64url').toString('utf8'));
  return new Set(names).size < names.length;
}

function timesHold(claims: Record<string, unknown>, now: number): boolean {
  const iat = seconds(claims.iat);
  if (iat === undefined || iat > now + TOLERANCE_SECONDS) return false;
  // Tokens made in Apple's portal for a domain carry no `exp`.
  if (claims.exp === undefined) return true;
  const exp = seconds(claims.exp);
  return exp !== undefined && exp > iat && exp > now;
}

/** A time claim in seconds, also when written as digits in a string; undefined for milliseconds and anything else. */
function seconds(claim: unknown): number | undefined {
  const value = typeof claim === 'string' && /^\d+$/.test(claim) ? Number(claim) : claim;
  return typeof value === 'number' && value < 1e11 ? value : undefined;
}

function scopeHolds(scope: unknown, product: Product): boolean {
  return scope === undefined || (typeof scope === 'string' && scope.split(' ').includes(product));
}
