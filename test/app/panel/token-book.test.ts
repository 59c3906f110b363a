import { effect } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createRowMaker, type Row } from '../../../src/app/panel/rows.ts';
import { createTokenBook, type TokenRecord } from '../../../src/app/panel/token-book.ts';
import { type Entry, readToken } from '../../../src/core/index.ts';
import { asked, BOOTSTRAP, EXCHANGE, entryOf, GEOCODE, json, NOW, refused } from '../../fixtures/entries.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';

const AUTH = authToken();
const ACCESS = accessToken();

/** A book, and a log of its own to fill it from. */
function open() {
  const book = createTokenBook();
  const make = createRowMaker();
  const rows = new Map<string, Row>();
  const tell = (...entries: readonly Entry[]) => {
    const made = entries.map((entry) => make(entry));
    for (const row of made) rows.set(row.id, row);
    book.apply(made, []);
  };
  const drop = (...ids: readonly string[]) =>
    book.apply(
      [],
      ids.flatMap((id) => rows.get(id) ?? []),
    );
  const record = (raw: string): TokenRecord | null => book.recordOf(readToken(raw));
  const uses = (raw: string) => record(raw)?.uses.map(({ id }) => id);
  return { book, tell, drop, record, uses };
}

const exchange = (id: string, token = AUTH, accessToken = ACCESS, change: Partial<Entry> = {}) =>
  asked(EXCHANGE, token, { id, body: json({ accessToken }), ...change });

describe('a token', () => {
  test('has its uses in the order in which they started, whatever the order in which they ended', () => {
    const { tell, uses } = open();
    tell(asked(GEOCODE, ACCESS, { id: 'b', startedAt: NOW + 10 }));
    tell(
      asked(GEOCODE, ACCESS, { id: 'c', startedAt: NOW + 10 }),
      asked(GEOCODE, ACCESS, { id: 'a', startedAt: NOW }),
    );
    expect(uses(ACCESS)).toEqual(['a', 'b', 'c']);
  });

  test('is used beside another as well', () => {
    const { tell, uses } = open();
    tell(
      entryOf({
        id: '1',
        url: BOOTSTRAP,
        requestHeaders: [
          ['Authorization', `Bearer ${AUTH}`],
          ['X-Maps-Access-Token', accessToken({ iat: T - 900 })],
        ],
      }),
    );
    expect([uses(AUTH), uses(accessToken({ iat: T - 900 }))]).toEqual([['1'], ['1']]);
  });

  test('sent twice by one request is used once', () => {
    const { tell, uses } = open();
    tell(
      entryOf({
        id: '1',
        requestHeaders: [
          ['Authorization', `Bearer ${ACCESS}`],
          ['X-Maps-Access-Token', ACCESS],
        ],
      }),
    );
    expect(uses(ACCESS)).toEqual(['1']);
  });

  test('counts uses and refusals, also when a newer version tells otherwise', () => {
    const { tell, record } = open();
    tell(asked(GEOCODE, ACCESS, { id: '1' }), refused(GEOCODE, ACCESS, { id: '2' }));
    expect(record(ACCESS)).toMatchObject({ useCount: 2, refused: 1 });
    tell(refused(GEOCODE, ACCESS, { id: '1' }), asked(GEOCODE, ACCESS, { id: '2' }));
    tell(refused(GEOCODE, ACCESS, { id: '2' }));
    expect(record(ACCESS)).toMatchObject({ useCount: 2, refused: 2 });
  });

  test('that was too long is told apart by its length', () => {
    const { tell, book } = open();
    const cut = (id: string, length: number) =>
      entryOf({ id, requestHeaders: [['Authorization', `Bearer ${'x'.repeat(8185)}`, length]] });
    tell(cut('1', 90_000), cut('2', 90_001));
    expect(book.size.value).toBe(2);
  });

  test('goes with the last request that knew it, and keeps its name until then', () => {
    const { tell, drop, book, record } = open();
    tell(exchange('1'), asked(GEOCODE, ACCESS, { id: '2' }));
    const { id } = record(ACCESS) ?? {};
    drop('1');
    expect([book.size.value, record(AUTH), record(ACCESS)?.id]).toEqual([1, null, id]);
    tell(refused(GEOCODE, ACCESS, { id: '2' }));
    expect(record(ACCESS)?.id).toBe(id);
    drop('2');
    expect([book.size.value, book.recordWith(id ?? '')]).toEqual([0, null]);
  });
});

