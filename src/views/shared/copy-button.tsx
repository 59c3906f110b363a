/** Copies a text and says what was copied. */
import { useState } from 'preact/hooks';
import type { Copy } from '../../app/ports.ts';
import { CopyIcon } from './icon.tsx';
import { type MessageId, useReader } from './strings.tsx';

interface Props {
  readonly text: string;
  readonly label: MessageId;
  /** Said when the text is on the clipboard. */
  readonly done: MessageId;
  readonly copy: Copy;
}

export function CopyButton({ text, label, done, copy }: Props) {
  const { text: say } = useReader();
  const [outcome, setOutcome] = useState<MessageId | null>(null);
  return (
    <span class="copying">
      <span class="second" role="status">
        {outcome !== null && say(outcome)}
      </span>
      <button
        type="button"
        class="tool"
        onClick={() => void copy(text).then((copied) => setOutcome(copied ? done : 'copy_failed'))}
      >
        <CopyIcon />
        {say(label)}
      </button>
    </span>
  );
}
