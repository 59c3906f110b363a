import { describe, expect, test } from 'vitest';
import { endpointOf, queryOf } from '../../../src/core/apple/endpoints.ts';

const MAPS_API = 'https://maps-api.apple.com';

describe('what a URL of Apple Maps calls, and which credential it takes', () => {
  test.each([
    [`${MAPS_API}/v1/token`, 'token', 'exchange', 'auth'],
    [`${MAPS_API}/v1/geocode?q=Berlin`, 'geocode', 'service', 'access'],
    [`${MAPS_API}/v1/reverseGeocode?loc=1,2`, 'reverseGeocode', 'service', 'access'],
    [`${MAPS_API}/v1/search?q=cafe`, 'search', 'service', 'access'],
    [`${MAPS_API}/v1/searchAutocomplete?q=caf`, 'searchAutocomplete', 'service', 'access'],
    [`${MAPS_API}/v1/searchAutoComplete?q=caf`, 'searchAutocomplete', 'service', 'access'],
    [`${MAPS_API}/v1/directions?origin=a&destination=b`, 'directions', 'service', 'access'],
    [`${MAPS_API}/v1/etas?origin=1,2&destinations=3,4`, 'etas', 'service', 'access'],
    [`${MAPS_API}/v1/place/I63802885C8189B2B`, 'place', 'service', 'access'],
    [`${MAPS_API}/v1/place?ids=I63802885C8189B2B`, 'places', 'service', 'access'],
    [`${MAPS_API}/v1/place/alternateIds?ids=I1`, 'alternateIds', 'service', 'access'],
    [`${MAPS_API}:443/v1/token`, 'token', 'exchange', 'auth'],
    [`${MAPS_API}/v1/token#x`, 'token', 'exchange', 'auth'],
    [
      'https://cdn.apple-mapkit.com/ma/bootstrap?apiVersion=2&mkjsVersion=5.76.90&poi=1',
      'bootstrap',
      'bootstrap',
      'auth',
    ],
    ['https://api.apple-mapkit.com/v1/geocode?q=x&mkjsVersion=5', 'geocode', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/reverseGeocode?loc=1,2', 'reverseGeocode', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/search?q=x', 'search', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/searchAutocomplete?q=x', 'searchAutocomplete', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/directions?origin=1', 'directions', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/etas?origin=1', 'etas', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/nearbyPoi?center=1', 'nearbyPoi', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/place?ids=1', 'places', 'service', 'access'],
    ['https://api.apple-mapkit.com/v1/place/I1', 'place', 'service', 'access'],
    ['https://embed.apple-mapkit.com/v1/place?place=I1&token=x', 'embed', 'other', 'auth'],
    ['https://embed.apple-mapkit.com/v1/embed?center=1,2&token=x', 'embed', 'other', 'auth'],
    ['https://snapshot.apple-mapkit.com/api/v1/snapshot?center=1&token=x', 'snapshot', 'other', 'auth'],
    ['https://cdn1.apple-mapkit.com/ti/tile?style=0&x=1&y=2&z=3&accessKey=k', 'tile', 'tile', 'access-key'],
    ['https://cdn4.apple-mapkit.com/ti/tile?x=1', 'tile', 'tile', 'access-key'],
    ['https://sat-cdn1.apple-mapkit.com/tile?style=7&accessKey=k', 'satelliteTile', 'tile', 'access-key'],
    ['https://cdn2.apple-mapkit.com/md/v1/shield?text=A1', 'mapData', 'tile', 'access-key'],
    ['https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.core.js', 'script', 'asset', 'none'],
    ['https://cdn.apple-mapkit.com/mk/6/mapkit.js', 'script', 'asset', 'none'],
    ['https://cdn.apple-mapkit.com/mk/5.76.90/libs/mapkit.core.map.js', 'script', 'asset', 'none'],
    ['https://cdn.apple-mapkit.com/mk/5.76.90/images/logo.svg', 'asset', 'asset', 'none'],
    ['https://gsp10.apple-mapkit.com/mw/v1/reportAnalytics', 'analytics', 'asset', 'none'],
    ['https://gsp10.apple-mapkit.com/mw/v1/reportError', 'analytics', 'asset', 'none'],
  ])('%s is %s', (url, id, group, needs) => {
    expect(endpointOf(url)).toMatchObject({ id, group, needs });
  });

  test('it names host and path as sent', () => {
    expect(endpointOf('https://MAPS-API.apple.com/v1/Geocode?q=1')).toMatchObject({
      id: 'unknown',
      host: 'maps-api.apple.com',
      path: '/v1/Geocode',
    });
    expect(endpointOf(MAPS_API)).toMatchObject({ path: '/' });
    expect(endpointOf(`${MAPS_API}?q=/v1/token`)).toMatchObject({ id: 'unknown' });
  });
});

describe('near misses are unknown and take no credential', () => {
  test.each([
    [`${MAPS_API}/`],
    [`${MAPS_API}/v1`],
    [`${MAPS_API}/v1/`],
    [`${MAPS_API}/token`],
    [`${MAPS_API}/v1/token/`],
    [`${MAPS_API}/v1/tokens`],
    [`${MAPS_API}/v1/Token`],
    [`${MAPS_API}/v2/token`],
    [`${MAPS_API}//v1/token`],
    [`${MAPS_API}/v1/geocoder?q=x`],
    [`${MAPS_API}/v1/geocode/x`],
    [`${MAPS_API}/v1/reversegeocode`],
    [`${MAPS_API}/v1/searchautocomplete`],
    [`${MAPS_API}/v1/place/`],
    [`${MAPS_API}/v1/place/a/b`],
    [`${MAPS_API}/v1/nearbyPoi`],
    [`${MAPS_API}/ma/bootstrap`],
    ['https://api.apple-mapkit.com/v1/token'],
    ['https://api.apple-mapkit.com/ma/bootstrap'],
    ['https://cdn.apple-mapkit.com/v1/geocode'],
    ['https://cdn.apple-mapkit.com/ma/bootstrap/'],
    ['https://embed.apple-mapkit.com/v1/search'],
    ['https://snapshot.apple-mapkit.com/v1/snapshot'],
    ['https://apple-mapkit.com/ma/bootstrap'],
    ['https://xcdn.apple-mapkit.com/ma/bootstrap'],
  ])('%s', (url) => {
    expect(endpointOf(url)).toMatchObject({ id: 'unknown', group: 'other', needs: 'none' });
  });
});

describe('a path of Apple on a host of somebody else is no endpoint', () => {
  test.each([
    ['https://maps-api.apple.com.evil.test/v1/token'],
    ['https://maps-api.apple.com@evil.test/v1/token'],
    ['https://evil.test/v1/token'],
    ['https://cdn.apple-mapkit.net/ma/bootstrap'],
    ['https://cdn.evil-mapkit.com/ma/bootstrap'],
    ['https://api.sixteen-sign.com/v1/geocode'],
    ['https://cdn.apple-mapkit.com.evil.test/ma/bootstrap'],
    ['https://api-apple-mapkit.com/v1/geocode'],
  ])('%s', (url) => {
    expect(endpointOf(url)).toMatchObject({ id: 'unknown', needs: 'none' });
  });
});

describe('the parameters that tell calls apart', () => {
  test.each([
    [`${MAPS_API}/v1/geocode?q=1`, ['q']],
    [`${MAPS_API}/v1/directions`, ['origin', 'destination']],
    [`${MAPS_API}/v1/etas`, ['origin', 'destinations']],
    ['https://cdn1.apple-mapkit.com/ti/tile', ['z', 'x', 'y']],
    [`${MAPS_API}/v1/token`, []],
    [`${MAPS_API}/v1/nothing`, []],
  ])('%s has %j', (url, names) => {
    expect(endpointOf(url).keyParameters).toEqual(names);
  });
});

describe('the query is read as the page wrote it', () => {
  test.each([
    ['none', 'https://a.test/x', []],
    ['an empty one', 'https://a.test/x?', []],
    [
      'in order, decoded',
      'https://a.test/?q=caf%C3%A9+noir&a=1',
      [
        ['q', 'café noir'],
        ['a', '1'],
      ],
    ],
    [
      'repeated names kept',
      'https://a.test/?a=1&a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    ['without the fragment', 'https://a.test/?a=1#b=2', [['a', '1']]],
    ['only in the fragment', 'https://a.test/#?a=1', []],
    ['a name without value', 'https://a.test/?a', [['a', '']]],
    ['a broken escape', 'https://a.test/?a=%', [['a', '%']]],
    ['a second question mark', 'https://a.test/?a=1?b=2', [['a', '1?b=2']]],
  ])('%s', (_, url, query) => {
    expect(queryOf(url)).toEqual(query);
  });
});
