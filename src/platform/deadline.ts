/** Deadlines of many waits on one timer: a timer each costs more than what most of them wait for. */

interface Wait {
  readonly until: number;
  readonly expire: () => void;
}

/** Milliseconds: a deadline is kept no more exactly than this. */
const STEP = 100;

const waits = new Set<Wait>();
let isTicking = false;

/** @returns the way to say that it came in time */
export function deadline(ms: number, expire: () => void): () => void {
  const wait = { until: performance.now() + ms, expire };
  waits.add(wait);
  tick();
  return () => waits.delete(wait);
}

function tick(): void {
  if (isTicking || waits.size === 0) return;
  isTicking = true;
  setTimeout(() => {
    isTicking = false;
    const now = performance.now();
    for (const wait of waits) {
      if (wait.until > now) continue;
      waits.delete(wait);
      wait.expire();
    }
    tick();
  }, STEP);
}
