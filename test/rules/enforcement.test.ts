/** The compiler and the linter guard the layers; here each is given a violation and must refuse it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const tool = (name: string) => resolve(project, 'node_modules/.bin', name);

/** In a tree of its own, with the project's rules. */
function lint(path: string, source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-lint-'));
  try {
    const rules = JSON.parse(readFileSync(join(project, 'biome.json'), 'utf8'));
    writeFileSync(
      join(folder, 'biome.json'),
      JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }),
    );
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
    const { stdout, stderr } = spawnSync(tool('biome'), ['lint', '.'], { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compileAsCore(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-types-'));
  try {
    writeFileSync(join(folder, 'planted.ts'), source);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(project, 'src/core/tsconfig.json'), include: ['planted.ts'] }),
    );
    return spawnSync(tool('tsc'), ['-p', folder], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the linter', () => {
  it.each([
    [
      'src/core/planted.ts',
      "import { now } from '../platform/time.ts';\nexport const x = now;\n",
      'knows no other layer',
    ],
    [
      'src/core/planted.ts',
      "import { h } from 'preact';\nexport const x = h;\n",
      'no browser and no user interface',
    ],
    ['src/core/planted.ts', "export const x = fetch('https://x.example');\n", 'core is pure'],
    [
      'src/app/planted.ts',
      "import { now } from '../platform/time.ts';\nexport const x = now;\n",
      'only through ports',
    ],
    [
      'src/app/planted.ts',
      "import { Chip } from '../views/shared/chip.tsx';\nexport const x = Chip;\n",
      'how it is drawn',
    ],
    ['src/app/planted.ts', 'export const x = document.title;\n', 'take a port instead'],
    [
      'src/platform/planted.ts',
      "import { Chip } from '../views/shared/chip.tsx';\nexport const x = Chip;\n",
      'ports, not screens',
    ],
    [
      'src/views/planted.ts',
      "import { now } from '../platform/time.ts';\nexport const x = now;\n",
      'handed to them',
    ],
    [
      'src/views/planted.ts',
      "import browser from 'webextension-polyfill';\nexport const x = browser;\n",
      'names the browser',
    ],
  ])('refuses in %s: %s', (path, source, reason) => {
    expect(lint(path, source)).toContain(reason);
  });

  it('accepts what a layer may import', () => {
    expect(
      lint(
        'src/app/planted.ts',
        "import { readToken } from '../core/index.ts';\nexport const x = readToken;\n",
      ),
    ).not.toContain('×');
  });
});

describe('the compiler', () => {
  it.each(['document.title', 'window.name', 'localStorage.length', 'chrome.runtime'])(
    'does not know %s in the core',
    (name) => {
      expect(compileAsCore(`export const x = ${name};\n`)).toMatch(/error TS/);
    },
  );

  it('knows what the core may use', () => {
    expect(
      compileAsCore('export const x = new TextEncoder().encode(new URL("https://x.example").host);\n'),
    ).toBe('');
  });
});
