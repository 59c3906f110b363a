/** Everything about one token, in tabs. The tab stays while another token is chosen. */
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { TokenRecord } from '../../app/panel/token-book.ts';
import { TOKEN_TABS, type TokenTab } from '../../app/panel/token-tree.ts';
import { Chip } from '../shared/chip.tsx';
import { formatMessage, Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { CompareTab } from './compare-tab.tsx';
import { walkCopies } from './copy-walk.ts';
import { Tabs } from './tabs.tsx';
import { TokenFacts } from './token-facts.tsx';
import { DetailsFrame } from './tokens-details-frame.tsx';
import { teamOf } from './tokens-names.ts';
import { TokenOverview } from './tokens-overview.tsx';
import { TokenUses } from './tokens-uses.tsx';

interface Props {
  readonly record: TokenRecord;
  readonly panel: Panel;
}

export function TokenDetails({ record, panel }: Props) {
  const { text } = useReader();
  const { tab } = panel.tokens;
  return (
    <DetailsFrame
      panel={panel}
      name={text('tokens_details_name')}
      title={<Title record={record} />}
      onKey={(key) => {
        if (key === 'f') panel.showRequestsOf(record.token);
        return key === 'f';
      }}
    >
      <Tabs
        class="tabs"
        id="tokens-tab"
        name={text('tokens_details_name')}
        tabs={TOKEN_TABS}
        chosen={tab}
        label={(name) => text(`tokens_tab_${name}`)}
        controls="tokens-panel"
      />
      <div
        key={tab.value}
        id="tokens-panel"
        class="scroll"
        role="tabpanel"
        aria-labelledby={`tokens-tab-${tab.value}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        onKeyDown={walkCopies}
      >
        <TabContent tab={tab.value} record={record} panel={panel} />
      </div>
    </DetailsFrame>
  );
}

function Title({ record: { token } }: { readonly record: TokenRecord }) {
  const reader = useReader();
  const { text } = reader;
  const team = teamOf(token);
  const values = { team: { type: 'text', text: team } } as const;
  return (
    <>
      <Chip token={token} />
      <strong>{text(`tokens_title_${token.kind}`)}</strong>
      {team !== '' && (
        <span class="second" title={formatMessage(reader, 'tokens_team', values)}>
          <Message id="tokens_team" values={values} />
        </span>
      )}
    </>
  );
}

function TabContent({ tab, record, panel }: { readonly tab: TokenTab } & Props) {
  const { book, skew } = panel;
  const rows = useComputed(() => {
    book.recordWith(record.id);
    return record.uses;
  });
  const witness = rows.value.at(-1) ?? record.births[0] ?? null;
  const row = useMemo(
    () => (witness === null ? null : seenByNone(witness, skew.value ?? 0)),
    [witness, skew.value],
  );
  if (row === null) return null;
  switch (tab) {
    case 'overview':
      return <TokenOverview record={record} row={row} rows={rows} panel={panel} />;
    case 'token':
      return <TokenFacts token={record.token} row={row} rows={rows} panel={panel} />;
    case 'uses':
      return <TokenUses record={record} panel={panel} />;
    case 'compare':
      return <CompareTab record={record} panel={panel} />;
  }
}

/** The parts that draw a token as one request saw it draw it as it is now: none of its uses is the one looked at. */
function seenByNone(row: Row, skew: number): Row {
  return { ...row, id: '', subject: { ...row.subject, sent: false, clock: { skew, known: true } } };
}
