import { describe, expect, test } from 'vitest';
import {
  asked,
  BOOTSTRAP,
  EXCHANGE,
  entryOf,
  GEOCODE,
  json,
  MAPKIT_SEARCH,
  TILE,
} from '../../fixtures/entries.ts';
import { verdictOf, wordOf } from '../../fixtures/judge.ts';
import { accessToken, authToken, DER_SIGNATURE, signature, T } from '../../fixtures/tokens.ts';

const API = 'https://maps-api.apple.com/v1';

describe('method-not-get', () => {
  test.each([
    ['POST to the exchange', EXCHANGE, 'POST', 'found fault proven'],
    ['PUT to a service', GEOCODE, 'PUT', 'found fault proven'],
    ['POST to bootstrap', BOOTSTRAP, 'POST', 'found fault proven'],
    ['GET', EXCHANGE, 'GET', 'silent'],
    ['HEAD', EXCHANGE, 'HEAD', 'silent'],
    ['a preflight', EXCHANGE, 'OPTIONS', 'silent'],
    [
      'the usage report of MapKit JS',
      'https://gsp10.apple-mapkit.com/mw/v1/reportAnalytics',
      'POST',
      'silent',
    ],
    ['a tile', TILE, 'POST', 'silent'],
  ])('%s', (_, url, method, word) => {
    expect(wordOf(verdictOf('method-not-get', asked(url, authToken(), { method })))).toBe(word);
  });
});

describe('path-truncated', () => {
  test.each([
    [`${API}`, 'found fault proven base'],
    [`${API}/`, 'found fault proven base'],
    ['https://maps-api.apple.com/', 'found fault proven base'],
    ['https://maps-api.apple.com/token', 'found fault likely'],
    [`${API}/token/`, 'found fault likely'],
    [`${API}/tokens`, 'found fault likely'],
    [`${API}/Geocode?q=a`, 'found fault likely'],
    [`${API}/reversegeocode?loc=1,2`, 'found fault likely'],
    [`${API}/token`, 'silent'],
    [`${API}/searchAutoComplete?q=a`, 'silent'],
    [`${API}/place/anything`, 'silent'],
    [`${API}/weather`, 'silent'],
    ['https://cdn.apple-mapkit.com/v1/token', 'silent'],
    ['https://example.com/v1', 'silent'],
  ])('%s: %s', (url, word) => {
    expect(wordOf(verdictOf('path-truncated', asked(url, authToken(), { status: 404 })))).toBe(word);
  });
});

describe('host-look-alike', () => {
  test.each([
    ['https://maps-api-apple.com/v1/token', 'found warning likely'],
    ['https://maps-api.apple.com.evil.test/v1/token', 'found warning likely'],
    ['https://cdn.app1e-mapkit.com/ma/bootstrap', 'found warning likely'],
    [EXCHANGE, 'silent'],
    [MAPKIT_SEARCH, 'silent'],
    ['https://developer.apple.com/maps', 'silent'],
    ['https://maps-api.example.com/v1/token', 'silent'],
    ['https://example.com/', 'silent'],
  ])('a bearer sent to %s: %s', (url, word) => {
    expect(wordOf(verdictOf('host-look-alike', asked(url, authToken())))).toBe(word);
  });
  test('does not apply where no bearer was sent', () => {
    expect(verdictOf('host-look-alike', entryOf({ url: 'https://maps-api-apple.com/' }))).toBeNull();
  });
});

describe('query-invalid', () => {
  test.each([
    ['geocode', 'found fault proven missing'],
    ['geocode?address=Berlin', 'found fault proven missing'],
    ['directions?origin=a', 'found fault proven missing'],
    ['search?q=a&searchLocation=1,2&searchRegion=3,2,1,0', 'found fault proven conflict'],
    [
      'etas?origin=1,2&destinations=1,2&arrivalDate=2026-01-01T00:00:00Z&departureDate=2026-01-01T00:00:00Z',
      'found fault proven conflict',
    ],
    ['geocode?q=a&q=b', 'found fault likely repeated'],
    ['reverseGeocode?loc=', 'found fault likely empty'],
    ['reverseGeocode?loc=Berlin', 'found fault likely form'],
    ['reverseGeocode?loc=91,0', 'found fault likely range'],
    ['directions?origin=a&destination=b&transportType=Transit', 'found fault likely word'],
    [`etas?origin=1,2&destinations=${Array(11).fill('1,2').join('%7C')}`, 'found fault likely too_many'],
    ['geocode?q=Berlin', 'silent'],
    ['geocode?q=Berlin&lang=de-DE&limitToCountries=DE,AT&userLocation=52.5,13.4', 'silent'],
    ['reverseGeocode?loc=52.5,-13.4', 'silent'],
    ['reverseGeocode?loc=52.5%2C13.4&lang=en', 'silent'],
    ['etas?origin=1,2&destinations=1,2%7C3,4&transportType=Transit', 'silent'],
    ['directions?origin=Berlin&destination=52,13&departureDate=2026-01-15T12:00:00Z&avoid=Tolls', 'silent'],
    [
      'search?q=a&resultTypeFilter=poi,address&searchRegion=38,-122.1,37.5,-122.5&enablePagination=true',
      'silent',
    ],
    ['searchAutocomplete?q=a&resultTypeFilter=query', 'silent'],
    ['geocode?q=a&unknown=1&unknown=2', 'silent'],
    ['place/I63802885C8189B2B?lang=en', 'silent'],
    ['token', 'silent'],
  ])('%s: %s', (path, word) => {
    expect(wordOf(verdictOf('query-invalid', asked(`${API}/${path}`, accessToken())))).toBe(word);
  });

  test('names no parameter where only Apple’s 400 tells of it', () => {
    const body = json({ error: { message: 'Bad Request', details: [] } });
    expect(
      verdictOf('query-invalid', asked(`${API}/geocode?q=a`, accessToken(), { status: 400, body })),
    ).toMatchObject({
      finding: {
        variant: 'unnamed',
        certainty: 'likely',
        evidence: [{}, { value: { text: '400' } }, { label: 'apple-says', value: { text: 'Bad Request' } }],
      },
    });
  });

  test('does not judge the services of MapKit JS, whose names Apple does not document', () => {
    expect(
      verdictOf('query-invalid', asked('https://api.apple-mapkit.com/v1/geocode?center=x', accessToken())),
    ).toBeNull();
  });
});

