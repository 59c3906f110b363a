import type { Page, Browser as Puppeteer } from 'puppeteer-core';
import { onExtensionsPage } from './chromium-extensions-page.ts';
import type { Holdings } from './driver.ts';
import { until } from './until.ts';

interface Internal {
  readonly chrome: {
    readonly developerPrivate: {
      getExtensionInfo(id: string): Promise<{ readonly state: string }>;
      reload(id: string, options: { failQuietly: boolean }): Promise<void>;
      updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    };
    readonly management: { setEnabled(id: string, on: boolean): Promise<void> };
  };
}

export interface Lifecycle {
  reload(): Promise<void>;
  setEnabled(on: boolean): Promise<void>;
  documents(): Promise<readonly string[]>;
  isBackgroundRunning(): Promise<boolean>;
}

export function chromiumLifecycle(browser: Puppeteer, id: string): Lifecycle {
  const origin = `chrome-extension://${id}`;
  const targets = async () => {
    const session = await browser.target().createCDPSession();
    try {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.filter(({ url }) => url.startsWith(`${origin}/`));
    } finally {
      await session.detach();
    }
  };

  return {
    reload: () =>
      onExtensionsPage(browser, async (page) => {
        await allowUnpacked(page);
        await page.evaluate(
          (id) =>
            (globalThis as unknown as Internal).chrome.developerPrivate.reload(id, { failQuietly: true }),
          id,
        );
        // It is off for a moment, and the call does not wait for it.
        await until('the extension to be back', () =>
          page.evaluate(async (id) => {
            const { developerPrivate } = (globalThis as unknown as Internal).chrome;
            return (await developerPrivate.getExtensionInfo(id)).state === 'ENABLED';
          }, id),
        );
      }),
    setEnabled: (on) =>
      onExtensionsPage(browser, async (page) => {
        await allowUnpacked(page);
        await page.evaluate(
          (id, on) => (globalThis as unknown as Internal).chrome.management.setEnabled(id, on),
          id,
          on,
        );
      }),
    documents: async () =>
      (await targets())
        .filter(({ type }) => type !== 'service_worker')
        .map(({ url }) => url.slice(origin.length)),
    isBackgroundRunning: async () => (await targets()).some(({ type }) => type === 'service_worker'),
  };
}

/** An unpacked extension is not started a second time by a browser that is not in developer mode. */
async function allowUnpacked(page: Page): Promise<void> {
  await page.evaluate(() =>
    (globalThis as unknown as Internal).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
}

/** The crash ends the session that asked for it, by an error. */
export async function crashPage(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const crashed = new Promise<void>((resolve) => {
    session.once('Inspector.targetCrashed', () => resolve());
  });
  await session.send('Inspector.enable');
  session.send('Page.crash').catch(() => {});
  await crashed;
}

/** Asks one document of the extension, a frame of the front-end, about the process of them all. */
export async function holdingsOf(browser: Puppeteer, url: string): Promise<Holdings> {
  const root = await browser.target().createCDPSession();
  try {
    const { targetInfos } = await root.send('Target.getTargets');
    const targetId = targetInfos.find((info) => info.url === url)?.targetId ?? '';
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
    const session = root.connection()?.session(sessionId);
    if (!session) throw new Error(`${url} is gone`);
    await session.send('Performance.enable');
    // What a finalizer lets go of is collected in the round after it.
    for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const count = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      documents: count('Documents'),
      frames: count('Frames'),
      nodes: count('Nodes'),
      listeners: count('JSEventListeners'),
    };
  } finally {
    // Ends the session below it too.
    await root.detach();
  }
}
