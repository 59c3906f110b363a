import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, Theme, View } from './drivers/driver.ts';
import { detailsTab, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';

async function expectAccessible(view: View, where: string): Promise<void> {
  // A colour on its way to another has the contrast of neither.
  await view.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
  const serious = (await view.axe()).filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious, where).toEqual([]);
}

describe.each(BROWSERS)('%s for everybody', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  it('has an empty panel without serious findings', () => expectAccessible(panel, 'empty panel'));

  it.each<Theme>(['light', 'dark'])('has a panel without serious findings in the %s theme', async (theme) => {
    await stage.browser.setTheme(theme);
    await panel.waitFor(
      'the theme',
      (w, theme) => w.matchMedia(`(prefers-color-scheme: ${theme})`).matches || null,
      theme,
    );
    await send(
      tab,
      'fetch',
      `${TOKEN}?q=${theme}`,
      bearer(signAuthToken(stage.key, { exp: 1_700_000_000, iat: 1_699_999_000 })),
    );
    await panel.waitFor('a row', (w) => w.document.querySelector('[role="row"][aria-rowindex="2"]'));
    await panel.click('[role="row"][aria-rowindex="2"]');
    for (const name of ['diagnosis', 'token', 'request', 'response']) {
      await detailsTab(panel, name);
      await expectAccessible(panel, name);
    }
  });

  it('follows the theme of the devtools live', async () => {
    const ground = () => panel.evaluate((w) => w.getComputedStyle(w.document.body).backgroundColor);
    await stage.browser.setTheme('light');
    await panel.waitFor('light', (w) => w.matchMedia('(prefers-color-scheme: light)').matches || null);
    const light = await ground();
    await stage.browser.setTheme('dark');
    await panel.waitFor('dark', (w) => w.matchMedia('(prefers-color-scheme: dark)').matches || null);
    expect(await ground()).not.toBe(light);
  });

  it('is worked by the keyboard alone', async () => {
    for (const mark of ['a', 'b', 'c'])
      await send(tab, 'fetch', `${TOKEN}?q=${mark}`, bearer(signAuthToken(stage.key)));
    await waitForRows(panel, 5);
    await panel.evaluate((w) =>
      w.document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus(),
    );
    const selects = (rowIndex: string) =>
      panel.waitFor(
        `row ${rowIndex} to be chosen`,
        (w, rowIndex) => {
          const chosen = w.document
            .querySelector('[role="row"][aria-selected="true"]')
            ?.getAttribute('aria-rowindex');
          return (chosen ?? 'none') === rowIndex || null;
        },
        rowIndex,
      );
    await panel.press('Home');
    await selects('2');
    await panel.press('ArrowDown');
    await selects('3');
    await panel.press('End');
    await selects('6');
    await panel.press('Escape');
    await selects('none');
  });

  it('has a popup without serious findings', async () => {
    const popup = await stage.browser.openPopup(tab);
    await popup.waitFor('the popup', (w) => w.document.querySelector('button'));
    await expectAccessible(popup, 'first use');
    await popup.click('[data-action="add"]');
    await expectAccessible(popup, 'form');
    await popup.type('[name="name"]', 'Work');
    await popup.type('[name="token"]', signAuthToken(stage.key));
    await popup.click('[data-action="save"]');
    await popup.click('[data-action="get-token"]');
    await popup.waitFor('the token', (w) => w.document.querySelector('.masked'));
    await expectAccessible(popup, 'token in hand');
    await popup.close();
  });
});
