import { describe, expect, test } from 'vitest';
import { createPace, type Outlook } from '../../../src/app/recording/pace.ts';
import { createTime, settled } from '../../fixtures/world.ts';

/** @param cost milliseconds that a look takes */
function start({ cost = 0, seen = 'nothing' }: { cost?: number; seen?: Outlook } = {}) {
  const time = createTime(0);
  const looks: number[] = [];
  const state = { seen, cost, length: 0 };
  const pace = createPace(
    async () => {
      looks.push(time.now());
      time.pass(state.cost);
      return state.seen;
    },
    () => state.length,
    time.now,
    time.schedule,
  );
  return { time, looks, pace, state };
}

describe('the pause between two looks', () => {
  test('grows while nothing happens, up to ten seconds', async () => {
    const { time, looks, pace } = start();
    pace.now();
    await time.advance(40_000);
    expect(looks).toEqual([0, 2_000, 6_000, 14_000, 24_000, 34_000]);
  });

  test('stays a second while each look brings news', async () => {
    const { time, looks, pace } = start({ seen: 'news' });
    pace.now();
    await time.advance(4_500);
    expect(looks).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  });

  test('is a hundred and fifty times what a look costs, even while there is news', async () => {
    const { time, looks, pace } = start({ cost: 500, seen: 'news' });
    pace.now();
    await settled();
    expect(time.waits()).toEqual([75_000]);
    await time.advance(75_000);
    expect(looks).toHaveLength(2);
  });

  test('is longer where the page talks to others only, and shorter while a request is doubted', async () => {
    for (const [seen, wait] of [
      ['nothing', 100_000],
      ['doubt', 1_000],
    ] as const) {
      const { time, pace } = start({ cost: 100, seen });
      pace.now();
      await settled();
      expect(time.waits()).toEqual([wait]);
    }
  });

  test('follows the log as it grows, and as it is emptied', async () => {
    const { time, looks, pace, state } = start({ seen: 'news' });
    pace.now();
    await settled();
    state.length = 1_000;
    await time.advance(20_000);
    expect(looks).toHaveLength(1);
    state.length = 0;
    await time.advance(60_000);
    expect(looks.length).toBeGreaterThan(1);
  });

  test('is without end for a log that would stop the panel, but not where a request is doubted', async () => {
    const { time, looks, pace, state } = start();
    state.length = 50_000;
    pace.now();
    await time.advance(40_000_000);
    expect(looks).toHaveLength(1);
    pace.hurry('doubt');
    await time.advance(110_000);
    expect(looks).toHaveLength(2);
  });

  test('follows the cost down again', async () => {
    const { time, pace, state } = start({ cost: 2000, seen: 'news' });
    pace.now();
    await settled();
    expect(time.waits()).toEqual([300_000]);
    state.cost = 1;
    await time.advance(300_000);
    expect(time.waits()[0]).toBeLessThanOrEqual(1_000);
  });
});

describe('hurry', () => {
  test('brings the next look forward', async () => {
    const { time, looks, pace } = start();
    pace.now();
    await time.advance(15_000);
    expect(looks.at(-1)).toBe(14_000);
    pace.hurry('news');
    await time.advance(1_000);
    expect(looks.at(-1)).toBe(16_000);
  });

  test('a thousand times is once, and cannot put the look off', async () => {
    const { time, looks, pace } = start();
    pace.now();
    await time.advance(15_000);
    const before = looks.length;
    for (let n = 0; n < 10; n++) {
      for (let i = 0; i < 100; i++) pace.hurry('news');
      await time.advance(100);
    }
    expect(looks).toHaveLength(before + 1);
    expect(time.waits()).toHaveLength(1);
  });

  test('is sooner still where something is missing', async () => {
    const { time, pace } = start({ cost: 1000 });
    pace.now();
    await settled();
    pace.hurry('news');
    pace.hurry('doubt');
    expect(time.waits()).toEqual([10_000]);
    pace.hurry('news');
    expect(time.waits()).toEqual([10_000]);
  });

  test('never goes below the share of a costly look', async () => {
    const { time, pace } = start({ cost: 1000 });
    pace.now();
    await settled();
    pace.hurry('news');
    expect(time.waits()).toEqual([150_000]);
  });
});

describe('a look under way', () => {
  test('is not begun again by anything', async () => {
    const time = createTime(0);
    let looks = 0;
    let finish: (seen: Outlook) => void = () => {};
    const pace = createPace(
      () => {
        looks++;
        return new Promise<Outlook>((resolve) => (finish = resolve));
      },
      () => 0,
      time.now,
      time.schedule,
    );
    pace.now();
    pace.now();
    pace.hurry('news');
    await time.advance(60_000);
    expect(looks).toBe(1);
    finish('news');
    await settled();
    expect(time.waits()).toHaveLength(1);
  });
});
