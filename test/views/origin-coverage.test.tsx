import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import { readToken } from '../../src/core/index.ts';
import { OriginCoverage } from '../../src/views/panel/origin-coverage.tsx';
import { accessToken, authToken, BOOTSTRAP, entry, HOSTILE } from './entries.ts';
import { markup, missing, say, textOf } from './reader.tsx';

const from = (origin: string) => entry({ url: BOOTSTRAP, headers: [['Origin', origin]] });

function drawn(token: string, origin: string | null, seen: readonly string[] = []): string {
  const rows = signal(seen.map((page) => createRowMaker()(from(page))));
  return markup(<OriginCoverage token={readToken(token)} origin={origin} rows={rows} />);
}

const rowsOf = (html: string) =>
  [...html.matchAll(/<tr[^>]*data-copies[\s\S]*?<\/tr>/g)].map(([row]) => ({
    text: textOf(row),
    is: /<tr data-is="(\w+)"/.exec(row)?.[1] ?? '',
    glyph: /class="glyph" data-is="(\w+)"/.exec(row)?.[1],
  }));

describe('where a token works', () => {
  it('is told page by page, that of the request first and tinted where it is refused', () => {
    const html = drawn(authToken({ claims: { origin: 'a.test' } }), 'https://www.a.test', [
      'https://b.test',
      'https://www.a.test',
    ]);
    expect(rowsOf(html)).toEqual([
      {
        text: `https://www.a.test ${say('coverage_this_page')} no a.test ${say('origin_rule_page_is_subdomain')}`,
        is: 'refused',
        glyph: 'refused',
      },
      { text: `https://b.test no a.test ${say('origin_rule_other_site')}`, is: '', glyph: 'refused' },
      {
        text: `https://a.test ${say('coverage_compared')} yes a.test ${say('origin_rule_same_host')}`,
        is: '',
        glyph: 'good',
      },
      {
        text: `http://localhost:3000 ${say('coverage_compared')} no a.test ${say('origin_rule_other_site')}`,
        is: '',
        glyph: 'refused',
      },
    ]);
    expect([...missing]).toEqual([]);
  });

  it('is only likely two levels below a star', () => {
    const html = drawn(authToken({ claims: { origin: '*.a.test' } }), 'https://x.y.a.test');
    expect(rowsOf(html)[0]).toMatchObject({ glyph: 'unknown', is: '' });
    expect(textOf(html)).toContain('likely');
  });

  it('is told entry by entry where there are several', () => {
    const html = drawn(authToken({ claims: { origin: 'a.test, *.a.test' } }), 'https://www.a.test');
    const text = textOf(html.slice(html.indexOf('Covers')));
    expect(text).toContain(`a.test no ${say('origin_rule_page_is_subdomain')}`);
    expect(text).toContain(`*.a.test yes ${say('origin_rule_subdomain_of_wildcard')}`);
    expect(textOf(drawn(authToken({ claims: { origin: 'a.test' } }), 'https://a.test'))).not.toContain(
      'Covers',
    );
  });

  it('shows a few of many entries', () => {
    const origin = Array.from({ length: 500 }, (_, n) => `s${n}.test`).join(',');
    const html = drawn(authToken({ claims: { origin } }), 'https://a.test');
    expect(rowsOf(html).length).toBeLessThan(30);
    expect(textOf(html)).toContain(say('show_more'));
  });

  it('is any page for an auth token without sites', () => {
    expect(textOf(drawn(authToken(), 'https://a.test'))).toContain(say('coverage_any'));
  });

  it('is not told of an access token without sites, and told with a caveat where it has some', () => {
    expect(drawn(accessToken(), 'https://a.test')).toBe('');
    const html = drawn(accessToken({ claims: { origin: 'a.test' } }), 'https://a.test');
    expect(textOf(html)).toContain(say('coverage_access'));
  });

  it('cannot be told by a claim that is no text', () => {
    const html = drawn(authToken({ claims: { origin: ['a.test'] } }), 'https://a.test');
    expect(textOf(html)).toContain(say('coverage_unreadable'));
    expect(html).not.toContain('<table');
  });

  it('keeps hostile text as text', () => {
    const html = drawn(authToken({ claims: { origin: `${HOSTILE},x` } }), HOSTILE, [HOSTILE]);
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain(HOSTILE);
  });
});
