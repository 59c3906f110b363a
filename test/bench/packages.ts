/** What is shipped. */
import { join } from 'node:path';
import { furtherLanguages, inDefaultLanguage, loadedBy, MOST_BYTES, zipped } from '../rules/package-size.ts';
import { atMost, type Figure } from './figure.ts';

/** @param built holds the extension of each browser */
export function packageFigures(built: string): readonly Figure[] {
  const pages = (['popup.html', 'panel.html'] as const).map((page) =>
    atMost(
      `${page} with all it loads, gzip`,
      zipped(loadedBy(join(built, 'chrome'), page)),
      'bytes',
      MOST_BYTES[page],
    ),
  );
  const wholes = ['chrome', 'firefox'].map((browser) =>
    atMost(
      `the package for ${browser} in one language, gzip`,
      zipped(inDefaultLanguage(join(built, browser))),
      'bytes',
      MOST_BYTES.package,
    ),
  );
  const languages = Object.values(furtherLanguages(join(built, 'chrome'))).map((file) => zipped([file]));
  return [
    ...pages,
    ...wholes,
    atMost('the largest further language, gzip', Math.max(...languages), 'bytes', MOST_BYTES.language),
  ];
}
