import { describe, expect, test } from 'vitest';
import {
  parseKey,
  parseRecord,
  readRecord,
  recordKey,
  writeRecord,
} from '../../../src/app/credentials/records.ts';
import { entryOf } from '../../fixtures/entries.ts';
import { createStore } from '../../fixtures/world.ts';

const CREDENTIAL = { id: 'a', name: 'Site', token: 'x', addedAt: 1 };
const ATTEMPT = { startedAt: 1, state: 'ended', entry: entryOf() };

describe('keys', () => {
  test.each([
    ['credential', 'a', 'credential:a'],
    ['attempt', 'a', 'attempt:a'],
    ['issued', 'a', 'issued:a'],
    ['draft', '', 'draft'],
    ['chosen', '', 'chosen'],
  ] as const)('%s %j is %s', (kind, id, key) => {
    expect(recordKey(kind, id)).toBe(key);
    expect(parseKey(key)).toEqual({ kind, id });
  });
  test.each([['something'], ['__proto__:a'], ['constructor'], ['toString:x'], ['']])(
    '%j is none of ours',
    (key) => {
      expect(parseKey(key)).toBeNull();
    },
  );
});

describe('a record is checked when it is read', () => {
  test('what was written comes back', async () => {
    const { store, keys } = createStore();
    await writeRecord(store, 'credential', 'a', CREDENTIAL);
    expect(keys()).toEqual(['credential:a']);
    expect(await readRecord(store, 'credential', 'a')).toEqual(CREDENTIAL);
    expect(await readRecord(store, 'credential', 'b')).toBeNull();
  });

  test.each([
    ['credential', CREDENTIAL],
    ['attempt', ATTEMPT],
    ['attempt', { ...ATTEMPT, state: 'asking', entry: null }],
    ['issued', { accessToken: 'x', issuedAt: 1, endsAt: null }],
    ['draft', { id: null, name: '', token: '' }],
    ['chosen', 'a'],
  ] as const)('a %s', (kind, record) => {
    expect(parseRecord(kind, JSON.stringify(record))).toEqual(record);
  });

  test.each([
    ['nothing', 'credential', null],
    ['no JSON', 'credential', '{'],
    ['another type', 'credential', '5'],
    ['a missing member', 'credential', '{"id":"a","name":"x"}'],
    ['a member of another type', 'credential', JSON.stringify({ ...CREDENTIAL, addedAt: '1' })],
    ['an unknown state', 'attempt', JSON.stringify({ ...ATTEMPT, state: 'done' })],
    ['an entry that is a text', 'attempt', JSON.stringify({ ...ATTEMPT, entry: 'x' })],
    ['an entry that is none', 'attempt', JSON.stringify({ ...ATTEMPT, entry: {} })],
    [
      'an entry without headers',
      'attempt',
      JSON.stringify({ ...ATTEMPT, entry: { ...entryOf(), requestHeaders: null } }),
    ],
    ['a token that is a number', 'issued', '{"accessToken":5,"issuedAt":1,"endsAt":2}'],
    ['an object for a text', 'chosen', '{}'],
  ] as const)('%s is no record', (_, kind, text) => {
    expect(parseRecord(kind, text)).toBeNull();
  });
});
