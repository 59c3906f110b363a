/** Checks, findings and sentences belong together: none without the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/core/checks/check.ts';
import { CHECKS } from '../../src/core/checks/index.ts';
import type { Value, Values } from '../../src/core/diagnosis/finding.ts';
import type { Finding } from '../../src/core/index.ts';
import { DIAGNOSED, FOUND, KNOWN_FROM_LOG, PASSED, runCheck } from '../fixtures/every-finding.ts';
import { PROJECT, type Source, sourcesUnder } from './sources.ts';

const MESSAGES = JSON.parse(
  readFileSync(join(PROJECT, 'public/_locales/en/messages.json'), 'utf8'),
) as Readonly<Record<string, { readonly message: string }>>;
const sentence = (id: string): string => MESSAGES[id]?.message ?? '';

/** What the views build: `finding_<id>[_<variant>]`. */
const stem = ({ id, variant }: { readonly id: string; readonly variant: string }) =>
  `finding_${variant === '' ? id : `${id}_${variant}`}`.replaceAll('-', '_');

const PARTS = ['title', 'row', 'explanation', 'remedy'] as const;

describe('every check', () => {
  const folder = join(PROJECT, 'src/core/checks');
  const files = readdirSync(folder).filter((name) => !['check.ts', 'index.ts', 'expiry.ts'].includes(name));

  test.each(files)('in %s has the id of its file', async (name) => {
    const module = (await import(join(folder, name))) as Readonly<Record<string, Partial<Check>>>;
    const checks = Object.values(module).filter(
      ({ id, run }) => typeof id === 'string' && typeof run === 'function',
    );
    expect(checks.map(({ id }) => id)).toEqual([basename(name, '.ts')]);
  });

  test('stands in the list, and nothing else does', () => {
    expect(CHECKS.map(({ id }) => id).toSorted()).toEqual(
      files.map((name) => basename(name, '.ts')).toSorted(),
    );
  });

  test('is named in a table of cases', () => {
    const tables = ['test/core', 'test/fixtures'].flatMap((under) => sourcesUnder(PROJECT, under));
    const named = new Set(tables.flatMap(({ strings }) => strings));
    expect(CHECKS.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

const found: readonly Finding[] = [
  ...FOUND.flatMap(([id, variant, subject]) => {
    const verdict = runCheck(id, subject);
    return verdict?.is === 'found' && verdict.finding.variant === variant ? [{ id, ...verdict.finding }] : [];
  }),
  ...DIAGNOSED,
];
const passed = [
  ...PASSED.flatMap(([id, variant, subject]) => {
    const verdict = runCheck(id, subject);
    return verdict?.is === 'passed' && verdict.variant === variant
      ? [{ id, variant, values: verdict.values }]
      : [];
  }),
  ...KNOWN_FROM_LOG,
];

describe('the cases of the catalogue', () => {
  test.each(FOUND.map(([id, variant, subject]) => [id, variant, subject] as const))(
    '%s %s is found',
    (id, variant, subject) => {
      expect(runCheck(id, subject)).toMatchObject({ is: 'found', finding: { variant } });
    },
  );

  test.each(PASSED.map(([id, variant, subject]) => [id, variant, subject] as const))(
    '%s %s is ruled out',
    (id, variant, subject) => {
      expect(runCheck(id, subject)).toMatchObject({ is: 'passed', variant });
    },
  );

  test('hold every finding that has sentences, and every finding that they hold has sentences', () => {
    const written = Object.keys(MESSAGES).flatMap((id) => /^(finding_.+)_title$/.exec(id)?.[1] ?? []);
    expect(found.map(stem).toSorted()).toEqual(written.toSorted());
  });

  test('hold every verdict that rules a cause out and has a sentence, and the other way round', () => {
    const written = Object.keys(MESSAGES).flatMap((id) => /^(finding_.+)_passed$/.exec(id)?.[1] ?? []);
    expect(passed.map(stem).toSorted()).toEqual(written.toSorted());
  });

  test('hold every variant that the sources name', () => {
    const known = new Set(found.map(({ variant }) => variant));
    const named = sourcesUnder(PROJECT, 'src/core/checks').flatMap(({ path, plain }) =>
      [...plain.matchAll(/variant: '([^']+)'/g)].map(([, variant = '']) => ({ path, variant })),
    );
    expect(named.filter(({ variant }) => !known.has(variant))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});

const gapsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe('the sentences of a finding', () => {
  test.each(found.map((finding) => [stem(finding), finding] as const))(
    '%s are all there, and their gaps are filled',
    (name, { values }) => {
      expect(PARTS.filter((part) => sentence(`${name}_${part}`).trim() === '')).toEqual([]);
      expect(
        PARTS.flatMap((part) => gapsOf(sentence(`${name}_${part}`))).filter(
          (gap) => !Object.hasOwn(values, gap),
        ),
      ).toEqual([]);
    },
  );

  test.each(passed.map((verdict) => [stem(verdict), verdict.values] as const))(
    '%s says why it is ruled out',
    (name, values) => {
      const text = sentence(`${name}_passed`);
      expect(text).not.toBe('');
      expect(gapsOf(text).filter((gap) => !Object.hasOwn(values, gap))).toEqual([]);
    },
  );

  test('end like sentences, except rows, which do not', () => {
    const odd = Object.entries(MESSAGES).filter(([id, { message }]) => {
      if (/^finding_.*_row$/.test(id)) return /[.!]$/.test(message);
      return /^finding_.*_(title|explanation|remedy|passed)$/.test(id) && !/[.!?]\)?$/.test(message);
    });
    expect(odd.map(([id]) => id)).toEqual([]);
  });
});

/** Values as long as they usually are. */
const USUAL: Readonly<Record<string, string>> = {
  ago: '12 min 30 s',
  ahead: '2 years',
  alg: 'HS256',
  bytes: '70',
  character: '+',
  check: 'token-duplicate-keys',
  claim: 'exp',
  difference: '1 h 5 min',
  entry: 'example.com',
  first: 'searchLocation',
  host: 'maps-api.apple.com',
  iss: 'KEYTEST001',
  kid: 'KEYTEST001',
  left: '25 min',
  method: 'POST',
  name: 'origin',
  names: 'sub, aud',
  nth: '2',
  origin: 'www.example.com',
  part: 'signature',
  path: '/v1/geocod',
  scheme: 'Basic',
  status: '503',
  text: 'undefined',
  typ: 'jwt',
  word: 'maps',
};
const asShown = (text: string) => text.replace(/\{(\w+)\}/g, (gap, name: string) => USUAL[name] ?? gap);

describe('lengths', () => {
  const titles = Object.keys(MESSAGES).filter((id) => /^finding_.*_title$/.test(id));

  test('a title has 60 characters at most, with values as they usually are', () => {
    const long = titles
      .map((id) => asShown(sentence(id)))
      .filter((text) => text.replace(/\{endpoint\}/, 'Token exchange').length > 60);
    expect(long).toEqual([]);
  });

  test('a row has 40 characters at most', () => {
    const rows = Object.keys(MESSAGES).filter((id) => /^finding_.*_row$/.test(id));
    const long = rows
      .map((id) => asShown(sentence(id)))
      .filter((text) => text.replace(/\{endpoint\}/, 'Geocode').length > 40);
    expect(long).toEqual([]);
  });
});

describe('messages', () => {
  test('mean the same to every browser: no lone dollar, no name that a browser does not take', () => {
    const odd = Object.entries(MESSAGES).filter(
      ([id, { message }]) => !/^[a-zA-Z0-9_@]+$/.test(id) || /\$(?!\$)/.test(message.replaceAll('$$', '')),
    );
    expect(odd.map(([id]) => id)).toEqual([]);
  });

  test('say something', () => {
    expect(Object.keys(MESSAGES).filter((id) => sentence(id).trim() === '')).toEqual([]);
  });
});

const SOURCES = sourcesUnder(PROJECT, 'src');
const MANIFEST = readFileSync(join(PROJECT, 'manifest.json'), 'utf8');

/** Ids that are built from parts (`endpoint_${id}`), as patterns. */
function builtBy({ templates }: Pick<Source, 'templates'>): readonly RegExp[] {
  return templates
    .filter((template) => /^[a-z]+_[a-z_]*\*[a-z_*]*$/.test(template))
    .map((template) => new RegExp(`^${template.replaceAll('*', '[a-zA-Z0-9_]+')}$`));
}

/** Names of a message, by look: `evidence_no_origin`. The first word tells messages from other names. */
function lookLikeMessages(sources: readonly Pick<Source, 'strings'>[]): readonly string[] {
  const families = new Set(Object.keys(MESSAGES).map((id) => id.split('_', 1)[0] ?? ''));
  // Names of Apple's and of JWT, not of messages.
  const foreign = new Set(['access_token', 'token_type', 'team_id']);
  return sources
    .flatMap(({ strings }) => strings)
    .filter((text) => /^[a-z]+(?:_[a-zA-Z0-9]+)+$/.test(text) && families.has(text.split('_', 1)[0] ?? ''))
    .filter((text) => !foreign.has(text));
}

function missing(sources: readonly Pick<Source, 'strings'>[]): readonly string[] {
  // A sentence with forms is named by its stem.
  return lookLikeMessages(sources).filter(
    (id) => !Object.hasOwn(MESSAGES, id) && !Object.hasOwn(MESSAGES, `${id}_other`),
  );
}

function unused(ids: readonly string[], sources: readonly Source[], manifest: string): readonly string[] {
  const literal = new Set(sources.flatMap(({ strings }) => strings));
  const built = sources.flatMap(builtBy);
  const sentences = new Set([
    ...found.flatMap((finding) => PARTS.map((part) => `${stem(finding)}_${part}`)),
    ...passed.map((verdict) => `${stem(verdict)}_passed`),
  ]);
  return ids.filter((id) => {
    // `finding_*` would match everything, so these are told by the catalogue itself.
    if (id.startsWith('finding_')) return !sentences.has(id);
    const isForm = literal.has(id.replace(/_(?:one|other)$/, ''));
    return (
      !literal.has(id) &&
      !isForm &&
      !manifest.includes(`__MSG_${id}__`) &&
      !built.some((pattern) => pattern.test(id))
    );
  });
}

/** Message ids inside values and evidence. */
function idsWithin(
  values: Values,
  evidence: readonly { readonly value: Value; readonly note?: string }[],
): readonly string[] {
  return [
    ...Object.values(values).flatMap((value) => (value.type === 'message' ? [value.id] : [])),
    ...evidence.flatMap(({ value, note }) => [
      ...(value.type === 'message' ? [value.id] : []),
      ...(note === undefined ? [] : [note]),
    ]),
  ];
}

describe('message ids', () => {
  test('that sources name exist', () => {
    expect(missing(SOURCES)).toEqual([]);
  });

  test('that findings hold exist', () => {
    const ids = [
      ...found.flatMap(({ values, evidence }) => idsWithin(values, evidence)),
      ...passed.flatMap(({ values }) => idsWithin(values, [])),
    ];
    expect(ids.filter((id) => !Object.hasOwn(MESSAGES, id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  });

  test('that the manifest names exist', () => {
    const ids = [...MANIFEST.matchAll(/__MSG_(\w+)__/g)].map(([, id = '']) => id);
    expect(ids.filter((id) => !Object.hasOwn(MESSAGES, id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(0);
  });

  test('that exist are used', () => {
    expect(unused(Object.keys(MESSAGES), SOURCES, MANIFEST)).toEqual([]);
  });

  test('every name of an endpoint has a word', () => {
    const endpoints = readFileSync(join(PROJECT, 'src/core/apple/endpoints.ts'), 'utf8');
    const [, union = ''] = /export type EndpointId =([^;]+);/.exec(endpoints) ?? [];
    const names = [...union.matchAll(/'(\w+)'/g)].map(([, name = '']) => `endpoint_${name}`);
    expect(names.toSorted()).toEqual(
      Object.keys(MESSAGES)
        .filter((id) => id.startsWith('endpoint_'))
        .toSorted(),
    );
  });
});

describe('these rules fail where they should', () => {
  const source = (strings: readonly string[], templates: readonly string[] = []): Source => ({
    path: 'x.ts',
    text: '',
    plain: '',
    code: '',
    strings,
    templates,
  });
  const [aMessage = ''] = Object.keys(MESSAGES).filter((id) => id.startsWith('evidence_'));

  test('on a name that no message has', () => {
    expect(missing([source(['evidence_that_is_not_there', aMessage, 'access_token', 'evidence'])])).toEqual([
      'evidence_that_is_not_there',
    ]);
  });

  test('on a message that nobody uses, also one of a family that is built from parts', () => {
    const ids = ['chip_used', 'chip_unused', 'tab_built', 'extension_name', 'finding_nobody_title'];
    const forms = ['rows_found_one', 'rows_found_other', 'rows_lost_other'];
    const sources = [source(['chip_used', 'rows_found'], ['tab_*'])];
    expect(unused([...ids, ...forms], sources, '"__MSG_extension_name__"')).toEqual([
      'chip_unused',
      'finding_nobody_title',
      'rows_lost_other',
    ]);
  });
});
