/** Every token of a log, with its uses and its descent. It follows the log row by row and is never made anew. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { issuedTokens, type Token } from '../../core/index.ts';
import type { Row } from './rows.ts';

export interface TokenRecord {
  /** Names the record within its book; nothing of the token is in it. */
  readonly id: string;
  readonly token: Token;
  /** The requests that carried it, alone or beside another token, in the order in which they started. */
  readonly uses: readonly Row[];
  readonly useCount: number;
  readonly refused: number;
  /** The answers that handed it out, the first of them is its birth. Empty where that was not seen. */
  readonly births: readonly Row[];
}

/** Whoever asks while a view is drawn is asked again when something changed. */
export interface TokenBook {
  /** How many distinct tokens were seen. */
  readonly size: ReadonlySignal<number>;
  /** In the order in which they were first seen. */
  readonly records: () => readonly TokenRecord[];
  readonly recordOf: (token: Token) => TokenRecord | null;
  readonly recordWith: (id: string) => TokenRecord | null;
  /** A request that carried a token or handed one out. */
  readonly rowWith: (id: string) => Row | null;
  /** The token that this answer handed out, whoever had handed it out before. */
  readonly issuedIn: (row: Row) => TokenRecord | null;
  /** The token for which it was given; null where that is unknown, or where the descent leads in a circle. */
  readonly parentOf: (record: TokenRecord) => TokenRecord | null;
  /** What changed in the log since the last time. A changed row may be a newer version of one that is known. */
  readonly apply: (changed: Iterable<Row>, removed: Iterable<Row>) => void;
}

/** Apple's descend once: auth token to access token. Longer ones are invented, and drawn in pieces. */
const LONGEST_DESCENT = 8;

interface Sheet extends TokenRecord {
  readonly list: Row[];
  readonly births: Row[];
  refused: number;
  /** A copy for the views; null once it is stale. */
  copy: readonly Row[] | null;
}

interface Noted {
  readonly row: Row;
  readonly used: readonly Sheet[];
  readonly issued: Sheet | null;
}

export function createTokenBook(): TokenBook {
  const sheets = new Map<string, Sheet>();
  const byId = new Map<string, Sheet>();
  const noted = new Map<string, Noted>();
  const version = signal(0);
  let made = 0;

  function sheetOf(token: Token): Sheet {
    const key = keyOf(token);
    const known = sheets.get(key);
    if (known !== undefined) return known;
    const sheet: Sheet = {
      id: `t${++made}`,
      token,
      list: [],
      births: [],
      refused: 0,
      copy: null,
      get uses() {
        this.copy ??= [...this.list];
        return this.copy;
      },
      get useCount() {
        return this.list.length;
      },
    };
    sheets.set(key, sheet);
    byId.set(sheet.id, sheet);
    return sheet;
  }

  function note(row: Row): Noted | null {
    const { token, companion, entry } = row.subject;
    const carried = [token, companion].filter((candidate) => candidate !== null).map(sheetOf);
    const used = carried[0] === carried[1] ? carried.slice(0, 1) : carried;
    const given = entry.status >= 200 && entry.status < 300 ? issuedTokens(row.subject).token : null;
    if (used.length === 0 && given === null) return null;
    const issued = given === null ? null : sheetOf(given);
    for (const sheet of used) {
      insert(sheet.list, row);
      sheet.copy = null;
      if (row.mark === 'refused') sheet.refused++;
    }
    if (issued !== null) insert(issued.births, row);
    return { row, used, issued };
  }

  /** The sheets stay until all changes are in, since a newer version of the row may use the same. */
  function forget({ row, used, issued }: Noted): void {
    for (const sheet of used) {
      remove(sheet.list, row);
      sheet.copy = null;
      if (row.mark === 'refused') sheet.refused--;
    }
    if (issued !== null) remove(issued.births, row);
  }

  function dropEmpty({ used, issued }: Noted): void {
    for (const sheet of issued === null ? used : [...used, issued]) {
      if (sheet.list.length > 0 || sheet.births.length > 0) continue;
      sheets.delete(keyOf(sheet.token));
      byId.delete(sheet.id);
    }
  }

  function motherOf(record: TokenRecord): Sheet | null {
    const token = record.births[0]?.token ?? null;
    return token === null ? null : (sheets.get(keyOf(token)) ?? null);
  }

  function parentOf(record: TokenRecord): TokenRecord | null {
    const parent = motherOf(record);
    let ancestor = parent;
    for (let steps = 0; ancestor !== null; steps++) {
      if (steps === LONGEST_DESCENT) return null;
      ancestor = motherOf(ancestor);
    }
    return parent;
  }

  function followed<T>(answer: () => T): T {
    version.value;
    return answer();
  }

  return {
    size: computed(() => followed(() => sheets.size)),
    records: () => followed(() => [...sheets.values()]),
    recordOf: (token) => followed(() => sheets.get(keyOf(token)) ?? null),
    recordWith: (id) => followed(() => byId.get(id) ?? null),
    rowWith: (id) => followed(() => noted.get(id)?.row ?? null),
    issuedIn: ({ id }) => followed(() => noted.get(id)?.issued ?? null),
    parentOf: (record) => followed(() => parentOf(record)),
    apply(changed, removed) {
      const before: Noted[] = [];
      const take = (id: string) => {
        const known = noted.get(id);
        if (known === undefined) return;
        noted.delete(id);
        forget(known);
        before.push(known);
      };
      let changes = 0;
      for (const { id } of removed) take(id);
      for (const row of changed) {
        take(row.id);
        const now = note(row);
        if (now === null) continue;
        noted.set(row.id, now);
        changes++;
      }
      for (const known of before) dropEmpty(known);
      if (changes + before.length > 0) version.value++;
    },
  };
}

/** One that was too long to be kept whole is told apart by its length as well. */
function keyOf({ raw, length }: Token): string {
  return length === raw.length ? raw : `${length} ${raw}`;
}

/** Rows come in about the order in which they started, so little stands behind their place. */
function insert(rows: Row[], row: Row): void {
  rows.splice(
    firstWhere(rows, (startedAt) => startedAt > row.entry.startedAt),
    0,
    row,
  );
}

function remove(rows: Row[], { id, entry }: Row): void {
  let at = firstWhere(rows, (startedAt) => startedAt >= entry.startedAt);
  while (at < rows.length && rows[at]?.id !== id) at++;
  rows.splice(at, 1);
}

/** By halving: what holds for a row must hold for all behind it. */
function firstWhere(rows: readonly Row[], holds: (startedAt: number) => boolean): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(rows[middle]?.entry.startedAt ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
}
