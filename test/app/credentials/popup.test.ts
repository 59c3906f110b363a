import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createPopup } from '../../../src/app/credentials/popup.ts';
import type { Attempt, Credential } from '../../../src/app/credentials/records.ts';
import { asked, EXCHANGE, entryOf, json, NOW, read, refused } from '../../fixtures/entries.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';
import { createStore, settled } from '../../fixtures/world.ts';

const SITE: Credential = { id: 'a', name: 'Site', token: authToken(), addedAt: 1 };
const SHOP: Credential = { id: 'b', name: 'Shop', token: authToken({ iat: T - 5 }), addedAt: 2 };

async function start(records: Readonly<Record<string, unknown>> = {}, granted = true) {
  const memory = createStore(
    Object.fromEntries(Object.entries(records).map(([key, value]) => [key, JSON.stringify(value)])),
  );
  const asks: string[] = [];
  const permission = { granted, request: granted, requests: 0, listeners: [] as (() => void)[] };
  const now = signal(NOW);
  let ids = 0;
  const popup = createPopup({
    store: memory.store,
    permission: {
      granted: async () => permission.granted,
      request: async () => {
        permission.requests++;
        permission.granted = permission.request;
        for (const listener of permission.listeners) listener();
        return permission.request;
      },
      onChange: (listener) => permission.listeners.push(listener),
    },
    exchange: (id) => asks.push(id),
    copy: async () => true,
    now,
    time: () => now.value,
    newId: () => `new${++ids}`,
  });
  const before = popup.loaded.value;
  await settled();
  return { popup, memory, asks, permission, now, before };
}

const stored = (...credentials: readonly Credential[]) =>
  Object.fromEntries(credentials.map((credential) => [`credential:${credential.id}`, credential]));
const attempted = (attempt: Partial<Attempt>) => ({
  ...stored(SITE),
  'attempt:a': { startedAt: NOW - 1000, state: 'ended', entry: null, ...attempt },
});

