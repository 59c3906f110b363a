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

/** @param onShown hears whether the panel is the tool that devtools show: its own document is not told in Chromium */
export async function createPanelTab(title: string, onShown: (isShown: boolean) => void): Promise<void> {
  const panel = await browser.devtools.panels.create(title, 'icons/meridian-32.png', 'panel.html');
  panel.onShown.addListener(() => onShown(true));
  panel.onHidden.addListener(() => onShown(false));
}
