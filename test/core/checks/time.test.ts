import { describe, expect, test } from 'vitest';
import type { FindingId } from '../../../src/core/diagnosis/finding.ts';
import {
  asked,
  BOOTSTRAP,
  dateHeader,
  EMBED,
  EXCHANGE,
  entryOf,
  GEOCODE,
  NOW,
} from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken, type Claims, compact, T } from '../../fixtures/tokens.ts';

const HOUR = 3600;
const YEAR = 365 * 86_400;
const exchanged = (id: FindingId, claims: Claims) => verdictOf(id, asked(EXCHANGE, authToken(claims)));

describe('time-in-milliseconds', () => {
  test.each([
    ['iat', { iat: NOW }, 'iat', '1768478400', '1768478400000'],
    ['exp', { exp: NOW + 5 }, 'exp', '1768478400', '1768478400005'],
    ['both, of which the first is named', { iat: NOW, exp: NOW }, 'iat', '1768478400', '1768478400000'],
    ['digits in a string', { iat: String(NOW) }, 'iat', '1768478400', '1768478400000'],
  ])('%s', (_, claims, claim, seconds, milliseconds) => {
    const verdict = exchanged('time-in-milliseconds', claims);
    expect(wordOf(verdict)).toBe('found fault proven');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { text: seconds } },
          { label: 'found', value: { text: milliseconds } },
        ],
        values: { claim: { text: claim }, year: { count: 58_010 } },
      },
    });
  });

  test.each([
    ['seconds', {}],
    ['floats', { iat: T + 0.123 }],
    ['the limit', { exp: 1e11 }],
    ['no times', { iat: undefined, exp: undefined }],
    ['a date in words', { iat: '2026' }],
    ['a number in a list', { iat: [NOW] }],
    ['an object that cannot be made a number', { iat: { toString: 1, valueOf: 1 } }],
    ['a negative number', { iat: -NOW }],
  ])('%s', (_, claims) => {
    expect(exchanged('time-in-milliseconds', claims)).toBeNull();
  });

  test('a number without end is left to time-not-a-number', () => {
    const endless = compact({ alg: 'ES256' }, '{"iat":1,"exp":1e999}');
    expect(verdictOf('time-in-milliseconds', asked(EXCHANGE, endless))).toBeNull();
    expect(verdictOf('time-not-a-number', asked(EXCHANGE, endless))).toMatchObject({
      finding: { evidence: [{}, { value: { text: 'Infinity' } }] },
    });
  });
});

describe('time-not-a-number', () => {
  test.each([
    ['digits in a string', { iat: String(T) }, 'iat', `"${T}"`],
    ['a date in words', { exp: '2026-01-01' }, 'exp', '"2026-01-01"'],
    ['null', { exp: null }, 'exp', 'null'],
    ['true', { iat: true }, 'iat', 'true'],
    ['a list', { exp: [T] }, 'exp', '[…]'],
    ['an object', { exp: {} }, 'exp', '{…}'],
  ])('%s', (_, claims, claim, value) => {
    const verdict = exchanged('time-not-a-number', claims);
    expect(wordOf(verdict)).toBe('found warning likely');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [{}, { value: { text: value } }],
        values: { claim: { text: claim }, value: { text: value } },
      },
    });
  });
  test.each([
    ['integers', {}],
    ['floats, as some libraries write them', { iat: T + 0.5, exp: T + 1800.25 }],
    ['milliseconds', { iat: NOW }],
    ['no times', { iat: undefined, exp: undefined }],
  ])('%s', (_, claims) => {
    expect(exchanged('time-not-a-number', claims)).toBeNull();
  });
});

describe('exp-before-iat', () => {
  test.each([
    ['an end before the beginning', { iat: T, exp: T - 1 }, 'found fault proven'],
    ['no life at all', { iat: T, exp: T }, 'found fault proven'],
    ['half a second of life', { iat: T, exp: T + 0.5 }, 'silent'],
    ['thirty seconds of life', { iat: T, exp: T + 30 }, 'silent'],
    ['no end', { exp: undefined }, 'silent'],
    ['no beginning', { iat: undefined }, 'silent'],
    ['a beginning in milliseconds, which has its own finding', { iat: NOW }, 'silent'],
  ])('%s', (_, claims, word) => {
    expect(wordOf(exchanged('exp-before-iat', claims))).toBe(word);
  });
  test('shows both', () => {
    expect(exchanged('exp-before-iat', { iat: T, exp: T - 1 })).toMatchObject({
      finding: { evidence: [{ value: { seconds: T } }, { value: { seconds: T - 1 } }] },
    });
  });
});

