import { describe, expect, test } from 'vitest';
import type { Entry, HeaderField } from '../../../src/core/index.ts';
import {
  asked,
  BOOTSTRAP,
  EMBED,
  EXCHANGE,
  entryOf,
  GEOCODE,
  json,
  MAPKIT_SEARCH,
  NOT_AUTHORIZED,
  read,
  TILE,
} from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken } from '../../fixtures/tokens.ts';

const ACAO: HeaderField = ['Access-Control-Allow-Origin', '*'];
const preflight = (status: number, ...responseHeaders: HeaderField[]) => ({
  status,
  startedAt: 0,
  duration: 5,
  responseHeaders,
});
const unanswered = (error: string, change: Partial<Entry> = {}) =>
  asked(GEOCODE, accessToken(), { status: 0, error, body: { state: 'none' }, ...change });
const answered = (status: number, change: Partial<Entry> = {}) =>
  asked(GEOCODE, accessToken(), { status, ...change });

describe('origin-check-failure', () => {
  const said = 'Origin does not match - expected: graypane.test, actual: https://www.graypane.test';
  const body = json({
    error: { message: 'x', details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: said }] },
  });
  const refusedBy = (change: Partial<Entry>) =>
    verdictOf('origin-check-failure', entryOf({ url: BOOTSTRAP, status: 401, ...change }));

  test('is found by Apple’s own word, with the origin and the message as evidence', () => {
    expect(refusedBy({ body, requestHeaders: [['Origin', 'https://www.graypane.test']] })).toMatchObject({
      is: 'found',
      finding: {
        severity: 'fault',
        certainty: 'proven',
        variant: '',
        evidence: [
          { label: 'found', value: { text: 'https://www.graypane.test' }, note: 'evidence_origin_header' },
          { label: 'apple-says', value: { type: 'text', text: said } },
        ],
        values: { origin: { text: 'https://www.graypane.test' } },
      },
    });
  });

  test.each([
    ['a request without Origin has its own sentences', { body }, 'found fault proven no_origin'],
    [
      'another error type',
      { body: json({ error: { message: 'x', details: [{ errorType: 'OTHER', message: said }] } }) },
      'silent',
    ],
    ['the message alone', { body: json({ error: { message: said, details: [said] } }) }, 'silent'],
    ['a bare refusal', { body: NOT_AUTHORIZED }, 'silent'],
    ['an answer that is no error', { status: 200 }, 'silent'],
    ['a body that nobody read', { body: { state: 'unread' } as const }, 'silent'],
  ])('%s', (_, change, word) => {
    expect(wordOf(refusedBy(change))).toBe(word);
  });
});

describe('quota-exceeded', () => {
  test('is found by a 429, with its time and what Retry-After says', () => {
    const verdict = verdictOf('quota-exceeded', answered(429, { responseHeaders: [['Retry-After', '60']] }));
    expect(wordOf(verdict)).toBe('found fault proven');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected' },
          { label: 'found', value: { text: '429' } },
          { label: 'found', value: { type: 'instant' }, note: 'evidence_time_of_request' },
          { label: 'found', value: { text: '60' }, note: 'evidence_retry_after' },
        ],
      },
    });
  });
  test.each([[428], [430], [200], [401], [0]])('a %i is none', (status) => {
    expect(verdictOf('quota-exceeded', answered(status))).toBeNull();
  });
});

describe('server-error', () => {
  test('is found by its status, with what Apple says', () => {
    const body = json({ error: { message: 'Internal', details: [] } });
    expect(verdictOf('server-error', answered(503, { body }))).toMatchObject({
      is: 'found',
      finding: {
        severity: 'fault',
        certainty: 'proven',
        evidence: [
          { value: { text: '200' } },
          { value: { text: '503' } },
          { label: 'apple-says', value: { text: 'Internal' } },
        ],
        values: { status: { type: 'count', count: 503 } },
      },
    });
  });
  test.each([
    [500, 'found fault proven'],
    [599, 'found fault proven'],
    [499, 'silent'],
    [401, 'silent'],
    [200, 'silent'],
    [0, 'silent'],
  ])('a %i: %s', (status, word) => {
    expect(wordOf(verdictOf('server-error', answered(status)))).toBe(word);
  });
});

