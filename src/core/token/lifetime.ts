/** When a token is good. All times are seconds since 1970 (NumericDate, RFC 7519 §2). */
import { own, type Token } from './token.ts';

export interface Lifetime {
  /** `iat`, null where it is missing or no time. */
  readonly from: number | null;
  /** `exp`, null where it is missing (legitimate for portal tokens) or no time. */
  readonly until: number | null;
}

/** Above this a NumericDate counts milliseconds: in seconds it would lie after the year 5138. */
export const MILLISECONDS_FROM = 1e11;

export function lifetimeOf(token: Token): Lifetime {
  return { from: secondsOf(own(token.payload, 'iat')), until: secondsOf(own(token.payload, 'exp')) };
}

/** A claim as seconds. Digits in a string are read as a number, as MapKit JS does; milliseconds are no time. */
export function secondsOf(claim: unknown): number | null {
  const value = typeof claim === 'string' && /^\d{1,15}$/.test(claim) ? Number(claim) : claim;
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < MILLISECONDS_FROM
    ? value
    : null;
}

export type LifeState =
  /** Used before `iat`. */
  | 'early'
  /** Within its life. */
  | 'good'
  /** Used at or after `exp`. */
  | 'ended'
  /** No `exp`: never ends by itself. */
  | 'open'
  /** Neither time can be read. */
  | 'unknown';

export function lifeState({ from, until }: Lifetime, at: number): LifeState {
  if (until !== null && at >= until) return 'ended';
  if (from !== null && at < from) return 'early';
  if (until !== null) return 'good';
  return from !== null ? 'open' : 'unknown';
}

/** How far into its life a moment falls, 0 at `iat` to 1 at `exp`; 0 where the life has no two ends. */
export function lifeShare({ from, until }: Lifetime, at: number): number {
  if (from === null || until === null || until <= from) return 0;
  return Math.min(1, Math.max(0, (at - from) / (until - from)));
}
