/**
 * A key that the panel answers is nobody else's: of those that reach the document, devtools of Chromium answers some as
 * well (Escape opens its drawer, Control and F its own search).
 */
export function takeKey(event: Pick<Event, 'preventDefault' | 'stopPropagation'>): void {
  event.preventDefault();
  event.stopPropagation();
}
