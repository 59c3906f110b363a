import { describe, expect, it } from 'vitest';
import { Hostile } from '../../src/views/shared/hostile.tsx';
import { cutMiddle, cutSecret, visible } from '../../src/views/shared/visible.ts';
import { HOSTILE } from './entries.ts';
import { gluedTextOf, markup, say, textOf } from './reader.tsx';

const shown = (text: string, lines = false) => gluedTextOf(markup(<Hostile text={text} lines={lines} />));

describe('text from outside', () => {
  it.each([
    ['a control', 'a\u0000b', 'a\\u{0}b'],
    ['a line break in a name', 'a\nb', 'a\\u{a}b'],
    ['a change of direction', 'a\u202eb', 'a\\u{202e}b'],
    ['an isolate', 'a\u2066b', 'a\\u{2066}b'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a byte order mark', '\ufeffa', '\\u{feff}a'],
    ['a space that does not break', 'a\u00a0b', 'a\\u{a0}b'],
    ['a soft hyphen', 'a\u00adb', 'a\\u{ad}b'],
    ['a blank letter', 'a\u3164b', 'a\\u{3164}b'],
    ['half of a pair', 'a\ud800b', 'a\\u{d800}b'],
    ['a tag character', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['several in a row', 'a\u200b\u202eb', 'a\\u{200b}\\u{202e}b'],
  ])('spells %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(visible(text)).toBe(expected);
  });

  it.each(['münchen.example', '日本 x', 'a b', '😀'])('leaves “%s” as it is', (text) => {
    expect(shown(text)).toBe(text);
  });

  it('keeps the lines of a body', () => {
    expect(markup(<Hostile text={'a\n\tb\u200b'} lines />)).toContain('a\n\tb<span');
  });

  it('stays text', () => {
    const html = markup(<Hostile text={HOSTILE} />);
    expect(html).not.toContain('<img');
    expect(textOf(html)).toBe(HOSTILE);
  });

  it('isolates its direction, in a title too', () => {
    expect(markup(<Hostile text="שלום" />)).toMatch(/^<bdi class="hostile"/);
    expect(visible('שלום')).toBe('\u2068שלום\u2069');
    expect(visible('hello')).toBe('hello');
  });

  it('shows 8 KiB and offers more', () => {
    const html = markup(<Hostile text={'x'.repeat(10_000)} />);
    expect(textOf(html)).toContain(say('show_more'));
    expect(html.match(/x/g)?.length).toBe(8192);
  });

  it('makes few nodes of many unseen characters', () => {
    const html = markup(<Hostile text={'a\u200b'.repeat(4000)} />);
    expect(html.match(/<span/g)?.length).toBeLessThan(201);
    expect(gluedTextOf(html)).toContain('a\\u{200b}'.repeat(4000));
  });
});

it('cuts a long text in its middle', () => {
  expect(cutMiddle('abcdefghij', 10)).toBe('abcdefghij');
  expect(cutMiddle('abcdefghijk', 10)).toBe('abcdef…ijk');
});

it('keeps the first 16 and the last 4 characters of a secret', () => {
  expect(cutSecret(`${'a'.repeat(16)}${'b'.repeat(80)}cdef`)).toBe(`${'a'.repeat(16)}…cdef`);
  expect(cutSecret('undefined')).toBe('undefined');
});
