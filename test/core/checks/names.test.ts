import { describe, expect, test } from 'vitest';
import { asked, EXCHANGE, entryOf, GEOCODE } from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken, compact, KEY, TEAM } from '../../fixtures/tokens.ts';

describe('iss-missing', () => {
  test.each([
    ['an auth token without one', EXCHANGE, authToken({ iss: undefined }), 'found fault proven'],
    [
      'one in the prototype only',
      EXCHANGE,
      compact({ alg: 'ES256' }, '{"__proto__":{"iss":"x"}}'),
      'found fault proven',
    ],
    ['an auth token with one', EXCHANGE, authToken(), 'silent'],
    ['null, which has its own finding', EXCHANGE, authToken({ iss: null }), 'silent'],
    ['an access token', GEOCODE, accessToken(), 'silent'],
    ['claims that cannot be read', EXCHANGE, compact({ alg: 'ES256' }, '{'), 'silent'],
  ])('%s', (_, url, token, word) => {
    expect(wordOf(verdictOf('iss-missing', asked(url, token)))).toBe(word);
  });
  test('does not apply without a token', () => {
    expect(verdictOf('iss-missing', entryOf({ url: EXCHANGE }))).toBeNull();
  });
});

const ODD: [string, unknown, string][] = [
  ['a Maps ID', 'maps.com.example', 'maps.com.example'],
  ['lower case', 'teamtest01', 'teamtest01'],
  ['nine characters', 'TEAMTEST0', 'TEAMTEST0'],
  ['eleven characters', 'TEAMTEST012', 'TEAMTEST012'],
  ['white space at the end', `${TEAM} `, `${TEAM} `],
  ['a line break at the end', `${TEAM}\n`, `${TEAM}\n`],
  ['an empty text', '', ''],
  ['a number', 1234567890, '1234567890'],
  ['null', null, 'null'],
  ['an object', {}, '{…}'],
];

describe('iss-form', () => {
  test.each(ODD)('%s', (_, iss, shown) => {
    const verdict = verdictOf('iss-form', asked(EXCHANGE, authToken({ iss })));
    expect(wordOf(verdict)).toBe('found warning likely');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [{ label: 'expected' }, { label: 'found', value: { text: shown }, note: 'evidence_iss' }],
      },
    });
  });
  test.each([
    ['a Team ID', authToken()],
    ['none, which has its own finding', authToken({ iss: undefined })],
    ['an access token', accessToken()],
    ['claims that cannot be read', compact({ alg: 'ES256' }, '{')],
  ])('%s', (_, token) => {
    expect(verdictOf('iss-form', asked(EXCHANGE, token))).toBeNull();
  });
});

describe('header-kid-form', () => {
  test.each(ODD)('%s', (_, kid, shown) => {
    const verdict = verdictOf('header-kid-form', asked(EXCHANGE, authToken({}, { kid })));
    expect(wordOf(verdict)).toBe('found warning likely');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [{ label: 'expected' }, { label: 'found', value: { text: shown }, note: 'evidence_kid' }],
      },
    });
  });
  test.each([
    ['a key ID', authToken({}, { kid: KEY })],
    ['none, which has its own finding', authToken({}, { kid: undefined })],
    ['an access token', accessToken()],
    ['a header that cannot be read', compact('{', { iss: TEAM })],
  ])('%s', (_, token) => {
    expect(verdictOf('header-kid-form', asked(EXCHANGE, token))).toBeNull();
  });
});
