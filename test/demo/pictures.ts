/**
 * `npm run pictures`: every view of panel and popup in both browsers, both themes and two widths, as PNG files to be
 * looked at. `--browser` takes one browser alone, `--to` another folder than `artifacts/pictures`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Browser,
  type BrowserName,
  type Devtools,
  launch,
  type Tab,
  type Theme,
  type View,
} from '../browser/drivers/driver.ts';
import { detailsTab } from '../browser/panel-page.ts';
import { builtFor } from '../browser/stage.ts';
import { startStandIn } from '../stand-in/index.ts';
import { playSituations, takePopupPictures } from './story.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'both' },
    to: { type: 'string', default: 'artifacts/pictures' },
  },
});

const WIDTHS = [1400, 360] as const;
const THEMES: readonly Theme[] = ['light', 'dark'];

execFileSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] });
mkdirSync(values.to, { recursive: true });
const browsers: readonly BrowserName[] =
  values.browser === 'chromium' || values.browser === 'firefox' ? [values.browser] : ['chromium', 'firefox'];
let taken = 0;
for (const name of browsers) await picturesIn(name);
console.log(`${taken} pictures in ${values.to}`);

async function picturesIn(name: BrowserName): Promise<void> {
  const standIn = await startStandIn();
  const browser = await launch(name, {
    extension: builtFor(name),
    port: standIn.port,
    hosts: standIn.hosts,
    ...standIn.certificate,
  });
  try {
    const tab = await browser.newTab('https://demo.test/');
    const devtools = await tab.openDevtools();
    const panel = await devtools.panel();
    const scene: Scene = { browser, tab, devtools, panel };
    await inEachLook(scene, async (look) => {
      await snap(scene, `empty-${look}`);
      await panel.click('.record');
      await snap(scene, `paused-${look}`);
      await panel.click('.record');
    });
    await playSituations({ tab, panel });
    await inEachLook(scene, (look) => views(scene, look));
    await devtools.resize(1400);
    await takePopupPictures(browser, tab, (popup) => {
      taken++;
      return join(values.to, `${name}-${popup}.png`);
    });
  } finally {
    await browser.close();
    await standIn.close();
  }
}

interface Scene {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly devtools: Devtools;
  readonly panel: View;
}

async function inEachLook({ browser, devtools, panel }: Scene, take: (look: string) => Promise<void>) {
  for (const theme of THEMES) {
    await browser.setTheme(theme);
    await panel.waitFor(
      'the theme',
      (w, theme) => w.matchMedia(`(prefers-color-scheme: ${theme})`).matches || null,
      theme,
    );
    for (const width of WIDTHS) {
      await devtools.resize(width);
      await take(`${width}-${theme}`);
    }
  }
}

async function snap({ browser, panel }: Scene, name: string): Promise<void> {
  await panel.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
  await panel.screenshot(join(values.to, `${browser.name}-${name}.png`));
  taken++;
}

async function views(scene: Scene, look: string): Promise<void> {
  const { panel } = scene;
  const view = (name: string) => panel.click(`[role="tab"][data-tab="${name}"]`);

  await view('requests');
  // A click into a field that moves as the bar wraps may have met a chip.
  await panel.evaluate((w) => w.document.querySelector<HTMLElement>('.filter')?.click());
  await snap(scene, `requests-${look}`);
  await panel.click('.rows > .row[data-is="refused"]');
  for (const tab of ['diagnosis', 'token', 'request', 'response', 'lineage']) {
    await detailsTab(panel, tab);
    await snap(scene, `details-${tab}-${look}`);
  }
  await panel.type('input[type="search"]', 'no such thing');
  await snap(scene, `filtered-${look}`);
  await panel.type('input[type="search"]', '/(/');
  await snap(scene, `search-fault-${look}`);
  await panel.press('Escape');
  await panel.click('.menu > button');
  await snap(scene, `menu-${look}`);
  await panel.click('[data-action="keys"]');
  await snap(scene, `keys-${look}`);
  await panel.press('Escape');
  await panel.click('.details [data-action="close"]');

  await view('tokens');
  await snap(scene, `tokens-${look}`);
  await panel.click('[role="treegrid"] [role="row"][aria-level="1"]');
  await snap(scene, `tokens-overview-${look}`);
  await panel.press('Escape');

  await view('inspect');
  await panel.type('[name="inspect"]', '');
  await snap(scene, `inspect-${look}`);
  await panel.type('[name="inspect"]', 'Bearer undefined');
  await snap(scene, `inspect-judged-${look}`);
  await panel.type('[name="inspect"]', '');
  await view('requests');
}
