/** What the views need around them in tests: the shipped sentences, a clock that stands, and a way to read the markup. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { ReaderProvider, type Strings } from '../../src/views/shared/strings.tsx';

process.env.TZ = 'UTC';

/** Monday, 23 November 2026, 09:12:40.507. */
export const NOW = Date.UTC(2026, 10, 23, 9, 12, 40, 507);
export const at = (hours: number, minutes: number, seconds = 0, ms = 0) =>
  Date.UTC(2026, 10, 23, hours, minutes, seconds, ms);

const sentences: Readonly<Record<string, { readonly message: string }>> = messages;

/** Ids that a view asked for and that are not in messages.json. */
export const missing = new Set<string>();

export const strings: Strings = {
  text(id) {
    const found = sentences[id]?.message;
    if (found === undefined) missing.add(id);
    return found ?? '';
  },
  locale: 'en-GB',
};

export const clock = { now: signal(NOW), setVisible: () => {} };

export function say(id: keyof typeof messages): string {
  return messages[id].message;
}

export function markup(children: ComponentChildren): string {
  return render(
    <ReaderProvider strings={strings} clock={clock}>
      {children}
    </ReaderProvider>,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** The text that a person reads in a markup. */
export function textOf(html: string): string {
  return html
    .replace(/<\/?(?:b|bdi|code|i|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As `textOf`, without the spaces that tags leave between the parts of a word. */
export function gluedTextOf(html: string): string {
  return textOf(html.replace(/<[^>]*>/g, ''));
}

/** Links to Apple's pages are ours; no other link may be there. */
export function withoutOurLinks(html: string): string {
  return html.replaceAll(
    /<a href="https:\/\/developer\.apple\.com\/[\w/.-]*" target="_blank" rel="noreferrer">/g,
    '',
  );
}
