/** Firefox tells of some requests as unanswered just before their answer comes. */
import { describe, expect, test } from 'vitest';
import { createRecorder, type RecorderEvent } from '../../../src/app/recording/recorder.ts';
import type { Entry } from '../../../src/core/index.ts';
import { EXCHANGE, NOW } from '../../fixtures/entries.ts';
import { createTime, createTraffic, observed, settled } from '../../fixtures/world.ts';

function start() {
  const time = createTime();
  const world = createTraffic();
  const recorder = createRecorder({ traffic: world.traffic, now: time.now, schedule: time.schedule });
  const entries = () => {
    const events: RecorderEvent[] = [];
    recorder.subscribe((event) => events.push(event))();
    return events.flatMap((event): readonly Entry[] => (event.type === 'entries' ? event.entries : []));
  };
  return { ...world, time, entries };
}

const at = NOW + 1;
const unanswered = () => observed({ url: EXCHANGE, at, status: 0 });
const answered = () => observed({ url: EXCHANGE, at, status: 401 });

describe('a request without an answer and without a reason', () => {
  test('is not shown as failed where the next snapshot has its answer', async () => {
    const { event, holds, time, entries } = start();
    event(unanswered());
    await settled();
    expect(entries()).toEqual([]);
    holds(answered());
    await time.advance(10_000);
    expect(entries().map(({ status }) => status)).toEqual([401]);
  });

  test('is shown as failed once two snapshots say so', async () => {
    const { event, holds, time, entries } = start();
    holds(unanswered());
    event(unanswered());
    await time.advance(10_000);
    expect(entries().map(({ status }) => status)).toEqual([0]);
  });

  test('is shown once where only snapshots have it', async () => {
    const { holds, time, entries } = start();
    holds(unanswered());
    await time.advance(30_000);
    expect(entries().map(({ status }) => status)).toEqual([0]);
  });

  test('is shown as it was told where no snapshot has it', async () => {
    const { event, time, entries } = start();
    event(unanswered());
    await time.advance(10_000);
    expect(entries().map(({ status }) => status)).toEqual([0]);
  });

  test('is not shown as failed while a snapshot has it on its way', async () => {
    const { event, holds, time, entries } = start();
    holds({ ...unanswered(), finished: false });
    event(unanswered());
    await time.advance(5_000);
    expect(entries()).toEqual([]);
    holds(answered());
    await time.advance(10_000);
    expect(entries().map(({ status }) => status)).toEqual([401]);
  });

  test('is not lost by a navigation', async () => {
    const { event, navigated, entries } = start();
    event(unanswered());
    navigated('https://example.com/next');
    await settled();
    expect(entries().map(({ status }) => status)).toEqual([0]);
  });

  test('is believed at once where the browser names a reason', async () => {
    const { event, entries } = start();
    event(observed({ url: EXCHANGE, at, status: 0, error: 'net::ERR_CONNECTION_REFUSED' }));
    await settled();
    expect(entries()).toHaveLength(1);
  });
});