describe.each([
  ['access-token-expired', GEOCODE, accessToken],
  ['auth-token-expired', EXCHANGE, authToken],
] as const)('%s is judged at the time of use, on Apple’s clock', (id, url, make) => {
  const used = (claims: Claims, skew: number | null) =>
    verdictOf(id, asked(url, make(claims), { responseHeaders: skew === null ? [] : [dateHeader(skew)] }));

  test.each([
    { says: 'ended a second before', claims: { exp: T - 1 }, skew: 0, word: 'found fault proven' },
    { says: 'ended at that moment', claims: { exp: T }, skew: 0, word: 'found fault proven' },
    { says: 'ends a second later', claims: { exp: T + 1 }, skew: 0, word: 'passed' },
    {
      says: 'ended, by this machine’s clock alone',
      claims: { exp: T - 1 },
      skew: null,
      word: 'found fault likely',
    },
    {
      says: 'good here, ended for Apple an hour ahead',
      claims: { exp: T + HOUR / 2 },
      skew: HOUR,
      word: 'found fault proven',
    },
    {
      says: 'ended here, good for Apple an hour behind',
      claims: { iat: T - 2 * HOUR, exp: T - HOUR / 2 },
      skew: -HOUR,
      word: 'passed',
    },
    {
      says: 'good here, ended for Apple a year ahead',
      claims: { exp: T + YEAR / 2 },
      skew: YEAR,
      word: 'found fault proven',
    },
    {
      says: 'ended here, good for Apple a year behind',
      claims: { iat: T - 2 * YEAR, exp: T - YEAR / 2 },
      skew: -YEAR,
      word: 'passed',
    },
    { says: 'without a beginning', claims: { iat: undefined }, skew: 0, word: 'passed left' },
    { says: 'turned round', claims: { iat: T + 9999 }, skew: 0, word: 'passed left' },
    { says: 'without an end', claims: { exp: undefined }, skew: 0, word: 'silent' },
    { says: 'with an end that is no time', claims: { exp: 'soon' }, skew: 0, word: 'silent' },
    { says: 'with an end in milliseconds', claims: { exp: NOW - 1000 }, skew: 0, word: 'silent' },
    { says: 'with digits in a string', claims: { exp: String(T - 5) }, skew: 0, word: 'found fault proven' },
  ])('$says: $word', ({ claims, skew, word }) => {
    expect(wordOf(used(claims, skew))).toBe(word);
  });

  test('good then, ended now, is no fault of that request', () => {
    const longAgo = asked(url, make({ iat: 1000, exp: 2800 }), { startedAt: 2_000_000 });
    expect(wordOf(verdictOf(id, longAgo))).toBe('passed');
  });

  test('shows the two times and by whose clock', () => {
    expect(used({ exp: T - 30 }, 0)).toMatchObject({
      finding: {
        evidence: [
          { value: { seconds: T - 30 }, note: 'evidence_used_before' },
          { value: { seconds: T }, note: 'evidence_used_at_apple' },
        ],
        values: { ago: { seconds: 30 }, exp: { seconds: T - 30 }, life: { seconds: 570 } },
      },
    });
    expect(used({ exp: T - 30 }, null)).toMatchObject({
      finding: { evidence: [{}, { note: 'evidence_used_at_local' }] },
    });
  });

  test('does not apply to the other kind of token', () => {
    const other = id === 'auth-token-expired' ? accessToken({ exp: T - 1 }) : authToken({ exp: T - 1 });
    expect(verdictOf(id, asked(url, other))).toBeNull();
    expect(verdictOf(id, entryOf({ url }))).toBeNull();
  });

  test('a token that does not say its kind is judged as the endpoint’s', () => {
    expect(wordOf(verdictOf(id, asked(url, compact({}, { exp: T - 1 }))))).toBe('found fault likely');
  });
});

describe('iat-missing', () => {
  test.each([
    ['an auth token without one', EXCHANGE, authToken({ iat: undefined }), 'found fault proven'],
    [
      'one in the prototype only',
      EXCHANGE,
      compact({ alg: 'ES256' }, '{"__proto__":{"iat":1}}'),
      'found fault proven',
    ],
    ['an auth token with one', EXCHANGE, authToken(), 'silent'],
    ['a float', EXCHANGE, authToken({ iat: T - 0.5 }), 'silent'],
    ['null, which has its own finding', EXCHANGE, authToken({ iat: null }), 'silent'],
    ['an access token, which Apple makes', GEOCODE, accessToken({ iat: undefined }), 'silent'],
    ['claims that cannot be read', EXCHANGE, compact({ alg: 'ES256' }, '{'), 'silent'],
  ])('%s', (_, url, token, word) => {
    expect(wordOf(verdictOf('iat-missing', asked(url, token)))).toBe(word);
  });
});

