/**
 * The focus does not fall to nothing with what it stood on: a row that left the list, a button that did its work, a
 * whole view. It goes to what stands where that stood, so that the next key is heard by something.
 */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where the focus goes from the place that is named first; from anywhere else, by the last line. */
const HEIRS: readonly (readonly [place: string, heirs: readonly string[]])[] = [
  ['.find', ['.find input[type="search"]']],
  ['*', ['.rows > [tabindex="0"]', '#view textarea', '.views [aria-selected="true"]']],
];

export function useKeptFocus(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const panel = box.current;
    if (panel === null) return;
    let last: HTMLElement | null = null;
    let heirs: readonly string[] = [];

    function onFocusIn({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      // Known only now: once it is gone, nothing tells where it stood.
      heirs = HEIRS.find(([place]) => target.closest(place) !== null)?.[1] ?? [];
    }

    // A press on what takes no focus takes it away on purpose.
    function onPointerDown(): void {
      last = null;
    }

    const observer = new MutationObserver(() => {
      if (last === null || document.activeElement !== document.body || !document.hasFocus()) return;
      // One that was only moved is still there.
      const heir = last.isConnected ? last : firstOf(panel, heirs);
      heir?.focus({ preventScroll: true });
    });
    observer.observe(panel, { childList: true, subtree: true });
    panel.addEventListener('focusin', onFocusIn);
    panel.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      observer.disconnect();
      panel.removeEventListener('focusin', onFocusIn);
      panel.removeEventListener('pointerdown', onPointerDown, true);
    };
  }, [box]);
}

function firstOf(panel: HTMLElement, selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = panel.querySelector<HTMLElement>(selector);
    if (found?.checkVisibility() === true) return found;
  }
  return null;
}

/** Whether something outside of this box has the focus. */
export function isFocusElsewhere(box: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && box?.contains(activeElement) !== true;
}
