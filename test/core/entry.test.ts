import { describe, expect, test } from 'vitest';
import {
  BODY_LIMIT,
  bodyOfText,
  clipField,
  entrySize,
  FIELD_LIMIT,
  header,
  headerField,
} from '../../src/core/entry.ts';
import { entryOf, read } from '../fixtures/entries.ts';

describe('a header field', () => {
  test('is found whatever its case, the first of that name', () => {
    const fields = [
      ['X-Rid', 'a'],
      ['authorization', 'b'],
      ['Authorization', 'c'],
    ] as const;
    expect(header(fields, 'AUTHORIZATION')).toBe('b');
    expect(headerField(fields, 'x-rid')).toEqual(['X-Rid', 'a']);
    expect(header(fields, 'date')).toBeNull();
  });

  test('keeps its whole value up to the limit, and tells the length of a longer one', () => {
    expect(clipField('a', 'x'.repeat(FIELD_LIMIT))).toEqual(['a', 'x'.repeat(FIELD_LIMIT)]);
    expect(clipField('a', 'x'.repeat(FIELD_LIMIT + 1))).toEqual([
      'a',
      'x'.repeat(FIELD_LIMIT),
      FIELD_LIMIT + 1,
    ]);
  });
});

describe('the body of a text', () => {
  test('is whole up to the limit, and cut above it with its whole size', () => {
    expect(bodyOfText('a\0b')).toEqual({ state: 'read', text: 'a\0b', size: 3 });
    const long = bodyOfText('x'.repeat(BODY_LIMIT + 1));
    expect(long.state === 'read' && [long.text.length, long.size]).toEqual([BODY_LIMIT, BODY_LIMIT + 1]);
  });

  test('ends where Firefox fills up what it does not hand over', () => {
    expect(bodyOfText('{"a":\0\0\0')).toEqual({ state: 'read', text: '{"a":', size: 8 });
  });
});

describe('the size of an entry', () => {
  const base = entrySize(entryOf({ body: { state: 'none' } }));
  test.each([
    ['its body', { body: read('x'.repeat(1000)) }],
    ['its URL', { url: `https://maps-api.apple.com/${'x'.repeat(1000)}` }],
    ['the request headers', { requestHeaders: [['a', 'x'.repeat(1000)]] as const }],
    ['the answer headers', { responseHeaders: [['x'.repeat(1000), '']] as const }],
    [
      'the headers of the preflight',
      {
        preflight: {
          status: 204,
          startedAt: 0,
          duration: 0,
          responseHeaders: [['a', 'x'.repeat(1000)]] as const,
        },
      },
    ],
    ['the words of an error', { error: 'x'.repeat(1000) }],
  ])('grows with %s', (_, change) => {
    expect(entrySize(entryOf({ body: { state: 'none' }, ...change })) - base).toBeGreaterThan(900);
  });
});
