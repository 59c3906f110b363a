/** What holds for the sentences of every language, beside those of English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './sources.ts';

type Sentences = Readonly<Record<string, string>>;

export interface Language {
  /** The name of its folder in `_locales`: `zh_CN`. */
  readonly folder: string;
  readonly sentences: Sentences;
}

interface Rule {
  readonly name: string;
  readonly reason: string;
  /** The ids of the sentences that break the rule. */
  readonly finds: (language: Language, english: Sentences) => readonly string[];
}

const LOCALES = join(PROJECT, 'public/_locales');

export const FOLDERS: readonly string[] = readdirSync(LOCALES);

export function readLanguage(folder: string): Language {
  const file = readFileSync(join(LOCALES, folder, 'messages.json'), 'utf8');
  const entries = Object.entries(JSON.parse(file) as Record<string, { readonly message: string }>);
  return { folder, sentences: Object.fromEntries(entries.map(([id, { message }]) => [id, message])) };
}

export const tagOf = (folder: string): string => folder.replaceAll('_', '-');

/** Columns of a terminal, as Unicode's East Asian Width has them; quotes and dots are wide among wide ones. */
export function widthOf(text: string): number {
  const wide =
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
  const isEastAsian = wide.test(text);
  return [...text].reduce(
    (sum, character) => sum + (wide.test(character) || (isEastAsian && /[“”…]/.test(character)) ? 2 : 1),
    0,
  );
}

/** `<id>_one` beside `<id>_other`: the forms of one sentence. */
export function isSingular(id: string, sentences: Sentences): boolean {
  return id.endsWith('_one') && Object.hasOwn(sentences, id.replace(/_one$/, '_other'));
}

export const gapsOf = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];
const codeOf = (text: string): readonly string[] => text.match(/`[^`]*`/g) ?? [];
const withoutCode = (text: string): string => text.replaceAll(/`[^`]*`/g, ' ');

/** Each gap once, in any order: a language may name a thing twice. */
const sameOf = (parts: readonly string[]): string => [...new Set(parts)].toSorted().join(' ');

/** The ids for which `is` holds, of those that both have. */
const shared =
  (is: (own: string, english: string, id: string, folder: string) => boolean): Rule['finds'] =>
  ({ sentences, folder }, english) =>
    Object.entries(sentences)
      .filter(([id, own]) => english[id] !== undefined && is(own, english[id], id, folder))
      .map(([id]) => id);

const primaryOf = (folder: string): string => folder.split('_', 1)[0] ?? '';

/** Opening and closing quotes of a language. */
const QUOTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { '“': '”' },
  de: { '„': '“', '‚': '‘' },
  fr: { '«': '»' },
  es: { '«': '»', '“': '”' },
  ja: { '「': '」', '『': '』', '（': '）' },
  zh: { '“': '”', '‘': '’', '（': '）', '《': '》' },
};

function hasOddQuotes(text: string, folder: string): boolean {
  const pairs = QUOTES[primaryOf(folder)] ?? {};
  const closing = new Set(Object.values(pairs));
  const open: string[] = [];
  for (const mark of withoutCode(text).match(/["“”„‚«»「」『』《》（）]|(?<!\p{L})‘/gu) ?? []) {
    if (closing.has(mark) && open.at(-1) === mark) open.pop();
    else if (pairs[mark] !== undefined) open.push(pairs[mark]);
    else return true;
  }
  return open.length > 0;
}

/** Words that no sentence needs: it states what is so. */
const ENTREATIES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:please|sorry|oops)\b/i,
  de: /\b(?:bitte|leider|sorry|Entschuldigung)\b/i,
  fr: /s’il vous plaît|veuillez|désolé/i,
  es: /por favor|lo sentimos|perdón/i,
  ja: /ください|申し訳|すみません/,
  zh: /(?<!申)请(?!求)|抱歉|您/,
};

/** Where English stands in another language on purpose. */
const SAME_AS_ENGLISH: Readonly<Record<string, string>> = {
  form_coordinate: 'a format, and French has the same two words for it',
};

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);

/** Values as they usually are; those that are sentences themselves, in their own language. */
function usualValues(sentences: Sentences): Readonly<Record<string, string>> {
  const days = filled(sentences.duration_days ?? '', { days: '3', hours: '4' });
  return {
    ago: '1:02:03',
    ahead: days,
    alg: 'HS256',
    bytes: '70',
    character: '+',
    check: 'token-duplicate-keys',
    claim: 'exp',
    count: '12',
    difference: '1:02:03',
    endpoint: sentences.endpoint_geocode ?? '',
    entry: 'example.com',
    first: 'searchLocation',
    host: 'maps-api.apple.com',
    iss: 'KEYTEST001',
    kid: 'KEYTEST001',
    left: days,
    method: 'POST',
    name: 'origin',
    names: 'sub, aud',
    needed: 'server_api',
    nth: '2',
    origin: 'www.example.com',
    part: sentences.part_signature ?? '',
    path: '/v1/geocod',
    scheme: 'Basic',
    second: 'userLocation',
    status: '503',
    team: 'TEAMTEST01',
    text: 'undefined',
    typ: 'jwt',
    word: 'maps',
  };
}

