/** On which pages a token works, and which entry of its `origin` claim decides that. */
import { type Coverage, type CoverageRule, coverageOf, originEntries } from './origins.ts';

export type PageAnswer = 'yes' | 'no' | 'likely';

/** Why a page is judged at all. */
export type PageSource =
  /** It sent the request that is looked at. */
  | 'request'
  /** It sent another request of the log. */
  | 'seen'
  /** Nobody opened it here; it shows how far the claim reaches. */
  | 'compared';

export interface PageCoverage {
  readonly origin: string;
  readonly source: PageSource;
  readonly answer: PageAnswer;
  /** The entry that covers the page, or the one that comes nearest; null where the claim has no entry to read. */
  readonly by: Coverage | null;
}

/** Pages of the log beside that of the request. */
const SEEN = 6;

/** @param origin the page's, as browsers send it */
export function pageCoverage(claim: unknown, origin: string): Pick<PageCoverage, 'answer' | 'by'> {
  const judged = originEntries(claim).map((entry) => coverageOf(entry, origin));
  const covering =
    judged.find((one) => coverageAnswer(one) === 'yes') ??
    judged.find((one) => coverageAnswer(one) === 'likely');
  if (covering !== undefined) return { answer: coverageAnswer(covering), by: covering };
  const nearest = judged.find(({ rule }) => !FAR.has(rule)) ?? judged[0] ?? null;
  return { answer: 'no', by: nearest };
}

/** Whether a star reaches more than one level down was never measured. */
export function coverageAnswer({ covered, rule }: Coverage): PageAnswer {
  if (!covered) return 'no';
  return rule === 'deep-subdomain-of-wildcard' ? 'likely' : 'yes';
}

const FAR: ReadonlySet<CoverageRule> = new Set(['other-site', 'empty-entry']);

/**
 * Each page once: that of the request, those of the log, then what shows how far the claim reaches: the site without or
 * with `www`, and a page under development.
 * @param origin the page of the request; null where it names none
 */
export function originCoverage(
  claim: unknown,
  origin: string | null,
  seen: readonly string[],
): readonly PageCoverage[] {
  const pages = new Map<string, PageSource>();
  if (origin !== null) pages.set(origin, 'request');
  const others = [...new Set(seen)].filter((other) => other !== origin);
  for (const other of others.slice(0, SEEN)) pages.set(other, 'seen');
  const entries = originEntries(claim);
  const known = [...pages.keys()];
  for (const page of known.length > 0 ? known.slice(0, 1) : entries.flatMap(pageOfEntry).slice(0, 2))
    for (const other of [page, ...siblingsOf(page, entries)])
      if (!pages.has(other)) pages.set(other, 'compared');
  if (![...pages.keys()].some((page) => isLoopback(page))) pages.set(developmentPage(entries), 'compared');
  return [...pages].map(([page, source]) => ({ origin: page, source, ...pageCoverage(claim, page) }));
}

const ORIGIN = /^(https?):\/\/([^/:?#\s]+)(:\d+)?$/i;

/** `www` is taken away or put before a bare name; of the names of this machine each has the other. */
function siblingsOf(page: string, entries: readonly string[]): readonly string[] {
  const [, scheme, host = '', port = ''] = ORIGIN.exec(page.toLowerCase()) ?? [];
  if (scheme === undefined) return [];
  const at = (name: string) => `${scheme}://${name}${port}`;
  if (host === 'localhost') return [at('127.0.0.1')];
  if (host === '127.0.0.1') return [at('localhost')];
  if (/^[\d.]+$/.test(host)) return [];
  if (host.startsWith('www.')) return [at(host.slice(4))];
  // Where a site begins is a list of its own; two labels, or what the claim names, are sites for sure.
  const site = entries.map(hostOfEntry).find((name) => name.includes('.') && host.endsWith(`.${name}`));
  if (site !== undefined) return [at(site)];
  return host.split('.').length === 2 ? [at(`www.${host}`)] : [];
}

function isLoopback(page: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/i.test(page);
}

/** The one that the claim names, or one at a usual port. */
function developmentPage(entries: readonly string[]): string {
  return entries.find(isLoopback)?.toLowerCase() ?? 'http://localhost:3000';
}

/** A page that an entry speaks of, where it is a site. */
function pageOfEntry(entry: string): readonly string[] {
  if (ORIGIN.test(entry)) return [entry.toLowerCase()];
  const name = hostOfEntry(entry);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name)
    ? [`https://${entry.startsWith('*.') ? `www.${name}` : name}`]
    : [];
}

function hostOfEntry(entry: string): string {
  return entry
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^\*\./, '')
    .replace(/[:/?#].*$/s, '');
}
