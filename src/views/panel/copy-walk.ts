/** Arrows move a mark over what can be copied, so that one key takes any of it. */
import type { TargetedKeyboardEvent } from 'preact';

/**
 * Where a key leads, of `count` texts in a row; null where it leads nowhere and the box scrolls as ever.
 * @param at the marked one, -1 for none
 * @param seen the first that is in view
 */
export function stepOf(key: string, at: number, count: number, seen: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return at < 0 ? seen : at + 1 < count ? at + 1 : null;
    case 'ArrowUp':
      return at > 0 ? at - 1 : null;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** For the box that scrolls. Trees and fields in it keep their keys. */
export function walkCopies(event: TargetedKeyboardEvent<HTMLElement>): void {
  const { currentTarget: box, target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || (target !== box && !isStop(target))) return;
  const stops = [...box.querySelectorAll<HTMLElement>('[data-copies]')].filter(isStop);
  const top = box.getBoundingClientRect().top;
  const seen = stops.findIndex((stop) => stop.getBoundingClientRect().bottom > top);
  const to = stepOf(key, stops.indexOf(target), stops.length, Math.max(0, seen));
  const stop = to === null ? undefined : stops[to];
  if (stop === undefined) return;
  event.preventDefault();
  stop.focus({ preventScroll: true });
  // What stands before the first, a heading, is seen too.
  if (to === 0) box.scrollTop = 0;
  stop.scrollIntoView({ block: 'nearest' });
}

/** What has a place of its own among the tab stops scrolls or walks by itself. */
function isStop(element: HTMLElement): boolean {
  return (
    element.tabIndex < 0 &&
    element.matches('[data-copies]') &&
    element.closest('[role="tree"], [role="treegrid"], [role="grid"]') === null &&
    element.checkVisibility()
  );
}
