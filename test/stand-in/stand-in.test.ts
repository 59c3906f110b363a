import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { connect } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { call } from './client.ts';
import { HOSTS, startStandIn } from './index.ts';
import type { StandIn } from './stand-in.ts';

let open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.map((standIn) => standIn.close()));
  open = [];
});

async function start(...options: Parameters<typeof startStandIn>): Promise<StandIn> {
  const standIn = await startStandIn(...options);
  open.push(standIn);
  return standIn;
}

test('its certificate holds for every host, against its own CA only', async () => {
  const standIn = await start();
  for (const host of HOSTS) await expect(call(standIn, `https://${host}/`)).resolves.toBeDefined();
  const distrusted = new Promise((resolve, reject) => {
    connect({ host: '127.0.0.1', port: standIn.port, servername: 'demo.test' }, () =>
      resolve(undefined),
    ).once('error', reject);
  });
  await expect(distrusted).rejects.toThrow(/self-signed|verify|issuer/);
});

test('it names the certificate as Chromium wants it and leaves no file behind', async () => {
  const { certificate } = await start();
  expect(certificate.spki).toMatch(/^[\w+/]{43}=$/);
  expect(Object.keys(certificate)).toEqual(['caPem', 'spki']);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`stand-in-${process.pid}-`))).toEqual([]);
});

test('it records what it was asked, preflights included', async () => {
  const standIn = await start({ now: () => 5000 });
  await call(standIn, 'https://api.apple-mapkit.com/v1/search?q=a%20b&lang=en', {
    headers: { authorization: 'Bearer x', origin: 'https://demo.test' },
  });
  await call(standIn, 'https://maps-api.apple.com/v1/token', { method: 'OPTIONS', httpVersion: 1 });
  const [search, preflight] = standIn.requests;
  expect(search).toMatchObject({
    ...{ method: 'GET', host: 'api.apple-mapkit.com', path: '/v1/search', at: 5000 },
    headers: { authorization: 'Bearer x', origin: 'https://demo.test' },
  });
  expect(Object.fromEntries(search?.query ?? [])).toEqual({ q: 'a b', lang: 'en' });
  expect(preflight).toMatchObject({ method: 'OPTIONS', host: 'maps-api.apple.com' });
});

test('two of them share neither port nor secrets', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.port).not.toBe(two.port);
  expect(one.accessSecret).not.toEqual(two.accessSecret);
});

test.each([1, 2] as const)('closing cuts a request that waits over HTTP/%i', async (httpVersion) => {
  const standIn = await start();
  standIn.tell({ answer: { kind: 'slow-body', ms: 60_000 } });
  let begun = () => {};
  const headersSeen = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const url = 'https://maps-api.apple.com/v1/token';
  const waiting = call(standIn, url, { httpVersion, onHeaders: begun });
  const outcome = expect(waiting).rejects.toThrow();
  await headersSeen;
  await standIn.close();
  await outcome;
  await expect(call(standIn, url)).rejects.toThrow(/ECONNREFUSED/);
});
