import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  childrenOf,
  type JsonOutline,
  kindOf,
  nameOf,
  outlineOf,
  pathOf,
  textOf,
} from '../../src/core/index.ts';

function outlined(text: string): JsonOutline {
  const result = outlineOf(text);
  if (!result.ok) throw new Error(`broken at ${result.offset}`);
  return result.outline;
}

/** The value that the outline describes, each part of it read alone. */
function meaningOf(outline: JsonOutline, node = 0): unknown {
  const children = childrenOf(outline, node);
  switch (kindOf(outline, node)) {
    case 'array':
      return children.map((child) => meaningOf(outline, child));
    case 'object':
      return Object.fromEntries(
        children.map((child) => [nameOf(outline, child) ?? '', meaningOf(outline, child)]),
      );
    case 'string':
      return textOf(outline, node);
    default:
      return JSON.parse(textOf(outline, node));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the outline of a JSON text', () => {
  it('describes the value that the text means, however it is set out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '\r\n '), (value, space) => {
        const text = JSON.stringify(value, null, space) ?? 'null';
        const plain = JSON.parse(text) as unknown;
        // `__proto__` is a name like any other.
        fc.pre(!text.includes('__proto__'));
        expect(meaningOf(outlined(`${space}${text}${space}`))).toEqual(plain);
      }),
    );
  });

  it('takes exactly the texts that the browser takes', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', '00e9', '-', '.', 'e', '+', '0', '1', '10'],
      ...['true', 'false', 'null', 'nul', '"a"', '"a":', ' ', '\n', '\u0001', '\ufeff', '/'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(outlineOf(text).ok, JSON.stringify(text)).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['', 0],
    ['{', 1],
    ['{"a"}', 4],
    ['{"a":}', 5],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['[1}', 2],
    ['{"a":1]', 6],
    ['1 2', 2],
    ['"a', 2],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['"\\u12g4"', 1],
    ['01', 1],
    ['-', 1],
    ['1.', 2],
    ['1e+', 3],
    ['tru', 0],
    ['undefined', 0],
    ['{1:2}', 1],
    ['{"a\u0000":1}', 3],
  ])('tells where %j stops being JSON', (text, offset) => {
    expect(outlineOf(text)).toEqual({ ok: false, offset });
  });

  it('keeps long numbers, repeated names and the order as written', () => {
    const outline = outlined('{"b":12345678901234567890.10,"a":1,"a":-0.0E+1}');
    expect(childrenOf(outline, 0).map((node) => [nameOf(outline, node), textOf(outline, node)])).toEqual([
      ['b', '12345678901234567890.10'],
      ['a', '1'],
      ['a', '-0.0E+1'],
    ]);
  });

  it('counts children, places and depths', () => {
    const outline = outlined('{"a":[1,{"b":2}],"c":{}}');
    expect([...outline.childCount]).toEqual([2, 2, 0, 1, 0, 0]);
    expect([...outline.place]).toEqual([0, 0, 0, 1, 0, 1]);
    expect([...outline.depth]).toEqual([0, 1, 2, 2, 3, 1]);
    expect([...outline.parent]).toEqual([-1, 0, 1, 1, 3, 0]);
    expect([...outline.subtreeEnd]).toEqual([6, 5, 3, 5, 5, 6]);
    expect(childrenOf(outline, 0)).toEqual([1, 5]);
  });

  it.each([
    ['one level for each of a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000), 100_000],
    ['more nodes than their length lets expect', `[${'1,'.repeat(50_000)}1]`, 50_002],
    ['a string of a million escapes', `"${'\\n'.repeat(1_000_000)}"`, 1],
    ['a number of a million digits', '1'.repeat(1_000_000), 1],
  ])('has %s', (_, text, count) => {
    expect(outlined(text).count).toBe(count);
  });

  it('is no text where a deep one breaks off', () => {
    expect(outlineOf('{"a":'.repeat(100_000))).toEqual({ ok: false, offset: 500_000 });
  });
});

describe('the outline of the beginning of a JSON text', () => {
  const written = (text: string) => {
    const result = outlineOf(text, true);
    return result.ok ? meaningOf(result.outline) : result;
  };

  it.each([
    ['{"a":[1,{"b":"c","d', { a: [1, { b: 'c' }] }],
    ['{"a":1,', { a: 1 }],
    ['{"a":', {}],
    ['[1,tru', [1]],
    ['[1,"x\\', [1]],
    ['[1,-', [1]],
    ['[', []],
    ['{"a":1}', { a: 1 }],
  ])('%s holds what is whole', (text, value) => {
    expect(written(text)).toEqual(value);
  });

  it.each(['', '<!doctype html>', 'plain text', '"a', '{"a":1} {'])('is none for %j', (text) => {
    expect(outlineOf(text, true).ok).toBe(false);
  });

  it('counts as children only what is whole, and ends with the text', () => {
    const result = outlineOf('{"a":[1,2', true);
    expect(
      result.ok && [[...result.outline.childCount], [...result.outline.end], [...result.outline.subtreeEnd]],
    ).toEqual([
      [1, 2, 0, 0],
      [9, 9, 7, 9],
      [4, 4, 3, 4],
    ]);
    const broken = outlineOf('{"a":[1,"', true);
    expect(broken.ok && [...broken.outline.childCount]).toEqual([1, 1, 0]);
  });

  it('is there at every place where a text can break off', () => {
    const whole = '{"a":[1.5e3,{"b\\n":"c\\u00e9"}],"d":[true,null]}';
    for (let length = 1; length <= whole.length; length++) {
      const result = outlineOf(whole.slice(0, length), true);
      expect(result.ok, whole.slice(0, length)).toBe(true);
      if (result.ok) expect(() => meaningOf(result.outline)).not.toThrow();
    }
  });
});

describe('a node of a JSON text', () => {
  it.each([
    ['{}', 'object'],
    ['[]', 'array'],
    ['"x"', 'string'],
    ['-1', 'number'],
    ['true', 'boolean'],
    ['false', 'boolean'],
    ['null', 'null'],
  ])('%s is of the kind %s', (text, kind) => {
    expect(kindOf(outlined(text), 0)).toBe(kind);
  });

  it('says what its escapes mean', () => {
    const outline = outlined('{"k\\u0069d":"a\\/b\\n\\ud83d\\ude00"}');
    expect(nameOf(outline, 1)).toBe('kid');
    expect(textOf(outline, 1)).toBe('a/b\n😀');
  });

  it.each([
    ['"abcdef"', 3, 'abc'],
    ['"ab"', 3, 'ab'],
    ['"\\u00e9\\n\\\\x"', 3, 'é\n\\'],
    ['"\\\\\\\\"', 1, '\\'],
    ['[1,2,3]', 4, '[1,2'],
    ['12345', 2, '12'],
  ])('%s begins, cut to %d, with %j', (text, limit, beginning) => {
    expect(beginningOf(outlined(text), 0, limit)).toBe(beginning);
  });

  it.each([
    [0, '$'],
    [1, '$.results'],
    [2, '$.results[0]'],
    [3, '$.results[0].coordinate'],
    [4, '$["odd name"]'],
    [5, '$["\\"]"]'],
  ])('%d stands at %s', (node, path) => {
    const outline = outlined('{"results":[{"coordinate":1}],"odd name":2,"\\"]":3}');
    expect(pathOf(outline, node)).toBe(path);
  });
});
