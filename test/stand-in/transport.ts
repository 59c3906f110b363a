import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import { corsHeaders } from './cors.ts';
import type { Delivery } from './delivery.ts';
import type { Incoming } from './world.ts';

/** Reads the request line and headers of HTTP/2 and HTTP/1.1 alike; pseudo headers are left out. */
export function readRequest(request: Http2ServerRequest): Incoming {
  const authority = request.headers[':authority'] ?? request.headers.host ?? '';
  const host = authority.replace(/:\d+$/, '').toLowerCase();
  const url = new URL(request.url, `https://${host || 'localhost'}`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers[name] = String(value);
  }
  return { method: request.method, host, path: url.pathname, query: url.searchParams, headers };
}

type Context = {
  readonly origin: string | undefined;
  readonly now: () => number;
  /** Ends waits when the stand-in closes. */
  readonly signal: AbortSignal;
};

/** Sends a delivery as its script says; rejects with an `AbortError` when the stand-in closes meanwhile. */
export async function transmit(
  delivery: Delivery,
  request: Http2ServerRequest,
  response: Http2ServerResponse,
  { origin, now, signal }: Context,
): Promise<void> {
  if (delivery.kind === 'silence') return;
  if (delivery.kind === 'reset') return reset(request);
  const { reply, waitMs, pauseMs, clockMs, cors } = delivery;
  if (waitMs > 0) await wait(waitMs, undefined, { signal });
  const body = Buffer.from(reply.body);
  response.sendDate = false;
  response.writeHead(reply.status, {
    ...(cors ? corsHeaders(origin) : {}),
    ...(reply.status === 204 ? {} : { 'content-length': String(body.length) }),
    date: new Date(now() + clockMs).toUTCString(),
    ...reply.headers,
  });
  if (pauseMs > 0) {
    const half = Math.ceil(body.length / 2);
    response.write(body.subarray(0, half));
    await wait(pauseMs, undefined, { signal });
    response.end(body.subarray(half));
  } else {
    response.end(body);
  }
}

/** HTTP/2 resets the one stream: browsers share a connection among hosts, so cutting it would hit others' requests. */
function reset(request: Http2ServerRequest): void {
  if (request.httpVersionMajor === 2) request.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else request.socket.destroy();
}
