export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest value that at least this share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The percentile of three rounds, taken apart: of a share this high, one busy moment of the machine decides. */
export function steadyPercentile(values: readonly number[], share: number): number {
  const length = Math.ceil(values.length / 3);
  return median(
    [0, 1, 2].map((round) => percentile(values.slice(round * length, (round + 1) * length), share)),
  );
}
