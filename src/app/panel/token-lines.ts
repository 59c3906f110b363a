/**
 * The tokens of a log by descent, as the lines of a tree. Thousands of requests may hang on one token, so a line is made
 * when it is asked for, and what is told before is only how many there are.
 */
import type { Row } from './rows.ts';
import type { TokenBook, TokenRecord } from './token-book.ts';

interface Place {
  readonly id: string;
  /** 1 for what stands at the root. */
  readonly level: number;
  /**
   * How it is joined to the lines around it, a letter for each level but the first: `p` a line passes by, `g` none does;
   * the last letter is `x` where siblings follow and `l` for the last child.
   */
  readonly rails: string;
  /** Null where nothing descends from it. */
  readonly open: boolean | null;
}

export interface TokenLine extends Place {
  readonly kind: 'token';
  readonly record: TokenRecord;
  readonly uses: number;
  readonly refused: number;
}

export interface RequestLine extends Place {
  readonly kind: 'request';
  readonly row: Row;
  /** The token under which it stands; null where the request carried none. */
  readonly record: TokenRecord | null;
  /** How many requests it stands for: the repeats of one incident are one line. */
  readonly count: number;
}

export type TreeLine = TokenLine | RequestLine;

/** The lines that are not hidden in a closed one. */
export interface TreeLines {
  readonly length: number;
  readonly at: (index: number) => TreeLine | undefined;
  /** -1 where it is hidden or gone. */
  readonly indexOf: (id: string) => number;
}

/** Whether a line is open that could be, by its id. `starts` tells how a token stands that nobody opened or closed. */
export type IsOpen = (id: string, starts: () => boolean) => boolean;

/** Tokens with more uses than this that issued nothing start closed. */
const MANY_USES = 8;

/** The repeats of one incident, or a use that is no repeat. */
interface Item {
  readonly row: Row;
  readonly count: number;
}

/** What hangs on one token. */
interface Fold {
  readonly uses: readonly Row[];
  readonly items: readonly Item[];
  /** Which of the items ask for a token, and may have been given one. */
  readonly asking: readonly number[];
}

/** Lines that follow each other. */
interface Piece {
  readonly start: number;
  readonly lineAt: (nth: number) => TreeLine | undefined;
  /** -1 where it is none of these. */
  readonly find: (id: string) => number;
}

/** Gives the lines as they are now; remembers what hangs on tokens that did not change. */
export function createTokenLines(book: TokenBook, isOpen: IsOpen): () => TreeLines {
  const folds = new WeakMap<TokenRecord, Fold>();

  function foldOf(record: TokenRecord): Fold {
    const { uses } = record;
    const known = folds.get(record);
    if (known?.uses === uses) return known;
    const made = foldRepeats(uses);
    folds.set(record, made);
    return made;
  }

  /** The token that is drawn below an answer: the one that it was the first to hand out. */
  function childOf(row: Row, above: TokenRecord | null): TokenRecord | null {
    const child = book.issuedIn(row);
    return child !== null && child.births[0]?.id === row.id && book.parentOf(child) === above ? child : null;
  }

  function startsOpen(record: TokenRecord): boolean {
    const { items, asking } = foldOf(record);
    return items.length <= MANY_USES || asking.some((at) => issues(items[at], record));
  }

  function issues(item: Item | undefined, record: TokenRecord): item is Item {
    return item !== undefined && childOf(item.row, record) !== null;
  }

  return () => {
    const pieces: Piece[] = [];
    let length = 0;

    function draw(count: number, lineAt: Piece['lineAt'], find: Piece['find']): void {
      if (count > 0) pieces.push({ start: length, lineAt, find });
      length += count;
    }

    function drawOne(line: TreeLine): void {
      draw(
        1,
        () => line,
        (id) => (id === line.id ? 0 : -1),
      );
    }

    function drawToken(record: TokenRecord, level: number, rails: string): void {
      const { id, useCount, refused } = record;
      const open = useCount === 0 ? null : isOpen(id, () => startsOpen(record));
      drawOne({ kind: 'token', id, level, rails, open, record, uses: useCount, refused });
      if (open === true) drawUses(record, level + 1, passing(rails));
    }

    function drawUses(record: TokenRecord, level: number, through: string): void {
      const { items, asking } = foldOf(record);
      const railsOf = (at: number) => through + (at === items.length - 1 ? 'l' : 'x');
      const drawLeaves = (from: number, to: number) =>
        draw(
          to - from,
          (nth) => {
            const at = from + nth;
            const item = items[at];
            return item && requestLine(item, record, level, railsOf(at), null);
          },
          (id) => {
            const { recordId, rowId } = splitId(id);
            if (recordId !== record.id) return -1;
            const at = items.findIndex(({ row }) => row.id === rowId);
            return at >= from && at < to ? at - from : -1;
          },
        );
      let done = 0;
      for (const at of asking) {
        const item = items[at];
        if (!issues(item, record)) continue;
        drawLeaves(done, at);
        drawRequest(item, record, level, railsOf(at));
        done = at + 1;
      }
      drawLeaves(done, items.length);
    }

    function drawRequest(item: Item, record: TokenRecord | null, level: number, rails: string): void {
      const child = childOf(item.row, record);
      const open = child === null ? null : isOpen(requestLineId(item.row, record), () => true);
      drawOne(requestLine(item, record, level, rails, open));
      if (child !== null && open === true) drawToken(child, level + 1, `${passing(rails)}l`);
    }

    for (const record of book.records()) {
      if (book.parentOf(record) !== null) continue;
      const [birth] = record.births;
      if (birth?.token === null) drawRequest({ row: birth, count: 1 }, null, 1, '');
      else drawToken(record, 1, '');
    }
    return linesOf(pieces, length);
  };
}

