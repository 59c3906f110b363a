/** A request that was chosen in the tree: why it was refused, and the way to all of it. */
import type { Panel } from '../../app/panel/panel.ts';
import type { Row } from '../../app/panel/rows.ts';
import { Diagnosis } from '../shared/diagnosis.tsx';
import { useReader } from '../shared/strings.tsx';
import { walkCopies } from './copy-walk.ts';
import { DetailsFrame } from './tokens-details-frame.tsx';
import { revealRequest } from './tokens-links.tsx';
import { RequestName } from './tokens-request.tsx';

export function RequestDetails({ row, panel }: { readonly row: Row; readonly panel: Panel }) {
  const { text } = useReader();
  const name = text('tokens_request_name');
  return (
    <DetailsFrame
      panel={panel}
      name={name}
      title={<RequestName row={row} />}
      action={
        <button
          type="button"
          class="button"
          data-action="open-request"
          onClick={() => revealRequest(row, panel, panel)}
        >
          {text('tokens_open_request')}
        </button>
      }
    >
      <article
        key={row.id}
        class="scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        onKeyDown={walkCopies}
      >
        <Diagnosis diagnosis={row.diagnosis} subject={row.subject} />
      </article>
    </DetailsFrame>
  );
}
