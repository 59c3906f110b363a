import { describe, expect, it } from 'vitest';
import { answerAsks, createAsk } from '../../../src/app/credentials/ask.ts';
import { recordKey } from '../../../src/app/credentials/records.ts';
import type { SessionStore } from '../../../src/app/ports.ts';

function memory(): SessionStore {
  const texts = new Map<string, string>();
  const listeners: ((key: string, value: string | null) => void)[] = [];
  const tell = (key: string, value: string | null) => {
    for (const listener of listeners) listener(key, value);
  };
  return {
    all: async () => Object.fromEntries(texts),
    get: async (key) => texts.get(key) ?? null,
    set: async (key, value) => {
      const changed = texts.get(key) !== value;
      texts.set(key, value);
      if (changed) tell(key, value);
    },
    remove: async (key) => {
      texts.delete(key);
      tell(key, null);
    },
    onChange: (listener) => listeners.push(listener),
  };
}

function served() {
  const store = memory();
  const asked: (string | null)[] = [];
  answerAsks(store, {
    exchange: async (id) => void asked.push(id),
    settle: async () => void asked.push(null),
  });
  return { store, asked };
}

describe('asking the background', () => {
  it('names the credential to exchange', () => {
    const { store, asked } = served();
    createAsk(store, () => 1)('work');
    expect(asked).toEqual(['work']);
  });

  it('asks twice for the same credential at two moments', () => {
    const { store, asked } = served();
    let time = 0;
    const ask = createAsk(store, () => ++time);
    ask('work');
    ask('work');
    expect(asked).toEqual(['work', 'work']);
  });

  it('only settles when it names none', () => {
    const { store, asked } = served();
    createAsk(store, () => 1)(null);
    expect(asked).toEqual([null]);
  });

  it.each(['', 'null', '{"credentialId":5,"at":1}', '{"at":1}', '[]', '{"credentialId":"x"}'])(
    'ignores %s',
    async (text) => {
      const { store, asked } = served();
      await store.set(recordKey('ask'), text);
      expect(asked).toEqual([]);
    },
  );

  it('ignores other records, and the end of one', async () => {
    const { store, asked } = served();
    await store.set('credential:work', '{"credentialId":"work","at":1}');
    await store.remove(recordKey('ask'));
    expect(asked).toEqual([]);
  });
});
