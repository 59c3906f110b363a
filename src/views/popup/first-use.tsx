import type { Popup } from '../../app/credentials/popup.ts';
import { useReader } from '../shared/strings.tsx';

export function FirstUse({ popup }: { readonly popup: Popup }) {
  const { text } = useReader();
  return (
    <section class="pop-part">
      <h2 class="strong">{text('popup_first')}</h2>
      <p class="second">{text('popup_first_sentence')}</p>
      <div class="pop-acts">
        <button type="button" class="button primary" data-action="add" onClick={() => popup.openForm(null)}>
          {text('popup_add')}
        </button>
      </div>
    </section>
  );
}