describe('the stored credentials', () => {
  test('are not there before the store was read', async () => {
    const { before, popup } = await start(stored(SITE));
    expect(before).toBe(false);
    expect(popup.loaded.value).toBe(true);
  });

  test('stand in the order in which they were added', async () => {
    const { popup } = await start(stored(SHOP, SITE));
    expect(popup.credentials.value.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('leave out what cannot be read', async () => {
    const { popup } = await start({
      ...stored(SITE),
      'credential:x': { id: 'x' },
      'credential:y': 5,
      other: {},
    });
    expect(popup.credentials.value).toEqual([SITE]);
  });

  test('the first is chosen until another is', async () => {
    const { popup, memory } = await start(stored(SITE, SHOP));
    expect(popup.chosen.value).toEqual(SITE);
    popup.choose('b');
    await settled();
    expect(popup.chosen.value).toEqual(SHOP);
    expect(popup.chosenToken.value?.raw).toBe(SHOP.token);
    expect(memory.value('chosen')).toBe('b');
  });

  test('a choice that is gone falls back to the first', async () => {
    const { popup } = await start({ ...stored(SITE, SHOP), chosen: 'gone' });
    expect(popup.chosen.value?.id).toBe('a');
  });

  test('there may be none', async () => {
    const { popup, asks } = await start();
    expect(popup.chosen.value).toBeNull();
    expect(popup.chosenToken.value).toBeNull();
    expect(popup.issued.value).toBeNull();
    expect(popup.exchange.value).toEqual({ is: 'ready' });
    popup.getToken();
    expect(asks).toEqual([]);
  });

  test('follow what another window writes', async () => {
    const { popup, memory } = await start();
    await memory.put('credential:a', SITE);
    expect(popup.credentials.value).toEqual([SITE]);
    await memory.store.remove('credential:a');
    expect(popup.credentials.value).toEqual([]);
  });
});

describe('the form', () => {
  test('is closed at first', async () => {
    const { popup } = await start();
    expect([popup.draft.value, popup.draftFault.value, popup.draftDiagnosis.value]).toEqual([
      null,
      null,
      null,
    ]);
    popup.edit({ name: 'x' });
    popup.save();
    expect(popup.draft.value).toBeNull();
  });

  test('keeps each stroke, and has it again when the popup comes back', async () => {
    const { popup, memory } = await start();
    popup.openForm(null);
    popup.edit({ name: 'Sit' });
    popup.edit({ token: 'eyJ' });
    await settled();
    expect(memory.value('draft')).toEqual({ id: null, name: 'Sit', token: 'eyJ' });
    const again = await start({ draft: memory.value('draft') });
    expect(again.popup.draft.value).toEqual({ id: null, name: 'Sit', token: 'eyJ' });
  });

  test('is gone from the store when it is closed', async () => {
    const { popup, memory } = await start({ draft: { id: null, name: 'x', token: '' } });
    expect(popup.draft.value).not.toBeNull();
    popup.closeForm();
    await settled();
    expect(memory.keys()).toEqual([]);
    expect(popup.draft.value).toBeNull();
  });

  test('a draft that cannot be read is none', async () => {
    const { popup } = await start({ draft: { name: 5 } });
    expect(popup.draft.value).toBeNull();
  });

  const JWT = authToken();
  test.each([
    ['white space', `  ${JWT}\n`, JWT],
    ['the word Bearer', `Bearer ${JWT}`, JWT],
    ['a whole header', `Authorization: Bearer ${JWT}`, JWT],
    ['a header in lower case', `authorization:bearer ${JWT}`, JWT],
    ['nothing', JWT, JWT],
    ['quotes, which are shown as a fault', `"${JWT}"`, `"${JWT}"`],
    ['a text that begins like Bearer', 'bearers', 'bearers'],
  ])('forgives a paste %s', async (_, pasted, token) => {
    const { popup } = await start();
    popup.openForm(null);
    popup.edit({ token: pasted });
    expect(popup.draft.value?.token).toBe(token);
  });

  test.each([
    ['nothing at all', { name: '', token: '' }, 'token-missing'],
    ['a name alone', { name: 'Site', token: '  ' }, 'token-missing'],
    ['a token alone', { name: ' ', token: JWT }, 'name-missing'],
    ['an access token', { name: 'Site', token: accessToken() }, 'token-is-access'],
    ['an access token in quotes', { name: 'Site', token: `"${accessToken()}"` }, 'token-is-access'],
    ['a key', { name: 'Site', token: '-----BEGIN PRIVATE KEY-----\nMIG' }, 'token-is-key'],
    ['both', { name: 'Site', token: JWT }, null],
    ['a faulty token, which may be kept', { name: 'Site', token: authToken({ exp: 1 }) }, null],
  ])('with %s', async (_, change, fault) => {
    const { popup } = await start();
    popup.openForm(null);
    popup.edit(change);
    expect(popup.draftFault.value).toBe(fault);
  });

  test('judges the token as it would be sent', async () => {
    const { popup } = await start();
    popup.openForm(null);
    expect(popup.draftDiagnosis.value).toBeNull();
    popup.edit({ token: authToken({ exp: T - 60 }) });
    expect(popup.draftDiagnosis.value).toMatchObject({ refused: true, cause: { id: 'auth-token-expired' } });
    popup.edit({ token: JWT });
    expect(popup.draftDiagnosis.value).toMatchObject({ refused: false, cause: null });
  });
});

describe('saving', () => {
  test('adds a credential with its time, chooses it and closes the form', async () => {
    const { popup, memory } = await start(stored(SITE));
    popup.openForm(null);
    popup.edit({ name: ' Shop ', token: SHOP.token });
    popup.save();
    await settled();
    expect(memory.value('credential:new1')).toEqual({
      id: 'new1',
      name: 'Shop',
      token: SHOP.token,
      addedAt: NOW,
    });
    expect(popup.chosen.value?.id).toBe('new1');
    expect(popup.draft.value).toBeNull();
    expect(memory.keys()).toEqual(['chosen', 'credential:a', 'credential:new1']);
  });

  test('changes one in place', async () => {
    const { popup, memory } = await start({
      ...stored(SITE),
      'issued:a': { accessToken: 'x', issuedAt: 1, endsAt: null },
    });
    popup.openForm(SITE);
    expect(popup.draft.value).toEqual({ id: 'a', name: 'Site', token: SITE.token });
    popup.edit({ name: 'Renamed' });
    popup.save();
    await settled();
    expect(memory.value('credential:a')).toEqual({ ...SITE, name: 'Renamed' });
    expect(memory.keys()).toContain('issued:a');
  });

  test('another token forgets what the old one got', async () => {
    const { popup, memory } = await start({
      ...attempted({ entry: refused(EXCHANGE, SITE.token) }),
      'issued:a': { accessToken: 'x', issuedAt: 1, endsAt: null },
    });
    popup.openForm(SITE);
    popup.edit({ token: SHOP.token });
    popup.save();
    await settled();
    expect(memory.keys()).toEqual(['chosen', 'credential:a']);
    expect(popup.exchange.value).toEqual({ is: 'ready' });
  });

  test('one that was removed meanwhile comes in anew', async () => {
    const { popup, memory } = await start(stored(SITE));
    popup.openForm(SITE);
    await memory.store.remove('credential:a');
    popup.save();
    await settled();
    expect(memory.keys()).toEqual(['chosen', 'credential:new1']);
  });

  test('does nothing while the form has a fault', async () => {
    const { popup, memory } = await start();
    popup.openForm(null);
    popup.edit({ name: 'Site', token: accessToken() });
    popup.save();
    await settled();
    expect(memory.keys()).toEqual(['draft']);
    expect(popup.draft.value).not.toBeNull();
  });
});

test('removing takes everything of the credential away, and nothing of others', async () => {
  const { popup, memory } = await start({
    ...attempted({ entry: refused(EXCHANGE, SITE.token) }),
    'issued:a': { accessToken: 'x', issuedAt: 1, endsAt: null },
    ...stored(SHOP),
    'issued:b': { accessToken: 'y', issuedAt: 1, endsAt: null },
    draft: { id: 'a', name: 'Site', token: '' },
  });
  popup.remove('a');
  await settled();
  expect(memory.keys()).toEqual(['credential:b', 'issued:b']);
  expect(popup.chosen.value?.id).toBe('b');
  expect(popup.draft.value).toBeNull();
});

describe('the view of the exchange', () => {
  test.each([
    ['ready where nothing was tried', stored(SITE), { is: 'ready' }],
    ['asking', attempted({ state: 'asking' }), { is: 'asking', startedAt: NOW - 1000 }],
    [
      'interrupted where asking took too long',
      attempted({ state: 'asking', startedAt: NOW - 25_001 }),
      { is: 'interrupted' },
    ],
    [
      'asking up to the deadline',
      attempted({ state: 'asking', startedAt: NOW - 25_000 }),
      { is: 'asking', startedAt: NOW - 25_000 },
    ],
    ['interrupted where the background says so', attempted({ state: 'interrupted' }), { is: 'interrupted' }],
    [
      'interrupted where the answer is missing',
      attempted({ state: 'ended', entry: null }),
      { is: 'interrupted' },
    ],
    ['ready after a permission was asked for', attempted({ state: 'not-permitted' }), { is: 'ready' }],
    ['ready after a success', attempted({ entry: asked(EXCHANGE, SITE.token) }), { is: 'ready' }],
    ['ready where the attempt cannot be read', attempted({ state: 'odd' as never }), { is: 'ready' }],
    ['ready where its answer cannot be read', attempted({ entry: {} as never }), { is: 'ready' }],
  ])('%s', async (_, records, view) => {
    const { popup } = await start(records);
    expect(popup.exchange.value).toEqual(view);
  });

  test('a refusal, with its diagnosis', async () => {
    const { popup } = await start(attempted({ entry: refused(EXCHANGE, SITE.token) }));
    expect(popup.exchange.value).toMatchObject({
      is: 'refused',
      at: NOW - 1000,
      diagnosis: { cause: { id: 'rejected-well-formed' } },
      heldUntil: null,
    });
  });

  test.each([
    [
      'a daily limit',
      { status: 429, duration: 0, responseHeaders: [['Retry-After', '60']] as const },
      'quota-exceeded',
      NOW + 60_000,
    ],
    [
      'no answer in time',
      { status: 0, error: 'timeout', body: { state: 'none' } as const },
      'network-failure',
      null,
    ],
    ['a captive portal', { body: read('<html>') }, 'answer-not-apple', null],
    ['an answer without a token', { body: json({ access_token: 'x' }) }, 'answer-not-apple', null],
  ])('%s', async (_, change, cause, heldUntil) => {
    const { popup } = await start(attempted({ entry: asked(EXCHANGE, SITE.token, change) }));
    expect(popup.exchange.value).toMatchObject({
      is: 'refused',
      diagnosis: { cause: { id: cause } },
      heldUntil,
    });
  });

  test('a token that cannot be good, before anything else', async () => {
    const { popup } = await start(stored({ ...SITE, token: authToken({ exp: T - 60 }) }), false);
    expect(popup.exchange.value).toMatchObject({
      is: 'unsound',
      diagnosis: { cause: { id: 'auth-token-expired' } },
    });
  });

  test('a token that ends while the popup is open', async () => {
    const { popup, now } = await start(stored(SITE));
    expect(popup.exchange.value).toEqual({ is: 'ready' });
    now.value = NOW + 3_600_000;
    expect(popup.exchange.value).toMatchObject({ is: 'unsound' });
  });

  test('no permission, until it is given', async () => {
    const { popup, permission } = await start(stored(SITE), false);
    expect(popup.permitted.value).toBe(false);
    expect(popup.exchange.value).toEqual({ is: 'not-permitted' });
    permission.granted = true;
    for (const listener of permission.listeners) listener();
    await settled();
    expect(popup.exchange.value).toEqual({ is: 'ready' });
  });
});

describe('getting a token', () => {
  test('asks the background for the chosen one', async () => {
    const { popup, asks, permission } = await start({ ...stored(SITE, SHOP), chosen: 'b' });
    popup.getToken();
    expect(asks).toEqual(['b']);
    expect(permission.requests).toBe(0);
  });

  test.each([
    [true, ['a']],
    [false, []],
  ])('without permission asks the user first, within the click: %j', async (given, wanted) => {
    const { popup, asks, permission } = await start(stored(SITE), false);
    permission.request = given;
    popup.getToken();
    expect(permission.requests).toBe(1);
    await settled();
    expect(asks).toEqual(wanted);
  });

  test('the permission can be asked for alone', async () => {
    const { popup, asks, permission } = await start(stored(SITE), false);
    permission.request = true;
    popup.grant();
    await settled();
    expect(asks).toEqual([]);
    expect(popup.permitted.value).toBe(true);
  });
});

describe('the issued token', () => {
  test('is that of the chosen credential, and read', async () => {
    const issued = { accessToken: accessToken(), issuedAt: NOW, endsAt: NOW + 5 };
    const { popup } = await start({ ...stored(SITE, SHOP), 'issued:a': issued });
    expect(popup.issued.value).toMatchObject({ ...issued, token: { kind: 'access' } });
    popup.choose('b');
    await settled();
    expect(popup.issued.value).toBeNull();
  });

  test('comes in as the background writes it', async () => {
    const { popup, memory } = await start(stored(SITE));
    await memory.put('issued:a', { accessToken: 'x', issuedAt: NOW, endsAt: null });
    expect(popup.issued.value?.accessToken).toBe('x');
  });

  test('is none where it cannot be read', async () => {
    const { popup } = await start({ ...stored(SITE), 'issued:a': { accessToken: 5 } });
    expect(popup.issued.value).toBeNull();
  });

  test('can be copied', async () => {
    const { popup } = await start({
      ...stored(SITE),
      'issued:a': { accessToken: entryOf().id, issuedAt: 1, endsAt: 2 },
    });
    await expect(popup.copy('x')).resolves.toBe(true);
  });
});
