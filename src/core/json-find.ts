/** Finds a text in the names and plain values of a JSON text, whatever its case. */
import { type JsonOutline, kindOf, nameOf, textOf } from './json-outline.ts';

/** The nodes whose name or value holds the text, in the order of the JSON text. None for an empty text. */
export type JsonFind = (text: string) => Uint32Array;

const NAME = 1;
const VALUE = 2;

/**
 * Small letters for capitals, in as many UTF-16 units, so that an offset means the same in both. `İ` alone would become
 * two; and a final `ς` depends on what follows it.
 */
export function foldCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ');
}

/** Linear in the text. What a search needs is made at the first one. */
export function createJsonFind(outline: JsonOutline): JsonFind {
  let index: Index | null = null;
  return (text) => {
    const wanted = foldCase(text);
    if (wanted === '') return new Uint32Array();
    index ??= indexOf(outline);
    return nodesWith(outline, index, wanted);
  };
}

interface Index {
  readonly folded: string;
  /** For each node: which of its texts hold escapes (`NAME`, `VALUE`), so that their written form is not what they say. */
  readonly escaped: Uint8Array;
  /** Those texts with their escapes read. */
  readonly read: readonly { readonly node: number; readonly folded: string }[];
}

function indexOf(outline: JsonOutline): Index {
  const { text, count } = outline;
  const escaped = new Uint8Array(count);
  const read: { node: number; folded: string }[] = [];
  let node = 0;
  for (let at = text.indexOf('\\'); at >= 0; ) {
    node = nodeAt(outline, at, node);
    const part = at < (outline.nameEnd[node] ?? 0) ? NAME : VALUE;
    escaped[node] = (escaped[node] ?? 0) | part;
    const said = part === NAME ? (nameOf(outline, node) ?? '') : textOf(outline, node);
    read.push({ node, folded: foldCase(said) });
    const end = (part === NAME ? outline.nameEnd : outline.end)[node] ?? text.length;
    at = text.indexOf('\\', end);
  }
  return { folded: foldCase(text), escaped, read };
}

function nodesWith(outline: JsonOutline, { folded, escaped, read }: Index, wanted: string): Uint32Array {
  const { count } = outline;
  const found = new Uint8Array(count);
  for (const piece of read) if (piece.folded.includes(wanted)) found[piece.node] = 1;
  let node = 0;
  for (let at = folded.indexOf(wanted); at >= 0; ) {
    node = nodeAt(outline, at, node);
    const next = afterMiss(outline, node, at, at + wanted.length, escaped[node] ?? 0);
    if (next === HIT) found[node] = 1;
    at = folded.indexOf(wanted, next === HIT ? beginOf(outline, node + 1) : next);
  }
  return nodesOf(found);
}

const HIT = -1;

/** HIT where the units from `at` to `end` lie within one text of the node; otherwise where the next match can begin. */
function afterMiss(outline: JsonOutline, node: number, at: number, end: number, escaped: number): number {
  const { start, nameStart, nameEnd } = outline;
  const nameStop = nameEnd[node] ?? 0;
  if (nameStop > 0 && (escaped & NAME) === 0) {
    const from = (nameStart[node] ?? 0) + 1;
    if (at < from) return from;
    if (end <= nameStop - 1) return HIT;
  }
  const kind = kindOf(outline, node);
  if (kind !== 'object' && kind !== 'array' && (escaped & VALUE) === 0) {
    const quotes = kind === 'string' ? 1 : 0;
    const from = (start[node] ?? 0) + quotes;
    if (at < from) return from;
    if (end <= (outline.end[node] ?? 0) - quotes) return HIT;
  }
  return Math.max(at + 1, beginOf(outline, node + 1));
}

/** The last node that begins, with its name, at or before the offset; `from` is one that does. */
function nodeAt(outline: JsonOutline, offset: number, from: number): number {
  let node = from;
  while (node + 1 < outline.count && beginOf(outline, node + 1) <= offset) node++;
  return node;
}

function beginOf({ text, count, start, nameStart, nameEnd }: JsonOutline, node: number): number {
  if (node >= count) return text.length;
  return (nameEnd[node] === 0 ? start[node] : nameStart[node]) ?? 0;
}

function nodesOf(found: Uint8Array): Uint32Array {
  let count = 0;
  for (const mark of found) count += mark;
  const nodes = new Uint32Array(count);
  let at = 0;
  for (let node = found.indexOf(1); node >= 0; node = found.indexOf(1, node + 1)) nodes[at++] = node;
  return nodes;
}
