import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRecorder,
  type RecorderEvent,
  type RecorderLimits,
  type RecorderState,
} from '../../../src/app/recording/recorder.ts';
import type { Body, Entry } from '../../../src/core/index.ts';
import { EXCHANGE, GEOCODE, NOW, read, TILE } from '../../fixtures/entries.ts';
import type { HarChange } from '../../fixtures/har.ts';
import { createTime, createTraffic, observed, settled } from '../../fixtures/world.ts';

const OTHER = 'https://example.com/app.js';
const PAGE = 'https://example.com/';

function start(limits?: RecorderLimits) {
  const time = createTime();
  const world = createTraffic();
  const recorder = createRecorder({ traffic: world.traffic, now: time.now, schedule: time.schedule }, limits);
  const told = { states: [] as RecorderState[], entries: [] as Entry[], removed: [] as string[] };
  /** The log as a listener knows it who only hears the news. */
  const followed = new Map<string, Entry>();
  recorder.subscribe((event: RecorderEvent) => {
    if (event.type === 'state') told.states.push(event.state);
    else if (event.type === 'entries') {
      told.entries.push(...event.entries);
      for (const entry of event.entries) followed.set(entry.id, entry);
    } else {
      told.removed.push(...event.ids);
      for (const id of event.ids) followed.delete(id);
    }
  });
  /** What somebody hears who comes now. */
  function look(): { state: RecorderState; entries: readonly Entry[] } {
    const events: RecorderEvent[] = [];
    recorder.subscribe((event) => events.push(event))();
    const [first, second] = events;
    if (first?.type !== 'state' || second?.type !== 'entries') throw new Error('unexpected news');
    return { state: first.state, entries: second.entries };
  }
  const counts = () => {
    const { seen, kept, dropped, filtered } = look().state;
    return { seen, kept, dropped, filtered };
  };
  async function hear(change: HarChange = {}, body?: Body | Promise<Body>) {
    world.event(observed({ at: time.now(), ...change }, body));
    await settled();
  }
  return { ...world, time, recorder, told, followed, look, counts, hear };
}

const preflight = (change: HarChange = {}): HarChange => ({
  method: 'OPTIONS',
  status: 204,
  requestHeaders: { 'access-control-request-method': 'GET' },
  responseHeaders: { 'access-control-allow-origin': '*' },
  ...change,
});

describe('what is kept', () => {
  test('a request of Apple Maps, with its body', async () => {
    const { hear, look } = start();
    await hear({ url: GEOCODE, status: 401, requestHeaders: { Authorization: 'Bearer x' } }, read('{"a":1}'));
    expect(look().entries).toMatchObject([
      {
        url: GEOCODE,
        status: 401,
        startedAt: NOW,
        body: { state: 'read', text: '{"a":1}' },
        requestHeaders: [['Authorization', 'Bearer x']],
      },
    ]);
  });

  test.each([
    ['another host', OTHER],
    ['a look-alike', 'https://maps-api.apple.com.evil.test/v1/token'],
    ['user-info', 'https://maps-api.apple.com@evil.test/'],
    ['data that names it', 'data:text/css,url(https://cdn.apple-mapkit.com/)'],
    ['Apple elsewhere', 'https://developer.apple.com/maps'],
    ['an extension', 'chrome-extension://abc/page.html'],
  ])('nothing of %s, which is counted and whose body nobody asks for', async (_, url) => {
    const { event, look, counts, told } = start();
    const request = observed({ url });
    const body = () => Promise.reject(new Error('nobody may ask'));
    event({ ...request, body });
    await settled();
    expect(look().entries).toEqual([]);
    expect(told.entries).toEqual([]);
    expect(counts()).toEqual({ seen: 1, kept: 0, dropped: 0, filtered: 1 });
  });

  test.each([
    ['a tile', TILE],
    ['a script', 'https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.core.js'],
  ])('%s without its body, for which nobody asks', async (_, url) => {
    const { event, look } = start();
    event({ ...observed({ url }), body: () => Promise.reject(new Error('nobody may ask')) });
    await settled();
    expect(look().entries).toMatchObject([{ url, body: { state: 'binary' } }]);
  });

  test('each request has an id of its own, and the order in which they were told', async () => {
    const { hear, look } = start();
    for (let n = 0; n < 5; n++) await hear({ url: `${GEOCODE}&n=${n}` });
    const ids = look().entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(look().entries.map(({ url }) => url.at(-1))).toEqual(['0', '1', '2', '3', '4']);
  });

  test('a request whose body comes late holds up no other', async () => {
    const { hear, look, counts } = start();
    let deliver: (body: Body) => void = () => {};
    await hear({ url: EXCHANGE }, new Promise((resolve) => (deliver = resolve)));
    await hear({ url: GEOCODE });
    expect(look().entries.map(({ url }) => url)).toEqual([GEOCODE]);
    expect(counts()).toMatchObject({ seen: 1, kept: 1 });
    deliver({ state: 'unavailable' });
    await settled();
    expect(look().entries).toMatchObject([
      { url: GEOCODE },
      { url: EXCHANGE, body: { state: 'unavailable' } },
    ]);
    expect(counts()).toMatchObject({ seen: 2, kept: 2 });
  });
});

