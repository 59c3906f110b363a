/** The sentences of `_locales`, in the browser's language. */
import browser from './browser.ts';

export const strings = {
  text: (id: string): string => browser.i18n.getMessage(id),
  locale: browser.i18n.getUILanguage(),
};
