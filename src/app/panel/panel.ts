/** The panel's state: the log as the recorder tells it, what is chosen, what is shown. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Copy, Now, ReadText } from '../ports.ts';
import type { Order } from '../recording/link.ts';
import type { RecorderEvent, RecorderState } from '../recording/recorder.ts';
import { CHIPS, type Chip, chipHolds, textMatches } from './filter.ts';
import { createInspect, type Inspect } from './inspect.ts';
import { createKeys, type Keys } from './keys.ts';
import { createRequestLog, inOrder, type RequestLog } from './request-log.ts';
import { createRowMaker, type Row } from './rows.ts';

export const VIEWS = ['requests', 'inspect'] as const;

export type PanelView = (typeof VIEWS)[number];

/** What is listed is what the chip and the text let through. */
export interface Panel extends RequestLog {
  readonly view: Signal<PanelView>;
  readonly inspect: Inspect;
  readonly keys: Keys;
  readonly counts: ReadonlySignal<Readonly<Record<Chip, number>>>;
  readonly recorder: ReadonlySignal<RecorderState | null>;
  /** False once the recorder is out of reach: the extension was updated, disabled or removed. */
  readonly connected: ReadonlySignal<boolean>;
  /** Seconds to add to this machine's clock to get Apple's, from the newest answer that told it. */
  readonly skew: ReadonlySignal<number | null>;
  readonly chip: Signal<Chip>;
  readonly text: Signal<string>;
  readonly setRecording: (on: boolean) => void;
  readonly setPreserve: (on: boolean) => void;
  readonly clear: () => void;
  readonly reloadPage: () => void;
  readonly copy: Copy;
  /** For `entries/`: what the recorder tells. */
  readonly apply: (event: RecorderEvent) => void;
  /** For `entries/`: what only time shows. Milliseconds since 1970. */
  readonly passTime: (now: number) => void;
  readonly disconnected: () => void;
}

export interface PanelPorts {
  readonly order: (order: Order) => void;
  readonly reloadPage: () => void;
  readonly copy: Copy;
  readonly readText: ReadText;
  readonly endpointName: (id: string) => string;
  /** Runs a task before the next frame is painted. */
  readonly nextFrame: (task: () => void) => void;
  readonly now: Now;
}

/** A little longer than the check waits for a bootstrap. */
const SCRIPT_PATIENCE = 11_000;

export function createPanel(ports: PanelPorts): Panel {
  const keys = createKeys();
  const makeRow = createRowMaker(keys.signatureOf);
  const byId = new Map<string, Row>();
  const rows = signal<readonly Row[]>([]);
  const recorder = signal<RecorderState | null>(null);
  const connected = signal(true);
  const chip = signal<Chip>('all');
  const text = signal('');
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
  const skew = computed(
    () => rows.value.findLast(({ subject }) => subject.clock.known)?.subject.clock.skew ?? null,
  );

  /** Scripts of MapKit JS that have not had the time to ask for a map. */
  const scripts = new Set<string>();

  /** However many entries arrive, the list is written once a frame. */
  function refresh(): void {
    if (stale) return;
    stale = true;
    ports.nextFrame(() => {
      stale = false;
      rows.value = inOrder(byId.values());
    });
  }

  effect(() => {
    // A key was given, or a token came after it: what was found judges the token's rows anew.
    if (keys.checked.value.keys.length === 0) return;
    for (const { id, entry, token, subject } of byId.values()) {
      if (token === null || keys.signatureOf(token) === subject.signature) continue;
      byId.set(id, makeRow(entry));
      refresh();
    }
  });

  return {
    ...createRequestLog(rows, shown),
    view: signal<PanelView>('requests'),
    inspect: createInspect({ keys, readText: ports.readText, now: ports.now }),
    keys,
    counts,
    recorder,
    connected,
    skew,
    chip,
    text,
    setRecording: (on) => ports.order({ type: 'record', on }),
    setPreserve: (on) => ports.order({ type: 'preserve', on }),
    clear: () => ports.order({ type: 'clear' }),
    reloadPage: ports.reloadPage,
    copy: ports.copy,
    apply(event) {
      if (event.type === 'state') {
        recorder.value = event.state;
        return;
      }
      if (event.type === 'entries') {
        for (const entry of event.entries) {
          const row = makeRow(entry);
          byId.set(entry.id, row);
          if (row.endpoint.id === 'script') scripts.add(entry.id);
        }
      } else for (const id of event.ids) byId.delete(id);
      refresh();
    },
    passTime(now) {
      for (const id of scripts) {
        const row = byId.get(id);
        if (row !== undefined && now - row.entry.startedAt < SCRIPT_PATIENCE) continue;
        scripts.delete(id);
        if (row === undefined) continue;
        byId.set(id, makeRow(row.entry, now / 1000));
        refresh();
      }
    },
    disconnected() {
      batch(() => {
        connected.value = false;
      });
    },
  };
}
