import { describe, expect, test } from 'vitest';
import { createExchanger, isHeld } from '../../../src/app/credentials/exchanger.ts';
import type { Entry } from '../../../src/core/index.ts';
import { entryOf, json, NOT_AUTHORIZED, NOW } from '../../fixtures/entries.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';
import { createLocks, createStore, createTime, settled } from '../../fixtures/world.ts';

const GOOD = json({ accessToken: accessToken({ iat: T, exp: T + 1800 }), expiresInSeconds: 1800 });

function start({ token = authToken(), granted = true } = {}) {
  const time = createTime();
  const memory = createStore({
    'credential:a': JSON.stringify({ id: 'a', name: 'Site', token, addedAt: 1 }),
  });
  const locks = createLocks();
  const sent: Entry[] = [];
  let answers: ((entry: Entry) => void)[] = [];
  const exchanger = createExchanger({
    store: memory.store,
    permission: { granted: async () => granted },
    send: (planned) => {
      sent.push(planned);
      return new Promise((resolve) => answers.push(resolve));
    },
    alone: locks.alone,
    now: time.now,
  });
  async function answer(change: Partial<Entry> = {}) {
    const due = answers;
    answers = [];
    for (const resolve of due) {
      resolve({ ...entryOf({ url: sent.at(-1)?.url ?? '', body: GOOD }), startedAt: time.now(), ...change });
    }
    await settled();
  }
  return { exchanger, time, memory, locks, sent, answer, attempt: () => memory.value('attempt:a') };
}

describe('an exchange', () => {
  test('tells that it asks, sends the token, and keeps what was issued', async () => {
    const { exchanger, sent, answer, attempt, memory } = start();
    const done = exchanger.exchange('a');
    await settled();
    expect(attempt()).toEqual({ startedAt: NOW, state: 'asking', entry: null });
    expect(sent).toMatchObject([
      {
        method: 'GET',
        url: 'https://maps-api.apple.com/v1/token',
        requestHeaders: [['Authorization', `Bearer ${authToken()}`]],
      },
    ]);
    await answer();
    await done;
    expect(attempt()).toMatchObject({ state: 'ended', startedAt: NOW, entry: { status: 200 } });
    expect(memory.value('issued:a')).toEqual({
      accessToken: accessToken({ iat: T, exp: T + 1800 }),
      issuedAt: NOW + 80,
      endsAt: (T + 1800) * 1000,
    });
  });

  test('that is refused keeps the answer, and the token of before', async () => {
    const { exchanger, answer, attempt, memory } = start();
    await memory.put('issued:a', { accessToken: 'old', issuedAt: 1, endsAt: null });
    void exchanger.exchange('a');
    await settled();
    await answer({ status: 401, body: NOT_AUTHORIZED });
    expect(attempt()).toMatchObject({ state: 'ended', entry: { status: 401 } });
    expect(memory.value('issued:a')).toMatchObject({ accessToken: 'old' });
  });

  test.each([
    ['no answer', { status: 0, error: 'timeout', body: { state: 'none' } }],
    ['an answer without a token', { body: json({ hello: 1 }) }],
  ] satisfies [string, Partial<Entry>][])('with %s issues nothing', async (_, change) => {
    const { exchanger, answer, attempt, memory } = start();
    void exchanger.exchange('a');
    await settled();
    await answer(change);
    expect(attempt()).toMatchObject({ state: 'ended' });
    expect(memory.keys()).toEqual(['attempt:a', 'credential:a']);
  });
});

describe('only one at a time', () => {
  test('fifty clicks are one request', async () => {
    const { exchanger, sent, answer, locks } = start();
    const clicks = Array.from({ length: 50 }, () => exchanger.exchange('a'));
    await settled();
    expect(sent).toHaveLength(1);
    await answer();
    await Promise.all(clicks);
    expect(sent).toHaveLength(1);
    expect(locks.held.size).toBe(0);
  });

  test('two credentials do not wait for each other', async () => {
    const { exchanger, sent, memory } = start();
    await memory.put('credential:b', {
      id: 'b',
      name: 'Other',
      token: authToken({ iat: T - 5 }),
      addedAt: 2,
    });
    void exchanger.exchange('a');
    void exchanger.exchange('b');
    await settled();
    expect(sent).toHaveLength(2);
  });

  test('after it ended, the next click asks again', async () => {
    const { exchanger, sent, answer } = start();
    void exchanger.exchange('a');
    await settled();
    await answer();
    void exchanger.exchange('a');
    await settled();
    expect(sent).toHaveLength(2);
  });
});

