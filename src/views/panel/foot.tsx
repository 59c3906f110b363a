/** Exact counters, and how far Apple's clock is from this machine's. */
import type { Panel } from '../../app/panel/panel.ts';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

export function Foot({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  const state = panel.recorder.value;
  return (
    <footer class="bar foot">
      {state !== null && (
        <span title={text('foot_counters_title')}>
          <Message
            id="foot_counters"
            values={{
              seen: { type: 'count', count: state.seen },
              kept: { type: 'count', count: state.kept },
              dropped: { type: 'count', count: state.dropped },
              filtered: { type: 'count', count: state.filtered },
            }}
          />
        </span>
      )}
      <Skew skew={panel.skew.value} />
      <span class="grow" />
      <span class="hide-xs quiet">{text('not_affiliated')}</span>
    </footer>
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
