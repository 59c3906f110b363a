import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compare, edited, placeOf } from '../../../src/app/panel/ordered.ts';

const byValue: Compare<number> = (a, b) => a - b;

describe('an edit', () => {
  test('is what taking out, putting in and sorting anew would give', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(numbers, numbers, numbers, (first, out, others) => {
        const list = first.toSorted(byValue);
        const rest = list.filter((member) => !out.includes(member));
        const fresh = others.filter((member) => !rest.includes(member));
        expect(edited(list, out, fresh, byValue)).toEqual([...rest, ...fresh].sort(byValue));
      }),
    );
  });

  test('of few, in a list of any length, is the same', () => {
    const few = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(few, few, few, (first, out, others) => {
        const list = first.toSorted(byValue);
        const rest = list.filter((member) => !out.includes(member));
        const fresh = others.filter((member) => !rest.includes(member));
        expect(edited(list, out, fresh, byValue)).toEqual([...rest, ...fresh].sort(byValue));
      }),
    );
  });

  test('puts a newer version in the place of the older, which compares as equal', () => {
    const [one, two, newer] = [{ at: 1 }, { at: 2 }, { at: 1 }];
    const list = edited([one, two], [one], [newer], (a, b) => a.at - b.at);
    expect(list[0]).toBe(newer);
    expect(list).toHaveLength(2);
  });

  test('passes over an older version that the list no longer has', () => {
    const [held, stale] = [{ at: 1 }, { at: 1 }];
    const list = edited([held], [stale], [], (a, b) => a.at - b.at);
    expect(list[0]).toBe(held);
  });

  test('leaves the list that it was given as it was', () => {
    const list = Object.freeze([1, 3, 5]);
    edited(list, [1], [2], byValue);
    edited(
      list,
      Array.from({ length: 100 }, (_, n) => n),
      [],
      byValue,
    );
    expect(list).toEqual([1, 3, 5]);
  });

  test('of nothing is the same list', () => {
    const list = [1, 2];
    expect(edited(list, [], [], byValue)).toBe(list);
  });

  test.each([
    ['one in the middle', 50, [5_000], [4_999.5]],
    ['one at the end', 20, [], [20_000]],
    ['many at the end', 6_000, [], Array.from({ length: 500 }, (_, n) => 20_000 + n)],
    ['as many as still count as few', 500, Array.from({ length: 32 }, (_, n) => n), [1.5]],
  ])('of %s compares at most %i times in a long list', (_, most, gone, fresh) => {
    const list = Array.from({ length: 10_000 }, (_, n) => n);
    let compared = 0;
    const result = edited(list, gone, fresh, (a, b) => {
      compared++;
      return a - b;
    });
    expect(result).toHaveLength(10_000 - gone.length + fresh.length);
    expect(compared).toBeLessThan(most);
  });
});

test('a place is the first whose member does not compare as lower', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: -1, max: 21 }), (unsorted, member) => {
      const list = unsorted.sort(byValue);
      const first = list.findIndex((other) => other >= member);
      expect(placeOf(list, member, byValue)).toBe(first < 0 ? list.length : first);
    }),
  );
});
