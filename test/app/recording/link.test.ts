import { describe, expect, test } from 'vitest';
import { followRecorder, serveRecorder } from '../../../src/app/recording/link.ts';
import type { Recorder, RecorderEvent, RecorderState } from '../../../src/app/recording/recorder.ts';
import type { Entry } from '../../../src/core/index.ts';
import { entryOf } from '../../fixtures/entries.ts';
import { createPipe } from '../../fixtures/world.ts';

const STATE: RecorderState = {
  recording: true,
  preserve: true,
  since: 1,
  seen: 2,
  kept: 1,
  dropped: 0,
  filtered: 1,
  shown: true,
  navigations: [],
};

function start(entries: readonly Entry[] = []) {
  const calls: unknown[] = [];
  let tell: ((event: RecorderEvent) => void) | null = null;
  const recorder: Recorder = {
    subscribe(listener) {
      tell = listener;
      listener({ type: 'state', state: STATE });
      listener({ type: 'entries', entries });
      return () => {
        tell = null;
      };
    },
    setRecording: (on) => calls.push(['record', on]),
    setPreserve: (on) => calls.push(['preserve', on]),
    setShown: () => {},
    clear: () => calls.push(['clear']),
  };
  const pipe = createPipe();
  const heard: RecorderEvent[] = [];
  const posted: unknown[] = [];
  pipe.far.onMessage((message) => posted.push(message));
  const order = followRecorder(pipe.far, (event) => heard.push(event));
  serveRecorder(recorder, pipe.near);
  return {
    calls,
    pipe,
    heard,
    posted,
    order,
    tell: (event: RecorderEvent) => tell?.(event),
    listens: () => tell !== null,
  };
}

describe('what the recorder tells reaches the panel unchanged', () => {
  test('the state and the entries that are there already', () => {
    const entries = [entryOf({ id: '1' }), entryOf({ id: '2', requestHeaders: [['a', 'b', 9]] })];
    const { heard } = start(entries);
    expect(heard).toEqual([
      { type: 'state', state: STATE },
      { type: 'entries', entries },
    ]);
  });

  test('news of every kind', () => {
    const { heard, tell } = start();
    tell({ type: 'entries', entries: [entryOf({ id: '3' })] });
    tell({ type: 'removed', ids: ['3'] });
    tell({ type: 'state', state: { ...STATE, seen: 9 } });
    expect(heard.slice(1)).toEqual([
      { type: 'entries', entries: [entryOf({ id: '3' })] },
      { type: 'removed', ids: ['3'] },
      { type: 'state', state: { ...STATE, seen: 9 } },
    ]);
  });

  test('a long log comes in pieces, in order', () => {
    const entries = Array.from({ length: 1001 }, (_, n) => entryOf({ id: String(n) }));
    const { heard } = start(entries);
    const pieces = heard.flatMap((event) => (event.type === 'entries' ? [event.entries] : []));
    expect(pieces.length).toBe(11);
    expect(pieces.flat()).toEqual(entries);
  });

  test('messages are flat records of texts', () => {
    const { posted } = start([entryOf()]);
    expect(posted).toHaveLength(2);
    for (const message of posted) {
      expect(Object.values(message as object).every((value) => typeof value === 'string')).toBe(true);
    }
  });

  test('texts of hostile pages come through as they are', () => {
    const entry = entryOf({
      url: 'https://maps-api.apple.com/\ud800\u2028"\\',
      requestHeaders: [['__proto__', '{"a":1}']],
    });
    expect(start([entry]).heard.at(-1)).toEqual({ type: 'entries', entries: [entry] });
  });
});

describe('what the panel orders reaches the recorder', () => {
  test.each([
    [{ type: 'record', on: false }, ['record', false]],
    [{ type: 'record', on: true }, ['record', true]],
    [{ type: 'preserve', on: false }, ['preserve', false]],
    [{ type: 'clear' }, ['clear']],
  ] as const)('%j', (message, call) => {
    const { calls, order } = start();
    order(message);
    expect(calls).toEqual([call]);
  });
});

describe('messages of anything else are ignored', () => {
  const garbage = [
    null,
    undefined,
    5,
    'clear',
    [],
    {},
    { type: 'clear ' },
    { type: 'record' },
    { type: 'record', on: 'yes' },
    { type: '__proto__' },
    { type: 'explode', json: '{}' },
    { type: 'state' },
    { type: 'state', json: 5 },
    { type: 'state', json: '{' },
    { type: 'state', json: 'null' },
    { type: 'entries', json: '' },
    { type: 'entries', json: '{}' },
    { type: 'entries', json: 'null' },
    { type: 'removed', json: '"x"' },
  ];
  test.each(garbage.map((message) => [JSON.stringify(message), message]))('%s', (_, message) => {
    const { calls, heard, pipe } = start();
    const before = heard.length;
    expect(() => pipe.far.post(message)).not.toThrow();
    expect(() => pipe.near.post(message)).not.toThrow();
    expect(calls).toEqual([]);
    expect(heard.length).toBe(before);
  });
});

test('a panel that goes away is no longer told', () => {
  const { pipe, listens } = start();
  expect(listens()).toBe(true);
  pipe.close();
  expect(listens()).toBe(false);
});
