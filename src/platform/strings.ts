/** The sentences of `_locales`, in the browser's language or else in English. */
import browser from './browser.ts';

const known = new Map<string, string>();

/** Asked of the browser once: every row is made of a dozen of them, and once the extension was updated it no longer answers. */
function text(id: string): string {
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = ask(id);
  known.set(id, found);
  return found;
}

function ask(id: string): string {
  try {
    return browser.i18n.getMessage(id);
  } catch {
    return '';
  }
}

/** Numbers and dates are written as in the sentences around them, in the user's own way where it is the same language. */
function localeOf(sentences: string, browserUi: string): string {
  const primary = (tag: string) => tag.split('-', 1)[0];
  return primary(browserUi) === primary(sentences) ? browserUi : sentences;
}

export const strings = { text, locale: localeOf(text('language_tag'), browser.i18n.getUILanguage()) };
