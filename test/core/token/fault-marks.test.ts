import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultMarksOf, piecesOf } from '../../../src/core/token/fault-marks.ts';
import { readToken } from '../../../src/core/token/token.ts';
import { runs } from '../../fixtures/runs.ts';
import { base64url, compact } from '../../fixtures/tokens.ts';

/** What is marked, as `before[marked]after`. */
function drawn(text: string, places: Parameters<typeof piecesOf>[1], start = 0): string {
  return piecesOf(text, places, start)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');
}

function marked(raw: string) {
  const token = readToken(raw);
  return faultMarksOf(token).marks.map(({ fault, at, raw: places, decoded }) => {
    const text = fault.part === 'header' ? token.headerText : token.payloadText;
    return [fault.code, at, drawn(raw, places), decoded.length === 0 ? null : drawn(text ?? '', decoded)];
  });
}

// {"a":1} and {"b":2}
const HEADER = 'eyJhIjoxfQ';
const CLAIMS = 'eyJiIjoyfQ';

describe('a fault of the alphabet is marked where it stands', () => {
  test.each([
    ['padding of the header', `${HEADER}=.${CLAIMS}.YQ`, ['padding', 11, `${HEADER}[=].${CLAIMS}.YQ`, null]],
    [
      'a space in the claims',
      `${HEADER}.eyJi IjoyfQ.YQ`,
      ['white-space', 16, `${HEADER}.eyJi[ ]IjoyfQ.YQ`, null],
    ],
    [
      'a plus in the signature',
      `${HEADER}.${CLAIMS}.Y+Q`,
      ['standard-alphabet', 24, `${HEADER}.${CLAIMS}.Y[+]Q`, null],
    ],
    [
      'a letter of two units, whole',
      `${HEADER}.${CLAIMS}.𝕏YQ`,
      ['character', 23, `${HEADER}.${CLAIMS}.[𝕏]YQ`, null],
    ],
    [
      'an odd last character',
      `${HEADER}.${CLAIMS}.YR`,
      ['trailing-bits', 24, `${HEADER}.${CLAIMS}.Y[R]`, null],
    ],
    [
      'a signature that breaks off, at its end',
      `${HEADER}.${CLAIMS}.YWJjZ`,
      ['length', 27, `${HEADER}.${CLAIMS}.YWJjZ[]`, null],
    ],
  ])('%s', (_, raw, expected) => {
    expect(marked(raw)).toEqual([expected]);
  });
});

describe('a fault of the JSON is marked in the decoded text and in the characters that hold it', () => {
  test.each([
    // Byte 1 lies in the second and third character.
    ['a name without quotes', '{a:1}', ['syntax', 2, 'e[2E]6MX0.e30.YQ', '{[a]:1}']],
    ['an end that comes too early', '{"a":', ['syntax', 5, 'eyJhIjo[].e30.YQ', '{"a":[]']],
    ['a list', '[1]', ['not-an-object', 1, '[Wz]Fd.e30.YQ', '[[]1]']],
    [
      'a name that stands twice, both',
      '{"é":1,"é":2}',
      ['duplicate-name', 8, 'e[yLDqSI]6MS[wiw6ki]OjJ9.e30.YQ', '{["é"]:1,["é"]:2}'],
    ],
    [
      'a name with escapes, to its end',
      '{"a\\"b":1,"a\\"b":2}',
      ['duplicate-name', 11, 'e[yJhXCJiIj]oxL[CJhXCJiIj]oyfQ.e30.YQ', '{["a\\"b"]:1,["a\\"b"]:2}'],
    ],
  ])('%s', (_, header, expected) => {
    const raw = `${base64url(header)}.e30.YQ`;
    expect(marked(raw)).toEqual([expected]);
  });

  test('stepping over the white space and the padding that decoders forgive', () => {
    expect(marked('ey Jh\nIj o=.e30.YQ')).toContainEqual(['syntax', 5, 'ey Jh\nIj o=[].e30.YQ', '{"a":[]']);
    expect(marked('e 2 E 6MX0.e30.YQ')).toContainEqual(['syntax', 2, 'e [2 E] 6MX0.e30.YQ', '{[a]:1}']);
  });

  test('in the claims, counted from their own beginning', () => {
    expect(marked(compact('{}', '[]').replace(/[^.]*$/, 'YQ'))).toEqual([
      ['not-an-object', 1, 'e30.[W1]0.YQ', '[[]]'],
    ]);
  });

  test('where a part is empty', () => {
    expect(marked('.e30.YQ')).toEqual([['syntax', 0, '[].e30.YQ', '[]']]);
  });
});

