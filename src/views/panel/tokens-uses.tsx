/** The requests that carried a token. Each leads to its place in the list. */
import { useState } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import type { TokenRecord } from '../../app/panel/token-book.ts';
import { copies } from '../shared/copyable.ts';
import { useReader } from '../shared/strings.tsx';
import { addressOf } from './address.ts';
import { revealRequest } from './tokens-links.tsx';
import { RequestCause, RequestName } from './tokens-request.tsx';

/** As many as anybody reads; a log may hold thousands. */
const SHOWN = 200;

export function TokenUses({ record, panel }: { readonly record: TokenRecord; readonly panel: Panel }) {
  const { text } = useReader();
  const [limit, setLimit] = useState(SHOWN);
  const { uses, token } = record;
  if (uses.length === 0) return <p class="part second">{text('tokens_uses_none')}</p>;
  return (
    <>
      <ol class="uses">
        {uses.slice(0, limit).map((row) => (
          <li key={row.id} {...copies(() => addressOf(row.entry))}>
            <button
              type="button"
              class="use"
              data-request={row.id}
              onClick={() => revealRequest(row, panel, panel)}
            >
              <RequestName row={row} />
              {row.token?.raw !== token.raw && <span class="quiet">{text('tokens_use_beside')}</span>}
              <RequestCause row={row} />
            </button>
          </li>
        ))}
      </ol>
      {uses.length > limit && (
        <p class="part">
          <button type="button" class="button" onClick={() => setLimit(limit * 5)}>
            {text('show_more')}
          </button>
        </p>
      )}
    </>
  );
}
