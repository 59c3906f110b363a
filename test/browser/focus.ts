/** Where the focus is, and whether a key ever cost it. */
import type { View } from './drivers/driver.ts';

/** Waits until the element with the focus is one that the selector names. */
export function focusOn(view: View, selector: string): Promise<true> {
  return view.waitFor(
    `the focus on ${selector}`,
    (w, selector) => {
      const { activeElement } = w.document;
      if (activeElement?.matches(selector) === true) return true;
      throw new Error(
        `it is on ${activeElement?.cloneNode().textContent || activeElement?.outerHTML.slice(0, 120)}`,
      );
    },
    selector,
  );
}

/** Presses Tab, or the other key, until the focus is on what the selector names; gives what it passed. */
export async function tabTo(view: View, selector: string, key = 'Tab'): Promise<readonly string[]> {
  const passed: string[] = [];
  for (let n = 0; n < MOST_STOPS; n++) {
    await view.press(key);
    const { is, name } = await view.evaluate(settled, selector);
    if (is) return passed;
    passed.push(name);
  }
  throw new Error(`${key} does not lead to ${selector}, but to ${passed.join(', ')}`);
}

/** More than the panel has. */
const MOST_STOPS = 60;

/** After a frame, when a key of Firefox, which is told of nothing, has arrived. */
function settled(w: Window, selector: string): Promise<{ is: boolean; name: string }> {
  return new Promise((resolve) => {
    const look = () => {
      const element = w.document.activeElement;
      const name =
        element?.getAttribute('aria-label') ??
        (element?.textContent || element?.className || element?.tagName);
      resolve({
        is: w.document.hasFocus() && element?.matches(selector) === true,
        name: (name ?? '').slice(0, 40),
      });
    };
    w.requestAnimationFrame(() => w.setTimeout(look));
  });
}

type Watched = Window & { lostFocus?: string[] };

/** From here on, each key after which nothing has the focus any more is written down. */
export function watchFocus(view: View): Promise<void> {
  return view.evaluate((w) => {
    const watched: Watched = w;
    const lost: string[] = [];
    watched.lostFocus = lost;
    w.addEventListener(
      'keydown',
      ({ key }) => {
        const before = w.document.activeElement;
        // Tab goes on to the devtools, and comes in from there.
        if (key === 'Tab' || key === 'Shift' || before === w.document.body) return;
        const look = () => {
          if (w.document.activeElement === w.document.body) lost.push(`${key} on ${before?.className}`);
        };
        w.requestAnimationFrame(() => w.requestAnimationFrame(look));
      },
      true,
    );
  });
}

export function lostFocus(view: View): Promise<readonly string[]> {
  return view.evaluate((w) => (w as Watched).lostFocus ?? ['nobody looked']);
}
