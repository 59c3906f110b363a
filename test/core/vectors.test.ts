/**
 * Public test vectors, read where `MERIDIAN_TEST_DATA` names their folder: nst/JSONTestSuite (RFC 8259) and
 * C2SP/wycheproof (ECDSA P-256, JWS, JWK).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64url } from 'jose';
import { describe, expect, it } from 'vitest';
import { readPublicKey, readToken, verifySignature } from '../../src/core/index.ts';

const folder = process.env.MERIDIAN_TEST_DATA ?? '';
const present = folder !== '' && existsSync(folder);

const bytesOf = (name: string) => readFileSync(join(folder, name));
const namesIn = (name: string) =>
  present ? readdirSync(join(folder, name)).filter((file) => file.endsWith('.json')) : [];
const jsonOf = (name: string) => JSON.parse(bytesOf(name).toString('utf8'));

const SOUND = base64url.encode('{"sound":true}');

/** The file as header or as payload of a token, with the faults of that part. */
function judged(file: string, part: 'header' | 'payload') {
  const text = base64url.encode(bytesOf(file));
  const token = part === 'header' ? readToken(`${text}.${SOUND}.AAAA`) : readToken(`${SOUND}.${text}.AAAA`);
  return { token, faults: token.faults.filter((fault) => fault.part === part) };
}

/** A token holds an object; a sound text of another kind is named as such, and only as such. */
const isObject = (file: string) => bytesOf(file).toString('utf8').trim().startsWith('{');

describe.skipIf(!present)('JSONTestSuite', () => {
  const parsing = namesIn('json-test-suite/test_parsing');

  it('is all here', () => {
    expect(parsing.length).toBe(318);
  });

  describe.each(['header', 'payload'] as const)('as %s', (part) => {
    it.each(parsing.filter((name) => name.startsWith('y_')))('reads %s', (name) => {
      const file = `json-test-suite/test_parsing/${name}`;
      const { token, faults } = judged(file, part);
      const codes = faults.map(({ code }) => code);
      if (isObject(file)) {
        expect(codes.filter((code) => code !== 'duplicate-name')).toEqual([]);
        expect(token[part]).toEqual(JSON.parse(bytesOf(file).toString('utf8')));
      } else {
        expect(codes).toEqual(['not-an-object']);
      }
    });

    it.each(parsing.filter((name) => name.startsWith('n_')))(
      'names what is wrong with %s, and where',
      (name) => {
        const { token, faults } = judged(`json-test-suite/test_parsing/${name}`, part);
        if (token.form === 'oversized') return;
        expect(faults.length).toBeGreaterThan(0);
        for (const fault of faults) expect(fault.offset).toBeGreaterThanOrEqual(0);
        expect(token[part]).toBeNull();
      },
    );

    it.each(parsing.filter((name) => name.startsWith('i_')))('survives %s', (name) => {
      expect(judged(`json-test-suite/test_parsing/${name}`, part).token.form).toBe('jws');
    });

    it.each(namesIn('json-test-suite/test_transform'))('survives %s, and names a repeated name', (name) => {
      const file = `json-test-suite/test_transform/${name}`;
      const { faults } = judged(file, part);
      if (/^object_same_key/.test(name)) expect(faults.map(({ code }) => code)).toContain('duplicate-name');
    });
  });
});

describe.skipIf(!present)('wycheproof', () => {
  const ecdsa = present ? jsonOf('wycheproof/ecdsa_secp256r1_sha256_p1363_test.json') : { testGroups: [] };
  const jws = present ? jsonOf('wycheproof/json_web_signature_test.json') : { testGroups: [] };
  const jwk = present ? jsonOf('wycheproof/json_web_key_test.json') : { testGroups: [] };

  it('agrees on every ECDSA P-256 signature', async () => {
    const differences: string[] = [];
    for (const group of ecdsa.testGroups) {
      for (const text of [
        group.publicKeyPem,
        ...(group.publicKeyJwk ? [JSON.stringify(group.publicKeyJwk)] : []),
      ]) {
        const reading = await readPublicKey(text);
        if (!reading.ok) throw new Error(`key not read: ${reading.fault}`);
        for (const { tcId, msg, sig, result } of group.tests) {
          const fits = await crypto.subtle.verify(
            { name: 'ECDSA', hash: 'SHA-256' },
            reading.key.key,
            Buffer.from(sig, 'hex'),
            Buffer.from(msg, 'hex'),
          );
          if (fits !== (result === 'valid')) differences.push(`${tcId}: expected ${result}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it.each([
    ['JSON Web Signature', jws],
    ['JSON Web Key', jwk],
  ] as const)('agrees on every ES256 case of %s', async (_, suite) => {
    const differences: string[] = [];
    let cases = 0;
    for (const group of suite.testGroups) {
      const keys: readonly Record<string, unknown>[] = group.private.keys ?? [group.public ?? group.private];
      // Figure 27 of RFC 7520 is ES512, which no Maps token uses.
      const ec = keys.filter((key) => key.kty === 'EC' && key.crv === 'P-256');
      if (ec.length === 0) continue;
      for (const { tcId, comment, jws: text, result } of group.tests) {
        if (typeof text !== 'string') continue;
        cases++;
        const token = readToken(text);
        const kid = token.header?.kid;
        let fits = false;
        for (const key of ec) {
          const reading = await readPublicKey(JSON.stringify(key));
          if (!reading.ok || (typeof kid === 'string' && typeof key.kid === 'string' && kid !== key.kid))
            continue;
          fits ||= await verifySignature(token, reading.key);
        }
        if (fits !== (result === 'valid'))
          differences.push(`${tcId} ${comment}: expected ${result}, got ${fits}`);
      }
    }
    console.log(`${cases} cases`);
    expect(differences).toEqual([]);
  });
});

it.skipIf(present)(
  'public vectors are not here: 318 parsing files, 22 transforms and 3 wycheproof suites were not run',
  () => {},
);
