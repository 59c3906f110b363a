/**
 * A strict scan of JSON text (RFC 8259) that says where it is broken and which member names stand twice: things that
 * `JSON.parse` does not tell. One pass, no recursion, so neither length nor depth can hurt.
 */

export type JsonFaultCode = 'syntax' | 'not-an-object' | 'duplicate-name' | 'depth';

export interface JsonFault {
  readonly code: JsonFaultCode;
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  /** The character or the member name in question. */
  readonly found: string;
  /** Where a repeated name stood first. */
  readonly first?: number;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Deeper than any token's claims; deeper values are not drawn (they could not be read by a person anyway). */
export const DEPTH_LIMIT = 64;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 forbids them unescaped in strings.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** All faults of a text that should be one JSON object: the duplicates, then the one that ends the reading. */
export function scanJsonObject(text: string): readonly JsonFault[] {
  const faults: JsonFault[] = [];
  /** The names of each open object with their places, null for each open array. */
  const open: (Map<string, number> | null)[] = [];
  let at = skip(0);

  if (text.charAt(at) !== '{') return [syntaxOr('not-an-object')];

  for (;;) {
    const value = readValue();
    if (value === 'broken') return faults;
    if (value === 'opened') continue;
    if (!closeAll()) return faults;
    if (open.length === 0) {
      if (at < text.length) faults.push(fault('syntax'));
      return faults;
    }
  }

  /** Reads one value at `at`. For a container: opens it and, for an object, reads its first name. */
  function readValue(): 'read' | 'opened' | 'broken' {
    const character = text.charAt(at);
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Map() : null);
      if (open.length === DEPTH_LIMIT + 1) faults.push(fault('depth'));
      at = skip(at + 1);
      if (text.charAt(at) === (character === '{' ? '}' : ']')) return 'read';
      if (character === '[') return 'opened';
      return readName() ? 'opened' : 'broken';
    }
    const end = match(STRING) ?? match(NUMBER) ?? match(WORD);
    if (end === null) {
      faults.push(fault('syntax'));
      return 'broken';
    }
    at = skip(end);
    return 'read';
  }

  /** After a value: closes what ends here and steps over one comma. False where the text is broken. */
  function closeAll(): boolean {
    while (open.length > 0) {
      const names = open[open.length - 1];
      const character = text.charAt(at);
      if (character === (names === null ? ']' : '}')) {
        open.pop();
        at = skip(at + 1);
      } else if (character === ',') {
        at = skip(at + 1);
        return names === null || readName();
      } else {
        faults.push(fault('syntax'));
        return false;
      }
    }
    return true;
  }

  function readName(): boolean {
    const start = at;
    const end = match(STRING);
    if (end === null) {
      faults.push(fault('syntax'));
      return false;
    }
    // Escaped spellings count as the same name: "k\u0069d" is kid.
    const name = JSON.parse(text.slice(start, end)) as string;
    const names = open[open.length - 1];
    const first = names?.get(name);
    if (first === undefined) names?.set(name, start);
    else faults.push({ code: 'duplicate-name', offset: start, found: name, first });
    at = skip(end);
    if (text.charAt(at) !== ':') {
      faults.push(fault('syntax'));
      return false;
    }
    at = skip(at + 1);
    return true;
  }

  function match(pattern: RegExp): number | null {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : null;
  }

  function skip(from: number): number {
    SPACE.lastIndex = from;
    SPACE.test(text);
    return SPACE.lastIndex;
  }

  function fault(code: JsonFaultCode): JsonFault {
    return { code, offset: at, found: text.charAt(at) };
  }

  /** A text that is no object may still be JSON of another kind; broken text is named as broken. */
  function syntaxOr(code: JsonFaultCode): JsonFault {
    try {
      JSON.parse(text);
      return fault(code);
    } catch {
      return fault('syntax');
    }
  }
}
