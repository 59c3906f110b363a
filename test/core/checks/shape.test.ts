import { describe, expect, test } from 'vitest';
import type { FindingId } from '../../../src/core/diagnosis/finding.ts';
import { TOKEN_LIMIT } from '../../../src/core/token/token.ts';
import { asked, EXCHANGE, entryOf, GEOCODE } from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import {
  accessToken,
  authToken,
  base64url,
  compact,
  DER_SIGNATURE,
  KEY,
  signature,
  TEAM,
} from '../../fixtures/tokens.ts';

const HEADER = `{"alg":"ES256","kid":"${KEY}","typ":"JWT"}`;
const PAYLOAD = `{"iss":"${TEAM}","iat":1}`;
const exchanged = (id: FindingId, token: string) => verdictOf(id, asked(EXCHANGE, token));
const NO_TOKEN = entryOf({ url: EXCHANGE });

const ALL: readonly FindingId[] = [
  'token-oversized',
  'token-not-jwt',
  'token-alphabet',
  'token-json',
  'token-duplicate-keys',
  'header-alg',
  'header-kid-missing',
  'header-typ',
  'signature-missing',
  'signature-length',
];

describe('no check of the shape', () => {
  test.each(ALL)('%s finds anything in a sound auth token or a sound access token', (id) => {
    expect(wordOf(exchanged(id, authToken()))).toMatch(/^(silent|passed)$/);
    expect(wordOf(verdictOf(id, asked(GEOCODE, accessToken())))).toMatch(/^(silent|passed)$/);
  });
  test.each(ALL)('%s applies where there is no token', (id) => {
    expect(verdictOf(id, NO_TOKEN)).toBeNull();
    expect(verdictOf(id, asked(EXCHANGE, 'undefined'))).toBeNull();
  });
});

describe('token-oversized', () => {
  test('tells how long the token is and how long one may be', () => {
    const verdict = exchanged('token-oversized', 'x'.repeat(TOKEN_LIMIT + 1));
    expect(wordOf(verdict)).toBe('found fault likely');
    expect(verdict).toMatchObject({
      finding: { evidence: [{ value: { count: TOKEN_LIMIT } }, { value: { count: TOKEN_LIMIT + 1 } }] },
    });
  });
  test.each([
    ['the header', compact(`{"a":${'['.repeat(99)}${']'.repeat(99)}}`, PAYLOAD), 'part_header'],
    ['the claims', compact(HEADER, `{"a":${'['.repeat(99)}${']'.repeat(99)}}`), 'part_payload'],
  ])('is found too where %s go too deep to be read', (_, token, part) => {
    const verdict = exchanged('token-oversized', token);
    expect(wordOf(verdict)).toBe('found fault likely depth');
    expect(verdict).toMatchObject({ finding: { values: { part: { id: part } } } });
    expect(exchanged('token-json', token)).toBeNull();
  });
  test('counts what the recorder cut off', () => {
    const entry = entryOf({
      url: EXCHANGE,
      requestHeaders: [['Authorization', `Bearer ${'x'.repeat(8185)}`, 10_000_000]],
    });
    expect(verdictOf('token-oversized', entry)).toMatchObject({
      finding: { evidence: [{}, { value: { count: 9_999_993 } }] },
    });
  });
  test('at the limit it is silent', () => {
    expect(exchanged('token-oversized', 'x'.repeat(TOKEN_LIMIT))).toBeNull();
  });
});

describe('token-not-jwt', () => {
  test.each([
    ['a JWE', `${base64url('{"alg":"dir","enc":"A128GCM"}')}..a.b.c`, 'jwe', 5],
    ['an SD-JWT', `${authToken()}~abc~`, 'sd_jwt', 3],
    ['a token without its end', authToken().replace(/\.[^.]*$/, ''), 'truncated', 2],
    ['a key ID', KEY, 'opaque', 1],
    ['four segments', `${authToken()}.x`, 'opaque', 4],
  ])('%s', (_, token, variant, segments) => {
    const verdict = exchanged('token-not-jwt', token);
    expect(wordOf(verdict)).toBe(`found fault proven ${variant}`);
    expect(verdict).toMatchObject({
      finding: { evidence: [{ value: { count: 3 } }, { value: { count: segments } }] },
    });
  });
  test('an oversized text is left to token-oversized', () => {
    expect(exchanged('token-not-jwt', 'x'.repeat(10_000))).toBeNull();
  });
  test('three segments are a JWT, however broken', () => {
    expect(exchanged('token-not-jwt', 'a.b.c')).toBeNull();
  });
});

