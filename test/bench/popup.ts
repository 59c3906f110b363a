/** From the click on the extension's button to a popup that can be used. */
import type { View } from '../browser/drivers/driver.ts';
import type { Seat } from './seat.ts';

export interface Opening {
  /** Milliseconds from the order to open the popup. */
  readonly fromClick: number;
  /** Milliseconds from the beginning of the popup's document. */
  readonly fromDocument: number;
}

/** @param usable what the popup must show: a button that can be pressed */
export async function openPopup(seat: Seat, usable: string): Promise<Opening> {
  const watching = watchPopup(seat.panel, usable);
  await seat.panel.evaluate(() => undefined);
  const begun = Date.now();
  const popup = await seat.browser.openPopup(seat.tab);
  const { origin, painted } = await watching;
  await popup.close();
  return { fromClick: painted - begun, fromDocument: painted - origin };
}

/** The panel shares the popup's process and can look into its document from the first moment on. */
function watchPopup(panel: View, usable: string): Promise<{ origin: number; painted: number }> {
  return panel.evaluate(
    (w, usable) =>
      new Promise((resolve) => {
        const watch = (popup: Window & typeof globalThis) => {
          const { document } = popup;
          const check = () => {
            if (document.querySelector(usable) === null) return;
            observer.disconnect();
            const frame = new popup.ResizeObserver(() => {
              frame.disconnect();
              const { port1, port2 } = new popup.MessageChannel();
              port1.onmessage = () =>
                resolve({ origin: popup.performance.timeOrigin, painted: popup.Date.now() });
              port2.postMessage(null);
            });
            frame.observe(document.documentElement);
          };
          const observer = new popup.MutationObserver(check);
          observer.observe(document, { subtree: true, childList: true, attributes: true });
          check();
        };
        const timer = setInterval(() => {
          const views = w.chrome.extension.getViews({ type: 'popup' }) as unknown as readonly (typeof w)[];
          const popup = views.find(({ location }) => location.pathname === '/popup.html');
          if (popup === undefined) return;
          clearInterval(timer);
          watch(popup);
        }, 2);
      }),
    usable,
  );
}

/** Stores a credential, so that the popup opens as it does in daily use. */
export async function storeCredential(seat: Seat, token: string): Promise<void> {
  const popup = await seat.browser.openPopup(seat.tab);
  await popup.click('[data-action="add"]');
  await popup.type('[name="name"]', 'Work');
  await popup.type('[name="token"]', token);
  await popup.click('[data-action="save"]');
  await popup.waitFor(
    'the credential',
    (w) => w.document.querySelector('[data-action="get-token"]') !== null,
  );
  await popup.close();
}
