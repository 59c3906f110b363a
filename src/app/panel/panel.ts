/** The panel's state: the log as the recorder tells it, what is chosen, what is shown. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Copy, Now } from '../ports.ts';
import type { Order } from '../recording/link.ts';
import type { RecorderEvent, RecorderState } from '../recording/recorder.ts';
import { CHIPS, type Chip, chipHolds, textMatches } from './filter.ts';
import { createRowMaker, type Row } from './rows.ts';

export const TABS = ['diagnosis', 'token', 'request', 'response'] as const;

export type Tab = (typeof TABS)[number];

export interface Panel {
  /** Every entry kept, in the order in which the requests started. */
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** Those that the chip and the text let through. */
  readonly shown: ReadonlySignal<readonly Row[]>;
  readonly counts: ReadonlySignal<Readonly<Record<Chip, number>>>;
  readonly recorder: ReadonlySignal<RecorderState | null>;
  /** False once the recorder is out of reach: the extension was updated, disabled or removed. */
  readonly connected: ReadonlySignal<boolean>;
  /** Seconds to add to this machine's clock to get Apple's, from the newest answer that told it. */
  readonly skew: ReadonlySignal<number | null>;
  readonly chip: Signal<Chip>;
  readonly text: Signal<string>;
  readonly selectedId: Signal<string | null>;
  readonly selected: ReadonlySignal<Row | null>;
  readonly tab: Signal<Tab>;
  readonly setRecording: (on: boolean) => void;
  readonly setPreserve: (on: boolean) => void;
  readonly clear: () => void;
  readonly reloadPage: () => void;
  readonly copy: Copy;
  /** Moves the selection within the shown rows, and stops at both ends. */
  readonly move: (by: number) => void;
  /** For `entries/`: what the recorder tells. */
  readonly apply: (event: RecorderEvent) => void;
  readonly disconnected: () => void;
}

export interface PanelPorts {
  readonly order: (order: Order) => void;
  readonly reloadPage: () => void;
  readonly copy: Copy;
  readonly endpointName: (id: string) => string;
  /** Runs a task before the next frame is painted. */
  readonly nextFrame: (task: () => void) => void;
  readonly now: Now;
}

export function createPanel(ports: PanelPorts): Panel {
  const makeRow = createRowMaker();
  const byId = new Map<string, Row>();
  const rows = signal<readonly Row[]>([]);
  const recorder = signal<RecorderState | null>(null);
  const connected = signal(true);
  const chip = signal<Chip>('all');
  const text = signal('');
  const selectedId = signal<string | null>(null);
  const tab = signal<Tab>('diagnosis');
  let stale = false;

  const found = computed(() =>
    text.value.trim() === ''
      ? rows.value
      : rows.value.filter((row) => textMatches(text.value, row, ports.endpointName(row.endpoint.id))),
  );
  const shown = computed(() => found.value.filter((row) => chipHolds(chip.value, row)));
  const counts = computed(() => {
    const totals = Object.fromEntries(CHIPS.map((name) => [name, 0])) as Record<Chip, number>;
    for (const row of rows.value) for (const name of CHIPS) if (chipHolds(name, row)) totals[name]++;
    return totals;
  });
  const selected = computed(() => {
    const id = selectedId.value;
    return id === null ? null : (rows.value.find((row) => row.id === id) ?? null);
  });
  const skew = computed(
    () => rows.value.findLast(({ subject }) => subject.clock.known)?.subject.clock.skew ?? null,
  );

  /** However many entries arrive, the list is written once a frame. */
  function refresh(): void {
    if (stale) return;
    stale = true;
    ports.nextFrame(() => {
      stale = false;
      rows.value = [...byId.values()].sort((a, b) => a.entry.startedAt - b.entry.startedAt);
    });
  }

  return {
    rows,
    shown,
    counts,
    recorder,
    connected,
    skew,
    chip,
    text,
    selectedId,
    selected,
    tab,
    setRecording: (on) => ports.order({ type: 'record', on }),
    setPreserve: (on) => ports.order({ type: 'preserve', on }),
    clear: () => ports.order({ type: 'clear' }),
    reloadPage: ports.reloadPage,
    copy: ports.copy,
    move(by) {
      const list = shown.value;
      const at = list.findIndex(({ id }) => id === selectedId.value);
      const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
      selectedId.value = list[to]?.id ?? null;
    },
    apply(event) {
      if (event.type === 'state') {
        recorder.value = event.state;
        return;
      }
      if (event.type === 'entries') for (const entry of event.entries) byId.set(entry.id, makeRow(entry));
      else for (const id of event.ids) byId.delete(id);
      refresh();
    },
    disconnected() {
      batch(() => {
        connected.value = false;
      });
    },
  };
}
