/**
 * What is typed into the search field. Words stand for themselves in any case, "several words" in quotes for a phrase,
 * /…/ for a regular expression; a minus in front turns one around. A row matches when every term holds.
 * A quote that was not closed yet reaches to the end, so that the list does not go empty while a phrase is typed.
 */
import type { Token } from '../../core/index.ts';
import type { Row } from './rows.ts';

interface Term {
  readonly negated: boolean;
  readonly holds: (text: string) => boolean;
}

export interface Search {
  readonly terms: readonly Term[];
  /** Regular expressions that the browser does not take, with its own word for why. They hide nothing. */
  readonly faults: readonly SearchFault[];
}

export interface SearchFault {
  readonly text: string;
  readonly reason: string;
}

/** A term: a minus, then an expression with flags, a phrase, or a word. */
const TERM = /(-?)(?:\/((?:[^/\\]|\\.)+)\/([dgimsuvy]*)(?=\s|$)|"([^"]*)(?:"|$)|(\S+))/g;

export function parseSearch(text: string): Search {
  const terms: Term[] = [];
  const faults: SearchFault[] = [];
  for (const [, minus, pattern, flags = '', phrase, word] of text.matchAll(TERM)) {
    const negated = minus === '-';
    if (pattern === undefined) {
      // Upper case, since the lower case of a letter may depend on those around it (Σ).
      const wanted = (phrase ?? word ?? '').toUpperCase();
      if (wanted !== '') terms.push({ negated, holds: (place) => place.toUpperCase().includes(wanted) });
      continue;
    }
    try {
      // `g` and `y` would make the expression remember where it was.
      const expression = new RegExp(pattern, `${flags.replace(/[gyi]/g, '')}i`);
      terms.push({ negated, holds: (place) => expression.test(place) });
    } catch (error) {
      faults.push({ text: `/${pattern}/${flags}`, reason: reasonOf(error, pattern) });
    }
  }
  return { terms, faults };
}

/** @param name the endpoint's name in the reader's language */
export function rowMatches({ terms }: Search, row: Row, name: string): boolean {
  return terms.every(({ negated, holds }) => placesOf(row, name).some(holds) !== negated);
}

/** What of a request is searched: what its row shows, its address, tokens, findings and answer. */
function placesOf({ entry, subject, diagnosis, details }: Row, name: string): readonly string[] {
  const { token, companion } = subject;
  return [
    name,
    entry.method,
    String(entry.status),
    entry.url,
    decoded(entry.url),
    details,
    entry.error,
    ...(diagnosis.cause === null ? [] : [diagnosis.cause.id]),
    ...diagnosis.others.map(({ id }) => id),
    ...textsOf(token),
    ...textsOf(companion),
    ...(entry.body.state === 'read' ? [entry.body.text] : []),
  ];
}

function textsOf(token: Token | null): readonly string[] {
  return token === null ? [] : [token.kind, token.lastFour, token.headerText ?? '', token.payloadText ?? ''];
}

/** Spaces and letters of other scripts stand in an address as `%20`; nobody searches for those. */
function decoded(url: string): string {
  if (!url.includes('%')) return '';
  try {
    return decodeURIComponent(url);
  } catch {
    return '';
  }
}

/** Browsers repeat the expression before their reason: `Invalid regular expression: /(/: Unterminated group`. */
function reasonOf(error: unknown, pattern: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const at = message.lastIndexOf(`/${pattern}/`);
  return message.slice(at < 0 ? 0 : at + pattern.length + 2).replace(/^[a-z]*: |^[^:]*expression: /, '');
}
