import type { CDPSession, Page } from 'puppeteer-core';
import type { Gauge } from './driver.ts';
import { until } from './until.ts';

/** Asks one document of the extension, a frame of the front-end, about the process of them all. */
export async function chromiumGauge(frontend: Page, url: string): Promise<Gauge> {
  const session = await attach(frontend, url);
  await session.send('Performance.enable');
  return {
    cpu: async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const seconds = metrics.find(({ name }) => name === 'ProcessTime')?.value;
      if (seconds === undefined) throw new Error('Chromium does not tell the CPU time of a process');
      return seconds * 1_000;
    },
    heap: async () => {
      // What a finalizer lets go of is collected in the round after it.
      for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

export async function attach(frontend: Page, url: string): Promise<CDPSession> {
  const root = await frontend.browser().target().createCDPSession();
  const { targetId } = await until(`the target of ${url}`, async () => {
    const { targetInfos } = await root.send('Target.getTargets');
    return targetInfos.find((info) => info.url.startsWith(url));
  });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
  const session = root.connection()?.session(sessionId);
  if (!session) throw new Error(`${url} is gone`);
  return session;
}
