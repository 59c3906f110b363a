/** Which columns the list has at a width, and how wide they are. */

export const COLUMNS = ['time', 'what', 'says', 'status', 'token', 'why', 'took'] as const;

export type Column = (typeof COLUMNS)[number];

export interface ColumnChoice {
  readonly hidden: readonly Column[];
  /** CSS pixels, where the user drew a column to another width. */
  readonly widths: Readonly<Partial<Record<Column, number>>>;
}

export const ALL_COLUMNS: ColumnChoice = { hidden: [], widths: {} };

/** What a request is stands in every list. */
export const HIDEABLE: readonly Column[] = COLUMNS.filter((column) => column !== 'what');

export interface ColumnLayout {
  readonly columns: readonly Column[];
  /** Whether the time has its milliseconds. */
  readonly exact: boolean;
  /** In CSS pixels, of all columns but one, which takes the rest of the line. */
  readonly widths: Readonly<Partial<Record<Column, number>>>;
}

/** A column is never drawn narrower or wider. */
export const WIDTHS = { least: 28, most: 600 } as const;

/** From here cause and details have a column each; below, the cause takes the place of the details. */
const APART = 980;

const MARK = 12;

/** Between two tracks and at both ends of a line. */
const GAP = 8;

/** What is drawn wider than usual leaves so much for the flexible column. */
const LEFT_OVER = 60;

/** What time, request, code, token and duration take of a wide list. */
const OTHERS = 526;

const USUAL: Readonly<Record<Column, (list: number) => number>> = {
  time: (list) => (list >= APART ? 80 : 54),
  what: (list) => (list >= APART ? 150 : list >= 600 ? 126 : list >= 420 ? 118 : list >= 360 ? 108 : 96),
  says: (list) => Math.floor((list - OTHERS) / 2),
  status: (list) => (list >= APART ? 36 : 32),
  token: (list) => (list >= 420 ? 124 : list >= 360 ? 88 : 46),
  why: (list) => Math.floor((list - OTHERS) / 2),
  took: () => 52,
};

/** Left out below these widths; the rest never is. */
const FROM: Readonly<Partial<Record<Column, number>>> = { time: 480, took: 600 };

export function layoutOf(list: number, { hidden, widths }: ColumnChoice): ColumnLayout {
  const isShown = (column: Column) => !hidden.includes(column) && list >= (FROM[column] ?? 0);
  const apart = list >= APART;
  const columns = COLUMNS.filter((column) => {
    if (column === 'what') return true;
    // One of the two stands for both: `says` where the user did not hide it.
    if (!apart && column === 'why') return isShown('why') && !isShown('says');
    return isShown(column);
  });
  const drawn: Partial<Record<Column, number>> = {};
  // Somebody has to take the rest of the line.
  const last = (['why', 'says'] as const).find((column) => columns.includes(column)) ?? 'what';
  const widthOf = fitted(
    list - MARK - GAP * (columns.length + 2) - LEFT_OVER,
    columns.filter((column) => column !== last),
    (column) => USUAL[column](list),
    widths,
  );
  for (const column of columns) if (column !== last) drawn[column] = widthOf(column);
  return {
    columns,
    exact: (drawn.time ?? 0) >= 76,
    widths: drawn,
  };
}

/** What was drawn wide in a wide list still finds room in a narrow one: there, what exceeds the usual width yields. */
function fitted(
  room: number,
  columns: readonly Column[],
  usual: (column: Column) => number,
  widths: ColumnChoice['widths'],
): (column: Column) => number {
  const least = (column: Column) => Math.min(widths[column] ?? usual(column), usual(column));
  const excess = (column: Column) => (widths[column] ?? usual(column)) - least(column);
  const sumOf = (width: (column: Column) => number) =>
    columns.reduce((sum, column) => sum + width(column), 0);
  const share = Math.min(1, Math.max(0, room - sumOf(least)) / Math.max(1, sumOf(excess)));
  return (column) => least(column) + Math.floor(excess(column) * share);
}

export function resized(choice: ColumnChoice, column: Column, width: number): ColumnChoice {
  const kept = Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(width)));
  return { ...choice, widths: { ...choice.widths, [column]: kept } };
}

/** Back to its usual width. */
export function unsized(choice: ColumnChoice, column: Column): ColumnChoice {
  const { [column]: _, ...widths } = choice.widths;
  return { ...choice, widths };
}

export function toggled(choice: ColumnChoice, column: Column): ColumnChoice {
  const hidden = choice.hidden.includes(column)
    ? choice.hidden.filter((other) => other !== column)
    : [...choice.hidden, column];
  return { ...choice, hidden };
}
