import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, Theme, View } from './drivers/driver.ts';
import { detailsTab, reloadPanel, rowOf, search, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';

async function expectAccessible(view: View, where: string): Promise<void> {
  // A colour on its way to another has the contrast of neither.
  await view.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
  const serious = (await view.axe()).filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious, where).toEqual([]);
}

interface Play extends Window {
  readonly play: (name: string) => Promise<unknown>;
}

describe.each(BROWSERS)('%s for everybody', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;
  /** An auth token that is over. */
  let ended: string;

  beforeAll(async () => {
    stage = await openStage(browserName);
    ended = signAuthToken(stage.key, { exp: 1_700_000_000, iat: 1_699_999_000 });
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  beforeEach(async ({ task }) => {
    if (task.result?.retryCount === undefined || task.result.retryCount === 0) return;
    await reloadPanel(panel);
    await view('requests');
  });

  const exchange = (token: string) => (mark: string) =>
    send(tab, 'fetch', `${TOKEN}?q=${mark}`, bearer(token));
  const view = (name: string) => panel.click(`.views [data-tab="${name}"]`);
  const attributes = (selector: string, ...names: readonly string[]) =>
    panel.evaluate(
      (w, selector, names) =>
        [...w.document.querySelectorAll(selector)].map((element) =>
          Object.fromEntries(names.map((name) => [name, element.getAttribute(name)])),
        ),
      selector,
      names,
    );
  const setTheme = async (theme: Theme) => {
    await stage.browser.setTheme(theme);
    await panel.waitFor(
      'the theme',
      (w, theme) => w.matchMedia(`(prefers-color-scheme: ${theme})`).matches || null,
      theme,
    );
  };
  const fitsAcross = async (where: string) =>
    expect(
      await panel.evaluate((w) => {
        const wide = [...w.document.querySelectorAll('.bar, .banner, .split > *, .foot')].filter(
          (element) =>
            element.checkVisibility() && element.getBoundingClientRect().right > w.innerWidth + 0.5,
        );
        return [
          w.document.documentElement.scrollWidth <= w.innerWidth,
          wide.map(({ className }) => className),
        ];
      }),
      where,
    ).toEqual([true, []]);

  describe('with nothing recorded', () => {
    it.each<Theme>(['light', 'dark'])(
      'has no serious findings in any view in the %s theme',
      async (theme) => {
        await setTheme(theme);
        for (const name of ['requests', 'tokens', 'inspect']) {
          await view(name);
          await panel.waitFor(
            'the view',
            (w, name) => w.document.querySelector(`#view[aria-labelledby="view-tab-${name}"]`),
            name,
          );
          await expectAccessible(panel, `${name}, empty`);
        }
        await view('requests');
      },
    );
  });

  it('says aloud once that MapKit was refused, for all its tries', async () => {
    await panel.evaluate((w) => {
      const said: string[] = [];
      Object.assign(w, { said });
      const place = w.document.querySelector('[role="status"].visually-hidden');
      if (place === null) throw new Error('nothing speaks');
      new w.MutationObserver(() => said.push(place.textContent ?? '')).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    onTestFinished(async () => {
      await tab.goto(BLANK);
      await tab.waitFor('the page', (w) => 'callFetch' in w);
      await panel.click('[data-action="clear"]');
      await waitForRows(panel, 0);
    });
    await tab.goto('https://demo.test/');
    await tab.waitFor('the page', (w) => 'play' in w);
    await tab.evaluate((w) => (w as unknown as Play).play('wrong-origin'));
    await panel.waitFor('the tries', (w) => w.document.querySelector('.again'));
    const said = await panel.evaluate((w) => (w as unknown as { said: string[] }).said);
    expect(said).toEqual(['Bootstrap was refused: Token does not cover https://demo.test.']);
  });

  it('tells rows, columns, order and choice to those who do not see them', async () => {
    await rowOf(panel, 'ended', exchange(ended));
    await rowOf(panel, 'sound', exchange(signAuthToken(stage.key)));
    await panel.type('input[type="search"]', 'token');
    await waitForRows(panel, 2);
    await panel.click('.row[aria-rowindex="2"]');
    await panel.waitFor('the details', (w) => w.document.querySelector('.details [role="tab"]'));

    expect(await attributes('[role="grid"]', 'aria-rowcount', 'aria-label')).toEqual([
      { 'aria-rowcount': '3', 'aria-label': 'Requests to Apple Maps' },
    ]);
    expect(
      await attributes(
        '[role="grid"] [role="row"]',
        'aria-rowindex',
        'aria-selected',
        'tabindex',
        'aria-description',
      ),
    ).toEqual([
      { 'aria-rowindex': '1', 'aria-selected': null, tabindex: null, 'aria-description': null },
      { 'aria-rowindex': '2', 'aria-selected': 'true', tabindex: '0', 'aria-description': 'refused' },
      { 'aria-rowindex': '3', 'aria-selected': 'false', tabindex: '-1', 'aria-description': null },
    ]);
    expect((await attributes('[role="columnheader"]', 'aria-sort')).map((head) => head['aria-sort'])).toEqual(
      ['ascending', ...Array(5).fill(null)],
    );
    const cells = await panel.evaluate((w) =>
      [...w.document.querySelectorAll('[role="row"]')].map(
        (row) => row.querySelectorAll('[role="gridcell"], [role="columnheader"]').length,
      ),
    );
    expect(new Set(cells).size).toBe(1);
    for (const list of ['.views', '.tabs']) {
      const chosen = await attributes(
        `${list}[role="tablist"] > [role="tab"][aria-selected="true"]`,
        'aria-controls',
        'tabindex',
      );
      expect(chosen).toHaveLength(1);
      expect(chosen[0]?.tabindex).toBe('0');
      expect(await attributes(`#${chosen[0]?.['aria-controls']}`, 'id')).toHaveLength(1);
      expect(
        await attributes(`${list} > [role="tab"][aria-selected="false"]`, 'tabindex'),
      ).not.toContainEqual({ tabindex: '0' });
    }

    await view('tokens');
    await panel.click('.leaf[aria-rowindex="2"]');
    expect(
      await attributes(
        '[role="treegrid"] [role="row"]:not(.head)',
        'aria-level',
        'aria-expanded',
        'aria-selected',
      ),
    ).toEqual([
      { 'aria-level': '1', 'aria-expanded': 'true', 'aria-selected': 'true' },
      { 'aria-level': '2', 'aria-expanded': null, 'aria-selected': 'false' },
      { 'aria-level': '1', 'aria-expanded': 'true', 'aria-selected': 'false' },
      expect.objectContaining({ 'aria-level': '2' }),
      ...((await attributes('[role="treegrid"] [role="row"]:not(.head)', 'role')).length > 4
        ? [expect.objectContaining({ 'aria-level': '3' })]
        : []),
    ]);
    await view('requests');
  });

  it.each<Theme>(['light', 'dark'])(
    'has no serious findings in any view or tab in the %s theme',
    async (theme) => {
      await setTheme(theme);
      await expectAccessible(panel, 'rows and first hint');
      await panel.click('.row[aria-rowindex="2"]');
      for (const name of ['diagnosis', 'token', 'request', 'response', 'lineage']) {
        await detailsTab(panel, name);
        await expectAccessible(panel, name);
      }
      await panel.click('.menu > button');
      await expectAccessible(panel, 'menu');
      await panel.press('Escape');
      await panel.press('?');
      await panel.waitFor('the sheet', (w) => w.document.querySelector('dialog[open]'));
      await expectAccessible(panel, 'sheet of keys');
      await panel.press('Escape');
      await panel.type('input[type="search"]', '/(/');
      await panel.waitFor('the fault', (w) => w.document.querySelector('#find-fault p'));
      await expectAccessible(panel, 'broken search');
      await search(panel, 'no such thing', 0);
      await expectAccessible(panel, 'all filtered away');
      await search(panel, 'token', 2);

      await view('tokens');
      await panel.click('.leaf[aria-level="1"]');
      for (const name of ['overview', 'token', 'uses', 'compare']) {
        await detailsTab(panel, name);
        if (name === 'compare') {
          await panel.evaluate((w) => {
            if (w.document.querySelector('table.compare') !== null) return;
            const field = w.document.querySelector<HTMLSelectElement>('#compare-with');
            if (field === null) throw new Error('nothing to compare with');
            field.selectedIndex = 1;
            field.dispatchEvent(new w.Event('change', { bubbles: true }));
          });
          await panel.waitFor('what differs', (w) => w.document.querySelector('table.compare'));
        }
        await expectAccessible(panel, `tokens, ${name}`);
      }

      await view('inspect');
      await panel.type('[name="inspect"]', ended);
      await panel.waitFor('the judgement', (w) => w.document.querySelector('.cause'));
      await expectAccessible(panel, 'inspect, judged');
      await panel.type('[name="inspect"]', '{"log":{"entries":[');
      await panel.waitFor('the fault', (w) => w.document.querySelector('#inspect-fault .state'));
      await expectAccessible(panel, 'inspect, broken');
      await view('requests');
    },
  );

  it('follows the theme of the devtools live', async () => {
    const ground = () => panel.evaluate((w) => w.getComputedStyle(w.document.body).backgroundColor);
    await setTheme('light');
    const light = await ground();
    await setTheme('dark');
    expect(await ground()).not.toBe(light);
    await setTheme('light');
  });

  it('keeps refused, warned, chosen and the rest apart by form where colours are not its own', async () => {
    await devtools.setMedia({ forcedColors: true });
    await panel.waitFor('forced colours', (w) => w.matchMedia('(forced-colors: active)').matches);
    await panel.click('.row[aria-rowindex="2"]');
    await detailsTab(panel, 'diagnosis');
    const forms = await panel.evaluate((w) => {
      const style = (selector: string, pseudo?: string) => {
        const element = w.document.querySelector(selector);
        if (element === null) throw new Error(`no ${selector}`);
        return w.getComputedStyle(element, pseudo);
      };
      return {
        refused: style('.row[data-is="refused"]', '::before').borderTopStyle,
        unmarked: style('.rows > .row:not([data-is])', '::before').borderTopStyle,
        chosen: style('.row[aria-selected="true"]').outlineStyle,
        unchosen: style('.rows > .row[aria-selected="false"]').outlineStyle,
        chip: style('.row .chip').borderTopStyle,
        filter: style('.filter[aria-pressed="true"]').outlineStyle,
        unpressed: style('.filter[aria-pressed="false"]').outlineStyle,
        sorted: style('[aria-sort] > .sort', '::after').backgroundColor !== style('.head').backgroundColor,
        view: style('.views [aria-selected="true"]').borderBottomStyle,
      };
    });
    expect(forms).toMatchObject({
      refused: 'solid',
      unmarked: 'none',
      chosen: 'solid',
      unchosen: 'none',
      chip: 'solid',
      filter: 'solid',
      unpressed: 'none',
      sorted: true,
    });
    await expectAccessible(panel, 'forced colours');
    await devtools.setMedia({});
    await panel.waitFor('its own colours', (w) => !w.matchMedia('(forced-colors: active)').matches);
  });

  it('moves nothing for those who asked for less motion', async () => {
    const longest = () =>
      panel.evaluate((w) => {
        const seconds = [...w.document.querySelectorAll('*')].flatMap((element) =>
          ['', '::before', '::after'].flatMap((pseudo) => {
            const { transitionDuration, animationDuration, animationName } = w.getComputedStyle(
              element,
              pseudo || null,
            );
            return [
              ...transitionDuration.split(','),
              ...(animationName === 'none' ? [] : animationDuration.split(',')),
            ].map((text) => Number.parseFloat(text));
          }),
        );
        return Math.max(...seconds);
      });
    expect(await longest()).toBeGreaterThan(0);
    await devtools.setMedia({ reducedMotion: true });
    await panel.waitFor('less motion', (w) => w.matchMedia('(prefers-reduced-motion: reduce)').matches);
    expect(await longest()).toBe(0);
    await devtools.setMedia({});
  });

  it.each<[string, (devtools: Devtools) => Promise<void>]>([
    ['320 px wide', (devtools) => devtools.resize(320, 900)],
    ['zoomed to 400 %', (devtools) => devtools.zoom(4)],
  ])('has everything in reach when it is %s', async (where, narrow) => {
    await panel.evaluate((w) =>
      w.document.querySelector<HTMLElement>('.details [data-action="close"]')?.click(),
    );
    onTestFinished(async () => {
      await devtools.zoom(1);
      await devtools.resize(1400, 900);
    });
    await narrow(devtools);
    await panel.waitFor('less room', (w) => w.innerWidth < 360);
    await fitsAcross(where);
    // What a row tells however little room there is.
    const [refused] = await search(panel, 'q=ended', 1);
    expect(refused).toMatchObject({ what: 'Token exchange', status: '401', mark: 'refused' });
    expect(refused?.cause).not.toBe('');
    expect(refused?.token).toContain(ended.slice(-4));
    const drawn = await panel.evaluate((w) =>
      ['what', 'status', 'why', 'token'].filter((name) => {
        const cell = w.document.querySelector(`.rows > .row > .${name}`);
        return (
          cell === null ||
          cell.getBoundingClientRect().width < 12 ||
          cell.getBoundingClientRect().right > w.innerWidth
        );
      }),
    );
    expect(drawn).toEqual([]);
    await panel.click('.rows > .row');
    for (const name of ['diagnosis', 'token', 'request', 'response', 'lineage']) {
      await detailsTab(panel, name);
      await fitsAcross(`${name} ${where}`);
    }
    await panel.press('Escape');
    await search(panel, 'token', 2);
    for (const name of ['tokens', 'inspect', 'requests']) {
      await view(name);
      await fitsAcross(`${name} ${where}`);
    }
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
