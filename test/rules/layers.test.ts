import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { departures } from './layers.ts';
import { importsOf, PROJECT, readSource } from './sources.ts';

test('the sources keep the rules of the house', () => {
  expect(departures(PROJECT)).toEqual([]);
});

/** The departures of a tree that holds these files and nothing else. */
function plant(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'meridian-layers-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return departures(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const FORBIDDEN_IMPORTS = [
  ['core', '../app/ports.ts', 'app/ports.ts'],
  ['core', '../platform/time.ts', 'platform/time.ts'],
  ['core', '../views/shared/chip.tsx', 'views/shared/chip.tsx'],
  ['core', '../entries/panel.tsx', 'entries/panel.tsx'],
  ['core', 'preact', 'preact'],
  ['core', '@preact/signals', '@preact/signals'],
  ['core', 'webextension-polyfill', 'webextension-polyfill'],
  ['core', 'node:fs', 'node:fs'],
  ['core', '../../test/fixtures/tokens.ts', 'test/fixtures/tokens.ts'],
  ['app', '../platform/time.ts', 'platform/time.ts'],
  ['app', '../views/shared/chip.tsx', 'views/shared/chip.tsx'],
  ['app', '../entries/panel.tsx', 'entries/panel.tsx'],
  ['app', 'preact', 'preact'],
  ['app', 'preact/hooks', 'preact/hooks'],
  ['app', 'webextension-polyfill', 'webextension-polyfill'],
  ['app', 'jose', 'jose'],
  ['platform', '../views/shared/chip.tsx', 'views/shared/chip.tsx'],
  ['platform', '../entries/panel.tsx', 'entries/panel.tsx'],
  ['platform', '../app/panel/panel.ts', 'app/panel/panel.ts'],
  ['platform', 'preact', 'preact'],
  ['platform', '@preact/signals', '@preact/signals'],
  ['views', '../platform/time.ts', 'platform/time.ts'],
  ['views', '../entries/panel.tsx', 'entries/panel.tsx'],
  ['views', 'webextension-polyfill', 'webextension-polyfill'],
  ['views', 'valibot', 'valibot'],
  ['views', 'jose', 'jose'],
] as const;

describe('a planted import is refused, with the reason', () => {
  test.each(FORBIDDEN_IMPORTS)('in %s: %s', (layer, specifier, target) => {
    const path = `src/${layer}/planted.ts`;
    for (const text of [
      `import { x } from '${specifier}';\n`,
      `import type { X } from "${specifier}";\n`,
      `import {\n  type A,\n  b,\n} from '${specifier}';\n`,
      `export { x } from '${specifier}';\n`,
      `export * from '${specifier}';\n`,
      `import '${specifier}';\n`,
      `const x = await import('${specifier}');\n`,
    ]) {
      const [departure, ...others] = plant({ [path]: text });
      expect(departure).toMatch(`${path}: imports ${target}, but `);
      expect(departure?.length).toBeGreaterThan(`${path}: imports ${target}, but `.length + 30);
      expect(others).toEqual([]);
    }
  });

  test('in a folder of its own beside the layers', () => {
    expect(plant({ 'src/utils/x.ts': 'export {};\n' })).toEqual([
      'src/utils/x.ts: belongs to no layer of the house',
    ]);
  });

  test('deep in a layer, by a long way up', () => {
    expect(plant({ 'src/core/a/b/x.ts': "import { x } from '../../../app/y.ts';\n" })[0]).toMatch(
      'imports app/y.ts',
    );
  });
});

describe('what a layer may import is accepted', () => {
  test.each([
    ['core', '../core/index.ts'],
    ['core', 'jose'],
    ['core', 'valibot'],
    ['app', '../core/index.ts'],
    ['app', './ports.ts'],
    ['app', '@preact/signals'],
    ['app', 'valibot'],
    ['platform', '../core/index.ts'],
    ['platform', '../app/ports.ts'],
    ['platform', 'webextension-polyfill'],
    ['views', '../core/index.ts'],
    ['views', '../app/panel/panel.ts'],
    ['views', 'preact'],
    ['views', 'preact/hooks'],
    ['views', '@preact/signals'],
    ['entries', '../platform/time.ts'],
    ['entries', '../views/panel/panel-view.tsx'],
    ['entries', 'webextension-polyfill'],
  ])('in %s: %s', (layer, specifier) => {
    expect(plant({ [`src/${layer}/planted.ts`]: `import { x } from '${specifier}';\n` })).toEqual([]);
  });
});