describe('requests that raise no event', () => {
  test('are found by a snapshot, with what it knows of the body', async () => {
    const { holds, time, look, counts } = start();
    holds(observed({ url: GEOCODE }, { state: 'unread' }));
    await time.advance(5000);
    expect(look().entries).toMatchObject([{ url: GEOCODE, body: { state: 'unread' } }]);
    await time.advance(60_000);
    expect(counts()).toEqual({ seen: 1, kept: 1, dropped: 0, filtered: 0 });
  });

  test('were there before the recorder', async () => {
    const time = createTime();
    const world = createTraffic();
    world.holds(observed({ url: EXCHANGE, at: NOW - 60_000 }));
    const recorder = createRecorder({ traffic: world.traffic, now: time.now, schedule: time.schedule });
    await settled();
    const urls: string[] = [];
    recorder.subscribe(
      (event) => event.type === 'entries' && urls.push(...event.entries.map(({ url }) => url)),
    );
    expect(urls).toEqual([EXCHANGE]);
  });

  test('are not taken while they are on their way', async () => {
    const { holds, time, look } = start();
    holds(observed({ url: GEOCODE, status: 0 }, { state: 'none' }, false));
    await time.advance(5000);
    expect(look().entries).toEqual([]);
    holds(observed({ url: GEOCODE, status: 200 }, { state: 'unread' }));
    await time.advance(5000);
    expect(look().entries).toMatchObject([{ status: 200 }]);
  });

  test('of other hosts are neither kept nor counted', async () => {
    const { holds, time, counts } = start();
    holds(observed({ url: OTHER }), observed({ url: 'https://evil.test/?https://maps-api.apple.com/' }));
    await time.advance(5000);
    expect(counts()).toEqual({ seen: 0, kept: 0, dropped: 0, filtered: 0 });
  });

  test('a snapshot that fails is only late', async () => {
    const { holds, fail, time, look, looks } = start();
    fail(true);
    await time.advance(20_000);
    const failed = looks();
    expect(failed).toBeGreaterThan(1);
    fail(false);
    holds(observed({ url: GEOCODE }, { state: 'unread' }));
    await time.advance(20_000);
    expect(looks()).toBeGreaterThan(failed);
    expect(look().entries).toHaveLength(1);
  });
});

