import { describe, expect, test } from 'vitest';
import { appleClock } from '../../../src/core/diagnosis/clock.ts';
import { subjectOf } from '../../../src/core/index.ts';
import { BOOTSTRAP, dateHeader, EXCHANGE, entryOf, GEOCODE, NOW, TILE } from '../../fixtures/entries.ts';
import { T } from '../../fixtures/tokens.ts';

/** @param at milliseconds after a full second at which the request starts */
const clockOf = (date: string, duration: number, at = 0) =>
  appleClock(entryOf({ startedAt: NOW + at, duration, responseHeaders: [['date', date]] }));
const utc = (seconds: number) => new Date((T + seconds) * 1000).toUTCString();

describe('the skew is told within bounds, the one next to zero', () => {
  test.each([
    { says: 'the same second', date: utc(0), duration: 100, at: 500, skew: 0 },
    { says: 'the second in which a slow answer ends', date: utc(4), duration: 4200, at: 0, skew: 0 },
    { says: 'the second before, at its very end', date: utc(-1), duration: 100, at: 0, skew: 0 },
    { says: 'the next second, reached by the answer', date: utc(1), duration: 600, at: 500, skew: 0 },
    { says: 'an hour ahead', date: utc(3600), duration: 500, at: 0, skew: 3599.5 },
    { says: 'an hour behind', date: utc(-3600), duration: 500, at: 0, skew: -3599 },
    { says: 'a year ahead', date: utc(31_536_000), duration: 0, at: 0, skew: 31_536_000 },
    { says: 'a year behind', date: utc(-31_536_000), duration: 0, at: 0, skew: -31_535_999 },
    { says: 'two seconds ahead of a quick answer', date: utc(2), duration: 100, at: 0, skew: 1.9 },
  ])('$says', ({ date, duration, at, skew }) => {
    const clock = clockOf(date, duration, at);
    expect(clock.known).toBe(true);
    expect(clock.skew).toBeCloseTo(skew, 6);
  });

  test.each([
    ['no Date', []],
    ['an empty Date', [['Date', '']]],
    ['a Date that is none', [['Date', 'yesterday']]],
    ['words that some engines read as a date', [['Date', 'soon 5']]],
    ['a Date of another form', [['Date', '2026-01-15T12:00:00Z']]],
  ] satisfies [string, [string, string][]][])('%s tells nothing', (_, responseHeaders) => {
    expect(appleClock(entryOf({ responseHeaders }))).toEqual({ skew: 0, known: false });
  });
});

describe('an answer out of a cache tells its age', () => {
  const aged = (age: string) =>
    appleClock(entryOf({ duration: 80, responseHeaders: [dateHeader(-600), ['Age', age]] }));
  test.each([['600'], [' 600 '], ['599']])('of %j seconds, and the clocks agree', (age) => {
    expect(aged(age)).toEqual({ skew: 0, known: true });
  });
  test.each([['-1'], ['600, 1'], ['1e400'], ['Infinity'], ['0x258'], ['9'.repeat(400)], ['soon'], ['']])(
    'or %j, which tells nothing',
    (age) => {
      expect(aged(age)).toEqual({ skew: 0, known: false });
    },
  );
});

describe('the moment of use', () => {
  test.each([[EXCHANGE], [BOOTSTRAP], [GEOCODE]])('of %s is told by Apple’s clock', (url) => {
    const subject = subjectOf(entryOf({ url, responseHeaders: [dateHeader(3600)] }));
    expect(subject.clock.known).toBe(true);
    expect(Math.abs(subject.usedAt - T - 3600)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['a tile', TILE],
    ['the script', 'https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.core.js'],
    ['a snapshot', 'https://snapshot.apple-mapkit.com/api/v1/snapshot?center=1&token=x'],
  ])('of %s is not: a cache keeps the Date of the day on which it was filled', (_, url) => {
    const subject = subjectOf(entryOf({ url, responseHeaders: [dateHeader(-86_400)] }));
    expect(subject.clock).toEqual({ skew: 0, known: false });
    expect(subject.usedAt).toBe(T);
  });

  test('without an answer it is told by this machine’s', () => {
    expect(subjectOf(entryOf()).usedAt).toBe(T);
  });
});
