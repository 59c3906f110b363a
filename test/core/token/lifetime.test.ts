import { describe, expect, test } from 'vitest';
import {
  lifeShare,
  lifeState,
  lifetimeOf,
  MILLISECONDS_FROM,
  secondsOf,
} from '../../../src/core/token/lifetime.ts';
import { readToken } from '../../../src/core/token/token.ts';
import { authToken, compact, T } from '../../fixtures/tokens.ts';

describe('a claim is read as seconds', () => {
  test.each([
    ['an integer', T, T],
    ['a float', T + 0.25, T + 0.25],
    ['zero', 0, 0],
    ['a negative number', -5, -5],
    ['digits in a string, as MapKit JS reads them', String(T), T],
    ['milliseconds', T * 1000, null],
    ['milliseconds in a string', String(T * 1000), null],
    ['the limit of seconds', MILLISECONDS_FROM, null],
    ['just below the limit', MILLISECONDS_FROM - 1, MILLISECONDS_FROM - 1],
    ['a float in a string', '1.5', null],
    ['an empty string', '', null],
    ['a date in words', '2026-01-15', null],
    ['null', null, null],
    ['true', true, null],
    ['an array', [T], null],
    ['an object', { valueOf: 1 }, null],
    ['nothing', undefined, null],
    ['a number without end', Number.POSITIVE_INFINITY, null],
  ])('%s', (_, claim, seconds) => {
    expect(secondsOf(claim)).toBe(seconds);
  });
});

describe('the life of a token', () => {
  test.each([
    ['has two ends', authToken(), { from: T - 600, until: T + 1200 }],
    ['may have no end', authToken({ exp: undefined }), { from: T - 600, until: null }],
    ['may have no beginning', authToken({ iat: undefined }), { from: null, until: T + 1200 }],
    ['is unknown where there are no claims', compact({}, '{'), { from: null, until: null }],
    ['is not read from a prototype', compact({}, '{"__proto__":{"exp":1}}'), { from: null, until: null }],
  ])('%s', (_, raw, lifetime) => {
    expect(lifetimeOf(readToken(raw))).toEqual(lifetime);
  });

  const life = { from: 100, until: 200 };
  test.each([
    { says: 'early before iat', life, at: 99.9, state: 'early' },
    { says: 'good at iat', life, at: 100, state: 'good' },
    { says: 'good just before exp', life, at: 199.999, state: 'good' },
    { says: 'ended at exp', life, at: 200, state: 'ended' },
    { says: 'open without exp', life: { from: 100, until: null }, at: 1e9, state: 'open' },
    { says: 'early without exp', life: { from: 100, until: null }, at: 0, state: 'early' },
    { says: 'good without iat', life: { from: null, until: 200 }, at: 0, state: 'good' },
    {
      says: 'ended rather than early where both hold',
      life: { from: 300, until: 200 },
      at: 250,
      state: 'ended',
    },
    { says: 'unknown without both', life: { from: null, until: null }, at: 0, state: 'unknown' },
  ])('is $says', ({ life, at, state }) => {
    expect(lifeState(life, at)).toBe(state);
  });

  test.each([
    { says: 'the middle', life, at: 150, share: 0.5 },
    { says: 'before its beginning', life, at: -1e9, share: 0 },
    { says: 'after its end', life, at: 1e9, share: 1 },
    { says: 'no life at all', life: { from: 200, until: 200 }, at: 200, share: 0 },
    { says: 'a life turned round', life: { from: 200, until: 100 }, at: 150, share: 0 },
    { says: 'one end only', life: { from: 100, until: null }, at: 150, share: 0 },
  ])('has a share for $says', ({ life, at, share }) => {
    expect(lifeShare(life, at)).toBe(share);
  });
});
