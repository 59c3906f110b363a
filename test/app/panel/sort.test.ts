import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../src/app/panel/columns.ts';
import type { Compare } from '../../../src/app/panel/ordered.ts';
import type { Row } from '../../../src/app/panel/rows.ts';
import { BY_TIME, comparing, type Sort } from '../../../src/app/panel/sort.ts';
import { asked, EXCHANGE, entryOf, GEOCODE, NOW, refused, TILE } from '../../fixtures/entries.ts';
import { rowsOf } from '../../fixtures/rows.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';

const byStart: Compare<Row> = (a, b) => a.entry.startedAt - b.entry.startedAt;
const NAMES: Readonly<Record<string, string>> = { token: 'Ähnlich', geocode: 'Zuordnung' };
const nameOf = ({ endpoint: { id } }: Row) => NAMES[id] ?? 'Bild';

const rows = rowsOf(
  asked(EXCHANGE, authToken(), { id: 'exchange', startedAt: NOW, duration: 30 }),
  entryOf({ id: 'tile', url: TILE, startedAt: NOW + 1, duration: 4, body: { state: 'binary' } }),
  refused(GEOCODE, accessToken({ exp: T - 1 }), { id: 'expired', startedAt: NOW + 2, duration: 200 }),
  asked(EXCHANGE, authToken({}, { typ: undefined }), { id: 'warned', startedAt: NOW + 3, duration: 30 }),
  entryOf({ id: 'lost', status: 0, startedAt: NOW + 4, duration: 0, body: { state: 'none' } }),
);

const sorted = (sort: Sort) => rows.toSorted(comparing(sort, byStart, nameOf)).map(({ id }) => id);
const by = (column: Sort['column'], descending = false) => sorted({ column, descending });

describe('the order', () => {
  test.each([
    ['time', ['exchange', 'tile', 'expired', 'warned', 'lost']],
    // As the reader's language has it: Ä with A.
    ['what', ['exchange', 'warned', 'tile', 'expired', 'lost']],
    ['status', ['lost', 'exchange', 'tile', 'warned', 'expired']],
    ['took', ['lost', 'tile', 'exchange', 'warned', 'expired']],
    ['token', ['expired', 'exchange', 'warned', 'tile', 'lost']],
  ] as const)('by %s', (column, ids) => {
    expect(by(column)).toEqual(ids);
  });

  test('by details is that of their text', () => {
    const details = rows.toSorted(comparing({ column: 'says', descending: false }, byStart, nameOf));
    const texts = details.map((row) => row.details);
    expect(texts).toEqual(texts.toSorted());
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  test('by cause has the refused before the suspicious before the rest', () => {
    const marks = rows
      .toSorted(comparing({ column: 'why', descending: false }, byStart, nameOf))
      .map(({ mark }) => mark);
    expect(marks).toEqual(['refused', 'refused', 'warning', 'none', 'none']);
  });

  test('by cause does not mind notes, which the list does not show', () => {
    const noted = rowsOf(
      entryOf({ id: 'first', startedAt: NOW }),
      entryOf({ id: 'second', startedAt: NOW + 1 }),
    ).map((row, at): Row => {
      const others = at === 0 ? [NOTE] : [];
      return { ...row, mark: 'none', diagnosis: { ...row.diagnosis, others } };
    });
    const order = noted.toSorted(comparing({ column: 'why', descending: false }, byStart, nameOf));
    expect(order.map(({ id }) => id)).toEqual(['first', 'second']);
  });

  test('among equals is that of time, in both directions', () => {
    expect(by('took').slice(2, 4)).toEqual(['exchange', 'warned']);
    expect(by('took', true).slice(1, 3)).toEqual(['exchange', 'warned']);
  });

  test('of time turns round', () => {
    expect(by('time', true)).toEqual(by('time').toReversed());
  });
});

const NOTE = {
  id: 'internal',
  severity: 'note',
  certainty: 'proven',
  variant: '',
  evidence: [],
  values: {},
} as const;

test('every order tells each two requests apart, the same way round from both sides', () => {
  const sort = fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() });
  const row = fc.constantFrom(...rows);
  fc.assert(
    fc.property(sort, row, row, row, (chosen, a, b, c) => {
      const compare = comparing(chosen, byStart, nameOf);
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      expect(compare(a, b) === 0).toBe(a === b);
      if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0);
    }),
  );
});

test('the usual order is that of time', () => {
  expect(sorted(BY_TIME)).toEqual(rows.map(({ id }) => id));
});
