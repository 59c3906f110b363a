/** storage.session: memory of the browser, never on disk, closed to content scripts. */
import type { SessionStore } from '../app/ports.ts';
import browser from './browser.ts';

const area = browser.storage.session;

export const sessionStore: SessionStore = {
  all: async () => texts(await area.get(null)),
  get: async (key) => texts(await area.get(key))[key] ?? null,
  set: (key, value) => area.set({ [key]: value }),
  remove: (key) => area.remove(key),
  onChange(listener) {
    // Of this area alone: settings on disk change with every drag, and each would wake the background.
    area.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        listener(key, typeof newValue === 'string' ? newValue : null);
      }
    });
  },
};

function texts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((item): item is [string, string] => typeof item[1] === 'string'),
  );
}
