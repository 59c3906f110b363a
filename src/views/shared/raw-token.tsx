/** A token as it was sent, its three parts coloured and named, its faults marked and told. */
import { useMemo } from 'preact/hooks';
import { faultMarksOf, type Token } from '../../core/index.ts';
import { copies } from './copyable.ts';
import { FaultList } from './fault-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { Message } from './message.tsx';
import { useReader } from './strings.tsx';

const PARTS = ['header', 'payload', 'signature'] as const;

export function RawToken({ token }: { readonly token: Token }) {
  const { text } = useReader();
  const faults = useMemo(() => faultMarksOf(token), [token]);
  const places = faults.marks.flatMap((mark) => mark.raw);
  const parts = partsOf(token);
  const named = parts.length > 1;
  return (
    <>
      <p class="raw" {...copies(token.raw)}>
        {parts.map(({ text: part, start }, at) => (
          <>
            {at > 0 && <span class="dot">.</span>}
            <span data-part={named ? PARTS[at] : undefined}>
              <MarkedText text={part} places={places} start={start} />
            </span>
          </>
        ))}
      </p>
      <p class="legend">
        {named &&
          PARTS.slice(0, parts.length).map((part) => (
            <span data-part={part}>
              <i />
              {text(`part_${part}`)}
            </span>
          ))}
        {token.length > token.raw.length && (
          <span>
            <Message
              id="token_cut"
              values={{
                kept: { type: 'count', count: token.raw.length },
                length: { type: 'count', count: token.length },
              }}
            />
          </span>
        )}
      </p>
      <FaultList faults={faults} />
    </>
  );
}

interface RawPart {
  readonly text: string;
  /** In the raw text. */
  readonly start: number;
}

function partsOf({ form, raw }: Token): readonly RawPart[] {
  if (form !== 'jws' && form !== 'truncated') return [{ text: raw, start: 0 }];
  let start = 0;
  return raw.split('.').map((text) => {
    const part = { text, start };
    start += text.length + 1;
    return part;
  });
}