describe('a request that is told of twice is one', () => {
  test('an event after the snapshot brings the body', async () => {
    const { holds, hear, time, look, counts, told } = start();
    holds(observed({ url: GEOCODE }, { state: 'unread' }));
    await time.advance(2100);
    const [{ id } = { id: '' }] = look().entries;
    await hear({ url: GEOCODE, at: NOW }, read('{"late":1}'));
    expect(look().entries).toMatchObject([{ id, body: { state: 'read', text: '{"late":1}' } }]);
    expect(counts()).toEqual({ seen: 1, kept: 1, dropped: 0, filtered: 0 });
    await time.advance(10);
    expect(told.entries.map((entry) => entry.id)).toEqual([id, id]);
  });

  test('a snapshot after the event changes nothing', async () => {
    const { holds, hear, time, look, told } = start();
    await hear({ url: GEOCODE }, read('{"a":1}'));
    holds(observed({ url: GEOCODE }, { state: 'unread' }));
    await time.advance(30_000);
    expect(look().entries).toMatchObject([{ body: { state: 'read' } }]);
    expect(told.entries).toHaveLength(1);
  });

  test('a body that the snapshot waits for does not overwrite the one of the event', async () => {
    const { holds, hear, time, look, counts } = start();
    let deliver: (body: Body) => void = () => {};
    holds(observed({ url: GEOCODE }, new Promise<Body>((resolve) => (deliver = resolve))));
    await time.advance(2000);
    await hear({ url: GEOCODE, at: NOW }, read('{"a":1}'));
    deliver({ state: 'unread' });
    await settled();
    expect(look().entries).toMatchObject([{ body: { state: 'read' } }]);
    expect(counts()).toMatchObject({ seen: 1, kept: 1 });
  });

  test('identical requests of one millisecond stay two, in whatever order they are told of', async () => {
    const { holds, hear, time, look, counts } = start();
    await hear({ url: GEOCODE }, read('1'));
    await hear({ url: GEOCODE }, read('2'));
    holds(observed({ url: GEOCODE }), observed({ url: GEOCODE }));
    await time.advance(30_000);
    expect(look().entries.map(({ body }) => body.state === 'read' && body.text)).toEqual(['1', '2']);
    expect(counts()).toMatchObject({ seen: 2, kept: 2 });
  });

  test('identical requests found by snapshot first, then heard, stay two', async () => {
    const { holds, hear, time, look, counts } = start();
    holds(observed({ url: GEOCODE }, { state: 'unread' }), observed({ url: GEOCODE }, { state: 'unread' }));
    await time.advance(2000);
    expect(look().entries).toHaveLength(2);
    await hear({ url: GEOCODE, at: NOW }, read('1'));
    await hear({ url: GEOCODE, at: NOW }, read('2'));
    expect(look().entries.map(({ body }) => body.state === 'read' && body.text)).toEqual(['1', '2']);
    expect(counts()).toMatchObject({ seen: 2, kept: 2 });
  });

  test('a third of them that only the snapshot has comes in as one more', async () => {
    const { holds, hear, time, counts } = start();
    await hear({ url: GEOCODE });
    await hear({ url: GEOCODE });
    holds(...Array.from({ length: 3 }, () => observed({ url: GEOCODE }, { state: 'unread' })));
    await time.advance(5000);
    expect(counts()).toMatchObject({ seen: 3, kept: 3 });
  });

  test('the same URL at another time or by another method is another request', async () => {
    const { holds, hear, time, counts } = start();
    await hear({ url: GEOCODE });
    holds(
      observed({ url: GEOCODE }),
      observed({ url: GEOCODE, at: NOW + 1 }),
      observed({ url: GEOCODE, method: 'POST' }),
    );
    await time.advance(5000);
    expect(counts()).toMatchObject({ seen: 3 });
  });
});

