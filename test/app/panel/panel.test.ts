import { effect } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { CHIPS } from '../../../src/app/panel/filter.ts';
import { createPanel } from '../../../src/app/panel/panel.ts';
import type { Entry } from '../../../src/core/index.ts';
import {
  asked,
  BOOTSTRAP,
  dateHeader,
  EXCHANGE,
  entryOf,
  GEOCODE,
  NOW,
  refused,
  TILE,
} from '../../fixtures/entries.ts';
import { panelPorts, RECORDING } from '../../fixtures/panel-ports.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';

const ASSET = 'https://cdn.apple-mapkit.com/mk/5.76.90/images/logo.svg';

function start() {
  const orders: unknown[] = [];
  let frames: (() => void)[] = [];
  const panel = createPanel(
    panelPorts({
      order: (order) => orders.push(order),
      reloadPage: () => orders.push('reload'),
      endpointName: (id) => (id === 'geocode' ? 'Geokodierung' : id),
      nextPicture: (task) => frames.push(task),
      now: () => NOW,
    }),
  );
  let writes = -1;
  effect(() => {
    panel.rows.value;
    writes++;
  });
  const paint = () => {
    const due = frames;
    frames = [];
    for (const task of due) task();
  };
  const tell = (...entries: readonly Entry[]) => {
    panel.apply({ type: 'entries', entries });
    paint();
  };
  const ids = () => panel.lines.value.map(({ row }) => row.id);
  return { panel, orders, paint, tell, ids, frames: () => frames.length, writes: () => writes };
}

describe('the rows', () => {
  test('stand in the order in which the requests started', () => {
    const { panel, tell } = start();
    tell(
      entryOf({ id: '1', startedAt: NOW + 20 }),
      entryOf({ id: '2', startedAt: NOW }),
      entryOf({ id: '3', startedAt: NOW + 20 }),
    );
    expect(panel.rows.value.map(({ id }) => id)).toEqual(['2', '1', '3']);
  });

  test('are written once a frame, however many entries arrive', () => {
    const { panel, paint, frames, writes } = start();
    for (let n = 0; n < 500; n++) panel.apply({ type: 'entries', entries: [entryOf({ id: String(n) })] });
    expect(frames()).toBe(1);
    expect(writes()).toBe(0);
    paint();
    expect(writes()).toBe(1);
    expect(panel.rows.value).toHaveLength(500);
  });

  test('are not written while nothing arrives', () => {
    const { tell, paint, frames, writes } = start();
    tell(entryOf());
    paint();
    paint();
    expect([frames(), writes()]).toEqual([0, 1]);
  });

  test('take a newer version of an entry in place', () => {
    const { panel, tell } = start();
    tell(entryOf({ id: '1' }), entryOf({ id: '2' }));
    tell(entryOf({ id: '1', status: 401 }));
    expect(panel.rows.value.map(({ id, entry }) => [id, entry.status])).toEqual([
      ['1', 401],
      ['2', 200],
    ]);
  });

  test('go when the recorder drops their entries, and come and go within one frame unseen', () => {
    const { panel, tell, paint, writes } = start();
    tell(entryOf({ id: '1' }), entryOf({ id: '2' }));
    panel.apply({ type: 'entries', entries: [entryOf({ id: '3' })] });
    panel.apply({ type: 'removed', ids: ['1', '3', 'never'] });
    paint();
    expect(panel.rows.value.map(({ id }) => id)).toEqual(['2']);
    expect(writes()).toBe(2);
  });

  test('take an entry that the recorder drops and tells again within one frame', () => {
    const { panel, tell, paint } = start();
    tell(entryOf({ id: '1' }), entryOf({ id: '2' }));
    panel.apply({ type: 'removed', ids: ['1'] });
    panel.apply({ type: 'entries', entries: [entryOf({ id: '1', status: 500 })] });
    paint();
    tell(entryOf({ id: '1', status: 401 }));
    expect(panel.rows.value.map(({ id, entry }) => [id, entry.status])).toEqual([
      ['1', 401],
      ['2', 200],
    ]);
    expect(panel.counts.value.refused).toBe(1);
  });

  test('the recorder’s state is shown with them, in one picture', () => {
    const { panel, paint, frames, writes } = start();
    const state = { ...RECORDING, seen: 1, kept: 1 };
    panel.apply({ type: 'entries', entries: [entryOf()] });
    panel.apply({ type: 'state', state });
    expect(frames()).toBe(1);
    paint();
    expect(panel.recorder.value).toEqual(state);
    expect(writes()).toBe(1);
  });
});

