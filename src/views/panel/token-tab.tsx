/** The tokens of a request: the one by which Apple decides, and the one that MapKit JS sends beside it. */
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import type { Row } from '../../app/panel/rows.ts';
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
        <TokenFacts token={token} row={row} rows={log.rows} panel={panel} />
      )}
      {companion !== null && (
        <section class="companion" aria-label={text('token_companion')}>
          <h2 class="part">
            <Message id="token_companion_where" />
          </h2>
          <TokenFacts token={companion} row={row} rows={log.rows} panel={panel} />
        </section>
      )}
    </>
  );
}
