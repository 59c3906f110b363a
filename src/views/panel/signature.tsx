/** What is known of a signature. Nothing here verifies one, and that is said. */
import type { Token } from '../../core/index.ts';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { useReader } from '../shared/strings.tsx';

export function Signature({ token }: { readonly token: Token }) {
  const { text } = useReader();
  const { signature, kind } = token;
  if (signature === null) return <p>{text('signature_unreadable')}</p>;
  if (signature.length === 0) return <State is="refused">{text('signature_none')}</State>;
  return (
    <State is="unknown">
      <Message
        id={kind === 'access' ? 'signature_of_apple' : 'signature_unchecked'}
        values={{ bytes: { type: 'count', count: signature.length } }}
      />
    </State>
  );
}
