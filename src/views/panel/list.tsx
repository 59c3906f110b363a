// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
/** The requests, one line each. However many there are, only those in view stand in the document. */
import { batch, useSignal } from '@preact/signals';
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RequestLog } from '../../app/panel/request-log.ts';
import { useReader } from '../shared/strings.tsx';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import { ROW_HEIGHT, spanOf } from './list-window.ts';
import { useListWindow } from './use-list-window.ts';

interface Props {
  readonly log: RequestLog;
  /** Whether the list stands at its end and keeps to it while rows come in. */
  readonly follows: boolean;
}

export function List({ log, follows }: Props) {
  const { text } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const rows = log.shown.value;
  const selectedId = log.selectedId.value;
  const { view, onScroll, show } = useListWindow(box, rows.length, follows);
  const span = spanOf(view, rows.length);
  /** The row that the Tab key reaches, where none is selected. */
  const lastFocused = useSignal<string | null>(null);
  const wantsFocus = useRef(false);

  const selectedAt = selectedId === null ? -1 : rows.findIndex(({ id }) => id === selectedId);
  const stopAt = selectedAt >= 0 ? selectedAt : stopWithoutSelection();

  function stopWithoutSelection(): number {
    const at = lastFocused.value === null ? -1 : rows.findIndex(({ id }) => id === lastFocused.value);
    return at >= 0 ? at : Math.min(Math.ceil(view.top / ROW_HEIGHT), rows.length - 1);
  }

  // Not on `selectedAt`: rows that come in above must not scroll the list.
  useLayoutEffect(() => {
    if (selectedAt >= 0) show(selectedAt);
  }, [selectedId, view.height]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = box.current?.querySelector<HTMLElement>('.row[tabindex="0"]');
    if (row == null) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2);
    const by = STEPS[event.key]?.(page);
    if (by !== undefined) {
      event.preventDefault();
      wantsFocus.current = true;
      batch(() => {
        if (selectedAt < 0) log.selectedId.value = rows[stopAt]?.id ?? null;
        // The first arrow chooses the row that has the focus; what it shows is next to the eye.
        if (selectedAt >= 0 || !Number.isFinite(by)) log.move(by);
      });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (selectedAt < 0) log.selectedId.value = rows[stopAt]?.id ?? null;
      else box.current?.closest('.split')?.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus();
    } else if (event.key === 'Escape' && selectedId !== null) {
      event.preventDefault();
      lastFocused.value = selectedId;
      wantsFocus.current = true;
      log.selectedId.value = null;
    }
  }

  function onClick(event: TargetedEvent<HTMLElement>): void {
    const at = rowAt(event);
    if (at === null) return;
    wantsFocus.current = true;
    log.selectedId.value = rows[at]?.id ?? null;
  }

  function onFocus(event: TargetedEvent<HTMLElement>): void {
    const at = rowAt(event);
    if (at !== null) lastFocused.value = rows[at]?.id ?? null;
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
      aria-rowcount={rows.length + 1}
      hidden={rows.length === 0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocusIn={onFocus}
    >
      <ListHead />
      <div role="rowgroup" class="rows" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {drawn.map((at) => {
          const row = rows[at];
          if (row === undefined) return null;
          return (
            <ListRow
              key={row.id}
              row={row}
              index={at}
              selected={row.id === selectedId}
              isStop={at === stopAt}
            />
          );
        })}
      </div>
    </div>
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

function rowAt({ target }: TargetedEvent<HTMLElement>): number | null {
  const row = target instanceof Element ? target.closest('[aria-rowindex]') : null;
  const at = Number(row?.getAttribute('aria-rowindex') ?? 0) - 2;
  return at >= 0 ? at : null;
}
