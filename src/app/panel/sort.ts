/** The order of the list: that of a column, and among equals that of time. */
import type { Column } from './columns.ts';
import type { Compare } from './ordered.ts';
import type { Row } from './rows.ts';

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/** The order in which the requests started. */
export const BY_TIME: Sort = { column: 'time', descending: false };

const MARKS = ['refused', 'warning', 'none'] as const;

/**
 * @param byStart the order of time, total
 * @param nameOf the endpoint's name in the reader's language
 */
export function comparing(
  { column, descending }: Sort,
  byStart: Compare<Row>,
  nameOf: (row: Row) => string,
): Compare<Row> {
  const inColumn = COLUMN_ORDER[column](nameOf);
  if (inColumn === null) return descending ? (a, b) => byStart(b, a) : byStart;
  const sign = descending ? -1 : 1;
  return (a, b) => sign * inColumn(a, b) || byStart(a, b);
}

const texts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const COLUMN_ORDER: Readonly<Record<Column, (nameOf: (row: Row) => string) => Compare<Row> | null>> = {
  time: () => null,
  what: (nameOf) => (a, b) => nameOf(a).localeCompare(nameOf(b)),
  says: () => (a, b) => texts(a.details, b.details),
  status: () => (a, b) => a.entry.status - b.entry.status,
  token: () => (a, b) => texts(tokenKey(a), tokenKey(b)),
  why: () => (a, b) => texts(causeKey(a), causeKey(b)),
  took: () => (a, b) => a.entry.duration - b.entry.duration,
};

/** Requests without a token come last. */
function tokenKey({ token }: Row): string {
  return token === null ? '~' : `${token.kind} ${token.lastFour} ${token.id}`;
}

/** What was refused comes first, each cause together. Notes are not shown in the list. */
function causeKey({ mark, diagnosis: { cause, others, refused } }: Row): string {
  const shown = refused ? cause : others.find(({ severity }) => severity !== 'note');
  return `${MARKS.indexOf(mark)} ${shown?.id ?? ''}`;
}
