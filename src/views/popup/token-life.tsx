/** How long the token in hand is good: a countdown, a bar, and the moment of its end. */
import { useComputed } from '@preact/signals';
import { lifetimeOf } from '../../core/index.ts';
import { Countdown } from '../shared/countdown.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { useReader } from '../shared/strings.tsx';
import type { InHand } from './token-card.tsx';

export function TokenLife({ issued }: { readonly issued: InHand }) {
  const { text, clock } = useReader();
  const { endsAt, issuedAt, token } = issued;
  const isOver = useComputed(() => endsAt !== null && clock.now.value >= endsAt);
  if (endsAt === null) return <p class="pop-life second">{text('card_no_end')}</p>;
  const { until } = lifetimeOf(token);
  const ends = { type: 'instant', seconds: until ?? endsAt / 1000 } as const;
  if (isOver.value)
    return (
      <p class="pop-life">
        <State is="warning">
          <Message id="card_over" values={{ at: ends }} parts={{ ago: <Countdown at={endsAt} /> }} />
        </State>
      </p>
    );
  return (
    <>
      <div class="pop-life">
        <span class="big">
          <Countdown at={endsAt} />
        </span>
        <span class="second">
          <Message id="card_left" values={{ life: { type: 'duration', seconds: lifeOf(issued) } }} />
          <br />
          <Message id={until === null ? 'card_ends_here' : 'card_ends'} values={{ at: ends }} />
        </span>
      </div>
      <LifeBar from={issuedAt} until={endsAt} />
    </>
  );
}

function lifeOf({ endsAt, issuedAt, token }: InHand): number {
  const { from, until } = lifetimeOf(token);
  return from !== null && until !== null && until > from
    ? until - from
    : ((endsAt ?? issuedAt) - issuedAt) / 1000;
}

function LifeBar({ from, until }: { readonly from: number; readonly until: number }) {
  const { clock } = useReader();
  const share = until > from ? Math.min(1, Math.max(0, (clock.now.value - from) / (until - from))) : 1;
  return <span class="mini" aria-hidden="true" style={{ '--now': share.toFixed(4) }} />;
}
