import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_LIMIT } from '../../../src/core/entry.ts';
import { fingerprint, isTenCharacterId, own, readToken, TOKEN_LIMIT } from '../../../src/core/token/token.ts';
import { runs } from '../../fixtures/runs.ts';
import {
  accessToken,
  authToken,
  base64url,
  compact,
  DER_SIGNATURE,
  KEY,
  signature,
  signedAuthToken,
  TEAM,
} from '../../fixtures/tokens.ts';

const JWE = `${base64url('{"alg":"ECDH-ES","enc":"A256GCM"}')}..${signature(12)}.${signature(40)}.${signature(16)}`;

describe('the form is told by the segments', () => {
  test.each([
    { says: 'an auth token', raw: authToken(), form: 'jws', segments: 3 },
    { says: 'an access token', raw: accessToken(), form: 'jws', segments: 3 },
    { says: 'an unsigned token', raw: compact({ alg: 'none' }, {}, ''), form: 'jws', segments: 3 },
    { says: 'three words', raw: 'a.b.c', form: 'jws', segments: 3 },
    { says: 'a JWE', raw: JWE, form: 'jwe', segments: 5 },
    { says: 'an SD-JWT', raw: `${authToken()}~WyJzYWx0Il0~`, form: 'sd-jwt', segments: 3 },
    {
      says: 'a token without signature',
      raw: authToken().replace(/\.[^.]*$/, ''),
      form: 'truncated',
      segments: 2,
    },
    { says: 'the beginning of a header', raw: 'eyJhbGciOiJFUzI1', form: 'truncated', segments: 1 },
    { says: 'a key ID', raw: KEY, form: 'opaque', segments: 1 },
    { says: 'two words', raw: 'a.b', form: 'opaque', segments: 2 },
    { says: 'four segments', raw: `${authToken()}.x`, form: 'opaque', segments: 4 },
    { says: 'six segments', raw: 'a.b.c.d.e.f', form: 'opaque', segments: 6 },
    { says: 'a PEM key', raw: '-----BEGIN PRIVATE KEY-----', form: 'opaque', segments: 1 },
    { says: 'nothing', raw: '', form: 'opaque', segments: 1 },
  ])('$says', ({ raw, form, segments }) => {
    expect(readToken(raw)).toMatchObject({ form, segmentCount: segments, raw, length: raw.length });
  });
});

describe('the kind is told by alg, kid and iss', () => {
  test.each([
    { says: 'HS512 and mapsapi are an access token', raw: accessToken(), kind: 'access' },
    { says: 'ES256 is an auth token', raw: compact({ alg: 'ES256' }, {}), kind: 'auth' },
    { says: 'a kid makes an auth token, whatever alg', raw: authToken({}, { alg: 'RS256' }), kind: 'auth' },
    {
      says: 'a Team ID makes an auth token, whatever alg',
      raw: compact({ alg: 'HS256' }, { iss: TEAM }),
      kind: 'auth',
    },
    {
      says: 'HS512 of somebody else says nothing',
      raw: compact({ alg: 'HS512' }, { iss: 'shop' }),
      kind: 'unknown',
    },
    { says: 'mapsapi without HS512 says nothing', raw: compact({}, { iss: 'mapsapi' }), kind: 'unknown' },
    { says: 'an empty token says nothing', raw: compact({}, {}), kind: 'unknown' },
    { says: 'broken JSON says nothing', raw: compact('{', '{'), kind: 'unknown' },
    {
      says: 'names of the prototype are no claims',
      raw: compact('{"__proto__":{"kid":"x"}}', '{}'),
      kind: 'unknown',
    },
    { says: 'a cut auth token keeps its kind', raw: authToken().replace(/\.[^.]*$/, ''), kind: 'auth' },
    {
      says: 'an encrypted token with a kid is no auth token',
      raw: JWE.replace(/^[^.]*/, base64url(`{"alg":"ECDH-ES","enc":"A256GCM","kid":"${KEY}"}`)),
      kind: 'unknown',
    },
  ])('$says', ({ raw, kind }) => {
    expect(readToken(raw).kind).toBe(kind);
  });
});

