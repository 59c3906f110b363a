// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
/** The requests, one line each. However many there are, only those in view stand in the document. */
import { batch, useSignal } from '@preact/signals';
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type ColumnLayout, layoutOf } from '../../app/panel/columns.ts';
import type { Line } from '../../app/panel/lines.ts';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import { copies } from '../shared/copyable.ts';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';
import { addressOf } from './address.ts';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import { ROW_HEIGHT, spanOf } from './list-window.ts';
import { isFocusElsewhere } from './use-kept-focus.ts';
import { useListWindow } from './use-list-window.ts';

interface Props {
  readonly log: RequestLog;
  /** Whether the list stands at its end and keeps to it while rows come in. */
  readonly follows: boolean;
  readonly panel: Panel;
}

/** As wide as a docked panel; drawn so before the list was measured. */
const UNMEASURED = 640;

export function List({ log, follows, panel }: Props) {
  const { text } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const lines = log.lines.value;
  const opened = log.opened.value;
  const selectedId = log.selectedId.value;
  const choice = panel.columns.value;
  // A list in another order has no end that grows.
  const { column, descending } = log.sort.value;
  const { view, onScroll, show } = useListWindow(
    box,
    lines.length,
    follows && column === 'time' && !descending,
  );
  const layout = useMemo(() => layoutOf(view.width || UNMEASURED, choice), [view.width, choice]);
  const span = spanOf(view, lines.length);
  /** The row that the Tab key reaches, where none is selected. */
  const lastFocused = useSignal<string | null>(null);
  const wantsFocus = useRef(false);
  const lastPlaces = useRef(new Map<string, number>());

  const selectedAt = placeOf(selectedId);
  const focusedAt = selectedAt >= 0 ? -1 : placeOf(lastFocused.value);
  const stopAt =
    selectedAt >= 0
      ? selectedAt
      : focusedAt >= 0
        ? focusedAt
        : Math.min(Math.ceil(view.top / ROW_HEIGHT), lines.length - 1);

  /** While rows come in behind it, a row stays where it was; looking there first spares a search of the whole list. */
  function placeOf(id: string | null): number {
    if (id === null) return -1;
    const last = lastPlaces.current.get(id) ?? -1;
    if (lines[last]?.row.id === id) return last;
    const at = lines.findIndex(({ row }) => row.id === id);
    lastPlaces.current = new Map([[id, at]]);
    return at;
  }

  // Not on `selectedAt`: rows that come in above must not scroll the list.
  useLayoutEffect(() => {
    if (selectedAt >= 0) show(selectedAt);
  }, [selectedId, view.height, log.sort.value, opened]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    // A key that changed nothing drew nothing either; by now the user may write elsewhere.
    if (isFocusElsewhere(box.current)) wantsFocus.current = false;
    if (!wantsFocus.current) return;
    const row = box.current?.querySelector<HTMLElement>('.row[tabindex="0"]');
    if (row == null) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return;
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2);
    const by = STEPS[event.key]?.(page);
    const line = lines[stopAt];
    if (by !== undefined) {
      takeKey(event);
      wantsFocus.current = true;
      batch(() => {
        if (selectedAt < 0) log.selectedId.value = line?.row.id ?? null;
        // The first arrow chooses the row that has the focus; what it shows is next to the eye.
        if (selectedAt >= 0 || !Number.isFinite(by)) log.move(by);
      });
    } else if (event.key === 'Enter') {
      takeKey(event);
      if (selectedAt < 0) log.selectedId.value = line?.row.id ?? null;
      else box.current?.closest('.split')?.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus();
    } else if (event.key === 'Escape' && selectedId !== null) {
      takeKey(event);
      lastFocused.value = selectedId;
      wantsFocus.current = true;
      log.selectedId.value = null;
    } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && line !== undefined) {
      takeKey(event);
      wantsFocus.current = true;
      fold(line, event.key === 'ArrowRight');
    }
  }

  function fold(line: Line, open: boolean): void {
    const head = line.level === 1 ? line : log.lines.value.find(({ repeats }) => repeats.includes(line.row));
    if (head === undefined || head.repeats.length === 0 || opened.has(head.row.id) === open) return;
    const next = new Set(opened);
    if (open) next.add(head.row.id);
    else next.delete(head.row.id);
    batch(() => {
      log.opened.value = next;
      if (line.level === 2) log.selectedId.value = head.row.id;
    });
  }

  function onClick(event: TargetedEvent<HTMLElement>): void {
    const at = rowAt(event);
    const line = at === null ? undefined : lines[at];
    if (line === undefined) return;
    if (event.target instanceof Element && event.target.closest('.again') !== null) {
      fold(line, !opened.has(line.row.id));
      return;
    }
    wantsFocus.current = true;
    log.selectedId.value = line.row.id;
  }

  function onFocus(event: TargetedEvent<HTMLElement>): void {
    const at = rowAt(event);
    if (at !== null) lastFocused.value = lines[at]?.row.id ?? null;
  }

  function addressAt(at: number): string {
    const entry = lines[at]?.row.entry;
    return entry === undefined ? '' : addressOf(entry);
  }

  const drawn = Array.from({ length: span.end - span.first }, (_, at) => span.first + at);
  // The row with the focus stays in the document when it is scrolled away, or the focus would be lost.
  if (stopAt >= 0 && (stopAt < span.first || stopAt >= span.end)) drawn.push(stopAt);

  return (
    <div
      ref={box}
      class="grid"
      role="grid"
      aria-label={text('list_name')}
      aria-rowcount={lines.length + 1}
      hidden={lines.length === 0}
      style={tracksOf(layout)}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocusIn={onFocus}
    >
      <ListHead log={log} layout={layout} panel={panel} />
      <div
        {...copies(() => addressAt(stopAt))}
        role="rowgroup"
        class="rows"
        style={{ height: `${lines.length * ROW_HEIGHT}px` }}
      >
        {drawn.map((at) => {
          const line = lines[at];
          if (line === undefined) return null;
          return (
            <ListRow
              key={line.row.id}
              line={line}
              index={at}
              layout={layout}
              open={opened.has(line.row.id)}
              selected={line.row.id === selectedId}
              isStop={at === stopAt}
            />
          );
        })}
      </div>
    </div>
  );
}

/** For `flex` of the cells, each column's under its name. */
function tracksOf({ columns, widths }: ColumnLayout): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map((column) => [
      `--flex-${column}`,
      widths[column] === undefined ? '1 1 0' : `0 0 ${widths[column]}px`,
    ]),
  );
}

const STEPS: Readonly<Record<string, (page: number) => number>> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: (page) => page,
  PageUp: (page) => -page,
  Home: () => Number.NEGATIVE_INFINITY,
  End: () => Number.POSITIVE_INFINITY,
};

function isRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('.grid, .rows > .row');
}

function rowAt({ target }: TargetedEvent<HTMLElement>): number | null {
  const row = target instanceof Element ? target.closest('[aria-rowindex]') : null;
  const at = Number(row?.getAttribute('aria-rowindex') ?? 0) - 2;
  return at >= 0 ? at : null;
}
