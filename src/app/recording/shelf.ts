/**
 * The recorder's entries. Each panel has its own copy, so most of the time nobody reads the bodies here: they wait as
 * UTF-8 bytes, which the collector does not walk and which take half the memory of text beyond Latin-1.
 */
import { type Entry, entrySize } from '../../core/index.ts';
import { createFieldPool } from './field-pool.ts';

export interface Shelf {
  readonly count: () => number;
  /** UTF-16 units of all entries, their bodies among it. */
  readonly size: () => number;
  readonly put: (entry: Entry) => void;
  readonly remove: (id: string) => void;
  /** Without the text of its body. */
  readonly outline: (id: string) => Entry | null;
  readonly get: (id: string) => Entry | null;
  /** In the order in which they were first put. */
  readonly outlines: () => Iterable<Entry>;
  readonly all: () => Iterable<Entry>;
}

/** UTF-16 units: a shorter body takes less than an array of bytes does. */
const SHORT = 256;

export function createShelf(): Shelf {
  const entries = new Map<string, Entry>();
  const bodies = new Map<string, Uint8Array>();
  const sizes = new Map<string, number>();
  let total = 0;
  const pooled = createFieldPool();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  function weigh(id: string, size: number): void {
    total += size - (sizes.get(id) ?? 0);
    sizes.set(id, size);
  }

  function whole(entry: Entry): Entry {
    const bytes = bodies.get(entry.id);
    if (bytes === undefined || entry.body.state !== 'read') return entry;
    return { ...entry, body: { ...entry.body, text: decoder.decode(bytes) } };
  }

  function* all(): Iterable<Entry> {
    for (const entry of entries.values()) yield whole(entry);
  }

  return {
    count: () => entries.size,
    size: () => total,
    put(entry) {
      weigh(entry.id, entrySize(entry));
      const { body } = entry;
      if (body.state !== 'read' || body.text.length < SHORT || isBroken(body.text)) {
        bodies.delete(entry.id);
        entries.set(entry.id, pooled(entry));
        return;
      }
      bodies.set(entry.id, encoder.encode(body.text));
      entries.set(entry.id, pooled({ ...entry, body: { ...body, text: '' } }));
    },
    remove(id) {
      weigh(id, 0);
      sizes.delete(id);
      entries.delete(id);
      bodies.delete(id);
    },
    outline: (id) => entries.get(id) ?? null,
    get(id) {
      const entry = entries.get(id);
      return entry === undefined ? null : whole(entry);
    },
    outlines: () => entries.values(),
    all,
  };
}

/** Half a pair of surrogates has no form in UTF-8. */
function isBroken(text: string): boolean {
  return /\p{Cs}/u.test(text);
}
