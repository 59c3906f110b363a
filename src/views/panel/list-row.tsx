// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
/** One request on one line. It never depends on the clock. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Column, ColumnLayout } from '../../app/panel/columns.ts';
import type { Line } from '../../app/panel/lines.ts';
import type { Row } from '../../app/panel/rows.ts';
import { ChipCell, NoTokenChip } from '../shared/chip.tsx';
import { findingMessage, leadOf } from '../shared/finding-messages.ts';
import { formatMessage } from '../shared/message.tsx';
import { type Reader, useReader } from '../shared/strings.tsx';
import { visible } from '../shared/visible.ts';
import { ROW_HEIGHT } from './list-window.ts';

interface Props {
  readonly line: Line;
  readonly index: number;
  readonly layout: ColumnLayout;
  /** Whether its repeats are listed under it. */
  readonly open: boolean;
  readonly selected: boolean;
  /** Whether the Tab key reaches this row. */
  readonly isStop: boolean;
}

export function ListRow({ line, index, layout, open, selected, isStop }: Props) {
  const reader = useReader();
  // The same node again, so that a list that is drawn anew costs nothing for rows that stayed.
  return useMemo(() => {
    const { row, level } = line;
    return (
      <div
        class="row"
        role="row"
        aria-rowindex={index + 2}
        aria-selected={selected}
        aria-description={row.mark === 'none' ? undefined : reader.text(`mark_${row.mark}`)}
        data-is={row.mark === 'none' ? undefined : row.mark}
        data-level={level === 1 ? undefined : level}
        tabIndex={isStop ? 0 : -1}
        style={{ top: `${index * ROW_HEIGHT}px` }}
      >
        {layout.columns.map((column) => CELLS[column](line, { layout, open, reader }))}
      </div>
    );
  }, [line, index, layout, open, selected, isStop, reader]);
}

interface Frame {
  readonly layout: ColumnLayout;
  readonly open: boolean;
  readonly reader: Reader;
}

const CELLS: Readonly<Record<Column, (line: Line, frame: Frame) => JSX.Element | null>> = {
  time: ({ row: { entry } }, { layout, reader }) => (
    <span role="gridcell" class="time">
      {reader.format.time(entry.startedAt)}
      {layout.exact && reader.format.fraction(entry.startedAt)}
    </span>
  ),
  what: (line, { open, reader }) => (
    <span role="gridcell" class="what" title={reader.text(`endpoint_${line.row.endpoint.id}`)}>
      {line.repeats.length === 0 ? (
        reader.text(`endpoint_${line.row.endpoint.id}`)
      ) : (
        <>
          <span>{reader.text(`endpoint_${line.row.endpoint.id}`)}</span>
          <Again count={line.repeats.length + 1} open={open} reader={reader} />
        </>
      )}
    </span>
  ),
  // Where cause and details share a column, the cause goes first.
  says: ({ row }, { layout, reader }) =>
    row.mark === 'none' || layout.columns.includes('why') ? (
      <Details row={row} />
    ) : (
      <Why row={row} reader={reader} />
    ),
  status: ({ row: { entry } }, { reader }) => (
    <span role="gridcell" class="status">
      {entry.status === 0 ? reader.text('status_none') : entry.status}
    </span>
  ),
  token: ({ row }) => <TokenCell row={row} />,
  // Most requests have no cause, and a cell that says nothing is one node more for each.
  why: ({ row }, { reader }) => (row.mark === 'none' ? null : <Why row={row} reader={reader} />),
  took: ({ row: { entry } }, { reader }) => (
    <span role="gridcell" class="took">
      {reader.format.took(entry.duration)}
    </span>
  ),
};

/** How often the same was tried; opens the tries. The row's arrow keys do the same. */
function Again({
  count,
  open,
  reader,
}: {
  readonly count: number;
  readonly open: boolean;
  readonly reader: Reader;
}) {
  const values = { count: { type: 'count', count } } as const;
  return (
    <button
      type="button"
      class="again"
      tabIndex={-1}
      aria-expanded={open}
      aria-label={formatMessage(reader, reader.plural('list_tries', count), values)}
      title={formatMessage(reader, reader.plural('list_tries', count), values)}
    >
      ×{reader.format.count(count)}
    </button>
  );
}

function Details({ row }: { readonly row: Row }) {
  const details = visible(row.details);
  return (
    <span role="gridcell" class="says" title={details}>
      {details}
    </span>
  );
}

function Why({ row, reader }: { readonly row: Row; readonly reader: Reader }) {
  const lead = leadOf(row.diagnosis);
  const sentence =
    lead === null
      ? reader.text('row_unexplained')
      : formatMessage(reader, findingMessage(lead, 'row'), lead.values);
  return (
    <span role="gridcell" class="why" title={sentence}>
      {sentence}
    </span>
  );
}

function TokenCell({ row: { token, endpoint, subject } }: { readonly row: Row }) {
  if (token !== null) return <ChipCell token={token} usedAt={subject.usedAt} />;
  return (
    <span role="gridcell" class="token">
      {(endpoint.needs === 'auth' || endpoint.needs === 'access') && <NoTokenChip />}
    </span>
  );
}
