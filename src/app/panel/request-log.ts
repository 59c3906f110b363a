/** The list of a log with one chosen row: the same for what is recorded and for what is imported. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Row } from './rows.ts';

export const TABS = ['diagnosis', 'token', 'request', 'response'] as const;

export type Tab = (typeof TABS)[number];

export interface RequestLog {
  /** Every entry kept, in the order in which the requests started. */
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** Those that are listed. */
  readonly shown: ReadonlySignal<readonly Row[]>;
  readonly selectedId: Signal<string | null>;
  readonly selected: ReadonlySignal<Row | null>;
  readonly tab: Signal<Tab>;
  /** Moves the selection within the shown rows, and stops at both ends. */
  readonly move: (by: number) => void;
}

export function createRequestLog(
  rows: ReadonlySignal<readonly Row[]>,
  shown: ReadonlySignal<readonly Row[]>,
): RequestLog {
  const selectedId = signal<string | null>(null);
  return {
    rows,
    shown,
    selectedId,
    selected: computed(() => {
      const id = selectedId.value;
      return id === null ? null : (rows.value.find((row) => row.id === id) ?? null);
    }),
    tab: signal<Tab>('diagnosis'),
    move(by) {
      const list = shown.value;
      const at = list.findIndex(({ id }) => id === selectedId.value);
      const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
      selectedId.value = list[to]?.id ?? null;
    },
  };
}

export function inOrder(rows: Iterable<Row>): readonly Row[] {
  return [...rows].sort((a, b) => a.entry.startedAt - b.entry.startedAt);
}
