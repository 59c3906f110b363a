/**
 * What the log knows that one entry does not: who issued a token, what Apple accepted before, what is a repetition.
 * Entries are added in the order in which they ended. Every question is answered by a look-up, so judging an entry
 * costs the same in a long log as in a short one.
 */
import { issuedTokens } from '../apple/issued-tokens.ts';
import { lifetimeOf } from '../token/lifetime.ts';
import { isTenCharacterId, own } from '../token/token.ts';
import type { Subject } from './subject.ts';

/** An earlier entry that counts as evidence. `at` is in seconds since 1970, on Apple's clock. */
export interface Earlier {
  readonly entryId: string;
  readonly at: number;
}

export interface LogFacts {
  /** The answer that issued this request's token. */
  readonly issuer: (Earlier & { readonly endpoint: 'token' | 'bootstrap' }) | null;
  /** Apple accepted this very token. */
  readonly accepted: (Earlier & { readonly origin: string | null }) | null;
  /** Apple accepted another token with the same `kid` and `iss`. */
  readonly keyAccepted: Earlier | null;
  /** Team IDs that Apple named, in answers and in the access tokens that it issued. */
  readonly teams: ReadonlySet<string>;
  /** Key IDs of auth tokens that Apple accepted. */
  readonly keys: ReadonlySet<string>;
  /** The newest exchange or bootstrap that gave a token. */
  readonly lastIssue:
    | (Earlier & { readonly endpoint: 'token' | 'bootstrap'; readonly token: string; readonly team: unknown })
    | null;
  /** The same auth token was exchanged, and its access token is good until then (seconds). */
  readonly lastExchange: (Earlier & { readonly goodUntil: number }) | null;
  /** The first request of the failure that this one repeats within the time of MapKit JS's own retries. */
  readonly incident: (Earlier & { readonly nth: number }) | null;
  /** 429 answers to the same endpoint within the last ten seconds. */
  readonly recentQuotaAnswers: number;
  /** For MapKit JS's script: seconds that the log goes on after it without a bootstrap; null where one followed. */
  readonly quietSince: number | null;
}

export const NO_LOG: LogFacts = {
  issuer: null,
  accepted: null,
  keyAccepted: null,
  teams: new Set(),
  keys: new Set(),
  lastIssue: null,
  lastExchange: null,
  incident: null,
  recentQuotaAnswers: 0,
  quietSince: null,
};

/** MapKit JS sends a failed bootstrap three times within about 150 ms; slow answers stretch that. */
const RETRY_SECONDS = 3;
const QUOTA_SECONDS = 10;

export interface LogIndex {
  readonly factsFor: (subject: Subject) => LogFacts;
  readonly add: (subject: Subject) => void;
  /** The log went on at least until then (seconds), whatever it was that happened. */
  readonly passTime: (at: number) => void;
}

export function createLogIndex(): LogIndex {
  const issuers = new Map<string, NonNullable<LogFacts['issuer']>>();
  const accepted = new Map<string, NonNullable<LogFacts['accepted']>>();
  const keysAccepted = new Map<string, Earlier>();
  const exchanges = new Map<string, NonNullable<LogFacts['lastExchange']>>();
  const incidents = new Map<string, { readonly first: Earlier; last: number; count: number }>();
  const quotaAnswers = new Map<string, number[]>();
  const teams = new Set<string>();
  const keys = new Set<string>();
  let lastIssue: LogFacts['lastIssue'] = null;
  let lastBootstrap = Number.NEGATIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;

  function factsFor(subject: Subject): LogFacts {
    const { token, usedAt, endpoint } = subject;
    const raw = token?.raw ?? '';
    const incident = incidents.get(failureKey(subject));
    return {
      issuer: issuers.get(raw) ?? null,
      accepted: accepted.get(raw) ?? null,
      keyAccepted: keysAccepted.get(keyName(subject)) ?? null,
      teams,
      keys,
      lastIssue,
      lastExchange: exchanges.get(raw) ?? null,
      incident:
        incident !== undefined && isFailure(subject) && usedAt - incident.last <= RETRY_SECONDS
          ? { ...incident.first, nth: incident.count + 1 }
          : null,
      recentQuotaAnswers: (quotaAnswers.get(endpoint.path) ?? []).filter(
        (at) => usedAt - at <= QUOTA_SECONDS && at <= usedAt,
      ).length,
      quietSince: endpoint.id === 'script' && lastBootstrap < usedAt ? newest - usedAt : null,
    };
  }

  function add(subject: Subject): void {
    const { entry, token, usedAt, endpoint, origin } = subject;
    const earlier: Earlier = { entryId: entry.id, at: usedAt };
    passTime(usedAt);
    if (endpoint.id === 'bootstrap') lastBootstrap = Math.max(lastBootstrap, usedAt);
    const team = token?.kind === 'access' ? own(token.payload, 'tid') : undefined;
    if (isTenCharacterId(team)) teams.add(team);
    if (entry.status === 429) remember(quotaAnswers, endpoint.path, usedAt);
    if (isFailure(subject)) noteFailure(subject, earlier);
    if (entry.status < 200 || entry.status >= 300 || token === null) return;
    accepted.set(token.raw, { ...earlier, origin });
    const kid = own(token.header, 'kid');
    if (token.kind === 'auth' && typeof kid === 'string') {
      keys.add(kid);
      keysAccepted.set(keyName(subject), earlier);
    }
    const endpointId = endpoint.id === 'token' || endpoint.id === 'bootstrap' ? endpoint.id : null;
    if (endpointId === null) return;
    const issued = issuedTokens(subject);
    for (const team of issued.teams) teams.add(team);
    if (issued.token === null) return;
    issuers.set(issued.token.raw, { ...earlier, endpoint: endpointId });
    lastIssue = {
      ...earlier,
      endpoint: endpointId,
      token: issued.token.raw,
      team: own(issued.token.payload, 'tid'),
    };
    const { until } = lifetimeOf(issued.token);
    if (endpointId === 'token' && until !== null) exchanges.set(token.raw, { ...earlier, goodUntil: until });
  }

  function noteFailure(subject: Subject, earlier: Earlier): void {
    const key = failureKey(subject);
    const known = incidents.get(key);
    if (known === undefined || earlier.at - known.last > RETRY_SECONDS) {
      incidents.set(key, { first: earlier, last: earlier.at, count: 1 });
    } else {
      known.last = earlier.at;
      known.count++;
    }
  }

  function passTime(at: number): void {
    if (at > newest) newest = at;
  }

  return { factsFor, add, passTime };
}

function isFailure({ entry }: Subject): boolean {
  return entry.status >= 400;
}

function failureKey({ entry, token, endpoint }: Subject): string {
  return `${endpoint.id} ${entry.status} ${token?.raw ?? ''}`;
}

function keyName({ token }: Subject): string {
  return `${String(own(token?.header ?? null, 'kid'))} ${String(own(token?.payload ?? null, 'iss'))}`;
}

/** Only the newest few can lie within the time that counts. */
const REMEMBERED = 50;

function remember(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key) ?? [];
  list.push(at);
  if (list.length > REMEMBERED) list.shift();
  map.set(key, list);
}
