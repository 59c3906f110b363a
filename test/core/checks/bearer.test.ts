import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/index.ts';
import {
  asked,
  BOOTSTRAP,
  EMBED,
  EXCHANGE,
  entryOf,
  GEOCODE,
  SNAPSHOT,
  TILE,
} from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { authToken } from '../../fixtures/tokens.ts';

const JWT = authToken();
const sends = (value: string, url = EXCHANGE) =>
  entryOf({ url, status: 401, requestHeaders: [['authorization', value]] });

const lacking = (url: string, change: Partial<Entry> = {}) => entryOf({ url, status: 401, ...change });

describe('bearer-missing', () => {
  test.each([
    ['the exchange without a header', lacking(EXCHANGE), 'found fault proven'],
    ['bootstrap without a header', lacking(BOOTSTRAP), 'found fault proven'],
    ['a service without a header', lacking(GEOCODE), 'found fault proven'],
    ['a service whose token stands in the address', lacking(`${GEOCODE}&token=${JWT}`), 'found fault proven'],
    ['an embedded map without a token', lacking(EMBED), 'found fault proven parameter'],
    ['a snapshot without a token', lacking(SNAPSHOT), 'found fault proven parameter'],
    ['an accepted request, whose log was saved without it', lacking(EXCHANGE, { status: 200 }), 'silent'],
    ['a header with a token', asked(EXCHANGE, JWT), 'silent'],
    ['a header with anything', sends('Basic x'), 'silent'],
    ['an empty header', sends(''), 'silent'],
    ['an embedded map with a token', lacking(`${EMBED}&token=${JWT}`), 'silent'],
    ['a snapshot with an empty token', lacking(`${SNAPSHOT}&token=`), 'silent'],
    ['a snapshot with a signature of its own', lacking(`${SNAPSHOT}&teamId=T&keyId=K&signature=s`), 'silent'],
    ['a tile, which has its key in the address', lacking(TILE), 'silent'],
    ['the script, which needs none', lacking('https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.js'), 'silent'],
    ['an unknown path', lacking('https://maps-api.apple.com/v1'), 'silent'],
    ['a preflight, which never carries one', lacking(EXCHANGE, { method: 'OPTIONS' }), 'silent'],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('bearer-missing', entry))).toBe(word);
  });

  test('names the header that is missing', () => {
    expect(verdictOf('bearer-missing', lacking(EXCHANGE))).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { text: 'Authorization: Bearer …' } },
          { label: 'found', value: { id: 'evidence_no_authorization' } },
        ],
        values: { endpoint: { type: 'message', id: 'endpoint_token' } },
      },
    });
  });
});

describe('bearer-scheme', () => {
  test.each([
    ['a bare token', JWT, 'found fault proven missing', { type: 'message', id: 'evidence_no_scheme' }],
    ['Basic', 'Basic dXNlcjpwYXNz', 'found fault proven other', { text: 'Basic' }],
    ['Bearer twice', `Bearer Bearer ${JWT}`, 'found fault proven twice', { text: 'Bearer Bearer' }],
  ])('%s', (_, value, word, found) => {
    const verdict = verdictOf('bearer-scheme', sends(value));
    expect(wordOf(verdict)).toBe(word);
    expect(verdict).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { text: 'Bearer' } },
          { label: 'found', value: found },
        ],
      },
    });
  });

  test.each([
    ['Bearer', sends(`Bearer ${JWT}`)],
    ['bearer in lower case', sends(`bearer ${JWT}`)],
    ['a missing space', sends(`Bearer${JWT}`)],
    ['no header', entryOf({ url: EXCHANGE })],
    ['a token in the address', entryOf({ url: `${EMBED}&token=${JWT}` })],
  ])('%s is no such fault', (_, entry) => {
    expect(verdictOf('bearer-scheme', entry)).toBeNull();
  });
});