describe('answer-not-apple', () => {
  const html = read('<!doctype html><title>Login</title>');
  test.each([
    ['a page for a token', EXCHANGE, { body: html }, 'found warning proven html'],
    ['a page for bootstrap', BOOTSTRAP, { body: html }, 'found warning proven html'],
    ['a page for a service', MAPKIT_SEARCH, { status: 403, body: html }, 'found warning proven html'],
    ['words', GEOCODE, { body: read('ok') }, 'found warning proven text'],
    ['JSON that breaks off', GEOCODE, { body: read('{"results":[') }, 'found warning proven text'],
    ['an empty answer', EXCHANGE, { body: read('') }, 'found warning proven empty'],
    ['an answer without a body', EXCHANGE, { body: { state: 'none' } }, 'found warning proven empty'],
    ['a redirect', EXCHANGE, { status: 302, body: read('') }, 'found warning proven redirect'],
    ['a permanent one', GEOCODE, { status: 308, body: { state: 'none' } }, 'found warning proven redirect'],
    ['JSON', GEOCODE, {}, 'silent'],
    ["Apple's refusal", GEOCODE, { status: 401, body: NOT_AUTHORIZED }, 'silent'],
    ['an empty refusal', GEOCODE, { status: 401, body: read('') }, 'silent'],
    ['an answer that needs no body', GEOCODE, { status: 204, body: { state: 'none' } }, 'silent'],
    ['an answer that has not changed', GEOCODE, { status: 304, body: { state: 'none' } }, 'silent'],
    ['the answer to HEAD, which has no body', GEOCODE, { method: 'HEAD', body: { state: 'none' } }, 'silent'],
    [
      'the answer to a preflight, which has none either',
      GEOCODE,
      { method: 'OPTIONS', body: read('') },
      'silent',
    ],
    ['a body that the page never read', GEOCODE, { body: { state: 'unread' } }, 'silent'],
    ['JSON that the recorder cut', GEOCODE, { body: { state: 'read', text: '{"a":', size: 9e6 } }, 'silent'],
    ['no answer', GEOCODE, { status: 0, body: { state: 'none' } }, 'silent'],
    ['a tile, which is no JSON', TILE, { body: html }, 'silent'],
    ['an embedded map, which is a page', EMBED, { body: html }, 'silent'],
    ['an unknown path', 'https://maps-api.apple.com/', { body: html }, 'silent'],
  ] satisfies [string, string, Partial<Entry>, string][])('%s', (_, url, change, word) => {
    expect(wordOf(verdictOf('answer-not-apple', asked(url, accessToken(), change)))).toBe(word);
  });

  test('shows the beginning of what came', () => {
    const body = read(`<html>${'x'.repeat(500)}`);
    const verdict = verdictOf('answer-not-apple', asked(EXCHANGE, authToken(), { body }));
    expect(verdict).toMatchObject({
      finding: {
        evidence: [{ value: { id: 'evidence_json' } }, { value: { text: `<html>${'x'.repeat(114)}` } }],
      },
    });
  });
});

describe('blocked-by-client', () => {
  test('is found by the browser’s word, which is the evidence', () => {
    expect(verdictOf('blocked-by-client', unanswered('net::ERR_BLOCKED_BY_CLIENT'))).toMatchObject({
      is: 'found',
      finding: {
        severity: 'fault',
        evidence: [
          {},
          { value: { id: 'evidence_no_answer' } },
          { label: 'browser-says', value: { text: 'net::ERR_BLOCKED_BY_CLIENT' } },
        ],
        values: { host: { text: 'maps-api.apple.com' } },
      },
    });
  });
  test.each([
    ['a content security policy', unanswered('csp'), 'found fault proven'],
    ['a failed connection', unanswered('net::ERR_CONNECTION_REFUSED'), 'silent'],
    ['no word of the browser', unanswered(''), 'silent'],
    ['an answer that came', answered(200, { error: 'net::ERR_BLOCKED_BY_CLIENT' }), 'silent'],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('blocked-by-client', entry))).toBe(word);
  });
});

