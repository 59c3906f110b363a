import { describe, expect, test } from 'vitest';
import { analyseHar } from '../../src/core/index.ts';
import { type Case, CORPUS, type Expectation } from '../fixtures/corpus/index.ts';

/** Every id of the diagnosis. */
const IDS = [
  ...['bearer-missing', 'bearer-scheme', 'bearer-no-space', 'bearer-placeholder', 'bearer-stray-characters'],
  ...['token-not-jwt', 'token-alphabet', 'token-json', 'token-duplicate-keys', 'token-oversized'],
  ...['header-alg', 'header-typ', 'header-kid-missing', 'header-kid-form', 'header-crit'],
  ...['signature-missing', 'signature-length', 'signature-der', 'signature-mismatch'],
  ...['iss-missing', 'iss-form', 'iss-kid-swapped', 'iat-missing', 'iat-future'],
  ...['time-in-milliseconds', 'time-not-a-number', 'exp-before-iat', 'exp-missing', 'exp-far'],
  ...['auth-token-expired', 'access-token-expired', 'clock-skew'],
  ...['origin-missing', 'origin-form', 'origin-implausible', 'origin-mismatch', 'origin-absent-from-request'],
  ...['scope-form', 'scope-lacks-product', 'claims-foreign', 'portal-token-short'],
  ...[
    'access-token-at-exchange',
    'auth-token-at-service',
    'method-not-get',
    'path-truncated',
    'host-look-alike',
  ],
  ...['query-invalid', 'wrong-field-read', 'token-superseded', 'exchange-too-often', 'callback-silent'],
  ...[
    'static-token-at-refresh',
    'origin-check-failure',
    'quota-exceeded',
    'quota-retry-loop',
    'server-error',
  ],
  ...['answer-not-apple', 'blocked-by-client', 'network-failure', 'cors-blocked', 'retries-of-one-failure'],
  'rejected-well-formed',
] as const;

const isRefused = ({ expected }: Case): boolean => expected.some(({ cause }) => cause !== null);
const refused = CORPUS.filter(isRefused);
const sound = CORPUS.filter((each) => !isRefused(each));

type Analysed = Awaited<ReturnType<typeof analyseHar>>['entries'][number];

/** @returns what is wrong with the reading of one entry, in words; empty: nothing */
function complaints(wanted: Expectation, read: Analysed | undefined): string[] {
  if (wanted.kept === 'never') return read === undefined ? [] : ['must be left out'];
  if (read === undefined) return wanted.kept === 'maybe' ? [] : ['was left out'];
  const found: string[] = read.findings.map(({ id }) => id);
  const faults = read.findings.filter(({ severity }) => severity === 'fault').map(({ id }) => id);
  return [
    ...(read.cause === wanted.cause ? [] : [`cause is ${read.cause}, not ${wanted.cause}`]),
    ...(wanted.cause === null || found.includes(wanted.cause) ? [] : [`${wanted.cause} is not found`]),
    ...(wanted.cause === null ? faults.map((id) => `${id} is a fault`) : []),
    ...wanted.also.filter((id) => !found.includes(id)).map((id) => `${id} is not found`),
    ...wanted.never.filter((id) => found.includes(id)).map((id) => `${id} is found`),
  ];
}

async function judge({ log, expected, keys }: Case): Promise<string[]> {
  const { entries } = await analyseHar(JSON.parse(JSON.stringify(log)), keys ? { keys } : {});
  const stray = entries.filter(({ index }) => expected[index] === undefined);
  return [
    ...stray.map(({ index }) => `entry ${index} is not in the log`),
    ...expected.flatMap((wanted, place) =>
      complaints(
        wanted,
        entries.find(({ index }) => index === place),
      ).map((text) => `entry ${place}: ${text}`),
    ),
  ];
}

describe('the cause of a refused request is named', () => {
  test.each(refused)('$name', async (each) => {
    expect((await judge(each)).join('; ')).toBe('');
  });
});

describe('a sound request gets no fault', () => {
  test.each(sound)('$name', async (each) => {
    expect((await judge(each)).join('; ')).toBe('');
  });
});

describe('the corpus itself', () => {
  test('is large enough', () => {
    expect(refused.length).toBeGreaterThanOrEqual(120);
    expect(sound.length).toBeGreaterThanOrEqual(60);
  });

  test('names each case once', () => {
    const names = CORPUS.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  test('uses only ids of the diagnosis', () => {
    const used = CORPUS.flatMap(({ expected }) =>
      expected.flatMap(({ cause, also, never }) => [...(cause === null ? [] : [cause]), ...also, ...never]),
    );
    expect(used.filter((id) => !IDS.some((known) => known === id))).toEqual([]);
  });

  test.each(IDS)('expects %s in at least two cases', (id) => {
    const wanting = CORPUS.filter(({ expected }) =>
      expected.some(({ cause, also }) => cause === id || also.includes(id)),
    );
    expect(wanting.length).toBeGreaterThanOrEqual(2);
  });

  test('says why wherever another answer could be defended', () => {
    expect(CORPUS.filter((each) => each.open && !each.reason).map(({ name }) => name)).toEqual([]);
  });
});
