import { describe, expect, test } from 'vitest';
import { asked, BOOTSTRAP, EMBED, EXCHANGE, entryOf, GEOCODE, SNAPSHOT } from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken, compact } from '../../fixtures/tokens.ts';

const sent = (origin: string | null, claim: unknown, url = BOOTSTRAP, others: [string, string][] = []) =>
  entryOf({
    url,
    requestHeaders: [
      ['Authorization', `Bearer ${authToken({ origin: claim })}`],
      ...(origin === null ? [] : ([['Origin', origin]] as [string, string][])),
      ...others,
    ],
  });

describe('origin-mismatch', () => {
  test.each([
    ['https://akashic.test', 'akashic.test', 'passed'],
    ['https://sub.akashic.test', 'akashic.test', 'found fault proven page_is_subdomain'],
    ['https://akashic.test', '*.akashic.test', 'found fault proven wildcard_without_apex'],
    ['https://akashic.test', 'akashic.test,*.akashic.test', 'passed'],
    ['https://www.akashic.test', 'akashic.test,*.akashic.test', 'passed'],
    ['https://akashic.test', 'akashic.test/', 'found fault proven entry_has_path'],
    ['https://akashic.test', 'https://akashic.test', 'passed'],
    ['http://localhost:3000', 'localhost', 'passed'],
    ['http://localhost:4501', 'http://localhost:4501', 'passed'],
    ['http://localhost:4502', 'http://localhost:4501', 'found fault proven other_port'],
    ['http://127.0.0.1:4502', 'http://localhost:4501', 'found fault proven other_loopback'],
    ['https://www.graypane.test', 'graypane.test', 'found fault proven page_is_subdomain'],
    ['http://akashic.test', 'https://akashic.test', 'found fault proven other_scheme'],
    ['https://akashic.test', 'www.akashic.test', 'found fault proven entry_is_subdomain'],
    ['https://notakashic.test', 'akashic.test', 'found fault proven other_site'],
    ['https://notakashic.test', '*.akashic.test', 'found fault proven other_site'],
    ['https://akashic.test', 'other.test, akashic.test', 'passed'],
    ['https://akashic.test', undefined, 'silent'],
    ['null', 'akashic.test', 'found fault proven opaque_origin'],
    [null, 'akashic.test', 'silent'],
  ])('a page at %s and a token for %j: %s', (origin, claim, word) => {
    expect(wordOf(verdictOf('origin-mismatch', sent(origin, claim)))).toBe(word);
  });

  test('is only likely where Apple’s own check was never seen', () => {
    expect(wordOf(verdictOf('origin-mismatch', sent('https://a.test', 'b.test', EXCHANGE)))).toBe(
      'found fault likely other_site',
    );
  });

  test('does not apply to an access token', () => {
    const entry = asked(GEOCODE, accessToken({ origin: 'https://a.test' }));
    expect(
      verdictOf('origin-mismatch', {
        ...entry,
        requestHeaders: [...entry.requestHeaders, ['Origin', 'https://b.test']],
      }),
    ).toBeNull();
  });
});

describe('origin-form', () => {
  test.each([
    ['a trailing slash', 'example.com/', 'found fault proven'],
    ['a path', 'https://example.com/maps', 'found fault proven'],
    ['a slash after the second site', 'a.test,b.test/', 'found fault proven'],
    ['an empty claim', '', 'found fault proven empty'],
    ['a comma too many', 'a.test,', 'found fault proven empty'],
    ['a list', ['a.test'], 'found fault likely type'],
    ['null', null, 'found fault likely type'],
    ['a site', 'example.com', 'silent'],
    ['a pattern', '*.example.com', 'silent'],
    ['a full origin', 'https://example.com', 'silent'],
    ['a full origin with a port', 'http://localhost:4501', 'silent'],
    ['several sites', 'example.com, *.example.com', 'silent'],
    ['none', undefined, 'silent'],
  ])('%s', (_, claim, word) => {
    expect(wordOf(verdictOf('origin-form', sent(null, claim)))).toBe(word);
  });
  test('does not apply to an access token', () => {
    expect(verdictOf('origin-form', asked(GEOCODE, accessToken({ origin: 'https://a.test/' })))).toBeNull();
  });
});

describe('origin-implausible', () => {
  test.each([
    ['a Maps ID', 'maps.com.example.site', 'found warning likely'],
    ["Apple's own host", 'https://maps-api.apple.com', 'found warning likely'],
    ['one word', 'mysite', 'found warning likely'],
    ['a site', 'example.com', 'silent'],
    ['a site whose name begins alike', 'maps.example.com', 'silent'],
    ['localhost', 'localhost', 'silent'],
    ['an address', 'http://127.0.0.1:8000', 'silent'],
    ['none', undefined, 'silent'],
  ])('%s', (_, claim, word) => {
    expect(wordOf(verdictOf('origin-implausible', sent(null, claim)))).toBe(word);
  });
  test('does not apply to an access token', () => {
    expect(verdictOf('origin-implausible', asked(GEOCODE, accessToken({ origin: 'mysite' })))).toBeNull();
  });
});

