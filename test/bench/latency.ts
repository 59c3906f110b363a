/** From an answer to its row, and from a key to the list that it asked for. */
import type { View } from '../browser/drivers/driver.ts';
import { rowCount } from '../browser/panel-page.ts';
import { sendToApple, type Tokens } from './load.ts';
import { pause, type Seats } from './seat.ts';
import { nextRow, nextStroke } from './watch.ts';

/**
 * Milliseconds from the moment the page has an answer to the moment its row is painted, of each that got one. The two
 * panels take turns, so that a busy moment of the machine meets both.
 */
export async function answersToRows(
  seats: Seats,
  tokens: Tokens,
  first: number,
  count: number,
): Promise<{ readonly meridian: readonly number[]; readonly floor: readonly number[] }> {
  const delays = { meridian: [] as number[], floor: [] as number[] };
  for (let n = first; n < first + count; n++) {
    for (const kind of ['floor', 'meridian'] as const) {
      const { panel, tab } = seats[kind];
      const row = nextRow(panel);
      const answered = await sendToApple(tab, tokens, { first: n, count: 1, parallel: 1 });
      const painted = await row;
      if (painted !== null) delays[kind].push(painted - answered);
      // What follows a request, such as the counters, is drawn by then.
      await pause(150);
    }
  }
  return delays;
}

const SEARCH = 'input[type="search"]';

/** Milliseconds from each key of a word typed into the search field to its painted list. */
export async function strokesToLists(panel: View, passes: number): Promise<readonly number[]> {
  const [start = '', ...keys] = 'zqjx';
  const counts = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    await panel.type(SEARCH, [start, ...keys.slice(0, at + 1)].join(''));
    counts.set(key, await steadyRowCount(panel));
  }
  const delays: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    await panel.type(SEARCH, start);
    await steadyRowCount(panel);
    for (const key of keys) {
      const list = nextStroke(panel, counts.get(key) ?? 0);
      // The view must be listening before the key comes.
      await panel.evaluate(() => undefined);
      await panel.press(key);
      const delay = await list;
      if (delay === null) throw new Error(`The list never answered the key ${key}`);
      delays.push(delay);
      await pause(50);
    }
  }
  await panel.type(SEARCH, '');
  await steadyRowCount(panel);
  return delays;
}

async function steadyRowCount(panel: View): Promise<number> {
  let count = await rowCount(panel);
  for (let before = -1; before !== count; ) {
    await pause(200);
    before = count;
    count = await rowCount(panel);
  }
  return count;
}