describe('the chips', () => {
  const all = () => {
    const app = start();
    app.tell(
      asked(EXCHANGE, authToken(), { id: 'exchange' }),
      asked(BOOTSTRAP, authToken({}, { typ: 'jwt' }), { id: 'bootstrap' }),
      refused(GEOCODE, accessToken({ exp: T - 1 }), { id: 'service' }),
      entryOf({ url: TILE, id: 'tile', body: { state: 'binary' } }),
      entryOf({ url: ASSET, id: 'asset', body: { state: 'binary' } }),
      entryOf({ url: ASSET, id: 'lost', status: 503, body: { state: 'binary' } }),
    );
    return app;
  };

  test.each([
    ['all', ['exchange', 'bootstrap', 'service', 'tile', 'lost']],
    ['refused', ['service', 'lost']],
    ['warnings', ['bootstrap']],
    ['exchanges', ['exchange']],
    ['bootstraps', ['bootstrap']],
    ['services', ['service']],
    ['tiles', ['tile']],
    ['other', ['asset', 'lost']],
  ] as const)('%s', (chip, wanted) => {
    const { panel, ids } = all();
    panel.chip.value = chip;
    expect(ids()).toEqual(wanted);
    expect(panel.counts.value[chip]).toBe(wanted.length);
  });

  test('are all tried here', () => {
    expect(CHIPS).toHaveLength(8);
  });

  test('count the whole log, whatever the text', () => {
    const { panel } = all();
    panel.text.value = 'nothing has this';
    expect(panel.lines.value).toEqual([]);
    expect(panel.counts.value.all).toBe(5);
  });
});

describe('the text', () => {
  const filtered = (text: string) => {
    const { panel, tell, ids } = start();
    tell(
      refused(GEOCODE, accessToken({ exp: T - 1, appid: 'Test Token' }), { id: 'service' }),
      asked(EXCHANGE, authToken({ origin: 'example.com' }), { id: 'exchange' }),
      entryOf({ url: TILE, id: 'tile', status: 0, error: 'net::ERR_FAILED', method: 'HEAD' }),
    );
    panel.text.value = text;
    return ids();
  };
  test.each([
    ['nothing', '', ['service', 'exchange', 'tile']],
    ['white space', '  ', ['service', 'exchange', 'tile']],
    ['a part of the address', 'ti/tile', ['tile']],
    ['capitals', 'BERLIN', ['service']],
    ['the endpoint in the reader’s language', 'geokod', ['service']],
    ['a status', '401', ['service']],
    ['a method', 'head', ['tile']],
    ["the browser's word", 'err_failed', ['tile']],
    ['the id of a cause', 'access-token-expired', ['service']],
    ['a claim', 'example.com', ['exchange']],
    ['a value of a claim', '"test token"', ['service']],
    ['several words, each somewhere', 'test token', ['service', 'exchange']],
    ['several words, one of them nowhere', 'test zzz', []],
    ['a kind, and the same word in an answer', 'auth', ['service', 'exchange']],
    ['a kind, without that answer', 'auth -authorized', ['exchange']],
    ['an answer', 'authorized', ['service']],
    ['white space around it', ' berlin ', ['service']],
    ['characters that mean something to patterns', '.*', []],
    ['what is nowhere', 'zzz', []],
  ])('%s', (_, text, wanted) => {
    expect(filtered(text)).toEqual(wanted);
  });
});

