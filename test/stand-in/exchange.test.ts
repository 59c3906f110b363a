import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from './client.ts';
import { type AuthClaims, makeTeamKey, signAccessToken, signAuthToken, startStandIn } from './index.ts';
import type { StandIn } from './stand-in.ts';

const URL = 'https://maps-api.apple.com/v1/token';
const NOW = 1_790_000_000;
const BODY_401 = '{"error":{"message":"Not Authorized","details":[]}}';

const key = makeTeamKey({ team: 'TEAM000001', kid: 'KEY0000001' });
const otherTeam = makeTeamKey({ team: 'TEAM000002', kid: 'KEY0000002' });
const revoked = makeTeamKey({ team: 'TEAM000001', kid: 'KEY0000003', revoked: true });
const withoutMapkitJs = makeTeamKey({ team: 'TEAM000001', kid: 'KEY0000004', mapkitJs: false });
const limited = makeTeamKey({ team: 'TEAM000005', kid: 'KEY0000005', quota: 1 });
const unknown = makeTeamKey({ team: 'TEAM000001', kid: 'KEY0000009' });
const impostor = makeTeamKey({ team: 'TEAM000001', kid: 'KEY0000001' });

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({
    keys: [key, otherTeam, revoked, withoutMapkitJs, limited],
    now: () => NOW * 1000,
  });
});
beforeEach(() => standIn.clear());
afterAll(() => standIn.close());

const exchange = (token: string, headers: Record<string, string> = {}) =>
  call(standIn, URL, { headers: { authorization: `Bearer ${token}`, ...headers } });
const at = (claims: AuthClaims = {}): AuthClaims => ({ iat: NOW, ...claims });
const sound = () => signAuthToken(key, at());
const page = { origin: 'https://demo.test' };

describe('an auth token is exchanged when it', () => {
  const accepted: [string, () => string, Record<string, string>?][] = [
    ['has the required claims only', sound],
    ['has no exp, as portal tokens for a domain', () => signAuthToken(key, at({ exp: undefined }))],
    ['has an iat with a fraction', () => signAuthToken(key, at({ iat: NOW - 0.5 }))],
    ['has times as digits in strings', () => signAuthToken(key, at({ iat: `${NOW}`, exp: `${NOW + 60}` }))],
    ['has a typ in lower case', () => signAuthToken(key, at(), { typ: 'jwt' })],
    ['names server_api among its scopes', () => signAuthToken(key, at({ scope: 'mapkit_js server_api' }))],
    ['is bound to an origin and none is sent', () => signAuthToken(key, at({ origin: 'shop.example' }))],
    ['covers the origin sent', () => signAuthToken(key, at({ origin: 'demo.test' })), page],
    ['was made 60 seconds ahead of Apple', () => signAuthToken(key, at({ iat: NOW + 60 }))],
  ];
  test.each(accepted)('%s', async (_, token, headers) => {
    expect((await exchange(token(), headers)).status).toBe(200);
  });
});