describe('a preflight is part of its request', () => {
  const own = { status: 204, startedAt: NOW, duration: 80 };

  test('when it is told before', async () => {
    const { hear, look, counts } = start();
    await hear(preflight({ url: EXCHANGE }));
    expect(counts().seen).toBe(0);
    await hear({ url: EXCHANGE });
    expect(look().entries).toMatchObject([{ method: 'GET', preflight: own }]);
    expect(look().entries[0]?.preflight?.responseHeaders).toEqual([['access-control-allow-origin', '*']]);
    expect(counts()).toMatchObject({ seen: 1, kept: 1 });
  });

  test('when it is told after', async () => {
    const { hear, time, look, told } = start();
    await hear({ url: EXCHANGE });
    await time.advance(10);
    await hear(preflight({ url: EXCHANGE, at: NOW }));
    expect(look().entries).toMatchObject([{ method: 'GET', preflight: own }]);
    await time.advance(10);
    expect(told.entries).toHaveLength(2);
  });

  test('when it is told while the body of its request is on its way', async () => {
    const { hear, look } = start();
    let deliver: (body: Body) => void = () => {};
    await hear({ url: EXCHANGE }, new Promise((resolve) => (deliver = resolve)));
    await hear(preflight({ url: EXCHANGE }));
    deliver(read('{}'));
    await settled();
    expect(look().entries).toMatchObject([{ preflight: own }]);
  });

  test('also when only the snapshot has the request behind it', async () => {
    const { hear, holds, time, look, counts } = start();
    await hear(preflight({ url: EXCHANGE, status: 403 }));
    holds(
      observed(preflight({ url: EXCHANGE, status: 403 })),
      observed({ url: EXCHANGE, status: 0, at: NOW + 5 }, { state: 'none' }),
    );
    await time.advance(30_000);
    expect(look().entries).toMatchObject([{ method: 'GET', status: 0, preflight: { status: 403 } }]);
    expect(counts()).toMatchObject({ seen: 1, kept: 1 });
  });

  test('one preflight serves one request', async () => {
    const { hear, look } = start();
    await hear(preflight({ url: EXCHANGE }));
    await hear({ url: EXCHANGE, at: NOW + 1 });
    await hear({ url: EXCHANGE, at: NOW + 2 });
    expect(look().entries.map(({ preflight }) => preflight?.status ?? null)).toEqual([204, null]);
  });

  test('of another URL or another time stays apart', async () => {
    const { hear, look } = start();
    await hear(preflight({ url: `${GEOCODE}&other` }));
    await hear(preflight({ url: GEOCODE, at: NOW - 5000 }));
    await hear({ url: GEOCODE });
    expect(look().entries).toMatchObject([{ preflight: null }]);
  });

  test('without its request stands for itself in the end', async () => {
    const { hear, time, look, counts } = start();
    await hear(preflight({ url: EXCHANGE, status: 403 }));
    await time.advance(5000);
    expect(look().entries).toEqual([]);
    await time.advance(60_000);
    expect(look().entries).toMatchObject([{ method: 'OPTIONS', status: 403 }]);
    expect(counts()).toMatchObject({ seen: 1, kept: 1 });
  });

  test('waits as long as its request is on its way', async () => {
    const { hear, holds, time, look } = start();
    await hear(preflight({ url: EXCHANGE }));
    holds(observed({ url: EXCHANGE, status: 0 }, { state: 'none' }, false));
    await time.advance(60_000);
    expect(look().entries).toEqual([]);
    await hear({ url: EXCHANGE, at: NOW });
    expect(look().entries).toMatchObject([{ method: 'GET', preflight: own }]);
  });

  test('OPTIONS that a page sends itself is a request like others', async () => {
    const { hear, look } = start();
    await hear({ url: EXCHANGE, method: 'OPTIONS' });
    expect(look().entries).toMatchObject([{ method: 'OPTIONS', preflight: null }]);
  });
});

describe('pause', () => {
  test('keeps nothing that is sent meanwhile, and counts it', async () => {
    const { recorder, hear, time, look, counts } = start();
    await hear({ url: EXCHANGE });
    await time.advance(10);
    recorder.setRecording(false);
    await hear({ url: GEOCODE });
    await hear({ url: OTHER });
    expect(look().state.recording).toBe(false);
    expect(look().entries.map(({ url }) => url)).toEqual([EXCHANGE]);
    expect(counts()).toEqual({ seen: 3, kept: 1, dropped: 0, filtered: 2 });
  });

  test('what a snapshot shows of the pause stays out, then and later', async () => {
    const { recorder, holds, time, look } = start();
    await time.advance(10);
    recorder.setRecording(false);
    await time.advance(1000);
    holds(observed({ url: GEOCODE, at: time.now() }));
    await time.advance(20_000);
    expect(look().entries).toEqual([]);
    recorder.setRecording(true);
    await time.advance(20_000);
    expect(look().entries).toEqual([]);
  });

  test('a request sent before it and answered in it is kept, and counted once', async () => {
    const { recorder, hear, holds, time, look, counts } = start();
    const at = time.now();
    await time.advance(100);
    recorder.setRecording(false);
    await time.advance(100);
    await hear({ url: EXCHANGE, at });
    holds(observed({ url: EXCHANGE, at }));
    await time.advance(20_000);
    expect(look().entries).toMatchObject([{ url: EXCHANGE }]);
    expect(counts()).toEqual({ seen: 1, kept: 1, dropped: 0, filtered: 0 });
  });

  test('a request sent in it and answered after it is not kept', async () => {
    const { recorder, hear, time, look } = start();
    await time.advance(10);
    recorder.setRecording(false);
    const at = time.now();
    await time.advance(1000);
    recorder.setRecording(true);
    await time.advance(10);
    await hear({ url: GEOCODE, at });
    expect(look().entries).toEqual([]);
    await hear({ url: EXCHANGE });
    expect(look().entries).toMatchObject([{ url: EXCHANGE }]);
  });

  test('resume tells since when the log is complete', async () => {
    const { recorder, time, look, told } = start();
    expect(look().state.since).toBe(NOW);
    recorder.setRecording(false);
    await time.advance(5000);
    recorder.setRecording(true);
    expect(told.states.at(-1)).toMatchObject({ recording: true, since: NOW + 5000 });
  });

  test('is told at once; asking twice tells nothing', async () => {
    const { recorder, told } = start();
    const before = told.states.length;
    recorder.setRecording(true);
    expect(told.states.length).toBe(before);
    recorder.setRecording(false);
    recorder.setRecording(false);
    expect(told.states.length).toBe(before + 1);
  });
});

