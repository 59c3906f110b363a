import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { focusOn, lostFocus, tabTo, watchFocus } from './focus.ts';
import { reloadPanel, rowCount } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';
const BOOTSTRAP = 'https://cdn.apple-mapkit.com/ma/bootstrap?apiVersion=2&mkjsVersion=5.79.0&poi=1';

/** More than the list shows at once. */
const ROWS = 24;
/** Firefox's devtools may lose one or another. */
const AT_LEAST = 20;

const ROW = '.rows > .row[tabindex="0"]';
const SEARCH = 'input[type="search"]';

describe.each(BROWSERS)('the keyboard alone in %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
    await devtools.resize(1400, 420);
    for (let n = 0; n < ROWS; n++)
      await send(tab, 'fetch', `${TOKEN}?q=${n}`, bearer(signAuthToken(stage.key)));
    const refused = bearer(signAuthToken(stage.key, { iat: 1_699_999_000, exp: 1_700_000_000 }));
    // Until two of the same are known, whatever was lost.
    for (let n = 0; n < 3; n++) await send(tab, 'fetch', BOOTSTRAP, refused);
    await panel.waitFor(
      'all rows',
      (w, least) => {
        const count = Number(w.document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount'));
        return count > least && w.document.querySelector('.again') !== null;
      },
      AT_LEAST,
    );
    await watchFocus(panel);
  });
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount === undefined || task.result.retryCount === 0) return;
    await reloadPanel(panel);
    await watchFocus(panel);
    await tabTo(panel, ROW);
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await panel.press(key);
  };
  const at = (selector: string) => focusOn(panel, selector);
  const shows = (what: string, selector: string, text = '') =>
    panel.waitFor(
      what,
      (w, selector, text) => w.document.querySelector(selector)?.textContent?.includes(text) || null,
      selector,
      text,
    );
  /** Waits until the field has that text. */
  const holds = (field: string, text: string) =>
    panel.waitFor(
      `“${text}” in ${field}`,
      (w, field, text) => w.document.querySelector<HTMLInputElement>(field)?.value === text,
      field,
      text,
    );
  const isGone = (selector: string) =>
    panel.waitFor(`no ${selector}`, (w, selector) => w.document.querySelector(selector) === null, selector);
  const attribute = (selector: string, name: string) =>
    panel.evaluate(
      (w, selector, name) => w.document.querySelector(selector)?.getAttribute(name) ?? null,
      selector,
      name,
    );
  /** Waits until that row has the focus and is the chosen one. */
  const isChosen = (index: number) => at(`.row[aria-selected="true"][aria-rowindex="${index}"]`);
  const indexNow = () =>
    panel.evaluate((w) => Number(w.document.activeElement?.getAttribute('aria-rowindex')));

  it('goes in by Tab, through every control, to the list and back', async () => {
    const before = await tabTo(panel, '.record');
    expect(before.length).toBeLessThan(5);
    const passed = await tabTo(panel, ROW);
    for (const name of ['Clear', 'Requests', 'Preserve log', 'More', 'Refused', 'Time'])
      expect(passed.join(', ')).toContain(name);
    expect(passed.join(', ')).not.toContain('Tokens');
    await tabTo(panel, SEARCH, 'Shift+Tab');
    await tabTo(panel, ROW);
  });

  it('walks the list', async () => {
    const last = (await rowCount(panel)) + 1;
    await press('Home');
    await isChosen(2);
    await press('ArrowDown', 'ArrowDown');
    await isChosen(4);
    await press('ArrowUp');
    await isChosen(3);
    await press('PageDown');
    await panel.waitFor(
      'a page on',
      (w) => Number(w.document.activeElement?.getAttribute('aria-rowindex')) > 5,
    );
    const page = (await indexNow()) - 3;
    await press('PageUp');
    await isChosen(3);
    expect(page).toBeGreaterThan(2);
    await press('End');
    await isChosen(last);
    await press('ArrowDown');
    await isChosen(last);
  });

  it('leaves the focus in the search, where the list had nothing to move to', async () => {
    await press('End', 'ArrowDown', '/');
    await at(SEARCH);
    await press('q', '=');
    await holds(SEARCH, 'q=');
    await at(SEARCH);
    await press('Escape', 'Escape');
    await at(ROW);
  });

  it('searches, and comes back', async () => {
    const all = await rowCount(panel);
    await press('/');
    await at(SEARCH);
    await press('q', '=', '7');
    await panel.waitFor(
      'one row',
      (w) => w.document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') === '2',
    );
    // Keys of the panel are letters here.
    await press('?', 'c', '1');
    await holds(SEARCH, 'q=7?c1');
    await press('Escape');
    await panel.waitFor(
      'all rows',
      (w, all) =>
        w.document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') === String(all + 1),
      all,
    );
    await at(SEARCH);
    await press('Escape');
    await at(ROW);
    await press('Control+f');
    await at(SEARCH);
    await press('Escape');
    await at(ROW);
    expect(await devtools.openedOwn()).not.toBe(true);
  });

  it('opens the tries of one failure, and closes them', async () => {
    const folded = await rowCount(panel);
    await press('End');
    await isChosen(folded + 1);
    expect(await attribute('.row[aria-selected="true"] .again', 'aria-expanded')).toBe('false');
    await press('ArrowRight');
    await panel.waitFor('the tries', (w) => w.document.querySelectorAll('.row[data-level="2"]').length > 0);
    await at('.row:has(.again[aria-expanded="true"])');
    await press('ArrowDown');
    await at('.row[data-level="2"]');
    await press('ArrowLeft');
    await isGone('.row[data-level="2"]');
    await isChosen(folded + 1);
  });

  it('opens the details, goes into their tabs, and keeps the tab while the list moves', async () => {
    await press('Home');
    await isChosen(2);
    await press('Escape');
    await isGone('.details');
    await at(`${ROW}[aria-rowindex="2"]`);
    await press('Enter');
    await shows('the details', '.details [role="tabpanel"]');
    await isChosen(2);
    await press('Enter');
    await at('[data-tab="diagnosis"]');
    await press('ArrowRight', 'ArrowRight');
    await at('[data-tab="request"][aria-selected="true"]');
    await press('Home');
    await at('[data-tab="diagnosis"][aria-selected="true"]');
    await press('ArrowRight');
    await at('[data-tab="token"][aria-selected="true"]');
    await press('Escape');
    await isGone('.details');
    await at(`${ROW}[aria-rowindex="2"]`);
    await press('Enter', 'ArrowDown');
    await isChosen(3);
    expect(await attribute('.details [role="tab"][aria-selected="true"]', 'data-tab')).toBe('token');
    expect(await devtools.openedOwn()).not.toBe(true);
  });

  it('moves the edge between list and details', async () => {
    await tabTo(panel, '.splitter');
    const before = Number(await attribute('.splitter', 'aria-valuenow'));
    await press('ArrowRight', 'ArrowRight');
    await panel.waitFor(
      'a wider list',
      (w, before) => Number(w.document.querySelector('.splitter')?.getAttribute('aria-valuenow')) > before,
      before,
    );
    await press('ArrowLeft', 'ArrowLeft');
    await panel.waitFor(
      'the width before',
      (w, before) => Number(w.document.querySelector('.splitter')?.getAttribute('aria-valuenow')) === before,
      before,
    );
    await at('.splitter');
  });

  it('copies what has the focus, and says so', async () => {
    await tabTo(panel, ROW, 'Shift+Tab');
    await press('c');
    await shows('that it was copied', '.copy-status', 'Copied.');
    await at(ROW);
    // What was copied no page can read; what is written is heard on the way.
    await panel.evaluate((w) => {
      const copied: string[] = [];
      Object.assign(w, { copied });
      Object.assign(w.navigator.clipboard, { writeText: async (text: string) => void copied.push(text) });
    });
    await press('c', 'Enter');
    await at('[data-tab="token"]');
    await press('Tab');
    await at('[role="tabpanel"]');
    await press('ArrowDown');
    await at('[role="tabpanel"] [data-copies]');
    await press('Control+c');
    const copied = await panel.waitFor('two copies', (w) => {
      const { copied } = w as unknown as { copied: string[] };
      return copied.length === 2 && copied;
    });
    expect(copied[0]).toMatch(/^GET https:\/\/maps-api\.apple\.com\/v1\/token\?q=/);
    expect(copied[1]).toBeTruthy();
    await press('Escape');
    await at(ROW);
  });

  it('has a sheet of its keys, over which no other key works', async () => {
    await press('?');
    await at('dialog *');
    await press('2', 'Control+l', '/');
    await at('dialog *');
    await press('Escape');
    await isGone('dialog');
    await at(ROW);
    expect(await attribute('.views [aria-selected="true"]', 'data-tab')).toBe('requests');
    expect(await rowCount(panel)).toBeGreaterThan(2);
    expect(await devtools.openedOwn()).not.toBe(true);
  });

  it('sorts and resizes by the heads', async () => {
    await tabTo(panel, '.time > .sort', 'Shift+Tab');
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await at('.status > .sort');
    await press('ArrowLeft', 'ArrowRight', 'Enter');
    await panel.waitFor(
      'the order',
      (w) => w.document.querySelector('.head > .status')?.getAttribute('aria-sort') === 'ascending',
    );
    await press('Enter');
    await panel.waitFor(
      'the other order',
      (w) => w.document.querySelector('.head > .status')?.getAttribute('aria-sort') === 'descending',
    );
    const width = () =>
      panel.evaluate((w) => w.document.querySelector('.head > .status')?.getBoundingClientRect().width ?? 0);
    const before = await width();
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await panel.waitFor(
      'a wider column',
      (w, before) =>
        (w.document.querySelector('.head > .status')?.getBoundingClientRect().width ?? 0) === before + 16,
      before,
    );
    await press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
    await panel.waitFor(
      'the order of time',
      (w) => w.document.querySelector('.head > .time')?.getAttribute('aria-sort') === 'ascending',
    );
    expect(await width()).toBe(before);
    await at('.status > .sort');
  });

  it('hides a column in the menu, and comes back to its button', async () => {
    await press('/');
    await at(SEARCH);
    await press('Shift+Tab');
    await at('.menu > button');
    await press('Enter');
    await tabTo(panel, '[name="column-time"]');
    await press(' ');
    await isGone('.head > .time');
    await at('[name="column-time"]');
    await press(' ');
    await shows('the column', '.head > .time');
    await press('Escape');
    await isGone('.menu-sheet');
    await at('.menu > button[aria-expanded="false"]');
    expect(await devtools.openedOwn()).not.toBe(true);
  });

  it('has a button of the menu for the sheet of keys, and the focus back on the menu', async () => {
    await press('Enter');
    await tabTo(panel, '[data-action="keys"]');
    await press('Enter');
    await at('dialog *');
    await press('?');
    await isGone('dialog');
    await at('.menu > button');
  });

  it('switches the views, and goes where their lines are', async () => {
    await press('2');
    await at('.rows > .leaf[tabindex="0"]');
    await press('1');
    await at(ROW);
    await press('2', '3');
    await at('[data-tab="inspect"][aria-selected="true"]');
    await press('1');
    await at(ROW);
  });

  it('walks the tree of tokens, compares two, and lists the requests of one', async () => {
    await press('2');
    await at('.leaf[tabindex="0"]');
    await press('End');
    await at('.leaf[aria-level="2"]');
    await press('ArrowLeft');
    await at('.leaf[aria-level="1"][aria-expanded="true"]');
    await press('ArrowLeft');
    await at('.leaf[aria-expanded="false"]');
    await press('ArrowRight');
    await at('.leaf[aria-expanded="true"]');
    await press('Home', 'Enter');
    await shows('the details', '.details #tokens-panel');
    await at('.leaf[aria-rowindex="2"]');
    await press('End', 'ArrowLeft', 'x');
    await shows('what differs', 'table.compare');
    await at('.leaf[aria-selected="true"]');
    await press('Enter');
    await shows('the details of the other', '.details #tokens-panel');
    await press('Enter');
    await at('.details [role="tab"]');
    await press('Escape');
    await isGone('.details');
    await at('.leaf[tabindex="0"]');
    await press('f');
    await shows('the token whose requests are listed', '.only');
    await at(ROW);
    await press('/', 'Tab');
    await at('[data-action="all-tokens"]');
    await press('Enter');
    await isGone('.only');
    await at(SEARCH);
    await press('Escape');
    await at(ROW);
  });

  it('judges what is typed', async () => {
    await press('3');
    await at('[data-tab="inspect"]');
    await tabTo(panel, '[name="inspect"]');
    await press(...'Bearer undefined');
    await shows('the cause', '.cause', 'bearer-placeholder');
    await at('[name="inspect"]');
    await press('1', '?');
    await holds('[name="inspect"]', 'Bearer undefined1?');
    await tabTo(panel, '[data-tab="inspect"]', 'Shift+Tab');
    await press('1');
    await at(ROW);
  });

  it('pauses and goes on', async () => {
    await press('Control+e');
    await panel.waitFor(
      'the pause',
      (w) => w.document.querySelector('.record')?.getAttribute('aria-pressed') === 'false',
    );
    await press('Control+e');
    await panel.waitFor(
      'the recording',
      (w) => w.document.querySelector('.record')?.getAttribute('aria-pressed') === 'true',
    );
    await at(ROW);
  });

  it.each(['Control+l', 'Control+k'])('clears by %s, and the focus has a place', async (key) => {
    if ((await rowCount(panel)) === 0) {
      await send(tab, 'fetch', `${TOKEN}?q=again`, bearer(signAuthToken(stage.key)));
      await panel.waitFor('a row', (w) => w.document.querySelector('.rows > .row'));
      await press('1');
    }
    await at(ROW);
    await press('Enter', 'Enter');
    await at('.details [role="tab"]');
    await press(key);
    await shows('the empty list', '.list > .empty');
    await at('.views [aria-selected="true"]');
  });

  it('never left the focus nowhere, nor opened anything of the devtools', async () => {
    expect(await lostFocus(panel)).toEqual([]);
    expect(await devtools.openedOwn()).not.toBe(true);
  });
});