describe('an auth token is refused with the bare 401 when it', () => {
  const refused: [string, () => string, Record<string, string>?][] = [
    ['is expired', () => signAuthToken(key, { iat: NOW - 3600, exp: NOW - 1 })],
    ['was made in the future', () => signAuthToken(key, at({ iat: NOW + 61 }))],
    ['expires before it was made', () => signAuthToken(key, at({ exp: NOW - 1 }))],
    ['counts in milliseconds', () => signAuthToken(key, at(), {}, { milliseconds: true })],
    ['has its exp alone in milliseconds', () => signAuthToken(key, at({ exp: (NOW + 60) * 1000 }))],
    ['has no iat', () => signAuthToken(key, { exp: NOW + 60, iat: undefined })],
    ['has no iss', () => signAuthToken(key, at({ iss: undefined }))],
    ['has no kid', () => signAuthToken(key, at(), { kid: undefined })],
    ['swaps iss and kid', () => signAuthToken(key, at({ iss: key.kid }), { kid: key.team })],
    ["names another team's key", () => signAuthToken(key, at(), { kid: otherTeam.kid })],
    ['is signed with an unknown key', () => signAuthToken(unknown, at())],
    ['is signed with a revoked key', () => signAuthToken(revoked, at())],
    ['is signed with a key without MapKit JS', () => signAuthToken(withoutMapkitJs, at())],
    ['is signed by an impostor', () => signAuthToken(key, at(), {}, { signature: impostor })],
    ['claims HS256', () => signAuthToken(key, at(), { alg: 'HS256' })],
    ['claims none', () => signAuthToken(key, at(), { alg: 'none' }, { signature: 'none' })],
    ['has a DER signature', () => signAuthToken(key, at(), {}, { signature: 'der' })],
    ['has a truncated signature', () => signAuthToken(key, at(), {}, { signature: 'truncated' })],
    ['has four segments', () => signAuthToken(key, at(), {}, { extraSegments: ['e30'] })],
    ['repeats kid in its header', () => signAuthToken(key, at(), {}, { duplicateHeaderKeys: ['kid'] })],
    ['has a header that is no JSON', () => signAuthToken(key, at(), {}, { headerText: 'hello' })],
    ['has a payload that is no object', () => signAuthToken(key, at(), {}, { payloadText: '[1]' })],
    ['is in standard base64', () => signAuthToken(key, at({ origin: '???' }), {}, { standardBase64: true })],
    ['lacks server_api in its scope', () => signAuthToken(key, at({ scope: 'mapkit_js' }))],
    ['does not cover the origin sent', () => signAuthToken(key, at({ origin: 'shop.example' })), page],
    ['is an access token', () => signAccessToken(standIn.accessSecret, { iat: NOW })],
  ];
  test.each(refused)('%s', async (_, token, headers) => {
    const { status, body } = await exchange(token(), headers);
    expect([status, body.toString()]).toEqual([401, BODY_401]);
  });

  test.each([
    ['no header', undefined],
    ['another scheme', 'Basic abc'],
    ['no space after Bearer', () => `Bearer${sound()}`],
    ['no scheme', sound],
    ['the scheme twice', () => `Bearer Bearer ${sound()}`],
    ['the word undefined', 'Bearer undefined'],
    ['quotes around the token', () => `Bearer "${sound()}"`],
  ])('comes as %s', async (_, header) => {
    const authorization = typeof header === 'function' ? header() : header;
    const headers = authorization === undefined ? {} : { authorization };
    expect((await call(standIn, URL, { headers })).status).toBe(401);
  });
});

test('the access token is HS512 with the claims and the life of the real ones', async () => {
  const token = signAuthToken(key, at({ origin: '*.test,demo.test' }));
  const answer = JSON.parse((await exchange(token, page)).body.toString());
  expect(answer).toEqual({ accessToken: expect.any(String), expiresInSeconds: 1800 });
  expect(answer.accessToken).toMatch(/^eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9\.eyJpc3MiOiJtYXBzYXBpIi/);
  expect(decodeProtectedHeader(answer.accessToken)).toEqual({ typ: 'JWT', alg: 'HS512' });
  expect(decodeJwt(answer.accessToken)).toEqual({
    ...{ iss: 'mapsapi', tid: 'TEAM000001', appid: 'TEAM000001.maps.test.example', iti: false, irt: false },
    ...{ iat: NOW, exp: NOW + 1800, origin: 'https://demo.test' },
  });
  const checked = jwtVerify(answer.accessToken, standIn.accessSecret, { currentDate: new Date(NOW * 1000) });
  await expect(checked).resolves.toBeDefined();
});

test('without an Origin header the access token has no origin', async () => {
  const { accessToken } = JSON.parse((await exchange(sound())).body.toString());
  expect(decodeJwt(accessToken)).not.toHaveProperty('origin');
});

test('a 401 carries the headers of the real one and 51 bytes', async () => {
  const { headers, body } = await call(standIn, URL);
  expect(body).toHaveLength(51);
  expect(headers).toMatchObject({
    'content-type': 'application/json;charset=utf8',
    'content-length': '51',
    'cache-control': 'max-age=0',
    'strict-transport-security': expect.stringContaining('max-age='),
    'x-rid': expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
    date: new Date(NOW * 1000).toUTCString(),
  });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('a team over its quota gets 429 until the count is cleared', async () => {
  const token = signAuthToken(limited, at());
  const statuses = [(await exchange(token)).status, (await exchange(token)).status];
  standIn.clear();
  expect([...statuses, (await exchange(token)).status]).toEqual([200, 429, 200]);
});

test('HTTP/1.1 is served as HTTP/2 is', async () => {
  const headers = { authorization: `Bearer ${sound()}` };
  expect((await call(standIn, URL, { headers, httpVersion: 1 })).status).toBe(200);
});

test('a preflight passes and echoes the page', async () => {
  const { status, headers } = await call(standIn, URL, { method: 'OPTIONS', headers: page });
  expect(status).toBe(204);
  expect(headers).toMatchObject({
    'access-control-allow-origin': 'https://demo.test',
    'access-control-allow-headers': 'authorization,x-maps-access-token',
  });
});

test('POST is refused', async () => {
  const headers = { authorization: `Bearer ${sound()}` };
  expect((await call(standIn, URL, { method: 'POST', headers })).status).toBe(405);
});