describe('cors-blocked', () => {
  test.each([
    [
      'the preflight was forbidden',
      unanswered('net::ERR_FAILED', { preflight: preflight(403) }),
      'found fault proven preflight',
    ],
    [
      'the preflight names no origin',
      unanswered('', { preflight: preflight(204) }),
      'found fault proven preflight',
    ],
    [
      'the preflight passed, the browser refused all the same',
      unanswered('net::ERR_FAILED', { preflight: preflight(204, ACAO) }),
      'found fault proven preflight',
    ],
    ['the answer was withheld', answered(200, { error: 'net::ERR_FAILED' }), 'found fault likely answer'],
    [
      'the answer was withheld after a sound preflight',
      answered(200, { error: 'net::ERR_FAILED', preflight: preflight(204, ACAO) }),
      'found fault likely answer',
    ],
    ['no preflight and no answer', unanswered('net::ERR_FAILED'), 'silent'],
    [
      'a preflight that got no answer either',
      unanswered('net::ERR_FAILED', { preflight: preflight(0) }),
      'silent',
    ],
    [
      'a sound preflight, then a broken connection',
      unanswered('net::ERR_CONNECTION_RESET', { preflight: preflight(204, ACAO) }),
      'silent',
    ],
    ['an answer', answered(200, { preflight: preflight(204, ACAO) }), 'silent'],
    ['a refusal that the page could read', answered(401), 'silent'],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('cors-blocked', entry))).toBe(word);
  });

  test('the evidence of a forbidden preflight is its answer', () => {
    const verdict = verdictOf('cors-blocked', unanswered('net::ERR_FAILED', { preflight: preflight(403) }));
    expect(verdict).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { text: 'Access-Control-Allow-Origin' } },
          { label: 'found', value: { text: 'OPTIONS 403' }, note: 'evidence_preflight' },
          { label: 'browser-says', value: { text: 'net::ERR_FAILED' } },
        ],
      },
    });
  });

  test.each([[null], [preflight(204, ACAO)]])(
    'the evidence of a withheld answer is what it lacks, whatever the preflight',
    (before) => {
      const verdict = verdictOf(
        'cors-blocked',
        answered(200, { error: 'net::ERR_FAILED', preflight: before }),
      );
      expect(verdict).toMatchObject({
        finding: {
          evidence: [
            { label: 'expected', value: { text: 'Access-Control-Allow-Origin' } },
            { label: 'found', value: { id: 'evidence_answer_withheld' } },
            { label: 'browser-says' },
          ],
        },
      });
    },
  );
});

describe('network-failure', () => {
  test.each([
    ['net::ERR_CONNECTION_REFUSED', 'found fault proven'],
    ['net::ERR_CONNECTION_RESET', 'found fault proven'],
    ['net::ERR_INTERNET_DISCONNECTED', 'found fault proven'],
    ['', 'found fault proven'],
    ['net::ERR_NAME_NOT_RESOLVED', 'found fault proven dns'],
    ['net::ERR_CERT_DATE_INVALID', 'found fault proven tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'found fault proven tls'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'found fault proven timeout'],
    ['timeout', 'found fault proven timeout'],
    ['interrupted', 'found fault proven interrupted'],
    ['net::ERR_ABORTED', 'found note proven aborted'],
    ['NS_BINDING_ABORTED', 'found note proven aborted'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'silent'],
  ])('%j: %s', (error, word) => {
    expect(wordOf(verdictOf('network-failure', unanswered(error)))).toBe(word);
  });

  test('names the host and what the browser says', () => {
    expect(verdictOf('network-failure', unanswered('net::ERR_X'))).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected' },
          { label: 'found' },
          { label: 'browser-says', value: { text: 'net::ERR_X' } },
        ],
        values: { host: { text: 'maps-api.apple.com' } },
      },
    });
  });

  test('leaves a forbidden request to cors-blocked', () => {
    expect(
      verdictOf('network-failure', unanswered('net::ERR_FAILED', { preflight: preflight(403) })),
    ).toBeNull();
  });

  test('does not apply to an answer, nor to a request that is only planned', () => {
    expect(verdictOf('network-failure', answered(401))).toBeNull();
    expect(verdictOf('network-failure', unanswered(''), false)).toBeNull();
  });
});