describe('what is no text is marked at its first foreign byte', () => {
  test.each([
    ['at once', [0xff], 1, '[_w]'],
    ['after ASCII', [0x7b, 0xff, 0x7d], 2, 'e[_9]9'],
    ['after a replacement character that was written', [0xef, 0xbf, 0xbd, 0xff], 4, '77-9[_w]'],
    ['in a letter that is cut', [0x61, 0x62, 0xc3], 3, 'YW[LD]'],
  ])('%s', (_, bytes, at, raw) => {
    expect(marked(`e30.${base64url(Uint8Array.from(bytes))}.YQ`)).toEqual([
      ['utf-8', at, `e30.${raw}.YQ`, null],
    ]);
  });
});

test('a sound token has no mark', () => {
  expect(faultMarksOf(readToken(compact('{"a":1}', '{"b":2}')))).toEqual({ marks: [], rest: 0 });
});

test('the first twenty of many faults are marked, the others counted', () => {
  const names = Array.from({ length: 100 }, () => '"a":1').join(',');
  const { marks, rest } = faultMarksOf(readToken(compact(`{${names}}`, '{}')));
  expect([marks.length, rest]).toEqual([20, 79]);
});

describe('pieces', () => {
  test.each([
    ['no place', [], 'abcdef'],
    [
      'two places in any order',
      [
        [4, 5],
        [1, 2],
      ],
      'a[b]cd[e]f',
    ],
    ['the whole text', [[0, 6]], '[abcdef]'],
    [
      'places that overlap',
      [
        [1, 4],
        [2, 5],
      ],
      'a[bcd][e]f',
    ],
    [
      'a place within another',
      [
        [1, 5],
        [2, 3],
      ],
      'a[bcde]f',
    ],
    ['an empty place at the end', [[6, 6]], 'abcdef[]'],
    ['an empty place in the middle', [[3, 3]], 'abc[]def'],
    [
      'an empty place where a mark ends',
      [
        [1, 3],
        [3, 3],
      ],
      'a[bc]def',
    ],
    ['a place outside', [[7, 9]], 'abcdef'],
    ['a place that goes beyond the end', [[4, 9]], 'abcdef'],
  ] as const)('of a text with %s', (_, places, expected) => {
    expect(
      drawn(
        'abcdef',
        places.map(([from, to]) => ({ from, to })),
      ),
    ).toBe(expected);
  });

  test('of a text that begins later', () => {
    expect(drawn('def', [{ from: 4, to: 5 }], 3)).toBe('d[e]f');
  });
});

test('whatever stands in a token, every mark lies in it and the pieces are the whole of it', () => {
  const character = fc.constantFrom(
    'a',
    'Y',
    '+',
    '=',
    ' ',
    '"',
    '\\',
    ':',
    '{',
    '}',
    ',',
    '.',
    'é',
    '𝕏',
    '\ud835',
  );
  const junk = fc.string({ unit: character, maxLength: 40 });
  const bytes = fc.uint8Array({ maxLength: 40 });
  const part = fc.oneof(junk.map(base64url), bytes.map(base64url), junk);
  fc.assert(
    fc.property(part, part, part, (...parts) => {
      const raw = parts.join('.');
      const token = readToken(raw);
      const { marks } = faultMarksOf(token);
      for (const { fault, raw: places, decoded } of marks) {
        expect(places.length).toBeGreaterThan(0);
        for (const { from, to } of places) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(raw.length);
        }
        const text = (fault.part === 'header' ? token.headerText : token.payloadText) ?? '';
        for (const { to } of decoded) expect(to).toBeLessThanOrEqual(text.length);
      }
      const pieces = piecesOf(
        raw,
        marks.flatMap((mark) => mark.raw),
      );
      expect(pieces.map(({ text }) => text).join('')).toBe(raw);
    }),
    { numRuns: runs(200) },
  );
});
