import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHIPS, chipHolds, NO_COUNTS, recounted } from '../../../src/app/panel/filter.ts';
import { asked, BOOTSTRAP, EXCHANGE, entryOf, GEOCODE, refused, TILE } from '../../fixtures/entries.ts';
import { rowsOf } from '../../fixtures/rows.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';

const ASSET = 'https://cdn.apple-mapkit.com/mk/5.76.90/images/logo.svg';

const rows = rowsOf(
  asked(EXCHANGE, authToken(), { id: 'exchange' }),
  asked(BOOTSTRAP, authToken({}, { typ: 'jwt' }), { id: 'bootstrap' }),
  refused(GEOCODE, accessToken({ exp: T - 1 }), { id: 'service' }),
  entryOf({ url: TILE, id: 'tile', body: { state: 'binary' } }),
  entryOf({ url: ASSET, id: 'asset', body: { state: 'binary' } }),
  entryOf({ url: ASSET, id: 'lost', status: 503, body: { state: 'binary' } }),
);

describe('each request', () => {
  test.each([
    ['exchange', ['all', 'exchanges']],
    ['bootstrap', ['all', 'warnings', 'bootstraps']],
    ['service', ['all', 'refused', 'services']],
    ['tile', ['all', 'tiles']],
    ['asset', ['other']],
    ['lost', ['all', 'refused', 'other']],
  ] as const)('%s stands under its chips', (id, chips) => {
    const row = rows.find((candidate) => candidate.id === id);
    expect(CHIPS.filter((chip) => row !== undefined && chipHolds(chip, row))).toEqual(chips);
  });
});

describe('the counts', () => {
  test('follow what comes and goes as if all were counted anew', () => {
    const some = fc.subarray([...rows]);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const gone = before.filter((row) => !after.includes(row));
        const fresh = after.filter((row) => !before.includes(row));
        const counts = recounted(recounted(NO_COUNTS, [], before), gone, fresh);
        for (const chip of CHIPS)
          expect(counts[chip]).toBe(after.filter((row) => chipHolds(chip, row)).length);
      }),
    );
  });

  test('leave those before as they were', () => {
    recounted(NO_COUNTS, [], rows);
    expect(NO_COUNTS.all).toBe(0);
  });
});
