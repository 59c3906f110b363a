/** What sets a page's origin apart from a token's `origin` claim, character by character. */
import type { Place } from '../token/fault-marks.ts';

/** A claim with more entries is read by nobody. */
const COMPARED = 50;

export interface OriginDifference {
  /** In the claim. Where several entries stand in it, the nearest is compared. */
  readonly claim: Place;
  readonly origin: Place;
}

/** Places are empty where one of both only lacks what the other has; null where the claim has nothing to compare. */
export function originDifference(claim: string, origin: string): OriginDifference | null {
  let nearest: OriginDifference | null = null;
  let start = 0;
  for (const written of claim.split(',').slice(0, COMPARED)) {
    const entry = written.trim();
    const at = start + written.indexOf(entry);
    start += written.length + 1;
    if (entry === '') continue;
    const found = differenceBetween(entry.toLowerCase(), origin.toLowerCase(), at);
    if (nearest === null || size(found) < size(nearest)) nearest = found;
  }
  return nearest;
}

/** @param at where the entry stands in its claim */
function differenceBetween(entry: string, origin: string, at: number): OriginDifference {
  // An entry without a scheme allows any, so the origin's own is no difference.
  const scheme = entry.includes('://') ? '' : (/^[a-z]+:\/\//.exec(origin)?.[0] ?? '');
  const host = origin.slice(scheme.length);
  const most = Math.min(entry.length, host.length);
  let tail = 0;
  while (tail < most && entry.at(-1 - tail) === host.at(-1 - tail)) tail++;
  let head = 0;
  while (head < most - tail && entry[head] === host[head]) head++;
  return {
    claim: { from: at + head, to: at + entry.length - tail },
    origin: { from: scheme.length + head, to: scheme.length + host.length - tail },
  };
}

function size({ claim, origin }: OriginDifference): number {
  return claim.to - claim.from + origin.to - origin.from;
}
