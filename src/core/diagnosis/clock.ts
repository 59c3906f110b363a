/** Apple's clock, from the Date header of an answer (RFC 9110 §6.6.1), so that expiry is judged as Apple judges it. */
import { type Entry, header } from '../entry.ts';

export interface AppleClock {
  /** Seconds to add to this machine's clock to get Apple's; 0 where nothing is known. */
  readonly skew: number;
  /** Whether the answer told Apple's time. */
  readonly known: boolean;
}

export const UNKNOWN_CLOCK: AppleClock = { skew: 0, known: false };

/**
 * A Date has whole seconds and was written at some moment between the request's start and the answer's end, so it
 * only tells the skew within bounds. Where the bounds hold zero the clocks agree; else the bound next to zero is taken.
 */
export function appleClock(entry: Entry): AppleClock {
  const written = httpDate(header(entry.responseHeaders, 'date') ?? '') / 1000;
  if (Number.isNaN(written)) return UNKNOWN_CLOCK;
  const age = delta(header(entry.responseHeaders, 'age') ?? '0');
  // An answer out of a cache keeps the Date of its making and tells its age beside it (RFC 9111 §5.1).
  if (Number.isNaN(age)) return UNKNOWN_CLOCK;
  const least = written + age - (entry.startedAt + entry.duration) / 1000;
  const most = written + age + 1 - entry.startedAt / 1000;
  if (least <= 0 && most >= 0) return { skew: 0, known: true };
  return { skew: least > 0 ? least : most, known: true };
}

/** Whole seconds, at most some thirty years (RFC 9111 §1.2.2); NaN for anything else. */
function delta(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

const DAY_FIRST = /^[a-z]{3,9}, \d{2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/i;
const ASCTIME = /^[a-z]{3} [a-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/i;

/**
 * Milliseconds since 1970 of an HTTP-date in any of its three forms (RFC 9110 §5.6.7), else NaN. `Date.parse` alone
 * also takes words with a number for a date.
 */
export function httpDate(text: string): number {
  if (DAY_FIRST.test(text)) return Date.parse(text);
  return ASCTIME.test(text) ? Date.parse(`${text} GMT`) : Number.NaN;
}
