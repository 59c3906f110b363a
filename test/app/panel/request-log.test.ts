import { effect } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../src/app/panel/columns.ts';
import { CHIPS } from '../../../src/app/panel/filter.ts';
import { createRequestLog, type RequestLog } from '../../../src/app/panel/request-log.ts';
import { createRowMaker, type Row } from '../../../src/app/panel/rows.ts';
import type { Entry } from '../../../src/core/index.ts';
import { asked, BOOTSTRAP, EXCHANGE, entryOf, GEOCODE, NOW, refused, TILE } from '../../fixtures/entries.ts';
import { rowsOf } from '../../fixtures/rows.ts';
import { accessToken, authToken } from '../../fixtures/tokens.ts';

const ASSET = 'https://cdn.apple-mapkit.com/mk/5.76.90/images/logo.svg';
const TOKENS = [accessToken({ n: 1 }), accessToken({ n: 2 }), authToken()] as const;

function start(...entries: readonly Entry[]) {
  const { log, edit } = createRequestLog((id) => id);
  edit(rowsOf(...entries), []);
  const ids = () => log.lines.value.map(({ row }) => row.id);
  return { log, edit, ids };
}

/** Everything that a log tells, in a form that compares. */
function told(log: RequestLog) {
  const steps = log.timeline.value?.steps ?? [];
  return {
    rows: log.rows.value,
    lines: log.lines.value.map(({ row, repeats, level }) => ({ row, repeats, level })),
    counts: log.counts.value,
    timeline: {
      total: steps.reduce((sum, { total }) => sum + total, 0),
      refused: steps.reduce((sum, step) => sum + step.refused, 0),
      warnings: steps.reduce((sum, step) => sum + step.warnings, 0),
    },
    tokens: log.book.size.value,
    selected: log.selected.value,
  };
}

