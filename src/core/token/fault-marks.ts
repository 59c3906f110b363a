/** Where a token's faults stand, in its raw text and in the decoded text of its parts, so that they can be marked there. */
import { decodeLeniently } from './base64url.ts';
import type { Part, Token, TokenFault } from './token.ts';

/** UTF-16 units, `to` behind the last; both are the same where something is missing. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export interface FaultMark {
  readonly fault: TokenFault;
  /**
   * Counted from 1: a character of the raw text for faults of the alphabet, of the decoded text for faults of its JSON,
   * a byte of the decoded part where that is no text. The last one where the fault is that it ends there.
   */
  readonly at: number;
  /** The character or the member name that stands there, whole; empty where the fault is that nothing does. */
  readonly found: string;
  readonly raw: readonly Place[];
  /** Empty for what has no place in a decoded text. */
  readonly decoded: readonly Place[];
}

export interface FaultMarks {
  readonly marks: readonly FaultMark[];
  /** How many faults are not marked. */
  readonly rest: number;
}

/** A sound token has none; a hostile one repeats a name a thousand times, which nobody reads. */
const MARKED = 20;

const PARTS: readonly Part[] = ['header', 'payload', 'signature'];

export function faultMarksOf(token: Token): FaultMarks {
  const { faults } = token;
  const segments = segmentsOf(token.raw);
  return {
    marks: faults.slice(0, MARKED).map((fault) => markOf(fault, token, segments[fault.part])),
    rest: Math.max(0, faults.length - MARKED),
  };
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * A text in pieces, marked ones between the others. Places may overlap and stand in any order; an empty one gives a
 * marked piece without text.
 * @param start what the places call the beginning of the text
 */
export function piecesOf(text: string, places: readonly Place[], start = 0): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const inside = places
    .map(({ from, to }) => ({ from: from - start, to: to - start }))
    .filter(({ from, to }) => from >= 0 && from <= to && to <= text.length)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to } of inside) {
    const begin = Math.max(at, from);
    const isMarked = to < begin || (to === begin && (from < begin || pieces.at(-1)?.marked === true));
    if (isMarked && begin === at) continue;
    if (begin > at) pieces.push({ text: text.slice(at, begin), marked: false });
    pieces.push({ text: text.slice(begin, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

interface Segment {
  readonly text: string;
  /** In the raw text. */
  readonly start: number;
}

function segmentsOf(raw: string): Readonly<Record<Part, Segment>> {
  const found: Record<Part, Segment> = {
    header: { text: '', start: raw.length },
    payload: { text: '', start: raw.length },
    signature: { text: '', start: raw.length },
  };
  let start = 0;
  for (const [nth, text] of raw.split('.').entries()) {
    const part = PARTS[nth];
    if (part === undefined) break;
    found[part] = { text, start };
    start += text.length + 1;
  }
  return found;
}

function markOf(fault: TokenFault, token: Token, segment: Segment): FaultMark {
  switch (fault.code) {
    case 'padding':
    case 'standard-alphabet':
    case 'white-space':
    case 'character':
    case 'trailing-bits': {
      const place = characterAt(token.raw, fault.offset);
      const found = token.raw.slice(place.from, place.to);
      return { fault, at: fault.offset + 1, found, raw: [place], decoded: [] };
    }
    case 'length': {
      const end = { from: fault.offset, to: fault.offset };
      return { fault, at: fault.offset, found: '', raw: [end], decoded: [] };
    }
    case 'utf-8': {
      const byte = firstForeignByte(segment.text);
      return { fault, at: byte + 1, found: '', raw: [rawPlace(segment, byte, byte + 1)], decoded: [] };
    }
    default:
      return jsonMark(fault, decodedText(token, fault.part), segment);
  }
}

function jsonMark(fault: TokenFault, text: string, segment: Segment): FaultMark {
  const { code, offset, first } = fault;
  const starts = first === undefined ? [offset] : [first, offset];
  const decoded = starts.map((from) =>
    code === 'duplicate-name' ? { from, to: endOfName(text, from) } : characterAt(text, from),
  );
  const { from, to } = characterAt(text, offset);
  return {
    fault,
    at: Math.min(offset + 1, text.length),
    found: code === 'duplicate-name' ? fault.found : text.slice(from, to),
    raw: decoded.map(({ from, to }) => rawPlace(segment, bytesIn(text, from), bytesIn(text, to))),
    decoded,
  };
}

function decodedText(token: Token, part: Part): string {
  return (part === 'header' ? token.headerText : part === 'payload' ? token.payloadText : null) ?? '';
}

/** Behind the end the place is empty. */
function characterAt(text: string, from: number): Place {
  const character = text.codePointAt(from);
  return { from, to: from + (character === undefined ? 0 : String.fromCodePoint(character).length) };
}

function endOfName(text: string, from: number): number {
  const name = /"(?:[^"\\]|\\.)*"/sy;
  name.lastIndex = from;
  return name.test(text) ? name.lastIndex : text.length;
}

function bytesIn(text: string, to: number): number {
  return new TextEncoder().encode(text.slice(0, to)).length;
}

/** The characters that hold these bytes: eight bits of a byte lie in two characters of six. */
function rawPlace({ text, start }: Segment, fromByte: number, toByte: number): Place {
  const places: number[] = [];
  // Decoders step over white space and padding.
  for (let at = 0; at < text.length; at++) if (!/[\s=]/.test(text.charAt(at))) places.push(start + at);
  const end = start + text.length;
  // Nothing is missing but at the end.
  if (fromByte === toByte) return { from: end, to: end };
  const from = places[Math.floor((fromByte * 8) / 6)] ?? end;
  const last = places[Math.floor((toByte * 8 - 1) / 6)] ?? end - 1;
  return { from, to: Math.max(from, last + 1) };
}

/** A decoder puts U+FFFD in place of what is no UTF-8; one that was written as such does not count. */
function firstForeignByte(segment: string): number {
  const bytes = decodeLeniently(segment) ?? new Uint8Array();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let byte = 0;
  let from = 0;
  for (let at = text.indexOf(FOREIGN); at >= 0; at = text.indexOf(FOREIGN, from)) {
    byte += new TextEncoder().encode(text.slice(from, at)).length;
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return byte;
    byte += 3;
    from = at + 1;
  }
  return byte;
}

const FOREIGN = '\ufffd';
