/**
 * Where each value of a JSON text begins and ends (RFC 8259), without reading it into values: long numbers, repeated
 * names and their order stay as they were written. One pass, no recursion, so neither length nor depth can hurt.
 *
 * A node is a number: its place in the text, 0 for the outermost value. What it holds follows it directly.
 */

/** Offsets count UTF-16 units. The arrays have one place for each node. */
export interface JsonOutline {
  readonly text: string;
  readonly count: number;
  readonly start: Uint32Array;
  /** One behind the value's last unit. */
  readonly end: Uint32Array;
  readonly depth: Uint32Array;
  /** The object or array around it, -1 for the outermost. */
  readonly parent: Int32Array;
  /** The name with its quotes; `nameEnd` is 0 where the node has none. */
  readonly nameStart: Uint32Array;
  readonly nameEnd: Uint32Array;
  /** One behind the last node that it holds. */
  readonly subtreeEnd: Uint32Array;
  readonly childCount: Uint32Array;
  /** Its place among its siblings, from 0. */
  readonly place: Uint32Array;
}

export type Outlined =
  | { readonly ok: true; readonly outline: JsonOutline }
  /** `offset` is where the text stops being JSON. */
  | { readonly ok: false; readonly offset: number };

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The text of a node is rarely shorter, so the arrays rarely grow. */
const UNITS_PER_NODE = 12;

/**
 * @param isCut the text is the beginning of a longer one: what is open at its end counts as ended there, and a value that
 * breaks off is left out
 */
export function outlineOf(text: string, isCut = false): Outlined {
  let room = Math.ceil(text.length / UNITS_PER_NODE) + 16;
  let start = new Uint32Array(room);
  let end = new Uint32Array(room);
  let depth = new Uint32Array(room);
  let parent = new Int32Array(room);
  let nameStart = new Uint32Array(room);
  let nameEnd = new Uint32Array(room);
  let subtreeEnd = new Uint32Array(room);
  let childCount = new Uint32Array(room);
  let place = new Uint32Array(room);
  let count = 0;
  /** The innermost object or array that is not closed yet. */
  let open = -1;
  let at = 0;
  /** The name that was read last, for the value that follows. */
  let name = 0;
  let nameStop = 0;

  for (;;) {
    at = skipSpace(text, at);
    const node = add();
    const first = text.charCodeAt(at);
    if (first === OPEN_OBJECT || first === OPEN_ARRAY) {
      at = skipSpace(text, at + 1);
      open = node;
      if (text.charCodeAt(at) !== closerOf(first)) {
        if (first === OPEN_OBJECT && !readName()) return broken();
        continue;
      }
    } else {
      const stop = scalarEnd(text, at);
      if (stop < 0) {
        at = ~stop;
        if (open >= 0) takeBack(node);
        return broken();
      }
      at = stop;
      close(node);
    }
    if (!closeAll()) return broken();
    if (open < 0) break;
  }
  at = skipSpace(text, at);
  return at < text.length ? { ok: false, offset: at } : done();

  function done(): Outlined {
    return {
      ok: true,
      outline: {
        text,
        count,
        start: start.subarray(0, count),
        end: end.subarray(0, count),
        depth: depth.subarray(0, count),
        parent: parent.subarray(0, count),
        nameStart: nameStart.subarray(0, count),
        nameEnd: nameEnd.subarray(0, count),
        subtreeEnd: subtreeEnd.subarray(0, count),
        childCount: childCount.subarray(0, count),
        place: place.subarray(0, count),
      },
    };
  }

  function add(): number {
    if (count === room) grow();
    const node = count++;
    start[node] = at;
    parent[node] = open;
    nameStart[node] = name;
    nameEnd[node] = nameStop;
    name = 0;
    nameStop = 0;
    if (open >= 0) {
      depth[node] = (depth[open] ?? 0) + 1;
      place[node] = childCount[open] ?? 0;
      childCount[open] = (childCount[open] ?? 0) + 1;
    }
    return node;
  }

  function close(node: number): void {
    end[node] = at;
    subtreeEnd[node] = count;
  }

  /** After a value: closes what ends here and steps over one comma. False where the text is broken. */
  function closeAll(): boolean {
    while (open >= 0) {
      at = skipSpace(text, at);
      const opener = text.charCodeAt(start[open] ?? 0);
      const code = text.charCodeAt(at);
      if (code === COMMA) {
        at = skipSpace(text, at + 1);
        return opener === OPEN_ARRAY || readName();
      }
      if (code !== closerOf(opener)) return false;
      at++;
      close(open);
      open = parent[open] ?? -1;
    }
    return true;
  }

  function readName(): boolean {
    if (text.charCodeAt(at) !== QUOTE) return false;
    const stop = stringEnd(text, at);
    if (stop < 0) {
      at = ~stop;
      return false;
    }
    name = at;
    nameStop = stop;
    at = skipSpace(text, stop);
    if (text.charCodeAt(at) !== COLON) return false;
    at++;
    return true;
  }

  /** Only within an object or array can the beginning of a text be told from other text. */
  function broken(): Outlined {
    if (!isCut || open < 0) return { ok: false, offset: at };
    at = text.length;
    for (; open >= 0; open = parent[open] ?? -1) close(open);
    return done();
  }

  function takeBack(node: number): void {
    count = node;
    childCount[open] = (childCount[open] ?? 1) - 1;
  }

  function grow(): void {
    room *= 2;
    start = grown(start, room);
    end = grown(end, room);
    depth = grown(depth, room);
    nameStart = grown(nameStart, room);
    nameEnd = grown(nameEnd, room);
    subtreeEnd = grown(subtreeEnd, room);
    childCount = grown(childCount, room);
    place = grown(place, room);
    const parents = new Int32Array(room);
    parents.set(parent);
    parent = parents;
  }
}

