/** What only earlier entries of the log can tell. */
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../../src/core/checks/index.ts';
import type { FindingId } from '../../../src/core/diagnosis/finding.ts';
import { createLogIndex, diagnose, type Entry, type Subject, subjectOf } from '../../../src/core/index.ts';
import {
  asked,
  BOOTSTRAP,
  dateHeader,
  EXCHANGE,
  entryOf,
  GEOCODE,
  json,
  NOW,
  refused,
} from '../../fixtures/entries.ts';
import { wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken, KEY, T, TEAM } from '../../fixtures/tokens.ts';

const SCRIPT = 'https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.core.js';
const at = (seconds: number): Partial<Entry> => ({ startedAt: NOW + seconds * 1000 });
const gives = (token: string, seconds: number): Partial<Entry> => ({
  ...at(seconds),
  body: json({ accessToken: token }),
});

/** The last entry, with what the log knows from those before it. */
function lastOf(...entries: readonly Entry[]): Subject {
  const index = createLogIndex();
  let last: Subject | null = null;
  for (const [n, entry] of entries.entries()) {
    const subject = subjectOf({ ...entry, id: String(n) });
    last = { ...subject, log: index.factsFor(subject) };
    index.add(last);
  }
  if (last === null) throw new Error('an empty log');
  return last;
}

const word = (id: FindingId, subject: Subject) =>
  wordOf(CHECKS.find((check) => check.id === id)?.run(subject) ?? null);

const LOG_CHECKS: readonly FindingId[] = [
  'wrong-field-read',
  'token-superseded',
  'static-token-at-refresh',
  'iss-kid-swapped',
  'exchange-too-often',
  'quota-retry-loop',
  'retries-of-one-failure',
  'callback-silent',
];

test.each(LOG_CHECKS)('%s says nothing of an entry that has no log', (id) => {
  for (const entry of [
    refused(GEOCODE, 'undefined'),
    asked(GEOCODE, accessToken()),
    asked(BOOTSTRAP, authToken({ exp: T - 1 })),
    asked(EXCHANGE, authToken()),
    refused(GEOCODE, accessToken(), { status: 429 }),
    entryOf({ url: SCRIPT, body: { state: 'binary' } }),
  ]) {
    expect(word(id, subjectOf(entry))).toBe('silent');
  }
});

describe('wrong-field-read', () => {
  const issued = asked(EXCHANGE, authToken(), gives(accessToken(), 0));
  test.each([
    [
      'a placeholder right after an exchange',
      [issued, refused(GEOCODE, 'undefined', at(2))],
      'found fault proven token',
    ],
    [
      'a placeholder right after a bootstrap',
      [asked(BOOTSTRAP, authToken()), refused(GEOCODE, 'undefined', at(2))],
      'found fault proven bootstrap',
    ],
    ['a placeholder an hour later', [issued, refused(GEOCODE, 'undefined', at(3600))], 'silent'],
    ['a token', [issued, refused(GEOCODE, accessToken(), at(2))], 'silent'],
    [
      'a placeholder after a refused exchange',
      [refused(EXCHANGE, authToken()), refused(GEOCODE, 'undefined', at(2))],
      'silent',
    ],
    ['a placeholder at the exchange itself', [issued, refused(EXCHANGE, 'undefined', at(2))], 'silent'],
  ])('%s', (_, log, expected) => {
    expect(word('wrong-field-read', lastOf(...log))).toBe(expected);
  });
});

describe('token-superseded', () => {
  const [old, fresh] = [accessToken(), accessToken({ iat: T + 600, exp: T + 2400 })];
  const both = [asked(EXCHANGE, authToken(), gives(old, 0)), asked(EXCHANGE, authToken(), gives(fresh, 600))];
  test.each([
    ['the older of two', [...both, asked(GEOCODE, old, at(700))], 'found note proven'],
    ['the newest', [...both, asked(GEOCODE, fresh, at(700))], 'silent'],
    ['the older, before the newer was there', [both[0], asked(GEOCODE, old, at(300))], 'silent'],
    ['one of another source', [...both, asked(GEOCODE, accessToken({ iat: T - 9 }), at(700))], 'silent'],
  ] as [string, Entry[], string][])('%s', (_, log, expected) => {
    expect(word('token-superseded', lastOf(...log))).toBe(expected);
  });
});

