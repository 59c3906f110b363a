import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { BodyForm } from '../../src/app/panel/request-log.ts';
import { answerOf, BODY_LIMIT, outlineOf } from '../../src/core/index.ts';
import { ResponseBody } from '../../src/views/panel/body.tsx';
import { copyTextOf, JsonTreeRow } from '../../src/views/panel/json-tree-row.tsx';
import { treeOf } from '../../src/views/panel/json-tree-state.ts';
import { entry, HOSTILE } from './entries.ts';
import { gluedTextOf, markup, missing, say, textOf } from './reader.tsx';

function body(answer: unknown, form: BodyForm = 'tree', change = {}): string {
  const told = entry({ answer, ...change });
  return markup(
    <ResponseBody entry={told} answer={answerOf(told)} form={signal(form)} copy={async () => true} />,
  );
}

function outlined(json: string) {
  const result = outlineOf(json);
  if (!result.ok) throw new Error(`broken at ${result.offset}`);
  return result.outline;
}

function row(json: string, node: number, wanted = ''): string {
  const tree = treeOf(outlined(json));
  return markup(<JsonTreeRow tree={tree} node={node} top={0} current={false} wanted={wanted} />);
}

const itemsIn = (html: string) => html.match(/role="treeitem"/g)?.length ?? 0;

describe('the body of an answer', () => {
  it('is a tree where it is JSON, each node with its level and its place', () => {
    const html = body({ a: [1, 'x'], b: null });
    expect(html).toContain('role="tree"');
    expect(itemsIn(html)).toBe(5);
    expect(html).toMatch(/aria-level="1" aria-expanded(="true")? aria-setsize="1" aria-posinset="1"/);
    expect(html).toMatch(/aria-level="3" aria-setsize="2" aria-posinset="2"/);
    expect(html.match(/<div[^>]*tabindex="0"[^>]*role="treeitem"/g)).toHaveLength(1);
  });

  it('is its text as it came where the reader chose so', () => {
    const html = body('{ "a":1.0 }', 'raw');
    expect(html).not.toContain('role="tree"');
    expect(textOf(html)).toContain('{ "a":1.0 }');
    expect(html).toMatch(/data-form="raw" aria-pressed="true"/);
  });

  it.each([
    ['a web page', '<!doctype html><p>x', 'body_html'],
    ['plain text', 'nothing to see', 'body_text'],
    ['nothing', '', 'body_empty'],
  ] as const)('has no tree and no choice where it is %s', (_, answer, sentence) => {
    const html = body(answer);
    expect(html).not.toContain('role="tree"');
    expect(html).not.toContain('data-form');
    expect(textOf(html)).toContain(say(sentence));
  });

  it('says how much of it is kept, and shows that', () => {
    const html = body('', 'tree', { body: { state: 'read', text: '{"a":[1', size: 9_000_000 } });
    expect(textOf(html)).toContain('The first 7 of 9000000 characters are kept.');
    expect(itemsIn(html)).toBe(3);
  });

  it('of another kind has no tree where it is cut', () => {
    const html = body('', 'tree', { body: { state: 'read', text: '<html><p>', size: 9_000_000 } });
    expect(html).not.toContain('role="tree"');
    expect(textOf(html)).toContain('<html><p>');
  });

  it('is a tree behind a byte order mark', () => {
    expect(itemsIn(body('\ufeff{"a":1}'))).toBe(2);
  });

  it('has few rows in the document, however many it has', () => {
    const html = body({ results: Array.from({ length: 100_000 }, (_, id) => ({ id })) });
    expect(itemsIn(html)).toBeLessThan(60);
    expect(html).toContain('aria-setsize="100000"');
  });

  it('of 5 MB is kept whole', () => {
    expect(BODY_LIMIT).toBeGreaterThanOrEqual(5 * 1_048_576);
  });
});

describe('a node of the tree', () => {
  it.each([
    ['a string', '"x\\ty"', 'string'],
    ['a number', '12345678901234567890', 'number'],
    ['a word', 'true', 'boolean'],
    ['null', 'null', 'null'],
  ])('tells %s by its form', (_, json, kind) => {
    expect(row(`[${json}]`, 1)).toContain(`data-kind="${kind}"`);
  });

  it('spells what could not be seen, and takes no markup', () => {
    const html = row(JSON.stringify({ [HOSTILE]: `a\u202e\n${HOSTILE}` }), 1);
    expect(html).not.toContain('<img');
    expect(gluedTextOf(html)).toBe(`${HOSTILE}a\\u{202e}\\u{a}${HOSTILE}`);
  });

  it('shows a number with all its digits', () => {
    expect(textOf(row('[12345678901234567890.10]', 1))).toBe('0 12345678901234567890.10');
  });

  it('cuts a long text, and tells its length', () => {
    const text = textOf(row(JSON.stringify(['x'.repeat(1000)]), 1));
    expect(text.match(/x/g)).toHaveLength(200);
    expect(text).toContain('… (1000)');
  });

  it('shows a coordinate as one text, open or closed', () => {
    expect(textOf(row('{"latitude":44.0462,"longitude":-123.0220}', 0))).toBe('{2} 44.0462, -123.0220');
  });

  it('shows how many it holds, and closed how it begins', () => {
    const large = JSON.stringify([Array.from({ length: 600 }, (_, n) => n)]);
    expect(textOf(row(large, 0))).toBe('[1]');
    expect(
      textOf(
        row(`[${Array.from({ length: 60 }, () => '{"a":[ 1,\\n"b"]}'.replace('\\n', '\n')).join()}]`, 2),
      ),
    ).toBe('a [2]');
    const closed = JSON.stringify(Array.from({ length: 600 }, () => ({ a: 'b' })));
    expect(textOf(row(closed, 1))).toBe('0 {1} {"a":"b"}');
  });

  it('marks what the search looks for, in name and value', () => {
    const html = row('{"Street":"Mill street, Street"}', 1, 'STREET');
    expect(html.match(/<mark>/g)).toHaveLength(3);
    expect(textOf(html).replace(/\s+/g, '')).toBe('StreetMillstreet,Street');
  });

  it('shows a match behind the cut of a long text', () => {
    const html = row(JSON.stringify([`${'x'.repeat(1000)}needle${'y'.repeat(1000)}`]), 1, 'needle');
    expect(textOf(html)).toContain('needle');
    expect(html).toContain('<mark>');
    expect(textOf(html).length).toBeLessThan(260);
  });

  it.each([
    ['a string without quotes and escapes', '"a\\n\\"b\\""', 'a\n"b"'],
    ['a number as written', '1.50', '1.50'],
    ['an object as written', '{ "a":1, "a":2 }', '{ "a":1, "a":2 }'],
    ['a coordinate as a pair', '{"latitude":44.0462,"longitude":-123.0220}', '44.0462, -123.0220'],
  ])('copies %s', (_, json, text) => {
    expect(copyTextOf(outlined(`[${json}]`), 1)).toBe(text);
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
