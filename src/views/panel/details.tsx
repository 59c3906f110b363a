/** Everything about one request, in tabs. The tab stays while the selection moves. */
import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { type RequestLog, TABS, type Tab } from '../../app/panel/request-log.ts';
import type { Row } from '../../app/panel/rows.ts';
import { Diagnosis } from '../shared/diagnosis.tsx';
import { CloseIcon } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';
import { visible } from '../shared/visible.ts';
import { CopyHint } from './copy-hint.tsx';
import { walkCopies } from './copy-walk.ts';
import { LineageTab } from './lineage-tab.tsx';
import { RequestTab } from './request-tab.tsx';
import { ResponseTab } from './response-tab.tsx';
import { Tabs } from './tabs.tsx';
import { TokenTab } from './token-tab.tsx';

interface Props {
  readonly log: RequestLog;
  readonly panel: Panel;
  readonly row: Row;
}

export function Details({ log, panel, row }: Props) {
  const { text } = useReader();
  const box = useRef<HTMLElement>(null);
  const tab = log.tab.value;

  /** The focus must not vanish with what it stood on. */
  function close(): void {
    box.current?.closest('.split')?.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus();
    log.selectedId.value = null;
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape') return;
    takeKey(event);
    close();
  }

  return (
    <section ref={box} class="details" aria-label={text('details_name')} onKeyDown={onKeyDown}>
      <div class="bar">
        <Title row={row} />
        <button
          type="button"
          class="tool"
          data-action="close"
          aria-label={text('details_close')}
          title={text('details_close')}
          onClick={close}
        >
          <CloseIcon />
        </button>
      </div>
      <Tabs
        class="tabs"
        id="details-tab"
        name={text('details_name')}
        tabs={TABS}
        chosen={log.tab}
        label={(name) => text(`tab_${name}`)}
        controls="details-panel"
      />
      <div
        key={`${row.id} ${tab}`}
        id="details-panel"
        class="scroll"
        role="tabpanel"
        aria-labelledby={`details-tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        onKeyDown={walkCopies}
      >
        <TabContent tab={tab} row={row} log={log} panel={panel} />
      </div>
      <CopyHint />
    </section>
  );
}

function Title({ row: { entry, endpoint } }: { readonly row: Row }) {
  const { text, format } = useReader();
  return (
    <h2 class="title grow">
      <strong>{text(`endpoint_${endpoint.id}`)}</strong>
      <span>{entry.status === 0 ? text('status_none_long') : entry.status}</span>
      <span class="second">
        {format.time(entry.startedAt)}
        {format.fraction(entry.startedAt)}
      </span>
      <span class="second" title={visible(endpoint.host)}>
        {visible(endpoint.host)}
      </span>
    </h2>
  );
}

function TabContent({ tab, row, log, panel }: { readonly tab: Tab } & Props) {
  switch (tab) {
    case 'diagnosis':
      return <Diagnosis diagnosis={row.diagnosis} subject={row.subject} />;
    case 'token':
      return <TokenTab row={row} log={log} panel={panel} />;
    case 'request':
      return <RequestTab row={row} />;
    case 'lineage':
      return <LineageTab row={row} log={log} panel={panel} />;
    case 'response':
      return <ResponseTab row={row} form={log.bodyForm} copy={panel.copy} />;
  }
}
