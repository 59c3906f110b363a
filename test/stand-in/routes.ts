import { asset } from './assets.ts';
import { bootstrap } from './bootstrap.ts';
import { preflight } from './cors.ts';
import { type Demo, demoSite } from './demo-site.ts';
import { exchange } from './exchange.ts';
import {
  DEMO,
  DEMO_WWW,
  FRAME,
  isApple,
  MAPKIT_API,
  MAPKIT_CDN,
  MAPKIT_TELEMETRY,
  MAPS_API,
  TILE_HOSTS,
} from './hosts.ts';
import { methodNotAllowed, notFound, type Reply } from './reply.ts';
import { mapkitServices, serverServices, service } from './services.ts';
import { tile } from './tiles.ts';
import type { Incoming, World } from './world.ts';

/** The stand-in's own answer to a request, by host and path. */
export async function route(world: World, demo: Demo, request: Incoming): Promise<Reply> {
  const { host, method, path } = request;
  if (host === DEMO || host === DEMO_WWW || host === FRAME) return demoSite(demo, request);
  if (!isApple(host)) return notFound();
  if (method === 'OPTIONS') return preflight(true);
  if (host === MAPKIT_TELEMETRY) return { status: 200, headers: { 'content-type': 'text/plain' }, body: '' };
  if (method !== 'GET') return methodNotAllowed();
  if (host === MAPS_API) {
    return path === '/v1/token' ? exchange(world, request) : service(world, serverServices, request);
  }
  if (host === MAPKIT_API) return service(world, mapkitServices, request);
  if (TILE_HOSTS.includes(host)) return tile(world, request);
  if (host === MAPKIT_CDN) return path === '/ma/bootstrap' ? bootstrap(world, request) : asset(request);
  return notFound();
}
