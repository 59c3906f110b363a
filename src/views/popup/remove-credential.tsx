/** Removing asks once more: it cannot be taken back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Popup } from '../../app/credentials/popup.ts';
import { TrashIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

interface Props {
  readonly popup: Popup;
  readonly id: string;
  readonly name: string;
}

export function RemoveCredential({ popup, id, name }: Props) {
  const { text } = useReader();
  const [asked, setAsked] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) sure.current?.focus();
  }, [asked]);
  if (!asked)
    return (
      <div class="pop-remove">
        <button type="button" class="tool" data-action="remove" onClick={() => setAsked(true)}>
          <TrashIcon />
          {text('form_remove')}
        </button>
      </div>
    );
  return (
    <fieldset class="pop-remove">
      <legend class="visually-hidden">{text('form_remove')}</legend>
      <p>
        <Message id="form_remove_sure" values={{ name: { type: 'text', text: name } }} />
      </p>
      <div class="pop-acts">
        <button
          type="button"
          class="button"
          data-action="remove-sure"
          ref={sure}
          onClick={() => popup.remove(id)}
        >
          {text('form_remove_yes')}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {text('form_remove_no')}
        </button>
      </div>
    </fieldset>
  );
}