const ALL = ['core', 'app', 'platform', 'views', 'entries'];

const FORBIDDEN_WORDS: readonly (readonly [word: string, code: string, layers: readonly string[]])[] = [
  ['Date.now', 'export const x = Date.now();', ['core']],
  ['new Date()', 'export const x = new Date();', ['core']],
  ['new Date()', 'export const x = new Date;', ['core']],
  ['Math.random', 'export const x = Math.random();', ['core']],
  ['performance', 'export const x = performance.now();', ['core']],
  ['setTimeout', 'setTimeout(() => {}, 1);', ['core']],
  ['fetch', "export const x = fetch('/');", ['core', 'app', 'views']],
  ['browser', 'export const x = browser.runtime;', ['core', 'app', 'views']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the case.
  ['chrome', 'export const x = `${chrome.runtime.id}`;', ['core', 'app', 'views']],
  ['navigator', 'export const x = navigator.language;', ['core', 'app', 'views']],
  ['localStorage', 'localStorage.clear();', ['core', 'app', 'views']],
  ['document', 'export const x = document.title;', ['core', 'app']],
  ['window', 'export const x = window.name;', ['core', 'app']],
  ['console', "console.log('x');", ALL],
  ['innerHTML', "node.innerHTML = '';", ALL],
  ['outerHTML', "node.outerHTML = '';", ALL],
  ['insertAdjacentHTML', "node.insertAdjacentHTML('x', 'y');", ALL],
  ['dangerouslySetInnerHTML', 'export const x = { dangerouslySetInnerHTML: {} };', ALL],
  ['document.write', "root.document.write('x');", ALL],
  ['eval', "eval('1');", ALL],
  ['new Function', "new Function('return 1');", ALL],
  ['inspectedWindow.eval', "devtools.inspectedWindow.eval('1');", ALL],
];

describe('a planted word is refused where it has no place, with the reason', () => {
  for (const [word, code, layers] of FORBIDDEN_WORDS) {
    test.each(layers)(`${word} in %s`, (layer) => {
      const path = `src/${layer}/planted.tsx`;
      const found = plant({ [path]: `${code}\n` }).filter((line) =>
        line.startsWith(`${path}: says ${word}, but `),
      );
      expect(found).toHaveLength(1);
      expect(found[0]?.length).toBeGreaterThan(`${path}: says ${word}, but `.length + 30);
    });
  }

  test('the words of the browser are at home in the platform', () => {
    const code =
      'export const x = [fetch, navigator.language, document.title, Date.now(), new Date(), chrome];\n';
    expect(plant({ 'src/platform/x.ts': code })).toEqual([]);
  });
});

describe('what only looks alike is accepted', () => {
  test.each([
    ['a comment', '// Date.now, fetch, console.log, innerHTML and eval() have no place here\nexport {};'],
    ['a long comment', '/**\n * `document.title`, new Date(), new Function\n */\nexport {};'],
    ['a text', "export const x = 'fetch console.log document new Date() innerHTML';"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the case.
    ['a template', 'export const x = `console ${1} document`;'],
    ['a pattern', 'export const x = /console|document|fetch/;'],
    ['a date of a given time', 'export const x = (time: number) => new Date(time);'],
    ['a member of that name', 'export const x = (port: Port) => port.fetch();'],
    [
      'a longer name',
      'export const prefetch = 1;\nexport const documents = 2;\nexport const browserSays = 3;',
    ],
    ['a property', "export const x = { 'browser-says': 1, browser: 2, document: 3 };"],
  ])('%s', (_, code) => {
    expect(plant({ 'src/core/planted.ts': `${code}\n` })).toEqual([]);
  });
});

describe('sources are read as TypeScript', () => {
  test('texts, templates and patterns do not hide the code after them', () => {
    const source = readSource(
      [
        "const a = 'it\\'s // no comment';",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the case.
        'const b = `${`inner ${c} //`} "x`;',
        'const d = /["\'`/]/g; e();',
      ].join('\n'),
    );
    expect(source.strings).toEqual(["it\\'s // no comment"]);
    expect(source.templates).toEqual(['inner * //', '* "x']);
    expect(source.code).toContain('e();');
    expect(source.code).toContain('const d');
  });

  test('a division is no pattern', () => {
    expect(readSource("const a = b / c; const d = 'x'; const e = f / g;").strings).toEqual(['x']);
  });

  test('imports in comments are none', () => {
    expect(importsOf(readSource("// import 'a';\n/* from 'b' */\nimport 'c';\n"))).toEqual(['c']);
  });
});
