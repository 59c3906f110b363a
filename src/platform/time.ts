/** The clocks of the machine, handed to the app so that it has none of its own. */
import type { Now, Schedule } from '../app/ports.ts';

export const now: Now = () => Date.now();

export const schedule: Schedule = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/**
 * A picture costs as much as several rows, so the more rows the last one had, the longer it rests: a row that comes
 * alone is painted in the next frame, and a storm in ten pictures a second.
 */
const REST_PER_ROW = 12;
const LONGEST_REST = 100;

/** A frame that never comes (hidden panel) must not hold back the log. */
const HIDDEN = 250;

let restsUntil = 0;

/** Runs a task before the next frame is painted: at once when it was quiet, and a little later in a storm. */
export function nextFrame(task: () => number): void {
  const rest = restsUntil - performance.now();
  if (rest > 0) setTimeout(() => inFrame(task), rest);
  else inFrame(task);
}

function inFrame(task: () => number): void {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    restsUntil = performance.now() + Math.min(LONGEST_REST, task() * REST_PER_ROW);
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, HIDDEN);
}
