import { describe, expect, test } from 'vitest';
import { answerOf, requestId } from '../../../src/core/apple/answers.ts';
import type { Body, Entry } from '../../../src/core/index.ts';
import { entryOf, json, NOT_AUTHORIZED, read } from '../../fixtures/entries.ts';

const answered = (body: Body, change: Partial<Entry> = {}) =>
  answerOf(entryOf({ status: 401, body, ...change }));

describe("Apple's error body is read in each of its shapes", () => {
  test.each([
    [
      'wrapped, as it really comes',
      NOT_AUTHORIZED,
      { message: 'Not Authorized', details: [], wrapped: true },
    ],
    [
      'bare, as documented',
      json({ message: 'm', details: ['a'] }),
      { message: 'm', wrapped: false, details: [{ errorType: '', message: 'a' }] },
    ],
    [
      'wrapped without details',
      json({ error: { message: 'm' } }),
      { message: 'm', details: [], wrapped: true },
    ],
    [
      'with an object as detail, as at bootstrap',
      json({
        error: {
          message: 'm',
          details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: 'Origin does not match' }],
        },
      }),
      { details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: 'Origin does not match' }] },
    ],
    [
      'with details of any kind',
      json({ error: { message: 'm', details: [1, null, [], { errorType: 2, message: {} }, {}] } }),
      { details: Array.from({ length: 5 }, () => ({ errorType: '', message: '' })) },
    ],
    ['with white space around it', read(' {"error":{"message":"m"}}\n'), { message: 'm' }],
  ])('%s', (_, body, parts) => {
    expect(answered(body)).toMatchObject({ kind: 'error', ...parts });
  });

  test('a thousand details are cut', () => {
    const answer = answered(json({ message: 'm', details: Array(1000).fill('x') }));
    expect(answer.kind === 'error' && answer.details.length).toBe(20);
  });
});

describe('what is no error body', () => {
  test.each([
    ['results', json({ results: [] })],
    ['a message without details', json({ message: 'hello' })],
    ['an error that is a string', json({ error: 'invalid_token' })],
    ['an error without a message', json({ error: { code: 1 } })],
    ['a message that is a number', json({ error: { message: 1 } })],
    ['an array', json([{ error: { message: 'm' } }])],
    ['null', json(null)],
    ['a name of the prototype', read('{"__proto__":{"error":{"message":"m"}}}')],
  ])('%s is JSON', (_, body) => {
    expect(answered(body)).toMatchObject({ kind: 'json' });
  });

  test.each([
    ['a doctype', '<!DOCTYPE html><title>Login</title>'],
    ['a page', '\n<html lang="en">'],
    ['XHTML', '<?xml version="1.0"?><html/>'],
    ['a body alone', '<body>no</body>'],
  ])('%s is HTML', (_, text) => {
    expect(answered(read(text))).toEqual({ kind: 'html', text: text.trim() });
  });

  test.each([['Not Authorized'], ['{"error":'], ['<b>no</b>']])('%s is text', (text) => {
    expect(answered(read(text))).toEqual({ kind: 'text', text });
  });

  test.each([
    ['no answer at all', { status: 0 }, { kind: 'none' }],
    ['no body due', { body: { state: 'none' } }, { kind: 'empty' }],
    ['an empty body', { body: read('') }, { kind: 'empty' }],
    ['white space', { body: read(' \n') }, { kind: 'empty' }],
    ['a body that the page never read', { body: { state: 'unread' } }, { kind: 'unseen', why: 'unread' }],
    ['a body thrown away', { body: { state: 'unavailable' } }, { kind: 'unseen', why: 'unavailable' }],
    ['a picture', { body: { state: 'binary' } }, { kind: 'unseen', why: 'binary' }],
    [
      'JSON of which the end was cut by the recorder',
      { body: { state: 'read', text: '{"results":[', size: 5_000_000 } },
      { kind: 'unseen', why: 'cut' },
    ],
  ] satisfies [string, Partial<Entry>, unknown][])('%s', (_, change, answer) => {
    expect(answerOf(entryOf({ status: 401, ...change }))).toEqual(answer);
  });
});

describe("Apple's request id", () => {
  test('is read whatever its case', () => {
    expect(requestId(entryOf({ responseHeaders: [['X-RID', 'abc']] }))).toBe('abc');
  });
  test('may be missing', () => {
    expect(requestId(entryOf())).toBeNull();
  });
});
