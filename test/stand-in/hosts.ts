/** Every host name that the stand-in answers for, by role. */
export const MAPS_API = 'maps-api.apple.com';
export const MAPKIT_CDN = 'cdn.apple-mapkit.com';
export const MAPKIT_API = 'api.apple-mapkit.com';
export const MAPKIT_TELEMETRY = 'gsp10.apple-mapkit.com';
export const TILE_HOSTS: readonly string[] = [1, 2, 3, 4].map((n) => `cdn${n}.apple-mapkit.com`);
export const DEMO = 'demo.test';
export const DEMO_WWW = 'www.demo.test';
export const FRAME = 'frame.test';

export const HOSTS: readonly string[] = [
  MAPS_API,
  MAPKIT_CDN,
  ...TILE_HOSTS,
  MAPKIT_API,
  MAPKIT_TELEMETRY,
  DEMO,
  DEMO_WWW,
  FRAME,
];

/**
 * Whether a host is one of Apple's (as opposed to a site of the demo).
 *
 * @param host name without port
 */
export function isApple(host: string): boolean {
  return host.endsWith('.apple.com') || host.endsWith('.apple-mapkit.com');
}
