/** storage.local: on disk, so nothing but how the user likes the panel may be put here. */
import browser from './browser.ts';

const KEY = 'panel';

/** Settings are drawn one after another (a column's width); only where they come to rest is written. */
const REST = 250;

export async function loadSettings(): Promise<string | null> {
  // A profile that cannot be read must not cost the user the panel.
  const stored = await browser.storage.local.get(KEY).catch(() => ({}));
  const text = (stored as Record<string, unknown>)[KEY];
  return typeof text === 'string' ? text : null;
}

let timer = 0;

export function saveSettings(text: string): void {
  clearTimeout(timer);
  timer = self.setTimeout(() => void write(text), REST);
}

async function write(text: string): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: text });
  } catch {
    // A full disk, or an extension that was updated under the panel; what was set lasts as long as the panel.
  }
}
