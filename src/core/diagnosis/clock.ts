/** Apple's clock, from the Date header of an answer (RFC 9110 §6.6.1), so that expiry is judged as Apple judges it. */
import { type Entry, header } from '../entry.ts';

export interface AppleClock {
  /** Seconds to add to this machine's clock to get Apple's; 0 where nothing is known. */
  readonly skew: number;
  /** Whether the answer told Apple's time. */
  readonly known: boolean;
}

const UNKNOWN: AppleClock = { skew: 0, known: false };

/**
 * A Date has whole seconds and was written at some moment between the request's start and the answer's end, so it
 * only tells the skew within bounds. Where the bounds hold zero the clocks agree; else the bound next to zero is taken.
 */
export function appleClock(entry: Entry): AppleClock {
  const date = header(entry.responseHeaders, 'date');
  const written = date === null ? Number.NaN : Date.parse(date) / 1000;
  if (Number.isNaN(written)) return UNKNOWN;
  const least = written - (entry.startedAt + entry.duration) / 1000;
  const most = written + 1 - entry.startedAt / 1000;
  if (least <= 0 && most >= 0) return { skew: 0, known: true };
  return { skew: least > 0 ? least : most, known: true };
}
