/**
 * Which page origins a token's `origin` claim covers. The rules are those that developers measured on MapKit JS
 * bootstrap (2026); Apple's own pages contradict each other: "Debugging an invalid token" wants an exact match with
 * protocol and slashes, "Creating Maps tokens" shows bare domains and patterns.
 */

export type CoverageRule =
  /** Covered: the entry is this very origin. */
  | 'same-origin'
  /** Covered: a bare host allows any scheme and port. */
  | 'same-host'
  /** Covered: `*.example.com` allows subdomains. */
  | 'subdomain-of-wildcard'
  /** Likely covered: whether the star reaches more than one level down was never measured. */
  | 'deep-subdomain-of-wildcard'
  /** Not covered: the star stands for a subdomain, never for the domain itself. */
  | 'wildcard-without-apex'
  /** Not covered: the page is a subdomain of the entry. */
  | 'page-is-subdomain'
  /** Not covered: the entry is a subdomain of the page's host. */
  | 'entry-is-subdomain'
  /** Not covered: an entry with a path or a trailing slash never matches. */
  | 'entry-has-path'
  /** Not covered: an entry with a scheme compares scheme and port too. */
  | 'other-scheme'
  | 'other-port'
  /** Not covered: localhost and 127.0.0.1 lead to one machine, but are two sites. */
  | 'other-loopback'
  /** Not covered: the page has an opaque origin (a sandboxed frame, a file), which nothing names. */
  | 'opaque-origin'
  | 'empty-entry'
  | 'other-site';

export interface Coverage {
  /** As it stands in the claim, trimmed. */
  readonly entry: string;
  readonly covered: boolean;
  readonly rule: CoverageRule;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The entries of an `origin` claim: text with commas between them. */
export function originEntries(claim: unknown): readonly string[] {
  return typeof claim === 'string' ? claim.split(',').map((entry) => entry.trim()) : [];
}

/** Whether one entry covers an origin (`https://www.example.com`, as browsers send it), and by which rule. */
export function coverageOf(entry: string, origin: string): Coverage {
  const judge = (covered: boolean, rule: CoverageRule): Coverage => ({ entry, covered, rule });
  if (origin === 'null') return judge(false, 'opaque-origin');
  const page = parts(origin);
  const named = parts(entry.toLowerCase());
  if (entry === '') return judge(false, 'empty-entry');
  if (named.hasPath) return judge(false, 'entry-has-path');
  if (named.scheme !== '') {
    if (named.host !== page.host) return judge(false, siteRule(named.host, page.host));
    if (named.scheme !== page.scheme) return judge(false, 'other-scheme');
    return named.port === page.port ? judge(true, 'same-origin') : judge(false, 'other-port');
  }
  if (named.host.startsWith('*.')) {
    const apex = named.host.slice(2);
    if (page.host === apex) return judge(false, 'wildcard-without-apex');
    if (!page.host.endsWith(`.${apex}`)) return judge(false, siteRule(apex, page.host));
    const deep = page.host.slice(0, -apex.length - 1).includes('.');
    return judge(true, deep ? 'deep-subdomain-of-wildcard' : 'subdomain-of-wildcard');
  }
  return named.host === page.host ? judge(true, 'same-host') : judge(false, siteRule(named.host, page.host));
}

function siteRule(entry: string, page: string): CoverageRule {
  if (page.endsWith(`.${entry}`)) return 'page-is-subdomain';
  if (entry.endsWith(`.${page}`)) return 'entry-is-subdomain';
  return LOOPBACK.test(entry) && LOOPBACK.test(page) ? 'other-loopback' : 'other-site';
}

interface Parts {
  /** Without colon and slashes, empty where the text has none. */
  readonly scheme: string;
  readonly host: string;
  /** As a number's text; the scheme's own where none is written; empty without a scheme. */
  readonly port: string;
  readonly hasPath: boolean;
}

function parts(text: string): Parts {
  const [, scheme = '', authority = '', rest = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)(.*)$/s.exec(text) ?? [];
  const [, host = '', port = ''] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
  const usual = scheme === 'https' ? '443' : scheme === 'http' ? '80' : '';
  return { scheme, host, port: port || usual, hasPath: rest !== '' };
}
