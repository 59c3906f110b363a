/** The access token in hand: masked, with its life, and ready to be copied. */
import { useState } from 'preact/hooks';
import type { Copy } from '../../app/ports.ts';
import type { Issued, Token } from '../../core/index.ts';
import { Chip, faceOf } from '../shared/chip.tsx';
import { CopyIcon, EyeIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';
import { MaskedToken } from './masked-token.tsx';
import { TokenLife } from './token-life.tsx';

export type InHand = Issued & { readonly token: Token };

interface Props {
  readonly issued: InHand;
  readonly copy: Copy;
}

export function TokenCard({ issued, copy }: Props) {
  const { text } = useReader();
  const { token, accessToken, issuedAt } = issued;
  const [shown, setShown] = useState(false);
  const [outcome, setOutcome] = useState<MessageId | null>(null);
  const put = (content: string, done: MessageId) =>
    void copy(content).then((copied) => setOutcome(copied ? done : 'copy_failed'));
  const show = text(shown ? 'card_hide' : 'card_show');
  return (
    <section class="pop-card" aria-label={text('card_name')} {...faceOf(token)}>
      <div class="pop-who">
        <Chip token={token} />
        <span class="second">
          <Message id="card_issued" values={{ at: { type: 'instant', seconds: issuedAt / 1000 } }} />
        </span>
        <span class="grow" />
        <button
          type="button"
          class="tool"
          data-action="show"
          aria-label={show}
          title={show}
          onClick={() => setShown(!shown)}
        >
          <EyeIcon open={shown} />
        </button>
      </div>
      <MaskedToken text={accessToken} shown={shown} />
      <TokenLife issued={issued} />
      <div class="pop-acts">
        <button
          type="button"
          class="button"
          data-action="copy-token"
          onClick={() => put(accessToken, 'card_token_copied')}
        >
          <CopyIcon />
          {text('card_copy_token')}
        </button>
        <button
          type="button"
          class="button"
          data-action="copy-header"
          onClick={() => put(`Authorization: Bearer ${accessToken}`, 'card_header_copied')}
        >
          <CopyIcon />
          {text('card_copy_header')}
        </button>
      </div>
      <p class="pop-copied second" role="status">
        {outcome !== null && text(outcome)}
      </p>
    </section>
  );
}
