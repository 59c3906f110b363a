/** Every language says what English says, in the places that English has. */
import { describe, expect, test } from 'vitest';
import {
  FOLDERS,
  gapsOf,
  isSingular,
  type Language,
  RULES,
  readLanguage,
  tagOf,
  widthOf,
} from './locales.ts';
import { PROJECT, type Source, sourcesUnder } from './sources.ts';

const ENGLISH = readLanguage('en').sentences;

test('Meridian speaks six languages', () => {
  expect(FOLDERS.toSorted()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'zh_CN']);
});

describe.each(FOLDERS)('%s', (folder) => {
  const language = readLanguage(folder);

  test.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_, { reason, finds }) => {
    expect(finds(language, ENGLISH), reason).toEqual([]);
  });
});

describe('a count', () => {
  /** Gaps that views and checks fill with a number of things. */
  const countGaps = (sources: readonly Pick<Source, 'plain'>[]): ReadonlySet<string> =>
    new Set(
      sources.flatMap(({ plain }) =>
        [...plain.matchAll(/(\w+): (?:\{\s*type: 'count'|count\()/g)].map(([, name = '']) => name),
      ),
    );

  /** Each with the reason why it never is one. */
  const NEVER_ONE: Readonly<Record<string, string>> = {
    body_cut: 'a body is cut after tens of thousands of characters',
    header_cut: 'a header is cut after thousands of characters',
    token_cut: 'a token is cut after thousands of characters',
    finding_quota_retry_loop_title: 'one request is no loop',
    finding_signature_der_explanation: 'DER begins with six bytes of its own',
  };

  const VERBS = /^(?:is|was|has|does|stands)$/;

  /** Whether a name in the plural stands in the few words that follow a count. */
  const ofThings = (text: string, gaps: ReadonlySet<string>): boolean =>
    [...text.matchAll(/\{(\w+)\}((?: (?:[a-z]+|\{\w+\})){1,4})/g)].some(([, name = '', rest = '']) => {
      const words = rest.trim().split(' ');
      const end = words.findIndex((word) => VERBS.test(word));
      const before = end < 0 ? words : words.slice(0, end);
      return gaps.has(name) && before.some((word) => /[a-z]{2}s$/.test(word));
    });

  const withoutForms = (sentences: Readonly<Record<string, string>>, gaps: ReadonlySet<string>) =>
    Object.keys(sentences).filter(
      (id) =>
        !/_(?:one|other)$/.test(id) && !Object.hasOwn(NEVER_ONE, id) && ofThings(sentences[id] ?? '', gaps),
    );

  const gaps = countGaps(sourcesUnder(PROJECT, 'src'));

  test('of things has a form for one of them', () => {
    expect([...gaps]).toEqual(expect.arrayContaining(['bytes', 'count', 'length', 'dropped']));
    expect(withoutForms(ENGLISH, gaps)).toEqual([]);
    expect(Object.keys(NEVER_ONE).filter((id) => !ofThings(ENGLISH[id] ?? '', gaps))).toEqual([]);
  });

  test('is in both forms, as some languages use the form of one for none too', () => {
    const zeroIsOne = FOLDERS.filter((folder) => new Intl.PluralRules(tagOf(folder)).select(0) === 'one');
    expect(zeroIsOne).toEqual(['fr']);
    const without = Object.keys(ENGLISH).filter(
      (id) =>
        isSingular(id, ENGLISH) &&
        !gapsOf(ENGLISH[id.replace(/_one$/, '_other')] ?? '').every((gap) => ENGLISH[id]?.includes(gap)),
    );
    // Announced when there is a refusal, so that it is never of none.
    expect(without).toEqual(['announce_refusals_one']);
  });

  test('without its forms is found', () => {
    const planted = {
      a: '{count} characters',
      b: '{count} of the oldest requests were given up',
      c: 'the first {count} of {size} characters',
      d: '{count} more faults are not marked',
      e: 'refused {count}',
      f: '{host} answers requests',
      g_one: '{count} things',
    };
    expect(withoutForms(planted, new Set(['count', 'size']))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('these rules fail where they should', () => {
  const english = {
    language_tag: 'en',
    a: 'Refused by {host} after `Bearer`.',
    b: 'First step.\nSecond step.',
    n_one: '{count} request',
    n_other: '{count} requests',
    tab_token: 'Token',
    duration_days: '{days} d {hours} h',
    finding_x_row: 'Ended {left} ago',
  };
  const german: Language = {
    folder: 'de',
    sentences: {
      language_tag: 'de',
      a: 'Von {host} nach `Bearer` abgelehnt.',
      b: 'Erster Schritt.\nZweiter Schritt.',
      n_one: '{count} Anfrage',
      n_other: '{count} Anfragen',
      tab_token: 'Token',
      duration_days: '{days} T {hours} h',
      finding_x_row: 'Vor {left} abgelaufen',
    },
  };
  const found = (language: Language) =>
    RULES.flatMap(({ name, finds }) => finds(language, english).map((id) => `${name}: ${id}`));
  const changed = (sentences: Readonly<Record<string, string>>, folder = 'de') =>
    found({ folder, sentences: { ...german.sentences, language_tag: tagOf(folder), ...sentences } });

  test('on nothing in a sound translation', () => {
    expect(found(german)).toEqual([]);
  });

  test('on a sentence that is missing, and on one that nothing asks for', () => {
    const { b, ...rest } = german.sentences;
    expect(found({ folder: 'de', sentences: { ...rest, bb: b ?? '' } })).toEqual([
      'has every sentence of English: b',
      'has no sentence that English lacks, and no form that it does not use: bb',
    ]);
  });

  test('on a form that the language does not have, and on one that it has', () => {
    const japanese = { n_one: '{count} 件', n_other: '{count} 件' };
    expect(changed(japanese, 'ja')).toEqual([
      'has no sentence that English lacks, and no form that it does not use: n_one',
    ]);
    const { n_one, ...rest } = german.sentences;
    expect(found({ folder: 'de', sentences: rest })).toEqual(['has every sentence of English: n_one']);
    expect(n_one).toBe('{count} Anfrage');
  });

  test.each([
    ['is named by its folder', 'language_tag', 'en'],
    ['is named by its folder', 'language_tag', 'de-XX'],
    ['has the same gaps', 'a', 'Von {hostt} nach `Bearer` abgelehnt.'],
    ['has the same gaps', 'a', 'Nach `Bearer` abgelehnt.'],
    ['has the same code', 'a', 'Von {host} nach `Träger` abgelehnt.'],
    ['has as many lines', 'b', 'Erster Schritt, zweiter Schritt.'],
    ['says something, without a dollar sign or white space at its ends', 'tab_token', ' Token'],
    ['says something, without a dollar sign or white space at its ends', 'tab_token', 'To$ken'],
    ['has whole pairs of its own quotes', 'tab_token', '„Token'],
    ['has whole pairs of its own quotes', 'tab_token', '“Token”'],
    ['has whole pairs of its own quotes', 'tab_token', '"Token"'],
    ['is not left in English', 'b', english.b],
    ['entreats nobody', 'tab_token', 'Token, bitte'],
    ['fits into its places, with values as they usually are', 'tab_token', 'Zugangsberechtigung'],
    [
      'fits into its places, with values as they usually are',
      'finding_x_row',
      'Vor genau {left} ist es endgültig abgelaufen gewesen',
    ],
  ])('%s: %s is “%s”', (name, id, text) => {
    expect(changed({ [id]: text })).toEqual([`${name}: ${id}`]);
  });

  test('on a French colon that may begin a line', () => {
    const french = { n_one: '{count} requête', tab_token: 'Jeton' };
    expect(changed({ ...french, duration_days: '{days} j : {hours} h' }, 'fr')).toEqual([
      'keeps the marks of French on the line of their words: duration_days',
    ]);
    expect(changed({ ...french, duration_days: '{days} j\u00a0: {hours} h' }, 'fr')).toEqual([]);
  });

  test('on wide characters, which count twice', () => {
    expect([widthOf('abc'), widthOf('令牌'), widthOf('“令牌”'), widthOf('„ab“')]).toEqual([3, 4, 8, 4]);
    const { n_one: _, ...chinese } = german.sentences;
    const withTab = (tab: string) =>
      found({ folder: 'zh_CN', sentences: { ...chinese, language_tag: 'zh-CN', tab_token: tab } });
    expect(withTab('令牌令牌令牌令牌')).toEqual([]);
    expect(withTab('令牌令牌令牌令牌令')).toEqual([
      'fits into its places, with values as they usually are: tab_token',
    ]);
  });
});
