import type { ViewWindow } from './driver.ts';

/** A page made by script is there when it has drawn a first word or control, not when its document has loaded. */
export function hasMounted(w: ViewWindow): boolean {
  const { readyState, body } = w.document;
  return (
    readyState === 'complete' &&
    (body.textContent.trim() !== '' || body.querySelector('button, input') !== null)
  );
}
