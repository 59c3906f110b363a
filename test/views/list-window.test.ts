import { describe, expect, it } from 'vitest';
import { spanOf, topToShow } from '../../src/views/panel/list-window.ts';

describe('the rows that stand in the document', () => {
  it.each([
    ['none of an empty list', { top: 0, height: 300 }, 0, { first: 0, end: 0 }],
    ['all of a short list', { top: 0, height: 300 }, 5, { first: 0, end: 5 }],
    ['the first of a long one', { top: 0, height: 220 }, 10_000, { first: 0, end: 12 }],
    ['those in its middle', { top: 22_000, height: 220 }, 10_000, { first: 999, end: 1011 }],
    ['the last', { top: 219_800, height: 220 }, 10_000, { first: 9989, end: 10_000 }],
    ['a guess before it was measured', { top: 0, height: 0 }, 10_000, { first: 0, end: 30 }],
    ['the last of a list that became shorter', { top: 22_000, height: 220 }, 20, { first: 9, end: 20 }],
  ])('are %s', (_, view, count, span) => {
    expect(spanOf(view, count)).toEqual(span);
  });

  it('cover what is in view wherever the list stands', () => {
    for (let top = 0; top < 22_000; top += 7) {
      const { first, end } = spanOf({ top, height: 211 }, 1000);
      expect(first * 22).toBeLessThanOrEqual(top);
      expect(Math.min(end, 1000) * 22).toBeGreaterThanOrEqual(Math.min(top + 211 - 22, 22_000));
    }
  });
});

describe('the way to a row', () => {
  it.each([
    ['stays where the row is in view', 5, { top: 0, height: 220 }, 0],
    ['goes up to a row above', 2, { top: 110, height: 220 }, 44],
    ['goes down to a row below, and no further', 12, { top: 0, height: 220 }, 88],
  ])('%s', (_, index, view, top) => {
    expect(topToShow(index, view)).toBe(top);
  });
});
