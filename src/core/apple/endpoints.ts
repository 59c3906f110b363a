/**
 * What each Apple Maps URL is, and which credential it takes.
 * Sources: developer.apple.com/documentation/applemapsserverapi (one page per endpoint); for the MapKit JS hosts,
 * the requests that MapKit JS 5.29 to 5.76 was seen to send.
 */
import { hostOf, MAPKIT_DOMAIN, MAPS_API_HOST, pathOf } from './hosts.ts';

/** The credential an endpoint takes: an auth token, an access token, an access key in the URL, or nothing. */
export type Need = 'auth' | 'access' | 'access-key' | 'none';

/** The filter chip that an endpoint belongs to. */
export type EndpointGroup = 'exchange' | 'bootstrap' | 'service' | 'tile' | 'asset' | 'other';

export type EndpointId =
  | 'token'
  | 'bootstrap'
  | 'geocode'
  | 'reverseGeocode'
  | 'search'
  | 'searchAutocomplete'
  | 'directions'
  | 'etas'
  | 'place'
  | 'places'
  | 'alternateIds'
  | 'nearbyPoi'
  | 'embed'
  | 'snapshot'
  | 'tile'
  | 'satelliteTile'
  | 'mapData'
  | 'script'
  | 'asset'
  | 'analytics'
  | 'unknown';

export interface Endpoint {
  readonly id: EndpointId;
  readonly group: EndpointGroup;
  readonly needs: Need;
  readonly host: string;
  /** Path without query, as sent. */
  readonly path: string;
  /** The one or two query parameters that tell calls of this endpoint apart. */
  readonly keyParameters: readonly string[];
}

interface Route {
  readonly id: EndpointId;
  readonly group: EndpointGroup;
  readonly needs: Need;
  /** Matches the path without query. */
  readonly path: RegExp;
  readonly keyParameters?: readonly string[];
}

const SERVICES: readonly Route[] = [
  { id: 'geocode', group: 'service', needs: 'access', path: /^\/v1\/geocode$/, keyParameters: ['q'] },
  {
    id: 'reverseGeocode',
    group: 'service',
    needs: 'access',
    path: /^\/v1\/reverseGeocode$/,
    keyParameters: ['loc'],
  },
  { id: 'search', group: 'service', needs: 'access', path: /^\/v1\/search$/, keyParameters: ['q'] },
  // Apple's own Java sample writes a capital C, so both spellings are this endpoint.
  {
    id: 'searchAutocomplete',
    group: 'service',
    needs: 'access',
    path: /^\/v1\/searchAuto[cC]omplete$/,
    keyParameters: ['q'],
  },
  {
    id: 'directions',
    group: 'service',
    needs: 'access',
    path: /^\/v1\/directions$/,
    keyParameters: ['origin', 'destination'],
  },
  {
    id: 'etas',
    group: 'service',
    needs: 'access',
    path: /^\/v1\/etas$/,
    keyParameters: ['origin', 'destinations'],
  },
  {
    id: 'alternateIds',
    group: 'service',
    needs: 'access',
    path: /^\/v1\/place\/alternateIds$/,
    keyParameters: ['ids'],
  },
  { id: 'places', group: 'service', needs: 'access', path: /^\/v1\/place$/, keyParameters: ['ids'] },
  { id: 'place', group: 'service', needs: 'access', path: /^\/v1\/place\/[^/]+$/ },
];

const MAPS_API: readonly Route[] = [
  { id: 'token', group: 'exchange', needs: 'auth', path: /^\/v1\/token$/ },
  ...SERVICES,
];

const MAPKIT_API: readonly Route[] = [
  ...SERVICES,
  {
    id: 'nearbyPoi',
    group: 'service',
    needs: 'access',
    path: /^\/v1\/nearbyPoi$/,
    keyParameters: ['center'],
  },
];

