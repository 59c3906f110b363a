/** Plays every situation of the demo page, prints what the panel says of it, and takes pictures of panel and popup. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Devtools, Tab, Theme, View } from '../browser/drivers/driver.ts';
import { details, rows } from '../browser/panel-page.ts';

export interface Scene {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly devtools: Devtools;
  readonly panel: View;
  /** Folder for the pictures. */
  readonly pictures: string;
}

interface DemoPage {
  readonly situations: readonly string[];
  readonly play: (name: string) => Promise<{ status?: number }>;
}

export async function playStory(scene: Scene): Promise<void> {
  mkdirSync(scene.pictures, { recursive: true });
  const { panel } = scene;
  await playSituations(scene);
  for (const row of await rows(panel)) {
    console.log(
      [
        'panel:',
        row.status.padEnd(4),
        row.what.padEnd(16),
        row.token.padEnd(12),
        row.cause || row.details,
      ].join(' '),
    );
  }
  await takePictures(scene);
}

export async function playSituations({ tab, panel }: Pick<Scene, 'tab' | 'panel'>): Promise<void> {
  const names = await tab.evaluate((w) => (w as unknown as DemoPage).situations);
  for (const name of names) {
    const answer = await tab.evaluate((w, name) => (w as unknown as DemoPage).play(name), name);
    console.log(`page: ${name}: ${answer.status ?? 'no answer'}`);
  }
  // The answer that the page never reads comes last, without an event.
  await panel.waitFor(
    'all requests',
    (w) => w.document.querySelectorAll('[role="row"][aria-rowindex]').length > 12 || null,
  );
}

async function takePictures({ browser, tab, devtools, panel, pictures }: Scene): Promise<void> {
  const refused = (await rows(panel)).findIndex(
    ({ what, mark }) => what.startsWith('Bootstrap') && mark === 'refused',
  );
  const picture = (name: string) => join(pictures, `${browser.name}-${name}.png`);
  for (const theme of ['light', 'dark'] satisfies Theme[]) {
    await browser.setTheme(theme);
    await panel.waitFor(
      'the theme',
      (w, theme) => w.matchMedia(`(prefers-color-scheme: ${theme})`).matches || null,
      theme,
    );
    for (const width of [1400, 560, 320]) {
      await devtools.resize(width);
      for (const name of ['diagnosis', 'token', 'request', 'response']) {
        await details(panel, refused, name);
        await panel.screenshot(picture(`panel-${name}-${width}-${theme}`));
      }
    }
  }
  await devtools.resize(1400);
  await takePopupPictures(browser, tab, picture);
  console.log(`pictures: ${pictures}`);
}

export async function takePopupPictures(
  browser: Browser,
  tab: Tab,
  picture: (name: string) => string,
): Promise<void> {
  const tokens: Record<string, string> = {};
  for (const name of ['good', 'expired']) {
    tokens[name] = await tab.evaluate(
      (_, name) => fetch(`/tokens/${name}`).then((answer) => answer.text()),
      name,
    );
  }
  await browser.setConsent(['authenticationInfo'], true);
  const popup = await browser.openPopup(tab);
  await popup.screenshot(picture('popup-first'));
  for (const [name, credential] of [
    ['expired', 'Old staging token'],
    ['good', 'Springfield site'],
  ] as const) {
    await popup.click('[data-action="add"]');
    await popup.type('[name="name"]', credential);
    await popup.type('[name="token"]', tokens[name] ?? '');
    await popup.screenshot(picture(`popup-form-${name}`));
    await popup.click('[data-action="save"]');
    await popup.waitFor('the credential', (w) => w.document.querySelector('select'));
    await popup.screenshot(picture(`popup-${name}`));
  }
  await popup.click('[data-action="get-token"]');
  await popup.waitFor('the token', (w) => w.document.querySelector('.masked'));
  await popup.screenshot(picture('popup-token'));
  await popup.close();
}
