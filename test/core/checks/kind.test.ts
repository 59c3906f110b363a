import { describe, expect, test } from 'vitest';
import {
  asked,
  BOOTSTRAP,
  EMBED,
  EXCHANGE,
  entryOf,
  GEOCODE,
  MAPKIT_SEARCH,
  TILE,
} from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken, base64url, compact, KEY, signature, TEAM } from '../../fixtures/tokens.ts';

const JWE = [
  base64url(`{"alg":"ECDH-ES","enc":"A256GCM","kid":"${KEY}"}`),
  '',
  signature(12),
  signature(40),
  signature(16),
].join('.');

describe('access-token-at-exchange', () => {
  test.each([
    ['at the exchange', asked(EXCHANGE, accessToken()), 'found fault proven'],
    ['at bootstrap', asked(BOOTSTRAP, accessToken()), 'found fault proven'],
    [
      'in the address of an embedded map',
      entryOf({ url: `${EMBED}&token=${accessToken()}` }),
      'found fault proven',
    ],
    ['an auth token there is the right kind', asked(EXCHANGE, authToken()), 'passed'],
    ['a token that does not say its kind', asked(EXCHANGE, compact({}, {})), 'silent'],
    ['an encrypted token', asked(EXCHANGE, JWE), 'silent'],
    ['an access token at a service', asked(GEOCODE, accessToken()), 'silent'],
    ['a placeholder', asked(EXCHANGE, 'undefined'), 'silent'],
    ['a tile', asked(TILE, accessToken()), 'silent'],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('access-token-at-exchange', entry))).toBe(word);
  });

  test('shows both kinds and names the endpoint', () => {
    expect(verdictOf('access-token-at-exchange', asked(EXCHANGE, accessToken()))).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { id: 'evidence_auth_token' }, note: 'evidence_es256_with_kid' },
          { label: 'found', value: { id: 'evidence_access_token' }, note: 'evidence_hs512_mapsapi' },
        ],
        values: { endpoint: { id: 'endpoint_token' } },
      },
    });
  });
});

describe('auth-token-at-service', () => {
  test.each([
    ['at the Server API', asked(GEOCODE, authToken()), 'found fault proven'],
    ['at the services of MapKit JS', asked(MAPKIT_SEARCH, authToken()), 'found fault proven'],
    ['an access token there is the right kind', asked(GEOCODE, accessToken()), 'passed'],
    ['a token that does not say its kind', asked(GEOCODE, compact({}, {})), 'silent'],
    ['an encrypted token, though it names a key', asked(GEOCODE, JWE), 'silent'],
    ['an auth token at the exchange', asked(EXCHANGE, authToken()), 'silent'],
    ['no token', entryOf({ url: GEOCODE }), 'silent'],
    ['an unknown path', asked('https://maps-api.apple.com/v1', authToken()), 'silent'],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('auth-token-at-service', entry))).toBe(word);
  });

  test('shows both kinds and names the endpoint', () => {
    expect(verdictOf('auth-token-at-service', asked(GEOCODE, authToken()))).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { id: 'evidence_access_token' }, note: 'evidence_hs512_mapsapi' },
          { label: 'found', value: { id: 'evidence_auth_token' }, note: 'evidence_es256_with_kid' },
        ],
        values: { endpoint: { id: 'endpoint_geocode' } },
      },
    });
  });

  test.each([
    ['another algorithm', authToken({}, { alg: 'RS256' })],
    ['no key ID', authToken({}, { kid: undefined })],
    ['nothing but a Team ID', compact({ alg: 'HS256' }, { iss: TEAM })],
  ])('does not say ES256 with a key ID of a token with %s', (_, token) => {
    const verdict = verdictOf('auth-token-at-service', asked(GEOCODE, token));
    expect(wordOf(verdict)).toBe('found fault likely');
    expect(JSON.stringify(verdict)).not.toContain('evidence_es256_with_kid');
  });
});
