import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Certificate = {
  readonly caPem: string;
  readonly leafPem: string;
  readonly leafKeyPem: string;
  /** Base64 SHA-256 of the leaf's SubjectPublicKeyInfo, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly spki: string;
};

const P256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes a throw-away CA and one leaf for the hosts with the openssl command, in a temporary folder that is removed. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const folder = mkdtempSync(join(tmpdir(), `stand-in-${process.pid}-`));
  const openssl = (args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  try {
    writeFileSync(join(folder, 'leaf.ext'), leafExtensions(hosts));
    openssl([
      ...['req', '-x509', ...P256, '-days', '30', '-subj', '/CN=Stand-in test CA'],
      ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
      ...['-keyout', 'ca.key', '-out', 'ca.pem'],
    ]);
    openssl(['req', ...P256, '-subj', '/CN=Stand-in', '-keyout', 'leaf.key', '-out', 'leaf.csr']);
    openssl([
      ...['x509', '-req', '-in', 'leaf.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-days', '30', '-extfile', 'leaf.ext', '-out', 'leaf.pem'],
    ]);
    const leafPem = read('leaf.pem');
    return { caPem: read('ca.pem'), leafPem, leafKeyPem: read('leaf.key'), spki: spkiOf(leafPem) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function leafExtensions(hosts: readonly string[]): string {
  return [
    `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')},IP:127.0.0.1`,
    'basicConstraints=CA:FALSE',
    'keyUsage=digitalSignature',
    'extendedKeyUsage=serverAuth',
  ].join('\n');
}

function spkiOf(pem: string): string {
  const spki = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}
