/** The panel's state: the log as the recorder tells it, what is chosen, what is shown. */
import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Token } from '../../core/index.ts';
import type { Copy, Now, ReadText } from '../ports.ts';
import type { Order } from '../recording/link.ts';
import type { RecorderEvent, RecorderState } from '../recording/recorder.ts';
import type { ColumnChoice } from './columns.ts';
import { createInspect, type Inspect } from './inspect.ts';
import { createKeys, type Keys } from './keys.ts';
import { createNewsDesk, type News } from './news.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { createRowMaker, type Row } from './rows.ts';
import { type PanelView, type Split, settingsFrom, settingsText } from './settings.ts';
import { createTokenTree, type TokenTree } from './token-tree.ts';

export interface Panel extends RequestLog {
  readonly view: Signal<PanelView>;
  readonly inspect: Inspect;
  readonly keys: Keys;
  /** What the view of all tokens shows. */
  readonly tokens: TokenTree;
  readonly columns: Signal<ColumnChoice>;
  readonly split: Signal<Split>;
  readonly hintRead: Signal<boolean>;
  readonly recorder: ReadonlySignal<RecorderState | null>;
  /** False once the recorder is out of reach: the extension was updated, disabled or removed. */
  readonly connected: ReadonlySignal<boolean>;
  /** Seconds to add to this machine's clock to get Apple's, from the newest answer that told it. */
  readonly skew: ReadonlySignal<number | null>;
  /** Refusals that nobody was told of before. */
  readonly news: ReadonlySignal<News | null>;
  readonly setRecording: (on: boolean) => void;
  readonly setPreserve: (on: boolean) => void;
  readonly clear: () => void;
  readonly reloadPage: () => void;
  /** Lists the requests that carried this token. */
  readonly showRequestsOf: (token: Token) => void;
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
  /** Runs a task before one of the next pictures is painted. The task tells how many rows it changed. */
  readonly nextPicture: (task: () => number) => void;
  readonly now: Now;
  /** What `saveSettings` was given last, in this or an earlier session; null where there is none. */
  readonly savedSettings: string | null;
  readonly saveSettings: (text: string) => void;
}

/** A little longer than the check waits for a bootstrap. */
const SCRIPT_PATIENCE = 11_000;

export function createPanel(ports: PanelPorts): Panel {
  const settings = settingsFrom(ports.savedSettings);
  const keys = createKeys();
  const makeRow = createRowMaker(keys.signatureOf);
  const { log, edit } = createRequestLog(ports.endpointName);
  const desk = createNewsDesk();
  const view = signal<PanelView>(settings.view);
  const columns = signal(settings.columns);
  const split = signal(settings.split);
  const hintRead = signal(settings.hintRead);
  const recorder = signal<RecorderState | null>(null);
  const connected = signal(true);
  const skew = signal<number | null>(null);
  log.chip.value = settings.chip;
  log.sort.value = settings.sort;

  /** What came since the last frame. */
  const fresh = new Map<string, Row>();
  const removed = new Set<string>();
  /** Scripts of MapKit JS that have not had the time to ask for a map. */
  const scripts = new Set<string>();
  let state: RecorderState | null = null;
  let isPlanned = false;
  let skewKnownAt = Number.NEGATIVE_INFINITY;

  /** However many entries arrive, the list is written once a frame. */
  function write(row: Row): void {
    fresh.set(row.id, row);
    plan();
  }

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    ports.nextPicture(() => {
      isPlanned = false;
      const rows = [...fresh.values()];
      const ids = [...removed];
      fresh.clear();
      removed.clear();
      batch(() => {
        if (rows.length + ids.length > 0) edit(rows, ids);
        desk.edit(rows, ids);
        makeRow.forget(ids);
        learnSkew(rows);
        recorder.value = state;
      });
      return rows.length;
    });
  }

  function learnSkew(rows: readonly Row[]): void {
    if (log.rows.peek().length === 0) {
      skew.value = null;
      skewKnownAt = Number.NEGATIVE_INFINITY;
    }
    for (const { entry, subject } of rows) {
      if (!subject.clock.known || entry.startedAt < skewKnownAt) continue;
      skewKnownAt = entry.startedAt;
      skew.value = subject.clock.skew;
    }
  }

  /** The newest version of a row, painted or not. */
  const latest = (id: string) =>
    removed.has(id) && !fresh.has(id) ? null : (fresh.get(id) ?? log.rowOf(id));

  effect(() => {
    // A key was given, or a token came after it: what was found judges the token's rows anew.
    if (keys.checked.value.keys.length === 0) return;
    for (const { id } of [...log.rows.peek(), ...fresh.values()]) {
      const row = latest(id);
      if (row?.token == null || keys.signatureOf(row.token) === row.subject.signature) continue;
      write(makeRow(row.entry));
    }
  });

  let isFirst = true;
  effect(() => {
    const text = settingsText({
      view: view.value,
      chip: log.chip.value,
      sort: log.sort.value,
      columns: columns.value,
      split: split.value,
      hintRead: hintRead.value,
    });
    if (!isFirst) ports.saveSettings(text);
    isFirst = false;
  });

  return {
    ...log,
    view,
    inspect: createInspect({
      keys,
      readText: ports.readText,
      endpointName: ports.endpointName,
      now: ports.now,
    }),
    keys,
    tokens: createTokenTree(log.book),
    columns,
    split,
    hintRead,
    recorder,
    connected,
    skew,
    news: desk.news,
    setRecording: (on) => ports.order({ type: 'record', on }),
    setPreserve: (on) => ports.order({ type: 'preserve', on }),
    clear: () => ports.order({ type: 'clear' }),
    reloadPage: ports.reloadPage,
    showRequestsOf: (token) =>
      batch(() => {
        log.showAll();
        log.tokenFilter.value = token;
        view.value = 'requests';
      }),
    copy: ports.copy,
    apply(event) {
      if (event.type === 'state') {
        state = event.state;
        plan();
        return;
      }
      if (event.type === 'entries') {
        for (const entry of event.entries) {
          const row = makeRow(entry);
          if (row.endpoint.id === 'script') scripts.add(entry.id);
          write(row);
        }
        return;
      }
      for (const id of event.ids) {
        fresh.delete(id);
        removed.add(id);
      }
      plan();
    },
    passTime(now) {
      for (const id of scripts) {
        const row = latest(id);
        if (row !== null && now - row.entry.startedAt < SCRIPT_PATIENCE) continue;
        scripts.delete(id);
        if (row !== null) write(makeRow(row.entry, now / 1000));
      }
    },
    disconnected() {
      connected.value = false;
    },
  };
}
