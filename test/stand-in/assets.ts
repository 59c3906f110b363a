import { pageFile } from './page-files.ts';
import { encodePng } from './png.ts';
import { notFound, type Reply } from './reply.ts';
import { png } from './tiles.ts';
import type { Incoming } from './world.ts';

/** What `cdn.apple-mapkit.com/mk/<version>/` serves without a credential: the script and its pictures. */
export function asset({ path }: Incoming): Promise<Reply> | Reply {
  if (/^\/mk\/[^/]+\/mapkit(\.core)?\.js$/.test(path)) return pageFile('mapkit-like.js');
  if (/^\/mk\/[^/]+\/images\/[\w@./-]+\.png$/.test(path)) return png(encodePng(8, [0x8a8f98], () => 0));
  return notFound();
}
