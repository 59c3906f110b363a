/** A token at a glance: what is left of it, where it was used, whose it is, where it came from, what it brought. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Panel } from '../../app/panel/panel.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { TokenRecord } from '../../app/panel/token-book.ts';
import type { Token } from '../../core/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { copies } from '../shared/copyable.ts';
import { Countdown } from '../shared/countdown.tsx';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';
import { LifeLine } from './life-line.tsx';
import { useLifeState } from './tokens-life.tsx';
import { RequestLink, TokenLink } from './tokens-links.tsx';
import { keyNameOf, originOf, teamOf, unseenBirthOf } from './tokens-names.ts';

interface Props {
  readonly record: TokenRecord;
  readonly row: Row;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly panel: Panel;
}

export function TokenOverview({ record, row, rows, panel }: Props) {
  const { text } = useReader();
  const { token } = record;
  return (
    <>
      <section class="part big-left">
        <BigLeft token={token} skew={panel.skew} />
      </section>
      <LifeLine token={token} row={row} rows={rows} />
      <section class="part">
        <table class="facts plain">
          <tbody>
            <Fact id="tokens_fact_team" value={teamOf(token)} />
            <Fact id="tokens_fact_key" value={keyNameOf(token)} />
            <Fact id="tokens_fact_origin" value={originOf(token)} />
            <Fact id="tokens_fact_used">
              <Used record={record} />
            </Fact>
            <Fact id="tokens_fact_born">
              <Born record={record} panel={panel} />
            </Fact>
            <Fact id="tokens_fact_issued">
              <Issued record={record} panel={panel} />
            </Fact>
          </tbody>
        </table>
      </section>
      <section class="part acts">
        <button
          type="button"
          class="button"
          data-action="show-requests"
          title={text('tokens_show_requests_title')}
          onClick={() => panel.showRequestsOf(token)}
        >
          {text('tokens_show_requests')}
        </button>
        {token.form === 'jws' && (
          <CopyButton
            text={token.raw.slice(0, token.raw.lastIndexOf('.'))}
            label="tokens_copy_unsigned"
            done="tokens_copied_unsigned"
            copy={panel.copy}
          />
        )}
      </section>
    </>
  );
}

function Fact({
  id,
  value,
  children,
}: {
  readonly id: MessageId;
  readonly value?: string;
  readonly children?: ComponentChildren;
}) {
  const { text } = useReader();
  return (
    <tr>
      <th scope="row">{text(id)}</th>
      {value === undefined ? (
        <td>{children}</td>
      ) : value === '' ? (
        <td class="quiet">{text('tokens_fact_none')}</td>
      ) : (
        <td class="mono" {...copies(value)}>
          <Hostile text={value} />
        </td>
      )}
    </tr>
  );
}

function BigLeft({ token, skew }: { readonly token: Token; readonly skew: Panel['skew'] }) {
  const { text } = useReader();
  const { from, until, state, skew: ahead } = useLifeState({ token, skew });
  if (state === 'unknown' || state === 'open')
    return <p>{text(state === 'open' ? 'life_open' : 'life_unknown')}</p>;
  const instant = { until: { type: 'instant', seconds: until ?? 0 } } as const;
  return (
    <>
      <p class="big">
        <Countdown at={(((state === 'early' ? from : until) ?? 0) - ahead) * 1000} />
      </p>
      <p class="second">
        <span>
          {state === 'ended' ? (
            text('tokens_since_end')
          ) : state === 'early' ? (
            text('tokens_until_start')
          ) : from === null || until === null ? (
            text('tokens_left')
          ) : (
            <Message id="tokens_left_of" values={{ life: { type: 'duration', seconds: until - from } }} />
          )}
        </span>
        {until !== null && (
          <span>
            <Message id={state === 'ended' ? 'tokens_ended_at' : 'tokens_ends'} values={instant} />
          </span>
        )}
      </p>
    </>
  );
}

function Used({ record: { useCount, refused } }: { readonly record: TokenRecord }) {
  const { text, plural } = useReader();
  if (useCount === 0) return <>{text('tokens_used_never')}</>;
  const count = (of: number) => ({ type: 'count', count: of }) as const;
  if (refused === 0)
    return <Message id={plural('tokens_used_well', useCount)} values={{ count: count(useCount) }} />;
  return (
    <Message
      id={plural('tokens_used', useCount)}
      values={{ count: count(useCount), accepted: count(useCount - refused) }}
      parts={{
        refused: (
          <State is="refused">
            <Message id="tokens_refused" values={{ count: count(refused) }} />
          </State>
        ),
      }}
    />
  );
}

/** More than an answer has ever been repeated; the tree has them all. */
const SHOWN = 8;

function Born({ record, panel }: { readonly record: TokenRecord; readonly panel: Panel }) {
  const { text } = useReader();
  const { token, births } = record;
  if (births.length === 0) {
    if (token.kind === 'auth') return <>{text('tokens_signed_by_team')}</>;
    const since = panel.recorder.value?.since ?? null;
    return (
      <span class="quiet">
        {text(token.kind === 'access' ? unseenBirthOf(token, since) : 'tokens_birth_unseen')}
      </span>
    );
  }
  return (
    <ul class="links">
      {births.slice(0, SHOWN).map((birth) => (
        <li key={birth.id}>
          <RequestLink row={birth} log={panel} panel={panel} />
        </li>
      ))}
    </ul>
  );
}

function Issued({ record, panel }: { readonly record: TokenRecord; readonly panel: Panel }) {
  const { text, plural } = useReader();
  const { book, tokens } = panel;
  const issued = new Map<string, TokenRecord>();
  for (const use of record.uses) {
    const { group } = use.endpoint;
    if (group !== 'exchange' && group !== 'bootstrap') continue;
    const child = use.token?.raw === record.token.raw ? book.issuedIn(use) : null;
    if (child !== null) issued.set(child.id, child);
  }
  if (issued.size === 0) return <span class="quiet">{text('tokens_issued_none')}</span>;
  return (
    <div class="issued">
      <span>
        <Message
          id={plural('tokens_issued', issued.size)}
          values={{ count: { type: 'count', count: issued.size } }}
        />
      </span>
      {[...issued.values()].slice(-SHOWN).map((child) => (
        <TokenLink key={child.id} record={child} choose={() => tokens.reveal(child)} />
      ))}
    </div>
  );
}
