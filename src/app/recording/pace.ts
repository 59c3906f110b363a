/**
 * When to take the next snapshot of devtools' log. A snapshot costs time in proportion to the log (seconds at 10,000
 * entries), so it may take only a small share of the time, and rests longer and longer while nothing happens.
 */
import type { Now, Schedule } from '../ports.ts';

const SOONEST = 1_000;
const LATEST = 10_000;
/**
 * The pause after a snapshot is at least so many times as long as the snapshot took: long while the page talks to others
 * only, since then the whole log would be read for nothing, and short while a request waits to be believed.
 */
const SHARES = { nothing: 1_000, news: 150, doubt: 10 } as const;

/** What a snapshot held. */
export type Outlook = keyof typeof SHARES;

export interface Pace {
  /** Something happened on the page, or something is missing that should have: look again soon. */
  readonly hurry: (why: 'news' | 'doubt') => void;
  /** Look now. */
  readonly now: () => void;
}

/** @param look takes the snapshot */
export function createPace(look: () => Promise<Outlook>, now: Now, schedule: Schedule): Pace {
  let pause = SOONEST;
  let cost = 0;
  let looking = false;
  /** What was seen at the last look, or happened since. */
  let outlook: Outlook = 'nothing';
  let cancel = () => {};

  async function run(): Promise<void> {
    if (looking) return;
    looking = true;
    const begun = now();
    outlook = 'nothing';
    const seen = await look();
    cost = now() - begun;
    pause = seen === 'nothing' ? Math.min(LATEST, pause * 2) : SOONEST;
    if (seen !== 'nothing') outlook = seen;
    looking = false;
    plan();
  }

  function plan(): void {
    cancel();
    cancel = schedule(Math.max(pause, cost * SHARES[outlook]), () => void run());
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
