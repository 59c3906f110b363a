/** Where a request's token came from, down to this request, and what its answer handed out. */
import { batch } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { TokenRecord } from '../../app/panel/token-book.ts';
import type { Token } from '../../core/index.ts';
import { Chip } from '../shared/chip.tsx';
import { Message } from '../shared/message.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';
import { RequestLink, TokenLink } from './tokens-links.tsx';
import { unseenBirthOf } from './tokens-names.ts';
import { RequestName } from './tokens-request.tsx';

interface Props {
  readonly row: Row;
  readonly log: RequestLog;
  readonly panel: Panel;
}

export function LineageTab({ row, log, panel }: Props) {
  const { text } = useReader();
  const { token, companion } = row.subject;
  const issued = log.book.issuedIn(row);
  if (token === null && companion === null && issued === null)
    return <p class="part second">{text('lineage_none')}</p>;
  return (
    <>
      <section class="part" aria-label={text('lineage_name')}>
        {token === null && <p class="second lineage-note">{text('lineage_without_token')}</p>}
        <ul class="lineage">
          <Descent token={token} row={row} log={log} panel={panel}>
            <ThisRequest row={row}>
              {issued !== null && (
                <TokenItem record={issued} token={issued.token} log={log} panel={panel}>
                  <Uses record={issued} log={log} panel={panel} />
                </TokenItem>
              )}
            </ThisRequest>
          </Descent>
        </ul>
      </section>
      {companion !== null && (
        <section class="part" aria-label={text('token_companion')}>
          <h3>{text('token_companion')}</h3>
          <ul class="lineage">
            <Descent token={companion} row={row} log={log} panel={panel}>
              <ThisRequest row={row}>{null}</ThisRequest>
            </Descent>
          </ul>
        </section>
      )}
    </>
  );
}

interface DescentProps extends Props {
  readonly token: Token | null;
  readonly children: ComponentChildren;
}

/** The token with `children` below it, itself below the answer that issued it, and so on to the first that is known. */
function Descent({ token, row, log, panel, children }: DescentProps) {
  const { book } = log;
  if (token === null) return <>{children}</>;
  const record = book.recordOf(token);
  const birth = record?.births[0] ?? null;
  const item = (note: MessageId | null) => (
    <TokenItem record={record} token={token} note={note} log={log} panel={panel}>
      {children}
    </TokenItem>
  );
  if (record === null || birth === null) return item(noteFor(token, log, panel));
  const parent = book.parentOf(record);
  const below = (
    <li>
      {birth.id === row.id ? (
        <RequestName row={birth} />
      ) : (
        <RequestLink row={birth} log={log} panel={panel} />
      )}
      <ul>{item(null)}</ul>
    </li>
  );
  if (parent === null) return below;
  return (
    <Descent token={parent.token} row={row} log={log} panel={panel}>
      {below}
    </Descent>
  );
}

/** Why nothing stands above a token. */
function noteFor(token: Token, log: RequestLog, panel: Panel): MessageId {
  if (token.kind === 'auth') return 'lineage_signed';
  const since = log === panel ? (panel.recorder.value?.since ?? null) : null;
  return unseenBirthOf(token, since) === 'tokens_birth_before' ? 'lineage_before' : 'lineage_unseen';
}

interface ItemProps {
  readonly record: TokenRecord | null;
  readonly token: Token;
  readonly note?: MessageId | null;
  readonly log: RequestLog;
  readonly panel: Panel;
  readonly children: ComponentChildren;
}

function TokenItem({ record, token, note = null, log, panel, children }: ItemProps) {
  const { text } = useReader();
  const leads = record !== null && log === panel;
  return (
    <li>
      <span class="lineage-line">
        {leads ? (
          <TokenLink
            record={record}
            choose={() =>
              batch(() => {
                panel.tokens.reveal(record);
                panel.view.value = 'tokens';
              })
            }
          />
        ) : (
          <Chip token={token} />
        )}
        {note !== null && <span class="quiet">{text(note)}</span>}
      </span>
      <ul>{children}</ul>
    </li>
  );
}

function ThisRequest({ row, children }: { readonly row: Row; readonly children: ComponentChildren }) {
  const { text } = useReader();
  return (
    <li>
      <span class="lineage-line this" aria-current="true">
        <RequestName row={row} />
        <span class="second">{text('lineage_this')}</span>
      </span>
      {children !== null && <ul>{children}</ul>}
    </li>
  );
}

const SHOWN = 20;

function Uses({
  record,
  log,
  panel,
}: {
  readonly record: TokenRecord;
  readonly log: RequestLog;
  readonly panel: Panel;
}) {
  const { text, plural } = useReader();
  const { uses, token } = record;
  const more = uses.length - SHOWN;
  if (uses.length === 0) return <li class="quiet">{text('tokens_used_never')}</li>;
  return (
    <>
      {uses.slice(0, SHOWN).map((use) => (
        <li key={use.id}>
          <RequestLink row={use} log={log} panel={panel} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <span class="lineage-line">
            <Message id={plural('lineage_more', more)} values={{ count: { type: 'count', count: more } }} />
            {log === panel && (
              <button
                type="button"
                class="button"
                data-action="show-requests"
                onClick={() => panel.showRequestsOf(token)}
              >
                {text('tokens_show_requests')}
              </button>
            )}
          </span>
        </li>
      )}
    </>
  );
}
