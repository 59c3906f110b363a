/** How much is shipped, counted as it travels: each file by itself, gzip. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that each page may load, that one browser's package may have in its default language, and each further language. */
export const MOST_BYTES = {
  'popup.html': 55_000,
  'panel.html': 95_000,
  package: 140_000,
  language: 26_000,
} as const;

export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}

/** All that a page of a built extension loads: its own script and style and every chunk that these import. */
export function loadedBy(folder: string, page: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"|(?:src|href)="([^"]+)"/g)) {
      if (path !== '') visit(resolve(file, '..', path));
    }
    for (const [, path = ''] of text.matchAll(/(?:src|href)="\.?\/?([^":]+)"/g))
      visit(resolve(file, '..', path));
  };
  visit(join(folder, page));
  return [...found];
}

/** All files of a built extension but the languages that a reader of English never loads. */
export function inDefaultLanguage(folder: string): readonly string[] {
  const others = Object.values(furtherLanguages(folder));
  return filesOf(folder).filter((file) => !others.includes(file));
}

/** The sentences of each further language. */
export function furtherLanguages(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, '_locales')).filter((name) => name !== 'en');
  return Object.fromEntries(names.map((name) => [name, join(folder, '_locales', name, 'messages.json')]));
}

export function zipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}
