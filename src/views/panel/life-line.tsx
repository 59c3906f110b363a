/** A token's life from `iat` to `exp`: where it was used, and where it stands now. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Row } from '../../app/panel/rows.ts';
import { type Lifetime, lifeShare, lifeState, lifetimeOf, type Token } from '../../core/index.ts';
import { faceOf } from '../shared/chip.tsx';
import { copies } from '../shared/copyable.ts';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { marksOf } from './uses.ts';

interface Props {
  readonly token: Token;
  readonly row: Row;
  /** The requests that carried it. */
  readonly rows: ReadonlySignal<readonly Row[]>;
}

export function LifeLine({ token, row, rows }: Props) {
  const { text } = useReader();
  const { from, until } = lifetimeOf(token);
  if (from === null || until === null || until <= from) return null;
  const uses = marksOf(token, rows.value, row.id);
  const total = (refused: boolean) =>
    uses.filter((use) => use.refused === refused).reduce((sum, { count }) => sum + count, 0);
  const instant = (seconds: number) => ({ type: 'instant', seconds }) as const;
  return (
    <section class="part" {...faceOf(token)}>
      <h3>
        {text('life_name')}
        <span class="grow" />
        <UseKey id="life_accepted" count={total(false)} refused={false} />
        <UseKey id="life_refused" count={total(true)} refused />
      </h3>
      <LifeTrack lifetime={{ from, until }} skew={row.subject.clock.skew}>
        {uses.map(({ share, when, refused, isThis, count }) => (
          <span
            class="life-use"
            data-is={refused ? 'refused' : undefined}
            data-when={when}
            data-this={isThis ? '' : undefined}
            style={{ '--at': share.toFixed(4) }}
          >
            {count > 1 && <span class="life-count">{count}</span>}
          </span>
        ))}
      </LifeTrack>
      <p class="life-ends">
        <span {...copies(utcText(from))}>
          <Message id="life_made" values={{ from: instant(from) }} />
        </span>
        <span>
          <Message id="life_in_all" values={{ life: { type: 'duration', seconds: until - from } }} />
        </span>
        <span {...copies(utcText(until))}>
          <Message id="life_ends" values={{ until: instant(until) }} />
        </span>
      </p>
    </section>
  );
}

/** As other tools read it, `2026-11-23T09:00:00.000Z`; a claim that lies beyond all dates stays as it is. */
function utcText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}

interface KeyProps {
  readonly id: 'life_accepted' | 'life_refused';
  readonly count: number;
  readonly refused: boolean;
}

function UseKey({ id, count, refused }: KeyProps) {
  if (count === 0) return null;
  return (
    <span class="life-key">
      <i class="life-use" data-is={refused ? 'refused' : undefined} />
      <Message id={id} values={{ count: { type: 'count', count } }} />
    </span>
  );
}

interface TrackProps {
  readonly lifetime: Lifetime;
  readonly skew: number;
  readonly children: ComponentChildren;
}

/** Only this moves, once a second. */
function LifeTrack({ lifetime, skew, children }: TrackProps) {
  const { clock, format } = useReader();
  const now = useComputed(() => clock.now.value / 1000 + skew);
  const state = lifeState(lifetime, now.value);
  const share = lifeShare(lifetime, now.value);
  // On what moves alone: on the track it would have every mark styled anew.
  const position = { '--now': share.toFixed(3) };
  return (
    <div class="life" data-now={state}>
      <div class="life-track">
        <span class="life-spent" style={position} />
        {children}
        {state === 'good' && (
          <span
            class="life-now"
            style={position}
            data-side={share < 0.12 ? 'start' : share > 0.88 ? 'end' : undefined}
          >
            <span>
              <Message id="life_now" parts={{ time: format.time(now.value * 1000) }} />
            </span>
          </span>
        )}
      </div>
    </div>
  );
}