describe('clear', () => {
  test('forgets entries and counts, and tells it', async () => {
    const { recorder, hear, time, look, counts, told } = start();
    await hear({ url: EXCHANGE });
    await hear({ url: OTHER });
    await time.advance(1000);
    recorder.clear();
    expect(look().entries).toEqual([]);
    expect(counts()).toEqual({ seen: 0, kept: 0, dropped: 0, filtered: 0 });
    expect(told.removed).toHaveLength(1);
    expect(look().state.since).toBe(NOW + 1000);
  });

  test('what was sent before does not come back: by event, by snapshot or by a late body', async () => {
    const { recorder, hear, holds, time, look } = start();
    let deliver: (body: Body) => void = () => {};
    await hear({ url: EXCHANGE }, new Promise((resolve) => (deliver = resolve)));
    await time.advance(1000);
    recorder.clear();
    deliver(read('{}'));
    await hear({ url: GEOCODE, at: NOW });
    holds(observed({ url: GEOCODE, at: NOW + 500 }));
    await time.advance(20_000);
    expect(look().entries).toEqual([]);
    await hear({ url: GEOCODE });
    expect(look().entries).toHaveLength(1);
  });

  test('in a pause it leaves the pause alone', async () => {
    const { recorder, hear, time, look } = start();
    recorder.setRecording(false);
    await time.advance(10);
    recorder.clear();
    await hear({ url: GEOCODE });
    expect(look()).toMatchObject({ state: { recording: false }, entries: [] });
  });
});

