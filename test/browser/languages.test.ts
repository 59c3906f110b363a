/** Every language in the real panel and popup: the page says which it is, and its words fit into their places. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS, tagOf } from '../rules/locales.ts';
import { signAuthToken } from '../stand-in/index.ts';
import { cutText } from './cut-text.ts';
import type { BrowserName, Devtools, Tab, View } from './drivers/driver.ts';
import { buildInOneLanguage, type LanguageBuild } from './language-build.ts';
import { builtFor, openStage, type Stage } from './stage.ts';

/** Words are as wide in both browsers; two languages show that Firefox takes its own way to them too. */
const CASES: readonly (readonly [BrowserName, string])[] = [
  ...FOLDERS.map((folder) => ['chromium', folder] as const),
  ['firefox', 'de'],
  ['firefox', 'ja'],
];

/** CSS pixels: devtools at the bottom of a window, and at its side. */
const WIDTHS = [1400, 360];

const DETAILS = ['diagnosis', 'token', 'request', 'response', 'lineage'];
const TOKEN_DETAILS = ['overview', 'token', 'uses', 'compare'];

interface DemoPage {
  readonly mapReady: Promise<unknown>;
  readonly playAll: () => Promise<unknown>;
}

describe.each(CASES)('%s in the language of %s', (browserName, folder) => {
  let build: LanguageBuild;
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;
  let expired: string;

  beforeAll(async () => {
    build = buildInOneLanguage(builtFor(browserName), folder);
    stage = await openStage(browserName, { extension: build.folder });
    expired = signAuthToken(stage.key, { iat: 1_699_999_000, exp: 1_700_000_000 });
    tab = await stage.browser.newTab('https://demo.test/');
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
    build?.remove();
  });

  async function expectAccessible(view: View, where: string): Promise<void> {
    await view.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
    const serious = (await view.axe()).filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious, where).toEqual([]);
  }

  /** Goes through places, and gives the words that do not fit, each with where it was seen. */
  async function cutIn(view: View, places: readonly (readonly [name: string, go: () => Promise<unknown>])[]) {
    // The same words stand in many places; the first one tells.
    const cut = new Map<string, string>();
    for (const [name, go] of places) {
      await go();
      for (const words of await cutText(view)) if (!cut.has(words)) cut.set(words, `${name}: ${words}`);
    }
    return [...cut.values()];
  }

  async function atEachWidth(cutHere: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const cut: string[] = [];
    for (const width of WIDTHS) {
      await devtools.resize(width);
      await panel.waitFor(
        `a panel of ${width} px`,
        // The narrowest window of Firefox is wider than that.
        (w, width, isChromium) => !isChromium || Math.abs(w.innerWidth - width) < 20 || null,
        width,
        browserName === 'chromium',
      );
      cut.push(...(await cutHere()).map((words) => `${width} px, ${words}`));
    }
    await devtools.resize(WIDTHS[0] ?? 1400);
    return cut;
  }

  /** By script: that a press by hand arrives is what other journeys show. */
  const press = (selector: string) => () =>
    panel.waitFor(
      selector,
      (w, selector) => {
        const found = w.document.querySelector<HTMLElement>(selector);
        found?.click();
        return found !== null;
      },
      selector,
    );
  const tabOf = (name: string) => press(`[role="tab"][data-tab="${name}"]`);
  const stay = async () => {};

  it('shows the language to the reader and to what reads aloud', async () => {
    const language = await panel.evaluate((w) => w.document.documentElement.lang);
    expect(new Intl.Locale(language).maximize().language).toBe(new Intl.Locale(tagOf(folder)).language);
    const tabs = await panel.evaluate((w) =>
      [...w.document.querySelectorAll('.views > [role="tab"]')].map((each) => each.firstChild?.textContent),
    );
    expect(tabs).toEqual(['view_requests', 'view_tokens', 'view_inspect'].map(build.sentence));
  });

  it('fits into an empty panel, its menu and its sheet of keys', async () => {
    await tab.goto('https://demo.test/blank');
    await press('[data-action="clear"]')();
    const cut = await atEachWidth(() =>
      cutIn(panel, [
        ['empty list', stay],
        ['empty tokens', tabOf('tokens')],
        ['empty form', tabOf('inspect')],
        ['requests', tabOf('requests')],
        ['menu', press('.menu > button')],
        ['keys', press('[data-action="keys"]')],
        ['closed', press('.sheet .tool')],
      ]),
    );
    expect(cut).toEqual([]);
  });

  it('fits around requests, their details and their tokens', async () => {
    await tab.goto('https://demo.test/');
    await tab.evaluate((w) => {
      const page = w as unknown as DemoPage;
      return page.mapReady.then(() => page.playAll()).then(() => null);
    });
    await panel.waitFor(
      'the requests',
      (w) => w.document.querySelectorAll('.rows > [role="row"]').length > 12 || null,
    );
    const nth = await panel.waitFor('a refusal', (w) =>
      w.document.querySelector('.rows > [data-is="refused"]')?.getAttribute('aria-rowindex'),
    );
    await press(`.rows > [aria-rowindex="${nth}"]`)();
    const cut = await atEachWidth(() =>
      cutIn(panel, [
        ['list', stay],
        ...DETAILS.map((name) => [`${name} of a request`, tabOf(name)] as const),
        ['tokens', tabOf('tokens')],
        ['details of a token', press('.leaf[aria-rowindex="2"] .label')],
        ...TOKEN_DETAILS.map((name) => [`${name} of a token`, tabOf(name)] as const),
        ['requests', tabOf('requests')],
      ]),
    );
    expect(cut).toEqual([]);
    await expectAccessible(panel, 'requests');
    await tabOf('tokens')();
    await expectAccessible(panel, 'tokens');
  });

  it('fits around what is inspected', async () => {
    await tabOf('inspect')();
    await panel.type('[name="inspect"]', expired);
    await panel.waitFor('the cause', (w) => w.document.querySelector('.cause'));
    expect(await atEachWidth(() => cutIn(panel, [['judgement', stay]]))).toEqual([]);
    await expectAccessible(panel, 'inspect');
  });

  it('fits into the popup', async () => {
    const popup = await stage.browser.openPopup(tab);
    const add = async (name: string, token: string) => {
      await popup.click('[data-action="add"]');
      await popup.type('[name="name"]', name);
      await popup.type('[name="token"]', token);
    };
    const language = await popup.evaluate((w) => w.document.documentElement.lang);
    expect(new Intl.Locale(language).language).toBe(new Intl.Locale(tagOf(folder)).language);
    const cut = await cutIn(popup, [
      ['first use', stay],
      ['form', () => add('Springfield', expired)],
      ['token that ended', () => popup.click('[data-action="save"]')],
      ['second form', () => add('Shelbyville', signAuthToken(stage.key))],
      ['ready', () => popup.click('[data-action="save"]')],
      [
        'token in hand',
        async () => {
          await popup.click('[data-action="get-token"]');
          await popup.waitFor('the token', (w) => w.document.querySelector('.masked'));
        },
      ],
    ]);
    expect(cut).toEqual([]);
    await expectAccessible(popup, 'popup');
    await popup.close();
  });
});
