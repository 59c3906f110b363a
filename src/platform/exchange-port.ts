/**
 * The popup asks the background for exchanges over a port: a popup that closes leaves nothing pending behind, and a
 * background that dies is noticed at once. Answers come through the session store.
 */
import type { Runtime } from 'webextension-polyfill';
import browser from './browser.ts';

const NAME = 'exchange';

/** Connecting alone wakes the background, which then ends what an earlier life of it left half done. */
export function connectToExchanger(): (credentialId: string) => void {
  let port: Runtime.Port | null = open();
  let asked = 0;

  function open(): Runtime.Port {
    const opened = browser.runtime.connect({ name: NAME });
    opened.onMessage.addListener(() => {
      asked--;
    });
    opened.onDisconnect.addListener(() => {
      // An idle background may go; one that was asked and went must be told so that it can settle what it began.
      port = asked > 0 ? open() : null;
      asked = 0;
    });
    return opened;
  }

  return (credentialId) => {
    port ??= open();
    asked++;
    port.postMessage({ credentialId });
  };
}

export interface ExchangeRequests {
  readonly exchange: (credentialId: string) => Promise<void>;
  readonly settle: () => Promise<void>;
}

/** Who may ask: our own popup, in its own window or in a tab, and nobody else. */
export function onExchangeRequests({ exchange, settle }: ExchangeRequests): void {
  const popupUrl = browser.runtime.getURL('popup.html');
  browser.runtime.onConnect.addListener((port) => {
    const { id, url } = port.sender ?? {};
    if (port.name !== NAME || id !== browser.runtime.id || url !== popupUrl) return;
    void settle();
    port.onMessage.addListener((message: unknown) => {
      const { credentialId } = (message ?? {}) as { credentialId?: unknown };
      if (typeof credentialId === 'string') void exchange(credentialId).finally(() => reply(port));
    });
  });
}

function reply(port: Runtime.Port): void {
  try {
    port.postMessage({ ended: true });
  } catch {
    // The popup has closed; it will find the answer in the session store.
  }
}
