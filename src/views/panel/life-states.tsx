/** Whether a token was good when it was used, and whether it is now. */
import { useComputed } from '@preact/signals';
import { lifeState, lifetimeOf, type Token } from '../../core/index.ts';
import { Countdown } from '../shared/countdown.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { useReader } from '../shared/strings.tsx';

interface Props {
  readonly token: Token;
  /** On Apple's clock, seconds since 1970. */
  readonly usedAt: number;
  /** Seconds from this machine's clock to Apple's. */
  readonly skew: number;
}

/** @param sent whether it was used at all */
export function LifeStates({ sent, ...props }: Props & { readonly sent: boolean }) {
  return (
    <>
      {sent && <ThenState {...props} />}
      <NowState {...props} />
    </>
  );
}

function ThenState({ token, usedAt }: Props) {
  const { text } = useReader();
  const { from, until } = lifetimeOf(token);
  const span = (seconds: number) => ({ type: 'duration', seconds }) as const;
  switch (lifeState({ from, until }, usedAt)) {
    case 'ended':
      return (
        <State is="refused">
          <Message id="life_then_ended" values={{ ago: span(usedAt - (until ?? 0)) }} />
        </State>
      );
    case 'early':
      return (
        <State is="refused">
          <Message id="life_then_early" values={{ ahead: span((from ?? 0) - usedAt) }} />
        </State>
      );
    case 'good':
      return (
        <State is="good">
          <Message id="life_then_good" values={{ left: span((until ?? 0) - usedAt) }} />
        </State>
      );
    case 'open':
      return <State is="note">{text('life_open')}</State>;
    case 'unknown':
      return <State is="unknown">{text('life_unknown')}</State>;
  }
}

/** Written anew only when the state changes; the countdown in it runs by itself. */
function NowState({ token, skew }: Props) {
  const { clock } = useReader();
  const { from, until } = lifetimeOf(token);
  const state = useComputed(() => lifeState({ from, until }, clock.now.value / 1000 + skew));
  if (until === null) return null;
  const parts = { span: <Countdown at={(until - skew) * 1000} /> };
  if (state.value === 'good')
    return (
      <State is="good">
        <Message id="life_now_good" parts={parts} />
      </State>
    );
  if (state.value === 'ended')
    return (
      <State is="note">
        <Message id="life_now_ended" parts={parts} />
      </State>
    );
  return null;
}
