/** One line of the benchmark's table: what was measured, what it is held to, and whether it holds. */

export type Unit = 'µs' | 'ms' | 'ms CPU' | '× floor' | 'MB' | 'bytes' | 'nodes' | 'requests/s' | 'requests';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** What the value is compared with: measured in the same run, so that a slow machine changes nothing. */
  readonly yardstick: number | null;
  /** The most that the value may be; `null` where the figure is for orientation only. */
  readonly limit: number | null;
  /** The limit in words: `≤ 4 ×`. */
  readonly bound: string;
}

/** Held to a multiple of a yardstick. */
export function atMostTimes(
  name: string,
  value: number,
  unit: Unit,
  factor: number,
  yardstick: number,
): Figure {
  return { name, value, unit, yardstick, limit: factor * yardstick, bound: `≤ ${factor} ×` };
}

/** Held to a yardstick and something added. */
export function atMostAbove(
  name: string,
  value: number,
  unit: Unit,
  above: number,
  yardstick: number,
): Figure {
  return { name, value, unit, yardstick, limit: yardstick + above, bound: `≤ 1 × + ${above}` };
}

/** Held to a fixed amount. */
export function atMost(name: string, value: number, unit: Unit, limit: number): Figure {
  return { name, value, unit, yardstick: null, limit, bound: `≤ ${limit.toLocaleString('en')}` };
}

/** For orientation; the yardstick, if any, is printed beside it. */
export function seen(name: string, value: number, unit: Unit, yardstick: number | null = null): Figure {
  return { name, value, unit, yardstick, limit: null, bound: '' };
}

export function holds({ value, limit }: Figure): boolean {
  return limit === null || value <= limit;
}

/** A figure as a line of the table. */
export function lineOf(figure: Figure): string {
  const { name, value, unit, yardstick, limit, bound } = figure;
  const ratio = yardstick === null ? '' : (value / yardstick).toFixed(2);
  const verdict = limit === null ? '' : holds(figure) ? 'holds' : 'DOES NOT HOLD';
  const absolute =
    yardstick === null ? `${rounded(value)} ${unit}` : `${rounded(value)} ${unit} to ${rounded(yardstick)}`;
  return `${name.padEnd(72)} ${ratio.padStart(6)}  ${bound.padEnd(11)} ${verdict.padEnd(13)} ${absolute}`;
}

function rounded(value: number): string {
  const digits = Math.abs(value) < 1 ? 3 : Math.abs(value) < 100 ? 2 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