/** Places of one line, and what fits into them. */
const PLACES: readonly (readonly [ids: RegExp, width: number])[] = [
  [/^finding_\w+_row$/, 48],
  [/^finding_\w+_title$/, 80],
  [/^filter_(?!\w+_title$)/, 14],
  [/^(?:tab|view|tokens_tab)_/, 16],
  [/^column_(?:time|what|says|status|token|why|took)$/, 14],
  [/^endpoint_/, 22],
  [/^kind_/, 8],
  [/^chip_none$/, 8],
  [/^mark_/, 14],
  [/^json_form_/, 12],
  // What the stores and the browsers' lists of extensions take.
  [/^extension_name$/, 75],
  [/^extension_short_name$/, 12],
  [/^extension_description$/, 132],
];

export const RULES: readonly Rule[] = [
  {
    name: 'has every sentence of English',
    reason: 'a browser falls back to English, and one sentence among others would be in another language',
    finds: ({ sentences, folder }, english) => {
      const { pluralCategories } = new Intl.PluralRules(tagOf(folder)).resolvedOptions();
      return Object.keys(english).filter(
        (id) =>
          !Object.hasOwn(sentences, id) && (!isSingular(id, english) || pluralCategories.includes('one')),
      );
    },
  },
  {
    name: 'has no sentence that English lacks, and no form that it does not use',
    reason: 'nothing asks for it',
    finds: ({ sentences, folder }, english) => {
      const { pluralCategories } = new Intl.PluralRules(tagOf(folder)).resolvedOptions();
      return Object.keys(sentences).filter(
        (id) => !Object.hasOwn(english, id) || (isSingular(id, english) && !pluralCategories.includes('one')),
      );
    },
  },
  {
    name: 'is named by its folder',
    reason: 'numbers, dates and the forms of plurals follow `language_tag`, browsers go by the folder',
    finds: ({ sentences, folder }) => {
      const tag = sentences.language_tag ?? '';
      const isKnown = Intl.PluralRules.supportedLocalesOf([tagOf(folder)]).length === 1;
      return tag === tagOf(folder) && isKnown ? [] : ['language_tag'];
    },
  },
  {
    name: 'has the same gaps',
    reason: 'a gap that nothing fills stays as it is, and a value without a gap is not said',
    finds: shared((own, english) => sameOf(gapsOf(own)) !== sameOf(gapsOf(english))),
  },
  {
    name: 'has the same code',
    reason: 'what stands in backticks is typed or copied',
    finds: shared(
      (own, english) =>
        own.split('`').length % 2 === 0 ||
        codeOf(own).toSorted().join(' ') !== codeOf(english).toSorted().join(' '),
    ),
  },
  {
    name: 'has as many lines',
    reason: 'each line of a remedy is a step',
    finds: shared((own, english) => own.split('\n').length !== english.split('\n').length),
  },
  {
    name: 'says something, without a dollar sign or white space at its ends',
    reason: 'browsers replace what follows a dollar sign',
    finds: shared((own) => own.trim() === '' || own.trim() !== own || /\$| {2}/.test(own)),
  },
  {
    name: 'has whole pairs of its own quotes',
    reason: 'quotes tell where a value begins and ends',
    finds: shared((own, _, __, folder) => hasOddQuotes(own, folder)),
  },
  {
    name: 'keeps the marks of French on the line of their words',
    reason: 'a line may break at an ordinary space',
    finds: ({ sentences, folder }) =>
      primaryOf(folder) !== 'fr'
        ? []
        : Object.keys(sentences).filter((id) => / [:;?!»]|« /.test(withoutCode(sentences[id] ?? ''))),
  },
  {
    name: 'is not left in English',
    reason: 'a sentence that was copied and not translated looks like one that is there',
    finds: shared(
      (own, english, id, folder) =>
        primaryOf(folder) !== 'en' &&
        own === english &&
        (withoutCode(own.replaceAll(/\{\w+\}/g, ' ')).match(/\p{L}{2,}/gu) ?? []).length >= 2 &&
        !Object.hasOwn(SAME_AS_ENGLISH, id),
    ),
  },
  {
    name: 'entreats nobody',
    reason: 'a sentence says what is so and what to do',
    finds: ({ sentences, folder }) =>
      Object.keys(sentences).filter((id) => ENTREATIES[primaryOf(folder)]?.test(sentences[id] ?? '')),
  },
  {
    name: 'fits into its places, with values as they usually are',
    reason: 'rows, heads, tabs and chips have one line',
    finds: ({ sentences }) => {
      const usual = usualValues(sentences);
      return Object.keys(sentences).filter((id) => {
        const [, limit] = PLACES.find(([ids]) => ids.test(id)) ?? [];
        const shown = filled(sentences[id] ?? '', usual).replaceAll('`', '');
        return limit !== undefined && widthOf(shown) > limit;
      });
    },
  },
];
