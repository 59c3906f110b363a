/** The project speaks of itself alone, and holds nobody's secrets. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './sources.ts';

/** Teams and keys of our own invention; anything else that looks like one may be somebody's. */
const INVENTED = /^(?:TEAM|KEY|ABCDE|DEF123|ABC123|TEST|DEMO|EXAMPLE|OTHER)|TEST|DEMO|EXAMPLE|^(.)\1+$/;

interface Rule {
  readonly name: string;
  readonly reason: string;
  readonly finds: (text: string, path: string) => readonly string[];
}

const all = (pattern: RegExp) => (text: string) => text.match(pattern) ?? [];

/** The claims of every JWT in a text that can be decoded. */
function claimsIn(text: string): readonly Record<string, unknown>[] {
  return (text.match(/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,}/g) ?? []).flatMap((token) => {
    try {
      return [
        JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
          string,
          unknown
        >,
      ];
    } catch {
      return [];
    }
  });
}

const RULES: readonly Rule[] = [
  {
    name: 'a path of somebody’s machine',
    reason: 'it means nothing on another one',
    finds: all(/(?<![\w.:/-])\/(?:work|home|Users|root|tmp|mnt|opt)\/[\w.-]+/g),
  },
  {
    name: 'a note to do something',
    reason: 'what is not done is not in the project',
    finds: all(/\b(?:TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/g),
  },
  {
    name: 'a token of a team that was not invented',
    reason: 'a real token stays good for years and belongs to its owner',
    finds: (text) =>
      claimsIn(text).flatMap((claims) =>
        [claims.iss, claims.tid].filter(
          (team): team is string =>
            typeof team === 'string' && /^[A-Z0-9]{10}$/.test(team) && !INVENTED.test(team),
        ),
      ),
  },
  {
    name: 'a private key',
    reason: 'keys of tests are made when they run',
    finds: all(/-----BEGIN (?:EC |RSA )?PRIVATE KEY-----\s*(?:\\n)?[A-Za-z0-9+/]{40,}/g),
  },
  {
    name: 'a package from elsewhere than the public registry',
    reason: 'whoever installs the project may not reach it',
    finds: (text, path) =>
      /(?:^|\/)(?:package(?:-lock)?\.json|\.npmrc)$/.test(path)
        ? (text.match(/https?:\/\/[\w.-]+(?::\d+)?\/[^\s"]*/g) ?? []).filter((url) =>
            isForeignRegistry(url, text),
          )
        : [],
  },
];

/** The public registry and loopback are open to everybody; pages about a package (funding, its source) are no registry. */
function isForeignRegistry(url: string, text: string): boolean {
  const { hostname } = new URL(url);
  if (hostname === 'registry.npmjs.org' || /^(?:localhost|127\.0\.0\.1)$/.test(hostname)) return false;
  return new RegExp(
    `(?:"resolved":\\s*"|registry\\s*=\\s*)${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
  ).test(text);
}

function faultsOf(path: string, text: string): readonly string[] {
  return RULES.flatMap(({ name, reason, finds }) =>
    finds(text, path).map((found) => `${path}: ${name} (${found}): ${reason}`),
  );
}

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: PROJECT, encoding: 'utf8', maxBuffer: 1e8 })
  .split('\0')
  .filter(
    (path) => path !== '' && path !== 'test/rules/words.test.ts' && !/\.(png|ico|woff2?|zip)$/.test(path),
  );

function textOf(path: string): string {
  try {
    return readFileSync(join(PROJECT, path), 'utf8');
  } catch {
    // Deleted and not yet told to git.
    return '';
  }
}

test('no file of the project holds such words', () => {
  expect(tracked.length).toBeGreaterThan(50);
  expect(tracked.flatMap((path) => faultsOf(path, textOf(path)))).toEqual([]);
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown) =>
  `${part({ alg: 'ES256', kid: 'KEYTEST001' })}.${part(claims)}.${'A'.repeat(86)}`;

describe('each rule fails on what it is for', () => {
  test.each([
    ['a path under a home', 'docs/x.md', 'see /home/somebody/notes.md', 'a path'],
    ['a path in code', 'src/x.ts', `const a = '/${'work'}/copy/src';`, 'a path'],
    ['a path of a Mac', 'x.json', '"/Users/somebody/x"', 'a path'],
    ['a note', 'src/x.ts', `// ${'TO'}DO: later`, 'a note'],
    ['a note of another kind', 'src/x.ts', `/* ${'FIX'}ME */`, 'a note'],
    ['a token', 'test/x.ts', `const t = '${jwt({ iss: 'Q7Z2K9W4LM', iat: 1 })}';`, 'a token'],
    ['an access token', 'README.md', jwt({ iss: 'mapsapi', tid: 'Q7Z2K9W4LM' }), 'a token'],
    [
      'a key',
      'x.p8',
      `-----BEGIN ${'PRIVATE'} KEY-----\n${'MIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg'}`,
      'a private key',
    ],
    [
      'another registry',
      'package-lock.json',
      '"resolved": "https://packages.example.org/npm/x.tgz"',
      'a package',
    ],
    ['another registry by name', '.npmrc', 'registry=https://packages.example.org/npm/', 'a package'],
  ])('%s', (_, path, text, name) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(`${path}: ${name}`)]);
  });

  test.each([
    ['an invented token', 'test/x.ts', jwt({ iss: 'TEAMTEST01', tid: 'TEAMTEST01' })],
    ['a token of nobody', 'test/x.ts', jwt({ iss: 'mapsapi' })],
    ['a path of an address', 'src/x.ts', 'https://example.com/home/somebody'],
    ['a word that holds a note', 'src/x.ts', 'methodology, hacking, todo'],
    ['a heading of a key', 'src/x.ts', "token.includes('-----BEGIN')"],
    ['the public registry', 'package-lock.json', '"resolved": "https://registry.npmjs.org/x/-/x-1.0.0.tgz"'],
    ['a page about a package', 'package-lock.json', '"url": "https://opencollective.com/x"'],
  ])('and leaves alone %s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});
