// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the lines in view; the treegrid role can.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
/** One token or one request on one line. Only what runs with the clock is drawn by itself. */
import { useMemo } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLine, TokenLine, TreeLine } from '../../app/panel/token-lines.ts';
import { Chip } from '../shared/chip.tsx';
import { DownIcon } from '../shared/icon.tsx';
import { formatMessage } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type Reader, useReader } from '../shared/strings.tsx';
import { visible } from '../shared/visible.ts';
import { ROW_HEIGHT } from './list-window.ts';
import { Left, MiniLife } from './tokens-life.tsx';
import { keyNameOf, originOf, teamLineOf } from './tokens-names.ts';
import { RequestCause, RequestName } from './tokens-request.tsx';

interface Props {
  readonly line: TreeLine;
  readonly index: number;
  readonly selected: boolean;
  /** Whether the Tab key reaches this line. */
  readonly isStop: boolean;
  readonly panel: Panel;
}

export function TreeRow({ line, index, selected, isStop, panel }: Props) {
  const reader = useReader();
  const since = panel.recorder.value?.since ?? null;
  const { id, level, rails, open } = line;
  // The same node again, so that a tree that is drawn anew costs nothing for lines that stayed.
  return useMemo(
    () => (
      <div
        class="leaf"
        role="row"
        aria-rowindex={index + 2}
        aria-level={level}
        aria-expanded={open ?? undefined}
        aria-selected={selected}
        tabIndex={isStop ? 0 : -1}
        style={{ top: `${index * ROW_HEIGHT}px` }}
      >
        {line.kind === 'token' ? (
          <TokenCells line={line} since={since} panel={panel} reader={reader} />
        ) : (
          <RequestCell line={line} />
        )}
      </div>
    ),
    [id, index, selected, isStop, rails, open, since, reader, panel, ...changing(line)],
  );
}

/** What can change in a line that keeps its name. */
function changing(line: TreeLine): readonly unknown[] {
  return line.kind === 'token'
    ? [line.uses, line.refused, line.record.births.length]
    : [line.row, line.count, null];
}

function TokenCells({
  line: { record, rails, open, uses, refused },
  since,
  panel,
  reader,
}: {
  readonly line: TokenLine;
  readonly since: number | null;
  readonly panel: Panel;
  readonly reader: Reader;
}) {
  const { token } = record;
  const teamLine = teamLineOf(record, since, reader);
  const said = formatMessage(reader, reader.plural('tokens_uses_label', uses), {
    count: { type: 'count', count: uses },
    refused: { type: 'count', count: refused },
  });
  return (
    <>
      <span role="gridcell" class="leaf-token">
        <Rails rails={rails} />
        <Twist open={open} />
        <Chip token={token} />
        <span class="label" title={teamLine}>
          {teamLine}
        </span>
      </span>
      <span role="gridcell" class="leaf-key second" title={visible(keyNameOf(token))}>
        {visible(keyNameOf(token))}
      </span>
      <span role="gridcell" class="leaf-origin" title={visible(originOf(token))}>
        <code>{visible(originOf(token))}</code>
      </span>
      <span role="gridcell" class="leaf-life">
        <MiniLife token={token} skew={panel.skew} />
      </span>
      <span role="gridcell" class="leaf-left">
        <Left token={token} skew={panel.skew} />
      </span>
      <span role="gridcell" class="leaf-uses" title={said}>
        <span aria-hidden="true">
          {reader.format.count(uses)}
          {refused > 0 && <State is="refused">{reader.format.count(refused)}</State>}
        </span>
        <span class="visually-hidden">{said}</span>
      </span>
    </>
  );
}

function RequestCell({ line: { row, count, rails, open } }: { readonly line: RequestLine }) {
  return (
    <span role="gridcell" aria-colspan={6} class="leaf-token leaf-request">
      <Rails rails={rails} />
      {open !== null && <Twist open={open} />}
      <span class="label request">
        <RequestName row={row} count={count} />
        <RequestCause row={row} />
      </span>
    </span>
  );
}

function Rails({ rails }: { readonly rails: string }) {
  return (
    <>
      {[...rails].map((rail) => (
        <i class="rail" data-rail={rail} />
      ))}
    </>
  );
}

function Twist({ open }: { readonly open: boolean | null }) {
  return (
    <span class="twist" data-open={open === true ? '' : undefined}>
      {open !== null && <DownIcon />}
    </span>
  );
}
