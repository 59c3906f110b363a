/**
 * When to take the next snapshot of devtools' log. A snapshot costs time in proportion to the log (seconds at 10,000
 * entries), so it may take only a small share of the time, and rests longer and longer while nothing happens.
 */
import type { Now, Schedule } from '../ports.ts';

const SOONEST = 1_000;
const LATEST = 10_000;
/**
 * The pause after a snapshot is at least this many times as long as the snapshot took; and longer while the page talks
 * to others only, since then the whole log would be read for nothing.
 */
const SHARE = 40;
const SHARE_ELSEWHERE = 400;

export interface Pace {
  /** Something happened on the page: look again soon. */
  readonly hurry: () => void;
  /** Look now. */
  readonly now: () => void;
}

/** @param look takes the snapshot; tells whether it held anything new */
export function createPace(look: () => Promise<boolean>, now: Now, schedule: Schedule): Pace {
  let pause = SOONEST;
  let cost = 0;
  let looking = false;
  /** Something of Apple's happened since the last look. */
  let isConcerned = false;
  let cancel = () => {};

  async function run(): Promise<void> {
    if (looking) return;
    looking = true;
    const begun = now();
    isConcerned = false;
    const news = await look();
    cost = now() - begun;
    pause = news ? SOONEST : Math.min(LATEST, pause * 2);
    isConcerned ||= news;
    looking = false;
    plan();
  }

  function plan(): void {
    cancel();
    cancel = schedule(Math.max(pause, cost * (isConcerned ? SHARE : SHARE_ELSEWHERE)), () => void run());
  }

  return {
    hurry() {
      if (pause === SOONEST && isConcerned) return;
      pause = SOONEST;
      isConcerned = true;
      plan();
    },
    now: () => void run(),
  };
}
