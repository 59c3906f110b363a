/** Which credential is used, and the ways to add and change one. */
import type { Popup } from '../../app/credentials/popup.ts';
import type { Credential } from '../../app/credentials/records.ts';
import { DownIcon, PenIcon, PlusIcon } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';
import { cutMiddle, visible } from '../shared/visible.ts';

interface Props {
  readonly popup: Popup;
  readonly credential: Credential;
}

export function CredentialSelect({ popup, credential }: Props) {
  const { text } = useReader();
  return (
    <>
      <label class="pop-label" for="credential">
        {text('popup_credential')}
      </label>
      <div class="pop-choice">
        <span class="select grow">
          <select
            id="credential"
            class="field"
            value={credential.id}
            onChange={({ currentTarget }) => popup.choose(currentTarget.value)}
          >
            {popup.credentials.value.map(({ id, name }) => (
              <option key={id} value={id} selected={id === credential.id}>
                {visible(cutMiddle(name, 80))}
              </option>
            ))}
          </select>
          <DownIcon />
        </span>
        <button
          type="button"
          class="tool"
          data-action="edit"
          aria-label={text('popup_edit')}
          title={text('popup_edit')}
          onClick={() => popup.openForm(credential)}
        >
          <PenIcon />
        </button>
        <button
          type="button"
          class="tool"
          data-action="add"
          aria-label={text('popup_add')}
          title={text('popup_add')}
          onClick={() => popup.openForm(null)}
        >
          <PlusIcon />
        </button>
      </div>
    </>
  );
}