describe('the selection', () => {
  const three = () => {
    const app = start();
    app.tell(entryOf({ id: '1' }), entryOf({ id: '2' }), refused(GEOCODE, accessToken(), { id: '3' }));
    return app;
  };

  test('moves within the rows and stops at both ends', () => {
    const { panel } = three();
    const visited = [1, 1, 1, 1, -1, -5, -1].map((by) => {
      panel.move(by);
      return panel.selectedId.value;
    });
    expect(visited).toEqual(['1', '2', '3', '3', '2', '1', '1']);
  });

  test('begins at the end when it moves up', () => {
    const { panel } = three();
    panel.move(-1);
    expect(panel.selected.value?.id).toBe('3');
  });

  test('moves by pages', () => {
    const { panel } = three();
    panel.selectedId.value = '1';
    panel.move(100);
    expect(panel.selectedId.value).toBe('3');
  });

  test('moves within what is shown, and begins anew where the chosen row is hidden', () => {
    const { panel } = three();
    panel.selectedId.value = '1';
    panel.chip.value = 'refused';
    panel.move(1);
    expect(panel.selectedId.value).toBe('3');
  });

  test('has nothing to move to in an empty list', () => {
    const { panel } = start();
    panel.move(1);
    expect(panel.selectedId.value).toBeNull();
    expect(panel.selected.value).toBeNull();
  });

  test('keeps its row when others come and its entry changes', () => {
    const { panel, tell } = three();
    panel.selectedId.value = '2';
    tell(entryOf({ id: '0', startedAt: NOW - 5 }), entryOf({ id: '2', status: 500 }));
    expect(panel.selected.value).toMatchObject({ id: '2', entry: { status: 500 } });
  });

  test('is empty when its row is gone', () => {
    const { panel, paint } = three();
    panel.selectedId.value = '2';
    panel.apply({ type: 'removed', ids: ['2'] });
    paint();
    expect(panel.selected.value).toBeNull();
  });

  test('stays while a chip hides its row', () => {
    const { panel } = three();
    panel.selectedId.value = '1';
    panel.chip.value = 'tiles';
    expect(panel.selected.value?.id).toBe('1');
  });
});

describe("the skew to Apple's clock", () => {
  test('is unknown until an answer tells it, then the newest tells it', () => {
    const { panel, tell } = start();
    tell(entryOf({ id: '1' }));
    expect(panel.skew.value).toBeNull();
    tell(entryOf({ id: '2', responseHeaders: [dateHeader(3600)] }));
    expect(panel.skew.value).toBeCloseTo(3599.92);
    tell(entryOf({ id: '3', startedAt: NOW + 1, responseHeaders: [dateHeader(0)] }));
    tell(entryOf({ id: '4', startedAt: NOW + 2 }));
    expect(panel.skew.value).toBe(0);
  });

  test('is not told by a tile, which may come from a cache', () => {
    const { panel, tell } = start();
    tell(entryOf({ id: '1', url: TILE, responseHeaders: [dateHeader(-86_400)] }));
    expect(panel.skew.value).toBeNull();
  });
});

describe('orders', () => {
  test('go to the recorder', () => {
    const { panel, orders } = start();
    panel.setRecording(false);
    panel.setPreserve(true);
    panel.clear();
    panel.reloadPage();
    expect(orders).toEqual([
      { type: 'record', on: false },
      { type: 'preserve', on: true },
      { type: 'clear' },
      'reload',
    ]);
  });

  test('the log stays when the recorder is out of reach', () => {
    const { panel, tell } = start();
    tell(entryOf());
    panel.disconnected();
    expect(panel.connected.value).toBe(false);
    expect(panel.rows.value).toHaveLength(1);
  });
});
