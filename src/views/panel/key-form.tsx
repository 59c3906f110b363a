/** Takes a key to check signatures with. */
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Keys } from '../../app/panel/keys.ts';
import { type KeyFault, own, type Token } from '../../core/index.ts';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

const FAULTS = {
  empty: 'signature_key_fault_empty',
  sec1: 'signature_key_fault_sec1',
  encrypted: 'signature_key_fault_encrypted',
  certificate: 'signature_key_fault_certificate',
  'not-p256': 'signature_key_fault_not_p256',
  'other-use': 'signature_key_fault_other_use',
  unreadable: 'signature_key_fault_unreadable',
} as const satisfies Record<KeyFault, MessageId>;

interface Props {
  readonly token: Token;
  readonly keys: Keys;
  readonly onClose: () => void;
}

export function KeyForm({ token, keys, onClose }: Props) {
  const { text } = useReader();
  const field = useRef<HTMLTextAreaElement>(null);
  const fault = keys.fault.value;
  const kid = own(token.header, 'kid');
  useEffect(() => field.current?.focus(), []);

  function close(): void {
    keys.forgetForm();
    onClose();
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    // The details would close with it.
    event.stopPropagation();
    close();
  }

  return (
    <form
      class="form"
      aria-label={text('signature_key_form')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void keys.add(token).then((added) => (added ? onClose() : field.current?.focus()));
      }}
    >
      <label for="key-text">{text('signature_key_text')}</label>
      <textarea
        ref={field}
        id="key-text"
        class="field mono"
        name="key"
        rows={5}
        autocomplete="off"
        spellcheck={false}
        placeholder="-----BEGIN PUBLIC KEY-----"
        aria-describedby="key-fault key-kept"
        aria-invalid={fault !== null || undefined}
        value={keys.text.value}
        onInput={({ currentTarget }) => keys.write(currentTarget.value)}
      />
      <div id="key-fault" role="alert">
        {fault !== null && (
          <State is="refused">
            <Message id={FAULTS[fault]} />
          </State>
        )}
      </div>
      <label for="key-id">{text('signature_key_id')}</label>
      <input
        id="key-id"
        class="field mono"
        name="kid"
        autocomplete="off"
        spellcheck={false}
        maxLength={40}
        aria-describedby="key-id-hint"
        value={keys.kid.value}
        onInput={({ currentTarget }) => {
          keys.kid.value = currentTarget.value;
        }}
      />
      {typeof kid === 'string' && (
        <p id="key-id-hint" class="quiet">
          <Message id="signature_key_id_hint" values={{ kid: { type: 'code', text: kid } }} />
        </p>
      )}
      <div class="acts">
        <button type="submit" class="button primary" data-action="check-signature">
          {text('signature_key_check')}
        </button>
        <button type="button" class="button" onClick={close}>
          {text('form_cancel')}
        </button>
        <span id="key-kept" class="second">
          {text('signature_key_kept')}
        </span>
      </div>
    </form>
  );
}
