/** A credential being written. Each stroke is kept and judged; nothing is sent. */
import { useEffect, useRef } from 'preact/hooks';
import type { Popup } from '../../app/credentials/popup.ts';
import type { Draft } from '../../app/credentials/records.ts';
import { useReader } from '../shared/strings.tsx';
import { DraftJudgement } from './draft-judgement.tsx';
import { RemoveCredential } from './remove-credential.tsx';

interface Props {
  readonly popup: Popup;
  readonly draft: Draft;
}

const REASONS = {
  'name-missing': 'form_name_missing',
  'token-missing': 'form_token_missing',
  'token-is-access': 'form_token_wrong',
  'token-is-key': 'form_token_wrong',
} as const;

export function CredentialForm({ popup, draft }: Props) {
  const { text } = useReader();
  const name = useRef<HTMLInputElement>(null);
  const fault = popup.draftFault.value;
  useEffect(() => name.current?.focus(), []);
  const isWrong = fault === 'token-is-access' || fault === 'token-is-key';
  return (
    <form
      class="pop-part pop-form"
      aria-label={text(draft.id === null ? 'form_new' : 'form_change')}
      onSubmit={(event) => {
        event.preventDefault();
        popup.save();
      }}
    >
      <h2 class="strong">{text(draft.id === null ? 'form_new' : 'form_change')}</h2>
      <label class="pop-label" for="draft-name">
        {text('form_name')}
      </label>
      <input
        ref={name}
        id="draft-name"
        class="field"
        name="name"
        autocomplete="off"
        maxLength={80}
        placeholder={text('form_name_example')}
        value={draft.name}
        onInput={({ currentTarget }) => popup.edit({ name: currentTarget.value })}
      />
      <label class="pop-label" for="draft-token">
        {text('form_token')}
      </label>
      <textarea
        id="draft-token"
        class="field mono"
        name="token"
        rows={6}
        autocomplete="off"
        spellcheck={false}
        placeholder="eyJ…"
        aria-describedby="draft-judgement"
        aria-invalid={isWrong || undefined}
        value={draft.token}
        onInput={({ currentTarget }) => popup.edit({ token: currentTarget.value })}
      />
      <div id="draft-judgement" class="pop-judgement">
        <DraftJudgement popup={popup} draft={draft} />
      </div>
      <div class="pop-acts">
        <button type="submit" class="button primary" data-action="save" disabled={fault !== null}>
          {text('form_save')}
        </button>
        <button type="button" class="button" data-action="cancel" onClick={popup.closeForm}>
          {text('form_cancel')}
        </button>
        {fault !== null && <span class="second">{text(REASONS[fault])}</span>}
      </div>
      {draft.id !== null && <RemoveCredential popup={popup} id={draft.id} name={draft.name} />}
    </form>
  );
}
