import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/core/index.ts';
import { formatMessage, Message, Sentence } from '../../src/views/shared/message.tsx';
import { type Reader, ReaderProvider, type Strings, useReader } from '../../src/views/shared/strings.tsx';
import { HOSTILE } from './entries.ts';
import { at, clock, gluedTextOf, markup, strings, textOf } from './reader.tsx';

function readerOf(told: Strings): Reader {
  let reader: Reader | null = null;
  const Asks = () => {
    reader = useReader();
    return null;
  };
  render(
    <ReaderProvider strings={told} clock={clock}>
      <Asks />
    </ReaderProvider>,
  );
  if (reader === null) throw new Error('Nobody was asked');
  return reader;
}

const reader = readerOf(strings);

const VALUES: readonly (readonly [Value, string])[] = [
  [{ type: 'text', text: 'a text' }, 'a text'],
  [{ type: 'code', text: 'kid' }, 'kid'],
  [{ type: 'instant', seconds: at(9, 30) / 1000 }, '09:30:00'],
  [{ type: 'duration', seconds: 22 }, '22 s'],
  [{ type: 'count', count: 12 }, '12'],
  [{ type: 'message', id: 'endpoint_token' }, 'Token exchange'],
];

describe('a sentence', () => {
  it.each(VALUES)('has %o in its gap as “%s”', (value, expected) => {
    expect(gluedTextOf(markup(<Sentence text="It is {value}." values={{ value }} />))).toBe(
      `It is ${expected}.`,
    );
  });

  it('draws code between backticks, and a value of the kind code, as code', () => {
    const html = markup(
      <Sentence text="Set `typ` to {typ}." values={{ typ: { type: 'code', text: 'JWT' } }} />,
    );
    expect(html).toMatch(/<code>typ<\/code>/);
    expect(html).toMatch(/<code><bdi[^>]*>JWT<\/bdi><\/code>/);
  });

  it('fills gaps inside of code', () => {
    const html = markup(
      <Sentence text="`{site},*.{site}`" values={{ site: { type: 'code', text: 'a.example' } }} />,
    );
    expect(html).toBe('<code>a.example,*.a.example</code>');
  });

  it('leaves a gap that nothing fills', () => {
    expect(markup(<Sentence text="a {b} c" />)).toBe('a {b} c');
  });

  it('keeps hostile values text, and cuts them in their middle', () => {
    const html = markup(
      <Message id="finding_header_typ_row" values={{ typ: { type: 'code', text: HOSTILE } }} />,
    );
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain(HOSTILE);
    const long = markup(
      <Message id="finding_header_typ_row" values={{ typ: { type: 'code', text: 'x'.repeat(9000) } }} />,
    );
    expect(long.length).toBeLessThan(300);
  });

  it('is plain text for titles', () => {
    expect(
      formatMessage(reader, 'finding_access_token_expired_row', { ago: { type: 'duration', seconds: 22 } }),
    ).toBe('Access token ended 22 s earlier');
    expect(formatMessage(reader, 'finding_header_typ_remedy')).toBe('Set typ in the header to JWT.');
  });
});

describe('a number', () => {
  it.each([
    [0, 'list_tries_other'],
    [1, 'list_tries_one'],
    [2, 'list_tries_other'],
    [21, 'list_tries_other'],
  ] as const)('of %i has the form of English', (count, id) => {
    expect(reader.plural('list_tries', count)).toBe(id);
  });

  const inLanguage = (locale: string, ids: readonly string[]) =>
    readerOf({ locale, text: (id) => (ids.includes(id) ? 'x' : '') });

  it('has the forms of other languages where they are there', () => {
    const { plural } = inLanguage('cs', ['list_tries_one', 'list_tries_few', 'list_tries_other']);
    expect([1, 3, 5].map((count) => plural('list_tries', count))).toEqual([
      'list_tries_one',
      'list_tries_few',
      'list_tries_other',
    ]);
  });

  it('has the form of all others where its own is not there', () => {
    const { plural } = inLanguage('ja', ['list_tries_other']);
    expect(plural('list_tries', 1)).toBe('list_tries_other');
    expect(inLanguage('cs', ['list_tries_one', 'list_tries_other']).plural('list_tries', 3)).toBe(
      'list_tries_other',
    );
  });

  it('takes zero for one where a language does', () => {
    const { plural } = inLanguage('fr', ['list_tries_one', 'list_tries_other']);
    expect(plural('list_tries', 0)).toBe('list_tries_one');
  });
});
