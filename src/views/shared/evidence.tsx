/** What was compared, and where each value was read. */
import type { Evidence, Value } from '../../core/index.ts';
import { Hostile } from './hostile.tsx';
import { Message } from './message.tsx';
import { type MessageId, useReader } from './strings.tsx';

const LABELS = {
  expected: 'evidence_label_expected',
  found: 'evidence_label_found',
  'apple-says': 'evidence_label_apple_says',
  'browser-says': 'evidence_label_browser_says',
  entry: 'evidence_label_entry',
} as const satisfies Record<Evidence['label'], MessageId>;

export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { text } = useReader();
  return (
    <dl class="evidence">
      {evidence.map(({ label, value, note }) => (
        <>
          <dt>{text(LABELS[label])}</dt>
          <dd>
            <span>
              <EvidenceValue value={value} />
            </span>
            {note !== undefined && <span class="quiet">{text(note as MessageId)}</span>}
          </dd>
        </>
      ))}
    </dl>
  );
}

function EvidenceValue({ value }: { readonly value: Value }) {
  const { text, format } = useReader();
  switch (value.type) {
    case 'code':
      return (
        <code>
          <Hostile text={value.text} />
        </code>
      );
    case 'text':
      return <Message id="quoted" parts={{ text: <Hostile text={value.text} /> }} />;
    case 'instant':
      return <>{format.instant(value.seconds)}</>;
    case 'duration':
      return <>{format.duration(value.seconds)}</>;
    case 'count':
      return <>{format.count(value.count)}</>;
    case 'message':
      return <>{text(value.id as MessageId)}</>;
  }
}
