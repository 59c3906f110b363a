/** The rules of the house: who may import whom, and which words have no place in a layer. */
import { posix } from 'node:path';
import { importsOf, type Source, sourcesUnder } from './sources.ts';

const LAYERS = ['core', 'app', 'platform', 'views', 'entries'] as const;

type Layer = (typeof LAYERS)[number];

interface Imports {
  /** Paths under `src` and packages, as patterns. */
  readonly allowed: readonly RegExp[];
  readonly reason: string;
}

const IMPORTS: Readonly<Record<Layer, Imports>> = {
  core: {
    allowed: [/^core\//, /^jose$/, /^valibot$/],
    reason: 'the core is pure: it knows no other layer, no browser and no user interface',
  },
  app: {
    allowed: [/^core\//, /^app\//, /^@preact\/signals$/, /^valibot$/],
    reason: 'the app reaches the world only through its ports, and does not know how it is drawn',
  },
  platform: {
    allowed: [/^core\//, /^app\/ports\.ts$/, /^platform\//, /^webextension-polyfill$/, /^har-format$/],
    reason: 'the platform implements the ports of the app; it holds no state and draws nothing',
  },
  views: {
    allowed: [
      /^core\//,
      /^app\//,
      /^views\//,
      /^preact(\/hooks)?$/,
      /^@preact\/signals$/,
      /^public\/_locales\//,
    ],
    reason: 'views are functions of their input: what they need of the browser is handed to them',
  },
  entries: { allowed: [/./], reason: '' },
};

interface Ban {
  readonly layers: readonly Layer[];
  readonly pattern: RegExp;
  readonly word: string;
  readonly reason: string;
}

/** The word itself, not a member or a property of that name. */
const word = (name: string) => new RegExp(`(?<![\\w$.])${name}(?![\\w$]|\\s*:(?!:))`);

const ban = (layers: readonly Layer[], reason: string, ...words: readonly (string | [string, RegExp])[]) =>
  words.map((entry): Ban => {
    const [name, pattern] = typeof entry === 'string' ? [entry, word(entry)] : entry;
    return { layers, pattern, word: name, reason };
  });

const BANS: readonly Ban[] = [
  ...ban(
    ['core'],
    'the core has no clock, no chance and no network: the same data give the same verdict',
    ['Date.now', /\bDate\s*\.\s*now\b/],
    ['new Date()', /\bnew\s+Date\b(?!\s*\(\s*[^)\s])/],
    ['Math.random', /\bMath\s*\.\s*random\b/],
    'performance',
    'setTimeout',
    'setInterval',
    'crypto.getRandomValues',
  ),
  ...ban(
    ['core', 'app', 'views'],
    'only the platform names the browser; take a port instead',
    'browser',
    'chrome',
    'fetch',
    'navigator',
    'XMLHttpRequest',
    'localStorage',
    'sessionStorage',
  ),
  ...ban(
    ['core', 'app'],
    'the app has no page; it runs in tests and in the background too',
    'document',
    'window',
  ),
  ...ban(
    LAYERS,
    'texts of hostile pages and tokens must never become markup or code',
    ['innerHTML', /\binnerHTML\b/],
    ['outerHTML', /\bouterHTML\b/],
    ['insertAdjacentHTML', /\binsertAdjacentHTML\b/],
    ['dangerouslySetInnerHTML', /\bdangerouslySetInnerHTML\b/],
    ['document.write', /\bdocument\s*\.\s*write(ln)?\b/],
    ['eval', /(?<![\w$.])eval\s*\(/],
    ['inspectedWindow.eval', /\binspectedWindow\s*\??\.\s*eval\b/],
    ['new Function', /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/],
  ),
  ...ban(LAYERS, 'a console line may hold a token, and nobody reads it', 'console'),
];

/** Every departure from the rules in the tree under `root`, in words. */
export function departures(root: string): readonly string[] {
  return sourcesUnder(root, 'src').flatMap((source) => [...importFaults(source), ...wordFaults(source)]);
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => path.startsWith(`src/${layer}/`));
}

function importFaults(source: Source): readonly string[] {
  const layer = layerOf(source.path);
  if (layer === undefined) return [`${source.path}: belongs to no layer of the house`];
  const { allowed, reason } = IMPORTS[layer];
  return importsOf(source)
    .map((specifier) => targetOf(source.path, specifier))
    .filter((target) => !allowed.some((pattern) => pattern.test(target)))
    .map((target) => `${source.path}: imports ${target}, but ${reason}`);
}

/** A path under `src`, one from the root, or a package. */
function targetOf(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(path), specifier).replace(/^src\//, '');
}

function wordFaults({ path, code }: Source): readonly string[] {
  const layer = layerOf(path);
  return BANS.filter(
    ({ layers, pattern }) => layer !== undefined && layers.includes(layer) && pattern.test(code),
  ).map(({ word, reason }) => `${path}: says ${word}, but ${reason}`);
}
