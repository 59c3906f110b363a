import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originCoverage, pageCoverage } from '../../../src/core/apple/origin-coverage.ts';
import { originDifference } from '../../../src/core/apple/origin-difference.ts';
import { runs } from '../../fixtures/runs.ts';

describe('a page and a claim', () => {
  test.each([
    ['https://a.test', 'a.test', 'yes', 'a.test', 'same-host'],
    ['https://www.a.test', 'a.test', 'no', 'a.test', 'page-is-subdomain'],
    ['https://www.a.test', 'b.test,a.test', 'no', 'a.test', 'page-is-subdomain'],
    ['https://x.a.test', 'b.test,*.a.test', 'yes', '*.a.test', 'subdomain-of-wildcard'],
    ['https://y.x.a.test', '*.a.test', 'likely', '*.a.test', 'deep-subdomain-of-wildcard'],
    ['https://y.x.a.test', '*.a.test,y.x.a.test', 'yes', 'y.x.a.test', 'same-host'],
    ['https://c.test', 'a.test,b.test', 'no', 'a.test', 'other-site'],
    ['https://c.test', ',a.test', 'no', '', 'empty-entry'],
    ['https://a.test', ',a.test/', 'no', 'a.test/', 'entry-has-path'],
    ['null', 'a.test', 'no', 'a.test', 'opaque-origin'],
  ] as const)('%s by %j: %s', (origin, claim, answer, entry, rule) => {
    expect(pageCoverage(claim, origin)).toEqual({
      answer,
      by: { entry, rule, covered: answer !== 'no' },
    });
  });

  test('a claim that is no text has no entry', () => {
    expect(pageCoverage(['a.test'], 'https://a.test')).toEqual({ answer: 'no', by: null });
  });
});

describe('the pages that are judged', () => {
  const pages = (claim: string, origin: string | null, seen: readonly string[] = []) =>
    originCoverage(claim, origin, seen).map(({ origin, source }) => `${source} ${origin}`);

  test.each([
    [
      'that of the request first, then its bare name and a page under development',
      pages('a.test', 'https://www.a.test:8443'),
      ['request https://www.a.test:8443', 'compared https://a.test:8443', 'compared http://localhost:3000'],
    ],
    [
      'the same with www, where the name is bare',
      pages('a.test', 'https://a.test'),
      ['request https://a.test', 'compared https://www.a.test', 'compared http://localhost:3000'],
    ],
    [
      'the site of the claim below which the page stands',
      pages('*.a.co.test', 'https://x.a.co.test'),
      ['request https://x.a.co.test', 'compared https://a.co.test', 'compared http://localhost:3000'],
    ],
    [
      'the bare name of a site that the claim does not name',
      pages('b.test', 'https://www.a.co.test'),
      ['request https://www.a.co.test', 'compared https://a.co.test', 'compared http://localhost:3000'],
    ],
    [
      'no guess at where a site begins',
      pages('b.test', 'https://x.a.co.test'),
      ['request https://x.a.co.test', 'compared http://localhost:3000'],
    ],
    [
      'both names of this machine',
      pages('localhost', 'http://localhost:4501'),
      ['request http://localhost:4501', 'compared http://127.0.0.1:4501'],
    ],
    [
      'the page under development that the claim names',
      pages('a.test,http://localhost:4501', 'https://a.test'),
      ['request https://a.test', 'compared https://www.a.test', 'compared http://localhost:4501'],
    ],
    [
      'those of the log, each once',
      pages('a.test', 'https://a.test', ['https://b.test', 'https://a.test', 'https://b.test']),
      [
        'request https://a.test',
        'seen https://b.test',
        'compared https://www.a.test',
        'compared http://localhost:3000',
      ],
    ],
    [
      'those that the claim names, where none was seen',
      pages('a.test, *.b.test, c.test', null),
      [
        'compared https://a.test',
        'compared https://www.a.test',
        'compared https://www.b.test',
        'compared https://b.test',
        'compared http://localhost:3000',
      ],
    ],
    ['an opaque origin', pages('a.test', 'null'), ['request null', 'compared http://localhost:3000']],
    [
      'no name before a number',
      pages('1.2', 'http://10.0.0.1'),
      ['request http://10.0.0.1', 'compared http://localhost:3000'],
    ],
  ])('are %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('are at most six of a log', () => {
    const seen = Array.from({ length: 50 }, (_, n) => `https://p${n}.test`);
    expect(pages('a.test', null, seen).filter((page) => page.startsWith('seen'))).toHaveLength(6);
  });

  test('are answered whatever stands in claim and origin', () => {
    const piece = fc.constantFrom(
      'a',
      '.',
      '*',
      ',',
      ':',
      '/',
      '://',
      'http',
      'localhost',
      'www.',
      ' ',
      '[',
      '\u0130',
    );
    const text = fc.string({ unit: piece, maxLength: 12 });
    const claim = fc.oneof(text, fc.constantFrom(null, 1, ['a.test'], undefined));
    fc.assert(
      fc.property(claim, text, fc.array(text, { maxLength: 9 }), (claim, origin, seen) => {
        const found = originCoverage(claim, origin, seen);
        expect(found[0]?.origin).toBe(origin);
        expect(new Set(found.map((page) => page.origin)).size).toBe(found.length);
        expect(originDifference(String(claim), origin)?.origin.from ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what sets an origin apart from a claim', () => {
  const drawn = (text: string, { from, to }: { from: number; to: number }) =>
    `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
  const marked = (claim: string, origin: string) => {
    const found = originDifference(claim, origin);
    return found === null ? null : [drawn(claim, found.claim), drawn(origin, found.origin)];
  };
  test.each([
    ['a.test', 'https://www.a.test', ['[]a.test', 'https://[www.]a.test']],
    ['www.a.test', 'https://a.test', ['[www.]a.test', 'https://[]a.test']],
    ['*.a.test', 'https://a.test', ['[*.]a.test', 'https://[]a.test']],
    [
      'http://localhost:4501',
      'http://127.0.0.1:4502',
      ['http://[localhost:4501]', 'http://[127.0.0.1:4502]'],
    ],
    [
      'http://localhost:4501',
      'http://localhost:4502',
      ['http://localhost:450[1]', 'http://localhost:450[2]'],
    ],
    ['https://a.test', 'http://a.test', ['http[s]://a.test', 'http[]://a.test']],
    ['b.test', 'https://a.test', ['[b].test', 'https://[a].test']],
    ['long.test, a.test', 'https://www.a.test', ['long.test, []a.test', 'https://[www.]a.test']],
    ['A.test', 'https://WWW.a.test', ['[]A.test', 'https://[WWW.]a.test']],
    ['a.test/', 'https://a.test', ['a.test[/]', 'https://a.test[]']],
    ['', 'https://a.test', null],
    ['q', 'null', ['[q]', '[null]']],
  ])('%j and %s', (claim, origin, expected) => {
    expect(marked(claim, origin)).toEqual(expected);
  });
});