describe('nothing is sent', () => {
  test.each([
    ['for an ended token', authToken({ exp: T - 1 })],
    ['for an access token', accessToken()],
    ['for a cut token', authToken().slice(0, -30)],
    ['for a key ID', 'KEYTEST001'],
    ['for a placeholder', 'undefined'],
    ['for another algorithm', authToken({}, { alg: 'HS256' })],
    ['for milliseconds', authToken({ iat: NOW })],
    ['for a token of the future', authToken({ iat: T + 3600, exp: T + 9999 })],
  ])('%s, and nothing is noted', async (_, token) => {
    const { exchanger, sent, memory } = start({ token });
    await exchanger.exchange('a');
    expect(sent).toEqual([]);
    expect(memory.keys()).toEqual(['credential:a']);
  });

  test('for a credential that is not there', async () => {
    const { exchanger, sent, memory } = start();
    await exchanger.exchange('unknown');
    expect(sent).toEqual([]);
    expect(memory.keys()).toEqual(['credential:a']);
  });

  test('for a credential that cannot be read', async () => {
    const { exchanger, sent, memory } = start();
    await memory.put('credential:a', { id: 'a' });
    await exchanger.exchange('a');
    expect(sent).toEqual([]);
  });

  test('where the browser does not allow it, which is noted', async () => {
    const { exchanger, sent, attempt } = start({ granted: false });
    await exchanger.exchange('a');
    expect(sent).toEqual([]);
    expect(attempt()).toEqual({ startedAt: NOW, state: 'not-permitted', entry: null });
  });

  test('as long as a 429 asks for, then again', async () => {
    const { exchanger, sent, answer, time, attempt } = start();
    void exchanger.exchange('a');
    await settled();
    await answer({ status: 429, duration: 0, body: json({}), responseHeaders: [['Retry-After', '60']] });
    expect(isHeld(attempt() as never, time.now())).toBe(true);
    await time.advance(59_000);
    await exchanger.exchange('a');
    expect(sent).toHaveLength(1);
    expect(attempt()).toMatchObject({ state: 'ended', entry: { status: 429 } });
    await time.advance(1_000);
    void exchanger.exchange('a');
    await settled();
    expect(sent).toHaveLength(2);
  });
});

describe('a hold', () => {
  const ended = (change: Partial<Entry>) => ({
    startedAt: NOW,
    state: 'ended' as const,
    entry: entryOf(change),
  });
  test.each([
    ['no attempt', null, false],
    ['an attempt under way', { startedAt: NOW, state: 'asking' as const, entry: null }, false],
    ['a 401', ended({ status: 401 }), false],
    ['a 429', ended({ status: 429 }), true],
    ['a 429 that names no pause', ended({ status: 429, responseHeaders: [['retry-after', '0']] }), false],
  ])('of %s: %j', (_, attempt, held) => {
    expect(isHeld(attempt, NOW + 100)).toBe(held);
  });
});

describe('what happens meanwhile', () => {
  test('a credential that was removed leaves nothing behind: neither attempt nor token', async () => {
    const { exchanger, answer, memory } = start();
    void exchanger.exchange('a');
    await settled();
    await memory.store.remove('credential:a');
    await memory.store.remove('attempt:a');
    await answer();
    expect(memory.keys()).toEqual([]);
  });

  test('a credential whose token was changed gets nothing of the old one', async () => {
    const { exchanger, answer, memory } = start();
    void exchanger.exchange('a');
    await settled();
    await memory.put('credential:a', { id: 'a', name: 'Site', token: authToken({ iat: T - 1 }), addedAt: 1 });
    await memory.store.remove('attempt:a');
    await answer();
    expect(memory.keys()).toEqual(['credential:a']);
  });

  test('a credential that got another name keeps its token', async () => {
    const { exchanger, answer, memory } = start();
    void exchanger.exchange('a');
    await settled();
    await memory.put('credential:a', { id: 'a', name: 'Renamed', token: authToken(), addedAt: 1 });
    await answer();
    expect(memory.keys()).toEqual(['attempt:a', 'credential:a', 'issued:a']);
  });
});

describe('what an earlier life of the background left', () => {
  test('is told as interrupted, and nothing is sent', async () => {
    const { exchanger, memory, sent, attempt } = start();
    await memory.put('attempt:a', { startedAt: NOW - 5, state: 'asking', entry: null });
    await exchanger.settle();
    expect(attempt()).toEqual({ startedAt: NOW - 5, state: 'interrupted', entry: null });
    expect(sent).toEqual([]);
  });

  test('is left alone where it ended, or where somebody is at it', async () => {
    const { exchanger, memory, locks, attempt } = start();
    const ended = { startedAt: NOW, state: 'ended', entry: entryOf() };
    await memory.put('attempt:a', ended);
    await exchanger.settle();
    expect(attempt()).toEqual(ended);
    const asking = { startedAt: NOW, state: 'asking', entry: null };
    await memory.put('attempt:a', asking);
    locks.held.add('exchange:a');
    await exchanger.settle();
    expect(attempt()).toEqual(asking);
  });

  test('is settled without harm where it cannot be read', async () => {
    const { exchanger, memory } = start();
    await memory.store.set('attempt:a', 'garbage');
    await memory.store.set('attempt:', '{}');
    await expect(exchanger.settle()).resolves.toBeUndefined();
    expect(memory.keys()).toContain('credential:a');
  });

  test('does not hold up the next exchange', async () => {
    const { exchanger, memory, sent } = start();
    await memory.put('attempt:a', { startedAt: NOW - 5, state: 'asking', entry: null });
    void exchanger.exchange('a');
    await settled();
    expect(sent).toHaveLength(1);
  });
});
