import { describe, expect, test } from 'vitest';
import { EXCHANGE_URL, heldUntil, issuedBy, plannedExchange } from '../../src/core/exchange.ts';
import type { Body, Entry } from '../../src/core/index.ts';
import { dateHeader, entryOf, json, NOW, read } from '../fixtures/entries.ts';
import { accessToken, T } from '../fixtures/tokens.ts';

test('a planned exchange is a plain request that nobody has answered', () => {
  expect(plannedExchange('a.b.c', NOW)).toMatchObject({
    startedAt: NOW,
    method: 'GET',
    url: EXCHANGE_URL,
    requestHeaders: [['Authorization', 'Bearer a.b.c']],
    status: 0,
    error: '',
  });
  expect(EXCHANGE_URL).toBe('https://maps-api.apple.com/v1/token');
});

describe('the access token of an answer', () => {
  const token = accessToken({ iat: T, exp: T + 1800 });
  const endless = accessToken({ iat: T, exp: undefined });
  const ask = (body: Body, change: Partial<Entry> = {}) =>
    issuedBy(entryOf({ url: EXCHANGE_URL, body, ...change }));

  test.each([
    { says: 'as documented', body: { accessToken: token, expiresInSeconds: 1800 }, endsAt: NOW + 1_800_000 },
    { says: 'without expiresInSeconds', body: { accessToken: token }, endsAt: NOW + 1_800_000 },
    {
      says: 'with another expiresInSeconds: the token decides',
      body: { accessToken: token, expiresInSeconds: 60 },
      endsAt: NOW + 1_800_000,
    },
    {
      says: 'with expiresInSeconds in a string',
      body: { accessToken: token, expiresInSeconds: '1800' },
      endsAt: NOW + 1_800_000,
    },
    {
      says: 'with unknown members',
      body: { accessToken: token, expiresInSeconds: 1800, extra: {} },
      endsAt: NOW + 1_800_000,
    },
    {
      says: 'without exp, by expiresInSeconds',
      body: { accessToken: endless, expiresInSeconds: 1800 },
      endsAt: NOW + 80 + 1_800_000,
    },
    { says: 'without any end', body: { accessToken: endless }, endsAt: null },
    {
      says: 'opaque, by expiresInSeconds',
      body: { accessToken: 'opaque', expiresInSeconds: 10 },
      endsAt: NOW + 80 + 10_000,
    },
    { says: 'with a negative life', body: { accessToken: 'opaque', expiresInSeconds: -1 }, endsAt: null },
    { says: 'with a life of zero', body: { accessToken: 'opaque', expiresInSeconds: 0 }, endsAt: null },
    {
      says: 'with a life of a year',
      body: { accessToken: 'opaque', expiresInSeconds: 31_536_000 },
      endsAt: null,
    },
    {
      says: 'with a life that is no number',
      body: { accessToken: 'opaque', expiresInSeconds: null },
      endsAt: null,
    },
  ])('$says', ({ body, endsAt }) => {
    expect(ask(json(body))).toEqual({ accessToken: body.accessToken, issuedAt: NOW + 80, endsAt });
  });

  test('ends on this machine’s clock when Apple’s clock says so', () => {
    const skewed = ask(json({ accessToken: token }), { responseHeaders: [dateHeader(3600)] });
    // Apple's clock is an hour ahead, so the end by this machine's clock comes an hour earlier.
    expect(skewed?.endsAt).toBe(NOW + 1_800_000 - 3_600_000 + 80);
  });

  test.each([
    ['no JSON', read('<html>')],
    ['an empty body', read('')],
    ['JSON without the token', json({ expiresInSeconds: 1800 })],
    ["bootstrap's name for it", json({ access_token: token })],
    ['an empty token', json({ accessToken: '' })],
    ['a token that is no text', json({ accessToken: 5 })],
    ['an array', json([])],
    ['null', json(null)],
    ['a token of the prototype', read('{"__proto__":{"accessToken":"x"}}')],
  ])('there is none in %s', (_, body) => {
    expect(ask(body)).toBeNull();
  });

  test.each([
    ['another status', { status: 201 }],
    ['a refusal', { status: 401 }],
    ['no answer', { status: 0 }],
  ])('there is none in an answer with %s', (_, change) => {
    expect(ask(json({ accessToken: token }), change)).toBeNull();
  });

  test('there is none in a body that was not read', () => {
    expect(ask({ state: 'unread' })).toBeNull();
  });
});

describe('a 429 is left alone until', () => {
  const answeredAt = NOW + 80;
  const held = (retryAfter: string | null, change: Partial<Entry> = {}) =>
    heldUntil(
      entryOf({
        status: 429,
        responseHeaders: retryAfter === null ? [] : [['Retry-After', retryAfter]],
        ...change,
      }),
    );
  const utc = (offset: number) => new Date(NOW + offset).toUTCString();

  test.each([
    { says: 'half a minute where it names no time', value: null, wait: 30_000 },
    { says: 'half a minute where the name is empty', value: '', wait: 30_000 },
    { says: 'the seconds that it names', value: '7', wait: 7_000 },
    { says: 'the seconds with white space', value: ' 7 ', wait: 7_000 },
    { says: 'at once for zero', value: '0', wait: 0 },
    { says: 'a quarter of an hour at most', value: '86400', wait: 900_000 },
    { says: 'a quarter of an hour for a number without end', value: '9'.repeat(400), wait: 900_000 },
    { says: 'half a minute for a negative number', value: '-5', wait: 30_000 },
    { says: 'half a minute for a fraction', value: '1.5', wait: 30_000 },
    { says: 'half a minute for a number with a unit', value: '120s', wait: 30_000 },
    { says: 'half a minute for words', value: 'try again', wait: 30_000 },
    { says: 'half a minute for words with a number', value: 'Retry 10', wait: 30_000 },
    { says: 'half a minute for a list', value: '5, 10', wait: 30_000 },
    { says: 'half a minute for hexadecimal', value: '0x10', wait: 30_000 },
    { says: 'half a minute for a date of another form', value: '2030-01-01', wait: 30_000 },
    { says: 'half a minute for a date that is none', value: 'Sun, 99 Foo 1994 08:49:37 GMT', wait: 30_000 },
    { says: 'the date that it names', value: utc(60_000), wait: 60_000 - 80 },
    { says: 'at once for a date gone by', value: utc(-60_000), wait: 0 },
    { says: 'a quarter of an hour for a date next year', value: utc(365 * 86_400_000), wait: 900_000 },
  ])('$says', ({ value, wait }) => {
    expect(held(value)).toBe(answeredAt + wait);
  });

  test.each([
    ['the obsolete form of RFC 850', 'Thursday, 15-Jan-26 12:01:00 GMT'],
    ['the form of asctime, which means UTC', 'Thu Jan 15 12:01:00 2026'],
  ])('a date in %s', (_, value) => {
    expect(held(value)).toBe(NOW + 60_000);
  });

  test('a date is read by Apple’s clock', () => {
    const skewed = held(null, {
      responseHeaders: [['Retry-After', utc(3_600_000 + 60_000)], dateHeader(3600)],
    });
    expect(skewed).toBe(NOW + 60_000 + 80);
  });

  test.each([[200], [401], [503], [0]])('a %i names no pause', (status) => {
    expect(held('7', { status })).toBeNull();
  });
});
