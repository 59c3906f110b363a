/** A token's life from `iat` to `exp`, this use, and now. */
import { lifeShare, lifeState, lifetimeOf, type Token } from '../../core/index.ts';
import { faceOf } from '../shared/chip.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

interface Props {
  readonly token: Token;
  /** On Apple's clock, seconds since 1970. */
  readonly usedAt: number;
  /** Seconds from this machine's clock to Apple's. */
  readonly skew: number;
  readonly refused: boolean;
}

export function LifeLine({ token, usedAt, skew, refused }: Props) {
  const { text } = useReader();
  const { from, until } = lifetimeOf(token);
  if (from === null || until === null || until <= from) return null;
  const lifetime = { from, until };
  const instant = (seconds: number) => ({ type: 'instant', seconds }) as const;
  return (
    <section class="part" {...faceOf(token)}>
      <h3>
        {text('life_name')}
        <span class="grow" />
        <span class="life-key">
          <i class="life-use" data-is={refused ? 'refused' : undefined} />
          {text(refused ? 'life_use_refused' : 'life_use')}
        </span>
      </h3>
      <div class="life">
        <LifeTrack from={from} until={until} skew={skew}>
          <span
            class="life-use"
            data-is={refused ? 'refused' : undefined}
            data-when={lifeState(lifetime, usedAt)}
            style={{ '--at': lifeShare(lifetime, usedAt).toFixed(4) }}
          />
        </LifeTrack>
        <p class="life-ends">
          <span>
            <Message id="life_made" values={{ from: instant(from) }} />
          </span>
          <span>
            <Message id="life_in_all" values={{ life: { type: 'duration', seconds: until - from } }} />
          </span>
          <span>
            <Message id="life_ends" values={{ until: instant(until) }} />
          </span>
        </p>
      </div>
    </section>
  );
}

interface TrackProps {
  readonly from: number;
  readonly until: number;
  readonly skew: number;
  readonly children: preact.ComponentChildren;
}

/** The only part that moves, once a second. */
function LifeTrack({ from, until, skew, children }: TrackProps) {
  const { clock, text, format } = useReader();
  const now = clock.now.value / 1000 + skew;
  const state = lifeState({ from, until }, now);
  const share = lifeShare({ from, until }, now);
  return (
    <div class="life-track" data-now={state} style={{ '--now': share.toFixed(4) }}>
      <span class="life-spent" />
      {children}
      {state === 'good' && (
        <span class="life-now" data-side={share < 0.12 ? 'start' : share > 0.88 ? 'end' : undefined}>
          <span>
            {text('life_now')} {format.time(now * 1000)}
          </span>
        </span>
      )}
    </div>
  );
}
