/** What views may ask of the background. */
import type { Runtime } from 'webextension-polyfill';
import browser from './browser.ts';

export function askForExchange(credentialId: string): void {
  // The answer comes through the session store. An error here means that the background died in between.
  void browser.runtime.sendMessage({ type: 'exchange', credentialId }).catch(askToSettle);
}

/** Wakes the background, which then ends what an earlier life of it left half done. */
export function askToSettle(): void {
  void browser.runtime.sendMessage({ type: 'settle' }).catch(() => {});
}

export interface Requests {
  readonly exchange: (credentialId: string) => Promise<void>;
  readonly settle: () => Promise<void>;
}

/** Who may ask: our own popup, in its own window or in a tab, and nobody else. */
export function onRequest({ exchange, settle }: Requests): void {
  const popupUrl = browser.runtime.getURL('popup.html');
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || sender.url !== popupUrl) return undefined;
    const { type, credentialId } = (message ?? {}) as { type?: unknown; credentialId?: unknown };
    if (type === 'settle') return settle();
    if (type === 'exchange' && typeof credentialId === 'string') return exchange(credentialId);
    return undefined;
  });
}
