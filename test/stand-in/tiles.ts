import { accessKeyLives } from './access-key.ts';
import { encodePng } from './png.ts';
import { failure, notFound, type Reply } from './reply.ts';
import type { Incoming, World } from './world.ts';

const SIDE = 128;
const LIGHT = [0xf1efe9, 0xffffff, 0xbfdcec, 0xcfe3c4, 0xe4e0d6];
const DARK = [0x2a2d33, 0x3d424b, 0x1d3a4d, 0x2b3d31, 0x33373e];
const [LAND, ROAD, WATER, PARK, BLOCK] = [0, 1, 2, 3, 4];

/** `GET /ti/tile` of the tile hosts: a drawn tile for a live access key, 403 without. */
export function tile(world: World, { path, query }: Incoming): Reply {
  if (path !== '/ti/tile') return notFound();
  if (!accessKeyLives(world, query.get('accessKey') ?? '')) return failure(403, 'Forbidden');
  return png(drawTile(Number(query.get('x')), Number(query.get('y')), query.get('tint') === 'dark'));
}

/** A picture as an answer that browsers may keep for a minute. */
export function png(body: Uint8Array): Reply {
  return { status: 200, headers: { 'content-type': 'image/png', 'cache-control': 'max-age=60' }, body };
}

/** Draws streets, blocks, a park and a river that run on from tile to tile. */
function drawTile(tileX: number, tileY: number, dark: boolean): Uint8Array {
  return encodePng(SIDE, dark ? DARK : LIGHT, (x, y) => colourAt(tileX * SIDE + x, tileY * SIDE + y));
}

function colourAt(x: number, y: number): number {
  const street = (value: number, every: number, width: number) => ((value % every) + every) % every < width;
  if (Math.abs((y % 384) - 190 - 34 * Math.sin(x / 70)) < 19) return street(x, 192, 7) ? ROAD : WATER;
  if (street(x, 64, 4) || street(y, 48, 4) || street(x + y, 331, 6)) return ROAD;
  const block = Math.floor(x / 64) * 7 + Math.floor(y / 48) * 3;
  if (block % 11 === 0) return PARK;
  return street(x + 40, 64, 34) && street(y + 30, 48, 24) ? BLOCK : LAND;
}
