import { describe, expect, it } from 'vitest';
import { readToken } from '../../src/core/index.ts';
import { RawToken } from '../../src/views/shared/raw-token.tsx';
import { HOSTILE } from './entries.ts';
import { gluedTextOf, markup, missing, say, textOf } from './reader.tsx';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const drawn = (raw: string) => markup(<RawToken token={readToken(raw)} />);

/** The texts that are underlined. */
const marked = (html: string) =>
  [...html.matchAll(/<u class="marked"[^>]*>(.*?)<\/u>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, ''),
  );

describe('a raw token', () => {
  it('has nothing marked where nothing is wrong', () => {
    const html = drawn(`${encode('{"a":1}')}.${encode('{"b":2}')}.YQ`);
    expect(marked(html)).toEqual([]);
    expect(html).not.toContain('fault-list');
    expect(html).toContain('data-copies');
  });

  it.each([
    [
      'a character that is not in the alphabet',
      `eyJh+.${encode('{}')}.YQ`,
      '+',
      'Character 5 of the token: “+” is ordinary base64, not base64url.',
    ],
    ['a space', `${encode('{}')}.${encode('{}')}. YQ`, ' ', 'Character 9 of the token is white space: “␠”.'],
    [
      'a name that stands twice',
      `${encode('{"kid":1,"kid":2}')}.${encode('{}')}.YQ`,
      'ImtpZCI',
      'Character 10 of the decoded header: kid stands here again.',
    ],
    [
      'JSON that is broken',
      `${encode('{}')}.${encode('{a:1}')}.YQ`,
      '2E',
      'Character 2 of the decoded claims: “a” cannot stand here in JSON.',
    ],
    [
      'JSON that ends too early',
      `${encode('{}')}.${encode('{"a":')}.YQ`,
      '',
      'After character 5 of the decoded claims: the text ends, its JSON does not.',
    ],
  ])('has %s underlined, and says what it is', (_, raw, what, sentence) => {
    const html = drawn(raw);
    expect(marked(html)).toContain(what);
    expect(textOf(html)).toContain(sentence);
    expect([...missing]).toEqual([]);
  });

  it('is whole whatever is marked in it', () => {
    const raw = `${encode('{"kid":1,"kid":2}')}.${encode('[1]')}.Y+Q`;
    expect(gluedTextOf(drawn(raw).split('class="legend"')[0] ?? '').startsWith(raw)).toBe(true);
  });

  it('says how many faults are not marked', () => {
    const names = Array.from({ length: 30 }, () => '"a":1').join(',');
    const text = textOf(drawn(`${encode(`{${names}}`)}.${encode('{}')}.YQ`));
    expect(text).toContain(say('faults_more_other').replace('{count}', '9'));
  });

  it('keeps hostile names as text', () => {
    const html = drawn(`${encode(`{"${HOSTILE}":1,"${HOSTILE}":2}`)}.${encode('{}')}.YQ`);
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain(HOSTILE);
  });
});
