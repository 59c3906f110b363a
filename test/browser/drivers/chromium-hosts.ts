import type { Page, Browser as Puppeteer } from 'puppeteer-core';
import { onExtensionsPage } from './chromium-extensions-page.ts';
import { within } from './until.ts';

interface HostPermissions {
  readonly hosts: readonly { readonly host: string; readonly granted: boolean }[];
}

type Access = 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';

/** The part of chrome://extensions' own API that its "Site access" section uses. */
interface DeveloperPrivate {
  getExtensionInfo(id: string): Promise<{ permissions: { runtimeHostPermissions?: HostPermissions } }>;
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: Access }): Promise<void>;
  addHostPermission(id: string, pattern: string): Promise<void>;
}
type Internal = { readonly chrome: { readonly developerPrivate: DeveloperPrivate } };

export interface HostAccess {
  grant(host: string): Promise<void>;
  revoke(host: string): Promise<void>;
  withholdAll(): Promise<void>;
}

export function hostAccess(browser: Puppeteer, id: string, required: readonly string[]): HostAccess {
  const read = (page: Page) =>
    page.evaluate(async (extension) => {
      const { developerPrivate } = (globalThis as unknown as Internal).chrome;
      const { permissions } = await developerPrivate.getExtensionInfo(extension);
      return permissions.runtimeHostPermissions ?? { hosts: [] };
    }, id);

  const configure = (page: Page, access: Access) =>
    page.evaluate(
      (extensionId, hostAccess) =>
        (globalThis as unknown as Internal).chrome.developerPrivate.updateExtensionConfiguration({
          extensionId,
          hostAccess,
        }),
      id,
      access,
    );

  const give = (page: Page, pattern: string) =>
    page.evaluate(
      (extension, host) =>
        (globalThis as unknown as Internal).chrome.developerPrivate.addHostPermission(extension, host),
      id,
      pattern,
    );

  /** Leaving "on all sites" withholds every host at once; those to keep are given back one by one. */
  const restrictTo = async (page: Page, patterns: readonly string[]) => {
    await configure(page, 'ON_SPECIFIC_SITES');
    for (const pattern of patterns) await give(page, pattern);
  };

  /** Calls the extension's own `permissions` from a page of its origin, as if its user had clicked there. */
  const permissions = async (call: 'request' | 'remove', pattern: string): Promise<boolean> => {
    const page = await browser.newPage({ type: 'tab', background: true });
    try {
      await page.goto(`chrome-extension://${id}/manifest.json`);
      const session = await page.createCDPSession();
      const answer = await within(
        3_000,
        session.send('Runtime.evaluate', {
          expression: `chrome.permissions.${call}({ origins: [${JSON.stringify(pattern)}] })`,
          awaitPromise: true,
          returnByValue: true,
          userGesture: true,
        }),
      );
      return answer?.result.value === true;
    } finally {
      await page.close();
    }
  };

  return {
    grant: (host) =>
      onExtensionsPage(browser, async (page) => {
        const pattern = `${host}/*`;
        const { hosts } = await read(page);
        const withheld = hosts.filter((entry) => !entry.granted && entry.host !== pattern);
        if (required.includes(pattern)) {
          await give(page, pattern);
          // Only "on all sites" lets a preapproved prompt pass without being shown.
          if (withheld.length === 0) await configure(page, 'ON_ALL_SITES');
          return;
        }
        await configure(page, 'ON_ALL_SITES');
        const granted = await permissions('request', pattern);
        if (withheld.length > 0) {
          const kept = hosts.filter((entry) => entry.granted).map((entry) => entry.host);
          await restrictTo(page, granted ? [...kept, pattern] : kept);
        }
        if (!granted)
          throw new Error(`Chromium asks its user about ${pattern}; launch with it in "preapproved"`);
      }),

    revoke: async (host) => {
      const pattern = `${host}/*`;
      // An optional host goes by the extension's own call; it refuses for a host that the manifest requires.
      if (await permissions('remove', pattern)) return;
      await onExtensionsPage(browser, async (page) => {
        const { hosts } = await read(page);
        const kept = hosts
          .filter((entry) => entry.granted && entry.host !== pattern)
          .map((entry) => entry.host);
        await restrictTo(page, kept);
      });
    },

    withholdAll: () => onExtensionsPage(browser, (page) => configure(page, 'ON_CLICK')),
  };
}
