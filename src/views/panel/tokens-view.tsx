/** Every token of the log by descent: what issued it, what it was used for, how long it is still good. */
import { useState } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { Mark } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';
import { Empty } from './empty.tsx';
import { SplitView } from './split-view.tsx';
import { TokenTreeGrid } from './token-tree-grid.tsx';
import { TokenDetails } from './tokens-details.tsx';
import { RequestDetails } from './tokens-request-details.tsx';

export function TokensView({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  const { tokens, book } = panel;
  useState(tokens.show);
  const chosen = tokens.chosen.value;
  return (
    <SplitView
      panel={panel}
      list={
        <div class="tree">
          <TokenTreeGrid panel={panel} />
          {book.size.value === 0 && (
            <Empty icon={<Mark size="large" />} title="tokens_empty" sentence={text('tokens_empty_sentence')}>
              {null}
            </Empty>
          )}
        </div>
      }
      details={
        chosen?.kind === 'token' ? (
          <TokenDetails key={chosen.record.id} record={chosen.record} panel={panel} />
        ) : (
          chosen !== null && <RequestDetails row={chosen.row} panel={panel} />
        )
      }
    />
  );
}
