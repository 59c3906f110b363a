/** A token as it was sent, its three parts coloured and named. */
import type { Token } from '../../core/index.ts';
import { Hostile } from './hostile.tsx';
import { Message } from './message.tsx';
import { useReader } from './strings.tsx';

const PARTS = ['header', 'payload', 'signature'] as const;

export function RawToken({ token }: { readonly token: Token }) {
  const { text } = useReader();
  const parts = token.form === 'jws' || token.form === 'truncated' ? token.raw.split('.') : [token.raw];
  const named = parts.length > 1;
  return (
    <>
      <p class="raw">
        {parts.map((part, at) => (
          <>
            {at > 0 && <span class="dot">.</span>}
            <span data-part={named ? PARTS[at] : undefined}>
              <Hostile text={part} />
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
    </>
  );
}