describe('static-token-at-refresh', () => {
  const token = authToken({ iat: T, exp: T + 600 });
  test.each([
    [
      'the token that was good before, after its end',
      [asked(BOOTSTRAP, token, at(10)), refused(BOOTSTRAP, token, at(1800))],
      'found fault proven',
    ],
    ['the same, still good', [asked(BOOTSTRAP, token, at(10)), asked(BOOTSTRAP, token, at(300))], 'silent'],
    ['an ended one that was never good here', [refused(BOOTSTRAP, token, at(1800))], 'silent'],
    [
      'a fresh one',
      [
        asked(BOOTSTRAP, token, at(10)),
        asked(BOOTSTRAP, authToken({ iat: T + 1700, exp: T + 3600 }), at(1800)),
      ],
      'silent',
    ],
    ['at the exchange', [asked(EXCHANGE, token, at(10)), refused(EXCHANGE, token, at(1800))], 'silent'],
  ])('%s', (_, log, expected) => {
    expect(word('static-token-at-refresh', lastOf(...log))).toBe(expected);
  });
});

describe('iss-kid-swapped', () => {
  const good = asked(EXCHANGE, authToken(), gives(accessToken(), 0));
  const swapped = authToken({ iss: KEY }, { kid: TEAM });
  test.each([
    ['both changed places', [good, refused(EXCHANGE, swapped, at(5))], 'found fault proven'],
    ['in their places', [good, refused(EXCHANGE, authToken({ iat: T - 1 }), at(5))], 'silent'],
    [
      'of another team and key',
      [good, refused(EXCHANGE, authToken({ iss: 'OTHERTEAM1' }, { kid: 'OTHERKEY01' }), at(5))],
      'silent',
    ],
    ['without a reference', [refused(EXCHANGE, swapped)], 'silent'],
    ['an access token', [good, refused(GEOCODE, accessToken(), at(5))], 'silent'],
  ])('%s', (_, log, expected) => {
    expect(word('iss-kid-swapped', lastOf(...log))).toBe(expected);
  });
});

describe('exchange-too-often', () => {
  const first = asked(
    EXCHANGE,
    authToken({ exp: T + 9999 }),
    gives(accessToken({ iat: T, exp: T + 1800 }), 0),
  );
  const again = (seconds: number, token = authToken({ exp: T + 9999 })) =>
    asked(EXCHANGE, token, at(seconds));
  test.each([
    ['a minute later', [first, again(60)], 'found warning proven'],
    ['a minute before the end, as it should be', [first, again(1740)], 'silent'],
    ['after the end', [first, again(1900)], 'silent'],
    ['with another auth token', [first, again(60, authToken({ iat: T - 5 }))], 'silent'],
    ['after a refusal', [refused(EXCHANGE, authToken({ exp: T + 9999 })), again(60)], 'silent'],
    [
      'at bootstrap, which MapKit JS paces itself',
      [first, asked(BOOTSTRAP, authToken({ exp: T + 9999 }), at(60))],
      'silent',
    ],
  ])('%s', (_, log, expected) => {
    expect(word('exchange-too-often', lastOf(...log))).toBe(expected);
  });
});

describe('quota-retry-loop', () => {
  const limit = (seconds: number, url = GEOCODE) =>
    refused(url, accessToken(), { ...at(seconds), status: 429 });
  test.each([
    ['a fourth within seconds', [0, 1, 2, 3].map((n) => limit(n)), 'found warning proven'],
    ['the three of MapKit JS', [0, 0.1, 0.2].map((n) => limit(n, BOOTSTRAP)), 'silent'],
    ['four within an hour', [0, 900, 1800, 2700].map((n) => limit(n)), 'silent'],
    [
      'an answer after them',
      [...[0, 1, 2, 3].map((n) => limit(n)), asked(GEOCODE, accessToken(), at(4))],
      'silent',
    ],
  ])('%s', (_, log, expected) => {
    expect(word('quota-retry-loop', lastOf(...log))).toBe(expected);
  });
});

