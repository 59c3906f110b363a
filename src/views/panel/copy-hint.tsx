/** Says of the details which keys take a text out of them. */
import { Message } from '../shared/message.tsx';

export function CopyHint() {
  return (
    <p class="copy-hint">
      <Message id="details_copy_hint" />
    </p>
  );
}
