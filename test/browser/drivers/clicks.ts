import type { Realm, ViewWindow } from './driver.ts';
import { until } from './until.ts';

type Watched = ViewWindow & { clickSeen?: boolean };

/**
 * Clicks until a click arrives. Both browsers first work out where an element is and then click there; what
 * moves, is replaced or is not yet shown in between lets the click pass by.
 */
export async function clickSurely(
  realm: Realm,
  selector: string,
  click: () => Promise<unknown>,
): Promise<void> {
  await until(`a click on ${selector}`, async () => {
    const watched = await realm.evaluate(watchClick, selector);
    const failure = await click().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (watched) {
      // A view that is gone, or another document, is what the click has led to.
      const seen = await realm.evaluate((w) => (w as Watched).clickSeen).catch(() => undefined);
      if (seen !== false) return true;
    }
    if (failure) throw failure;
    // A disabled control is clicked in vain, as by a person.
    return !watched;
  });
}

/** At the window and by selector, not at the element: a re-render may put another one in its place. */
function watchClick(w: ViewWindow, selector: string): boolean {
  const element = w.document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}`);
  if (element.matches(':disabled')) return false;
  const watched: Watched = w;
  watched.clickSeen = false;
  w.addEventListener(
    'click',
    ({ target }) => {
      if ((target as Element).closest(selector)) watched.clickSeen = true;
    },
    { capture: true, once: true },
  );
  return true;
}