describe('retries-of-one-failure', () => {
  const failed = (seconds: number, token = authToken()) => refused(BOOTSTRAP, token, at(seconds));
  test.each([
    ['the second within a moment', [failed(0), failed(0.1)], 'found note proven'],
    ['the third', [failed(0), failed(0.1), failed(0.2)], 'found note proven'],
    ['the first', [failed(0)], 'silent'],
    ['a fourth, which is the page’s doing', [failed(0), failed(0.1), failed(0.2), failed(0.3)], 'silent'],
    ['one a minute later', [failed(0), failed(60)], 'silent'],
    ['one with another token', [failed(0), failed(0.1, authToken({ iat: T - 1 }))], 'silent'],
    ['a service', [refused(GEOCODE, accessToken()), refused(GEOCODE, accessToken(), at(0.1))], 'silent'],
  ])('%s', (_, log, expected) => {
    expect(word('retries-of-one-failure', lastOf(...log))).toBe(expected);
  });
});

describe('callback-silent', () => {
  const script = (change: Partial<Entry> = {}) =>
    entryOf({ url: SCRIPT, body: { state: 'binary' }, ...change });
  /** What is said of the script once the later entries are known. */
  const afterwards = (first: Entry, ...later: readonly Entry[]) => {
    const index = createLogIndex();
    const subject = subjectOf(first);
    for (const entry of [first, ...later]) index.add(subjectOf(entry));
    return word('callback-silent', { ...subject, log: index.factsFor(subject) });
  };
  test.each([
    [
      'nothing for a minute',
      script(),
      [entryOf({ url: SCRIPT.replace('core', 'map'), ...at(60) })],
      'found warning likely',
    ],
    ['a bootstrap', script(), [asked(BOOTSTRAP, authToken(), at(1)), entryOf({ ...at(60) })], 'silent'],
    ['nothing for five seconds', script(), [entryOf({ ...at(5) })], 'silent'],
    ['nothing, and the script did not come', script({ status: 404 }), [entryOf({ ...at(60) })], 'silent'],
    ['nothing, of a request that is no script', entryOf(), [entryOf({ ...at(60) })], 'silent'],
  ])('%s', (_, first, later, expected) => {
    expect(afterwards(first, ...later)).toBe(expected);
  });
});

describe('signature-mismatch', () => {
  const subject = subjectOf(refused(EXCHANGE, authToken()));
  test.each([
    ['another key', 'differs', 'found fault proven'],
    ['the key', 'fits', 'passed'],
    ['no key', 'unchecked', 'silent'],
  ] as const)('with %s', (_, signature, expected) => {
    expect(word('signature-mismatch', { ...subject, signature })).toBe(expected);
  });
  test('does not apply without a token', () => {
    expect(word('signature-mismatch', { ...subjectOf(entryOf()), signature: 'differs' })).toBe('silent');
  });
});

describe('earlier success rules the account out', () => {
  test.each([
    ['of this very token', asked(EXCHANGE, authToken()), 'accepted'],
    [
      'of this very token from a page',
      {
        ...asked(BOOTSTRAP, authToken()),
        requestHeaders: [...asked(BOOTSTRAP, authToken()).requestHeaders, ['Origin', 'https://a.test']],
      } as Entry,
      'accepted_from',
    ],
    ['of another token of the same key', asked(EXCHANGE, authToken({ iat: T - 9 })), 'key_accepted'],
  ])('%s', (_, before, variant) => {
    const { ruledOut } = diagnose(
      lastOf(before, refused(EXCHANGE, authToken(), { ...at(5), responseHeaders: [dateHeader(5)] })),
    );
    expect(ruledOut).toContainEqual(expect.objectContaining({ id: 'rejected-well-formed', variant }));
  });
});
