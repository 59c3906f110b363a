import { generateKeyPairSync } from 'node:crypto';
import { effect } from '@preact/signals';
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createKeys } from '../../../src/app/panel/keys.ts';
import { createPanel } from '../../../src/app/panel/panel.ts';
import { type Entry, type KeyFault, readToken } from '../../../src/core/index.ts';
import { EXCHANGE, NOW, refused } from '../../fixtures/entries.ts';
import { panelPorts } from '../../fixtures/panel-ports.ts';
import { accessToken, authToken, base64url, DER_SIGNATURE, KEY, T, TEAM } from '../../fixtures/tokens.ts';

interface Pair {
  readonly sign: (kid?: string) => Promise<string>;
  readonly spki: string;
  readonly p8: string;
  readonly jwk: Readonly<Record<string, unknown>>;
}

async function makePair(): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    sign: (kid = KEY) =>
      new SignJWT({ iss: TEAM, iat: T - 600, exp: T + 1200 })
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
        .sign(privateKey),
    spki: await exportSPKI(publicKey),
    p8: await exportPKCS8(privateKey),
    jwk: { ...(await exportJWK(privateKey)) },
  };
}

let right: Pair;
let wrong: Pair;

beforeAll(async () => {
  right = await makePair();
  wrong = await makePair();
});

function start() {
  let frames: (() => void)[] = [];
  const panel = createPanel(
    panelPorts({
      nextPicture: (task) => frames.push(task),
      now: () => NOW,
    }),
  );
  let writes = -1;
  effect(() => {
    panel.rows.value;
    writes++;
  });
  const paint = () => {
    const due = frames;
    frames = [];
    for (const task of due) task();
  };
  const tell = (...entries: readonly Entry[]) => {
    panel.apply({ type: 'entries', entries });
    paint();
  };
  const give = async (text: string, token: string, kid = '') => {
    panel.keys.write(text);
    panel.keys.kid.value = kid;
    const added = await panel.keys.add(readToken(token));
    paint();
    return added;
  };
  const causes = () => panel.rows.value.map(({ diagnosis }) => diagnosis.cause?.id);
  return { panel, paint, tell, give, causes, writes: () => writes };
}

