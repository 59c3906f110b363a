import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createShelf } from '../../../src/app/recording/shelf.ts';
import { type Body, entrySize } from '../../../src/core/index.ts';
import { entryOf } from '../../fixtures/entries.ts';

const read = (text: string): Body => ({ state: 'read', text, size: text.length });

describe('an entry on the shelf', () => {
  test('comes back as it was put, whatever its body', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.boolean(), (text, isLong) => {
        const shelf = createShelf();
        const entry = entryOf({ id: '1', body: read(isLong ? text.repeat(3) : text) });
        shelf.put(entry);
        expect(shelf.get('1')?.body).toEqual(entry.body);
        expect([...shelf.all()].map(({ body }) => body)).toEqual([entry.body]);
      }),
    );
  });

  test('comes back with half a pair of surrogates, which UTF-8 cannot write', () => {
    const shelf = createShelf();
    const entry = entryOf({ id: '1', body: read(`${'x'.repeat(500)}\ud800`) });
    shelf.put(entry);
    expect(shelf.get('1')).toEqual(entry);
  });

  test('comes back with the mark that some texts begin with', () => {
    const shelf = createShelf();
    const entry = entryOf({ id: '1', body: read(`\ufeff${'{}'.repeat(300)}`) });
    shelf.put(entry);
    expect(shelf.get('1')).toEqual(entry);
  });

  test('is outlined without the text of a long body', () => {
    const shelf = createShelf();
    shelf.put(entryOf({ id: '1', body: read('x'.repeat(1000)) }));
    expect(shelf.outline('1')?.body).toEqual({ state: 'read', text: '', size: 1000 });
  });

  test('is replaced by a newer version in its place, a shorter body among it', () => {
    const shelf = createShelf();
    shelf.put(entryOf({ id: '1', body: read('x'.repeat(1000)) }));
    shelf.put(entryOf({ id: '2' }));
    shelf.put(entryOf({ id: '1', body: read('short') }));
    expect([...shelf.all()].map(({ id }) => id)).toEqual(['1', '2']);
    expect(shelf.get('1')?.body).toEqual(read('short'));
  });

  test('shares its fields with others that have the same', () => {
    const shelf = createShelf();
    const fields = () => [['server', 'apple'] as const];
    shelf.put(entryOf({ id: '1', responseHeaders: fields() }));
    shelf.put(entryOf({ id: '2', responseHeaders: fields() }));
    expect(shelf.outline('1')?.responseHeaders[0]).toBe(shelf.outline('2')?.responseHeaders[0]);
  });
});

describe('the size of the shelf', () => {
  test('is that of its entries, whatever was put, replaced and taken away', () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 0, max: 2000 }),
      goes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const shelf = createShelf();
        for (const { id, length, goes } of steps) {
          if (goes) shelf.remove(String(id));
          else shelf.put(entryOf({ id: String(id), body: read('é'.repeat(length)) }));
        }
        const all = [...shelf.all()];
        expect(shelf.count()).toBe(all.length);
        expect(shelf.size()).toBe(all.reduce((sum, entry) => sum + entrySize(entry), 0));
      }),
    );
  });
});
