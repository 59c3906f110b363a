import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Call, call } from './client.ts';
import { startStandIn } from './index.ts';
import type { Answer } from './rules.ts';
import type { StandIn } from './stand-in.ts';

const URL = 'https://maps-api.apple.com/v1/token';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

const ask = (options: Call = {}) => call(standIn, URL, options);
const tell = (answer: Answer, times = 1) => standIn.tell({ answer, times });
const page = { headers: { origin: 'https://demo.test' } };

test('a status comes with its headers and body as often as told, then the ordinary answer', async () => {
  tell({ kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: { error: 'slow down' } }, 2);
  const first = await ask();
  expect([first.status, first.headers['retry-after'], first.body.toString()]).toEqual([
    ...[429, '7', '{"error":"slow down"}'],
  ]);
  expect([(await ask()).status, (await ask()).status]).toEqual([429, 401]);
});

test('rules apply by host, path and method, and in the order told', async () => {
  standIn.tell({ match: { host: 'cdn.apple-mapkit.com' }, answer: { kind: 'status', status: 501 } });
  standIn.tell({ match: { path: /geocode$/ }, answer: { kind: 'status', status: 502 } });
  standIn.tell({ match: { method: 'POST' }, answer: { kind: 'status', status: 503 } });
  standIn.tell({ match: { path: '/v1/token' }, answer: { kind: 'status', status: 504 } });
  standIn.tell({ answer: { kind: 'status', status: 505 } });
  const statuses = [
    await ask({ method: 'OPTIONS' }),
    await ask(),
    await ask(),
    await call(standIn, 'https://maps-api.apple.com/v1/geocode'),
    await call(standIn, 'https://cdn.apple-mapkit.com/ma/bootstrap'),
    await ask({ method: 'POST' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([204, 504, 505, 502, 501, 503]);
});

test('a rule can be withdrawn', async () => {
  const withdraw = tell({ kind: 'status', status: 500 }, Number.POSITIVE_INFINITY);
  expect((await ask()).status).toBe(500);
  withdraw();
  expect((await ask()).status).toBe(401);
});

test('a captive portal answers with a page', async () => {
  tell({ kind: 'html' });
  const { status, headers, body } = await ask(page);
  expect([status, headers['content-type']]).toEqual([200, 'text/html;charset=utf-8']);
  expect(body.toString()).toMatch(/^<!doctype html>/);
});

test('a body can be empty', async () => {
  tell({ kind: 'empty', status: 200 });
  expect(await ask()).toMatchObject({ status: 200, body: Buffer.alloc(0) });
});

test('an answer can be delayed, whatever it is', async () => {
  tell({ kind: 'delay', ms: 60, next: { kind: 'status', status: 500 } });
  const start = performance.now();
  expect((await ask()).status).toBe(500);
  expect(performance.now() - start).toBeGreaterThan(50);
});

test('headers can come at once and the body late', async () => {
  tell({ kind: 'slow-body', ms: 60 });
  let headersAt = 0;
  const { status, body } = await ask({ onHeaders: () => (headersAt = performance.now()) });
  expect([status, body.length]).toEqual([401, 51]);
  expect(performance.now() - headersAt).toBeGreaterThan(40);
});

test.each([1, 2] as const)(
  'a request over HTTP/%i can stay unanswered until its client gives up',
  async (httpVersion) => {
    tell({ kind: 'silence' });
    await expect(ask({ httpVersion, signal: AbortSignal.timeout(80) })).rejects.toThrow(/abort/i);
    expect(standIn.requests).toHaveLength(1);
  },
);

test.each([1, 2] as const)('a request over HTTP/%i can be reset', async (httpVersion) => {
  tell({ kind: 'reset' });
  await expect(ask({ httpVersion })).rejects.toThrow();
  expect((await ask({ httpVersion })).status).toBe(401);
});

test('the date can be off', async () => {
  tell({ kind: 'clock', offsetMs: -3_600_000 });
  const date = Date.parse((await ask()).headers.date ?? '');
  expect(Math.round((Date.now() - date) / 60_000)).toBe(60);
});

test('a preflight can be refused, which leaves other requests alone', async () => {
  tell({ kind: 'no-cors', at: 'preflight' });
  expect((await ask(page)).headers).toHaveProperty('access-control-allow-origin');
  const { status, headers } = await ask({ method: 'OPTIONS', ...page });
  expect(status).toBe(403);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('an answer can lack its access-control headers while the preflight passes', async () => {
  tell({ kind: 'no-cors', at: 'answer' });
  expect((await ask({ method: 'OPTIONS', ...page })).headers).toHaveProperty('access-control-allow-origin');
  expect((await ask(page)).headers).not.toHaveProperty('access-control-allow-origin');
});

test('clear forgets rules and requests', async () => {
  tell({ kind: 'status', status: 500 }, Number.POSITIVE_INFINITY);
  await ask();
  standIn.clear();
  expect(standIn.requests).toHaveLength(0);
  expect((await ask()).status).toBe(401);
});
