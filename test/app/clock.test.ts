import { effect } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import { createTime } from '../fixtures/world.ts';

function start(at = 1_000_000_250) {
  const time = createTime(at);
  const clock = createClock(time.now, time.schedule);
  const seen: number[] = [];
  effect(() => {
    seen.push(clock.now.value);
  });
  return { time, clock, seen };
}

describe('the clock of the countdowns', () => {
  test('tells the time at once', () => {
    expect(start().seen).toEqual([1_000_000_250]);
  });

  test('changes once a second, just after the full one', async () => {
    const { time, seen } = start();
    await time.advance(3_000);
    expect(seen.slice(1)).toEqual([1_000_001_005, 1_000_002_005, 1_000_003_005]);
  });

  test('does not drift when a tick comes late', async () => {
    const { time, seen } = start();
    time.pass(1_700);
    await time.advance(0);
    expect(time.waits()).toEqual([1_000_003_005 - 1_000_001_950 - 1_000]);
    expect(seen.at(-1)).toBe(1_000_001_950);
  });

  test('stands still while nobody looks: nothing is planned', async () => {
    const { time, clock, seen } = start();
    clock.setVisible(false);
    await time.advance(60_000);
    expect(seen).toHaveLength(1);
    expect(time.waits()).toEqual([]);
  });

  test('is right at once when somebody looks again', async () => {
    const { time, clock, seen } = start();
    clock.setVisible(false);
    await time.advance(60_000);
    clock.setVisible(true);
    expect(seen.at(-1)).toBe(1_000_060_250);
    await time.advance(1_000);
    expect(seen).toHaveLength(3);
  });

  test('never ticks twice, however often it is told to be visible', async () => {
    const { time, clock } = start();
    for (let n = 0; n < 5; n++) clock.setVisible(true);
    expect(time.waits()).toHaveLength(1);
  });
});
