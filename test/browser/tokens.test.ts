import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, Theme, View } from './drivers/driver.ts';
import { detailsTab } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const BOOTSTRAP = 'https://cdn.apple-mapkit.com/ma/bootstrap?apiVersion=2&mkjsVersion=5.79.0&poi=1';
const GEOCODE = 'https://maps-api.apple.com/v1/geocode?q=';

const LINE = '[role="treegrid"] [role="row"]:not(.head)';

describe.each(BROWSERS)('the tokens in the panel of %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
    await panel.click('[data-tab="tokens"]');
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  const lines = () =>
    panel.evaluate(
      (w, line) => [...w.document.querySelectorAll<HTMLElement>(line)].map(({ textContent }) => textContent),
      LINE,
    );

  const waitForLines = (count: number) =>
    panel.waitFor(
      `${count} lines`,
      (w, line, count) => w.document.querySelectorAll(line).length === count || null,
      LINE,
      count,
    );

  /** Waits until the focus is on the line of that place, the head being the first. */
  const isAt = (place: number) =>
    panel.waitFor(
      `the focus on line ${place}`,
      (w, place) => w.document.activeElement?.getAttribute('aria-rowindex') === String(place) || null,
      place,
    );

  async function expectAccessible(where: string): Promise<void> {
    await panel.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
    const serious = (await panel.axe()).filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious, where).toEqual([]);
  }

  it('say that there is none yet', async () => {
    await panel.waitFor('the empty state', (w) => w.document.querySelector('.empty h2'));
    await expectAccessible('no token');
  });

  it('stand by descent, however the answers came', async () => {
    const auth = signAuthToken(stage.key, { origin: 'demo.test' });
    const { body } = await send(tab, 'fetch', BOOTSTRAP, bearer(auth));
    const { authInfo } = JSON.parse(body ?? '{}') as { authInfo: { access_token: string } };
    await send(tab, 'fetch', `${GEOCODE}a`, bearer(authInfo.access_token));
    await send(tab, 'fetch', `${GEOCODE}b`, bearer(authInfo.access_token));
    await send(tab, 'fetch', `${GEOCODE}c`, bearer(signAuthToken(stage.key, { exp: 1_700_000_000 })));
    await waitForLines(7);
    const [first, answer, access, one, two, other, refused] = await lines();
    expect(first).toContain(auth.slice(-4));
    expect(answer).toMatch(/^Bootstrap200/);
    expect(access).toContain(authInfo.access_token.slice(-4));
    expect([one, two]).toEqual([expect.stringContaining('q=a'), expect.stringContaining('q=b')]);
    expect(other).toMatch(/ended .* ago/);
    expect(refused).toMatch(/^Geocode401/);
  });

  it('are walked, opened and closed by the keyboard', async () => {
    await panel.evaluate((w, line) => w.document.querySelector<HTMLElement>(line)?.focus(), LINE);
    await isAt(2);
    await panel.press('End');
    await isAt(8);
    await panel.press('ArrowLeft');
    await isAt(7);
    await panel.press('Home');
    await isAt(2);
    for (const place of [3, 4, 5]) {
      await panel.press('ArrowRight');
      await isAt(place);
    }
    await panel.press('ArrowLeft');
    await isAt(4);
    await panel.press('ArrowLeft');
    await waitForLines(5);
    await isAt(4);
    await panel.press('ArrowRight');
    await waitForLines(7);
  });

  it('are chosen, compared and left by the keyboard', async () => {
    await panel.press('Home');
    await isAt(2);
    await panel.press('Enter');
    await panel.waitFor('the details', (w) => w.document.querySelector('#tokens-panel'));
    await panel.press('ArrowDown');
    await isAt(3);
    await panel.press('ArrowDown');
    await isAt(4);
    await panel.press('x');
    await panel.waitFor('the comparison', (w) => w.document.querySelector('table.compare mark'));
    const selected = await panel.evaluate(
      (w, line) =>
        [...w.document.querySelectorAll(`${line}[aria-selected="true"]`)].map((row) =>
          row.getAttribute('aria-rowindex'),
        ),
      LINE,
    );
    expect(selected).toEqual(['2', '4']);
    await expectAccessible('two tokens');
    await panel.press('Escape');
    await panel.waitFor('no details', (w) => w.document.querySelector('.details') === null || null);
    await isAt(4);
  });

  it('run with the clock in text and marks alone', async () => {
    await panel.click(`${LINE}[aria-rowindex="2"]`);
    await detailsTab(panel, 'overview');
    const touched = await panel.evaluate(
      (w) =>
        new Promise<string[]>((resolve) => {
          const tree = w.document.querySelector('[role="treegrid"]');
          const seen: string[] = [];
          const observer = new w.MutationObserver((records) => {
            for (const { type, attributeName, target } of records)
              seen.push(`${type} ${attributeName ?? ''} ${target.parentElement?.className ?? ''}`.trim());
          });
          if (tree !== null)
            observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
          w.setTimeout(() => {
            observer.disconnect();
            resolve([...new Set(seen)]);
          }, 2_500);
        }),
    );
    expect(touched).toContain('characterData  countdown');
    expect(
      touched.filter((what) => !/^(characterData {2}countdown|attributes style .*)$/.test(what)),
    ).toEqual([]);
  });

  it.each<Theme>(['light', 'dark'])(
    'have no serious findings in the %s theme, wide and narrow',
    async (theme) => {
      await stage.browser.setTheme(theme);
      await panel.waitFor(
        'the theme',
        (w, theme) => w.matchMedia(`(prefers-color-scheme: ${theme})`).matches || null,
        theme,
      );
      for (const width of [1400, 360]) {
        await devtools.resize(width);
        for (const name of ['overview', 'token', 'uses', 'compare']) {
          await detailsTab(panel, name);
          await expectAccessible(`${name} at ${width}`);
        }
      }
      await devtools.resize(1400);
    },
  );

  it('lead to their requests, and requests to their tokens', async () => {
    await panel.click(`${LINE}[aria-rowindex="4"]`);
    await detailsTab(panel, 'uses');
    await panel.click('.use');
    await panel.waitFor('the request', (w) =>
      w.document
        .querySelector('[role="grid"] [role="row"][aria-selected="true"]')
        ?.textContent?.includes('q=a'),
    );
    const lineage = await detailsTab(panel, 'lineage');
    expect(lineage).toMatch(/Bootstrap200.*Geocode200/);
    await expectAccessible('lineage');
    await panel.click('.lineage [data-request]');
    await panel.waitFor('the answer that issued it', (w) =>
      w.document
        .querySelector('[role="grid"] [role="row"][aria-selected="true"]')
        ?.textContent?.includes('Bootstrap'),
    );
    await panel.click('.lineage .link .chip');
    await panel.waitFor('the token', (w) => w.document.querySelector('#tokens-panel'));
    await isAt(2);
  });

  it('show their requests alone', async () => {
    await panel.evaluate((w, line) => w.document.querySelector<HTMLElement>(line)?.focus(), LINE);
    await panel.press('End');
    await isAt(8);
    await panel.press('f');
    await panel.waitFor('one request', (w) => {
      const grid = w.document.querySelector('[role="grid"]');
      return grid?.getAttribute('aria-rowcount') === '2' || null;
    });
  });
});
