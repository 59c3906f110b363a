import { randomUUID } from 'node:crypto';

/** An answer as plain data; the transport adds `date`, `content-length` and CORS. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

/** The one body of every 401 of maps-api.apple.com: 51 bytes, no reason given. */
export const NOT_AUTHORIZED = '{"error":{"message":"Not Authorized","details":[]}}';

/** Apple's usual headers on a JSON answer; `x-rid` is new for each. */
function appleHeaders(): Record<string, string> {
  return {
    'content-type': 'application/json;charset=utf8',
    'cache-control': 'max-age=0',
    'strict-transport-security': 'max-age=31536000',
    'x-rid': randomUUID(),
  };
}

/** A JSON answer with Apple's headers; a string is sent as it is. */
export function json(status: number, body: string | object): Reply {
  return { status, headers: appleHeaders(), body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** An error in Apple's wrapper `{"error":{"message","details"}}`. */
export function failure(status: number, message: string, details: readonly (string | object)[] = []): Reply {
  return json(status, { error: { message, details } });
}

/** 401 without a reason. */
export function notAuthorized(): Reply {
  return json(401, NOT_AUTHORIZED);
}

/** 429, as the documentation gives it for a team over its daily allowance. */
export function tooManyRequests(): Reply {
  return failure(429, 'Too Many Requests');
}

/** 404 for a path that the service does not have. */
export function notFound(): Reply {
  return failure(404, 'Not Found');
}

/** 405: every endpoint is GET. */
export function methodNotAllowed(): Reply {
  const reply = failure(405, 'Method Not Allowed');
  return { ...reply, headers: { ...reply.headers, allow: 'GET' } };
}
