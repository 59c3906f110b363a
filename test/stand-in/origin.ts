/**
 * Whether the `origin` claim of an auth token covers a page's origin, by the rules measured at the MapKit JS bootstrap.
 *
 * An entry with a scheme must equal the origin, port included; a bare host matches that host on any scheme and port;
 * `*.host` matches subdomains and never the host itself; an entry with a path or a trailing slash matches nothing.
 *
 * @param claim comma-separated entries
 * @param origin the request's `Origin`, e.g. `https://demo.test`
 */
export function originCovers(claim: string, origin: string): boolean {
  return claim.split(',').some((entry) => entryCovers(entry.trim(), origin));
}

function entryCovers(entry: string, origin: string): boolean {
  if (entry.includes('://')) return entry === origin;
  const host = /^[a-z]+:\/\/(.+?)(?::\d+)?$/.exec(origin)?.[1];
  if (host === undefined || entry === '') return false;
  return entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : entry === host;
}
