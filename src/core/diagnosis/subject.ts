/** What every check looks at: one entry, read once. */
import { type Answer, answerOf } from '../apple/answers.ts';
import { type Endpoint, type EndpointGroup, endpointOf, queryOf } from '../apple/endpoints.ts';
import { type Entry, header, headerField } from '../entry.ts';
import { type Bearer, readBearer } from '../token/bearer.ts';
import { readToken, type Token } from '../token/token.ts';
import { type AppleClock, appleClock, UNKNOWN_CLOCK } from './clock.ts';
import { type LogFacts, NO_LOG } from './log-facts.ts';

/** Where a request carried its token. */
export type Carrier = 'authorization' | 'token-parameter' | 'access-token-header';

export interface Subject {
  readonly entry: Entry;
  readonly endpoint: Endpoint;
  /** Where the judged token stood; null where the request carried none. */
  readonly carrier: Carrier | null;
  readonly bearer: Bearer | null;
  /** The token by which Apple decides; null where there is none to read. */
  readonly token: Token | null;
  /** The access token that MapKit JS sends beside the auth token when it refreshes (X-Maps-Access-Token). */
  readonly companion: Token | null;
  /** The kind by which the token is judged: its own, or where it does not say, the one that the endpoint takes. */
  readonly role: 'auth' | 'access' | null;
  readonly clock: AppleClock;
  /** The moment of use on Apple's clock, seconds since 1970. */
  readonly usedAt: number;
  /** The origin of the page that sent the request; null where the request names none, the text `null` for an opaque one. */
  readonly origin: string | null;
  readonly answer: Answer;
  /** What earlier entries of the log tell. */
  readonly log: LogFacts;
  /** Whether the signature fits a key that the user gave for this `kid`. */
  readonly signature: SignatureState;
  /** False for a request that is only planned. */
  readonly sent: boolean;
}

export type SignatureState = 'unchecked' | 'fits' | 'differs';

/** Distinct tokens are few and entries many, so the caller keeps what was read (`TokenReader`). */
export type TokenReader = (raw: string, length: number) => Token;

export function subjectOf(entry: Entry, read: TokenReader = readToken, sent = true): Subject {
  const endpoint = endpointOf(entry.url);
  const carried = carriedBy(entry, endpoint);
  const token =
    carried !== null && carried.bearer.token !== ''
      ? read(carried.bearer.token, carried.bearer.token.length + carried.cut)
      : null;
  const companion = headerField(entry.requestHeaders, 'x-maps-access-token');
  const clock = CACHED.has(endpoint.group) ? UNKNOWN_CLOCK : appleClock(entry);
  return {
    entry,
    endpoint,
    carrier: carried?.carrier ?? null,
    bearer: carried?.bearer ?? null,
    token,
    companion: companion === null ? null : companionOf(companion[1], read),
    role: roleOf(token, endpoint),
    clock,
    usedAt: entry.startedAt / 1000 + clock.skew,
    origin: originOf(entry),
    answer: answerOf(entry),
    log: NO_LOG,
    signature: 'unchecked',
    sent,
  };
}

/** Answers that may come from a cache, which keeps the Date of the day on which it was filled. */
const CACHED: ReadonlySet<EndpointGroup> = new Set(['tile', 'asset', 'other']);

interface Carried {
  readonly carrier: Carrier;
  readonly bearer: Bearer;
  /** UTF-16 units that the recorder cut off. */
  readonly cut: number;
}

function carriedBy(entry: Entry, endpoint: Endpoint): Carried | null {
  const authorization = headerField(entry.requestHeaders, 'authorization');
  if (authorization !== null) {
    const [, value, fullLength = value.length] = authorization;
    return { carrier: 'authorization', bearer: readBearer(value), cut: fullLength - value.length };
  }
  if (endpoint.needs === 'auth' && endpoint.group === 'other') {
    const parameter = queryOf(entry.url).find(([name]) => name === 'token');
    if (parameter !== undefined) {
      return { carrier: 'token-parameter', bearer: { token: parameter[1], fault: null }, cut: 0 };
    }
  }
  return null;
}

function companionOf(value: string, read: TokenReader): Token | null {
  const { token } = readBearer(value);
  return token === '' ? null : read(token, token.length);
}

/** Some tools and some contexts leave the Origin header out; the preflight and the referrer still tell it. */
function originOf(entry: Entry): string | null {
  const origin = header(entry.requestHeaders, 'origin');
  if (origin !== null) return origin;
  const referrer = entry.preflight === null ? null : header(entry.requestHeaders, 'referer');
  return referrer === null ? null : (/^https?:\/\/[^/?#]+/i.exec(referrer)?.[0] ?? null);
}

function roleOf(token: Token | null, endpoint: Endpoint): 'auth' | 'access' | null {
  // What is encrypted is neither, and its header speaks of other things.
  if (token === null || token.form === 'jwe') return null;
  if (token.kind !== 'unknown') return token.kind;
  return endpoint.needs === 'auth' || endpoint.needs === 'access' ? endpoint.needs : null;
}
