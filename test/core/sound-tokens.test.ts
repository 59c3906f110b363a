/** The second duty of a diagnosis: silence on tokens that are sound. */
import { describe, expect, test } from 'vitest';
import {
  asked,
  BOOTSTRAP,
  dateHeader,
  EMBED,
  EXCHANGE,
  entryOf,
  GEOCODE,
  json,
  MAPKIT_SEARCH,
  refused,
} from '../fixtures/entries.ts';
import { findingsOf, judge } from '../fixtures/judge.ts';
import {
  accessToken,
  authToken,
  type Claims,
  compact,
  KEY,
  signature,
  signedAuthToken,
  T,
  TEAM,
} from '../fixtures/tokens.ts';

const WEEK = 7 * 86_400;
const PORTAL = { kid: KEY, typ: 'JWT', alg: 'ES256' };
const portal = (claims: Claims) => compact(PORTAL, { iss: TEAM, iat: T - 3600, ...claims });

const AUTH_TOKENS: [string, string][] = [
  ['of the portal, 2024, for seven days', portal({ exp: T + WEEK })],
  ['of the portal, 2024, bound to a domain', portal({ origin: '*.example.com', exp: T + 30 * 86_400 })],
  ['of the portal, 2025, without an end', portal({ origin: '*.example.com' })],
  [
    'of the portal, 2026, with a scope and without an end',
    portal({ origin: 'example.com', scope: 'mapkit_js' }),
  ],
  ['of the portal, 2026, unrestricted', portal({ scope: 'mapkit_js', exp: T + WEEK + 3600 })],
  [
    'of the portal, 2026, with domain, scope and end',
    portal({ origin: '*.example.com', scope: 'mapkit_js', exp: T + 90 * 86_400 }),
  ],
  ['of the portal, for localhost', portal({ origin: 'localhost', scope: 'mapkit_js' })],
  [
    'of the portal, for several sites',
    portal({ origin: 'example.com,*.example.com', scope: 'mapkit_js server_api' }),
  ],
  ['signed by a developer, for half an hour', authToken({ iat: T - 1, exp: T + 1799 })],
  [
    'signed by a developer, for a year',
    compact({ typ: 'JWT', alg: 'ES256', kid: KEY }, { iss: TEAM, iat: T, exp: T + 31_536_000 }),
  ],
  ['signed by a developer, for thirty seconds', authToken({ iat: T, exp: T + 30 })],
  ['with times in fractions', authToken({ iat: T - 0.377, exp: T + 1799.623 })],
  ['with a time rounded up', authToken({ iat: T + 0.5, exp: T + 1800 })],
  ['with a full origin', authToken({ origin: 'https://example.com' })],
  ['with a scope of two words', authToken({ scope: 'server_api mapkit_js', origin: 'example.com' })],
];

const ACCESS_TOKENS: [string, string][] = [
  ['of the exchange', accessToken({ iat: T - 10, exp: T + 1790 })],
  [
    'of bootstrap, with an origin',
    accessToken({ iat: T - 10, exp: T + 1790, origin: 'https://example.com' }),
  ],
  ['of a portal token, whose appid is its description', accessToken({ appid: 'Test Token' })],
  ['in its first second', accessToken({ iat: T, exp: T + 1800 })],
  ['in its last second', accessToken({ iat: T - 1799, exp: T + 1 })],
];

const faultsOf = (entry: Parameters<typeof judge>[0], sent = true) =>
  findingsOf(judge(entry, sent)).filter(({ severity }) => severity === 'fault');

describe.each([
  ['here and at Apple the same', 0, []],
  ['told by no answer', 0, [] as const],
  ['told by Apple to be the same', 0, [dateHeader(0)]],
])('no fault is seen where the clock is %s', (_, __, responseHeaders) => {
  test.each(AUTH_TOKENS)('in an auth token %s', (_, token) => {
    const origin: [string, string] = ['Origin', 'https://example.com'];
    expect(faultsOf(asked(EXCHANGE, token, { body: json({ accessToken: 'x' }), responseHeaders }))).toEqual(
      [],
    );
    const entry = asked(BOOTSTRAP, token, { responseHeaders });
    expect(faultsOf({ ...entry, requestHeaders: [...entry.requestHeaders, origin] })).toEqual([]);
    expect(faultsOf(entryOf({ url: `${EMBED}&token=${token}`, body: { state: 'binary' } }))).toEqual([]);
  });

  test.each(ACCESS_TOKENS)('in an access token %s', (_, token) => {
    expect(faultsOf(asked(GEOCODE, token, { responseHeaders }))).toEqual([]);
    expect(faultsOf(asked(MAPKIT_SEARCH, token, { responseHeaders }))).toEqual([]);
  });
});

describe('a bare refusal of a sound token is laid on the account, never on the token', () => {
  const noScope = AUTH_TOKENS.filter(
    ([says]) => !/scope|localhost|several|domain|origin|2025|2026/.test(says),
  );
  test.each(noScope)('an auth token %s', (_, token) => {
    const { cause, others } = judge(refused(EXCHANGE, token));
    expect(cause?.id).toBe('rejected-well-formed');
    expect(others.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });
  test.each(ACCESS_TOKENS.filter(([says]) => !says.includes('origin')))('an access token %s', (_, token) => {
    expect(judge(refused(GEOCODE, token)).cause?.id).toBe('rejected-well-formed');
  });
});

describe('no planned exchange of a sound token is held back', () => {
  const serverTokens = AUTH_TOKENS.filter(([says]) => !/2026|localhost/.test(says));
  test.each(serverTokens)('an auth token %s', (_, token) => {
    expect(judge(asked(EXCHANGE, token, { status: 0, body: { state: 'none' } }), false).refused).toBe(false);
  });
});

describe('skews of this machine’s clock', () => {
  const HOUR = 3600;
  const YEAR = 31_536_000;
  test.each([
    ['an hour ahead of Apple', -HOUR],
    ['an hour behind Apple', HOUR],
    ['a year ahead of Apple', -YEAR],
    ['a year behind Apple', YEAR],
  ])('%s change nothing for a token that is good by Apple’s clock', (_, skew) => {
    const life = { iat: T + skew - 60, exp: T + skew + 1740 };
    const headers = [dateHeader(skew)];
    expect(faultsOf(asked(GEOCODE, accessToken(life), { responseHeaders: headers }))).toEqual([]);
    const { cause, others } = judge(refused(EXCHANGE, authToken(life), { responseHeaders: headers }));
    expect(cause?.id).toBe('rejected-well-formed');
    expect(others.map(({ id }) => id)).toContain('clock-skew');
  });
});

test('a token that was good then and has ended since is no fault of that request', () => {
  const longAgo = asked(GEOCODE, accessToken({ iat: 1000, exp: 2800 }), { startedAt: 1_500_000 });
  expect(faultsOf(longAgo)).toEqual([]);
  expect(judge({ ...longAgo, status: 401 }).cause?.id).toBe('rejected-well-formed');
});

test('a token that jose signed has no fault', async () => {
  const { token } = await signedAuthToken();
  expect(faultsOf(asked(EXCHANGE, token))).toEqual([]);
  expect(judge(refused(EXCHANGE, token)).cause?.id).toBe('rejected-well-formed');
  expect(signature()).toHaveLength(86);
});
