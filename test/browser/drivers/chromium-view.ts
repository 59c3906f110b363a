import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { AXE_SOURCE, runAxe } from './axe.ts';
import { clickSurely } from './clicks.ts';
import type { View } from './driver.ts';
import { parseChord } from './keys.ts';
import { realmOver } from './realm.ts';
import { until } from './until.ts';

export interface ViewPlace {
  /** The page that owns keyboard and screen: the tab, the popup, the devtools front-end. */
  readonly page: Page;
  /** Found anew for each use: documents are replaced, views are not. */
  readonly frame: () => Frame | Promise<Frame>;
  readonly close: () => Promise<void>;
}

export function chromiumView({ page, frame, close }: ViewPlace): View {
  // An expression, not a function: `eval` in the page would meet its CSP, the debugger's evaluation does not.
  const realm = realmOver(async (expression) => (await (await frame()).evaluate(expression)) as string);

  const find = (selector: string) => until(`element ${selector}`, async () => (await frame()).$(selector));

  const press = async (text: string) => {
    const { modifiers, key } = parseChord(text);
    for (const modifier of modifiers) await page.keyboard.down(modifier as KeyInput);
    await page.keyboard.press(key as KeyInput);
    for (const modifier of [...modifiers].reverse()) await page.keyboard.up(modifier as KeyInput);
  };

  return {
    ...realm,
    press,
    close,

    click: (selector) => clickSurely(realm, selector, async () => (await find(selector)).click()),

    type: async (selector, text) => {
      const element = await find(selector);
      await element.click();
      await element.evaluate((field) => {
        if ('select' in field) (field as HTMLInputElement).select();
      });
      if (text === '') await page.keyboard.press('Delete');
      else await page.keyboard.sendCharacter(text);
    },

    screenshot: async (file) => {
      const place = await frame();
      const path = file as `${string}.png`;
      const owner = place === page.mainFrame() ? null : await place.frameElement();
      const clip = await owner?.boundingBox();
      await page.screenshot(clip ? { path, clip, captureBeyondViewport: false } : { path });
    },

    axe: async () => {
      if (!(await realm.evaluate((w) => 'axe' in w))) await (await frame()).evaluate(`${AXE_SOURCE};0`);
      return realm.evaluate(runAxe);
    },
  };
}
