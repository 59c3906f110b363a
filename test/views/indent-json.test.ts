import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from '../../src/views/panel/indent-json.ts';

describe('JSON in lines', () => {
  it.each([
    ['an object', '{"a":1,"b":[true,null]}', '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ]\n}'],
    ['what is empty', '{"a":{},"b":[ ]}', '{\n  "a": {},\n  "b": []\n}'],
    ['marks inside of strings', '{"a":"{,:\\"}"}', '{\n  "a": "{,:\\"}"\n}'],
    ['repeated names', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['long numbers', '[12345678901234567890.10]', '[\n  12345678901234567890.10\n]'],
    ['a plain value', ' "x" ', '"x"'],
  ])('keeps %s', (_, json, lines) => {
    expect(indentJson(json)).toBe(lines);
  });

  it('means the same as before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(indentJson(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('stays bounded however deep the text nests', () => {
    expect(indentJson('['.repeat(500_000) + ']'.repeat(500_000)).length).toBeLessThan(5_000_000);
  });
});
