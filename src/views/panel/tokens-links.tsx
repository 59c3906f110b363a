/** Ways to a request and to a token, as buttons. */
import { batch } from '@preact/signals';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { TokenRecord } from '../../app/panel/token-book.ts';
import { Chip } from '../shared/chip.tsx';
import { copies } from '../shared/copyable.ts';
import { useReader } from '../shared/strings.tsx';
import { addressOf } from './address.ts';
import { RequestName } from './tokens-request.tsx';

interface RequestLinkProps {
  readonly row: Row;
  /** Whose request it is: the recorded ones, or those of an imported log. */
  readonly log: RequestLog;
  readonly panel: Panel;
}

export function RequestLink({ row, log, panel }: RequestLinkProps) {
  return (
    <span class="way" {...copies(() => addressOf(row.entry))}>
      <button type="button" class="link" data-request={row.id} onClick={() => revealRequest(row, log, panel)}>
        <RequestName row={row} />
      </button>
    </span>
  );
}

export function revealRequest({ id }: Row, log: RequestLog, panel: Panel): void {
  batch(() => {
    if (log === panel) panel.view.value = 'requests';
    log.reveal(id);
  });
}

interface TokenLinkProps {
  readonly record: TokenRecord;
  readonly choose: () => void;
}

export function TokenLink({ record: { token }, choose }: TokenLinkProps) {
  const { text } = useReader();
  return (
    <span class="way" {...copies(() => token.raw)}>
      <button type="button" class="link" title={text('lineage_show_token')} onClick={choose}>
        <Chip token={token} />
      </button>
    </span>
  );
}
