/** Where a token stands in its life by now. Nothing else of the view is drawn when a second passes. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { lifeShare, lifeState, lifetimeOf, type Token } from '../../core/index.ts';
import { faceOf } from '../shared/chip.tsx';
import { Countdown } from '../shared/countdown.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

interface Props {
  readonly token: Token;
  /** Seconds from this machine's clock to Apple's; null where that is unknown. */
  readonly skew: ReadonlySignal<number | null>;
}

/** Changes only where the token's life does. */
export function useLifeState({ token, skew }: Props) {
  const { clock } = useReader();
  const lifetime = lifetimeOf(token);
  const state = useComputed(() => lifeState(lifetime, clock.now.value / 1000 + (skew.value ?? 0)));
  return { ...lifetime, state: state.value, skew: skew.value ?? 0 };
}

export function Left(props: Props) {
  const { text } = useReader();
  const { from, until, state, skew } = useLifeState(props);
  const to = (seconds: number | null) => <Countdown at={((seconds ?? 0) - skew) * 1000} />;
  switch (state) {
    case 'good':
      return <strong>{to(until)}</strong>;
    case 'ended':
      return (
        <span class="quiet">
          <Message id="tokens_ended" parts={{ span: to(until) }} />
        </span>
      );
    case 'early':
      return <Message id="tokens_starts" parts={{ span: to(from) }} />;
    case 'open':
      return <span class="second">{text('tokens_no_end')}</span>;
    case 'unknown':
      return <span class="quiet">{text('tokens_life_unknown')}</span>;
  }
}

/** As wide as it is drawn, so it is drawn anew only when the mark moves by a pixel. */
const PIXELS = 80;

export function MiniLife(props: Props) {
  const { clock } = useReader();
  const { token, skew } = props;
  const lifetime = lifetimeOf(token);
  const { from, until, state } = useLifeState(props);
  const share = useComputed(
    () => Math.round(lifeShare(lifetime, clock.now.value / 1000 + (skew.value ?? 0)) * PIXELS) / PIXELS,
  );
  if (state === 'unknown' || (until !== null && (from === null || until <= from))) return null;
  return <i class="mini" data-when={state} {...faceOf(token)} style={{ '--now': share.value }} />;
}
