import { describe, expect, test } from 'vitest';
import { createLines, type Line, unfolded } from '../../../src/app/panel/lines.ts';
import type { Compare } from '../../../src/app/panel/ordered.ts';
import type { Row } from '../../../src/app/panel/rows.ts';
import { asked, BOOTSTRAP, GEOCODE, NOW, refused } from '../../fixtures/entries.ts';
import { rowsOf } from '../../fixtures/rows.ts';
import { accessToken, authToken } from '../../fixtures/tokens.ts';

const byStart: Compare<Row> = (a, b) => a.entry.startedAt - b.entry.startedAt;
const byEnd: Compare<Row> = (a, b) => b.entry.startedAt - a.entry.startedAt;

const names = (lines: readonly Line[]) =>
  lines.map(({ row, repeats }) => [row, ...repeats].map(({ id }) => id).join('+'));

/** Tries of one bootstrap, 50 ms apart, named by their place. */
const tries = (count: number, token = authToken()) =>
  rowsOf(
    ...Array.from({ length: count }, (_, n) =>
      refused(BOOTSTRAP, token, { id: String(n + 1), startedAt: NOW + n * 50 }),
    ),
  );

function linesOf(rows: readonly Row[], order = byStart) {
  const lines = createLines(byStart);
  lines.reset(rows, order);
  return lines;
}

describe('what is folded', () => {
  test('tries of one failure are one line, in the order of time', () => {
    expect(names(linesOf(tries(4)).list())).toEqual(['1+2+3+4']);
  });

  test.each([
    ['is accepted', asked(BOOTSTRAP, authToken(), { id: '2', startedAt: NOW + 50 })],
    ['asks for something else', refused(`${BOOTSTRAP}&l=de`, authToken(), { id: '2', startedAt: NOW + 50 })],
    ['asks otherwise', refused(BOOTSTRAP, authToken(), { id: '2', startedAt: NOW + 50, method: 'POST' })],
    ['has another token', refused(BOOTSTRAP, authToken({ n: 1 }), { id: '2', startedAt: NOW + 50 })],
    ['is refused otherwise', refused(BOOTSTRAP, authToken(), { id: '2', startedAt: NOW + 50, status: 403 })],
    ['comes long after', refused(BOOTSTRAP, authToken(), { id: '2', startedAt: NOW + 60_000 })],
  ])('one that %s has a line of its own', (_, second) => {
    const rows = rowsOf(refused(BOOTSTRAP, authToken(), { id: '1', startedAt: NOW }), second);
    expect(names(linesOf(rows).list())).toEqual(['1', '2']);
  });

  test('of one failure of two addresses each address is one line', () => {
    const other = `${GEOCODE}&lang=de`;
    const rows = rowsOf(
      ...[GEOCODE, other, GEOCODE, other].map((url, n) =>
        refused(url, accessToken(), { id: String(n + 1), startedAt: NOW + n }),
      ),
    );
    expect(names(linesOf(rows).list())).toEqual(['1+3', '2+4']);
  });

  test('requests that succeed are never folded, however alike', () => {
    const rows = rowsOf(
      ...['1', '2', '3'].map((id, n) => asked(GEOCODE, accessToken(), { id, startedAt: NOW + n })),
    );
    expect(names(linesOf(rows).list())).toEqual(['1', '2', '3']);
  });
});

describe('an edit', () => {
  test('adds a try to its line and makes no other line anew', () => {
    const rows = tries(3);
    const [other] = rowsOf(asked(GEOCODE, accessToken(), { id: 'x', startedAt: NOW + 10_000 }));
    const lines = linesOf([...rows.slice(0, 2), ...(other ? [other] : [])]);
    const before = lines.list();
    lines.edit([], rows.slice(2));
    expect(names(lines.list())).toEqual(['1+2+3', 'x']);
    expect(names(before)).toEqual(['1+2', 'x']);
    expect(lines.list()[1]).toBe(before[1]);
  });

  test('that takes the first makes the second stand for all', () => {
    const rows = tries(3);
    const lines = linesOf(rows);
    lines.edit(rows.slice(0, 1), []);
    expect(names(lines.list())).toEqual(['2+3']);
  });

  test('that takes all takes the line', () => {
    const rows = tries(3);
    const lines = linesOf(rows);
    lines.edit(rows, []);
    expect(lines.list()).toEqual([]);
    lines.edit([], rows);
    expect(names(lines.list())).toEqual(['1+2+3']);
  });

  test('puts tries that are told of late in their place', () => {
    const [first, second, third] = tries(3);
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    const lines = linesOf([third]);
    lines.edit([], [second]);
    lines.edit([], [first]);
    expect(names(lines.list())).toEqual(['1+2+3']);
  });

  test('passes over what is not there', () => {
    const lines = linesOf([]);
    lines.edit(tries(2), []);
    expect(lines.list()).toEqual([]);
    const rows = tries(3);
    lines.edit([], rows.slice(0, 2));
    lines.edit(rows.slice(2), []);
    expect(names(lines.list())).toEqual(['1+2']);
  });

  test('takes a newer version that no longer belongs to the line out of it', () => {
    const rows = tries(2);
    const [, second] = rows;
    if (second === undefined) throw new Error();
    const lines = linesOf(rows);
    lines.edit([second], [{ ...second, entry: { ...second.entry, status: 200 } }]);
    expect(names(lines.list())).toEqual(['1', '2']);
  });
});

test('what is made anew remembers nothing', () => {
  const lines = linesOf(tries(3));
  lines.reset(tries(2), byStart);
  expect(names(lines.list())).toEqual(['1+2']);
});

test('another order moves lines and leaves the order within them', () => {
  const rows = [...tries(2), ...rowsOf(asked(GEOCODE, accessToken(), { id: 'x', startedAt: NOW + 10_000 }))];
  expect(names(linesOf(rows, byEnd).list())).toEqual(['x', '1+2']);
});

describe('an opened line', () => {
  const rows = tries(3);
  const lines = linesOf([
    ...rows,
    ...rowsOf(asked(GEOCODE, accessToken(), { id: 'x', startedAt: NOW + 9000 })),
  ]);

  test('has its tries under it, each a line of the second level', () => {
    const all = unfolded(lines.list(), new Set(['1']));
    expect(all.map(({ row, level }) => `${row.id}/${level}`)).toEqual(['1/1', '2/2', '3/2', 'x/1']);
    expect(all[0]?.repeats).toHaveLength(2);
    expect(all[1]?.repeats).toEqual([]);
  });

  test('changes nothing where it has no tries, or is not listed', () => {
    expect(unfolded(lines.list(), new Set(['x', 'gone', '2']))).toEqual(lines.list());
  });

  test('is made once: the same lines come again while nothing of it changes', () => {
    const once = unfolded(lines.list(), new Set(['1']));
    const again = unfolded(lines.list(), new Set(['1', 'x']));
    for (const [at, line] of once.entries()) expect(again[at]).toBe(line);
  });

  test('costs nothing where none is open', () => {
    expect(unfolded(lines.list(), new Set())).toBe(lines.list());
  });
});
