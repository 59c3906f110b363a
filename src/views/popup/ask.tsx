/** The one thing to press, or the reason in words why it cannot be pressed now. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ExchangeView, Popup } from '../../app/credentials/popup.ts';
import type { Credential } from '../../app/credentials/records.ts';
import { Countdown } from '../shared/countdown.tsx';
import { Message } from '../shared/message.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

interface Props {
  readonly popup: Popup;
  readonly exchange: ExchangeView;
  readonly credential: Credential;
}

export function Ask({ popup, exchange, credential }: Props) {
  const { text } = useReader();
  switch (exchange.is) {
    case 'ready':
      return <Button label="popup_get" onClick={popup.getToken} primary />;
    case 'asking':
      return (
        <Button label="popup_get_asking" primary>
          {text('popup_asking_sentence')}
        </Button>
      );
    case 'unsound':
      return (
        <>
          <Button label="popup_edit" action="change" onClick={() => popup.openForm(credential)} primary />
          <p class="pop-part second">{text('popup_unsound_sentence')}</p>
        </>
      );
    case 'not-permitted':
      return (
        <Button label="popup_allow" action="allow" onClick={popup.grant} primary>
          <Message id="popup_allow_sentence" />
        </Button>
      );
    case 'interrupted':
      return (
        <Button label="popup_get" onClick={popup.getToken} primary>
          {text('popup_interrupted_sentence')}
        </Button>
      );
    case 'refused':
      return exchange.heldUntil === null ? (
        <Button label="popup_again" onClick={popup.getToken} />
      ) : (
        <Held until={exchange.heldUntil} popup={popup} />
      );
  }
}

/** Apple asked for a pause; the button comes back when it is over. */
function Held({ until, popup }: { readonly until: number; readonly popup: Popup }) {
  const { clock } = useReader();
  const over = useComputed(() => clock.now.value >= until);
  if (over.value) return <Button label="popup_again" onClick={popup.getToken} />;
  return (
    <Button label="popup_again">
      <Message id="popup_held" parts={{ left: <Countdown at={until} /> }} />
    </Button>
  );
}

interface ButtonProps {
  readonly label: MessageId;
  readonly action?: string;
  readonly primary?: boolean;
  /** Without it the button is disabled, and `children` says why. */
  readonly onClick?: () => void;
  readonly children?: ComponentChildren;
}

function Button({ label, action = 'get-token', primary = false, onClick, children }: ButtonProps) {
  const { text } = useReader();
  return (
    <section class="pop-part">
      <button
        type="button"
        class={primary ? 'button primary wide' : 'button wide'}
        data-action={action}
        disabled={onClick === undefined}
        aria-describedby={children === undefined ? undefined : 'ask-words'}
        onClick={onClick}
      >
        {text(label)}
      </button>
      {children !== undefined && (
        <p id="ask-words" class="pop-words second">
          {children}
        </p>
      )}
    </section>
  );
}
