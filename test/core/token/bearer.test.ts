import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlaceholder, readBearer } from '../../../src/core/token/bearer.ts';
import { runs } from '../../fixtures/runs.ts';
import { authToken } from '../../fixtures/tokens.ts';

const JWT = authToken();

describe('a header as Apple asks for it has no fault', () => {
  test.each([
    ['the plain form', `Bearer ${JWT}`],
    ['a scheme in lower case', `bearer ${JWT}`],
    ['a scheme in capitals', `BEARER ${JWT}`],
    ['two spaces', `Bearer  ${JWT}`],
    ['white space that browsers strip', ` Bearer ${JWT}\t`],
  ])('%s', (_, value) => {
    expect(readBearer(value)).toEqual({ token: JWT, fault: null });
  });

  test('an opaque text is a token all the same', () => {
    expect(readBearer('Bearer abc')).toEqual({ token: 'abc', fault: null });
  });
});

describe('another form is named, and the token in it is found', () => {
  const scheme = (why: string, found: string) => ({ code: 'scheme', found, why });
  const stray = (found: string, offset: number) => ({ code: 'stray-characters', found, offset });
  const NBSP = '\u00a0';
  test.each([
    { says: 'no scheme', value: JWT, token: JWT, fault: scheme('missing', '') },
    { says: 'no scheme, something opaque', value: 'abcdef', token: 'abcdef', fault: scheme('missing', '') },
    { says: 'Basic', value: 'Basic dXNlcjpwYXNz', token: '', fault: scheme('other', 'Basic') },
    { says: 'Token', value: `Token ${JWT}`, token: '', fault: scheme('other', 'Token') },
    { says: 'JWT as a scheme', value: `JWT ${JWT}`, token: '', fault: scheme('other', 'JWT') },
    { says: 'Bearer twice', value: `Bearer Bearer ${JWT}`, token: JWT, fault: scheme('twice', 'Bearer') },
    {
      says: 'bearer twice in two cases',
      value: `bearer Bearer ${JWT}`,
      token: JWT,
      fault: scheme('twice', 'bearer'),
    },
    {
      says: 'Bearer twice and nothing else',
      value: 'Bearer Bearer',
      token: '',
      fault: scheme('twice', 'Bearer'),
    },
    {
      says: 'two headers made one',
      value: `Bearer ${JWT}, Bearer x.y.z`,
      token: JWT,
      fault: scheme('twice', 'Bearer'),
    },
    { says: 'no space', value: `Bearer${JWT}`, token: JWT, fault: { code: 'no-space', found: 'Bearer' } },
    {
      says: 'a colon for the space',
      value: `Bearer:${JWT}`,
      token: JWT,
      fault: { code: 'no-space', found: 'Bearer:' },
    },
    {
      says: 'an equals sign for it',
      value: `bearer=${JWT}`,
      token: JWT,
      fault: { code: 'no-space', found: 'bearer=' },
    },
    { says: 'double quotes', value: `Bearer "${JWT}"`, token: JWT, fault: stray('"', 0) },
    { says: 'single quotes', value: `Bearer '${JWT}'`, token: JWT, fault: stray("'", 0) },
    { says: 'a quote at the end', value: `Bearer ${JWT}"`, token: JWT, fault: stray('"', JWT.length) },
    { says: 'a trailing comma', value: `Bearer ${JWT},`, token: JWT, fault: stray(',', JWT.length) },
    { says: 'a semicolon', value: `Bearer ${JWT};`, token: JWT, fault: stray(';', JWT.length) },
    { says: 'an encoded line break', value: `Bearer ${JWT}%0A`, token: JWT, fault: stray('%0A', JWT.length) },
    {
      says: 'an encoded CR LF',
      value: `Bearer ${JWT}%0D%0A`,
      token: JWT,
      fault: stray('%0D%0A', JWT.length),
    },
    {
      says: 'a line break spelt out',
      value: `Bearer ${JWT}\\n`,
      token: JWT,
      fault: stray('\\n', JWT.length),
    },
    {
      says: 'angle brackets left from the documentation',
      value: `Bearer <${JWT}>`,
      token: JWT,
      fault: stray('<', 0),
    },
    {
      says: 'a no-break space at the end',
      value: `Bearer ${JWT}${NBSP}`,
      token: JWT,
      fault: stray(NBSP, JWT.length),
    },
    {
      says: 'a no-break space for the space',
      value: `Bearer${NBSP}${JWT}`,
      token: JWT,
      fault: stray(NBSP, 0),
    },
    { says: 'a space inside', value: 'Bearer eyJ. eyJ.x', token: 'eyJ. eyJ.x', fault: stray(' ', 4) },
    { says: 'only stray characters', value: 'Bearer ",', token: '', fault: stray('",', 0) },
  ])('$says', ({ value, token, fault }) => {
    expect(readBearer(value)).toEqual({ token, fault });
  });
});

const PLACEHOLDERS = [
  '',
  'undefined',
  'null',
  'NaN',
  'None',
  'false',
  'token',
  '[object Object]',
  '[object Promise]',
  '<token>',
  '<maps_access_token>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the case.
  '${token}',
  '{{token}}',
  '{token}',
  '$TOKEN',
  '%TOKEN%',
  'your_token',
  'YOUR-TOKEN-HERE',
  '"undefined"',
  "'null'",
];

describe('a placeholder is no token', () => {
  test.each(PLACEHOLDERS)('%j', (text) => {
    expect(isPlaceholder(text)).toBe(true);
    expect(readBearer(`Bearer ${text}`)).toMatchObject({
      token: '',
      fault: { code: 'placeholder', found: text },
    });
  });

  test.each([['undefined'], [''], ['<token>']])('nor is it without a scheme: %j', (text) => {
    expect(readBearer(text)).toMatchObject({ token: '', fault: { code: 'placeholder', found: text } });
  });

  test.each([[JWT], ['abc'], ['tokens'], ['nullable'], [`<${JWT}>`], ['eyJ.eyJ.undefined']])(
    '%j is none',
    (text) => {
      expect(isPlaceholder(text)).toBe(false);
    },
  );
});

describe('any header value', () => {
  const parts = fc.constantFrom(
    'Bearer',
    'bearer ',
    ' ',
    '"',
    ',',
    '%0A',
    '\\n',
    'Basic ',
    JWT,
    'eyJ',
    '.',
    '<',
    '>',
    '\u00a0',
  );
  const values = fc.oneof(
    fc.array(parts, { maxLength: 6 }).map((list) => list.join('')),
    fc.string({ unit: 'binary' }),
  );

  test('is read without an exception, and the token is a piece of it', () => {
    fc.assert(
      fc.property(values, (value) => {
        const bearer = readBearer(value);
        expect(bearer).toEqual(readBearer(value));
        expect(value).toContain(bearer.token);
      }),
      { numRuns: runs(400) },
    );
  });
});
