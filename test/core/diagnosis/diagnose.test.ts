import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/checks/check.ts';
import { STEPS } from '../../../src/core/checks/check.ts';
import { CHECKS } from '../../../src/core/checks/index.ts';
import { fault, note, passed, warning } from '../../../src/core/diagnosis/finding.ts';
import type { Entry } from '../../../src/core/index.ts';
import { diagnose, plannedExchange, subjectOf } from '../../../src/core/index.ts';
import {
  asked,
  BOOTSTRAP,
  dateHeader,
  EXCHANGE,
  entryOf,
  GEOCODE,
  json,
  MAPKIT_SEARCH,
  NOT_AUTHORIZED,
  NOW,
  read,
  refused,
  TILE,
} from '../../fixtures/entries.ts';
import { findingsOf, idsOf, judge } from '../../fixtures/judge.ts';
import { runs } from '../../fixtures/runs.ts';
import {
  accessToken,
  authToken,
  base64url,
  compact,
  KEY,
  signature,
  T,
  TEAM,
} from '../../fixtures/tokens.ts';

const ORIGIN_REFUSED = json({
  error: {
    message: 'Not Authorized',
    details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: 'Origin does not match' }],
  },
});

describe('a refusal is explained by the first step that has a fault', () => {
  const expired = { exp: T - 10 };
  const worst = compact({ alg: 'HS256', typ: 'jwt' }, { iss: 'me', exp: T - 10 }, '');
  const JWE = [base64url(`{"alg":"ECDH-ES","kid":"${KEY}"}`), 'a', 'b', 'c', 'd'].join('.');
  test.each([
    [
      "Apple's word before everything",
      refused(BOOTSTRAP, authToken(expired), { body: ORIGIN_REFUSED }),
      'origin-check-failure',
    ],
    [
      'the daily limit before the token',
      refused(GEOCODE, accessToken(expired), { status: 429 }),
      'quota-exceeded',
    ],
    [
      "Apple's failure before the token",
      refused(GEOCODE, accessToken(expired), { status: 503 }),
      'server-error',
    ],
    [
      "Apple's failure, though it sends a page",
      refused(GEOCODE, accessToken(), { status: 502, body: read('<html>') }),
      'server-error',
    ],
    [
      'the daily limit, though it sends a page',
      refused(GEOCODE, accessToken(), { status: 429, body: read('<html>') }),
      'quota-exceeded',
    ],
    [
      'a page before the token',
      refused(GEOCODE, accessToken(expired), { status: 403, body: read('<html>') }),
      'answer-not-apple',
    ],
    [
      'no answer before the token',
      asked(GEOCODE, accessToken(expired), { status: 0, error: 'net::ERR_NAME_NOT_RESOLVED' }),
      'network-failure',
    ],
    [
      'a blocker before the network',
      asked(GEOCODE, accessToken(), { status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' }),
      'blocked-by-client',
    ],
    [
      'the header before the token in it',
      entryOf({ url: EXCHANGE, status: 401, requestHeaders: [['authorization', worst]] }),
      'bearer-scheme',
    ],
    [
      'the missing space before the times',
      entryOf({
        url: EXCHANGE,
        status: 401,
        requestHeaders: [['authorization', `Bearer${authToken(expired)}`]],
      }),
      'bearer-no-space',
    ],
    [
      'quotes before the alphabet that they break',
      entryOf({ url: EXCHANGE, status: 401, requestHeaders: [['authorization', `Bearer "${authToken()}"`]] }),
      'bearer-stray-characters',
    ],
    ['no token at all', entryOf({ url: EXCHANGE, status: 401, body: NOT_AUTHORIZED }), 'bearer-missing'],
    ['a placeholder', refused(GEOCODE, 'undefined'), 'bearer-placeholder'],
    ['the kind before the shape', refused(GEOCODE, authToken({}, {}, '')), 'auth-token-at-service'],
    ['the kind before the times', refused(GEOCODE, authToken(expired)), 'auth-token-at-service'],
    ['the kind at the services of MapKit JS', refused(MAPKIT_SEARCH, authToken()), 'auth-token-at-service'],
    ['the kind at the exchange', refused(EXCHANGE, accessToken(expired)), 'access-token-at-exchange'],
    ['the kind at bootstrap', refused(BOOTSTRAP, accessToken()), 'access-token-at-exchange'],
    ['an encrypted token is no kind', refused(GEOCODE, JWE), 'token-not-jwt'],
    ['the shape before the times', refused(EXCHANGE, authToken(expired, { alg: 'RS256' })), 'header-alg'],
    ['a text that is no token', refused(EXCHANGE, KEY), 'token-not-jwt'],
    ['a token without its end', refused(EXCHANGE, authToken().slice(0, 60)), 'token-not-jwt'],
    [
      'a repeated name',
      refused(
        EXCHANGE,
        compact(`{"alg":"ES256","kid":"${KEY}","kid":"${KEY}","typ":"JWT"}`, { iss: TEAM, iat: T }),
      ),
      'token-duplicate-keys',
    ],
    ['a missing key ID', refused(EXCHANGE, authToken({}, { kid: undefined })), 'header-kid-missing'],
    ['a cut signature', refused(EXCHANGE, authToken({}, {}, signature(39))), 'signature-length'],
    [
      'what is proven before what is possible',
      refused(EXCHANGE, authToken({}, { alg: 'HS256' }, `${signature().slice(0, -1)}B`)),
      'header-alg',
    ],
    [
      'milliseconds before the life that they make',
      refused(EXCHANGE, authToken({ iat: NOW, exp: T - 10 })),
      'time-in-milliseconds',
    ],
    [
      'an end before the beginning, rather than its end',
      refused(EXCHANGE, authToken({ iat: T, exp: T - 10 }), { responseHeaders: [dateHeader()] }),
      'exp-before-iat',
    ],
    ['an auth token that ended', refused(EXCHANGE, authToken(expired)), 'auth-token-expired'],
    ['an access token that ended', refused(MAPKIT_SEARCH, accessToken(expired)), 'access-token-expired'],
    ['a token of the future', refused(EXCHANGE, authToken({ iat: T + 7200, exp: T + 9000 })), 'iat-future'],
    [
      'the times before the names',
      refused(EXCHANGE, authToken({ ...expired, iss: undefined })),
      'auth-token-expired',
    ],
    ['a missing Team ID', refused(EXCHANGE, authToken({ iss: undefined })), 'iss-missing'],
    [
      'an odd Team ID where no fault explains it',
      refused(EXCHANGE, authToken({ iss: 'maps.com.example' })),
      'iss-form',
    ],
    [
      'an odd key ID where no fault explains it',
      refused(EXCHANGE, authToken({}, { kid: 'x' })),
      'header-kid-form',
    ],
    [
      'a time in quotes where no fault explains it',
      refused(EXCHANGE, authToken({ iat: String(T - 60) })),
      'time-not-a-number',
    ],
    [
      'a fault before a warning of an earlier step',
      refused(EXCHANGE, authToken({ iat: String(T - 60), iss: undefined })),
      'iss-missing',
    ],
    ['nothing: the account', refused(EXCHANGE, authToken()), 'rejected-well-formed'],
    [
      'nothing, though there is no end',
      refused(BOOTSTRAP, authToken({ exp: undefined })),
      'rejected-well-formed',
    ],
    [
      'nothing, for an access token',
      refused(GEOCODE, accessToken(), { status: 403 }),
      'rejected-well-formed',
    ],
    [
      'nothing, though the end is a year away',
      refused(EXCHANGE, authToken({ exp: T + 1e8 })),
      'rejected-well-formed',
    ],
  ])('%s', (_, entry, cause) => {
    const diagnosis = judge(entry);
    expect(diagnosis.refused).toBe(true);
    expect(diagnosis.cause?.id).toBe(cause);
    expect(diagnosis.others).not.toContain(diagnosis.cause);
  });

  test('the other findings come after it, the most severe first', () => {
    const { others } = judge(refused(EXCHANGE, worst));
    const severities = others.map(({ severity }) => ['fault', 'warning', 'note'].indexOf(severity));
    expect(severities).toEqual(severities.toSorted((a, b) => a - b));
    expect(others.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['signature-missing', 'auth-token-expired', 'header-typ']),
    );
  });

  test('the kind of a refused token is told with both steps and their order', () => {
    expect(STEPS.indexOf('answer')).toBeLessThan(STEPS.indexOf('bearer'));
    expect([...STEPS]).toEqual([
      'answer',
      'bearer',
      'kind',
      'shape',
      'time',
      'signature',
      'origin',
      'names',
      'request',
    ]);
  });
});

describe('where nothing can be said, nothing is guessed', () => {
  test.each([
    ['a 404', asked(GEOCODE, accessToken(), { status: 404, body: json({}) })],
    [
      'a tile that was refused, which carries no token',
      entryOf({ url: TILE, status: 403, body: { state: 'binary' } }),
    ],
    ['a preflight that was refused', entryOf({ url: EXCHANGE, method: 'OPTIONS', status: 401 })],
  ])('%s has no cause', (_, entry) => {
    expect(judge(entry)).toMatchObject({ refused: true, cause: null });
  });

  test('a refusal of an unknown path without a token is not laid on a token', () => {
    const { cause } = judge(
      entryOf({ url: 'https://maps-api.apple.com/v2/x', status: 401, body: NOT_AUTHORIZED }),
    );
    expect(cause?.id).not.toBe('rejected-well-formed');
  });
});

describe('rejected-well-formed', () => {
  test('names key and team of an auth token, and quotes Apple', () => {
    expect(judge(refused(EXCHANGE, authToken())).cause).toMatchObject({
      severity: 'fault',
      certainty: 'likely',
      variant: '',
      evidence: [
        { label: 'expected', value: { text: '200' } },
        { label: 'found', value: { text: '401' }, note: 'evidence_no_reason' },
        { label: 'apple-says', value: { type: 'text', text: 'Not Authorized' } },
      ],
      values: { kid: { text: KEY }, iss: { text: TEAM } },
    });
  });
  test('has other sentences for a token that names none', () => {
    expect(judge(refused(GEOCODE, accessToken())).cause).toMatchObject({ variant: 'unnamed', values: {} });
  });
  test('is no word for an accepted request', () => {
    expect(idsOf(judge(asked(EXCHANGE, authToken(), { body: json({ accessToken: 'x' }) })))).not.toContain(
      'rejected-well-formed',
    );
  });
});

describe('what is refused', () => {
  test.each([
    [200, {}, false],
    [204, { body: { state: 'none' } }, false],
    [304, { body: { state: 'none' } }, false],
    [400, {}, true],
    [401, { body: NOT_AUTHORIZED }, true],
    [500, {}, true],
    [302, { body: { state: 'none' } }, true],
    [200, { body: read('<html>') }, true],
    [200, { error: 'net::ERR_FAILED' }, true],
    [0, { error: 'net::ERR_CONNECTION_RESET', body: { state: 'none' } }, true],
    [0, { error: 'net::ERR_ABORTED', body: { state: 'none' } }, false],
  ] satisfies [number, Partial<Entry>, boolean][])('a %i with %j: %j', (status, change, is) => {
    expect(judge(asked(GEOCODE, accessToken(), { status, ...change })).refused).toBe(is);
  });

  test('a request that the page took back has no cause and is no fault', () => {
    const { cause, others } = judge(
      asked(GEOCODE, accessToken(), { status: 0, error: 'net::ERR_ABORTED', body: { state: 'none' } }),
    );
    expect(cause).toBeNull();
    expect(others).toMatchObject([{ id: 'network-failure', severity: 'note' }]);
  });
});

describe('what Apple accepted is no fault', () => {
  test.each([
    [
      'an ended token',
      asked(GEOCODE, accessToken({ exp: T - 10 }), { responseHeaders: [dateHeader()] }),
      'access-token-expired',
    ],
    ['the wrong kind', asked(GEOCODE, authToken()), 'auth-token-at-service'],
    ['another algorithm', asked(EXCHANGE, authToken({}, { alg: 'RS256' })), 'header-alg'],
    ['a cut signature', asked(EXCHANGE, authToken({}, {}, signature(10))), 'signature-length'],
  ])('%s is at most a departure', (_, entry, id) => {
    const { cause, others, refused, ruledOut } = judge(entry);
    expect({ cause, refused, ruledOut }).toEqual({ cause: null, refused: false, ruledOut: [] });
    expect(others.find((finding) => finding.id === id)).toMatchObject({
      severity: 'warning',
      certainty: 'possible',
    });
    expect(others.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  test('warnings and notes stay what they are', () => {
    const { others } = judge(asked(EXCHANGE, authToken({ exp: undefined, iss: 'me' })));
    expect(others.find(({ id }) => id === 'iss-form')).toMatchObject({
      severity: 'warning',
      certainty: 'likely',
    });
    expect(others.find(({ id }) => id === 'exp-missing')).toMatchObject({ severity: 'note' });
  });
});

describe('what was ruled out', () => {
  test('is told of a refusal, with the values that rule it out', () => {
    const { ruledOut } = judge(refused(EXCHANGE, authToken()));
    expect(ruledOut).toEqual(
      expect.arrayContaining([
        {
          id: 'access-token-at-exchange',
          variant: '',
          values: { endpoint: { type: 'message', id: 'endpoint_token' } },
        },
        { id: 'token-json', variant: '', values: {} },
        {
          id: 'auth-token-expired',
          variant: '',
          values: { left: { type: 'duration', seconds: 1200 }, life: { type: 'duration', seconds: 1800 } },
        },
      ]),
    );
  });
  test('never holds the cause, nor anything found', () => {
    const diagnosis = judge(refused(EXCHANGE, authToken({ exp: T - 5 }, { alg: 'HS256' })));
    const found = new Set(idsOf(diagnosis));
    expect(diagnosis.ruledOut.filter(({ id }) => found.has(id))).toEqual([]);
  });
});

describe('a planned request', () => {
  const plan = (token: string) => diagnose(subjectOf(plannedExchange(token, NOW), undefined, false));
  test.each([
    ['a sound token', authToken(), null],
    ['a token of the portal without an end', authToken({ exp: undefined }, { typ: 'JWT' }), null],
    ['an odd typ, which is no fault', authToken({}, { typ: 'jwt' }), null],
    ['an ended token', authToken({ exp: T - 1 }), 'auth-token-expired'],
    ['an access token', accessToken(), 'access-token-at-exchange'],
    ['no token', '', 'bearer-placeholder'],
    ['a key ID', KEY, 'token-not-jwt'],
    ['another algorithm', authToken({}, { alg: 'HS256' }), 'header-alg'],
    ['milliseconds', authToken({ exp: NOW }), 'time-in-milliseconds'],
    ['a cut token', authToken().slice(0, -20), 'signature-length'],
    ['a quoted token', `"${authToken()}"`, 'bearer-stray-characters'],
  ])('with %s', (_, token, cause) => {
    const diagnosis = plan(token);
    expect(diagnosis.refused).toBe(cause !== null);
    expect(diagnosis.cause?.id ?? null).toBe(cause);
  });

  test('is not blamed for having no answer, and faults are not demoted', () => {
    const diagnosis = plan(authToken({ exp: T - 1 }));
    expect(idsOf(diagnosis)).not.toContain('network-failure');
    expect(diagnosis.cause).toMatchObject({ severity: 'fault', certainty: 'likely' });
  });
});

describe('a check that throws', () => {
  const broken = (change: Partial<Check> = {}): Check => ({
    id: 'iss-form',
    step: 'names',
    run: () => {
      throw new TypeError('secret text of a token');
    },
    ...change,
  });
  const found: Check = { id: 'iss-missing', step: 'names', run: () => fault() };
  const subject = subjectOf(refused(EXCHANGE, authToken()));

  test('becomes a visible finding, and the others still run', () => {
    const { cause, others } = diagnose(subject, [broken(), found]);
    expect(cause?.id).toBe('iss-missing');
    expect(others).toEqual([
      {
        id: 'internal',
        severity: 'note',
        certainty: 'proven',
        variant: '',
        evidence: [{ label: 'found', value: { type: 'code', text: 'TypeError' } }],
        values: { check: { type: 'code', text: 'iss-form' } },
      },
    ]);
  });

  test.each([[false], [true]])('is never the cause, whether its warnings might be: %j', (mayExplain) => {
    const { cause, others } = diagnose(subject, [broken({ mayExplain })]);
    expect(cause?.id).toBe('rejected-well-formed');
    expect(others.map(({ id }) => id)).toEqual(['internal']);
  });

  test('may throw anything', () => {
    const odd = broken({
      run: () => {
        throw 'text';
      },
    });
    expect(diagnose(subject, [odd]).others).toMatchObject([{ evidence: [{ value: { text: 'Error' } }] }]);
  });

  test('does not make an accepted request a refused one', () => {
    expect(diagnose(subjectOf(asked(EXCHANGE, authToken())), [broken()])).toMatchObject({
      refused: false,
      cause: null,
    });
  });
});

describe('the ranking', () => {
  const subject = subjectOf(refused(EXCHANGE, authToken()));
  const check = (id: Check['id'], step: Check['step'], run: Check['run'], mayExplain = false): Check => ({
    id,
    step,
    run,
    mayExplain,
  });
  test.each([
    [
      'the earlier step',
      [check('iss-missing', 'names', () => fault()), check('header-alg', 'shape', () => fault())],
      'header-alg',
    ],
    [
      'the more certain within a step',
      [
        check('iss-missing', 'names', () => fault({ certainty: 'possible' })),
        check('iss-form', 'names', () => fault({ certainty: 'likely' })),
      ],
      'iss-form',
    ],
    [
      'the earlier line within a step',
      [check('iss-form', 'names', () => fault()), check('iss-missing', 'names', () => fault())],
      'iss-form',
    ],
    [
      'a later fault before an earlier warning that may explain',
      [check('header-alg', 'shape', () => warning(), true), check('iss-missing', 'names', () => fault())],
      'iss-missing',
    ],
    ['a warning that may explain', [check('iss-form', 'names', () => warning(), true)], 'iss-form'],
    ['a warning that may not', [check('header-typ', 'shape', () => warning())], 'rejected-well-formed'],
    ['a note', [check('exp-missing', 'time', () => note())], 'rejected-well-formed'],
    ['what passed', [check('token-json', 'shape', () => passed())], 'rejected-well-formed'],
  ])('names %s', (_, checks, cause) => {
    expect(diagnose(subject, checks).cause?.id).toBe(cause);
  });
});

/** A busy machine is no fault. */
const PATIENTLY = { timeout: 60_000 };

describe('any entry', () => {
  const tokens = fc.oneof(
    fc.constantFrom(authToken(), accessToken(), authToken({ exp: T - 1 }), 'undefined', ''),
    fc
      .tuple(
        fc.dictionary(
          fc.constantFrom('alg', 'typ', 'kid', '__proto__', 'crit'),
          fc.jsonValue({ maxDepth: 2 }),
        ),
        fc.dictionary(
          fc.constantFrom(
            'iss',
            'iat',
            'exp',
            'origin',
            'scope',
            'tid',
            'kid',
            'sub',
            'constructor',
            'toString',
          ),
          fc.oneof(
            fc.jsonValue({ maxDepth: 2 }),
            fc.constant({ toString: 1, valueOf: 1 }),
            fc.constantFrom(T, NOW, 1e300, -1, '*', 'example.com, *.x', ''),
          ),
        ),
        fc.constantFrom('', signature(), signature(30), 'ab+c=='),
      )
      .map(([header, payload, third]) => compact(header, payload, third)),
    fc.tuple(fc.nat(400), fc.string({ maxLength: 5, unit: 'binary' })).map(([at, insert]) => {
      const token = authToken();
      return token.slice(0, at) + insert + token.slice(at + insert.length);
    }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const entries = fc
    .record({
      url: fc.oneof(
        fc.constantFrom(
          EXCHANGE,
          BOOTSTRAP,
          GEOCODE,
          MAPKIT_SEARCH,
          TILE,
          'https://maps-api.apple.com/v1',
          `${GEOCODE}&q=2`,
        ),
        fc.webUrl(),
        fc.string(),
      ),
      method: fc.constantFrom('GET', 'POST', 'OPTIONS', 'HEAD', ''),
      status: fc.constantFrom(0, 200, 204, 302, 400, 401, 403, 404, 429, 500, 503, 999),
      scheme: fc.constantFrom('Bearer ', 'Bearer', '', 'Basic ', 'bearer  "'),
      token: tokens,
      text: fc.oneof(
        fc.constantFrom(
          '',
          '{}',
          '<html>',
          '{"error":{"message":"x","details":[{"errorType":"ORIGIN_CHECK_FAILURE"}]}}',
        ),
        fc.json(),
        fc.string(),
      ),
      error: fc.constantFrom('', 'net::ERR_FAILED', 'csp', 'timeout', 'net::ERR_ABORTED'),
      headers: fc.array(
        fc.tuple(
          fc.constantFrom('date', 'origin', 'referer', 'retry-after', 'x-rid'),
          fc.string({ maxLength: 20 }),
        ),
        { maxLength: 3 },
      ),
      startedAt: fc.constantFrom(0, NOW, 8.64e15, -1),
      duration: fc.constantFrom(0, 80, 1e9),
      sent: fc.boolean(),
    })
    .map(({ scheme, token, text, headers, sent, ...rest }) => ({
      sent,
      entry: entryOf({
        ...rest,
        requestHeaders: [['Authorization', scheme + token], ...headers],
        responseHeaders: headers,
        body: read(text),
      }),
    }));

  test('has the same diagnosis twice, no check throws, and nothing accepted has a fault', PATIENTLY, () => {
    fc.assert(
      fc.property(entries, ({ entry, sent }) => {
        const diagnosis = judge(entry, sent);
        expect(judge(entry, sent)).toEqual(diagnosis);
        expect(findingsOf(diagnosis).filter(({ id }) => id === 'internal')).toEqual([]);
        if (sent && !diagnosis.refused)
          expect(diagnosis.others.filter(({ severity }) => severity === 'fault')).toEqual([]);
        if (diagnosis.cause !== null) expect(diagnosis.refused).toBe(true);
        expect(JSON.parse(JSON.stringify(diagnosis))).toEqual(diagnosis);
      }),
      { numRuns: runs(300) },
    );
  });
});

test('every check has an id of its own', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
