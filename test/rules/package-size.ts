/** How much is shipped, counted as it travels: each file by itself, gzip. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that each page may load, and all files of one browser's package may have. */
export const MOST_BYTES = { 'popup.html': 50_000, 'panel.html': 65_000, package: 120_000 } as const;

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

export function zipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}
