import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './client.ts';
import { makeTeamKey, signAccessToken, signAuthToken, startStandIn } from './index.ts';
import type { StandIn } from './stand-in.ts';

const URL = 'https://cdn.apple-mapkit.com/ma/bootstrap?apiVersion=2&mkjsVersion=5.52.0&poi=1';
const START = 1_790_000_000;
const key = makeTeamKey();
const busy = makeTeamKey({ team: 'TEAMBUSY01', kid: 'KEYBUSY001', quota: 0 });

let seconds = START;
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ keys: [key, busy], now: () => seconds * 1000 });
});
afterAll(() => standIn.close());

async function bootstrap(token: string, origin?: string) {
  const headers = { authorization: `Bearer ${token}`, ...(origin === undefined ? {} : { origin }) };
  const { status, body } = await call(standIn, URL, { headers });
  return { status, json: JSON.parse(body.toString()) };
}

describe('an origin claim', () => {
  test.each([
    ['demo.test', 'https://demo.test', 200],
    ['demo.test', 'https://demo.test:8443', 200],
    ['demo.test', 'http://demo.test', 200],
    ['demo.test', 'https://www.demo.test', 401],
    ['*.demo.test', 'https://www.demo.test', 200],
    ['*.demo.test', 'https://demo.test', 401],
    ['*.demo.test', 'https://evildemo.test', 401],
    ['demo.test,*.demo.test', 'https://www.demo.test', 200],
    ['shop.example, demo.test', 'https://demo.test', 200],
    ['demo.test/', 'https://demo.test', 401],
    ['https://demo.test', 'https://demo.test', 200],
    ['https://demo.test/', 'https://demo.test', 401],
    ['http://localhost:4501', 'http://localhost:4501', 200],
    ['http://localhost:4501', 'http://localhost:4502', 401],
    ['http://localhost:4501', 'http://127.0.0.1:4501', 401],
    ['localhost', 'http://localhost:3000', 200],
    ['demo.test', 'null', 401],
    ['demo.test', undefined, 200],
    [undefined, 'https://demo.test', 200],
  ])('%s for the origin %s answers %i', async (claim, origin, status) => {
    const token = signAuthToken(key, { iat: START, origin: claim });
    expect((await bootstrap(token, origin)).status).toBe(status);
  });

  test('that differs is named in the refusal', async () => {
    const token = signAuthToken(key, { iat: START, origin: 'demo.test' });
    const message = 'Origin does not match - expected: demo.test, actual: https://www.demo.test';
    expect(await bootstrap(token, 'https://www.demo.test')).toEqual({
      status: 401,
      json: {
        error: { message: 'Not Authorized', details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message }] },
      },
    });
  });
});

test('any other refusal states no reason', async () => {
  const json = { error: { message: 'Not Authorized', details: [] } };
  const expired = signAuthToken(key, { iat: START - 3600, exp: START - 1 });
  expect(await bootstrap(expired)).toEqual({ status: 401, json });
  expect(await bootstrap(signAccessToken(standIn.accessSecret, { iat: START }))).toEqual({
    status: 401,
    json,
  });
  expect(await bootstrap(signAuthToken(key, { iat: START, scope: 'server_api' }))).toEqual({
    status: 401,
    json,
  });
});

test('a team over its quota gets 429', async () => {
  expect((await bootstrap(signAuthToken(busy, { iat: START }))).status).toBe(429);
});

test('a start gives what MapKit JS needs, and one expiry for both credentials', async () => {
  const { json } = await bootstrap(signAuthToken(key, { iat: START }), 'https://demo.test');
  expect(json).toMatchObject({
    apiBaseUrl: 'https://api.apple-mapkit.com/v1/',
    expiresInSeconds: 1800,
    authInfo: { expires_in: 1800, team_id: key.team },
  });
  expect(Object.keys(json)).toEqual(
    expect.arrayContaining(['region', 'madabaDomains', 'tileSources', 'modes']),
  );
  expect(json.accessKey).toMatch(/^\d+_\d+_\/_[\w+/]+=*$/);
  expect(decodeJwt(json.authInfo.access_token).exp).toBe(Number(json.accessKey.split('_')[0]));
});

describe('a tile', () => {
  const tile = (accessKey: string) =>
    call(standIn, `https://cdn2.apple-mapkit.com/ti/tile?x=1&y=2&z=3&accessKey=${accessKey}`);
  const fresh = async () => (await bootstrap(signAuthToken(key, { iat: START }))).json.accessKey as string;

  test('is a PNG for a live access key', async () => {
    const { status, headers, body } = await tile(encodeURIComponent(await fresh()));
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect(body.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(body.subarray(-8, -4).toString('latin1')).toBe('IEND');
  });

  test('is refused without an access key, with a changed one and with an expired one', async () => {
    const accessKey = await fresh();
    const longer = accessKey.replace(/^\d+/, (exp) => String(Number(exp) + 60));
    expect((await tile('')).status).toBe(403);
    expect((await tile(encodeURIComponent(longer))).status).toBe(403);
    seconds = START + 1800;
    expect((await tile(encodeURIComponent(accessKey))).status).toBe(403);
    seconds = START;
  });
});

test('the script and its pictures need no credential', async () => {
  const script = await call(standIn, 'https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.js');
  expect(script.headers['content-type']).toContain('javascript');
  const picture = await call(standIn, 'https://cdn.apple-mapkit.com/mk/5.x.x/images/logo.png');
  expect(picture.headers['content-type']).toBe('image/png');
  expect((await call(standIn, 'https://cdn.apple-mapkit.com/mk/5.x.x/images/../other')).status).toBe(404);
});
