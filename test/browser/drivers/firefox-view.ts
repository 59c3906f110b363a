import { writeFile } from 'node:fs/promises';
import { AXE_SOURCE, runAxe } from './axe.ts';
import { clickSurely } from './clicks.ts';
import type { View } from './driver.ts';
import type { Place } from './firefox-internals.ts';
import type { Remote } from './firefox-scope.ts';
import { parseChord } from './keys.ts';
import { realmOver } from './realm.ts';

export function firefoxView(firefox: Remote, place: Place, close: () => Promise<void>): View {
  const realm = realmOver((expression) => firefox.run(place, expression));

  return {
    ...realm,
    close,

    click: (selector) => clickSurely(realm, selector, () => firefox.click(place, selector)),

    type: async (selector, text) => {
      await realm.waitFor(
        `element ${selector}`,
        (w, css) => w.document.querySelector(css) !== null,
        selector,
      );
      await firefox.type(place, selector, text);
    },

    press: (text) => {
      const { modifiers, key } = parseChord(text);
      return firefox.press(place, key.length === 1 ? key : `KEY_${key}`, {
        ctrlKey: modifiers.includes('Control'),
        shiftKey: modifiers.includes('Shift'),
        altKey: modifiers.includes('Alt'),
        metaKey: modifiers.includes('Meta'),
      });
    },

    screenshot: async (file) => {
      await writeFile(file, Buffer.from(await firefox.picture(place), 'base64'));
    },

    axe: async () => {
      if (!(await realm.evaluate((w) => 'axe' in w))) await firefox.run(place, `${AXE_SOURCE};0`);
      return realm.evaluate(runAxe);
    },
  };
}
