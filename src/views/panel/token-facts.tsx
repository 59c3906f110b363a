/** One token: who it is, its life, its claims in plain words, its signature, its raw text. */
import type { ReadonlySignal } from '@preact/signals';
import type { Panel } from '../../app/panel/panel.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { Token } from '../../core/index.ts';
import { Chip } from '../shared/chip.tsx';
import { CopyButton } from '../shared/copy-button.tsx';
import { Message } from '../shared/message.tsx';
import { RawToken } from '../shared/raw-token.tsx';
import { useReader } from '../shared/strings.tsx';
import { Claims } from './claims.tsx';
import { LifeLine } from './life-line.tsx';
import { LifeStates } from './life-states.tsx';
import { OriginCoverage } from './origin-coverage.tsx';
import { Signature } from './signature.tsx';

interface Props {
  readonly token: Token;
  readonly row: Row;
  /** The requests that carried it. */
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly panel: Panel;
  /** Where other pages are looked for: its log. */
  readonly log?: ReadonlySignal<readonly Row[]>;
}

export function TokenFacts({ token, row, rows, panel, log = panel.rows }: Props) {
  const { text, plural } = useReader();
  const { usedAt, clock, sent, origin } = row.subject;
  // Where no request is looked at, none has an id, and nothing of it is said.
  const isOfRow = row.id !== '' && token === row.subject.token;
  return (
    <div class="facts-of-token">
      <section class="part who">
        <Chip token={token} />
        <LifeStates token={token} usedAt={usedAt} skew={clock.skew} sent={sent} />
      </section>
      <LifeLine token={token} row={row} rows={rows} />
      <section class="part">
        <h3>{text('token_claims')}</h3>
        <Claims token={token} diagnosis={isOfRow ? row.diagnosis : null} />
      </section>
      <OriginCoverage token={token} origin={sent ? origin : null} rows={log} />
      <section class="part">
        <h3>{text('token_signature')}</h3>
        <Signature token={token} panel={panel} />
      </section>
      <section class="part">
        <h3>
          {text('token_raw')}
          <span class="quiet">
            <Message
              id={plural('token_length', token.length)}
              values={{ length: { type: 'count', count: token.length } }}
            />
          </span>
          <span class="grow" />
          <CopyButton text={token.raw} label="token_copy" done="token_copied" copy={panel.copy} />
        </h3>
        <RawToken token={token} />
      </section>
    </div>
  );
}
