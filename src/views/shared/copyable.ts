/** What the copy key takes: elements that stand for a text, and the text nearest to the focus. */

type Text = string | (() => string);

/** Apart from the document, so that nothing is written there that is not drawn. */
const texts = new WeakMap<Element, Text>();

/** Spread on an element: the copy key takes this text while the focus is on or in it. */
export function copies(text: Text) {
  return {
    'data-copies': '',
    // Reached by arrows and by the pointer, not one by one with Tab.
    tabIndex: -1,
    ref: (element: Element | null) => {
      if (element !== null) texts.set(element, text);
    },
  };
}

/** The text of the nearest element that stands for one; null where there is none. */
export function copyTextAt(target: EventTarget | null): string | null {
  const holder = target instanceof Element ? target.closest('[data-copies]') : null;
  const text = holder === null ? undefined : texts.get(holder);
  return typeof text === 'function' ? text() : (text ?? null);
}
