import type { Reply } from './reply.ts';

/** The access-control headers that Apple's hosts give here: the page's origin is echoed, the two token headers pass. */
export function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'authorization,x-maps-access-token',
    'access-control-allow-methods': 'GET',
    // Short, so that a test sees a preflight before nearly every request.
    'access-control-max-age': '1',
    vary: 'origin',
  };
}

/** The answer to a preflight, without its access-control headers. */
export function preflight(allowed: boolean): Reply {
  return { status: allowed ? 204 : 403, headers: {}, body: '' };
}
