/** A span to or since a moment, once a second. Only this text is written; nothing around it is drawn anew. */
import { useComputed } from '@preact/signals';
import { useReader } from './strings.tsx';

/** @param at milliseconds since 1970 on this machine's clock */
export function Countdown({ at }: { readonly at: number }) {
  const { clock, format } = useReader();
  const text = useComputed(() => format.countdown(Math.round((at - clock.now.value) / 1000)));
  return (
    <span class="countdown" role="timer" aria-live="off">
      {text}
    </span>
  );
}
