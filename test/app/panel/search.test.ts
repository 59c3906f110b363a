import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRowMaker, type Row } from '../../../src/app/panel/rows.ts';
import { parseSearch, rowMatches } from '../../../src/app/panel/search.ts';
import { asked, BOOTSTRAP, EXCHANGE, entryOf, GEOCODE, NOW, read, refused } from '../../fixtures/entries.ts';
import { rowOf } from '../../fixtures/rows.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';

const finds = (text: string, row: Row, name = 'Geocode') => rowMatches(parseSearch(text), row, name);

const withBody = (text: string) => rowOf(entryOf({ url: EXCHANGE, body: read(text) }));

describe('a search', () => {
  const row = rowOf(
    refused(
      'https://maps-api.apple.com/v1/geocode?q=1%20Main+St&lang=de&x=%C3%BCber',
      accessToken({ exp: T - 60 }),
      {
        error: 'net::ERR_ABORTED',
      },
    ),
  );

  test.each([
    ['a word in any case', 'GeOcOdE'],
    ['the name in the reader’s language', 'geokodierung'],
    ['the method', 'get'],
    ['the code', '401'],
    ['the address as it was sent', '1%20Main'],
    ['the address as it reads', '"1 main"'],
    ['a letter that was sent in signs', 'Über'],
    ['a detail as the row shows it', '"q=1 Main St"'],
    ['the browser’s word', 'err_aborted'],
    ['the cause’s id', 'access-token-expired'],
    ['a header of the token', 'HS512'],
    ['a claim of the token', 'maps.test.example'],
    ['the answer', '"Not Authorized"'],
    ['several words, in whatever order', 'authorized 401 main'],
    ['a word without', '-200'],
    ['a phrase without', '-"no such phrase"'],
    ['an expression', '/^get$/'],
    ['an expression in any case', '/NOT\\s+AUTH/'],
    ['an expression with a slash', '/v1\\/geo/'],
    ['an expression with flags', '/^net/gm'],
    ['an expression without', '-/^post$/'],
    ['a path, which is no expression', '/v1/geocode'],
    ['a path with an end, which is no expression either', '/v1/geo -/v1/etas'],
    ['nothing', ''],
    ['white space', ' \t '],
    ['an empty phrase', '""'],
    ['an empty phrase with a minus', '-""'],
  ])('finds by %s', (_, text) => {
    expect(finds(text, row, 'Geokodierung')).toBe(true);
  });

  test.each([
    ['one word of two', '401 zzz'],
    ['words as a phrase', '"authorized not"'],
    ['a word that it must be without', '401 -geocode'],
    ['an expression', '/^ge$/'],
    ['an expression that it must be without', '-/^GET$/'],
  ])('does not find by %s', (_, text) => {
    expect(finds(text, row)).toBe(false);
  });

  test('finds by the last four of the token and of the token beside it', () => {
    const both = rowOf(
      asked(BOOTSTRAP, authToken(), {
        requestHeaders: [
          ['Authorization', `Bearer ${authToken({}, {}, 'AAAA-one')}`],
          ['X-Maps-Access-Token', accessToken({}, {}, 'BBBB-two')],
        ],
      }),
    );
    expect([finds('-one', both), finds('"-one"', both), finds('"-two"', both)]).toEqual([false, true, true]);
  });

  test('finds by the kind of the token', () => {
    expect(finds('access', rowOf(asked(GEOCODE, accessToken())))).toBe(true);
    expect(finds('access', rowOf(entryOf()))).toBe(false);
  });

  test('finds by findings that are not the cause', () => {
    const warned = rowOf(asked(EXCHANGE, authToken({}, { typ: undefined })));
    expect(warned.mark).toBe('warning');
    expect(finds(warned.diagnosis.others[0]?.id ?? 'none', warned)).toBe(true);
  });

  test('reads an address whose signs are broken as it was sent', () => {
    const broken = rowOf(entryOf({ url: `${GEOCODE}%zz` }));
    expect([finds('berlin%zz', broken), finds('nowhere', broken)]).toEqual([true, false]);
  });

  test('finds words of an answer only where its text was read', () => {
    expect(finds('unread', rowOf(entryOf({ body: { state: 'unread' } })))).toBe(false);
  });

  test('takes a phrase that is still being typed for one', () => {
    const answer = withBody('the quick brown fox');
    expect([finds('"quick bro', answer), finds('"quick fo', answer), finds('"', answer)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('does not mind the place of a letter whose small form depends on it', () => {
    expect(finds('ΟΔΟΣ', withBody('μια οδοσα'))).toBe(true);
  });

  test('with flags that remember finds the same each time', () => {
    const search = parseSearch('/main/gy');
    const answer = withBody('{"street":"Main"}');
    expect([1, 2, 3].map(() => rowMatches(search, answer, 'x'))).toEqual([
      rowMatches(parseSearch('/main/'), answer, 'x'),
      true,
      true,
    ]);
  });
});

describe('what is no regular expression', () => {
  test.each([
    ['/(/', '/(/'],
    ['/[a/', '/[a/'],
    ['-/a**/', '/a**/'],
    ['/a/mm', '/a/mm'],
    ['/a/uv', '/a/uv'],
  ])('%s is named with the browser’s reason and hides nothing', (text, named) => {
    const { terms, faults } = parseSearch(`geocode ${text}`);
    expect(terms).toHaveLength(1);
    expect(faults.map((fault) => fault.text)).toEqual([named]);
    expect(finds(text, rowOf(entryOf()))).toBe(true);
  });

  test('has a reason that does not repeat the expression', () => {
    expect(parseSearch('/(/').faults[0]?.reason).toBe('Unterminated group');
    expect(parseSearch('/a: (/').faults[0]?.reason).toBe('Unterminated group');
  });
});

describe('whatever is typed', () => {
  const makeRow = createRowMaker();
  const rowWith = (text: string) =>
    makeRow(entryOf({ id: text, startedAt: NOW, url: EXCHANGE, body: read(text) }));
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => /^\S+$/.test(text) && !/^["/-]/.test(text));

  test('is taken', () => {
    const typed = fc.oneof(
      fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom('/', '\\', '"', '-', '(', '[', ' ', 'a', 'g', 'i', 'v'))
        .map((all) => all.join('')),
    );
    const row = rowOf(refused(GEOCODE, accessToken()));
    fc.assert(
      fc.property(typed, (text) => {
        const search = parseSearch(text);
        expect(typeof rowMatches(search, row, 'Geocode')).toBe('boolean');
      }),
    );
  });

  test('a word is found wherever it stands, in either case', () => {
    fc.assert(
      fc.property(
        word,
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (typed, before, after) => {
          expect(finds(typed, rowWith(`${before}${typed}${after}`))).toBe(true);
          expect(finds(typed.toUpperCase(), rowWith(`${before} ${typed} ${after}`))).toBe(true);
        },
      ),
    );
  });

  test('a minus finds exactly the others', () => {
    const term = fc.oneof(
      word,
      word.map((text) => `"${text.replaceAll('"', '')}x y"`),
      fc.constantFrom('/^a/', '/[0-9]{3}/', '/b|"/m', '401', 'geocode'),
    );
    fc.assert(
      fc.property(term, fc.string({ unit: 'grapheme' }), (text, body) => {
        const row = rowWith(body);
        expect(finds(`-${text}`, row)).toBe(!finds(text, row));
      }),
    );
  });

  test('several terms find what each of them finds', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', '-a', '-b', '/a.b/', '-/b$/', '"a b"'), {
      maxLength: 4,
    });
    const body = fc.array(fc.constantFrom('a', 'b', ' ', 'x')).map((all) => all.join(''));
    // Nothing else in the row may hold an a or a b.
    const bare = (text: string): Row => {
      const row = rowWith(text);
      const empty = { ...row.entry, url: '', method: '' };
      return {
        ...row,
        entry: empty,
        details: '',
        subject: { ...row.subject, token: null },
        diagnosis: { ...row.diagnosis, others: [] },
      };
    };
    fc.assert(
      fc.property(texts, body, (all, text) => {
        const row = bare(text);
        expect(finds(all.join(' '), row, '')).toBe(all.every((one) => finds(one, row, '')));
      }),
    );
  });
});
