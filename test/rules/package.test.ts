/** What is shipped: sizes, the stores' linter, nothing but our own words in the manifest, the same bytes each time. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  filesOf,
  furtherLanguages,
  inDefaultLanguage,
  loadedBy,
  MOST_BYTES,
  zipped,
} from './package-size.ts';

const project = resolve(import.meta.dirname, '../..');
const dist = (browser: string) => resolve(project, 'dist', browser);

describe('the package', () => {
  it.each([
    ['popup.html', MOST_BYTES['popup.html']],
    ['panel.html', MOST_BYTES['panel.html']],
  ])('loads %s in at most %i bytes (gzip)', (page, bytes) => {
    const size = zipped(loadedBy(dist('chrome'), page));
    console.log(`${page}: ${size} bytes gzip`);
    expect(size).toBeLessThanOrEqual(bytes);
  });

  it.each(['chrome', 'firefox'])('for %s fits into its bytes', (browser) => {
    const size = zipped(inDefaultLanguage(dist(browser)));
    console.log(`${browser}: ${size} bytes gzip in its default language`);
    expect(size).toBeLessThanOrEqual(MOST_BYTES.package);
  });

  it.each(Object.entries(furtherLanguages(dist('chrome'))))('speaks %s in its bytes', (_, file) => {
    expect(zipped([file])).toBeLessThanOrEqual(MOST_BYTES.language);
  });

  it('asks for nothing but what is listed here', () => {
    for (const browser of ['chrome', 'firefox']) {
      const manifest = JSON.parse(readFileSync(join(dist(browser), 'manifest.json'), 'utf8'));
      expect(manifest.permissions).toEqual(['storage']);
      expect(manifest.host_permissions).toEqual(['https://maps-api.apple.com/*']);
      expect(manifest.content_security_policy.extension_pages).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https://maps-api.apple.com; " +
          "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors devtools:; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      );
      for (const key of [
        'content_scripts',
        'web_accessible_resources',
        'optional_permissions',
        'optional_host_permissions',
      ]) {
        expect(manifest[key], key).toBeUndefined();
      }
    }
  });

  it('holds no code that makes code, and no inline script', () => {
    for (const file of filesOf(dist('chrome')).filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(file, 'utf8');
      expect(text, file).not.toMatch(/\beval\(|new Function\(|\bimportScripts\(/);
    }
    for (const file of filesOf(dist('chrome')).filter((name) => name.endsWith('.html'))) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
    }
  });

  it('passes the linter of addons.mozilla.org with Preact’s own innerHTML as the only warning', () => {
    const report = JSON.parse(
      execFileSync(
        'npx',
        ['web-ext', 'lint', '--source-dir', dist('firefox'), '--output', 'json', '--no-config-discovery'],
        {
          encoding: 'utf8',
          cwd: project,
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      ),
    );
    expect(report.errors).toEqual([]);
    expect(report.notices).toEqual([]);
    const [warning, ...others] = report.warnings as readonly { code: string; file: string }[];
    expect(others).toEqual([]);
    expect(warning?.code ?? 'UNSAFE_VAR_ASSIGNMENT').toBe('UNSAFE_VAR_ASSIGNMENT');
  });

  it('is the same to the byte when it is built again elsewhere', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'meridian-build-'));
    try {
      for (const name of [
        'src',
        'public',
        'manifest.json',
        'vite.config.ts',
        'tsconfig.json',
        'package.json',
      ]) {
        cpSync(join(project, name), join(elsewhere, name), { recursive: true });
      }
      symlinkSync(join(project, 'node_modules'), join(elsewhere, 'node_modules'));
      execFileSync('npm', ['run', 'build'], {
        cwd: elsewhere,
        stdio: 'ignore',
        // The test runner's own NODE_ENV would build for tests.
        env: { ...process.env, NODE_ENV: undefined, TZ: 'Pacific/Auckland', LC_ALL: 'C' },
      });
      const digest = (root: string) =>
        filesOf(root).map((file) => [
          relative(root, file),
          createHash('sha256').update(readFileSync(file)).digest('hex'),
        ]);
      for (const browser of ['chrome', 'firefox']) {
        expect(digest(join(elsewhere, 'dist', browser))).toEqual(digest(dist(browser)));
      }
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});
