import { issueAccessKey } from './access-key.ts';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from './access-token.ts';
import { judgeAuthToken } from './auth-token.ts';
import { bearerToken } from './authorization.ts';
import { MAPKIT_API, MAPKIT_TELEMETRY, TILE_HOSTS } from './hosts.ts';
import { failure, json, notAuthorized, type Reply, tooManyRequests } from './reply.ts';
import { type Incoming, nowSeconds, type World } from './world.ts';

/** `GET /ma/bootstrap`: what MapKit JS needs to start; the one place that states a reason, and only for origins. */
export async function bootstrap(world: World, { headers }: Incoming): Promise<Reply> {
  const token = bearerToken(headers.authorization);
  if (token === undefined) return notAuthorized();
  const verdict = await judgeAuthToken(world, token, 'mapkit_js', headers.origin);
  if (verdict.kind === 'refused') return notAuthorized();
  if (verdict.kind === 'origin-differs') {
    const message = `Origin does not match - expected: ${verdict.expected}, actual: ${verdict.actual}`;
    return failure(401, 'Not Authorized', [{ errorType: 'ORIGIN_CHECK_FAILURE', message }]);
  }
  const { key } = verdict;
  if (!world.quota.spend(key.team)) return tooManyRequests();
  const accessKey = issueAccessKey(world, nowSeconds(world) + ACCESS_TOKEN_SECONDS);
  return json(200, {
    ...configuration(accessKey),
    accessKey,
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
    authInfo: {
      access_token: issueAccessToken(world, key, headers.origin),
      expires_in: ACCESS_TOKEN_SECONDS,
      team_id: key.team,
    },
  });
}

function configuration(accessKey: string): object {
  const layers = [{ tileSource: 'default', lowResTileSource: 'default' }];
  return {
    region: 'US',
    countryCode: 'US',
    attributions: [
      { attributionId: 'default', global: [{ name: 'Stand-in', url: 'https://demo.test/' }], regional: [] },
    ],
    modes: { standard: { layers }, satellite: { layers }, hybrid: { layers } },
    mapEngine: 'apple',
    environment: 'MapsWebProd',
    analytics: {
      analyticsUrl: `https://${MAPKIT_TELEMETRY}/mw/v1/reportAnalytics`,
      errorUrl: `https://${MAPKIT_TELEMETRY}/mw/v1/reportError`,
    },
    madabaDomains: TILE_HOSTS,
    madabaBaseUrl: `https://${TILE_HOSTS[0]}`,
    apiBaseUrl: `https://${MAPKIT_API}/v1/`,
    tileSources: [
      {
        tileSource: 'default',
        path: `/ti/tile?style=0&size={{tileSizeIndex}}&x={{x}}&y={{y}}&z={{z}}&scale={{resolution}}&lang={{lang}}&v=2310043&poi=0&accessKey=${encodeURIComponent(accessKey)}`,
        domains: TILE_HOSTS,
        minZoomLevel: 2,
        maxZoomLevel: 21,
        supportedSizes: [{ tileSizeIndex: 1, size: 256 }],
        supportedResolutions: [{ resolution: 1, imageScale: 1 }],
        supportedLanguages: ['en'],
        needsLocationShift: false,
        attributionId: 'default',
      },
    ],
    disableCsr: true,
    showWordmarkLogo: false,
  };
}
