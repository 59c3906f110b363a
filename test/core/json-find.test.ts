import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createJsonFind,
  foldCase,
  type JsonOutline,
  nameOf,
  outlineOf,
  textOf,
} from '../../src/core/index.ts';

function outlined(text: string): JsonOutline {
  const result = outlineOf(text);
  if (!result.ok) throw new Error(`broken at ${result.offset}`);
  return result.outline;
}

const nodesWith = (json: string, text: string) => [...createJsonFind(outlined(json))(text)];

describe('a search in a JSON text', () => {
  it.each([
    ['a name', '{"name":1,"other":2}', 'name', [1]],
    ['a part of a string, in any case', '{"a":"Mill STREET"}', 'll str', [1]],
    ['a number as written', '[12.50,1250]', '2.5', [1]],
    ['a word', '[true,null,false]', 'NULL', [2]],
    ['name and value as one node', '{"lat":"lat"}', 'lat', [1]],
    ['a value behind a name that only begins like it', '{"ab":"abc"}', 'abc', [1]],
    ['the name of what holds others', '{"outer":{"inner":1}}', 'outer', [1]],
    ['what an escape means', '["Stra\\u00dfe","a\\/b"]', 'straße', [1]],
    ['a name with an escape', '{"k\\u0069d":{"x":1}}', 'kid', [1]],
    ['every node, in their order', '["x",["x"],"x"]', 'x', [1, 3, 4]],
  ])('finds %s', (_, json, text, nodes) => {
    expect(nodesWith(json, text)).toEqual(nodes);
  });

  it.each([
    ['nothing', '["a"]', ''],
    ['marks between values', '{"a":"b","c":[1,2]}', '":'],
    ['white space between values', '{ "a" : 1 }', ' '],
    ['quotes', '{"a":"b"}', '"'],
    ['what crosses the end of a value', '["ab","c"]', 'ab"'],
    ['how an escape is written', '["\\u00e9"]', 'u00e9'],
    ['how an escape in a name is written', '{"k\\u0069d":1}', 'u0069'],
    ['the text of what holds others', '[[1,2]]', '1,2'],
  ])('does not find %s', (_, json, text) => {
    expect(nodesWith(json, text)).toEqual([]);
  });

  it('finds what a look at every node finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'İ', 'ς', '"', '\\', '1', ',', 'é', '\n') });
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, word, fc.integer(), tie('list'), tie('record')),
      list: fc.array(tie('node'), { maxLength: 4 }),
      record: fc.dictionary(word, tie('node'), { maxKeys: 4 }),
    })).node;
    fc.assert(
      fc.property(
        tree,
        fc.string({ unit: fc.constantFrom('a', 'b', 'i', 'Σ', '1', '"', ','), minLength: 1, maxLength: 2 }),
        (value, text) => {
          const outline = outlined(JSON.stringify(value));
          const expected = [];
          for (let node = 0; node < outline.count; node++) {
            const said = [
              nameOf(outline, node) ?? '',
              outline.childCount[node] ||
              (/^[[{]/.test(textOf(outline, node)) && outline.text[outline.start[node] ?? 0] !== '"')
                ? ''
                : textOf(outline, node),
            ];
            if (said.some((place) => foldCase(place).includes(foldCase(text)))) expected.push(node);
          }
          expect([...createJsonFind(outline)(text)]).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps the length of a text whose case it folds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldCase(text)).toHaveLength(text.length);
      }),
    );
    expect(foldCase('İSTANBUL ΟΔΟΣ')).toBe('istanbul οδοσ');
  });
});
