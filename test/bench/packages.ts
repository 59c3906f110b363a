/** What is shipped. */
import { join } from 'node:path';
import { filesOf, loadedBy, MOST_BYTES, zipped } from '../rules/package-size.ts';
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
      `the package for ${browser}, gzip`,
      zipped(filesOf(join(built, browser))),
      'bytes',
      MOST_BYTES.package,
    ),
  );
  return [...pages, ...wholes];
}