describe('iat-future', () => {
  const used = (claims: Claims, skew: number | null) =>
    verdictOf(
      'iat-future',
      asked(EXCHANGE, authToken(claims), { responseHeaders: skew === null ? [] : [dateHeader(skew)] }),
    );
  test.each([
    { says: 'an hour ahead', iat: T + HOUR, skew: 0, word: 'found fault proven' },
    { says: 'more than a minute ahead', iat: T + 61, skew: 0, word: 'found fault proven' },
    { says: 'a minute ahead', iat: T + 60, skew: 0, word: 'found warning proven' },
    { says: 'some seconds ahead', iat: T + 5, skew: 0, word: 'found warning proven' },
    {
      says: 'an hour ahead, by this machine’s clock alone',
      iat: T + HOUR,
      skew: null,
      word: 'found fault likely',
    },
    {
      says: 'right here, ahead for Apple an hour behind',
      iat: T - 1,
      skew: -HOUR,
      word: 'found fault proven',
    },
    { says: 'ahead here, right for Apple an hour ahead', iat: T + HOUR - 5, skew: HOUR, word: 'silent' },
    { says: 'a year ahead of Apple a year behind', iat: T, skew: -YEAR, word: 'found fault proven' },
    { says: 'at the moment of use', iat: T, skew: 0, word: 'silent' },
    { says: 'rounded up to the next second, as Math.round does', iat: T + 0.5, skew: 0, word: 'silent' },
    { says: 'a second ahead, which the Date header cannot tell', iat: T + 1, skew: 0, word: 'silent' },
    { says: 'in milliseconds, which has its own finding', iat: NOW, skew: 0, word: 'silent' },
    { says: 'missing', iat: undefined, skew: 0, word: 'silent' },
  ])('$says: $word', ({ iat, skew, word }) => {
    expect(wordOf(used({ iat }, skew))).toBe(word);
  });

  test('a token that Apple has just issued is never ahead, whatever this machine’s clock', () => {
    // Apple's clock is 1.5 s ahead: it issued the token in its second T + 101 and is asked right after, here at T + 100.
    const entry = asked(GEOCODE, accessToken({ iat: T + 101, exp: T + 1901 }), {
      startedAt: NOW + 100_000,
      duration: 100,
      responseHeaders: [['Date', new Date(NOW + 101_000).toUTCString()]],
    });
    expect(verdictOf('iat-future', entry)).toBeNull();
  });

  test('shows the two times', () => {
    expect(used({ iat: T + 100 }, 0)).toMatchObject({
      finding: {
        evidence: [
          { value: { seconds: T }, note: 'evidence_at_or_before_use_apple' },
          { value: { seconds: T + 100 }, note: 'evidence_iat_claim' },
        ],
        values: { ahead: { seconds: 100 } },
      },
    });
  });

  test('does not apply without a token', () => {
    expect(verdictOf('iat-future', entryOf({ url: EXCHANGE }))).toBeNull();
  });
});

describe('exp-missing', () => {
  test.each([
    [
      'an auth token without one, as the portal makes them',
      EXCHANGE,
      authToken({ exp: undefined }),
      'found note proven',
    ],
    ['an auth token with one', EXCHANGE, authToken(), 'silent'],
    ['null, which has its own finding', EXCHANGE, authToken({ exp: null }), 'silent'],
    ['an access token', GEOCODE, accessToken({ exp: undefined }), 'silent'],
    ['claims that cannot be read', EXCHANGE, compact({ alg: 'ES256' }, '['), 'silent'],
  ])('%s', (_, url, token, word) => {
    expect(wordOf(verdictOf('exp-missing', asked(url, token)))).toBe(word);
  });
});

describe('exp-far', () => {
  test.each([
    ['two years', { exp: T + 2 * YEAR }, 'found warning proven'],
    ['a year and a second', { exp: T + YEAR + 1 }, 'found warning proven'],
    ['a year', { exp: T + YEAR }, 'silent'],
    ['half an hour', {}, 'silent'],
    ['milliseconds, which have their own finding', { exp: NOW }, 'silent'],
    ['no end', { exp: undefined }, 'silent'],
  ])('%s', (_, claims, word) => {
    expect(wordOf(exchanged('exp-far', claims))).toBe(word);
  });
  test('shows how far it may lie, and does not apply to an access token', () => {
    expect(exchanged('exp-far', { exp: T + 2 * YEAR })).toMatchObject({
      finding: {
        evidence: [{ value: { seconds: T + YEAR } }, { value: { seconds: T + 2 * YEAR } }],
        values: { ahead: { seconds: 2 * YEAR } },
      },
    });
    expect(verdictOf('exp-far', asked(GEOCODE, accessToken({ exp: T + 2 * YEAR })))).toBeNull();
  });
});

describe('clock-skew', () => {
  test.each([
    ['an hour ahead of Apple', EXCHANGE, -HOUR, 'found warning proven ahead'],
    ['an hour behind Apple', EXCHANGE, HOUR, 'found warning proven behind'],
    ['a year behind Apple', BOOTSTRAP, YEAR, 'found warning proven behind'],
    ['a minute behind', GEOCODE, 60, 'found warning proven behind'],
    ['half a minute behind', GEOCODE, 30, 'silent'],
    ['half a minute ahead', GEOCODE, -31, 'silent'],
    ['together', GEOCODE, 0, 'silent'],
    ['an hour off, by an answer that may be cached', EMBED, HOUR, 'silent'],
  ])('this machine is %s', (_, url, skew, word) => {
    const verdict = verdictOf('clock-skew', entryOf({ url, responseHeaders: [dateHeader(skew)] }));
    expect(wordOf(verdict)).toBe(word);
    if (word === 'silent') return;
    expect(verdict).toMatchObject({
      finding: { evidence: [{ value: { seconds: 30 } }, { note: 'evidence_date_header' }] },
    });
  });
  test('does not apply where no answer told the time', () => {
    expect(verdictOf('clock-skew', entryOf({ url: EXCHANGE }))).toBeNull();
  });
});
