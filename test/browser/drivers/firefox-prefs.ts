import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions } from './driver.ts';

type Preferences = Record<string, string | number | boolean>;

/** Names go to loopback and services that would talk to the outside stay silent. */
const OFFLINE: Preferences = {
  'network.dns.forceResolve': '127.0.0.1',
  'network.dns.disableIPv6': true,
  'network.dns.disablePrefetch': true,
  'network.dns.native_https_query': false,
  'network.proxy.type': 0,
  'network.trr.mode': 5,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'network.predictor.enabled': false,
  'network.http.speculative-parallel-limit': 0,
  'network.http.http3.enable': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.ml.enable': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.topsites.contile.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.testing': true,
  'media.gmp-manager.updateEnabled': false,
  'toolkit.telemetry.enabled': false,
};

/** A start without questions, tours or restored tabs. */
const QUIET: Preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'termsofuse.bypassNotification': true,
  'devtools.everOpened': true,
  'devtools.toolbox.host': 'bottom',
  'devtools.toolbox.footer.height': 420,
  'devtools.toolbox.selectedTool': 'inspector',
  // It opens by Escape, whatever a panel does with that key, and takes the focus with it.
  'devtools.toolbox.splitconsole.enabled': false,
};

/** A free port is chosen by Firefox itself and told in a file of the profile. */
const DRIVEN: Preferences = {
  'marionette.port': 0,
  // A headless window never has the system's focus; without this, keys would reach nothing.
  'focusmanager.testmode': true,
};

export async function writePreferences(profile: string, options: LaunchOptions): Promise<void> {
  const all: Preferences = {
    ...OFFLINE,
    ...QUIET,
    ...DRIVEN,
    // Pages keep their real addresses, on port 443, while the server listens on any free port.
    'network.socket.forcePort': `443=${options.port}`,
    'devtools.theme': options.theme ?? 'light',
    'extensions.originControls.grantByDefault': options.grantHosts !== false,
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(path.join(profile, 'user.js'), `${lines.join('\n')}\n`);
}
