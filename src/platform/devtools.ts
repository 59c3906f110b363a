/** What a devtools page and a panel may do with the inspected page. */
import browser from './browser.ts';
import { devtoolsTraffic } from './traffic.ts';

/** The native namespace: the polyfill wraps `getContent` in a way that differs between versions of Chromium. */
const { devtools } = (
  globalThis as unknown as { chrome: { devtools: { network: Parameters<typeof devtoolsTraffic>[0] } } }
).chrome;

export const traffic = devtoolsTraffic(devtools.network);

export function inspectedTabId(): number {
  return browser.devtools.inspectedWindow.tabId;
}

export function reloadInspectedPage(): void {
  void browser.devtools.inspectedWindow.reload();
}

export function createPanelTab(title: string): void {
  void browser.devtools.panels.create(title, 'icons/meridian-32.png', 'panel.html');
}
