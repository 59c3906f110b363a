import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf, pathOf } from '../../src/core/index.ts';
import {
  isOpen,
  type JsonTree,
  placeIn,
  reveal,
  rowOf,
  type Step,
  setOpen,
  step,
  toggled,
  treeOf,
} from '../../src/views/panel/json-tree-state.ts';
import {
  contentHeight,
  rowSpan,
  rowTop,
  TREE_ROW,
  topToShowRow,
} from '../../src/views/panel/json-tree-window.ts';

function tree(json: string): JsonTree {
  const result = outlineOf(json);
  if (!result.ok) throw new Error(`broken at ${result.offset}`);
  return treeOf(result.outline);
}

const paths = ({ outline, rows }: JsonTree) => [...rows].map((node) => pathOf(outline, node));

const SMALL = '{"a":[1,{"b":2}],"c":{"d":3}}';
const ALL = ['$', '$.a', '$.a[0]', '$.a[1]', '$.a[1].b', '$.c', '$.c.d'];

/** A list of places, too many to be opened wholly. */
const LARGE = JSON.stringify({
  results: Array.from({ length: 400 }, (_, id) => ({ id, coordinate: { latitude: id, longitude: 1 } })),
});

describe('a tree', () => {
  it('of a small body is open wholly', () => {
    expect(paths(tree(SMALL))).toEqual(ALL);
  });

  it('of a large body is open as far as fills the view', () => {
    const large = tree(LARGE);
    expect(large.rows).toHaveLength(402);
    expect(paths(large).slice(0, 3)).toEqual(['$', '$.results', '$.results[0]']);
  });

  it('of a deep body is open for the first levels alone', () => {
    expect(tree('['.repeat(10_000) + ']'.repeat(10_000)).rows.length).toBeLessThan(40);
  });

  it('closes and opens one node, and keeps what is open within', () => {
    const closed = toggled(tree(SMALL), 1);
    expect(paths(closed)).toEqual(['$', '$.a', '$.c', '$.c.d']);
    expect(paths(toggled(closed, 1))).toEqual(ALL);
  });

  it('leaves a plain value as it is', () => {
    const whole = tree(SMALL);
    expect(toggled(whole, 2)).toBe(whole);
    expect(setOpen(whole, [0, 1], true)).toBe(whole);
  });

  it('opens everything around a node', () => {
    const large = tree(LARGE);
    const inner = large.outline.count - 1;
    expect(rowOf(large, inner)).toBe(401);
    const shown = reveal(large, inner);
    expect(shown.rows[rowOf(shown, inner)]).toBe(inner);
    expect(shown.rows).toHaveLength(406);
  });
});

describe('a key', () => {
  const whole = tree(SMALL);
  const node = (to: Step | null) => to?.node;
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
    ['Home', 4, 0],
    ['End', 1, 6],
    ['PageDown', 1, 4],
    ['PageUp', 4, 1],
    ['ArrowRight', 1, 2],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 2, 1],
    ['ArrowLeft', 4, 3],
  ])('%s leads from node %d to node %d', (key, from, to) => {
    expect(node(step(whole, from, key, 3))).toBe(to);
  });

  it('ArrowLeft closes what is open, and then leads out of it', () => {
    const closed = step(whole, 3, 'ArrowLeft', 3);
    expect(closed?.node).toBe(3);
    expect(isOpen(closed?.tree ?? whole, 3)).toBe(false);
    expect(node(step(closed?.tree ?? whole, 3, 'ArrowLeft', 3))).toBe(1);
  });

  it('ArrowRight opens what is closed', () => {
    const opened = step(toggled(whole, 5), 5, 'ArrowRight', 3);
    expect(opened?.node).toBe(5);
    expect(paths(opened?.tree ?? whole)).toEqual(ALL);
  });

  it('* opens every sibling', () => {
    const closed = setOpen(whole, [1, 5], false);
    const opened = step(closed, 5, '*', 3);
    expect(paths(opened?.tree ?? closed)).toEqual(ALL);
  });

  it('that the tree does not name leads nowhere', () => {
    expect(step(whole, 1, 'x', 3)).toBeNull();
  });
});

it('finds the last of a rising list that is not above a number', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100), { minLength: 1 }), fc.nat(100), (numbers, wanted) => {
      const list = Uint32Array.from(numbers).sort();
      expect(placeIn(list, wanted)).toBe(
        Math.max(
          0,
          list.findLastIndex((number) => number <= wanted),
        ),
      );
    }),
  );
  expect(placeIn(new Uint32Array(), 5)).toBe(0);
});

describe('the rows in view', () => {
  it.each([
    ['a short tree', 5],
    ['a long tree', 300_000],
    ['a tree that no browser could draw whole', 4_000_000],
  ])('of %s cover the view at every place of the scroll bar', (_, count) => {
    const height = 400;
    const most = Math.max(0, contentHeight(count) - height);
    for (const share of [0, 0.25, 0.5, 0.999, 1]) {
      const view = { top: most * share, height };
      const { first, end } = rowSpan(view, count);
      expect(end - first).toBeLessThan(40);
      expect(first === 0 || rowTop(first, view, count) <= view.top).toBe(true);
      expect(end === count || rowTop(end - 1, view, count) + TREE_ROW >= view.top + height).toBe(true);
      if (share === 1) expect(end).toBe(count);
    }
  });

  it.each([10, 300_000, 4_000_000])('hold the row that was scrolled to, of %d', (count) => {
    for (const row of [0, 5, Math.floor(count / 3), count - 1]) {
      const view = { top: 1234 % contentHeight(count), height: 100 };
      const top = topToShowRow(row, view, count);
      const shown = { ...view, top };
      expect(rowTop(row, shown, count)).toBeGreaterThanOrEqual(top - 0.5);
      expect(rowTop(row, shown, count) + TREE_ROW).toBeLessThanOrEqual(top + view.height + 0.5);
      expect(topToShowRow(row, shown, count)).toBeCloseTo(top);
    }
  });

  it('are the last ones where the tree became shorter than what was scrolled away', () => {
    const { first, end } = rowSpan({ top: 90_000, height: 400 }, 50);
    expect(end).toBe(50);
    expect(first).toBeLessThan(50);
  });

  it('never make the content taller than browsers draw', () => {
    const view = { top: 0, height: 400 };
    expect(contentHeight(4_000_000)).toBeLessThan(10_000_000);
    expect(rowTop(3_999_999, view, 4_000_000)).toBeLessThan(10_000_000);
  });
});