describe('token-alphabet', () => {
  const [header, payload, third] = [base64url(HEADER), base64url(PAYLOAD), signature()];
  test.each([
    ['padding', `${header}==.${payload}.${third}`, 'proven padding', '=', 'part_header'],
    ['a plus', `${header}.${payload}.+${third.slice(1)}`, 'proven standard_alphabet', '+', 'part_signature'],
    [
      'a slash',
      `${header}.${payload}.${third.slice(0, -2)}/A`,
      'proven standard_alphabet',
      '/',
      'part_signature',
    ],
    [
      'a space',
      `${header}.${payload.slice(0, 5)} ${payload.slice(5)}.${third}`,
      'proven white_space',
      '␠',
      'part_payload',
    ],
    [
      'a line break',
      `${header}.${payload.slice(0, 5)}\n${payload.slice(5)}.${third}`,
      'proven white_space',
      '\\n',
      'part_payload',
    ],
    [
      'a no-break space',
      `${header}\u00a0.${payload}.${third}`,
      'proven white_space',
      '\\u00a0',
      'part_header',
    ],
    [
      'an ellipsis of a log',
      `${header}.${payload.slice(0, 4)}….${third}`,
      'proven character',
      '…',
      'part_payload',
    ],
    [
      'a signature that was cut',
      `${header}.${payload}.${third.slice(0, 85)}`,
      'proven length',
      null,
      'part_signature',
    ],
    [
      'unused bits',
      `${header}.${payload}.${third.slice(0, -1)}B`,
      'possible trailing_bits',
      'B',
      'part_signature',
    ],
  ])('%s', (_, token, word, found, part) => {
    const verdict = exchanged('token-alphabet', token);
    expect(wordOf(verdict)).toBe(`found fault ${word}`);
    expect(verdict).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected' },
          {
            label: 'found',
            note: part,
            value: found === null ? { id: 'evidence_cut_short' } : { text: found },
          },
        ],
        values: { part: { id: part } },
      },
    });
  });
  test('an opaque text is left to token-not-jwt', () => {
    expect(exchanged('token-alphabet', 'what is this?')).toBeNull();
  });
});

describe('token-json', () => {
  test.each([
    ['a header that is no JSON', compact('{alg:ES256}', PAYLOAD), 'syntax', 'part_header', 1, 'a'],
    ['claims that break off', compact(HEADER, '{"iss":'), 'syntax', 'part_payload', 7, null],
    ['claims that are a list', compact(HEADER, '[1]'), 'not_an_object', 'part_payload', 0, '['],
    ['claims that are text', compact(HEADER, '"x"'), 'not_an_object', 'part_payload', 0, '"'],
    ['a byte order mark', compact(`\ufeff${HEADER}`, PAYLOAD), 'syntax', 'part_header', 0, '\\ufeff'],
    ['three words', 'abc.def.ghi', 'utf_8', 'part_header', 0, undefined],
  ])('%s', (_, token, variant, part, offset, found) => {
    const verdict = exchanged('token-json', token);
    expect(wordOf(verdict)).toBe(`found fault proven ${variant}`);
    expect(verdict).toMatchObject({
      finding: {
        values: { part: { id: part }, offset: { count: offset + 1 } },
      },
    });
    const [expected, shown] = verdict?.is === 'found' ? verdict.finding.evidence : [];
    expect(expected).toEqual({
      label: 'expected',
      note: part,
      value: { type: 'message', id: 'evidence_json_object' },
    });
    const value = shown?.value;
    if (found === null) expect(value).toEqual({ type: 'message', id: 'evidence_cut_short' });
    // Bytes that are no text have no character to show.
    else if (found === undefined) expect(value).toBeUndefined();
    else expect(value).toEqual({ type: 'code', text: found });
  });

  test('a sound form rules it out, a repeated name does too', () => {
    expect(wordOf(exchanged('token-json', authToken()))).toBe('passed');
    expect(wordOf(exchanged('token-json', compact('{"alg":"ES256","alg":"ES256"}', PAYLOAD)))).toBe('passed');
  });
  test.each([
    ['a text that is no JWT', 'opaque'],
    ['a cut token', base64url('{"alg":')],
    ['a segment outside the alphabet, which has its own finding', `%%%.${base64url(PAYLOAD)}.${signature()}`],
  ])('%s', (_, token) => {
    expect(exchanged('token-json', token)).toBeNull();
  });
});

