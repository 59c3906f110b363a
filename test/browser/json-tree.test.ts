import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { details, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const SEARCH = 'https://maps-api.apple.com/v1/search?q=all';

/** In the whole panel, however long the body is. */
const MOST_NODES = 700;

/** An answer of 5 MB with some 300,000 nodes. Its harbours lie where Firefox, too, hands it over. */
function largeAnswer(): { readonly results: readonly object[] } {
  const results = Array.from({ length: 21_000 }, (_, id) => ({
    id: `I${id}`,
    name: id >= 2000 && id < 2003 ? `Harbour ${id}` : `Mill Street ${id}`,
    coordinate: { latitude: 44 + id / 100_000, longitude: -123 - id / 100_000 },
    isOpen: id % 2 === 0,
    note: null,
    formattedAddressLines: [`${id} Mill Street`, 'Springfield, IL 62701', 'United States'],
    structuredAddress: { administrativeArea: 'Illinois', locality: 'Springfield', postCode: '62701' },
  }));
  return { results };
}

describe.each(BROWSERS)('a body of 5 MB in %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
    const body = JSON.stringify(largeAnswer());
    expect(body.length).toBeGreaterThan(5_000_000);
    stage.standIn.tell({
      match: { host: 'maps-api.apple.com', path: '/v1/search' },
      answer: { kind: 'status', status: 200, body },
    });
    await send(tab, 'fetch', SEARCH, bearer(signAuthToken(stage.key)));
    await waitForRows(panel, 1);
    await details(panel, 0, 'response');
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  const chosenSays = (text: string) =>
    panel.waitFor(
      `the node ${text}`,
      (w, text) => w.document.querySelector('.json-row[tabindex="0"]')?.textContent?.includes(text) || null,
      text,
    );
  const counts = (text: string) =>
    panel.waitFor(
      `the count ${text}`,
      (w, text) => w.document.querySelector('.json-search .count')?.textContent === text || null,
      text,
    );
  const focused = () => panel.evaluate((w) => w.document.activeElement?.textContent ?? '');
  const fieldHolds = (text: string) =>
    panel.waitFor(
      `the field to hold ${text}`,
      (w, text) => w.document.querySelector<HTMLInputElement>('[name="json-search"]')?.value === text || null,
      text,
    );

  /** What the clipboard holds, by the search field. Copying takes a moment, and nothing in the page tells its end. */
  async function pasted(expected: string): Promise<string> {
    for (let left = 20; ; left--) {
      await panel.press('Control+a');
      await panel.press('Control+v');
      const text = await panel.evaluate(
        (w) => w.document.querySelector<HTMLInputElement>('[name="json-search"]')?.value ?? '',
      );
      if (text === expected || left === 0) return text;
    }
  }

  async function expectFewNodes(): Promise<void> {
    const nodes = await panel.evaluate((w) => w.document.querySelectorAll('*').length);
    expect(nodes).toBeLessThanOrEqual(MOST_NODES);
  }

  it('is a tree with few nodes in the document', async () => {
    const items = await panel.waitFor('the tree', (w) =>
      Number(w.document.querySelector('.json-row[aria-level="3"]')?.getAttribute('aria-setsize')),
    );
    const said = await panel.evaluate((w) => w.document.querySelector('[role="tabpanel"]')?.textContent);
    if (browserName === 'firefox') {
      // Its devtools keep 768 KiB of an answer.
      expect(items).toBeGreaterThan(2500);
      expect(said).toContain('The first 786432 of ');
    } else {
      expect(items).toBe(21_000);
      expect(said).not.toContain('are kept');
    }
    await expectFewNodes();
  });

  it('is walked by the keyboard, with one tab stop', async () => {
    await panel.evaluate((w) => w.document.querySelector<HTMLElement>('.json-row[tabindex="0"]')?.focus());
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await panel.press(key);
    await chosenSays('idI0');
    for (const key of ['ArrowDown', 'ArrowDown']) await panel.press(key);
    await chosenSays('coordinate');
    expect(await focused()).toContain('44, -123');
    await panel.press('End');
    await panel.waitFor('the last item', (w) => {
      const row = w.document.activeElement;
      const last = row?.getAttribute('aria-setsize');
      return (last !== null && Number(last) > 2500 && row?.getAttribute('aria-posinset') === last) || null;
    });
    await expectFewNodes();
    await panel.press('Home');
    await chosenSays('{1}');
    expect(await focused()).toContain('{1}');
    expect(await panel.evaluate((w) => w.document.querySelectorAll('.json-row[tabindex="0"]').length)).toBe(
      1,
    );
  });

  it('is opened and closed by a click', async () => {
    const results = '.json-row[aria-level="2"]';
    for (const open of ['false', 'true']) {
      await panel.click(results);
      await panel.waitFor(
        `the results to be ${open}`,
        (w, results, open) =>
          w.document.querySelector(results)?.getAttribute('aria-expanded') === open || null,
        results,
        open,
      );
    }
  });

  it('is searched, and opens what is found', async () => {
    await panel.type('[name="json-search"]', 'HARBOUR');
    await counts('1 of 3');
    await chosenSays('Harbour 2000');
    await panel.press('Enter');
    await chosenSays('Harbour 2001');
    await counts('2 of 3');
    await panel.press('Shift+Enter');
    await panel.press('Shift+Enter');
    await chosenSays('Harbour 2002');
    expect(
      await panel.evaluate((w) => w.document.querySelector('[aria-selected="true"] mark')?.textContent),
    ).toBe('Harbour');
    await expectFewNodes();
  });

  it('leaves the search by Escape, step by step', async () => {
    await panel.press('Escape');
    await fieldHolds('');
    await panel.press('Escape');
    await panel.waitFor(
      'the focus in the tree',
      (w) => w.document.activeElement?.classList.contains('json-row') || null,
    );
  });

  it('shows a value whole by Enter, and hides it again', async () => {
    await panel.press('Enter');
    const whole = await panel.waitFor(
      'the whole value',
      (w) => w.document.querySelector('.json-whole')?.textContent || null,
    );
    expect(whole).toBe('Harbour 2002');
    await panel.press('Enter');
    await panel.waitFor('it to be hidden', (w) => w.document.querySelector('.json-whole') === null || null);
  });

  it('gives a coordinate to the copy key', async () => {
    await panel.press('ArrowDown');
    await chosenSays('44.02002, -123.02002');
    await panel.press('c');
    await panel.press('/');
    expect(await pasted('44.02002, -123.02002')).toBe('44.02002, -123.02002');
    await panel.press('Escape');
    await fieldHolds('');
  });

  it('has no serious findings, and is raw where the reader wants it so', async () => {
    await panel.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
    const serious = (await panel.axe()).filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious).toEqual([]);
    await panel.click('[data-form="raw"]');
    const raw = await panel.waitFor(
      'the text',
      (w) => w.document.querySelector('pre.raw')?.textContent || null,
    );
    expect(raw).toContain('{"results":[{"id":"I0","name":"Mill Street 0"');
    await expectFewNodes();
    await panel.click('[data-form="tree"]');
    await panel.waitFor('the tree', (w) => w.document.querySelector('[role="tree"]'));
  });
});
