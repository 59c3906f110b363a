import type { CDPSession, Browser as Puppeteer } from 'puppeteer-core';
import type { Watch } from './chromium-watch.ts';
import type { Realm } from './driver.ts';
import { realmOver } from './realm.ts';
import { until } from './until.ts';

const ACTIVE = "globalThis.serviceWorker?.state === 'activated'";

async function run(session: CDPSession, expression: string): Promise<unknown> {
  const { exceptionDetails: thrown, result } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result.value;
}

export interface Background extends Realm {
  stop(): Promise<void>;
}

export function chromiumBackground(browser: Puppeteer, origin: string, watch: Watch): Background {
  const running = async () => {
    const session = await browser.target().createCDPSession();
    try {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(`${origin}/`));
    } finally {
      await session.detach();
    }
  };

  // A worker is started through any page of its origin; the manifest is one without scripts of its own.
  const wake = async () => {
    const page = await browser.newPage({ type: 'tab', background: true });
    try {
      await page.goto(`${origin}/manifest.json`);
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
      return await until('the service worker', running);
    } finally {
      await page.close();
    }
  };

  const realm = realmOver(async (expression) => {
    const { targetId } = (await running()) ?? (await wake());
    // Own session, dropped at once: puppeteer's `target.worker()` stays attached and keeps the worker alive.
    const root = await browser.target().createCDPSession();
    try {
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
      const session = root.connection()?.session(sessionId);
      if (!session) throw new Error('The service worker is gone');
      // A worker that is still starting can be evaluated in, but has none of its globals.
      await until('the service worker to be active', async () => (await run(session, ACTIVE)) === true);
      return (await run(session, expression)) as string;
    } finally {
      // Ends the sessions below it too.
      await root.detach();
    }
  });

  return {
    ...realm,
    stop: async () => {
      const worker = await running();
      if (!worker) return;
      await watch.release(worker.targetId);
      const session = await browser.target().createCDPSession();
      await session.send('Target.closeTarget', { targetId: worker.targetId });
      await session.detach();
      await until(
        'the end of the service worker',
        async () => (await running())?.targetId !== worker.targetId,
      );
    },
  };
}
