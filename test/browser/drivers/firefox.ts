import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, LaunchOptions } from './driver.ts';
import { trustAuthority } from './firefox-internals.ts';
import { startFirefox } from './firefox-process.ts';
import { inChrome, remoteInternals } from './firefox-scope.ts';
import { type FirefoxTab, firefoxTab } from './firefox-tab.ts';
import { firefoxView } from './firefox-view.ts';
import { hasMounted } from './mounted.ts';
import { filesBelow, openProfile, removeProfile } from './profile.ts';
import { realmOver } from './realm.ts';
import { until } from './until.ts';

export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const extension = path.resolve(options.extension);
  const id = await extensionIdOf(extension);
  const profile = await openProfile(options.profile);
  const { marionette, version, quit } = await startFirefox(profile, options);
  const close = async () => {
    await quit();
    if (options.keepProfile !== true) await removeProfile(profile);
  };

  const install = async () => {
    await inChrome(marionette, trustAuthority, options.caPem);
    await marionette.send('Addon:Install', { path: extension, temporary: true });
    return remoteInternals(marionette, id);
  };
  const firefox = await install().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const origin = await firefox.origin();
  const tabs = new Map<object, FirefoxTab>();

  const newTab = async (url?: string) => {
    const tab = await firefoxTab(firefox, url);
    tabs.set(tab, tab);
    return tab;
  };

  return {
    name: 'firefox',
    origin,
    profile,
    answersPrompts: true,
    background: realmOver((expression) => firefox.run({ kind: 'background' }, expression)),
    newTab,

    openExtensionPage: async (file) => {
      const tab = await newTab(`${origin}/${file}`);
      await tab.waitFor(`${file} to draw`, hasMounted);
      return tab;
    },

    openPopup: async (tab) => {
      const own = tabs.get(tab);
      if (!own) throw new Error('This tab belongs to another browser');
      await firefox.selectTab(own.number);
      await firefox.openPopup();
      const view = firefoxView(firefox, { kind: 'popup' }, async () => {
        await firefox.closePopup();
        await until('the popup to close', async () => (await firefox.popupState()) === 'closed');
      });
      await until('the popup to open', async () => (await firefox.popupState()) === 'open');
      await view.waitFor('the popup to draw', hasMounted);
      return view;
    },

    stopBackground: firefox.stopBackground,
    isBackgroundRunning: firefox.isBackgroundRunning,
    reloadExtension: firefox.reloadExtension,
    setExtensionEnabled: firefox.setExtensionEnabled,
    documents: firefox.documents,
    grantHost: (host) => firefox.setHost(host, true),
    revokeHost: (host) => firefox.setHost(host, false),
    setConsent: (kinds, granted) => firefox.setConsent(kinds, granted),
    answerPermissionPrompt: async (allow) => {
      await until('the permission prompt', () => firefox.answerPrompt(allow));
    },
    setTheme: (theme) => firefox.setTheme(theme),

    uncaught: firefox.uncaught,
    profileFiles: () => filesBelow(profile),
    version: async () => version,
    close,
  };
}

async function extensionIdOf(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`No browser_specific_settings.gecko.id in ${folder}`);
  return id;
}
