import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../../src/core/index.ts';
import { readToken } from '../../../src/core/token/token.ts';
import {
  asked,
  BOOTSTRAP,
  EMBED,
  EXCHANGE,
  entryOf,
  GEOCODE,
  SNAPSHOT,
  TILE,
} from '../../fixtures/entries.ts';
import { accessToken, authToken, base64url, compact, KEY } from '../../fixtures/tokens.ts';

const AUTH = authToken();
const ACCESS = accessToken();

describe('the token of a request, and where it stood', () => {
  test.each([
    ['a header', asked(GEOCODE, ACCESS), 'authorization', ACCESS],
    [
      'a header in capitals',
      entryOf({ requestHeaders: [['AUTHORIZATION', `Bearer ${ACCESS}`]] }),
      'authorization',
      ACCESS,
    ],
    [
      'the first of two headers',
      entryOf({
        requestHeaders: [
          ['Authorization', `Bearer ${AUTH}`],
          ['Authorization', 'x'],
        ],
      }),
      'authorization',
      AUTH,
    ],
    ['the address of an embedded map', entryOf({ url: `${EMBED}&token=${AUTH}` }), 'token-parameter', AUTH],
    ['the address of a snapshot', entryOf({ url: `${SNAPSHOT}&token=${AUTH}` }), 'token-parameter', AUTH],
    ['a header before the address', asked(`${EMBED}&token=${AUTH}`, ACCESS), 'authorization', ACCESS],
    ['nothing in the address of a service', entryOf({ url: `${GEOCODE}&token=${AUTH}` }), null, null],
    ['nothing', entryOf(), null, null],
    ['a placeholder', asked(GEOCODE, 'undefined'), 'authorization', null],
    [
      'a header of another scheme',
      entryOf({ requestHeaders: [['Authorization', 'Basic x']] }),
      'authorization',
      null,
    ],
  ])('%s', (_, entry, carrier, raw) => {
    const subject = subjectOf(entry);
    expect(subject.carrier).toBe(carrier);
    expect(subject.token?.raw ?? null).toBe(raw);
  });

  test('beside the auth token MapKit JS sends the access token that it renews', () => {
    const { token, companion } = subjectOf(
      entryOf({
        url: BOOTSTRAP,
        requestHeaders: [
          ['Authorization', `Bearer ${AUTH}`],
          ['X-Maps-Access-Token', `Bearer ${ACCESS}`],
        ],
      }),
    );
    expect([token?.kind, companion?.kind]).toEqual(['auth', 'access']);
  });

  test('a token that the recorder cut is known by its whole length', () => {
    const { token } = subjectOf(
      entryOf({ requestHeaders: [['Authorization', `Bearer ${'x'.repeat(8185)}`, 8200]] }),
    );
    expect(token).toMatchObject({ form: 'oversized', length: 8193 });
  });

  test('the caller may keep what was read', () => {
    const asks: string[] = [];
    const read = (raw: string, length: number) => {
      asks.push(raw);
      return readToken(raw, length);
    };
    subjectOf(asked(GEOCODE, ACCESS), read);
    expect(asks).toEqual([ACCESS]);
  });
});

describe('the kind by which a token is judged', () => {
  const unsaid = compact({}, {});
  test.each([
    ['its own at the right place', asked(EXCHANGE, AUTH), 'auth'],
    ['its own at the wrong place', asked(EXCHANGE, ACCESS), 'access'],
    ['that of the exchange where it does not say', asked(EXCHANGE, unsaid), 'auth'],
    ['that of a service where it does not say', asked(GEOCODE, unsaid), 'access'],
    ['none at a tile', asked(TILE, unsaid), null],
    ['none on an unknown path', asked('https://maps-api.apple.com/v1', unsaid), null],
    ['none of an encrypted token', asked(EXCHANGE, `${base64url(`{"kid":"${KEY}"}`)}.a.b.c.d`), null],
    ['none without a token', entryOf({ url: EXCHANGE }), null],
  ])('is %s', (_, entry, role) => {
    expect(subjectOf(entry).role).toBe(role);
  });
});
