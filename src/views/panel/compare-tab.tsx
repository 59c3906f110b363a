/** Two tokens side by side, name by name. */
import { useMemo, useState } from 'preact/hooks';
import { type Compared, compareTokens, type Difference, takeApart } from '../../app/panel/compare.ts';
import type { Panel } from '../../app/panel/panel.ts';
import type { TokenRecord } from '../../app/panel/token-book.ts';
import { secondsOf, type Token } from '../../core/index.ts';
import { Chip } from '../shared/chip.tsx';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { formatMessage, Message } from '../shared/message.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

interface Props {
  readonly record: TokenRecord;
  readonly panel: Panel;
}

export function CompareTab({ record, panel }: Props) {
  const { text } = useReader();
  const marked = panel.tokens.marked.value;
  return (
    <>
      {panel.book.size.value < 2 ? (
        <p class="part second">{text('compare_alone')}</p>
      ) : (
        <Partner record={record} panel={panel} />
      )}
      {marked !== null && <Comparison first={record.token} second={marked.token} />}
    </>
  );
}

function Partner({ record, panel }: Props) {
  const reader = useReader();
  const { text } = reader;
  const { book, tokens } = panel;
  const others = book.records().filter(({ id }) => id !== record.id);
  return (
    <div class="part partner">
      <label for="compare-with">{text('compare_with')}</label>
      <select
        id="compare-with"
        class="field"
        value={tokens.marked.value?.id ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = book.recordWith(currentTarget.value);
          if (chosen !== null) tokens.mark(chosen);
        }}
      >
        <option value="" disabled>
          {text('compare_choose')}
        </option>
        {others.map(({ id, token }) => (
          <option key={id} value={id}>
            {formatMessage(reader, 'compare_option', {
              kind: { type: 'message', id: `kind_${token.kind}` },
              end: { type: 'text', text: token.lastFour },
            })}
          </option>
        ))}
      </select>
      <span class="quiet">{text('compare_hint')}</span>
    </div>
  );
}

/** Apple's tokens have ten; a hostile one may have a thousand. */
const SHOWN = 40;

function Comparison({ first, second }: { readonly first: Token; readonly second: Token }) {
  const { text } = useReader();
  const [all, setAll] = useState(false);
  const rows = useMemo(() => compareTokens(first, second), [first, second]);
  return (
    <section class="part">
      <p class="strong" role="status">
        <Summary rows={rows} />
      </p>
      <table class="facts compare">
        <thead>
          <tr>
            <th scope="col">{text('compare_name')}</th>
            <th scope="col">
              {text('compare_first')} <Chip token={first} />
            </th>
            <th scope="col">
              {text('compare_second')} <Chip token={second} />
            </th>
            <th scope="col">{text('compare_result')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
            <ComparedRow key={`${row.part} ${row.name}`} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && !all && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {text('show_more')}
        </button>
      )}
    </section>
  );
}

function Summary({ rows }: { readonly rows: readonly Compared[] }) {
  const { text, plural } = useReader();
  const differing = rows.filter(({ is }) => is !== 'equal');
  if (differing.length === 0) return <>{text('compare_nothing')}</>;
  if (differing.every(({ part }) => part === 'signature')) return <>{text('compare_signatures_only')}</>;
  // A part that is compared as a whole beside its members differs in nothing but its writing.
  const written = rows.some(({ part, name }) => part !== 'signature' && name !== '');
  if (written && differing.every(({ part, name }) => part === 'signature' || name === ''))
    return <>{text('compare_writing_only')}</>;
  return (
    <Message
      id={plural('compare_differences', differing.length)}
      values={{ count: { type: 'count', count: differing.length } }}
    />
  );
}

function ComparedRow({ row }: { readonly row: Compared }) {
  const { text } = useReader();
  const { first, second, is, part } = row;
  const apart = is === 'different' && first !== null && second !== null ? takeApart(first, second) : null;
  return (
    <tr data-is={is}>
      <th scope="row" data-part={part} title={isPart(part) ? text(`part_${part}`) : undefined}>
        <Name row={row} />
      </th>
      <Value row={row} value={first} apart={apart === null ? null : [apart.head, apart.first, apart.tail]} />
      <Value
        row={row}
        value={second}
        apart={apart === null ? null : [apart.head, apart.second, apart.tail]}
      />
      <td>
        <Result row={row} />
      </td>
    </tr>
  );
}

function Name({ row: { part, name } }: { readonly row: Compared }) {
  const { text } = useReader();
  if (name !== '') return <Hostile text={name} />;
  if (part === 'kind' || part === 'text') return <>{text(`compare_${part}`)}</>;
  if (part === 'signature') return <>{text('part_signature')}</>;
  return <Message id="compare_written" values={{ part: { type: 'message', id: `part_${part}` } }} />;
}

interface ValueProps {
  readonly row: Compared;
  readonly value: string | null;
  /** What is before, what differs, what is behind; null where nothing is marked. */
  readonly apart: readonly [string, string, string] | null;
}

function Value({ row: { part, name }, value, apart }: ValueProps) {
  const { text, format } = useReader();
  if (value === null) return <td class="quiet">{text('compare_none')}</td>;
  if (part === 'kind') return <td>{text(`kind_${value}` as MessageId)}</td>;
  const seconds = TIMES.includes(name) ? secondsOf(/^\d+$/.test(value) ? value : null) : null;
  return (
    <td class="mono" {...copies(value)}>
      {apart === null || part === 'signature' ? (
        <Hostile text={value} />
      ) : (
        <>
          {apart[0] !== '' && <Hostile text={apart[0]} />}
          {apart[1] !== '' && (
            <mark>
              <Hostile text={apart[1]} />
            </mark>
          )}
          {apart[2] !== '' && <Hostile text={apart[2]} />}
        </>
      )}
      {seconds !== null && <span class="quiet instant">{format.instant(seconds)}</span>}
    </td>
  );
}

const TIMES = ['iat', 'exp', 'nbf'];

const RESULTS = {
  equal: 'compare_equal',
  different: 'compare_different',
  'only-first': 'compare_only_first',
  'only-second': 'compare_only_second',
} as const satisfies Record<Difference, MessageId>;

function Result({ row: { is, apart } }: { readonly row: Compared }) {
  const { text } = useReader();
  if (apart === null || apart === 0) return <>{text(RESULTS[is])}</>;
  return (
    <Message
      id={apart > 0 ? 'compare_later' : 'compare_earlier'}
      values={{ span: { type: 'duration', seconds: Math.abs(apart) } }}
    />
  );
}

function isPart(part: Compared['part']): part is 'header' | 'payload' {
  return part === 'header' || part === 'payload';
}