describe('a key', () => {
  test.each(['spki', 'p8', 'jwk'] as const)('is taken as %s', async (form) => {
    const { panel, tell, give } = start();
    const token = await right.sign();
    tell(refused(EXCHANGE, token));
    const written = right[form];
    expect(await give(typeof written === 'string' ? written : JSON.stringify(written), token)).toBe(true);
    expect(panel.rows.value[0]?.subject.signature).toBe('fits');
  });

  test('leaves no private part and no text behind', async () => {
    const { panel, give } = start();
    await give(right.p8, await right.sign());
    expect([panel.keys.text.value, panel.keys.given.value[0]?.key.type]).toEqual(['', 'public']);
  });

  test('that does not fit is the cause, and one that fits rules it out', async () => {
    const { panel, tell, give, causes } = start();
    const token = await right.sign();
    tell(refused(EXCHANGE, token));
    expect(causes()).toEqual(['rejected-well-formed']);
    await give(wrong.spki, token);
    expect(causes()).toEqual(['signature-mismatch']);
    await give(right.spki, token);
    expect(causes()).toEqual(['rejected-well-formed']);
    expect(panel.rows.value[0]?.diagnosis.ruledOut.map(({ id }) => id)).toContain('signature-mismatch');
    expect(panel.keys.given.value).toHaveLength(1);
  });

  test('with another ID says nothing of this token', async () => {
    const { panel, tell, give } = start();
    const token = await right.sign();
    tell(refused(EXCHANGE, token));
    await give(wrong.spki, token, 'OTHERKEY99');
    expect(panel.rows.value[0]?.subject.signature).toBe('unchecked');
  });

  test('that names itself is not taken for the key of this token', async () => {
    const { panel, give } = start();
    await give(JSON.stringify({ ...wrong.jwk, kid: 'OTHERKEY99' }), await right.sign());
    expect(panel.keys.given.value.map(({ kid }) => kid)).toEqual(['OTHERKEY99']);
  });

  test('judges the rows of a log in one write, and those alone', async () => {
    const { panel, tell, give, writes } = start();
    const [token, other] = [await right.sign(), await right.sign('OTHERKEY99')];
    tell(
      refused(EXCHANGE, token, { id: '1' }),
      refused(EXCHANGE, token, { id: '2' }),
      refused(EXCHANGE, other, { id: '3' }),
      refused(EXCHANGE, accessToken(), { id: '4' }),
    );
    const before = panel.rows.value;
    await give(right.spki, token);
    expect(writes()).toBe(2);
    expect(panel.rows.value.map((row, at) => row === before[at])).toEqual([false, false, true, true]);
  });

  test('judges tokens that come later, and keeps what earlier ones told of them', async () => {
    const { panel, paint, tell, give, causes } = start();
    const token = await right.sign();
    await give(wrong.spki, token);
    tell(refused(EXCHANGE, token, { id: '1' }), refused(EXCHANGE, token, { id: '2', startedAt: NOW + 90 }));
    await vi.waitFor(() => expect(panel.keys.checked.value.states.size).toBe(1));
    paint();
    expect(causes()).toEqual(['signature-mismatch', 'signature-mismatch']);
    expect(panel.rows.value.map(({ subject }) => subject.log.incident?.nth)).toEqual([undefined, 2]);
  });

  test('looks through the form of a signature', async () => {
    const { panel, tell, give } = start();
    const token = inDer(await right.sign());
    tell(refused(EXCHANGE, token));
    await give(right.spki, token);
    expect(panel.rows.value[0]?.subject.signature).toBe('fits');
    expect(panel.rows.value[0]?.diagnosis.cause?.id).toBe('signature-der');
  });

  test('cannot check what only Apple can, nor what is no token', () => {
    const keys = createKeys();
    for (const text of [accessToken(), 'opaque', authToken({}, {}, DER_SIGNATURE)])
      expect(keys.signatureOf(readToken(text))).toBe('unchecked');
  });
});

describe('a text that is no key', () => {
  const faults: readonly (readonly [KeyFault, string])[] = [
    ['empty', '  \n'],
    ['sec1', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----'],
    ['encrypted', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIHs\n-----END ENCRYPTED PRIVATE KEY-----'],
    ['certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
    ['not-p256', '{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}'],
    ['not-p256', otherKey('ec')],
    ['not-p256', otherKey('rsa')],
    ['other-use', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA","use":"enc"}'],
    ['unreadable', '-----BEGIN PUBLIC KEY-----\nMFkw'],
  ];

  test.each(faults)('is named %s, and stays in the form until it changes', async (fault, text) => {
    const { panel, give } = start();
    expect(await give(text, authToken())).toBe(false);
    expect([panel.keys.fault.value, panel.keys.text.value]).toEqual([fault, text]);
    panel.keys.write(`${text} `);
    expect(panel.keys.fault.value).toBeNull();
  });

  test('is forgotten with its form', async () => {
    const { panel, give } = start();
    await give(right.p8.slice(0, 60), authToken());
    panel.keys.forgetForm();
    expect([panel.keys.fault.value, panel.keys.text.value, panel.keys.given.value]).toEqual([null, '', []]);
  });
});

/** A public key of another curve or algorithm. */
function otherKey(type: 'ec' | 'rsa'): string {
  const { publicKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-384' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** The same signature as an ASN.1 SEQUENCE of two INTEGERs. */
function inDer(token: string): string {
  const [header, payload, third = ''] = token.split('.');
  const raw = Buffer.from(third, 'base64url');
  const integer = (bytes: Buffer) => {
    const positive = (bytes[0] ?? 0) > 0x7f ? [0, ...bytes] : [...bytes];
    while (positive.length > 1 && positive[0] === 0 && (positive[1] ?? 0) < 0x80) positive.shift();
    return [0x02, positive.length, ...positive];
  };
  const body = [...integer(raw.subarray(0, 32)), ...integer(raw.subarray(32))];
  return `${header}.${payload}.${base64url(Uint8Array.from([0x30, body.length, ...body]))}`;
}
