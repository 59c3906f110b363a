// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the heads have the focus.
/** The columns' names: press to sort, draw the edge to resize. One tab stop; arrows move, Shift and arrows resize. */
import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { type Column, type ColumnLayout, resized, unsized } from '../../app/panel/columns.ts';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import type { Sort } from '../../app/panel/sort.ts';
import { formatMessage } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';

interface Props {
  readonly log: RequestLog;
  readonly layout: ColumnLayout;
  readonly panel: Panel;
}

/** CSS pixels for one press of Shift and an arrow. */
const NUDGE = 8;

export function ListHead({ log, layout, panel }: Props) {
  const reader = useReader();
  const { text } = reader;
  const stop = useSignal<Column>('time');
  const { columns, widths } = layout;
  const sort = log.sort.value;
  const stopColumn = columns.includes(stop.value) ? stop.value : columns[0];

  function resize(column: Column, width: number): void {
    panel.columns.value = resized(panel.columns.value, column, width);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>, column: Column): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    takeKey(event);
    const width = widths[column];
    if (event.shiftKey) {
      if (width !== undefined) resize(column, width + step * NUDGE);
      return;
    }
    const next = columns[columns.indexOf(column) + step];
    if (next === undefined) return;
    stop.value = next;
    event.currentTarget.closest('.head')?.querySelector<HTMLElement>(`.${next} .sort`)?.focus();
  }

  function onPointerDown(down: TargetedPointerEvent<HTMLElement>, column: Column): void {
    const width = widths[column];
    const head = down.currentTarget;
    if (width === undefined || !isAtEdge(down)) return;
    down.preventDefault();
    head.setPointerCapture(down.pointerId);
    head.onpointermove = (move) => resize(column, width + move.clientX - down.clientX);
    head.onpointerup = () => {
      head.onpointermove = null;
    };
  }

  return (
    <div role="rowgroup" class="heads">
      <div class="row head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            class={column}
            data-drawn={widths[column] === undefined ? undefined : ''}
            onPointerDown={(event) => onPointerDown(event, column)}
            onDblClick={(event) => {
              if (isAtEdge(event)) panel.columns.value = unsized(panel.columns.value, column);
            }}
            aria-sort={sort.column !== column ? undefined : sort.descending ? 'descending' : 'ascending'}
          >
            <button
              type="button"
              class="sort"
              tabIndex={column === stopColumn ? 0 : -1}
              title={formatMessage(reader, 'column_sort', {
                column: { type: 'message', id: `column_${column}` },
              })}
              onClick={() => {
                log.sort.value = nextSort(sort, column);
              }}
              onFocus={() => {
                stop.value = column;
              }}
              onKeyDown={(event) => onKeyDown(event, column)}
            >
              {text(`column_${column}`)}
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

/** CSS pixels at the right edge of a head that are for the pointer to draw; a double click gives the usual width back. */
const EDGE = 5;

function isAtEdge({
  currentTarget,
  clientX,
}: {
  readonly currentTarget: Element;
  readonly clientX: number;
}): boolean {
  return clientX > currentTarget.getBoundingClientRect().right - EDGE;
}

/** First up, then down, then time's order again. */
function nextSort({ column, descending }: Sort, pressed: Column): Sort {
  if (column !== pressed) return { column: pressed, descending: false };
  if (!descending) return { column: pressed, descending: true };
  return { column: 'time', descending: false };
}
