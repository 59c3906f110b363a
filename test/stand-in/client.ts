import { connect } from 'node:http2';
import { request as httpsRequest } from 'node:https';
import type { StandIn } from './stand-in.ts';

/** An answer as a client without a browser sees it; header names are lower case. */
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type Call = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly httpVersion?: 1 | 2;
  /** Called when the headers are there and the body may not be. */
  readonly onHeaders?: () => void;
  readonly signal?: AbortSignal;
};

/** Sends a request to the stand-in by its loopback port, with real TLS against its CA, a connection for each request. */
export function call(standIn: StandIn, url: string, options: Call = {}): Promise<Answered> {
  return options.httpVersion === 1 ? callHttp1(standIn, url, options) : callHttp2(standIn, url, options);
}

function callHttp2(
  { port, certificate }: StandIn,
  url: string,
  { method = 'GET', headers = {}, onHeaders, signal }: Call,
): Promise<Answered> {
  const { hostname, pathname, search } = new URL(url);
  const session = connect(`https://127.0.0.1:${port}`, { ca: certificate.caPem, servername: hostname });
  const answered = new Promise<Answered>((resolve, reject) => {
    session.once('error', reject);
    const pseudo = { ':method': method, ':path': pathname + search, ':authority': hostname };
    const stream = session.request({ ...pseudo, ...headers }, signal ? { signal } : {});
    let received: Record<string, unknown> = {};
    let ended = false;
    const parts: Buffer[] = [];
    stream.once('response', (responseHeaders) => {
      received = { ...responseHeaders };
      onHeaders?.();
    });
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.once('error', reject);
    stream.once('close', () => {
      const answer = answeredFrom(Number(received[':status']), received, parts);
      if (ended && isWhole(answer)) resolve(answer);
      else reject(new Error('The connection closed before the end of the answer.'));
    });
    stream.once('end', () => {
      ended = true;
    });
    stream.end();
  });
  return answered.finally(() => session.destroy());
}

function callHttp1(
  { port, certificate }: StandIn,
  url: string,
  { method = 'GET', headers = {}, onHeaders, signal }: Call,
): Promise<Answered> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        ...{ host: '127.0.0.1', port, servername: hostname, ca: certificate.caPem, agent: false },
        ...{ method, path: pathname + search, headers: { ...headers, host: hostname } },
        ...(signal ? { signal } : {}),
      },
      (response) => {
        onHeaders?.();
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => resolve(answeredFrom(response.statusCode ?? 0, response.headers, parts)));
      },
    );
    request.once('error', reject);
    request.end();
  });
}

/** A session that is cut off ends its streams as if they were complete. */
function isWhole({ status, headers, body }: Answered): boolean {
  return status > 0 && (headers['content-length'] ?? String(body.length)) === String(body.length);
}

function answeredFrom(status: number, headers: Record<string, unknown>, parts: readonly Buffer[]): Answered {
  const named = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  return {
    status,
    headers: Object.fromEntries(named.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts),
  };
}
