/** What a person reads and does in the panel. */
import type { View } from './drivers/driver.ts';
import { hasMounted } from './drivers/mounted.ts';

export interface ListRow {
  readonly what: string;
  readonly status: string;
  readonly cause: string;
  readonly details: string;
  readonly token: string;
  /** `refused`, `warning` or empty. */
  readonly mark: string;
}

/** The rows in the list as drawn now. */
export function rows(panel: View): Promise<readonly ListRow[]> {
  return panel.evaluate((w) =>
    [...w.document.querySelectorAll<HTMLElement>('[role="grid"] [role="row"][aria-rowindex]:not(.head)')].map(
      (row) => {
        const cell = (name: string) => row.querySelector(`.${name}`)?.textContent ?? '';
        return {
          // Without the count of its tries.
          what: row.querySelector('.what')?.firstChild?.textContent ?? '',
          status: cell('status'),
          cause: cell('why'),
          details: cell('says'),
          token: cell('token'),
          mark: row.dataset.is ?? '',
        };
      },
    ),
  );
}

/** How many rows the list has, drawn or not. */
export function rowCount(panel: View): Promise<number> {
  return panel.evaluate(
    (w) => Number(w.document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? '1') - 1,
  );
}

export async function waitForRows(panel: View, count: number): Promise<void> {
  await panel.waitFor(
    `${count} rows`,
    (w, count) => {
      const grid = w.document.querySelector('[role="grid"]');
      return Number(grid?.getAttribute('aria-rowcount') ?? '1') - 1 === count || null;
    },
    count,
  );
}

/** Types into the search field and waits until the list holds that many rows. */
export async function search(panel: View, text: string, count: number): Promise<readonly ListRow[]> {
  await panel.type('input[type="search"]', text);
  await waitForRows(panel, count);
  return rows(panel);
}

/**
 * Sends a request that bears a mark in its URL, and gives the row it becomes.
 *
 * Firefox's devtools lose about one in forty of requests that follow each other quickly: neither an event nor getHAR has
 * them (measured in 153 ESR, the same with an extension that only counts). A lost one is sent again, under a new mark.
 */
export async function rowOf(
  panel: View,
  mark: string,
  play: (mark: string) => Promise<unknown>,
  tries = 4,
): Promise<ListRow> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const marked = `${mark}.${attempt}`;
    await play(marked);
    await panel.type('input[type="search"]', marked);
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      const [row] = await rows(panel);
      if (row !== undefined && (await rowCount(panel)) === 1) return row;
    }
  }
  throw new Error(`No row for ${mark} after ${tries} tries`);
}

const PATIENCE = 6_000;

/** Chooses the n-th drawn row by a click, and a tab of its details; gives the text that the details show. */
export async function details(panel: View, nth: number, tab: string): Promise<string> {
  await panel.click(`[role="grid"] [role="row"][aria-rowindex="${nth + 2}"]`);
  return detailsTab(panel, tab);
}

export async function detailsTab(panel: View, tab: string): Promise<string> {
  await panel.click(`[role="tab"][data-tab="${tab}"]`);
  return panel.waitFor(
    'the details',
    (w) => w.document.querySelector<HTMLElement>('[role="tabpanel"]')?.textContent || null,
  );
}

export interface Counters {
  readonly seen: number;
  readonly kept: number;
  readonly dropped: number;
  readonly filtered: number;
}

/** Waits until the foot counts that many kept requests (it may lag a moment), and gives all four numbers. */
export function countersAt(panel: View, kept: number, filteredAtLeast = 0): Promise<Counters> {
  return panel.waitFor(
    `${kept} kept in the foot`,
    (w, kept, filteredAtLeast) => {
      const foot = w.document.querySelector('.foot')?.textContent ?? '';
      const [seen = -1, keptNow = -1, dropped = -1, filtered = -1] = foot.match(/\d+/g)?.map(Number) ?? [];
      return keptNow === kept && filtered >= filteredAtLeast ? { seen, kept, dropped, filtered } : null;
    },
    kept,
    filteredAtLeast,
  );
}

/** The panel's document anew, as when it is docked elsewhere: nothing of what was typed or chosen stays, the log does. */
export async function reloadPanel(panel: View): Promise<void> {
  await panel.evaluate((w) => {
    Object.assign(w, { leaving: true });
    w.location.reload();
  });
  await panel.waitFor('the next document', (w) => !('leaving' in w));
  await panel.waitFor('the panel', hasMounted);
}
