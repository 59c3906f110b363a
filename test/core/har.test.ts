import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_LIMIT } from '../../src/core/entry.ts';
import { entryFromHar, harIdentity, harMediaType, subjectOf } from '../../src/core/index.ts';
import { NOW } from '../fixtures/entries.ts';
import { harOf } from '../fixtures/har.ts';
import { runs } from '../fixtures/runs.ts';

const NONE = { state: 'none' } as const;
const entry = (har: unknown) => entryFromHar(har, 'x', NONE);

describe('an entry of devtools', () => {
  test('is read in full', () => {
    const har = harOf({
      url: 'https://maps-api.apple.com/v1/geocode?q=1',
      status: 401,
      time: 12.5,
      requestHeaders: { Authorization: 'Bearer a' },
      responseHeaders: { 'x-rid': '1' },
      error: 'net::ERR_X',
    });
    expect(entry(har)).toEqual({
      id: 'x',
      startedAt: NOW,
      duration: 12.5,
      method: 'GET',
      url: 'https://maps-api.apple.com/v1/geocode?q=1',
      requestHeaders: [['Authorization', 'Bearer a']],
      status: 401,
      statusText: 'OK',
      responseHeaders: [['x-rid', '1']],
      body: NONE,
      error: 'net::ERR_X',
      preflight: null,
    });
  });

  test('is plain data: it crosses contexts as JSON unchanged', () => {
    const read = entry(harOf({ requestHeaders: { a: 'x'.repeat(FIELD_LIMIT + 5) } }));
    expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  });

  test.each([
    [
      'pseudo-headers are no headers',
      { requestHeaders: { ':authority': 'maps-api.apple.com', a: '1' } },
      [['a', '1']],
    ],
    ['a header without a name is none', { requestHeaders: { '': 'x', a: '1' } }, [['a', '1']]],
    ['an empty value stays', { requestHeaders: { a: '' } }, [['a', '']]],
    [
      'a long value is cut and its length told',
      { requestHeaders: { a: 'y'.repeat(9000) } },
      [['a', 'y'.repeat(FIELD_LIMIT), 9000]],
    ],
  ])('%s', (_, change, headers) => {
    expect(entry(harOf(change)).requestHeaders).toEqual(headers);
  });
});

describe('what is missing or odd has a plain default', () => {
  const { request, response } = harOf();
  test.each([
    ['no start', { request, response }, { startedAt: 0 }],
    ['a start that is no date', { startedDateTime: 'soon', request }, { startedAt: 0 }],
    ['a negative time', { time: -1 }, { duration: 0 }],
    ['a time that is a string', { time: '12' }, { duration: 0 }],
    ['a time that is no number', { time: Number.NaN }, { duration: 0 }],
    ['no method', { request: { url: 'https://a.test/' } }, { method: 'GET', url: 'https://a.test/' }],
    ['no request', {}, { url: '', requestHeaders: [] }],
    ['a status below zero', { response: { status: -1 } }, { status: 0 }],
    ['a status with a fraction', { response: { status: 200.9 } }, { status: 200 }],
    ['a status in a string', { response: { status: '200' } }, { status: 0 }],
    ['headers that are no list', { response: { headers: { a: 1 } } }, { responseHeaders: [] }],
    [
      'headers of anything',
      { response: { headers: [null, 1, 'x', {}, { name: 1 }] } },
      { responseHeaders: [] },
    ],
    [
      'a header value that is no text',
      { response: { headers: [{ name: 'a', value: 1 }] } },
      { responseHeaders: [['a', '']] },
    ],
    ['a very long URL', { request: { url: `https://a.test/${'x'.repeat(20_000)}` } }, { method: 'GET' }],
    ['null', null, { url: '', status: 0 }],
    ['a number', 5, { url: '', status: 0 }],
    ['an array', [], { url: '', status: 0 }],
  ])('%s', (_, har, parts) => {
    expect(entry(har)).toMatchObject(parts);
    expect(entry(har).url.length).toBeLessThanOrEqual(FIELD_LIMIT);
  });

  test('the identity is what devtools writes, and nothing else', () => {
    expect(harIdentity(harOf({ at: NOW }))).toEqual({
      method: 'GET',
      url: 'https://maps-api.apple.com/v1/token',
      startedDateTime: new Date(NOW).toISOString(),
    });
    expect(harIdentity(undefined)).toEqual({ method: 'GET', url: '', startedDateTime: '' });
  });

  test.each([
    ['application/json;charset=utf8', 'application/json'],
    [' Text/HTML ; x', 'text/html'],
    ['', ''],
    [undefined, ''],
    [{}, ''],
  ])('the media type of %j is %j', (mimeType, type) => {
    expect(harMediaType({ response: { content: { mimeType } } })).toBe(type);
  });

  test('there may be no content to have a media type', () => {
    expect([
      harMediaType(null),
      harMediaType({ response: null }),
      harMediaType({ response: { content: 1 } }),
    ]).toEqual(['', '', '']);
  });
});

describe('ten thousand mutated entries', () => {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, true, 0, -1, 1e308, Number.NaN, '', '__proto__', [], {}),
    fc.string({ maxLength: 12, unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom('https://maps-api.apple.com/v1/token', 'Bearer ', 'Sun, 06 Nov 1994 08:49:37 GMT'),
    fc.double(),
  );
  const fields = fc.oneof(
    leaf,
    fc.array(
      fc.oneof(
        leaf,
        fc.record({ name: fc.constantFrom<unknown>('authorization', 'Date', ':x', 1), value: leaf }),
      ),
      { maxLength: 4 },
    ),
  );
  const sometimes = <V>(value: fc.Arbitrary<V>) =>
    fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: leaf });
  const mutated = sometimes(
    fc.record({
      startedDateTime: sometimes(fc.constant(harOf().startedDateTime)),
      time: sometimes(fc.constant(80)),
      request: sometimes(
        fc.record({
          method: sometimes(fc.constant('GET')),
          url: sometimes(fc.constant(harOf().request.url)),
          headers: fields,
        }),
      ),
      response: sometimes(
        fc.record({
          status: sometimes(fc.constantFrom(0, 200, 401)),
          statusText: leaf,
          headers: fields,
          content: leaf,
          _error: leaf,
        }),
      ),
    }),
  );

  // A busy machine is no fault.
  test('are read without an exception into entries of the right types', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(mutated, (har) => {
        const read = entry(har);
        harMediaType(har);
        subjectOf(read);
        const types = [read.method, read.url, read.statusText, read.error].map((text) => typeof text);
        const numbers = [read.startedAt, read.duration, read.status];
        return (
          types.every((type) => type === 'string') &&
          numbers.every((value) => Number.isFinite(value)) &&
          read.duration >= 0 &&
          [...read.requestHeaders, ...read.responseHeaders].every(
            ([name, value]) => typeof name === 'string' && name !== '' && typeof value === 'string',
          )
        );
      }),
      { numRuns: runs(10_000) },
    );
  });
});
