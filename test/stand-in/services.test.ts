import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './client.ts';
import { makeSecret, makeTeamKey, signAccessToken, signAuthToken, startStandIn } from './index.ts';
import type { StandIn } from './stand-in.ts';

const SERVER = 'https://maps-api.apple.com/v1/';
const MAPKIT = 'https://api.apple-mapkit.com/v1/';
const NOW = 1_790_000_000;
const key = makeTeamKey();
const busy = makeTeamKey({ team: 'TEAMBUSY01', kid: 'KEYBUSY001', quota: 0 });

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ keys: [key, busy], now: () => NOW * 1000 });
});
afterAll(() => standIn.close());

const sound = () => signAccessToken(standIn.accessSecret, { tid: key.team, iat: NOW });

async function ask(url: string, token = sound()) {
  const { status, body } = await call(standIn, url, { headers: { authorization: `Bearer ${token}` } });
  return { status, json: JSON.parse(body.toString()) };
}

describe('with a live access token', () => {
  test.each([
    ['geocode?q=Town+Hall', ['results']],
    ['reverseGeocode?loc=39.8,-89.64', ['results']],
    ['search?q=bakery', ['displayMapRegion', 'results']],
    ['searchAutocomplete?q=mea', ['results']],
    ['searchAutoComplete?q=mea', ['results']],
    ['directions?origin=a&destination=b', ['origin', 'destination', 'routes', 'steps', 'stepPaths']],
    ['etas?origin=1,2&destinations=3,4|5,6', ['etas']],
    ['place?ids=I5F1E1D000000001,unknown', ['results', 'errors']],
    ['place/alternateIds?ids=I5F1E1D000000001', ['results', 'errors']],
  ])('the Server API answers %s', async (path, fields) => {
    const { status, json } = await ask(SERVER + path);
    expect([status, Object.keys(json)]).toEqual([200, fields]);
  });

  test.each(['geocode?q=a', 'reverseGeocode?loc=1,2', 'search?q=a', 'searchAutocomplete?q=a', 'place'])(
    'MapKit JS gets an answer to %s',
    async (path) => expect((await ask(MAPKIT + path)).status).toBe(200),
  );

  test('the two APIs name a coordinate each in its own way', async () => {
    const [server, mapkit] = [await ask(`${SERVER}geocode?q=Bakery`), await ask(`${MAPKIT}geocode?q=Bakery`)];
    expect(server.json.results[0]).toMatchObject({ coordinate: { latitude: 39.8021, longitude: -89.6462 } });
    expect(mapkit.json.results[0]).toMatchObject({ center: { lat: 39.8021, lng: -89.6462 } });
  });

  test('a place is found by its id', async () => {
    const { json } = await ask(`${SERVER}geocode?q=Library`);
    const { id, name } = json.results[0];
    expect((await ask(`${SERVER}place/${id}`)).json).toMatchObject({ id, name });
    expect((await ask(`${SERVER}place?ids=${id},nowhere`)).json).toMatchObject({
      results: [{ id }],
      errors: [{ errorCode: 'FAILED_NOT_FOUND', id: 'nowhere' }],
    });
  });

  test.each([
    ['geocode', 'q is required'],
    ['reverseGeocode?loc=', 'loc is required'],
    ['directions?origin=a', 'destination is required'],
    [
      'search?q=a&searchLocation=1,2&searchRegion=1,2,3,4',
      'searchLocation and searchRegion exclude each other',
    ],
    [`etas?origin=1,2&destinations=${Array(11).fill('1,2').join('|')}`, 'at most 10 destinations'],
  ])('%s is a bad request', async (path, detail) => {
    const { status, json } = await ask(SERVER + path);
    expect([status, json.error.details]).toEqual([400, [detail]]);
  });

  test.each(['', 'nowhere', 'toString'])('there is no service named "%s"', async (path) => {
    expect((await ask(SERVER + path)).status).toBe(404);
  });
});

describe('a service refuses', () => {
  const refused: [string, () => string][] = [
    [
      'an access token in the second it expires',
      () => signAccessToken(standIn.accessSecret, { iat: NOW - 1800 }),
    ],
    ['an access token of another issuer', () => signAccessToken(makeSecret(), { iat: NOW })],
    ['an auth token', () => signAuthToken(key, { iat: NOW })],
    ['the word undefined', () => 'undefined'],
  ];
  test.each(refused)('%s', async (_, token) => {
    for (const url of [`${SERVER}geocode?q=a`, `${MAPKIT}geocode?q=a`]) {
      const { status, json } = await ask(url, token());
      expect([status, json]).toEqual([401, { error: { message: 'Not Authorized', details: [] } }]);
    }
  });

  test('a team over its quota', async () => {
    const token = signAccessToken(standIn.accessSecret, { tid: busy.team, iat: NOW });
    expect((await ask(`${SERVER}geocode?q=a`, token)).status).toBe(429);
  });
});
