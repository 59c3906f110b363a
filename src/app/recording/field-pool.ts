/**
 * Header fields repeat from request to request, and a log of ten thousand holds a quarter of a million. Each that is
 * the same is held once.
 */
import type { Entry, HeaderField } from '../../core/index.ts';

/** Values that never come again (request ids, dates) would fill it for nothing. */
const REMEMBERED = 4_000;

export type FieldPool = (entry: Entry) => Entry;

export function createFieldPool(): FieldPool {
  const known = new Map<string, HeaderField>();

  function pooled(field: HeaderField): HeaderField {
    const [name, value, fullLength] = field;
    const key = `${name}\n${fullLength ?? ''}\n${value}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, field);
    return field;
  }

  return (entry) => ({
    ...entry,
    requestHeaders: entry.requestHeaders.map(pooled),
    responseHeaders: entry.responseHeaders.map(pooled),
    preflight: entry.preflight && {
      ...entry.preflight,
      responseHeaders: entry.preflight.responseHeaders.map(pooled),
    },
  });
}
