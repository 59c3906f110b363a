/** The clocks of the machine, handed to the app so that it has none of its own. */
import type { Now, Schedule } from '../app/ports.ts';

export const now: Now = () => Date.now();

export const schedule: Schedule = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** A frame that never comes (hidden panel) must not hold back the log, so a timer stands behind it. */
export function nextFrame(task: () => void): void {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    task();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, 250);
}
