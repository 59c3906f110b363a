import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLeniently, scanBase64url } from '../../../src/core/token/base64url.ts';
import { runs } from '../../fixtures/runs.ts';
import { base64url } from '../../fixtures/tokens.ts';

describe('the strict scan names the first departure from base64url', () => {
  test.each([
    { says: 'padding at the end', text: 'YQ==', code: 'padding', offset: 2, found: '=' },
    { says: 'padding in the middle', text: 'YW=Jj', code: 'padding', offset: 2, found: '=' },
    { says: 'a plus of standard base64', text: 'ab+d', code: 'standard-alphabet', offset: 2, found: '+' },
    { says: 'a slash of standard base64', text: '/bcd', code: 'standard-alphabet', offset: 0, found: '/' },
    { says: 'a space', text: 'ab d', code: 'white-space', offset: 2, found: ' ' },
    { says: 'a line break', text: 'abc\n', code: 'white-space', offset: 3, found: '\n' },
    { says: 'a carriage return', text: 'abc\r', code: 'white-space', offset: 3, found: '\r' },
    { says: 'a tab', text: '\tabc', code: 'white-space', offset: 0, found: '\t' },
    { says: 'a no-break space', text: 'ab\u00a0c', code: 'white-space', offset: 2, found: '\u00a0' },
    { says: 'a byte order mark', text: '\ufeffabcd', code: 'white-space', offset: 0, found: '\ufeff' },
    { says: 'a quote', text: '"abc', code: 'character', offset: 0, found: '"' },
    { says: 'a percent sign', text: 'abc%0A', code: 'character', offset: 3, found: '%' },
    { says: 'a letter outside ASCII', text: 'abcé', code: 'character', offset: 3, found: 'é' },
    { says: 'a full-width letter', text: 'abcＡ', code: 'character', offset: 3, found: 'Ａ' },
    { says: 'a zero byte', text: 'abc\u0000', code: 'character', offset: 3, found: '\u0000' },
    { says: 'a length that no bytes encode to', text: 'abcde', code: 'length', offset: 5, found: '' },
    { says: 'one lone character', text: 'A', code: 'length', offset: 1, found: '' },
    { says: 'four unused bits that are set', text: 'YR', code: 'trailing-bits', offset: 1, found: 'R' },
    { says: 'two unused bits that are set', text: 'YWJ', code: 'trailing-bits', offset: 2, found: 'J' },
    { says: 'the first of two departures', text: 'a b+', code: 'white-space', offset: 1, found: ' ' },
  ])('$says', ({ text, code, offset, found }) => {
    expect(scanBase64url(text)).toEqual({ code, offset, found });
  });

  test.each(['', 'YQ', 'YWI', 'YWJj', 'AA', 'A-_9', '____'])('%j is sound', (text) => {
    expect(scanBase64url(text)).toBeNull();
  });

  test('whatever bytes are encoded, the scan finds nothing and the decoder gives them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = base64url(bytes);
        expect(scanBase64url(text)).toBeNull();
        expect([...(decodeLeniently(text) ?? [])]).toEqual([...bytes]);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the lenient decoder', () => {
  test.each([
    { says: 'forgives padding', text: 'YQ==', bytes: [0x61] },
    { says: 'forgives standard base64', text: '+/+/', bytes: [0xfb, 0xff, 0xbf] },
    { says: 'forgives white space anywhere', text: ' Y W\nJ\tj ', bytes: [0x61, 0x62, 0x63] },
    { says: 'forgives unused bits', text: 'YR', bytes: [0x61] },
    { says: 'reads nothing from nothing', text: '', bytes: [] },
  ])('$says', ({ text, bytes }) => {
    expect([...(decodeLeniently(text) ?? ['null'])]).toEqual(bytes);
  });

  test.each([['abcde'], ['abc%'], ['é'], ['a.b']])('gives up on %j', (text) => {
    expect(decodeLeniently(text)).toBeNull();
  });
});
