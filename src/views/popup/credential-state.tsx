/** The state of the chosen credential, in words. */
import type { ExchangeView, Popup } from '../../app/credentials/popup.ts';
import { lifetimeOf } from '../../core/index.ts';
import { Countdown } from '../shared/countdown.tsx';
import type { GlyphKind } from '../shared/glyph.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

interface Props {
  readonly popup: Popup;
  readonly exchange: ExchangeView;
}

export function CredentialState({ popup, exchange }: Props) {
  const { text, format } = useReader();
  const [is, id] = stateOf(exchange);
  return (
    <p class="pop-state">
      {/* The countdown stands outside, or it would be read out every second. */}
      <span role="status">
        <State is={is}>{text(id)}</State>
      </span>
      {exchange.is === 'refused' && <span class="second">{format.moment(exchange.at / 1000)}</span>}
      {exchange.is === 'ready' && <Left popup={popup} />}
    </p>
  );
}

function stateOf(exchange: ExchangeView): readonly [GlyphKind, MessageId] {
  switch (exchange.is) {
    case 'ready':
      return ['good', 'popup_ready'];
    case 'unsound':
      return ['refused', 'popup_unsound'];
    case 'asking':
      return ['pending', 'popup_asking'];
    case 'not-permitted':
      return ['warning', 'popup_not_permitted'];
    case 'interrupted':
      return ['warning', 'popup_interrupted'];
    case 'refused': {
      const { status } = exchange.subject.entry;
      if (status === 0) return ['warning', 'popup_unanswered'];
      return ['warning', status < 400 ? 'popup_unusable' : 'popup_refused'];
    }
  }
}

/** How long the auth token itself is good. */
function Left({ popup }: { readonly popup: Popup }) {
  const { text } = useReader();
  const token = popup.chosenToken.value;
  if (token === null) return null;
  const { until } = lifetimeOf(token);
  return (
    <span class="second">
      {until === null ? (
        text('popup_auth_open')
      ) : (
        <Message id="popup_auth_left" parts={{ left: <Countdown at={until * 1000} /> }} />
      )}
    </span>
  );
}
