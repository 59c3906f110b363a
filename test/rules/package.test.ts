/** What is shipped: sizes, the stores' linter, nothing but our own words in the manifest, the same bytes each time. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const dist = (browser: string) => resolve(project, 'dist', browser);

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}

/** All that a page loads: its own script and style and every chunk that these import. */
function loadedBy(page: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"|(?:src|href)="([^"]+)"/g)) {
      if (path !== '') visit(resolve(file, '..', path));
    }
    for (const [, path = ''] of text.matchAll(/(?:src|href)="\.?\/?([^":]+)"/g))
      visit(resolve(file, '..', path));
  };
  visit(join(dist('chrome'), page));
  return [...found];
}

const zipped = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

describe('the package', () => {
  it.each([
    ['popup.html', 50_000],
    ['panel.html', 65_000],
  ])('loads %s in at most %i bytes (gzip)', (page, bytes) => {
    const size = zipped(loadedBy(page));
    console.log(`${page}: ${size} bytes gzip`);
    expect(size).toBeLessThanOrEqual(bytes);
  });

  it.each(['chrome', 'firefox'])('for %s fits into 120,000 bytes', (browser) => {
    const size = zipped(filesOf(dist(browser)));
    console.log(`${browser}: ${size} bytes gzip`);
    expect(size).toBeLessThanOrEqual(120_000);
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
