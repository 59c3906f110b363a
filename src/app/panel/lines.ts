/**
 * The lines of the list. What a page sends again and again after one failure is one line, which opens; everything else
 * has a line of its own.
 */
import { type Compare, edited, placeOf } from './ordered.ts';
import type { Row } from './rows.ts';

export interface Line {
  readonly row: Row;
  /** The same request, refused the same way within moments, after `row`. */
  readonly repeats: readonly Row[];
  /** 2 for a repeat that stands under its first. */
  readonly level: 1 | 2;
}

export interface Lines {
  /** In order, those of level 1. */
  readonly list: () => readonly Line[];
  readonly edit: (gone: readonly Row[], fresh: readonly Row[]) => void;
  readonly reset: (rows: readonly Row[], compare: Compare<Row>) => void;
}

/** @param byStart the order within an incident */
export function createLines(byStart: Compare<Row>): Lines {
  let compare: Compare<Line> = (a, b) => byStart(a.row, b.row);
  let incidents = new Map<string, Line>();
  let list: readonly Line[] = [];

  function edit(gone: readonly Row[], fresh: readonly Row[]): void {
    const touched = new Map<string, Row[]>();
    const rowsOf = (row: Row): Row[] => {
      const key = incidentOf(row);
      const known = touched.get(key);
      if (known !== undefined) return known;
      const line = incidents.get(key);
      const rows = line === undefined ? [] : [line.row, ...line.repeats];
      touched.set(key, rows);
      return rows;
    };
    for (const row of gone) {
      const rows = rowsOf(row);
      const at = rows.indexOf(row);
      if (at >= 0) rows.splice(at, 1);
    }
    for (const row of fresh) {
      const rows = rowsOf(row);
      rows.splice(placeOf(rows, row, byStart), 0, row);
    }
    const before: Line[] = [];
    const after: Line[] = [];
    for (const [key, [row, ...repeats]] of touched) {
      const old = incidents.get(key);
      if (old !== undefined) before.push(old);
      if (row === undefined) incidents.delete(key);
      else {
        const line: Line = { row, repeats: repeats.length === 0 ? NONE : repeats, level: 1 };
        incidents.set(key, line);
        after.push(line);
      }
    }
    list = edited(list, before, after, compare);
  }

  return {
    list: () => list,
    edit,
    reset(rows, order) {
      compare = (a, b) => order(a.row, b.row);
      incidents = new Map();
      list = [];
      edit([], rows);
    },
  };
}

/** The lines with those opened that `opened` names by their row. */
export function unfolded(lines: readonly Line[], opened: ReadonlySet<string>): readonly Line[] {
  if (opened.size === 0) return lines;
  const all: Line[] = [];
  for (const line of lines) {
    all.push(line);
    if (line.repeats.length > 0 && opened.has(line.row.id))
      for (const repeat of under(line)) all.push(repeat);
  }
  return all;
}

/** The same lines again for the same line, so that a list that is drawn anew knows them. */
const repeatLines = new WeakMap<Line, readonly Line[]>();

function under(line: Line): readonly Line[] {
  const known = repeatLines.get(line);
  if (known !== undefined) return known;
  const made = line.repeats.map((row): Line => ({ row, repeats: [], level: 2 }));
  repeatLines.set(line, made);
  return made;
}

/** Most requests stand alone, and each has its line. */
const NONE: readonly Row[] = [];

/** Another address is another question, even where the same token is refused for the same reason. */
function incidentOf({ id, entry, subject }: Row): string {
  const { incident } = subject.log;
  if (entry.status < 400) return id;
  return `${incident?.entryId ?? id} ${entry.method} ${entry.url}`;
}