describe('token-duplicate-keys', () => {
  test.each([
    ['in the header', compact(`{"alg":"ES256","kid":"A","kid":"B"}`, PAYLOAD), 'proven header', 'kid'],
    ['in the claims', compact(HEADER, '{"iat":1,"iat":2}'), 'likely payload', 'iat'],
    ['in an escaped spelling', compact(`{"kid":"A","\\u006bid":"B"}`, PAYLOAD), 'proven header', 'kid'],
    ['deep in the claims', compact(HEADER, '{"a":{"b":1,"b":2}}'), 'likely payload', 'b'],
  ])('%s', (_, token, word, name) => {
    const verdict = exchanged('token-duplicate-keys', token);
    expect(wordOf(verdict)).toBe(`found fault ${word}`);
    expect(verdict).toMatchObject({
      finding: { evidence: [{}, { value: { text: name } }], values: { name: { text: name } } },
    });
  });
  test('the same name in header and claims is fine', () => {
    expect(exchanged('token-duplicate-keys', compact(HEADER, `{"kid":"${KEY}"}`))).toBeNull();
  });
});

describe('header-alg', () => {
  test.each([
    ['HS256', authToken({}, { alg: 'HS256' }), 'found fault proven', 'HS256'],
    ['RS256', authToken({}, { alg: 'RS256' }), 'found fault proven', 'RS256'],
    ['es256 in lower case', authToken({}, { alg: 'es256' }), 'found fault proven', 'es256'],
    ['none', authToken({}, { alg: 'none' }), 'found fault proven', 'none'],
    ['a number', authToken({}, { alg: 256 }), 'found fault proven', '256'],
    ['an object', authToken({}, { alg: {} }), 'found fault proven', '{…}'],
  ])('%s', (_, token, word, found) => {
    const verdict = exchanged('header-alg', token);
    expect(wordOf(verdict)).toBe(word);
    expect(verdict).toMatchObject({
      finding: { evidence: [{ value: { text: 'ES256' } }, { value: { text: found } }] },
    });
  });
  test.each([
    ['none at all', EXCHANGE, authToken({}, { alg: undefined }), 'found fault proven missing'],
    [
      'one in the prototype only',
      EXCHANGE,
      compact(`{"__proto__":{"alg":"ES256"},"kid":"${KEY}"}`, PAYLOAD),
      'found fault proven missing',
    ],
    [
      'a token of no kind, where an auth token belongs',
      EXCHANGE,
      compact({ alg: 'HS512' }, {}),
      'found fault proven',
    ],
    ['a token of no kind, where an access token belongs', GEOCODE, compact({ alg: 'HS512' }, {}), 'silent'],
    ['ES256', EXCHANGE, authToken(), 'passed'],
    ['the HS512 of an access token', GEOCODE, accessToken(), 'silent'],
    ['a header that cannot be read', EXCHANGE, compact('{', PAYLOAD), 'silent'],
    [
      'an encrypted token, whose alg is another thing',
      EXCHANGE,
      `${base64url(`{"alg":"ECDH-ES","kid":"${KEY}"}`)}.a.b.c.d`,
      'silent',
    ],
  ])('%s', (_, url, token, word) => {
    expect(wordOf(verdictOf('header-alg', asked(url, token)))).toBe(word);
  });
});

