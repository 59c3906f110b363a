import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Reply } from './reply.ts';

const FOLDER = new URL('./page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
};

/**
 * A file of the `page` folder as an answer that no browser keeps.
 *
 * @param name the file's name, chosen by the code and never by a request
 */
export async function pageFile(name: string): Promise<Reply & { body: string }> {
  const headers = { 'content-type': TYPES[extname(name)] ?? 'text/plain', 'cache-control': 'no-store' };
  return { status: 200, headers, body: await readFile(new URL(name, FOLDER), 'utf8') };
}
