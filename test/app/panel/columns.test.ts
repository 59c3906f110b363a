import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALL_COLUMNS,
  COLUMNS,
  type Column,
  type ColumnChoice,
  type ColumnLayout,
  HIDEABLE,
  layoutOf,
  resized,
  toggled,
  unsized,
  WIDTHS,
} from '../../../src/app/panel/columns.ts';

const choices: fc.Arbitrary<ColumnChoice> = fc.record({
  hidden: fc.subarray([...HIDEABLE]),
  widths: fc.dictionary(fc.constantFrom(...COLUMNS), fc.integer({ min: WIDTHS.least, max: WIDTHS.most }), {
    noNullPrototype: true,
  }) as fc.Arbitrary<ColumnChoice['widths']>,
});
const lists = fc.oneof(
  fc.integer({ min: 200, max: 2000 }),
  fc.constantFrom(200, 319, 320, 359, 360, 419, 420, 479, 480, 599, 600, 979, 980),
);

/** What is fixed, the mark among it, in CSS pixels. */
const fixedOf = ({ columns, widths }: ColumnLayout) =>
  columns.reduce((sum, column) => sum + (widths[column] ?? 0), 12);
/** As the style sheet sets it: between the tracks and at both ends. */
const gapsOf = (columns: readonly Column[], list: number) => (columns.length + 2) * (list < 420 ? 6 : 8);

describe('the columns', () => {
  test.each([
    [320, ['what', 'says', 'status', 'token']],
    [419, ['what', 'says', 'status', 'token']],
    [420, ['what', 'says', 'status', 'token']],
    [480, ['time', 'what', 'says', 'status', 'token']],
    [599, ['time', 'what', 'says', 'status', 'token']],
    [600, ['time', 'what', 'says', 'status', 'token', 'took']],
    [979, ['time', 'what', 'says', 'status', 'token', 'took']],
    [980, ['time', 'what', 'says', 'status', 'token', 'why', 'took']],
  ] as const)('of a list of %i px', (list, columns) => {
    expect(layoutOf(list, ALL_COLUMNS).columns).toEqual(columns);
  });

  test('without details show the cause at every width', () => {
    const choice = toggled(ALL_COLUMNS, 'says');
    for (const list of [320, 700, 1200]) {
      expect(layoutOf(list, choice).columns).toContain('why');
      expect(layoutOf(list, choice).columns).not.toContain('says');
    }
  });

  test('without the cause keep the details', () => {
    const { columns } = layoutOf(1200, toggled(ALL_COLUMNS, 'why'));
    expect(columns).toContain('says');
    expect(columns).not.toContain('why');
  });

  test('come back when they are chosen again', () => {
    expect(toggled(toggled(ALL_COLUMNS, 'took'), 'took')).toEqual(ALL_COLUMNS);
  });

  test('can all be hidden but what a request is', () => {
    const layout = layoutOf(1200, { hidden: HIDEABLE, widths: {} });
    expect(layout.columns).toEqual(['what']);
    expect(layout.widths).toEqual({});
  });

  test('have milliseconds where the time has room for them', () => {
    expect(layoutOf(1200, ALL_COLUMNS).exact).toBe(true);
    expect(layoutOf(700, ALL_COLUMNS).exact).toBe(false);
    expect(layoutOf(700, resized(ALL_COLUMNS, 'time', 76)).exact).toBe(true);
    expect(layoutOf(1200, resized(ALL_COLUMNS, 'time', 60)).exact).toBe(false);
  });
});

describe('at every width and choice', () => {
  test('one of them takes the rest, and the others have a width', () => {
    fc.assert(
      fc.property(lists, choices, (list, choice) => {
        const { columns, widths } = layoutOf(list, choice);
        expect(columns.filter((column) => widths[column] === undefined)).toHaveLength(1);
        for (const width of Object.values(widths)) {
          expect(Number.isInteger(width)).toBe(true);
          expect(width).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('code and token are left out only by the user', () => {
    fc.assert(
      fc.property(lists, choices, (list, choice) => {
        const { columns } = layoutOf(list, choice);
        for (const column of ['status', 'token'] as const)
          expect(columns.includes(column)).toBe(!choice.hidden.includes(column));
        for (const column of columns) expect(choice.hidden).not.toContain(column);
        expect(columns).toContain('what');
      }),
    );
  });

  test('a line fits into a list of 320 px and more, however wide the columns were drawn', () => {
    fc.assert(
      fc.property(lists, choices, (list, choice) => {
        fc.pre(list >= 320);
        const layout = layoutOf(list, choice);
        expect(fixedOf(layout) + gapsOf(layout.columns, list)).toBeLessThan(list);
      }),
    );
  });

  test('no column is wider than it was drawn or usually is', () => {
    fc.assert(
      fc.property(lists, choices, (list, choice) => {
        const usual = layoutOf(list, { ...choice, widths: {} }).widths;
        for (const [column, width] of Object.entries(layoutOf(list, choice).widths))
          expect(width).toBeLessThanOrEqual(
            choice.widths[column as Column] ?? usual[column as Column] ?? Number.NaN,
          );
      }),
    );
  });
});

describe('a drawn width', () => {
  test('holds where there is room', () => {
    const choice = resized(resized(ALL_COLUMNS, 'what', 300), 'token', 60);
    expect(layoutOf(1400, choice).widths).toMatchObject({ what: 300, token: 60, status: 36 });
  });

  test('yields in a narrow list as far as it exceeds the usual, and comes back in a wide one', () => {
    const choice = resized(resized(ALL_COLUMNS, 'what', 600), 'status', 30);
    const { what = 0, status } = layoutOf(500, choice).widths;
    expect(what).toBeGreaterThanOrEqual(118);
    expect(what).toBeLessThan(200);
    expect(status).toBe(30);
    expect(layoutOf(2000, choice).widths.what).toBe(600);
  });

  test.each([
    [1, 28],
    [28.4, 28],
    [100.6, 101],
    [9000, 600],
  ])('of %d is kept as %d', (drawn, kept) => {
    expect(resized(ALL_COLUMNS, 'token', drawn).widths).toEqual({ token: kept });
  });

  test('is forgotten alone', () => {
    const choice = resized(resized(ALL_COLUMNS, 'what', 300), 'token', 60);
    expect(unsized(choice, 'what').widths).toEqual({ token: 60 });
  });
});