describe('header-kid-missing', () => {
  test.each([
    ['no kid', authToken({}, { kid: undefined }), 'found fault proven'],
    ['kid among the claims', authToken({ kid: KEY }, { kid: undefined }), 'found fault proven in_payload'],
    ['kid', authToken(), 'silent'],
    ['an odd kid, which has its own finding', authToken({}, { kid: 'x' }), 'silent'],
    ['an access token, which has none', accessToken(), 'silent'],
    ['a header that cannot be read', compact('{', PAYLOAD), 'silent'],
  ])('%s', (_, token, word) => {
    expect(wordOf(exchanged('header-kid-missing', token))).toBe(word);
  });
  test('shows where it stands', () => {
    expect(exchanged('header-kid-missing', authToken({ kid: KEY }, { kid: undefined }))).toMatchObject({
      finding: {
        evidence: [
          { value: { text: 'kid' }, note: 'part_header' },
          { value: { text: KEY }, note: 'part_payload' },
        ],
      },
    });
  });
});

describe('header-typ', () => {
  test.each([
    ['none', authToken({}, { typ: undefined }), 'found warning possible missing'],
    ['jwt in lower case', authToken({}, { typ: 'jwt' }), 'found warning possible'],
    ['at+jwt', authToken({}, { typ: 'at+jwt' }), 'found warning possible'],
    ['null', authToken({}, { typ: null }), 'found warning possible'],
    ['JWT', authToken(), 'silent'],
    ['an access token', accessToken({}, { typ: undefined }), 'silent'],
    ['a header that cannot be read', compact('{', PAYLOAD), 'silent'],
  ])('%s', (_, token, word) => {
    expect(wordOf(exchanged('header-typ', token))).toBe(word);
  });
  test('shows the value', () => {
    expect(exchanged('header-typ', authToken({}, { typ: 'jwt' }))).toMatchObject({
      finding: {
        evidence: [{ value: { text: 'JWT' } }, { value: { text: 'jwt' } }],
        values: { typ: { text: 'jwt' } },
      },
    });
  });
});

describe('signature-missing', () => {
  test.each([
    ['an auth token without one', EXCHANGE, authToken({}, {}, ''), 'found fault proven'],
    ['an access token without one', GEOCODE, accessToken({}, {}, ''), 'found fault proven'],
    ['one byte', EXCHANGE, authToken({}, {}, 'AA'), 'silent'],
    ['one outside the alphabet', EXCHANGE, authToken({}, {}, '!'), 'silent'],
    ['a token of two segments', EXCHANGE, authToken().replace(/\.[^.]*$/, ''), 'silent'],
  ])('%s', (_, url, token, word) => {
    expect(wordOf(verdictOf('signature-missing', asked(url, token)))).toBe(word);
  });
});

describe('signature-length', () => {
  test.each([
    ['39 bytes of a cut one', EXCHANGE, authToken({}, {}, signature(39)), 39],
    ['63 bytes', EXCHANGE, authToken({}, {}, signature(63)), 63],
    ['32 bytes of HS256', EXCHANGE, authToken({}, { alg: 'HS256' }, signature(32)), 32],
    ['256 bytes of RS256', EXCHANGE, authToken({}, { alg: 'RS256' }, signature(256)), 256],
    ['an access token that was cut', GEOCODE, accessToken({}, {}, signature(60)), 60],
    ['DER that was cut', EXCHANGE, authToken({}, {}, DER_SIGNATURE.slice(0, 80)), 60],
  ])('%s', (_, url, token, bytes) => {
    const verdict = verdictOf('signature-length', asked(url, token));
    expect(wordOf(verdict)).toBe('found fault proven');
    expect(verdict).toMatchObject({
      finding: { evidence: [{ value: { count: 64 } }, { value: { count: bytes } }] },
    });
  });
  test.each([
    ['64 bytes', EXCHANGE, authToken()],
    [
      '64 bytes that begin as DER does',
      EXCHANGE,
      authToken({}, {}, base64url(Uint8Array.from([0x30, 62, ...Array(62).fill(1)]))),
    ],
    ['whole DER, which is another matter', EXCHANGE, authToken({}, {}, DER_SIGNATURE)],
    ['none, which has its own finding', EXCHANGE, authToken({}, {}, '')],
    ['a token of no kind on an unknown path', 'https://maps-api.apple.com/v1', compact({}, {}, signature(3))],
  ])('%s is no such fault', (_, url, token) => {
    expect(verdictOf('signature-length', asked(url, token))).toBeNull();
  });
});