describe('descent', () => {
  test.each([
    ['an exchange', exchange('1')],
    ['a bootstrap', asked(BOOTSTRAP, AUTH, { id: '1', body: json({ authInfo: { access_token: ACCESS } }) })],
  ])('is known from the answer to %s, before the token is ever used', (_, entry) => {
    const { tell, book, record } = open();
    tell(entry);
    const issued = record(ACCESS);
    expect(issued).toMatchObject({ useCount: 0, births: [{ id: '1' }] });
    expect(issued === null ? null : book.parentOf(issued)).toBe(record(AUTH));
    expect(book.issuedIn(issued?.births[0] as Row)).toBe(issued);
  });

  test('is found for a token that was used first', () => {
    const { tell, book, record } = open();
    tell(asked(GEOCODE, ACCESS, { id: '2', startedAt: NOW + 10 }));
    const used = record(ACCESS) as TokenRecord;
    expect(book.parentOf(used)).toBe(null);
    tell(exchange('1'));
    expect(book.parentOf(used)).toBe(record(AUTH));
  });

  test('is not taken from a refusal', () => {
    const { tell, book } = open();
    tell(exchange('1', AUTH, ACCESS, { status: 401 }));
    expect(book.size.value).toBe(1);
  });

  test('goes when its answer goes or turns out to be another', () => {
    const { tell, drop, record } = open();
    tell(exchange('1'), exchange('2'), asked(GEOCODE, ACCESS, { id: '3' }));
    expect(record(ACCESS)?.births).toHaveLength(2);
    drop('1');
    tell(exchange('2', AUTH, accessToken({ iat: T })));
    expect(record(ACCESS)?.births).toEqual([]);
  });

  test('is known though the request that asked for it carried no token that was kept', () => {
    const { tell, book, record } = open();
    tell(entryOf({ id: '1', url: EXCHANGE, body: json({ accessToken: ACCESS }) }));
    const issued = record(ACCESS) as TokenRecord;
    expect([issued.births[0]?.id, book.parentOf(issued)]).toEqual(['1', null]);
  });

  test.each([
    ['of a token from itself', [['a', 'a']]],
    [
      'of two tokens from each other',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ],
  ])('in a circle, %s, leaves nobody without a place', (_, pairs) => {
    const { tell, book } = open();
    tell(...pairs.map(([from = '', to = ''], at) => exchange(String(at), from, to)));
    expect(book.records().map((record) => book.parentOf(record))).toEqual(pairs.map(() => null));
  });
});

describe('what is not asked', () => {
  test('is not told: requests without tokens wake nobody', () => {
    const { tell, book } = open();
    let drawn = 0;
    effect(() => {
      book.records();
      drawn++;
    });
    tell(entryOf({ id: '1' }));
    expect(drawn).toBe(1);
    tell(asked(GEOCODE, ACCESS, { id: '2' }));
    expect(drawn).toBe(2);
  });

  test('is not made: a list that nobody read is not copied for each change', () => {
    const { tell, record } = open();
    tell(asked(GEOCODE, ACCESS, { id: '1' }));
    const before = record(ACCESS)?.uses;
    expect(record(ACCESS)?.uses).toBe(before);
    tell(asked(GEOCODE, AUTH, { id: '2' }));
    expect(record(ACCESS)?.uses).toBe(before);
    tell(asked(GEOCODE, ACCESS, { id: '3' }));
    expect(before).toHaveLength(1);
    expect(record(ACCESS)?.uses).toHaveLength(2);
  });
});
