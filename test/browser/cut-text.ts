import type { View, ViewWindow } from './drivers/driver.ts';

/**
 * Words that do not fit: text that runs out of its own box, or that something around it cuts off without a way to
 * scroll there, and things to press that are cut off so. Text may be cut where a title tells the whole.
 */
export async function cutText(view: View): Promise<readonly string[]> {
  // What follows the width of its place is drawn in the frame after.
  await view.evaluate(
    (w) => new Promise((done) => w.requestAnimationFrame(() => w.requestAnimationFrame(() => done(null)))),
  );
  return view.evaluate(findCutText);
}

/** Runs inside the view, so it holds all that it needs. */
function findCutText(w: ViewWindow): readonly string[] {
  const SLACK = 1.5;
  const found = new Map<string, string>();

  const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) =>
    [element.parentElement, element]
      .map((each) => `${each?.tagName.toLowerCase()}.${each?.getAttribute('class') ?? ''}`)
      .join(' > ');

  /** Whether a title on the element, or on anything around it, tells all of the words. */
  function isTold(words: string, element: Element): boolean {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const title = (at.getAttribute('title') ?? '').replace(/\s+/g, ' ');
      if (title.includes(words)) return true;
    }
    return false;
  }

  function report(words: string | null, element: Element, cutter: Element, by: number): void {
    if (words !== null && isTold(words, element)) return;
    const name = `${nameOf(element)} “${(textOf(element) || (element.getAttribute('title') ?? '')).slice(0, 60)}”`;
    if (!found.has(name)) found.set(name, `${name} is cut by ${Math.ceil(by)} px at ${nameOf(cutter)}`);
  }

  const isBox = (element: Element) => w.getComputedStyle(element).display !== 'inline';

  function check(text: Text): void {
    const element = text.parentElement;
    if (element === null || !element.checkVisibility({ checkVisibilityCSS: true })) return;
    // Values from outside are as long as they are; what is read aloud only has no place on the screen.
    if (element.closest('.visually-hidden, .hostile, code, .mono, .dots, option, textarea') !== null) return;
    const range = w.document.createRange();
    range.selectNodeContents(text);
    const words = range.getBoundingClientRect();
    if (words.width > 0) checkPlace(element, words, text.data.replace(/\s+/g, ' ').trim());
  }

  /** @param said what a title has to tell where the words are cut; null for a thing to press */
  function checkPlace(element: Element, words: DOMRect, said: string | null): void {
    let isOwn = said !== null;
    let scrolls = { x: false, y: false };
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (!isBox(at)) continue;
      const style = w.getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const cutsX = /hidden|clip/.test(style.overflowX) || at.matches('[role="tablist"]');
      const cuts = { x: cutsX, y: /hidden|clip/.test(style.overflowY) };
      const x = Math.max(words.right - box.right, box.left - words.left);
      const y = Math.max(words.bottom - box.bottom, box.top - words.top);
      if (!scrolls.x && (isOwn || cuts.x)) {
        // The words in a thing to press are looked at by themselves.
        const isItself = said === null && at === element;
        const ellipsis = cuts.x && style.textOverflow === 'ellipsis' && !isItself;
        const hidden = ellipsis ? at.scrollWidth - at.clientWidth : 0;
        if (Math.max(x, hidden) > SLACK) report(said, element, at, Math.max(x, hidden));
      }
      if (!scrolls.y && cuts.y && y > SLACK) report(said, element, at, y);
      isOwn = false;
      scrolls = {
        // Tabs are there to be seen; they scroll only where counts grow long.
        x: scrolls.x || (/auto|scroll/.test(style.overflowX) && !at.matches('[role="tablist"]')),
        y: scrolls.y || /auto|scroll/.test(style.overflowY),
      };
      if (style.position === 'fixed' || style.position === 'absolute') {
        // What stands over the page is cut by the window alone.
        if (at.closest('dialog, .menu-sheet') !== null) {
          const out = Math.max(words.right - w.innerWidth, -words.left);
          if (!scrolls.x && out > SLACK) report(said, element, w.document.documentElement, out);
          if (at.matches('dialog, .menu-sheet')) break;
        }
      }
    }
  }

  const walker = w.document.createTreeWalker(w.document.body, w.NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.textContent?.trim() !== '') check(node as Text);
  }

  for (const control of w.document.querySelectorAll('button, input, select, textarea, summary, a')) {
    if (control.closest('.visually-hidden') !== null) continue;
    if (control.checkVisibility({ checkVisibilityCSS: true }))
      checkPlace(control, control.getBoundingClientRect(), null);
  }

  const pen = w.document.createElement('canvas').getContext('2d');
  for (const field of w.document.querySelectorAll('input')) {
    if (pen === null || field.placeholder === '' || field.value !== '' || field.clientWidth === 0) continue;
    const style = w.getComputedStyle(field);
    pen.font = style.font;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const over = pen.measureText(field.placeholder).width - room;
    if (over > SLACK) found.set(field.placeholder, `${nameOf(field)} “${field.placeholder}” is cut`);
  }
  return [...found.values()];
}
