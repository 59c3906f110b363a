import { createPrivateKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importPKCS8, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { memberNames } from './authorization.ts';
import { makeSecret, makeTeamKey, signAccessToken, signAuthToken, toP8 } from './tokens.ts';

const key = makeTeamKey({ team: 'TEAM000001', kid: 'KEY0000001' });
const part = (token: string, index: number) => Buffer.from(token.split('.')[index] ?? '', 'base64url');

test('by default an auth token is sound and lives for half an hour', async () => {
  const { payload, protectedHeader } = await jwtVerify(signAuthToken(key), key.publicKey);
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'KEY0000001', typ: 'JWT' });
  expect(payload).toEqual({ iss: 'TEAM000001', iat: expect.any(Number), exp: (payload.iat ?? 0) + 1800 });
});

test('claims and header members can be set and removed', () => {
  const token = signAuthToken(key, { iat: 100, exp: undefined, origin: 'demo.test' }, { typ: undefined });
  expect(decodeJwt(token)).toEqual({ iss: 'TEAM000001', iat: 100, origin: 'demo.test' });
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', kid: 'KEY0000001' });
});

test('milliseconds, repeats, raw texts and segments can be asked for', () => {
  const odd = signAuthToken(
    key,
    { iat: 100 },
    {},
    {
      ...{
        milliseconds: true,
        duplicateHeaderKeys: ['kid'],
        duplicateClaims: ['iat'],
        extraSegments: ['', 'x'],
      },
    },
  );
  expect(decodeJwt(odd.split('.').slice(0, 3).join('.'))).toMatchObject({ iat: 100_000, exp: 1_900_000 });
  expect(memberNames(part(odd, 0).toString())).toEqual(['alg', 'kid', 'typ', 'kid']);
  expect(part(odd, 1).toString().match(/"iat"/g)).toHaveLength(2);
  expect(odd.split('.').slice(3)).toEqual(['', 'x']);
  const raw = signAuthToken(key, {}, {}, { headerText: '{', payloadText: 'hello' });
  expect([part(raw, 0).toString(), part(raw, 1).toString()]).toEqual(['{', 'hello']);
});

test('signatures have the length and the form asked for', () => {
  const signature = (malformed: Parameters<typeof signAuthToken>[3], header = {}) =>
    part(signAuthToken(key, {}, header, malformed), 2);
  expect(signature({})).toHaveLength(64);
  expect(signature({ signature: 'der' })[0]).toBe(0x30);
  expect(signature({ signature: 'truncated' })).toHaveLength(39);
  expect(signature({ signature: 'none' })).toHaveLength(0);
  expect(signature({}, { alg: 'HS256' })).toHaveLength(32);
});

test('an access token verifies with its secret and no other', async () => {
  const secret = makeSecret();
  const token = signAccessToken(secret, { origin: 'https://demo.test' });
  expect((await jwtVerify(token, secret)).payload).toMatchObject({
    iss: 'mapsapi',
    origin: 'https://demo.test',
  });
  await expect(jwtVerify(token, makeSecret())).rejects.toThrow();
});

test('a key exports as the .p8 text that a portal would give', async () => {
  const p8 = toP8(key);
  expect(p8).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(createPrivateKey(p8).equals(key.privateKey)).toBe(true);
  await expect(importPKCS8(p8, 'ES256')).resolves.toBeDefined();
});

test('member names are read at the top level only, escapes resolved', () => {
  const text = '{"a":1,"b":{"a":2,"c":[{"d":"}\\""}]},"\\u0061": "x:y","e":["f"]}';
  expect(memberNames(text)).toEqual(['a', 'b', 'a', 'e']);
});
