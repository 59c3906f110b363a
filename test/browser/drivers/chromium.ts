import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumBackground } from './chromium-background.ts';
import { hostAccess } from './chromium-hosts.ts';
import { setFrontendTheme } from './chromium-internals.ts';
import { chromiumLifecycle } from './chromium-lifecycle.ts';
import { extensionIdOf, readManifest, seedProfile } from './chromium-profile.ts';
import { type ChromiumTab, chromiumTab } from './chromium-tab.ts';
import { chromiumView } from './chromium-view.ts';
import { watchExtension } from './chromium-watch.ts';
import { type Browser, type LaunchOptions, PAGES } from './driver.ts';
import { findExecutable } from './executable.ts';
import { hasMounted } from './mounted.ts';
import { filesBelow, openProfile, removeProfile } from './profile.ts';
import { until, within } from './until.ts';

export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const extension = path.resolve(options.extension);
  const manifest = await readManifest(extension);
  const id = extensionIdOf(extension, manifest);
  const origin = `chrome-extension://${id}`;
  const profile = await openProfile(options.profile);
  await seedProfile(profile, id, options);

  const browser = await puppeteer.launch({
    executablePath: process.env.MERIDIAN_CHROMIUM ?? findExecutable('chromium', 'chromium-browser'),
    headless: options.headless ?? true,
    pipe: true,
    // Any other viewport squeezes the devtools front-end into it.
    defaultViewport: null,
    userDataDir: profile,
    // Drops --disable-extensions; the folder itself goes by flag, because loading over the protocol wipes
    // the seeded permissions.
    enableExtensions: true,
    args: chromiumArguments(extension, options),
  });
  const close = async () => {
    const child = browser.process();
    await within(10_000, browser.close());
    if (child && child.exitCode === null) child.kill('SIGKILL');
    if (options.keepProfile !== true) await removeProfile(profile);
  };

  const hosts = hostAccess(browser, id, manifest.host_permissions ?? []);
  const install = async () => {
    const watch = await watchExtension(browser, origin);
    const loaded = await until('the extension', async () => (await browser.extensions()).get(id));
    if (options.grantHosts === false) await hosts.withholdAll();
    return { watch, loaded };
  };
  const { watch, loaded } = await install().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const background = chromiumBackground(browser, origin, watch);
  const lifecycle = chromiumLifecycle(browser, id);
  const tabs = new Map<object, ChromiumTab>();

  const newTab = async (url?: string) => {
    const page = await browser.newPage();
    if (url !== undefined) await page.goto(url);
    const tab = chromiumTab(page, origin);
    tabs.set(tab, tab);
    return tab;
  };

  return {
    name: 'chromium',
    origin,
    profile,
    answersPrompts: false,
    background,
    newTab,

    openExtensionPage: async (file) => {
      const tab = await newTab(`${origin}/${file}`);
      await tab.waitFor(`${file} to draw`, hasMounted);
      return tab;
    },

    openPopup: async (tab) => {
      const { page } = tabs.get(tab) ?? fail('This tab belongs to another browser');
      const before = new Set(browser.targets());
      await page.bringToFront();
      await page.triggerExtensionAction(loaded);
      const target = await browser.waitForTarget(
        (candidate) => candidate.url().startsWith(`${origin}/${PAGES.popup}`) && !before.has(candidate),
      );
      const popup = await target.asPage();
      const view = chromiumView({
        page: popup,
        frame: () => popup.mainFrame(),
        close: () => popup.close(),
      });
      await view.waitFor('the popup to draw', hasMounted);
      return view;
    },

    stopBackground: background.stop,
    isBackgroundRunning: lifecycle.isBackgroundRunning,
    reloadExtension: lifecycle.reload,
    setExtensionEnabled: lifecycle.setEnabled,
    documents: lifecycle.documents,
    grantHost: hosts.grant,
    revokeHost: hosts.revoke,
    setConsent: async () => {},
    answerPermissionPrompt: async () => {
      throw new Error(
        'Chromium draws its permission prompt outside of every page; launch with "preapproved"',
      );
    },

    setTheme: async (theme) => {
      for (const { page } of tabs.values()) {
        if (page.isClosed() || !(await page.hasDevTools())) continue;
        await setFrontendTheme(await page.openDevTools(), theme);
      }
    },

    uncaught: watch.reports,
    profileFiles: () => filesBelow(profile),
    version: () => browser.version(),

    close,
  };
}

function chromiumArguments(extension: string, options: LaunchOptions): string[] {
  const { hosts, port, spki, width = 1400, height = 900 } = options;
  const rules = hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`);
  return [
    '--no-sandbox',
    '--disable-quic',
    '--disable-component-update',
    `--window-size=${width},${height}`,
    `--ignore-certificate-errors-spki-list=${spki}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    // The last rule keeps every other name, Chromium's own services included, from leaving the machine.
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND'].join(', ')}`,
  ];
}

function fail(message: string): never {
  throw new Error(message);
}