describe('faults carry the part and the place', () => {
  const header = base64url(`{"alg":"ES256","kid":"${KEY}","typ":"JWT"}`);
  const payload = base64url(`{"iss":"${TEAM}"}`);
  const third = signature();
  test.each([
    {
      says: 'padding of the header',
      raw: `${header}=.${payload}.${third}`,
      faults: [{ code: 'padding', part: 'header', offset: header.length, found: '=' }],
    },
    {
      says: 'a space in the claims',
      raw: `${header}. ${payload}.${third}`,
      faults: [{ code: 'white-space', part: 'payload', offset: header.length + 1, found: ' ' }],
    },
    {
      says: 'a plus in the signature, offset from the start of the token',
      raw: `${header}.${payload}.+${third.slice(1)}`,
      faults: [
        {
          code: 'standard-alphabet',
          part: 'signature',
          offset: header.length + payload.length + 2,
          found: '+',
        },
      ],
    },
    {
      says: 'a repeated name, offset in the decoded text',
      raw: compact(`{"alg":"ES256","alg":"ES256"}`, '{}'),
      faults: [{ code: 'duplicate-name', part: 'header', offset: 15, found: 'alg', first: 1 }],
    },
    {
      says: 'claims that are an array',
      raw: compact({ alg: 'ES256' }, []),
      faults: [{ code: 'not-an-object', part: 'payload', offset: 0, found: '[' }],
    },
    {
      says: 'claims that are not UTF-8',
      raw: `${header}.${base64url(Uint8Array.from([0x7b, 0xff, 0x7d]))}.${third}`,
      faults: [{ code: 'utf-8', part: 'payload', offset: 0, found: '' }],
    },
    {
      says: 'a byte order mark before the header',
      raw: compact('\ufeff{"alg":"ES256"}', '{}'),
      faults: [{ code: 'syntax', part: 'header', offset: 0, found: '\ufeff' }],
    },
    {
      says: 'faults of two parts, in order',
      raw: compact('{', '['),
      faults: [
        { code: 'syntax', part: 'header', offset: 1, found: '' },
        { code: 'syntax', part: 'payload', offset: 0, found: '[' },
      ],
    },
    { says: 'none of a text that is no token', raw: 'no token at all', faults: [] },
    { says: 'none of the missing parts of a cut token', raw: header, faults: [] },
  ])('$says', ({ raw, faults }) => {
    expect(readToken(raw).faults).toEqual(faults);
  });
});

describe('what is broken is read as far as it can be', () => {
  test('padded and repeated parts are still decoded', () => {
    const token = readToken(
      `${base64url('{"kid":"A","kid":"B"}')}==.${base64url('{"iat":1.5}')}.${signature()}`,
    );
    expect(token.header).toEqual({ kid: 'B' });
    expect(token.payload).toEqual({ iat: 1.5 });
  });

  test('a broken header leaves the claims readable, and its text', () => {
    expect(readToken(compact('{oops', { iss: TEAM }))).toMatchObject({
      header: null,
      headerText: '{oops',
      payload: { iss: TEAM },
    });
  });

  test('too deep claims are not parsed', () => {
    const deep = `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`;
    const token = readToken(compact({ alg: 'ES256' }, deep));
    expect(token).toMatchObject({ payload: null, faults: [{ code: 'depth', part: 'payload' }] });
  });

  test('names of the prototype stay plain claims', () => {
    const { payload } = readToken(compact('{}', '{"__proto__":{"iss":"x"},"constructor":1}'));
    expect(own(payload, 'iss')).toBeUndefined();
    expect(own(payload, 'toString')).toBeUndefined();
    expect(own(payload, 'constructor')).toBe(1);
    expect(own(payload, '__proto__')).toEqual({ iss: 'x' });
    expect(({} as Record<string, unknown>).iss).toBeUndefined();
  });

  test.each([
    ['64 bytes', signature(), 64],
    ['39 bytes of a cut one', signature(39), 39],
    ['70 bytes in DER', DER_SIGNATURE, 70],
    ['none', '', 0],
  ])('the signature has %s', (_, third, bytes) => {
    expect(readToken(authToken({}, {}, third)).signature).toHaveLength(bytes);
  });

  test('a signature of foreign characters has no bytes', () => {
    expect(readToken(authToken({}, {}, '!!!')).signature).toBeNull();
  });
});

