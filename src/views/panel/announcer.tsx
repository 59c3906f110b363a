/** Says to screen readers that a refusal came in, once for each. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import type { Row } from '../../app/panel/rows.ts';
import { findingMessage } from '../shared/finding-messages.ts';
import { formatMessage } from '../shared/message.tsx';
import { type Reader, useReader } from '../shared/strings.tsx';

export function Announcer({ panel }: { readonly panel: Panel }) {
  const reader = useReader();
  const told = useRef(new Set<string>());
  const sentence = useSignal('');

  useSignalEffect(() => {
    const fresh = panel.rows.value.filter(({ id, mark }) => mark === 'refused' && !told.current.has(id));
    const last = fresh.at(-1);
    if (last === undefined) return;
    for (const { id } of fresh) told.current.add(id);
    sentence.value = sentenceFor(last, fresh.length, reader);
  });

  return (
    <div class="visually-hidden" role="status">
      {sentence}
    </div>
  );
}

function sentenceFor({ endpoint, diagnosis }: Row, count: number, reader: Reader): string {
  const { cause } = diagnosis;
  return formatMessage(reader, count === 1 ? 'announce_refusal' : 'announce_refusals', {
    count: { type: 'count', count },
    endpoint: { type: 'message', id: `endpoint_${endpoint.id}` },
    cause: {
      type: 'text',
      text:
        cause === null
          ? reader.text('row_unexplained')
          : formatMessage(reader, findingMessage(cause, 'row'), cause.values),
    },
  });
}
