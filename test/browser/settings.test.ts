import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { reloadPanel, waitForRows } from './panel-page.ts';
import { holds } from './profile-files.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';

/** What a person sees of the settings. */
interface Seen {
  readonly view: string;
  readonly chip: string;
  readonly columns: string;
  readonly statusWidth: number;
  readonly sorted: string;
  readonly hint: boolean;
}

/** A list is drawn before it was measured. */
const PATIENCE = { timeout: 15_000 };

const USUAL: Seen = {
  view: 'requests',
  chip: 'All',
  columns: 'time what says status token why took',
  statusWidth: 36,
  sorted: 'time ascending',
  hint: true,
};

describe.each(BROWSERS)('the settings of the panel in %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    await open();
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  async function open(): Promise<void> {
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
  }

  /** The list is drawn with its first row. */
  async function ask(mark: string, token = signAuthToken(stage.key)): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      await send(tab, 'fetch', `${TOKEN}?q=${mark}`, bearer(token));
      const told = await panel
        .waitFor(
          'the request',
          (w) => Number.parseInt(w.document.querySelector('.foot')?.textContent ?? '', 10) > 0,
        )
        .catch(() => false);
      if (told) return;
    }
    throw new Error('No request arrived');
  }

  const seen = (): Promise<Seen> =>
    panel.evaluate((w) => {
      const all = (selector: string) => [...w.document.querySelectorAll<HTMLElement>(selector)];
      const sorted = w.document.querySelector('[aria-sort]');
      return {
        view: w.document.querySelector('.views [aria-selected="true"]')?.getAttribute('data-tab') ?? '',
        chip: w.document.querySelector('.filter[aria-pressed="true"]')?.firstChild?.textContent?.trim() ?? '',
        columns: all('.head > [role="columnheader"]')
          .map(({ className }) => className)
          .join(' '),
        statusWidth: w.document.querySelector('.head > .status')?.getBoundingClientRect().width ?? 0,
        sorted: `${sorted?.className} ${sorted?.getAttribute('aria-sort')}`,
        hint: w.document.querySelector('[data-action="hint-read"]') !== null,
      };
    });

  const stored = () => panel.evaluate(async (w) => JSON.stringify(await w.chrome.storage.local.get(null)));
  const waitUntilStored = (part: string) =>
    panel.waitFor(
      `${part} on disk`,
      async (w, part) => JSON.stringify(await w.chrome.storage.local.get(null)).includes(part),
      part,
    );
  const valueNow = () =>
    panel.evaluate((w) => Number(w.document.querySelector('.splitter')?.getAttribute('aria-valuenow')));

  it('are the usual ones at first', async () => {
    await ask('first');
    await waitForRows(panel, 1);
    await expect.poll(seen, PATIENCE).toEqual(USUAL);
    expect(await stored()).toBe('{}');
  });

  it('are there again after the devtools were closed, and in those of another tab', async () => {
    await panel.click('[data-action="hint-read"]');
    await panel.click('.menu > button');
    await panel.click('[name="column-took"]');
    await panel.press('Escape');
    await panel.click('.head > .status > .sort');
    await panel.press('Shift+ArrowRight');
    await panel.click('.head > .status > .sort');
    await panel.click('.row[aria-rowindex="2"]');
    await panel.waitFor('the edge', (w) => w.document.querySelector('.splitter'));
    const before = await valueNow();
    await panel.evaluate((w) => w.document.querySelector<HTMLElement>('.splitter')?.focus());
    await panel.press('ArrowRight');
    await panel.waitFor(
      'a wider list',
      (w, before) => Number(w.document.querySelector('.splitter')?.getAttribute('aria-valuenow')) > before,
      before,
    );
    const share = await valueNow();
    await panel.click('.details [data-action="close"]');
    await panel.click('.filter:nth-of-type(4)');
    const chosen: Seen = {
      view: 'requests',
      chip: 'Exchanges',
      columns: 'time what says status token why',
      statusWidth: 44,
      sorted: 'status descending',
      hint: false,
    };
    await panel.waitFor('the chip', (w) =>
      w.document.querySelector('.filter[aria-pressed="true"]')?.textContent?.startsWith('Exchanges'),
    );
    await expect.poll(seen, PATIENCE).toEqual(chosen);
    await waitUntilStored('exchanges');

    await devtools.close();
    await open();
    await ask('second');
    await waitForRows(panel, 1);
    await expect.poll(seen, PATIENCE).toEqual(chosen);

    const first = { tab, devtools };
    tab = await stage.browser.newTab(BLANK);
    await open();
    await ask('third');
    await waitForRows(panel, 1);
    await expect.poll(seen, PATIENCE).toEqual(chosen);
    await panel.click('.row[aria-rowindex="2"]');
    await panel.waitFor('the edge', (w) => w.document.querySelector('.splitter'));
    expect(await valueNow()).toBe(share);

    await panel.click('.views [data-tab="tokens"]');
    await waitUntilStored('tokens');
    await first.devtools.close();
    await devtools.close();
    await first.tab.close();
    await open();
    expect((await seen()).view).toBe('tokens');
  });

  it('hold nothing of what was recorded or typed, nor does the profile on disk', async () => {
    const token = signAuthToken(stage.key, { origin: 'planted.test' });
    const secret = token.split('.')[2] ?? '';
    await panel.click('.views [data-tab="requests"]');
    await ask('planted', token);
    await waitForRows(panel, 1);
    await panel.type('input[type="search"]', secret);
    // No signature is searched.
    await waitForRows(panel, 0);
    await panel.type('input[type="search"]', 'planted');
    await waitForRows(panel, 1);
    await panel.click('.row[aria-rowindex="2"]');
    await panel.click('.views [data-tab="inspect"]');
    await panel.type('[name="inspect"]', token);
    await panel.waitFor('the judgement', (w) => w.document.querySelector('.cause'));
    await waitUntilStored('inspect');
    const text = await stored();
    expect(text.length).toBeLessThan(1_000);
    for (const part of [secret, secret.slice(0, 12), 'planted', 'eyJ', 'maps-api'])
      expect(text).not.toContain(part);

    const files = await stage.browser.profileFiles();
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => holds(file, secret))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['of another version', JSON.stringify({ version: 99, view: 'inspect' })],
    [
      'of the wrong types',
      JSON.stringify({ version: 1, view: 7, chip: null, sort: [], columns: '', split: {}, hintRead: 'no' }),
    ],
    ['no text at all', { view: 'inspect' }],
    ['four million characters', 'x'.repeat(4_000_000)],
  ])('count as none when they are %s', async (_, value) => {
    // Whatever was chosen before this has come to rest on disk.
    await panel.evaluate(async (w, value) => {
      await new Promise((resolve) => w.setTimeout(resolve, 300));
      await w.chrome.storage.local.set({ panel: value });
    }, value as string);
    await reloadPanel(panel);
    await waitForRows(panel, 1);
    await expect.poll(seen, PATIENCE).toEqual(USUAL);
    await panel.click('[data-action="hint-read"]');
    await waitUntilStored('hintRead\\":true');
  });
});
