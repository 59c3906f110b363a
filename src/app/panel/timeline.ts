/** How many requests fell where in the log's time, in a fixed number of steps however long the log is. */
import type { Row } from './rows.ts';

export const STEPS = 120;

export interface Timeline {
  /** Milliseconds since 1970 at the left edge. */
  readonly from: number;
  /** Milliseconds that one step stands for. */
  readonly step: number;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly total: number;
  readonly refused: number;
  readonly warnings: number;
}

export interface TimelineBook {
  readonly edit: (gone: readonly Row[], fresh: readonly Row[]) => void;
  /** Null while there is nothing to draw. */
  readonly draw: () => Timeline | null;
}

/** Twelve seconds in all at first; it doubles as the log grows. Whole milliseconds, so that a row goes where it came. */
const FIRST_STEP = 100;

export function createTimelineBook(): TimelineBook {
  const total = new Int32Array(STEPS);
  const refused = new Int32Array(STEPS);
  const warnings = new Int32Array(STEPS);
  const counts = [total, refused, warnings];
  let from = 0;
  let step = FIRST_STEP;
  let held = 0;

  const at = (ms: number) => Math.floor((ms - from) / step);

  function begin(rows: readonly Row[]): void {
    // They come in the order in which they ended.
    from = rows.reduce((first, { entry }) => Math.min(first, entry.startedAt), Number.POSITIVE_INFINITY);
    step = FIRST_STEP;
    for (const list of counts) list.fill(0);
  }

  function add({ entry, mark }: Row, by: 1 | -1): void {
    if (by === 1 && at(entry.startedAt) >= STEPS) leaveEmptyBehind();
    while (by === 1 && at(entry.startedAt) >= STEPS) widen();
    // Firefox tells of some requests long after later ones; they count with the first.
    const index = Math.max(0, at(entry.startedAt));
    count(total, index, by);
    if (mark === 'refused') count(refused, index, by);
    if (mark === 'warning') count(warnings, index, by);
    held += by;
  }

  /** A full log loses its oldest requests all the time, and their time with them. */
  function leaveEmptyBehind(): void {
    const empty = total.findIndex((sum) => sum > 0);
    if (empty <= 0) return;
    for (const list of counts) {
      list.copyWithin(0, empty);
      list.fill(0, STEPS - empty);
    }
    from += empty * step;
  }

  /** Two steps become one. */
  function widen(): void {
    for (const list of counts) {
      for (let index = 0; index < STEPS; index++) {
        list[index] = index < STEPS / 2 ? (list[2 * index] ?? 0) + (list[2 * index + 1] ?? 0) : 0;
      }
    }
    step *= 2;
  }

  return {
    edit(gone, fresh) {
      for (const row of gone) add(row, -1);
      if (held === 0) begin(fresh);
      for (const row of fresh) add(row, 1);
    },
    draw: () =>
      held === 0
        ? null
        : {
            from,
            step,
            steps: Array.from(total, (sum, index) => ({
              total: sum,
              refused: refused[index] ?? 0,
              warnings: warnings[index] ?? 0,
            })),
          },
  };
}

function count(list: Int32Array, index: number, by: number): void {
  list[index] = Math.max(0, (list[index] ?? 0) + by);
}
