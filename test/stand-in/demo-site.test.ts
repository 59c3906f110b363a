import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { call } from './client.ts';
import { startStandIn } from './index.ts';
import { pageFile } from './page-files.ts';
import { fetchAsPage, xhrAsPage } from './page-shim.ts';
import type { StandIn } from './stand-in.ts';

type MapKitEvent = { readonly status: string; readonly message?: string };
type Done = (token: string) => void;
type MapKit = {
  init(options: { authorizationCallback(done: Done): void }): void;
  refresh(): Promise<void>;
  fresh(): MapKit;
  addEventListener(type: string, listener: (event: MapKitEvent) => void): void;
  Geocoder: new () => { lookup(place: string, done: (error: Error | null, data: unknown) => void): void };
};
type Situation = { readonly name: string; run(): Promise<{ status: number; body: string | null }> };

const BOOTSTRAP = '/ma/bootstrap';
let standIn: StandIn;
let mapkit: MapKit;

beforeAll(async () => {
  standIn = await startStandIn();
  const window: { mapkit?: MapKit } = {};
  const XMLHttpRequest = xhrAsPage(standIn);
  const unending = () => 0;
  const { body } = await pageFile('mapkit-like.js');
  const browser = { window, XMLHttpRequest, URLSearchParams, setTimeout: unending, clearTimeout: unending };
  runInNewContext(body, browser);
  mapkit = window.mapkit as MapKit;
});
beforeEach(() => standIn.clear());
afterEach(() => vi.unstubAllGlobals());
afterAll(() => standIn.close());

const demo = async (path: string) => (await call(standIn, `https://demo.test${path}`)).body.toString();
const sent = (path: string) => standIn.requests.filter((request) => request.path === path);

function begin(
  token: string,
): Promise<{ kit: MapKit; type: string; event: MapKitEvent; asked: () => number }> {
  const kit = mapkit.fresh();
  let asked = 0;
  return new Promise((resolve) => {
    for (const type of ['configuration-change', 'error']) {
      kit.addEventListener(type, (event) => resolve({ kit, type, event, asked: () => asked }));
    }
    kit.init({
      authorizationCallback(done) {
        asked += 1;
        done(token);
      },
    });
  });
}

describe('the map script', () => {
  test('starts, then uses the access token that the bootstrap gave', async () => {
    const { kit, event } = await begin(await demo('/tokens/good'));
    expect(event.status).toBe('Initialized');
    const found = await new Promise((resolve) => {
      new kit.Geocoder().lookup('Town Hall', (error, data) => resolve(error ?? data));
    });
    expect(found).toMatchObject({ results: [{ name: 'Springfield Town Hall' }] });
    expect(sent(BOOTSTRAP)).toHaveLength(1);
    expect(sent('/v1/geocode')[0]?.query.get('mkjsVersion')).toBe('5.52.0');
  });

  test('sends the access token along when it renews', async () => {
    const { kit, asked } = await begin(await demo('/tokens/good'));
    await kit.refresh();
    const [first, second] = sent(BOOTSTRAP);
    expect(first?.headers).not.toHaveProperty('x-maps-access-token');
    expect(second?.headers['x-maps-access-token']).toMatch(/^Bearer eyJ/);
    expect(asked()).toBe(2);
  });

  test('tries three times with one token and then says what Apple said', async () => {
    const { event, asked } = await begin(await demo('/tokens/other-origin'));
    const expected = 'Origin does not match - expected: shop.example, actual: https://demo.test';
    expect(event.status).toBe('Unauthorized');
    expect(event.message).toContain(expected);
    const tokens = sent(BOOTSTRAP).map(({ headers }) => headers.authorization);
    expect([tokens.length, new Set(tokens).size, asked()]).toEqual([3, 1, 1]);
  });

  test('sends nothing more after a start that failed', async () => {
    const { kit, event } = await begin(await demo('/tokens/over-quota'));
    expect(event.status).toBe('Too Many Requests');
    const error = await new Promise<Error | null>((resolve) => new kit.Geocoder().lookup('a', resolve));
    expect(error?.message).toBe('MapKit failed to initialize.');
    expect(sent('/v1/geocode')).toHaveLength(0);
  });

  test.each([
    ['a server error', { kind: 'status', status: 503 } as const, 'Unknown'],
    ['a broken connection', { kind: 'reset' } as const, 'Network Error'],
    ['a captive portal', { kind: 'html' } as const, 'Malformed Response'],
  ])('names %s', async (_, answer, status) => {
    const token = await demo('/tokens/good');
    standIn.tell({ match: { path: BOOTSTRAP }, times: 3, answer });
    expect((await begin(token)).event.status).toBe(status);
  });
});

test('the story plays as its titles say', async () => {
  vi.stubGlobal('fetch', fetchAsPage(standIn));
  vi.stubGlobal('window', { mapkit });
  const module: { situations: Situation[] } = await import(
    new URL('./page/situations.js', import.meta.url).href
  );
  const story: [string, number][] = [];
  for (const { name, run } of module.situations) story.push([name, (await run()).status]);
  expect(story).toEqual([
    ...[
      ['good', 200],
      ['expired-auth', 401],
      ['wrong-origin', 401],
      ['auth-at-service', 401],
    ],
    ...[
      ['expired-access', 401],
      ['quota', 429],
      ['server-error', 500],
      ['bearer-undefined', 401],
    ],
    ...[
      ['milliseconds', 401],
      ['unread', 401],
    ],
  ]);
});

describe('the demo site', () => {
  test.each([
    ['https://demo.test/', 'text/html'],
    ['https://www.demo.test/blank', 'text/html'],
    ['https://frame.test/', 'text/html'],
    ['https://demo.test/demo.css', 'text/css'],
    ...['demo', 'situations', 'helpers', 'worker', 'frame'].map((name) => [
      ...[`https://demo.test/${name}.js`, 'text/javascript'],
    ]),
  ])('serves %s', async (url = '', type = '') => {
    const { status, headers } = await call(standIn, url);
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining(type)]);
  });

  test('has nothing else to serve', async () => {
    for (const path of ['/nothing', '/tokens/toString', '/page/index.html', '/constructor']) {
      expect((await call(standIn, `https://demo.test${path}`)).status).toBe(404);
    }
  });

  test('hands the early page its token in the page itself', async () => {
    expect(await demo('/early')).toMatch(/Bearer eyJ[\w-]+\.[\w-]+\.[\w-]+'/);
  });
});
