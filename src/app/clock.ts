/** One clock for all countdowns: whole seconds, standing still while nobody looks. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Now, Schedule } from './ports.ts';

export interface Clock {
  /** Milliseconds since 1970, once a second. */
  readonly now: ReadonlySignal<number>;
  readonly setVisible: (visible: boolean) => void;
}

export function createClock(now: Now, schedule: Schedule): Clock {
  const current = signal(now());
  let cancel = () => {};

  function tick(): void {
    const time = now();
    current.value = time;
    // Just after the full second, so that a countdown changes when the second does.
    cancel = schedule(1000 - (time % 1000) + 5, tick);
  }

  tick();
  return {
    now: current,
    setVisible(visible) {
      cancel();
      if (visible) tick();
    },
  };
}
