/** What the inspected page sends. Every request is real, and devtools tell of each. */
import type { Tab } from '../browser/drivers/driver.ts';
import { type StandIn, signAccessToken, signAuthToken, type TeamKey } from '../stand-in/index.ts';

export interface Tokens {
  readonly access: string;
  readonly auth: string;
}

export function makeTokens(key: TeamKey, standIn: StandIn): Tokens {
  return {
    access: signAccessToken(standIn.accessSecret),
    auth: signAuthToken(key, { origin: 'demo.test' }),
  };
}

/** Makes every geocode answer 2 KB long. */
export function answerAtLength(standIn: StandIn): void {
  const frame = JSON.stringify({ results: [{ name: '' }] }).length;
  const body = { results: [{ name: 'x'.repeat(2_048 - frame) }] };
  standIn.tell({
    match: { path: '/v1/geocode' },
    times: Number.POSITIVE_INFINITY,
    answer: { kind: 'status', status: 200, body },
  });
}

export interface Load {
  /** The number of the first request; each bears its number in its URL, so that no two are the same. */
  readonly first: number;
  readonly count: number;
  /** So many are on their way at a time. */
  readonly parallel?: number;
}

const PARALLEL = 16;

/**
 * Sends requests to Apple's hosts: geocodes with an access token and, each twentieth, a token exchange. Each is
 * preceded by its preflight. Each searches for a word of which every further letter of `zqjx` leaves fewer.
 * @returns Date.now() when the page had read the last answer
 */
export function sendToApple(
  tab: Tab,
  { access, auth }: Tokens,
  { first, count, parallel = PARALLEL }: Load,
): Promise<number> {
  return tab.evaluate(
    async (w, first, count, parallel, access, auth) => {
      let next = first;
      const sendSome = async () => {
        for (let n = next++; n < first + count; n = next++) {
          const isExchange = n % 20 === 19;
          const word = n % 2 === 0 ? 'zqjx' : n % 4 === 1 ? 'zqjw' : n % 8 === 3 ? 'zqw' : 'zw';
          const url = `https://maps-api.apple.com/v1/${isExchange ? 'token' : 'geocode'}?q=${word}-${n}`;
          const headers = { authorization: `Bearer ${isExchange ? auth : access}` };
          await (await w.fetch(url, { headers })).text();
        }
      };
      await Promise.all(Array.from({ length: parallel }, sendSome));
      return Date.now();
    },
    first,
    count,
    parallel,
    access,
    auth,
  );
}

/**
 * Sends requests that have nothing to do with Apple: to the page's own host, or `data:` addresses, which devtools
 * tell of alike and four times as fast.
 */
export function sendElsewhere(
  tab: Tab,
  to: 'own host' | 'data:',
  { first, count, parallel = PARALLEL }: Load,
): Promise<void> {
  return tab.evaluate(
    async (w, base, first, count, parallel) => {
      let next = first;
      const sendSome = async () => {
        for (let n = next++; n < first + count; n = next++) await (await w.fetch(`${base}${n}`)).text();
      };
      await Promise.all(Array.from({ length: parallel }, sendSome));
    },
    to === 'data:' ? 'data:text/plain,' : '/helpers.js?',
    first,
    count,
    parallel,
  );
}
