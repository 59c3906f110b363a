/** A token of which only the first 16 and last 4 characters are seen, until the reader asks for the rest. */
import { Hostile } from '../shared/hostile.tsx';
import { useReader } from '../shared/strings.tsx';

const DOTS = '•'.repeat(20);

export function MaskedToken({ text, shown }: { readonly text: string; readonly shown: boolean }) {
  const { text: say } = useReader();
  if (shown)
    return (
      <p class="masked mono" data-shown="">
        <Hostile text={text} />
      </p>
    );
  return (
    <p class="masked mono">
      <Hostile text={text.length > 24 ? text.slice(0, 16) : ''} />
      <span class="dots" aria-hidden="true">
        {DOTS}
      </span>
      <span class="visually-hidden">{say('card_masked')}</span>
      <Hostile text={text.length > 24 ? text.slice(-4) : ''} />
    </p>
  );
}
