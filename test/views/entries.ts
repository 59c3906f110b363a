/** Entries and tokens for the views, made by hand: their signatures are not real and nothing here checks them. */
import type { Entry, HeaderField } from '../../src/core/index.ts';
import { at } from './reader.tsx';

export const HOSTILE = '<img src=x onerror=alert(1)>';

const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');
const signature = (mark: number) =>
  encode(Uint8Array.from({ length: 64 }, (_, n) => (n * 37 + mark * 91) % 256));

interface Parts {
  readonly claims?: object;
  readonly header?: object;
  readonly mark?: number;
}

export function authToken({ claims = {}, header = {}, mark = 1 }: Parts = {}): string {
  return [
    encode(JSON.stringify({ alg: 'ES256', kid: 'KEY4DOCS99', typ: 'JWT', ...header })),
    encode(JSON.stringify({ iss: 'EXAMPLE123', iat: at(9, 0) / 1000, exp: at(9, 30) / 1000, ...claims })),
    signature(mark),
  ].join('.');
}

export function accessToken({ claims = {}, mark = 2 }: Parts = {}): string {
  const iat = at(9, 2, 10) / 1000;
  return [
    encode(JSON.stringify({ alg: 'HS512', typ: 'JWT' })),
    encode(JSON.stringify({ iss: 'mapsapi', tid: 'EXAMPLE123', iat, exp: iat + 1800, ...claims })),
    signature(mark),
  ].join('.');
}

const EXCHANGE = 'https://maps-api.apple.com/v1/token';
export const GEOCODE = 'https://maps-api.apple.com/v1/geocode?q=1%20Main%20St';
export const BOOTSTRAP = 'https://cdn.apple-mapkit.com/ma/bootstrap?mkjsVersion=5.79.0';

export const REFUSAL = { error: { message: 'Not Authorized', details: [] } };

interface Told extends Partial<Entry> {
  readonly token?: string | null;
  readonly answer?: unknown;
  readonly headers?: readonly HeaderField[];
}

let lastId = 0;

export function entry({ token = authToken(), answer = {}, headers = [], ...told }: Told = {}): Entry {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return {
    id: String(++lastId),
    startedAt: at(9, 5, 12, 331),
    duration: 91,
    method: 'GET',
    url: EXCHANGE,
    requestHeaders: [...(token === null ? [] : [['Authorization', `Bearer ${token}`] as const]), ...headers],
    status: 200,
    statusText: '',
    responseHeaders: [['Date', 'Mon, 23 Nov 2026 09:05:12 GMT']],
    body: { state: 'read', text, size: text.length },
    error: '',
    preflight: null,
    ...told,
  };
}