describe('a navigation', () => {
  test('changes nothing where the log is preserved', async () => {
    const { hear, navigated, time, look } = start();
    await hear({ url: EXCHANGE });
    navigated(PAGE);
    await time.advance(5000);
    expect(look().entries).toHaveLength(1);
  });

  test('keeps the new page’s early requests and forgets the old page’s', async () => {
    const { recorder, hear, holds, navigated, time, look, counts } = start();
    recorder.setPreserve(false);
    await hear({ url: `${GEOCODE}&page=old` });
    await hear({ url: OTHER });
    await time.advance(1000);
    const document = observed({ url: PAGE, at: time.now() });
    await time.advance(50);
    await hear({ url: `${EXCHANGE}?page=new` });
    holds(document);
    await time.advance(50);
    navigated(`${PAGE}#part`);
    await settled();
    expect(look().entries.map(({ url }) => url)).toEqual([`${EXCHANGE}?page=new`]);
    expect(counts()).toEqual({ seen: 1, kept: 1, dropped: 0, filtered: 0 });
  });

  test('takes its own moment for the border where the document is not to be found', async () => {
    const { recorder, hear, navigated, time, look } = start();
    recorder.setPreserve(false);
    await hear({ url: EXCHANGE });
    await time.advance(1000);
    navigated(PAGE);
    await settled();
    expect(look().entries).toEqual([]);
    await hear({ url: EXCHANGE });
    expect(look().entries).toHaveLength(1);
  });

  test('a late answer of the old page does not come in afterwards', async () => {
    const { recorder, hear, holds, navigated, time, look } = start();
    recorder.setPreserve(false);
    let deliver: (body: Body) => void = () => {};
    await hear({ url: EXCHANGE }, new Promise((resolve) => (deliver = resolve)));
    await time.advance(1000);
    holds(observed({ url: PAGE, at: time.now() }));
    navigated(PAGE);
    await settled();
    deliver(read('{}'));
    await settled();
    await hear({ url: GEOCODE, at: NOW + 10 });
    expect(look().entries).toEqual([]);
  });

  test('an early preflight of the new page still finds its request', async () => {
    const { recorder, hear, holds, navigated, time, look } = start();
    recorder.setPreserve(false);
    await time.advance(1000);
    holds(observed({ url: PAGE, at: time.now() }));
    await time.advance(50);
    await hear(preflight({ url: EXCHANGE }));
    navigated(PAGE);
    await settled();
    await hear({ url: EXCHANGE });
    expect(look().entries).toMatchObject([{ preflight: { status: 204 } }]);
  });

  test('is remembered with its moment, told to whoever comes, and kept where the log is', async () => {
    const { hear, navigated, time, look, told } = start();
    expect(look().state.navigations).toEqual([]);
    await hear({ url: EXCHANGE });
    await time.advance(1000);
    navigated(PAGE);
    await time.advance(5000);
    navigated(PAGE);
    await time.advance(5000);
    expect(look().state.navigations).toEqual([NOW + 1000, NOW + 6000]);
    expect(told.states.at(-1)?.navigations).toEqual([NOW + 1000, NOW + 6000]);
  });

  test('takes the earlier ones with it where the log is not preserved, and stays itself', async () => {
    const { recorder, holds, navigated, time, look } = start();
    navigated(PAGE);
    await time.advance(5000);
    recorder.setPreserve(false);
    holds(observed({ url: PAGE, at: time.now() - 50 }));
    navigated(PAGE);
    await settled();
    expect(look().state.navigations).toEqual([NOW + 5000]);
  });

  test('is forgotten with what was cleared', async () => {
    const { recorder, navigated, time, look } = start();
    navigated(PAGE);
    await time.advance(1000);
    recorder.clear();
    expect(look().state.navigations).toEqual([]);
  });

  test('is one of the newest few, however often the page moves on', async () => {
    const { navigated, time, look } = start();
    for (let n = 0; n < 70; n++) {
      navigated(PAGE);
      await time.advance(1);
    }
    const { navigations } = look().state;
    expect(navigations).toHaveLength(50);
    expect(navigations.at(-1)).toBe(NOW + 69);
  });

  test('preserve is told at once', () => {
    const { recorder, told } = start();
    recorder.setPreserve(false);
    expect(told.states.at(-1)).toMatchObject({ preserve: false });
  });
});

describe('the bounds', () => {
  test('by count: the oldest go, and are counted as dropped', async () => {
    const { hear, time, look, counts, told } = start({ entries: 3, size: 1e9 });
    for (let n = 0; n < 5; n++) await hear({ url: `${GEOCODE}&n=${n}` });
    await time.advance(10);
    expect(look().entries.map(({ url }) => url.at(-1))).toEqual(['2', '3', '4']);
    expect(counts()).toEqual({ seen: 5, kept: 3, dropped: 2, filtered: 0 });
    expect(told.removed).toHaveLength(2);
  });

  test('by size: as many of the oldest go as make room', async () => {
    const { hear, look, counts } = start({ entries: 100, size: 10_000 });
    for (let n = 0; n < 5; n++) await hear({ url: `${GEOCODE}&n=${n}` }, read('x'.repeat(1000)));
    expect(counts()).toMatchObject({ kept: 5, dropped: 0 });
    await hear({ url: `${GEOCODE}&n=5` }, read('x'.repeat(8000)));
    expect(look().entries.at(-1)?.url.at(-1)).toBe('5');
    expect(counts().kept).toBeLessThan(3);
    expect(counts()).toMatchObject({ seen: 6, dropped: 6 - counts().kept });
  });

  test('an entry that alone is too large is dropped too', async () => {
    const { hear, counts } = start({ entries: 100, size: 1000 });
    await hear({ url: GEOCODE }, read('x'.repeat(5000)));
    expect(counts()).toEqual({ seen: 1, kept: 0, dropped: 1, filtered: 0 });
  });

  test('what grows is counted by its new size, what goes gives its room back', async () => {
    const { holds, hear, time, counts, recorder } = start({ entries: 100, size: 5000 });
    for (let n = 0; n < 20; n++) {
      recorder.clear();
      await time.advance(10);
      const request = { url: `${GEOCODE}&n=${n}`, at: time.now() };
      holds(observed(request, { state: 'unread' }));
      await time.advance(20_000);
      await hear(request, read('x'.repeat(3000)));
      expect(counts()).toEqual({ seen: 1, kept: 1, dropped: 0, filtered: 0 });
    }
  });
});

