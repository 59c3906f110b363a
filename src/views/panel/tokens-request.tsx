/** A request in one line: what it asked for, what became of it, when, and what tells it apart from others. */
import type { Row } from '../../app/panel/rows.ts';
import { findingMessage, leadOf } from '../shared/finding-messages.ts';
import { formatMessage } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type Reader, useReader } from '../shared/strings.tsx';
import { visible } from '../shared/visible.ts';

interface Props {
  readonly row: Row;
  /** How many requests it stands for. */
  readonly count?: number;
}

export function RequestName({ row, count = 1 }: Props) {
  const reader = useReader();
  const { text, format } = reader;
  const { entry, endpoint, mark, subject, details } = row;
  const { group } = endpoint;
  const status = entry.status === 0 ? text('status_none') : String(entry.status);
  const tells =
    group === 'exchange' || group === 'bootstrap' ? pageOf(subject.origin, reader) : visible(details);
  return (
    <>
      <span>{text(`endpoint_${endpoint.id}`)}</span>
      {mark === 'none' ? <span>{status}</span> : <State is={mark}>{status}</State>}
      {count > 1 && <span>×{format.count(count)}</span>}
      <span class="quiet">{format.time(entry.startedAt)}</span>
      <span class="quiet tells" title={tells}>
        {tells}
      </span>
    </>
  );
}

/** Where a token is asked for, Apple judges the page's origin. */
function pageOf(origin: string | null, reader: Reader): string {
  if (origin === null) return '';
  const host = origin.replace(/^https:\/\//, '');
  return formatMessage(reader, 'tokens_from', { origin: { type: 'text', text: host } });
}

/** Nothing for a request without a fault. */
export function RequestCause({ row: { mark, diagnosis } }: Props) {
  const reader = useReader();
  if (mark === 'none') return null;
  const lead = leadOf(diagnosis);
  const sentence =
    lead === null
      ? reader.text('row_unexplained')
      : formatMessage(reader, findingMessage(lead, 'row'), lead.values);
  return (
    <span class="because" data-is={mark} title={sentence}>
      {sentence}
    </span>
  );
}
