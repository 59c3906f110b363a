/** The words of an auth token's `scope` claim (Apple, "Creating and using tokens", 2026): a list with spaces. */

import type { Endpoint } from './endpoints.ts';
import { hostOf, MAPKIT_DOMAIN, MAPS_API_HOST } from './hosts.ts';

export const SCOPES = ['embed_api', 'mapkit_js', 'server_api', 'web_snapshots'] as const;

export type Scope = (typeof SCOPES)[number];

/** The scope of the product that an endpoint belongs to; null for hosts that take no auth token. */
export function scopeOf({ host, needs }: Endpoint): Scope | null {
  if (needs !== 'auth') return null;
  if (hostOf(`https://${host}`) === MAPS_API_HOST) return 'server_api';
  if (host === `embed.${MAPKIT_DOMAIN}`) return 'embed_api';
  return host === `snapshot.${MAPKIT_DOMAIN}` ? 'web_snapshots' : 'mapkit_js';
}
