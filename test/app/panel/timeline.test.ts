import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/app/panel/rows.ts';
import { createTimelineBook, STEPS, type Timeline } from '../../../src/app/panel/timeline.ts';
import { entryOf, NOW } from '../../fixtures/entries.ts';
import { rowOf } from '../../fixtures/rows.ts';

const plain = rowOf(entryOf());
const rowAt = (startedAt: number, mark: Row['mark'] = 'none'): Row => ({
  ...plain,
  mark,
  entry: { ...plain.entry, startedAt },
});

const sum = (timeline: Timeline | null) =>
  (timeline?.steps ?? []).reduce(
    (all, step) => ({
      total: all.total + step.total,
      refused: all.refused + step.refused,
      warnings: all.warnings + step.warnings,
    }),
    { total: 0, refused: 0, warnings: 0 },
  );
const filled = (timeline: Timeline | null) =>
  (timeline?.steps ?? []).flatMap(({ total }, at) => (total === 0 ? [] : [at]));

describe('the timeline', () => {
  test('is none while there is nothing to draw, and again after all is gone', () => {
    const book = createTimelineBook();
    expect(book.draw()).toBeNull();
    book.edit([], [rowAt(NOW)]);
    expect(book.draw()).not.toBeNull();
    book.edit([rowAt(NOW)], []);
    expect(book.draw()).toBeNull();
    book.edit([], []);
    expect(book.draw()).toBeNull();
  });

  test('begins with the earliest, whichever is told of first', () => {
    const book = createTimelineBook();
    book.edit([], [rowAt(NOW + 5000), rowAt(NOW), rowAt(NOW + 100)]);
    const timeline = book.draw();
    expect(timeline?.from).toBe(NOW);
    expect(filled(timeline)).toEqual([0, 1, 50]);
  });

  test('counts refusals and warnings apart', () => {
    const book = createTimelineBook();
    book.edit([], [rowAt(NOW), rowAt(NOW, 'refused'), rowAt(NOW, 'refused'), rowAt(NOW, 'warning')]);
    expect(book.draw()?.steps[0]).toEqual({ total: 4, refused: 2, warnings: 1 });
  });

  test('has as many steps for an hour as for a second', () => {
    const book = createTimelineBook();
    book.edit([], [rowAt(NOW), rowAt(NOW + 1000)]);
    const { step = 0 } = book.draw() ?? {};
    book.edit([], [rowAt(NOW + 3_600_000)]);
    const hour = book.draw();
    expect(hour?.steps).toHaveLength(STEPS);
    expect(hour?.step).toBeGreaterThan(step);
    expect((hour?.step ?? 0) * STEPS).toBeGreaterThanOrEqual(3_600_000);
    expect((hour?.step ?? 0) * STEPS).toBeLessThan(2 * 3_600_000);
    expect(sum(hour).total).toBe(3);
  });

  test('leaves the time of what a full log lost behind', () => {
    const book = createTimelineBook();
    const hours = 20;
    let held: Row[] = [];
    for (let minute = 0; minute < hours * 60; minute++) {
      const fresh = [rowAt(NOW + minute * 60_000)];
      const gone = held.slice(0, Math.max(0, held.length - 10));
      book.edit(gone, fresh);
      held = [...held.slice(gone.length), ...fresh];
    }
    const timeline = book.draw();
    expect(sum(timeline).total).toBe(held.length);
    expect((timeline?.step ?? 0) * STEPS).toBeLessThan(3_600_000);
    expect(timeline?.from).toBeGreaterThan(NOW + (hours - 1) * 3_600_000);
  });

  test('begins anew, and small, after a clear', () => {
    const book = createTimelineBook();
    const old = [rowAt(NOW), rowAt(NOW + 86_400_000)];
    book.edit([], old);
    book.edit(old, [rowAt(NOW + 90_000_000)]);
    expect(book.draw()).toMatchObject({ from: NOW + 90_000_000, step: 100 });
    expect(sum(book.draw()).total).toBe(1);
  });

  test('counts what is told of late and started before all others with the first', () => {
    const book = createTimelineBook();
    book.edit([], [rowAt(NOW)]);
    book.edit([], [rowAt(NOW - 60_000, 'refused')]);
    expect(book.draw()?.steps[0]).toEqual({ total: 2, refused: 1, warnings: 0 });
    book.edit([rowAt(NOW - 60_000, 'refused')], []);
    expect(book.draw()?.steps[0]).toEqual({ total: 1, refused: 0, warnings: 0 });
  });

  test('counts each request once, at its moment, whatever comes and goes', () => {
    const row = fc
      .tuple(
        fc.oneof(fc.integer({ min: -1000, max: 20_000 }), fc.integer({ min: 0, max: 10_000_000 })),
        fc.constantFrom('none', 'refused', 'warning'),
      )
      .map(([at, mark]) => rowAt(NOW + at, mark));
    const edit = fc.tuple(fc.array(row, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const book = createTimelineBook();
        let held: Row[] = [];
        for (const [fresh, picks] of edits) {
          const gone = new Set(held.length === 0 ? [] : picks.map((pick) => held[pick % held.length] as Row));
          book.edit([...gone], fresh);
          held = [...held.filter((one) => !gone.has(one)), ...fresh];
        }
        const timeline = book.draw();
        expect(sum(timeline)).toEqual({
          total: held.length,
          refused: held.filter(({ mark }) => mark === 'refused').length,
          warnings: held.filter(({ mark }) => mark === 'warning').length,
        });
        for (const [at, { total }] of timeline?.steps.entries() ?? []) {
          const { from = 0, step = 1 } = timeline ?? {};
          const within = held.filter(
            ({ entry }) => Math.max(0, Math.floor((entry.startedAt - from) / step)) === at,
          );
          expect(total).toBe(within.length);
        }
      }),
    );
  });
});
