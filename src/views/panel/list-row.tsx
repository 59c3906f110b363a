// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
/** One request on one line. It never depends on the clock. */
import { useMemo } from 'preact/hooks';
import type { Row } from '../../app/panel/rows.ts';
import { Chip, NoTokenChip } from '../shared/chip.tsx';
import { findingMessage, leadOf } from '../shared/finding-messages.ts';
import { formatMessage } from '../shared/message.tsx';
import { type Reader, useReader } from '../shared/strings.tsx';
import { visible } from '../shared/visible.ts';
import { ROW_HEIGHT } from './list-window.ts';

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly selected: boolean;
  /** Whether the Tab key reaches this row. */
  readonly isStop: boolean;
}

export function ListRow({ row, index, selected, isStop }: Props) {
  const reader = useReader();
  // The same node again, so that a list that is drawn anew costs nothing for rows that stayed.
  return useMemo(() => {
    const { entry, mark } = row;
    return (
      <div
        class="row"
        role="row"
        aria-rowindex={index + 2}
        aria-selected={selected}
        aria-description={mark === 'none' ? undefined : reader.text(`mark_${mark}`)}
        data-is={mark === 'none' ? undefined : mark}
        tabIndex={isStop ? 0 : -1}
        style={{ top: `${index * ROW_HEIGHT}px` }}
      >
        <span role="gridcell" class="time">
          {reader.format.time(entry.startedAt)}
          <span class="ms">{reader.format.fraction(entry.startedAt)}</span>
        </span>
        <span role="gridcell" class="what">
          {reader.text(`endpoint_${row.endpoint.id}`)}
        </span>
        <Why row={row} reader={reader} />
        <span role="gridcell" class="says" title={visible(row.details)}>
          {visible(row.details)}
        </span>
        <span role="gridcell" class="status">
          {entry.status === 0 ? reader.text('status_none') : entry.status}
        </span>
        <span role="gridcell" class="token">
          <TokenCell row={row} />
        </span>
        <span role="gridcell" class="took">
          {reader.format.took(entry.duration)}
        </span>
      </div>
    );
  }, [row, index, selected, isStop, reader]);
}

function Why({ row, reader }: { readonly row: Row; readonly reader: Reader }) {
  const lead = leadOf(row.diagnosis);
  if (row.mark === 'none') return null;
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
  if (token !== null) return <Chip token={token} usedAt={subject.usedAt} />;
  return endpoint.needs === 'auth' || endpoint.needs === 'access' ? <NoTokenChip /> : null;
}