export function kindOf({ text, start }: JsonOutline, node: number): JsonKind {
  switch (text.charAt(start[node] ?? 0)) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The member's name with its escapes read, null for items of arrays and the outermost value. */
export function nameOf({ text, nameStart, nameEnd }: JsonOutline, node: number): string | null {
  const end = nameEnd[node] ?? 0;
  return end === 0 ? null : decoded(text.slice(nameStart[node], end));
}

/** A string without its quotes and with its escapes read; any other value as it was written. */
export function textOf(outline: JsonOutline, node: number): string {
  const written = outline.text.slice(outline.start[node], outline.end[node]);
  return kindOf(outline, node) === 'string' ? decoded(written) : written;
}

/** The beginning of `textOf`, at most `limit` units of it, in a time that only the limit bounds. */
export function beginningOf(outline: JsonOutline, node: number, limit: number): string {
  const { text, start, end } = outline;
  const from = start[node] ?? 0;
  const to = end[node] ?? 0;
  if (kindOf(outline, node) !== 'string') return text.slice(from, Math.min(to, from + limit));
  let at = from + 1;
  // An escape of up to six units stands for one, and must not be cut.
  for (let units = 0; units < limit && at < to - 1; units++) at += escapeLength(text, at);
  return decoded(`${text.slice(from, at)}"`);
}

/** The values that a node holds directly, in their order. */
export function childrenOf({ subtreeEnd }: JsonOutline, node: number): readonly number[] {
  const children: number[] = [];
  const end = subtreeEnd[node] ?? 0;
  for (let child = node + 1; child < end; child = subtreeEnd[child] ?? end) children.push(child);
  return children;
}

/** Where a node stands, as a JSONPath (RFC 9535): `$.results[0]["odd name"]`. */
export function pathOf(outline: JsonOutline, node: number): string {
  const steps: string[] = [];
  for (let at = node; at > 0; at = outline.parent[at] ?? 0) {
    const name = nameOf(outline, at);
    if (name === null) steps.push(`[${outline.place[at]}]`);
    else steps.push(/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);
  }
  return `$${steps.reverse().join('')}`;
}

function decoded(written: string): string {
  return written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
}

function escapeLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return 1;
  return text.charAt(at + 1) === 'u' ? 6 : 2;
}

function closerOf(opener: number): number {
  return opener === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
}

/** The end of a string, number or word; where it is broken, the complement (`~`) of that offset. */
function scalarEnd(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"') return stringEnd(text, at);
  const word = WORDS[first];
  if (word !== undefined) return text.startsWith(word, at) ? at + word.length : ~at;
  return numberEnd(text, at);
}

const WORDS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

// Loops, not patterns: a pattern may run out of its stack on a text of millions of escapes or digits.

function stringEnd(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    // RFC 8259 §7 forbids controls unescaped; at the end of the text the code is NaN.
    if (!(code >= 0x20)) return ~at;
    if (code !== BACKSLASH) at++;
    else if (isEscape(text, at)) at += escapeLength(text, at);
    else return ~at;
  }
}

function isEscape(text: string, at: number): boolean {
  const letter = text.charAt(at + 1);
  if (letter === 'u') return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6));
  return letter !== '' && '"\\/bfnrt'.includes(letter);
}

function numberEnd(text: string, from: number): number {
  let at = text.charAt(from) === '-' ? from + 1 : from;
  const whole = digitsEnd(text, at);
  if (whole === at) return ~at;
  at = text.charAt(at) === '0' ? at + 1 : whole;
  if (text.charAt(at) === '.') {
    const fraction = digitsEnd(text, at + 1);
    if (fraction === at + 1) return ~fraction;
    at = fraction;
  }
  const mark = text.charAt(at);
  if (mark !== 'e' && mark !== 'E') return at;
  const sign = text.charAt(at + 1);
  const digits = sign === '+' || sign === '-' ? at + 2 : at + 1;
  const exponent = digitsEnd(text, digits);
  return exponent === digits ? ~exponent : exponent;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) at++;
  return at;
}

function grown(array: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(room);
  copy.set(array);
  return copy;
}
