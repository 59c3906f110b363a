/** Exact counters, how far Apple's clock is from this machine's, and the log at a glance. */
import type { Panel } from '../../app/panel/panel.ts';
import { Glyph } from '../shared/glyph.tsx';
import { formatMessage, Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { CopyStatus } from './copy-status.tsx';
import { Timeline } from './timeline.tsx';
import { TokenCounts } from './tokens-foot.tsx';

interface Props {
  readonly panel: Panel;
  /** Counts the copies made, and whether the last one worked. */
  readonly copied: Copied | null;
}

export interface Copied {
  readonly nth: number;
  readonly worked: boolean;
}

export function Foot({ panel, copied }: Props) {
  const { text } = useReader();
  return (
    <footer class="bar foot">
      {panel.view.value === 'tokens' ? <TokenCounts panel={panel} /> : <Counters panel={panel} />}
      <CopyStatus copied={copied} />
      <Skew skew={panel.skew.value} />
      <Timeline panel={panel} />
      <span class="hide-s quiet">{text('not_affiliated')}</span>
    </footer>
  );
}

function Counters({ panel }: { readonly panel: Panel }) {
  const reader = useReader();
  const { text } = reader;
  const state = panel.recorder.value;
  if (state === null) return null;
  return (
    <span class="counters" title={text('foot_counters_title')}>
      {state.dropped > 0 && <Glyph is="warning" />}
      {formatMessage(reader, 'foot_counters', {
        seen: { type: 'count', count: state.seen },
        kept: { type: 'count', count: state.kept },
        dropped: { type: 'count', count: state.dropped },
        filtered: { type: 'count', count: state.filtered },
      })}
    </span>
  );
}

function Skew({ skew }: { readonly skew: number | null }) {
  const { text } = useReader();
  if (skew === null) return null;
  const difference = { difference: { type: 'duration', seconds: Math.abs(skew) } } as const;
  return (
    <span class="hide-s" title={text('foot_skew_title')}>
      {Math.abs(skew) < 1 ? (
        text('foot_skew_none')
      ) : (
        <Message id={skew > 0 ? 'foot_skew_ahead' : 'foot_skew_behind'} values={difference} />
      )}
    </span>
  );
}
