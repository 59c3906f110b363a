/** An empty list says why: filtered, paused, or nothing yet. */
import type { Panel } from '../../app/panel/panel.ts';
import { PauseIcon, RecordIcon } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';
import { Empty } from './empty.tsx';
import { FilteredAway } from './filtered-away.tsx';
import { NothingYet } from './nothing-yet.tsx';

export function EmptyList({ panel }: { readonly panel: Panel }) {
  if (panel.lines.value.length > 0) return null;
  const state = panel.recorder.value;
  if (panel.rows.value.length > 0) return <FilteredAway panel={panel} />;
  if (state !== null && !state.recording) return <Paused panel={panel} />;
  return <NothingYet panel={panel} state={state} />;
}

function Paused({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  return (
    <Empty icon={<PauseIcon size="large" />} title="empty_paused" sentence={text('empty_paused_sentence')}>
      <div class="acts">
        <button type="button" class="button primary" onClick={() => panel.setRecording(true)}>
          <RecordIcon />
          {text('empty_paused_record')}
        </button>
      </div>
    </Empty>
  );
}
