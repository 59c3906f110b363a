/** A real browser with the built extension, and the stand-in behind Apple's names. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { makeTeamKey, type StandIn, startStandIn, type TeamKey } from '../stand-in/index.ts';
import { type Browser, type BrowserName, type LaunchOptions, launch, type Tab } from './drivers/driver.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** What Firefox asks before the first exchange. */
export const CONSENT = ['authenticationInfo'];

export const BLANK = 'https://demo.test/blank';

export interface Stage {
  readonly browser: Browser;
  readonly standIn: StandIn;
  /** A key that the stand-in knows. */
  readonly key: TeamKey;
  readonly close: () => Promise<void>;
}

export function builtFor(name: BrowserName): string {
  const built = process.env.MERIDIAN_DIST ?? resolve(import.meta.dirname, '../../dist');
  const folder = resolve(built, name === 'chromium' ? 'chrome' : 'firefox');
  if (!existsSync(resolve(folder, 'manifest.json'))) throw new Error('Build first: npm run build');
  return folder;
}

export async function openStage(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Stage> {
  const key = makeTeamKey({ team: 'TEAMTEST01', kid: 'KEYFORTEST' });
  const standIn = await startStandIn({ keys: [key] });
  const browser = await launch(name, {
    extension: builtFor(name),
    port: standIn.port,
    hosts: standIn.hosts,
    ...standIn.certificate,
    ...options,
  });
  await browser.setConsent(CONSENT, true);
  return {
    browser,
    standIn,
    key,
    async close() {
      // Every journey ends with this, so that no error of any context goes unseen in any test.
      const uncaught = await browser.uncaught();
      await browser.close();
      await standIn.close();
      expect(uncaught, 'uncaught errors and policy reports').toEqual([]);
    },
  };
}

interface PageHelpers {
  callFetch: Call;
  callXhr: Call;
  callWorker: Call;
  callFrame: Call;
}

type Call = (
  url: string,
  headers?: Readonly<Record<string, string>>,
  options?: { readonly read?: boolean },
) => Promise<{ status?: number; body?: string | null; error?: string }>;

export type Sender = 'fetch' | 'XMLHttpRequest' | 'worker' | 'iframe';

export const SENDERS: readonly Sender[] = ['fetch', 'XMLHttpRequest', 'worker', 'iframe'];

/** Sends a GET from the page, in one of the ways that pages have. */
export function send(
  tab: Tab,
  by: Sender,
  url: string,
  headers: Readonly<Record<string, string>>,
  options: { readonly read?: boolean } = {},
): ReturnType<Call> {
  return tab.evaluate(
    (w, by, url, headers, options) => {
      const page = w as unknown as PageHelpers;
      const call = {
        fetch: page.callFetch,
        XMLHttpRequest: page.callXhr,
        worker: page.callWorker,
        iframe: page.callFrame,
      }[by];
      return call(url, headers, options);
    },
    by,
    url,
    headers,
    options,
  );
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
