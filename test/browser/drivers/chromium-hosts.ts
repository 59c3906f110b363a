import type { Page, Browser as Puppeteer } from 'puppeteer-core';
import { within } from './until.ts';

interface HostPermissions {
  readonly hostAccess: string;
  readonly hosts: readonly { readonly host: string; readonly granted: boolean }[];
}

/** The part of chrome://extensions' own API that its "Site access" section uses. */
interface DeveloperPrivate {
  getExtensionInfo(id: string): Promise<{ permissions: { runtimeHostPermissions?: HostPermissions } }>;
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(id: string, pattern: string): Promise<void>;
  removeHostPermission(id: string, pattern: string): Promise<void>;
}
type Internal = { readonly chrome: { readonly developerPrivate: DeveloperPrivate } };

export interface HostAccess {
  grant(host: string): Promise<void>;
  revoke(host: string): Promise<void>;
  withholdAll(): Promise<void>;
}

export function hostAccess(browser: Puppeteer, id: string): HostAccess {
  const onExtensionsPage = async <R>(use: (page: Page) => Promise<R>): Promise<R> => {
    const page = await browser.newPage({ type: 'tab', background: true });
    try {
      await page.goto('chrome://extensions');
      return await use(page);
    } finally {
      await page.close();
    }
  };

  const read = (page: Page) =>
    page.evaluate(async (extension) => {
      const { developerPrivate } = (globalThis as unknown as Internal).chrome;
      const { permissions } = await developerPrivate.getExtensionInfo(extension);
      return permissions.runtimeHostPermissions ?? { hostAccess: 'ON_ALL_SITES', hosts: [] };
    }, id);

  const set = (page: Page, access: 'ON_CLICK' | 'ON_SPECIFIC_SITES') =>
    page.evaluate(
      (extensionId, hostAccess) =>
        (globalThis as unknown as Internal).chrome.developerPrivate.updateExtensionConfiguration({
          extensionId,
          hostAccess,
        }),
      id,
      access,
    );

  const add = (page: Page, pattern: string) =>
    page.evaluate(
      (extension, host) =>
        (globalThis as unknown as Internal).chrome.developerPrivate.addHostPermission(extension, host),
      id,
      pattern,
    );

  const remove = (page: Page, pattern: string) =>
    page.evaluate(
      (extension, host) =>
        (globalThis as unknown as Internal).chrome.developerPrivate.removeHostPermission(extension, host),
      id,
      pattern,
    );

  // A host that the extension has neither required nor been given yet is not chrome://extensions' to add.
  const request = async (pattern: string) => {
    const page = await browser.newPage({ type: 'tab', background: true });
    try {
      await page.goto(`chrome-extension://${id}/manifest.json`);
      const session = await page.createCDPSession();
      const answer = await within(
        5_000,
        session.send('Runtime.evaluate', {
          expression: `chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`,
          awaitPromise: true,
          returnByValue: true,
          userGesture: true,
        }),
      );
      if (answer?.result.value !== true) {
        throw new Error(`Chromium asks its user about ${pattern}; launch with it in "preapproved"`);
      }
    } finally {
      await page.close();
    }
  };

  return {
    grant: async (host) => {
      const pattern = `${host}/*`;
      const known = await onExtensionsPage(async (page) => {
        const entry = (await read(page)).hosts.find((candidate) => candidate.host === pattern);
        if (entry && !entry.granted) await add(page, pattern);
        return entry !== undefined;
      });
      if (!known) await request(pattern);
    },
    revoke: (host) =>
      onExtensionsPage(async (page) => {
        const before = await read(page);
        if (before.hostAccess === 'ON_SPECIFIC_SITES') return remove(page, `${host}/*`);
        // Leaving "on all sites" withholds every host at once: give the others back.
        await set(page, 'ON_SPECIFIC_SITES');
        for (const other of before.hosts) {
          if (other.granted && other.host !== `${host}/*`) await add(page, other.host);
        }
      }),
    withholdAll: () => onExtensionsPage((page) => set(page, 'ON_CLICK')),
  };
}
