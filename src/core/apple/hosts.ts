/**
 * The hosts that MapKit JS and the Apple Maps Server API really use (measured on MapKit JS 5.29 to 6.0).
 */

export const MAPS_API_HOST = 'maps-api.apple.com';
export const MAPKIT_DOMAIN = 'apple-mapkit.com';

/** As written for people, in the empty list. */
export const WATCHED_HOSTS = [MAPS_API_HOST, `*.${MAPKIT_DOMAIN}`] as const;

/**
 * The host of a URL without parsing it, lower case and without port or user-info; empty where there is none.
 * The recorder asks this of every request of every page, so it must cost next to nothing.
 */
export function hostOf(url: string): string {
  const start = authorityStart(url);
  if (start === 0) return '';
  const end = authorityEnd(url, start);
  const authority = url.slice(
    url.lastIndexOf('@', end - 1) >= start ? url.lastIndexOf('@', end - 1) + 1 : start,
    end,
  );
  const colon = authority.lastIndexOf(':');
  return (colon > 0 && !authority.endsWith(']') ? authority.slice(0, colon) : authority).toLowerCase();
}

/** 0 for what is no http or https URL: the text of a `data:` URL is the page's, and may name any host. */
function authorityStart(url: string): number {
  return /^https?:\/\//i.exec(url)?.[0].length ?? 0;
}

/** Browsers end the authority at a backslash too (WHATWG URL, special schemes). */
function authorityEnd(url: string, start: number): number {
  let end = start;
  while (end < url.length && !'/?#\\'.includes(url.charAt(end))) end++;
  return end;
}

/** The path of a URL as written, without query; `/` where there is none. */
export function pathOf(url: string): string {
  const start = authorityEnd(url, authorityStart(url));
  let end = start;
  while (end < url.length && url.charAt(end) !== '?' && url.charAt(end) !== '#') end++;
  return url.slice(start, end) || '/';
}

export function isAppleMapsHost(host: string): boolean {
  return host === MAPS_API_HOST || host === MAPKIT_DOMAIN || host.endsWith(`.${MAPKIT_DOMAIN}`);
}

/**
 * The host of Apple's that a URL's authority resembles, its user-info included (`https://maps-api.apple.com@evil.test`);
 * null where it resembles none. Both words must be there, for a proxy of one's own may well be called maps-api.
 */
export function lookAlikeOf(url: string): string | null {
  const start = authorityStart(url);
  const authority = url.slice(start, authorityEnd(url, start)).toLowerCase();
  const host = hostOf(url);
  if (!authority.includes('map') || isAppleMapsHost(host) || host.endsWith('.apple.com')) return null;
  // Punycode leaves the other letters of a name, and digits stand in for the letters that they resemble.
  const plain = authority
    .replaceAll(/xn--|[^a-z0-9]/g, '')
    .replaceAll(/[1i]/g, 'l')
    .replaceAll('0', 'o');
  if (!plain.includes('pple')) return null;
  if (plain.includes('mapsapl')) return MAPS_API_HOST;
  return plain.includes('mapklt') ? `cdn.${MAPKIT_DOMAIN}` : null;
}