describe('bearer-no-space', () => {
  test('shows both beginnings, and no more of the token', () => {
    const verdict = verdictOf('bearer-no-space', sends(`Bearer${JWT}`));
    expect(wordOf(verdict)).toBe('found fault proven');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [
          { label: 'expected', value: { text: `Bearer ${JWT.slice(0, 8)}…` } },
          { label: 'found', value: { text: `Bearer${JWT.slice(0, 8)}…` } },
        ],
      },
    });
  });
  test.each([
    ['one space', sends(`Bearer ${JWT}`)],
    ['two spaces', sends(`Bearer  ${JWT}`)],
    ['a word that begins alike', sends('Bearers x')],
    ['no header', entryOf({ url: EXCHANGE })],
  ])('%s is no such fault', (_, entry) => {
    expect(verdictOf('bearer-no-space', entry)).toBeNull();
  });
});

describe('bearer-placeholder', () => {
  test.each([
    ['undefined', 'Bearer undefined', '', 'Bearer undefined'],
    ['null', 'Bearer null', '', 'Bearer null'],
    ['an object', 'Bearer [object Object]', '', 'Bearer [object Object]'],
    ['the example of the documentation', 'Bearer <maps_access_token>', '', 'Bearer <maps_access_token>'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the case.
    ['a template that was not filled', 'Bearer ${token}', '', 'Bearer ${token}'],
    ['nothing', 'Bearer', 'empty', 'Bearer'],
    ['undefined without Bearer, shown as it was sent', 'undefined', '', 'undefined'],
  ])('%s', (_, value, variant, found) => {
    const verdict = verdictOf('bearer-placeholder', sends(value));
    expect(wordOf(verdict)).toBe(`found fault proven ${variant}`.trim());
    expect(verdict).toMatchObject({
      finding: { evidence: [{ label: 'expected' }, { label: 'found', value: { text: found } }] },
    });
  });

  test.each([
    ['in an address', `${EMBED}&token=undefined`, 'found fault proven parameter'],
    ['an empty one in an address', `${SNAPSHOT}&token=`, 'found fault proven parameter'],
    ['a token in an address', `${EMBED}&token=${JWT}`, 'silent'],
    ['the parameter of a service, which takes none', `${GEOCODE}&token=undefined`, 'silent'],
  ])('%s', (_, url, word) => {
    expect(wordOf(verdictOf('bearer-placeholder', entryOf({ url })))).toBe(word);
  });

  test.each([
    ['a token', sends(`Bearer ${JWT}`)],
    ['something opaque', sends('Bearer abc')],
    ['no header', entryOf({ url: EXCHANGE })],
  ])('%s is none', (_, entry) => {
    expect(verdictOf('bearer-placeholder', entry)).toBeNull();
  });
});

describe('bearer-stray-characters', () => {
  test.each([
    ['quotes', `Bearer "${JWT}"`, '"', 'evidence_before_token', 0],
    ['a line break in percent code', `Bearer ${JWT}%0A`, '%0A', 'evidence_after_token', JWT.length],
    ['a comma', `Bearer ${JWT},`, ',', 'evidence_after_token', JWT.length],
    ['a no-break space', `Bearer ${JWT}\u00a0`, '\\u00a0', 'evidence_after_token', JWT.length],
    ['a space inside', 'Bearer eyJ. eyJ.x', '␠', 'evidence_after_token', 4],
    ['a tab inside', 'Bearer eyJ.\teyJ.x', '\\t', 'evidence_after_token', 4],
  ])('%s, made visible', (_, value, characters, note, offset) => {
    const verdict = verdictOf('bearer-stray-characters', sends(value));
    expect(wordOf(verdict)).toBe('found fault proven');
    expect(verdict).toMatchObject({
      finding: {
        evidence: [{ label: 'expected' }, { label: 'found', value: { text: characters }, note }],
        values: { characters: { text: characters }, offset: { count: offset } },
      },
    });
  });

  test.each([
    ['a token alone', sends(`Bearer ${JWT}`)],
    ['white space at the end, which browsers strip', sends(`Bearer ${JWT} `)],
    ['a placeholder in quotes', sends('Bearer "null"')],
    ['no header', entryOf({ url: EXCHANGE })],
    ['a token in the address', entryOf({ url: `${EMBED}&token=${JWT}` })],
  ])('%s is no such fault', (_, entry) => {
    expect(verdictOf('bearer-stray-characters', entry)).toBeNull();
  });
});
