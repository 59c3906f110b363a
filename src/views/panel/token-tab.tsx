/** The tokens of a request: the one by which Apple decides, and the one that MapKit JS sends beside it. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { Token } from '../../core/index.ts';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { TokenFacts } from './token-facts.tsx';

interface Props {
  readonly row: Row;
  readonly log: RequestLog;
  readonly panel: Panel;
}

export function TokenTab({ row, log, panel }: Props) {
  const { text } = useReader();
  const { token, companion } = row.subject;
  return (
    <>
      {token === null ? (
        <p class="part">{text(row.endpoint.needs === 'none' ? 'token_none_needed' : 'token_none')}</p>
      ) : (
        <Facts token={token} row={row} log={log} panel={panel} />
      )}
      {companion !== null && (
        <section class="companion" aria-label={text('token_companion')}>
          <h2 class="part">
            <Message id="token_companion_where" />
          </h2>
          <Facts token={companion} row={row} log={log} panel={panel} />
        </section>
      )}
    </>
  );
}

function Facts({ token, row, log, panel }: Props & { readonly token: Token }) {
  const uses = useMemo(() => computed(() => log.book.recordOf(token)?.uses ?? NONE), [log, token]);
  return <TokenFacts key={token.raw} token={token} row={row} rows={uses} panel={panel} log={log.rows} />;
}

const NONE: readonly Row[] = [];