describe('a log that is edited', () => {
  const urls = fc.constantFrom(GEOCODE, `${GEOCODE}&lang=de`, EXCHANGE, BOOTSTRAP, TILE, ASSET);
  const telling = fc.record({
    id: fc.integer({ min: 0, max: 14 }).map(String),
    url: urls,
    token: fc.constantFrom(...TOKENS),
    status: fc.constantFrom(200, 200, 401, 401, 0),
    at: fc.integer({ min: 0, max: 6 }),
  });
  const storm = fc
    .array(telling, { minLength: 33, maxLength: 70 })
    .map((all) => all.map((one, n) => ({ ...one, id: `storm ${n}` })));
  const ids = fc.array(fc.integer({ min: 0, max: 16 }).map(String), { maxLength: 5 });
  type Act = (log: RequestLog) => void;
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.constantFrom(...CHIPS).map(
      (chip): Act =>
        (log) => {
          log.chip.value = chip;
        },
    ),
    fc.constantFrom('', 'berlin', '-401', '/tile|geo/ 200', '"not auth').map(
      (text): Act =>
        (log) => {
          log.text.value = text;
        },
    ),
    fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }).map(
      (sort): Act =>
        (log) => {
          log.sort.value = sort;
        },
    ),
    fc.nat(20).map(
      (at): Act =>
        (log) => {
          log.tokenFilter.value = log.rows.value[at]?.token ?? null;
        },
    ),
    fc.subarray(['0', '1', '2', '3', 'storm 1']).map(
      (opened): Act =>
        (log) => {
          log.opened.value = new Set(opened);
        },
    ),
    fc.constantFrom('0', '5', 'storm 2', null).map(
      (id): Act =>
        (log) => {
          log.selectedId.value = id;
        },
    ),
    fc.constantFrom('0', '7', 'storm 3').map(
      (id): Act =>
        (log) =>
          log.reveal(id),
    ),
  );
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ tell: fc.array(telling, { maxLength: 6 }), remove: ids }) },
    { weight: 1, arbitrary: fc.record({ tell: storm, remove: ids }) },
    { weight: 1, arbitrary: fc.constant({ clear: true } as const) },
    { weight: 5, arbitrary: act },
  );

  // A busy machine is no fault.
  test('is at every moment the same as one that was made at once of what is left', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const makeRow = createRowMaker();
        const { log, edit } = createRequestLog((id) => id);
        const left = new Map<string, Row>();
        for (const next of steps) {
          if (typeof next === 'function') next(log);
          else {
            const removed = 'clear' in next ? [...left.keys()] : next.remove;
            const fresh = new Map<string, Row>();
            for (const { id, url, token, status, at } of 'clear' in next ? [] : next.tell)
              fresh.set(id, makeRow(asked(url, token, { id, status, startedAt: NOW + at * 700 })));
            edit([...fresh.values()], removed);
            // What goes and comes at once keeps its place.
            for (const id of removed) if (!fresh.has(id)) left.delete(id);
            for (const [id, row] of fresh) left.set(id, row);
          }
          const anew = createRequestLog((id) => id);
          anew.edit([...left.values()], []);
          anew.log.chip.value = log.chip.value;
          anew.log.text.value = log.text.value;
          anew.log.sort.value = log.sort.value;
          anew.log.tokenFilter.value = log.tokenFilter.value;
          anew.log.opened.value = log.opened.value;
          anew.log.selectedId.value = log.selectedId.value;
          expect(told(log)).toEqual(told(anew.log));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('lists each request at most once, and only those that chip, search and token let through', () => {
    const { log } = start(
      refused(GEOCODE, TOKENS[0], { id: '1' }),
      refused(GEOCODE, TOKENS[1], { id: '2' }),
      asked(EXCHANGE, TOKENS[2], { id: '3' }),
      entryOf({ id: '4', url: TILE }),
    );
    log.chip.value = 'services';
    log.text.value = 'berlin';
    log.tokenFilter.value = log.rowOf('2')?.token ?? null;
    expect(log.lines.value.map(({ row }) => row.id)).toEqual(['2']);
  });

  test('tells once of all that one edit changed', () => {
    const { log, edit } = start(asked(GEOCODE, TOKENS[0], { id: '1' }));
    const seen: unknown[] = [];
    effect(() => {
      seen.push([
        log.rows.value.length,
        log.lines.value.length,
        log.counts.value.all,
        log.timeline.value?.steps[0]?.total,
        log.book.size.value,
      ]);
    });
    edit(rowsOf(asked(GEOCODE, TOKENS[1], { id: '2' })), []);
    edit([], ['1', '2']);
    expect(seen).toEqual([
      [1, 1, 1, 1, 1],
      [2, 2, 2, 2, 2],
      [0, 0, 0, undefined, 0],
    ]);
  });

  test('keeps the place of a request that goes and comes back at once', () => {
    const { log, edit } = start(...['1', '2', '3'].map((id) => asked(GEOCODE, TOKENS[0], { id })));
    edit(rowsOf(asked(GEOCODE, TOKENS[0], { id: '2' })), ['2']);
    edit(rowsOf(asked(GEOCODE, TOKENS[0], { id: '2', status: 500 })), []);
    expect(log.rows.value.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});

describe('an edit of few requests in a long log', () => {
  const LENGTH = 10_000;

  test('looks at few others, whatever filters and order', () => {
    let looks = 0;
    const entryAt = (n: number) =>
      asked(GEOCODE, TOKENS[0], { id: String(n), startedAt: NOW + n * 10, duration: n % 97 });
    const [plain] = rowsOf(entryAt(0));
    if (plain === undefined) throw new Error();
    const watched = (n: number): Row => ({
      ...plain,
      id: String(n),
      get entry() {
        looks++;
        return entryAt(n);
      },
    });
    const { log, edit } = createRequestLog((id) => id);
    edit(
      Array.from({ length: LENGTH }, (_, n) => watched(n)),
      [],
    );
    log.sort.value = { column: 'took', descending: true };
    log.text.value = 'berlin 200';
    log.opened.value = new Set(['7']);
    expect(log.lines.value).toHaveLength(LENGTH);
    const fresh = [LENGTH, LENGTH + 1, 5_000].map(watched);
    looks = 0;
    edit(fresh, ['0', '1']);
    expect(log.lines.value).toHaveLength(LENGTH);
    expect(looks).toBeLessThan(2_000);
  });

  test('asks for the name of each kind of request once', () => {
    let asks = 0;
    const { log, edit } = createRequestLog((id) => {
      asks++;
      return id;
    });
    edit(rowsOf(...Array.from({ length: 300 }, (_, n) => entryOf({ id: String(n) }))), []);
    log.sort.value = { column: 'what', descending: true };
    log.text.value = 'geocode';
    expect(log.lines.value).toHaveLength(300);
    expect(asks).toBe(1);
  });
});

describe('the token filter', () => {
  test('finds requests that carried the token beside another', () => {
    const { log, ids } = start(
      asked(BOOTSTRAP, TOKENS[2], {
        id: 'both',
        requestHeaders: [
          ['Authorization', `Bearer ${TOKENS[2]}`],
          ['X-Maps-Access-Token', TOKENS[0]],
        ],
      }),
      asked(GEOCODE, TOKENS[0], { id: 'alone' }),
      asked(GEOCODE, TOKENS[1], { id: 'other' }),
      entryOf({ id: 'none' }),
    );
    log.tokenFilter.value = log.rowOf('alone')?.token ?? null;
    expect(ids()).toEqual(['both', 'alone']);
    log.showAll();
    expect(ids()).toHaveLength(4);
  });
});

describe('a request that is to be seen', () => {
  const log = () =>
    start(
      ...[1, 2, 3].map((n) => refused(BOOTSTRAP, TOKENS[2], { id: `try ${n}`, startedAt: NOW + n })),
      entryOf({ id: 'asset', url: ASSET, startedAt: NOW + 9000 }),
      entryOf({ id: 'tile', url: TILE, startedAt: NOW + 9001 }),
    );
  const listed = ({ log: { lines } }: ReturnType<typeof log>, id: string) =>
    lines.value.some(({ row }) => row.id === id);

  test.each([
    ['a chip hides', 'tile', 'refused', ''],
    ['the search hides', 'tile', 'all', 'nowhere'],
    ['no chip but the last shows', 'asset', 'all', ''],
    ['is folded', 'try 3', 'all', ''],
    ['is folded and hidden', 'try 2', 'tiles', 'nowhere'],
  ] as const)('and that %s is chosen and listed', (_, id, chip, text) => {
    const all = log();
    all.log.chip.value = chip;
    all.log.text.value = text;
    expect(listed(all, id)).toBe(false);
    all.log.reveal(id);
    expect(listed(all, id)).toBe(true);
    expect(all.log.selected.value?.id).toBe(id);
  });

  test('and is listed leaves the filters as they are', () => {
    const all = log();
    all.log.chip.value = 'tiles';
    all.log.text.value = 'tile';
    all.log.reveal('tile');
    expect([all.log.chip.value, all.log.text.value]).toEqual(['tiles', 'tile']);
  });

  test('and is gone changes nothing', () => {
    const all = log();
    all.log.selectedId.value = 'tile';
    all.log.reveal('gone');
    expect(all.log.selectedId.value).toBe('tile');
  });
});

describe('the selection', () => {
  test('moves over opened lines as they stand', () => {
    const { log } = start(
      ...[1, 2, 3].map((n) => refused(BOOTSTRAP, TOKENS[2], { id: `try ${n}`, startedAt: NOW + n })),
      entryOf({ id: 'tile', url: TILE, startedAt: NOW + 9000 }),
    );
    log.selectedId.value = 'try 1';
    log.move(1);
    expect(log.selectedId.value).toBe('tile');
    log.opened.value = new Set(['try 1']);
    log.move(-1);
    expect(log.selectedId.value).toBe('try 3');
    log.move(Number.NEGATIVE_INFINITY);
    expect(log.selectedId.value).toBe('try 1');
  });
});

test('faults of the search are told', () => {
  const { log, ids } = start(entryOf());
  log.text.value = '/(/';
  expect(log.searchFaults.value).toHaveLength(1);
  expect(ids()).toHaveLength(1);
  log.text.value = '(';
  expect(log.searchFaults.value).toEqual([]);
});
