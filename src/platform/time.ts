/** The clocks of the machine, handed to the app so that it has none of its own. */
import type { Now, Schedule } from '../app/ports.ts';

export const now: Now = () => Date.now();

export const schedule: Schedule = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/**
 * A picture costs as much as a dozen requests, so the more rows the last one had, the longer it rests: a row that comes
 * alone is painted at once, and a storm, of which nobody reads the rows that pass, in three pictures a second.
 */
const REST_PER_ROW = 25;
const LONGEST_REST = 333;

let restsUntil = 0;

/**
 * Not in an animation frame: what is scrolled there is told of in the frame after it, which would be painted for that
 * alone.
 * @param task tells how many rows it changed
 */
export function nextPicture(task: () => number): void {
  setTimeout(
    () => {
      restsUntil = performance.now() + Math.min(LONGEST_REST, task() * REST_PER_ROW);
    },
    Math.max(0, restsUntil - performance.now()),
  );
}