function linesOf(pieces: readonly Piece[], length: number): TreeLines {
  return {
    length,
    at(index) {
      if (index < 0 || index >= length) return undefined;
      let from = 0;
      let to = pieces.length;
      while (to - from > 1) {
        const middle = (from + to) >>> 1;
        if ((pieces[middle]?.start ?? 0) <= index) from = middle;
        else to = middle;
      }
      const piece = pieces[from];
      return piece?.lineAt(index - piece.start);
    },
    indexOf(id) {
      for (const { start, find } of pieces) {
        const at = find(id);
        if (at >= 0) return start + at;
      }
      return -1;
    },
  };
}

/** Where a key leads from a line, as an index; -1 where it leads nowhere. */
export function targetOf(lines: TreeLines, at: number, key: string, page: number): number {
  const last = lines.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.min(last, Math.max(0, at - 1));
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.min(last, Math.max(0, at - page));
    case 'Home':
      return last < 0 ? -1 : 0;
    case 'End':
      return last;
    case 'ArrowLeft':
      return parentAt(lines, at);
    case 'ArrowRight':
      return lines.at(at)?.open === true ? at + 1 : -1;
    default:
      return -1;
  }
}

function parentAt(lines: TreeLines, at: number): number {
  const line = lines.at(at);
  if (line === undefined || line.level === 1) return -1;
  // A token stands right under the answer that handed it out.
  if (line.kind === 'token') return at - 1;
  return line.record === null ? -1 : lines.indexOf(line.record.id);
}

function requestLine(
  { row, count }: Item,
  record: TokenRecord | null,
  level: number,
  rails: string,
  open: boolean | null,
): RequestLine {
  const id = requestLineId(row, record);
  return { kind: 'request', id, level, rails, open, row, record, count };
}

/** A request stands under each of its tokens, so its own id does not name the line. */
export function requestLineId({ id }: Row, record: TokenRecord | null): string {
  return `${record?.id ?? 'none'} ${id}`;
}

/** What a line's id names: a token, or a request under a token. An entry's id may hold spaces, a record's never does. */
export function splitId(id: string): { readonly recordId: string; readonly rowId: string | null } {
  const at = id.indexOf(' ');
  return at < 0 ? { recordId: id, rowId: null } : { recordId: id.slice(0, at), rowId: id.slice(at + 1) };
}

/** Each repeat is counted with the first of its incident, or with the first that is left of it. */
function foldRepeats(uses: readonly Row[]): Fold {
  const items: { row: Row; count: number }[] = [];
  const asking: number[] = [];
  const incidents = new Map<string, { row: Row; count: number }>();
  for (const row of uses) {
    const name = row.subject.log.incident?.entryId;
    const known = name === undefined ? undefined : incidents.get(name);
    if (known !== undefined) {
      known.count++;
      continue;
    }
    const item = { row, count: 1 };
    const { group } = row.endpoint;
    if (group === 'exchange' || group === 'bootstrap') asking.push(items.length);
    items.push(item);
    // Only what failed is repeated, and most did not.
    if (row.entry.status >= 400) incidents.set(name ?? row.id, item);
  }
  return { uses, items, asking };
}

/** The rails of a line as those below it see them. */
function passing(rails: string): string {
  return rails.replace(/.$/, (own) => (own === 'x' ? 'p' : 'g'));
}
