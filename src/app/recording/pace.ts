/**
 * When to take the next snapshot of devtools' log. A snapshot costs time in proportion to the log (seconds at 10,000
 * entries), so it may take only a small share of the time, and rests longer and longer while nothing happens.
 */
import type { Now, Schedule } from '../ports.ts';

const SOONEST = 1_000;
const LATEST = 10_000;
const LONGEST = 600_000;
/**
 * The pause after a snapshot is at least so many times as long as the snapshot took: long while the page talks to others
 * only, since then the whole log would be read for nothing, and short while a request waits to be believed.
 */
const SHARES = { nothing: 1_000, news: 150, doubt: 10 } as const;

/** Milliseconds for each request of devtools' log, where no snapshot told better (Chromium 156; Firefox takes less). */
const PER_REQUEST = 0.2;

/** Requests from which on the time of a snapshot is that of its requests. */
const MANY = 100;

/** A snapshot that would take longer is taken for a doubt alone: reading it stops the panel for a part of that. */
const TOO_LONG = 2_000;

/** What a snapshot held. */
export type Outlook = keyof typeof SHARES;

export interface Pace {
  /** Something happened on the page, or something is missing that should have: look again soon. */
  readonly hurry: (why: 'news' | 'doubt') => void;
  /** Look now. */
  readonly now: () => void;
}

/**
 * @param look takes the snapshot
 * @param length how many requests devtools' log has, about
 */
export function createPace(
  look: () => Promise<Outlook>,
  length: () => number,
  now: Now,
  schedule: Schedule,
): Pace {
  let pause = SOONEST;
  let cost = 0;
  let lengthThen = 0;
  let looking = false;
  /** What was seen at the last look, or happened since. */
  let outlook: Outlook = 'nothing';
  let cancel = () => {};

  async function run(): Promise<void> {
    if (looking) return;
    looking = true;
    const begun = now();
    lengthThen = length();
    outlook = 'nothing';
    const seen = await look();
    cost = now() - begun;
    pause = seen === 'nothing' ? Math.min(LATEST, pause * 2) : SOONEST;
    if (seen !== 'nothing') outlook = seen;
    looking = false;
    plan();
  }

  /** The log may have grown since it was last read, or have been emptied. */
  function expected(): number {
    const perRequest = lengthThen < MANY ? PER_REQUEST : Math.max(PER_REQUEST, cost / lengthThen);
    return Math.max(lengthThen < MANY ? cost : 0, length() * perRequest);
  }

  function plan(): void {
    cancel();
    const planned = now();
    const wait = Math.max(pause, expected() * SHARES[outlook]);
    cancel = schedule(Math.min(wait, LONGEST), () => {
      const isDue = now() - planned >= expected() * SHARES[outlook];
      if (isDue && (expected() <= TOO_LONG || outlook === 'doubt')) void run();
      else plan();
    });
  }

  return {
    hurry(why) {
      if (pause === SOONEST && SHARES[outlook] <= SHARES[why]) return;
      pause = SOONEST;
      if (SHARES[why] < SHARES[outlook]) outlook = why;
      plan();
    },
    now: () => void run(),
  };
}