describe('a signed token of a library', () => {
  test('is read without a fault, and its key is named', async () => {
    const { token } = await signedAuthToken({ origin: 'example.com' });
    expect(readToken(token)).toMatchObject({
      kind: 'auth',
      form: 'jws',
      faults: [],
      header: { alg: 'ES256', kid: KEY },
      payload: { iss: TEAM, origin: 'example.com' },
    });
    expect(readToken(token).signature).toHaveLength(64);
  });
});

describe('a text that is too long is never decoded', () => {
  const oversized = {
    form: 'oversized',
    kind: 'unknown',
    header: null,
    payload: null,
    headerText: null,
    payloadText: null,
    signature: null,
    faults: [],
  };

  test('ten megabytes', () => {
    const huge = authToken({ padding: 'x'.repeat(10_000_000) });
    const token = readToken(huge);
    expect(token).toMatchObject({ ...oversized, length: huge.length });
    expect(token.raw).toBe(huge.slice(0, TOKEN_LIMIT));
  });

  test('at the limit it is read, one beyond it is not', () => {
    const frame = authToken({ x: '' }).length;
    const exact = authToken({}, {}, `${'A'.repeat(TOKEN_LIMIT - authToken().length)}${signature()}`);
    expect(frame).toBeGreaterThan(0);
    expect(exact).toHaveLength(TOKEN_LIMIT);
    expect(readToken(exact).form).toBe('jws');
    expect(readToken(`${exact}A`)).toMatchObject(oversized);
  });

  test('a beginning whose whole is too long is not decoded either', () => {
    expect(readToken(authToken(), TOKEN_LIMIT + 1)).toMatchObject({ ...oversized, length: TOKEN_LIMIT + 1 });
  });

  test('every token that the recorder cut counts as too long', () => {
    expect(TOKEN_LIMIT + 'Authorization: Bearer '.length).toBeLessThan(FIELD_LIMIT);
  });
});

describe('the face of a token', () => {
  test('is the same for the same text, and another for another', () => {
    expect(readToken(authToken()).id).toBe(readToken(authToken()).id);
    expect(readToken(authToken()).id).not.toBe(readToken(authToken({ iat: 1 })).id);
    expect(readToken('x').id).toMatch(/^[0-9a-f]{8}$/);
  });

  test('fingerprints are FNV-1a', () => {
    expect(fingerprint('').toString(16)).toBe('811c9dc5');
    expect(fingerprint('a').toString(16)).toBe('e40c292c');
    expect(fingerprint('foobar').toString(16)).toBe('bf9cf968');
  });

  test('ends in its last four characters', () => {
    expect(readToken(`${authToken()}WXYZ`).lastFour).toBe('WXYZ');
    expect(readToken('ab').lastFour).toBe('ab');
  });
});

describe('IDs of teams and keys', () => {
  test.each([['ABCDE12345'], ['0000000000'], [KEY], [TEAM]])('%s is one', (id) => {
    expect(isTenCharacterId(id)).toBe(true);
  });
  test.each([
    ['abcde12345'],
    ['ABCDE1234'],
    ['ABCDE123456'],
    ['ABCDE-1234'],
    ['ABCDE12345\n'],
    [1234567890],
    [null],
  ])('%j is none', (id) => {
    expect(isTenCharacterId(id)).toBe(false);
  });
});

describe('any text', () => {
  const shapes = fc.constantFrom(
    authToken(),
    accessToken(),
    JWE,
    compact('{"a":1,"a":2}', '[]'),
    'eyJ.eyJ.x',
  );
  const mutated = fc
    .tuple(shapes, fc.nat(), fc.nat(6), fc.string({ maxLength: 6, unit: 'binary' }))
    .map(([text, at, cut, insert]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + insert + text.slice(start + cut);
    });

  test('is read without an exception, twice alike', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary' }), fc.string({ maxLength: 300 })), (raw) => {
        expect(readToken(raw)).toEqual(readToken(raw));
      }),
      { numRuns: runs(300) },
    );
  });
});
