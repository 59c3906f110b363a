import { describe, expect, it } from 'vitest';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import { readToken } from '../../src/core/index.ts';
import { marksOf } from '../../src/views/panel/uses.ts';
import { authToken, entry, REFUSAL } from './entries.ts';
import { at } from './reader.tsx';

const TOKEN = authToken();

function marks(uses: readonly (readonly [startedAt: number, refused?: boolean])[], thisOne = -1) {
  const make = createRowMaker();
  const rows = uses.map(([startedAt, refused = false]) =>
    make(
      entry({
        startedAt,
        responseHeaders: [],
        token: TOKEN,
        ...(refused ? { status: 401, answer: REFUSAL } : { answer: { accessToken: 'x' } }),
      }),
    ),
  );
  return marksOf(readToken(TOKEN), rows, rows[thisOne]?.id ?? '');
}

// The token lives from 9:00 to 9:30; a fortieth of that are 45 seconds.
describe('the marks on a life line', () => {
  it.each([
    ['stand apart where there is room', [[at(9, 5)], [at(9, 6)]], [1, 1]],
    ['are one with a count where there is none', [[at(9, 5)], [at(9, 5, 30)], [at(9, 5, 40)]], [3]],
    ['tell accepted from refused at one place', [[at(9, 5)], [at(9, 5), true]], [1, 1]],
    ['tell a use behind the end from one before it', [[at(9, 29, 50)], [at(9, 30, 10)]], [1, 1]],
  ] as const)('%s', (_, uses, counts) => {
    expect(marks(uses).map(({ count }) => count)).toEqual(counts);
  });

  it('keep the use that is looked at where they merge', () => {
    const [mark] = marks([[at(9, 5)], [at(9, 5, 30)]], 1);
    expect(mark).toMatchObject({ isThis: true, count: 2 });
    expect(mark?.share).toBeCloseTo(5.5 / 30, 4);
  });
});