describe('origin-absent-from-request', () => {
  const ACCEPT: [string, string] = ['Accept', '*/*'];
  test.each([
    ['a bound token without Origin', sent(null, 'example.com', EXCHANGE, [ACCEPT]), 'found warning possible'],
    ['with Origin', sent('https://example.com', 'example.com', EXCHANGE, [ACCEPT]), 'silent'],
    ['an unbound token', sent(null, undefined, EXCHANGE, [ACCEPT]), 'silent'],
    ['a request whose headers were not all seen', sent(null, 'example.com', EXCHANGE), 'silent'],
    [
      'an access token',
      {
        ...asked(GEOCODE, accessToken({ origin: 'https://a.test' })),
        requestHeaders: [
          ACCEPT,
          ['Authorization', `Bearer ${accessToken({ origin: 'https://a.test' })}`],
        ] as const,
      },
      'silent',
    ],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('origin-absent-from-request', entry))).toBe(word);
  });
  test('does not apply to a request that is only planned', () => {
    expect(
      verdictOf('origin-absent-from-request', sent(null, 'example.com', EXCHANGE, [ACCEPT]), false),
    ).toBeNull();
  });
});

describe('origin-missing', () => {
  test.each([
    ['at bootstrap', asked(BOOTSTRAP, authToken()), 'found note proven'],
    [
      'in the address of an embedded map',
      entryOf({ url: `${EMBED}&token=${authToken()}` }),
      'found note proven',
    ],
    [
      'in the address of a snapshot',
      entryOf({ url: `${SNAPSHOT}&token=${authToken()}` }),
      'found note proven',
    ],
    ['a bound token', asked(BOOTSTRAP, authToken({ origin: 'example.com' })), 'silent'],
    ['at the exchange, which servers use', asked(EXCHANGE, authToken()), 'silent'],
    ['an access token', asked(BOOTSTRAP, accessToken()), 'silent'],
    ['claims that cannot be read', asked(BOOTSTRAP, compact({ alg: 'ES256' }, '{')), 'silent'],
  ])('%s', (_, entry, word) => {
    expect(wordOf(verdictOf('origin-missing', entry))).toBe(word);
  });
});

describe('scope-lacks-product', () => {
  test.each([
    ['the Server API without its scope', EXCHANGE, { scope: 'mapkit_js' }, 'found fault likely'],
    ['bootstrap without its scope', BOOTSTRAP, { scope: 'server_api' }, 'found fault likely'],
    ['the Server API with its scope', EXCHANGE, { scope: 'server_api' }, 'silent'],
    ['bootstrap with several', BOOTSTRAP, { scope: 'server_api mapkit_js' }, 'silent'],
    ['no scope, as before 2026', BOOTSTRAP, {}, 'silent'],
    ['the right word in a list with commas', EXCHANGE, { scope: 'mapkit_js,server_api' }, 'silent'],
    ['a service, which takes no auth token', GEOCODE, { scope: 'mapkit_js' }, 'silent'],
  ])('%s', (_, url, claims, word) => {
    expect(wordOf(verdictOf('scope-lacks-product', asked(url, authToken(claims))))).toBe(word);
  });
  test.each([
    [EMBED, 'embed_api'],
    [SNAPSHOT, 'web_snapshots'],
  ])('%s needs %s', (url, scope) => {
    const with_ = (claims: object) => entryOf({ url: `${url}&token=${authToken({ ...claims })}` });
    expect(verdictOf('scope-lacks-product', with_({ scope }))).toBeNull();
    expect(verdictOf('scope-lacks-product', with_({ scope: 'server_api' }))).toMatchObject({
      finding: { evidence: [{ value: { text: scope } }, { value: { text: 'server_api' } }] },
    });
  });
});

describe('scope-form', () => {
  test.each([
    ['an unknown word', 'maps_api', 'found warning likely'],
    ['commas', 'mapkit_js,server_api', 'found warning likely commas'],
    ['a list', ['mapkit_js'], 'found warning likely type'],
    ['a number', 5, 'found warning likely type'],
    ['one word', 'mapkit_js', 'silent'],
    ['all four', 'embed_api mapkit_js server_api web_snapshots', 'silent'],
    ['none', undefined, 'silent'],
  ])('%s', (_, scope, word) => {
    expect(wordOf(verdictOf('scope-form', asked(EXCHANGE, authToken({ scope }))))).toBe(word);
  });
  test('does not apply to an access token', () => {
    expect(verdictOf('scope-form', asked(GEOCODE, accessToken({ scope: 'x' })))).toBeNull();
  });
});
