/** What was compared, and where each value was read. */
import {
  type Evidence,
  type OriginDifference,
  originDifference,
  type Place,
  type Value,
} from '../../core/index.ts';
import { copies } from './copyable.ts';
import { Hostile } from './hostile.tsx';
import { MarkedText } from './marked-text.tsx';
import { formatMessage, Message } from './message.tsx';
import { type MessageId, type Reader, useReader } from './strings.tsx';

const LABELS = {
  expected: 'evidence_label_expected',
  found: 'evidence_label_found',
  'apple-says': 'evidence_label_apple_says',
  'browser-says': 'evidence_label_browser_says',
  entry: 'evidence_label_entry',
} as const satisfies Record<Evidence['label'], MessageId>;

export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const reader = useReader();
  const { text } = reader;
  const difference = differenceIn(evidence);
  return (
    <dl class="evidence">
      {evidence.map(({ label, value, note }) => (
        <>
          <dt>{text(LABELS[label])}</dt>
          <dd {...copies(() => plainText(value, reader))}>
            <span>
              <EvidenceValue value={value} places={differing(note, difference)} />
            </span>
            {note !== undefined && <span class="quiet">{text(note as MessageId)}</span>}
          </dd>
        </>
      ))}
    </dl>
  );
}

const CLAIM = 'evidence_origin_claim' satisfies MessageId;
const ORIGIN = 'evidence_origin_header' satisfies MessageId;

/** Two origins are long and alike, so what differs is marked. */
function differenceIn(evidence: readonly Evidence[]): OriginDifference | null {
  const claim = evidence.find(({ note }) => note === CLAIM)?.value;
  const origin = evidence.find(({ note }) => note === ORIGIN)?.value;
  return claim?.type === 'code' && origin?.type === 'code' ? originDifference(claim.text, origin.text) : null;
}

function differing(note: string | undefined, difference: OriginDifference | null): readonly Place[] {
  const place = note === CLAIM ? difference?.claim : note === ORIGIN ? difference?.origin : undefined;
  return place === undefined || place.from === place.to ? [] : [place];
}

interface ValueProps {
  readonly value: Value;
  readonly places: readonly Place[];
}

function EvidenceValue({ value, places }: ValueProps) {
  const { text, format } = useReader();
  switch (value.type) {
    case 'code':
      return (
        <code>
          <MarkedText text={value.text} places={places} />
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

function plainText(value: Value, reader: Reader): string {
  switch (value.type) {
    case 'code':
    case 'text':
      return value.text;
    case 'instant':
      return reader.format.instant(value.seconds);
    case 'duration':
      return reader.format.duration(value.seconds);
    case 'count':
      return reader.format.count(value.count);
    case 'message':
      return formatMessage(reader, value.id as MessageId);
  }
}
