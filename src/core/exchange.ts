/**
 * The token exchange: an auth token in, an access token out (`GET /v1/token`).
 * Source: developer.apple.com/documentation/applemapsserverapi, "Generate a Maps access token".
 */
import * as v from 'valibot';
import { appleClock, httpDate } from './diagnosis/clock.ts';
import { type Entry, header } from './entry.ts';
import { lifetimeOf } from './token/lifetime.ts';
import { readToken } from './token/token.ts';

export const EXCHANGE_URL = 'https://maps-api.apple.com/v1/token';

/** The exchange as it will be sent, so that it can be judged before anything leaves this machine. */
export function plannedExchange(authToken: string, now: number): Entry {
  return plannedRequest(EXCHANGE_URL, `Bearer ${authToken}`, now);
}

/** Any request that is only planned, with the value of its Authorization header. */
export function plannedRequest(url: string, authorization: string, now: number): Entry {
  return {
    id: 'planned',
    startedAt: now,
    duration: 0,
    method: 'GET',
    url,
    requestHeaders: [['Authorization', authorization]],
    status: 0,
    statusText: '',
    responseHeaders: [],
    body: { state: 'none' },
    error: '',
    preflight: null,
  };
}

/** Apple's TokenResponse. `expiresInSeconds` is only a hint: the token's own `exp` decides. */
const TokenResponse = v.object({
  accessToken: v.pipe(v.string(), v.minLength(1)),
  expiresInSeconds: v.optional(v.unknown()),
});

export interface Issued {
  readonly accessToken: string;
  /** Milliseconds since 1970 on this machine's clock: when the answer came. */
  readonly issuedAt: number;
  /** Milliseconds since 1970 on this machine's clock, corrected by Apple's; null where nothing tells it. */
  readonly endsAt: number | null;
}

/** The access token of an answered exchange; null where the answer holds none. */
export function issuedBy(entry: Entry): Issued | null {
  if (entry.status !== 200 || entry.body.state !== 'read') return null;
  const answer = v.safeParse(TokenResponse, parse(entry.body.text));
  if (!answer.success) return null;
  const { accessToken, expiresInSeconds } = answer.output;
  const issuedAt = entry.startedAt + entry.duration;
  const { until } = lifetimeOf(readToken(accessToken));
  if (until !== null) return { accessToken, issuedAt, endsAt: (until - appleClock(entry).skew) * 1000 };
  const isLife = typeof expiresInSeconds === 'number' && expiresInSeconds > 0 && expiresInSeconds < 86_400;
  return { accessToken, issuedAt, endsAt: isLife ? issuedAt + expiresInSeconds * 1000 : null };
}

const HOLD_UNNAMED = 30_000;
const HOLD_LONGEST = 15 * 60_000;

/**
 * Until when a 429 asks to be left alone, in milliseconds since 1970 on this machine's clock; null for other answers.
 * Retry-After is seconds or an HTTP-date (RFC 9110 §10.2.3); what is neither counts as not named.
 */
export function heldUntil(entry: Entry): number | null {
  if (entry.status !== 429) return null;
  const answeredAt = entry.startedAt + entry.duration;
  const value = header(entry.responseHeaders, 'retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : httpDate(value) - (answeredAt + appleClock(entry).skew * 1000);
  return answeredAt + (Number.isNaN(wait) ? HOLD_UNNAMED : Math.min(Math.max(wait, 0), HOLD_LONGEST));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