describe('listeners', () => {
  test('whoever comes late hears everything first', async () => {
    const { hear, look } = start();
    await hear({ url: EXCHANGE });
    expect(look().entries).toHaveLength(1);
    expect(look().state.kept).toBe(1);
  });

  test('whoever leaves hears no more', async () => {
    const { recorder, hear } = start();
    let heard = 0;
    const stop = recorder.subscribe(() => heard++);
    stop();
    const before = heard;
    await hear({ url: EXCHANGE });
    recorder.clear();
    expect(heard).toBe(before);
  });

  test('the counts of a thousand other requests are told once', async () => {
    const { event, time, told } = start();
    const before = told.states.length;
    for (let n = 0; n < 1000; n++) event(observed({ url: OTHER }));
    await time.advance(1000);
    expect(told.states.length).toBe(before + 1);
    expect(told.states.at(-1)).toMatchObject({ seen: 1000, filtered: 1000 });
  });

  test('a request, its preflight and the counts are told together, and only once', async () => {
    const { hear, recorder, time } = start();
    const heard: string[] = [];
    recorder.subscribe(({ type }) => heard.push(type));
    heard.length = 0;
    await hear({ url: EXCHANGE });
    await hear(preflight({ url: EXCHANGE }));
    await hear({ url: GEOCODE });
    await time.advance(1000);
    expect(heard).toEqual(['entries', 'state']);
  });

  test('what is told is plain data', async () => {
    const { hear, time, told } = start();
    await hear({ url: EXCHANGE, requestHeaders: { Authorization: `Bearer ${'x'.repeat(9000)}` } });
    await time.advance(10);
    expect(told.entries).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(told.entries))).toEqual(told.entries);
  });
});

describe('after any storm of events', () => {
  type Action =
    | { readonly do: 'hear' | 'list'; readonly change: HarChange; readonly body: Body }
    | { readonly do: 'pause' | 'resume' | 'clear' | 'navigate' | 'preserve' | 'wait' };
  const urls = fc.constantFrom(EXCHANGE, GEOCODE, `${GEOCODE}&2`, TILE, OTHER, 'data:,', '');
  const bodies = fc.constantFrom<Body>(
    read('{}'),
    read('x'.repeat(700)),
    { state: 'unread' },
    { state: 'unavailable' },
  );
  const action = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record<Action & { do: 'hear' | 'list' }>({
        do: fc.constantFrom('hear', 'list'),
        change: fc
          .record({
            url: urls,
            at: fc.integer({ min: -3, max: 3 }),
            options: fc.boolean(),
            status: fc.constantFrom(0, 200, 401),
          })
          .map(({ url, at, options, status }) => ({
            ...(options ? preflight({ url }) : { url }),
            at: NOW + at * 500,
            status,
          })),
        body: bodies,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record<Action & { do: 'wait' }>({ do: fc.constant('wait') }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('pause', 'resume', 'clear', 'navigate', 'preserve'),
      }) as fc.Arbitrary<Action>,
    },
  );

  // A busy machine is no fault.
  test('seen = kept + dropped + filtered, and every listener knows the same log', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        const { recorder, holds, navigated, event, time, look, followed, told } = start({
          entries: 4,
          size: 4000,
        });
        const listed: ReturnType<typeof observed>[] = [];
        for (const step of actions) {
          if (step.do === 'hear') event(observed(step.change, step.body));
          else if (step.do === 'list') {
            listed.push(observed(step.change, { state: 'unread' }));
            holds(...listed);
          } else if (step.do === 'wait') await time.advance(1500);
          else if (step.do === 'clear') recorder.clear();
          else if (step.do === 'navigate') navigated(PAGE);
          else if (step.do === 'preserve') recorder.setPreserve(false);
          else recorder.setRecording(step.do === 'resume');
          if (step.do !== 'hear') await settled();
          const { state, entries } = look();
          expect(state.seen).toBe(state.kept + state.dropped + state.filtered);
          expect(state.kept).toBe(entries.length);
          expect(entries.length).toBeLessThanOrEqual(4);
        }
        await time.advance(60_000);
        const { state, entries } = look();
        expect(told.states.at(-1)).toEqual(state);
        expect([...followed.values()]).toEqual(entries);
        expect(entries.every(({ url }) => url.includes('apple'))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
