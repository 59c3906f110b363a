/** Preflights belong to the request that they precede; logs tell of them as requests of their own. */
import { type Entry, header, type Preflight } from '../entry.ts';

export function isPreflight(entry: Entry): boolean {
  return entry.method === 'OPTIONS' && header(entry.requestHeaders, 'access-control-request-method') !== null;
}

export function preflightOf({ startedAt, duration, status, responseHeaders }: Entry): Preflight {
  return { startedAt, duration, status, responseHeaders };
}

/** Devtools starts a request's clock a little before or after its preflight's, never seconds apart. */
export function precedes(preflight: Entry, request: Entry): boolean {
  return (
    request.url === preflight.url &&
    request.method !== 'OPTIONS' &&
    request.preflight === null &&
    preflight.startedAt > request.startedAt - 2_000 &&
    preflight.startedAt < request.startedAt + request.duration + 2_000
  );
}
