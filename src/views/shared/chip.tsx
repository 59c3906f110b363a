/**
 * Who a token is, and where in its life it was used. Hue and spine come from its text alone, so it has the same face
 * in every view and on every machine. It never depends on the clock.
 */
import { lifeShare, lifeState, lifetimeOf, type Token } from '../../core/index.ts';
import { formatMessage } from './message.tsx';
import { type Reader, useReader } from './strings.tsx';
import { visible } from './visible.ts';

interface Props {
  readonly token: Token;
  /** The moment of use on Apple's clock, seconds since 1970. Without it no life bar is drawn. */
  readonly usedAt?: number;
}

export function Chip({ token, usedAt }: Props) {
  const reader = useReader();
  return (
    <span class="chip" role="img" {...chipOf(token, usedAt, reader)}>
      <ChipWords token={token} reader={reader} />
    </span>
  );
}

/** The chip as a cell of its own, one node less for each row. A cell is named by its words; the title tells the rest. */
export function ChipCell({ token, usedAt }: Props) {
  const reader = useReader();
  const { 'aria-label': _, ...face } = chipOf(token, usedAt, reader);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
    <span class="chip token" role="gridcell" {...face}>
      <ChipWords token={token} reader={reader} />
    </span>
  );
}

function ChipWords({ token, reader }: { readonly token: Token; readonly reader: Reader }) {
  return (
    <>
      <b>{reader.text(`kind_${token.kind}`)}</b>
      {visible(token.lastFour)}
    </>
  );
}

function chipOf(token: Token, usedAt: number | undefined, reader: Reader) {
  const name = nameOf(token, usedAt, reader);
  const lifetime = lifetimeOf(token);
  const state = usedAt === undefined ? 'unknown' : lifeState(lifetime, usedAt);
  return {
    'aria-label': name,
    title: name,
    'data-kind': token.kind,
    'data-when': state === 'unknown' ? undefined : state,
    ...faceOf(token),
    style: usedAt === undefined ? undefined : { '--at': lifeShare(lifetime, usedAt).toFixed(3) },
  };
}

/** Stands where a token was due and none was sent. */
export function NoTokenChip() {
  const { text } = useReader();
  return (
    <span class="chip" data-kind="none" title={text('chip_none_title')}>
      {text('chip_none')}
    </span>
  );
}

const HUES = 8;
const SPINES = 3;

/** The token's colours, for any element that belongs to it. */
export function faceOf({ id }: Token) {
  const hash = Number.parseInt(id, 16);
  const mixed = (hash ^ (hash >>> 16)) >>> 0;
  return { 'data-hue': mixed % HUES, 'data-spine': 1 + ((mixed >>> 8) % SPINES) };
}

function nameOf(token: Token, usedAt: number | undefined, reader: Reader): string {
  const values = {
    kind: { type: 'message', id: `kind_${token.kind}` },
    end: { type: 'text', text: token.lastFour },
  } as const;
  const { from, until } = lifetimeOf(token);
  const span = (seconds: number) => ({ type: 'duration', seconds }) as const;
  if (usedAt === undefined) return formatMessage(reader, 'chip_token', values);
  if (until !== null && usedAt >= until)
    return formatMessage(reader, 'chip_token_late', { ...values, ago: span(usedAt - until) });
  if (from !== null && usedAt < from)
    return formatMessage(reader, 'chip_token_early', { ...values, ahead: span(from - usedAt) });
  if (from === null || until === null) return formatMessage(reader, 'chip_token', values);
  return formatMessage(reader, 'chip_token_used', {
    ...values,
    into: span(usedAt - from),
    life: span(until - from),
  });
}
