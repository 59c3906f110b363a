import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEPTH_LIMIT, scanJsonObject } from '../../../src/core/token/json.ts';
import { runs } from '../../fixtures/runs.ts';

const nested = (depth: number, open: string, close: string, innermost = '') =>
  open.repeat(depth) + innermost + close.repeat(depth);

describe('sound objects have no faults', () => {
  test.each([
    ['{}'],
    [' \t\r\n{ } \n'],
    ['{"a":1,"b":[1,2,{"a":1}],"c":{"a":null,"b":true,"d":false}}'],
    ['{"a":-0.5e+10,"b":0,"c":1E5,"d":-0}'],
    ['{"a":"\\u00e9\\n\\"\\\\\\/","":[[],{},[{}]]}'],
    ['{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4}'],
    ['{"a":"\u{1f600}","b":"\u2028"}'],
    [`{"a":${nested(DEPTH_LIMIT - 1, '[', ']')}}`],
  ])('%s', (text) => {
    expect(scanJsonObject(text)).toEqual([]);
  });
});

describe('broken text is named where it breaks', () => {
  test.each([
    { says: 'nothing at all', text: '', offset: 0, found: '' },
    { says: 'an object that never ends', text: '{"a":1', offset: 6, found: '' },
    { says: 'a text cut inside a string', text: '{"a":"b', offset: 5, found: '"' },
    { says: 'a trailing comma', text: '{"a":1,}', offset: 7, found: '}' },
    { says: 'a trailing comma in an array', text: '{"a":[1,]}', offset: 8, found: ']' },
    { says: 'a missing comma', text: '{"a":1 "b":2}', offset: 7, found: '"' },
    { says: 'a missing colon', text: '{"a" 1}', offset: 5, found: '1' },
    { says: 'a missing value', text: '{"a":}', offset: 5, found: '}' },
    { says: 'a name without quotes', text: '{a:1}', offset: 1, found: 'a' },
    { says: 'single quotes', text: "{'a':1}", offset: 1, found: "'" },
    { says: 'a comment', text: '{"a":1}//', offset: 7, found: '/' },
    { says: 'a second object', text: '{"a":1}{}', offset: 7, found: '{' },
    { says: 'the wrong bracket', text: '{"a":[1}', offset: 7, found: '}' },
    { says: 'a leading zero', text: '{"a":01}', offset: 6, found: '1' },
    { says: 'a plus sign', text: '{"a":+1}', offset: 5, found: '+' },
    { says: 'a number that ends in a point', text: '{"a":1.}', offset: 6, found: '.' },
    { says: 'NaN', text: '{"a":NaN}', offset: 5, found: 'N' },
    { says: 'undefined', text: '{"a":undefined}', offset: 5, found: 'u' },
    { says: 'a line break in a string', text: '{"a":"b\n"}', offset: 5, found: '"' },
    { says: 'an escape that JSON does not have', text: '{"a":"\\x41"}', offset: 5, found: '"' },
    { says: 'half an escape', text: '{"a":"\\u12"}', offset: 5, found: '"' },
    { says: 'white space that JSON does not know', text: '{\u00a0"a":1}', offset: 1, found: '\u00a0' },
    { says: 'a byte order mark', text: '\ufeff{"a":1}', offset: 0, found: '\ufeff' },
    { says: 'words', text: 'hello', offset: 0, found: 'h' },
  ])('$says', ({ text, offset, found }) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(scanJsonObject(text)).toEqual([{ code: 'syntax', offset, found }]);
  });
});

describe('JSON of another kind is no object', () => {
  test.each([['[]'], ['[1,{"a":1}]'], ['null'], ['"text"'], ['1'], [' true']])('%s', (text) => {
    expect(scanJsonObject(text)).toMatchObject([{ code: 'not-an-object' }]);
  });
});

describe('a name that stands twice in one object is told, as often as it is repeated', () => {
  test.each([
    { says: 'at the top', text: '{"kid":1,"kid":1}', names: ['kid'], at: [9] },
    { says: 'three times', text: '{"a":1,"a":2,"a":3}', names: ['a', 'a'], at: [7, 13] },
    { says: 'in an escaped spelling', text: '{"kid":1,"k\\u0069d":2}', names: ['kid'], at: [9] },
    { says: 'in a nested object', text: '{"a":{"b":{"c":1,"c":2}}}', names: ['c'], at: [17] },
    { says: 'in an object of an array', text: '{"a":[1,{"b":1,"b":2}]}', names: ['b'], at: [15] },
    { says: 'after a nested object', text: '{"a":{"x":1},"a":2}', names: ['a'], at: [13] },
    { says: 'named __proto__', text: '{"__proto__":1,"__proto__":2}', names: ['__proto__'], at: [15] },
    {
      says: 'named constructor',
      text: '{"constructor":1,"constructor":2}',
      names: ['constructor'],
      at: [17],
    },
    { says: 'the empty name', text: '{"":1,"":2}', names: [''], at: [6] },
    { says: 'before a later break', text: '{"a":1,"a":2,}', names: ['a', '}'], at: [7, 13] },
  ])('$says', ({ text, names, at }) => {
    const faults = scanJsonObject(text);
    expect(faults.map(({ found }) => found)).toEqual(names);
    expect(faults.map(({ offset }) => offset)).toEqual(at);
    expect(faults[0]?.code).toBe('duplicate-name');
  });

  test.each([
    ['in two objects side by side', '{"a":{"x":1},"b":{"x":1}}'],
    ['in an object and the one around it', '{"a":{"a":{"a":1}}}'],
    ['in two cases', '{"kid":1,"Kid":2}'],
    ['as a value', '{"a":"a","b":"a"}'],
  ])('%s it is no fault', (_, text) => {
    expect(scanJsonObject(text)).toEqual([]);
  });
});

describe('depth and length cannot hurt', () => {
  test('one level beyond the limit is a fault of depth', () => {
    expect(scanJsonObject(`{"a":${nested(DEPTH_LIMIT, '[', ']')}}`)).toMatchObject([{ code: 'depth' }]);
  });

  test.each([
    ['closed', `{"a":${nested(1_000_000, '[', ']')}}`, 'depth'],
    ['never closed', `{"a":${'['.repeat(1_000_000)}`, 'depth'],
    ['objects', nested(300_000, '{"a":', '}', '1'), 'depth'],
    ['without an object around them', '['.repeat(1_000_000), 'syntax'],
  ])('a million brackets, %s', (_, text, code) => {
    expect(scanJsonObject(text)[0]?.code).toBe(code);
  });

  test('a long string of escapes', () => {
    const text = `{"a":"${'\\n'.repeat(4_000)}"}`;
    expect(scanJsonObject(text)).toEqual([]);
  });
});

describe('agrees with JSON.parse', () => {
  test('on what is an object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })), (value) => {
        expect(scanJsonObject(JSON.stringify(value, null, 1))).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });

  test('on what is broken', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"b"',
      '1',
      '-',
      '.5',
      'null',
      ' ',
      '\\',
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = `{${parts.join('')}`;
        const faults = scanJsonObject(text);
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(faults.every(({ code }) => code === 'duplicate-name')).toBe(parses);
      }),
      { numRuns: runs(500) },
    );
  });
});