const MAPKIT_CDN: readonly Route[] = [
  {
    id: 'bootstrap',
    group: 'bootstrap',
    needs: 'auth',
    path: /^\/ma\/bootstrap$/,
    keyParameters: ['mkjsVersion'],
  },
  { id: 'tile', group: 'tile', needs: 'access-key', path: /^\/ti\/tile$/, keyParameters: ['z', 'x', 'y'] },
  {
    id: 'satelliteTile',
    group: 'tile',
    needs: 'access-key',
    path: /^\/tile$/,
    keyParameters: ['z', 'x', 'y'],
  },
  { id: 'mapData', group: 'tile', needs: 'access-key', path: /^\/md\/v1\// },
  { id: 'script', group: 'asset', needs: 'none', path: /^\/mk\/.*\.js$/ },
  { id: 'asset', group: 'asset', needs: 'none', path: /^\/mk\// },
];

const EMBED: readonly Route[] = [
  {
    id: 'embed',
    group: 'other',
    needs: 'auth',
    path: /^\/v1\/(place|embed)$/,
    keyParameters: ['place', 'center'],
  },
];
const SNAPSHOT: readonly Route[] = [
  { id: 'snapshot', group: 'other', needs: 'auth', path: /^\/api\/v1\/snapshot$/, keyParameters: ['center'] },
];
const ANALYTICS: readonly Route[] = [
  { id: 'analytics', group: 'asset', needs: 'none', path: /^\/mw\/v1\/report/ },
];

function routesOf(host: string): readonly Route[] {
  if (host === MAPS_API_HOST) return MAPS_API;
  if (!host.endsWith(`.${MAPKIT_DOMAIN}`)) return [];
  const name = host.slice(0, -MAPKIT_DOMAIN.length - 1);
  if (name === 'api') return MAPKIT_API;
  if (name === 'embed') return EMBED;
  if (name === 'snapshot') return SNAPSHOT;
  if (name.startsWith('gsp')) return ANALYTICS;
  return /^(sat-)?cdn\d*$/.test(name) ? MAPKIT_CDN : [];
}

/** Which endpoint of Apple Maps a URL calls; `unknown` for a path that Apple does not document, and for other hosts. */
export function endpointOf(url: string): Endpoint {
  // The same text for all: a log holds the endpoint of each of its requests.
  const named = hostOf(url);
  const host = named === MAPS_API_HOST ? MAPS_API_HOST : named;
  const path = pathOf(url);
  const route = routesOf(host).find((candidate) => candidate.path.test(path));
  if (route === undefined)
    return { id: 'unknown', group: 'other', needs: 'none', host, path, keyParameters: [] };
  const { id, group, needs, keyParameters = [] } = route;
  return { id, group, needs, host, path, keyParameters };
}

/** The query of a URL as the page wrote it, decoded, in order, repeated names kept. */
export function queryOf(url: string): readonly (readonly [name: string, value: string])[] {
  const [beforeFragment = ''] = url.split('#', 1);
  const start = beforeFragment.indexOf('?');
  return start < 0 ? [] : [...new URLSearchParams(beforeFragment.slice(start + 1))];
}

const DOCUMENTED_PATHS = [
  '/v1/token',
  '/v1/geocode',
  '/v1/reverseGeocode',
  '/v1/search',
  '/v1/searchAutocomplete',
  '/v1/directions',
  '/v1/etas',
  '/v1/place',
  '/v1/place/alternateIds',
] as const;

/**
 * The documented path that an unknown one of Apple's API hosts was probably meant to be; empty where only the base is
 * there, null where nothing comes near.
 */
export function nearestPath({ host, path }: Endpoint): string | null {
  if (host !== MAPS_API_HOST && host !== `api.${MAPKIT_DOMAIN}`) return null;
  const tidy = path.toLowerCase().replaceAll(/\/+/g, '/').replace(/\/$/, '');
  if (tidy === '' || tidy === '/v1') return '';
  const name = tidy.replace(/^\/(v\d+|api)?\/?/, '').replaceAll(/[-_]/g, '');
  return (
    DOCUMENTED_PATHS.find((documented) => bare(documented) === name) ??
    DOCUMENTED_PATHS.find((documented) => isNear(bare(documented), name)) ??
    null
  );
}

function bare(path: string): string {
  return path.slice('/v1/'.length).toLowerCase();
}

/** One letter more, less or other, or the beginning of the name. */
function isNear(documented: string, name: string): boolean {
  if (name.length > 2 && (documented.startsWith(name) || name.startsWith(documented))) return true;
  if (Math.abs(documented.length - name.length) > 1) return false;
  let at = 0;
  while (at < name.length && documented[at] === name[at]) at++;
  return [
    documented.slice(at + 1) === name.slice(at + 1),
    documented.slice(at + 1) === name.slice(at),
    documented.slice(at) === name.slice(at + 1),
  ].includes(true);
}
