/** The list of a log with one chosen row: the same for what is recorded and for what is imported. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Token } from '../../core/index.ts';
import { type Chip, type ChipCounts, chipHolds, NO_COUNTS, recounted } from './filter.ts';
import { createLines, type Line, unfolded } from './lines.ts';
import { type Compare, edited } from './ordered.ts';
import type { Row } from './rows.ts';
import { parseSearch, rowMatches, type SearchFault } from './search.ts';
import { BY_TIME, comparing, type Sort } from './sort.ts';
import { createTimelineBook, type Timeline } from './timeline.ts';
import { createTokenBook, type TokenBook } from './token-book.ts';

export const TABS = ['diagnosis', 'token', 'request', 'response', 'lineage'] as const;

export type Tab = (typeof TABS)[number];

/** How a JSON body is shown: its nodes, or its text as it came. */
export const BODY_FORMS = ['tree', 'raw'] as const;

export type BodyForm = (typeof BODY_FORMS)[number];

export interface RequestLog {
  /** Every entry kept, in the order in which the requests started. */
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** What is listed: what chip, search and token let through, in the order of `sort`, repeats folded. */
  readonly lines: ReadonlySignal<readonly Line[]>;
  readonly counts: ReadonlySignal<ChipCounts>;
  readonly timeline: ReadonlySignal<Timeline | null>;
  readonly chip: Signal<Chip>;
  readonly text: Signal<string>;
  /** Regular expressions in `text` that are none. */
  readonly searchFaults: ReadonlySignal<readonly SearchFault[]>;
  /** Only requests that carried this token are listed. */
  readonly tokenFilter: Signal<Token | null>;
  readonly sort: Signal<Sort>;
  readonly selectedId: Signal<string | null>;
  readonly selected: ReadonlySignal<Row | null>;
  readonly tab: Signal<Tab>;
  readonly bodyForm: Signal<BodyForm>;
  /** Lines whose repeats are listed too, by the ids of their rows. */
  readonly opened: Signal<ReadonlySet<string>>;
  readonly rowOf: (id: string) => Row | null;
  readonly showAll: () => void;
  /** Moves the selection within the lines, and stops at both ends. */
  readonly move: (by: number) => void;
  /** Chooses a request, and takes away what keeps it out of the list. */
  readonly reveal: (id: string) => void;
  /** The tokens of the log. */
  readonly book: TokenBook;
}

export interface RequestLogState {
  readonly log: RequestLog;
  /** Takes in new rows and newer versions of known ones, after `removed` went. */
  readonly edit: (fresh: readonly Row[], removed: readonly string[]) => void;
}

/** @param endpointName in the reader's language */
export function createRequestLog(endpointName: (id: string) => string): RequestLogState {
  const byId = new Map<string, Row>();
  /** Requests that started at the same time stand in the order in which they were told of. */
  const places = new Map<string, number>();
  const byStart: Compare<Row> = (a, b) =>
    a.entry.startedAt - b.entry.startedAt || (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
  const listed = createLines(byStart);
  const times = createTimelineBook();
  const book = createTokenBook();
  /** There are few, and sorting asks for them again and again. */
  const names = new Map<string, string>();

  const rows = signal<readonly Row[]>([]);
  const heads = signal<readonly Line[]>([]);
  const counts = signal(NO_COUNTS);
  const timeline = signal<Timeline | null>(null);
  const chip = signal<Chip>('all');
  const text = signal('');
  const tokenFilter = signal<Token | null>(null);
  const sort = signal<Sort>(BY_TIME);
  const selectedId = signal<string | null>(null);
  const opened = signal<ReadonlySet<string>>(new Set());
  const search = computed(() => parseSearch(text.value));
  const lines = computed(() => unfolded(heads.value, opened.value));
  let lastPlace = 0;

  function nameOf({ endpoint: { id } }: Row): string {
    const name = names.get(id) ?? endpointName(id);
    names.set(id, name);
    return name;
  }

  function isListed(row: Row): boolean {
    return (
      chipHolds(chip.peek(), row) &&
      carries(row, tokenFilter.peek()) &&
      rowMatches(search.peek(), row, nameOf(row))
    );
  }

  effect(() => {
    // Read, so that the list is made anew when one of them changes.
    void [chip.value, tokenFilter.value, search.value];
    listed.reset(rows.peek().filter(isListed), comparing(sort.value, byStart, nameOf));
    heads.value = listed.list();
  });

  function edit(fresh: readonly Row[], removed: readonly string[]): void {
    const gone: Row[] = [];
    const dropped: Row[] = [];
    for (const id of removed) {
      const old = byId.get(id);
      if (old === undefined) continue;
      dropped.push(old);
      byId.delete(id);
    }
    for (const row of fresh) {
      const old = byId.get(row.id);
      if (old !== undefined) gone.push(old);
      byId.set(row.id, row);
      if (!places.has(row.id)) places.set(row.id, ++lastPlace);
    }
    gone.push(...dropped);
    const next = edited(rows.peek(), gone, fresh, byStart);
    listed.edit(gone, fresh.filter(isListed));
    times.edit(gone, fresh);
    // One that came back at once keeps its place.
    for (const id of removed) if (!byId.has(id)) places.delete(id);
    batch(() => {
      book.apply(fresh, dropped);
      rows.value = next;
      heads.value = listed.list();
      counts.value = recounted(counts.peek(), gone, fresh);
      timeline.value = times.draw();
    });
  }

  function showAll(): void {
    batch(() => {
      text.value = '';
      chip.value = 'all';
      tokenFilter.value = null;
    });
  }

  const log: RequestLog = {
    rows,
    lines,
    counts,
    timeline,
    chip,
    text,
    searchFaults: computed(() => search.value.faults),
    tokenFilter,
    sort,
    selectedId,
    selected: computed(() => {
      void rows.value;
      return byId.get(selectedId.value ?? '') ?? null;
    }),
    tab: signal<Tab>('diagnosis'),
    bodyForm: signal<BodyForm>('tree'),
    opened,
    rowOf: (id) => byId.get(id) ?? null,
    showAll,
    move(by) {
      const list = lines.value;
      const at = list.findIndex(({ row }) => row.id === selectedId.value);
      const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
      selectedId.value = list[to]?.row.id ?? null;
    },
    reveal(id) {
      const row = byId.get(id);
      if (row === undefined) return;
      batch(() => {
        if (!isListed(row)) {
          showAll();
          if (!chipHolds('all', row)) chip.value = 'other';
        }
      });
      const line = heads.value.find(({ repeats }) => repeats.includes(row));
      batch(() => {
        if (line !== undefined) opened.value = new Set([...opened.value, line.row.id]);
        selectedId.value = id;
      });
    },
    book,
  };
  return { log, edit };
}

function carries({ subject: { token, companion } }: Row, wanted: Token | null): boolean {
  return wanted === null || token?.raw === wanted.raw || companion?.raw === wanted.raw;
}