describe('claims-foreign', () => {
  test.each([
    ['sub of WeatherKit', authToken({ sub: 'com.example' }), 'found note proven'],
    ['aud', authToken({ aud: 'appstoreconnect-v1' }), 'found note proven'],
    ['id in the header', authToken({}, { id: 'x' }), 'found note proven'],
    ['none of them', authToken({ origin: 'example.com', scope: 'mapkit_js' }), 'silent'],
    ['an access token', accessToken({ sub: 'x' }), 'silent'],
  ])('%s', (_, token, word) => {
    expect(wordOf(verdictOf('claims-foreign', asked(EXCHANGE, token)))).toBe(word);
  });
});

describe('header-crit', () => {
  test.each(['crit', 'b64', 'zip', 'jku', 'x5u', 'jwk', 'x5c'])('%s is named', (name) => {
    const verdict = verdictOf('header-crit', asked(EXCHANGE, authToken({}, { [name]: 'x' })));
    expect(wordOf(verdict)).toBe('found warning possible');
    expect(verdict).toMatchObject({ finding: { values: { names: { text: name } } } });
  });
  test('is silent without them, and on claims of those names', () => {
    expect(verdictOf('header-crit', asked(EXCHANGE, authToken({ crit: 1, jwk: {} })))).toBeNull();
    expect(verdictOf('header-crit', entryOf({ url: EXCHANGE }))).toBeNull();
  });
});

describe('signature-der', () => {
  test.each([
    ['DER', DER_SIGNATURE, 'found warning possible'],
    ['64 bytes', signature(), 'silent'],
    ['DER that was cut', DER_SIGNATURE.slice(0, 60), 'silent'],
    ['none', '', 'silent'],
  ])('%s', (_, third, word) => {
    expect(wordOf(verdictOf('signature-der', asked(EXCHANGE, authToken({}, {}, third))))).toBe(word);
  });
  test('does not apply to what is no JWT', () => {
    expect(verdictOf('signature-der', asked(EXCHANGE, DER_SIGNATURE))).toBeNull();
  });
});

describe('portal-token-short', () => {
  const DAY = 86_400;
  const pacificMidnight = (days: number, winter = true) =>
    (Math.floor(T / DAY) + days) * DAY + (winter ? 8 : 7) * 3600 - 1;
  test.each([
    [
      'seven days to the end of a day in winter',
      { iat: T - 3600, exp: pacificMidnight(8) },
      'found warning likely',
    ],
    ['the same in summer', { iat: T - 3600, exp: pacificMidnight(8, false) }, 'found warning likely'],
    ['bound to a site', { iat: T - 3600, exp: pacificMidnight(8), origin: 'example.com' }, 'silent'],
    ['to another time of the day', { iat: T, exp: T + 7 * DAY }, 'silent'],
    ['thirty days', { iat: T, exp: pacificMidnight(30) }, 'silent'],
    ['half an hour', {}, 'silent'],
    ['no end', { exp: undefined }, 'silent'],
    ['ended already, which has its own finding', { iat: T - 9 * DAY, exp: pacificMidnight(-1) }, 'silent'],
  ])('%s', (_, claims, word) => {
    expect(wordOf(verdictOf('portal-token-short', asked(BOOTSTRAP, authToken(claims))))).toBe(word);
  });
  test('does not apply to an access token', () => {
    expect(
      verdictOf(
        'portal-token-short',
        asked(GEOCODE, accessToken({ iat: T - 3600, exp: pacificMidnight(8) })),
      ),
    ).toBeNull();
  });
});
