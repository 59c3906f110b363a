/** What is recorded, and for how long it is kept. */
import type { Panel } from '../../app/panel/panel.ts';
import { ClearIcon, RecordIcon } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';
import { MoreMenu } from './more-menu.tsx';
import { Views } from './views.tsx';

interface Props {
  readonly panel: Panel;
  readonly onKeys: () => void;
}

export function Toolbar({ panel, onKeys }: Props) {
  const { text } = useReader();
  const { recording = true, preserve = true } = panel.recorder.value ?? {};
  const off = !panel.connected.value;
  const record = text(recording ? 'toolbar_recording' : 'toolbar_paused');
  return (
    <div class="bar" role="toolbar" aria-label={text('toolbar_name')}>
      <button
        type="button"
        class="tool record"
        aria-pressed={recording}
        aria-label={text('toolbar_record')}
        title={record}
        disabled={off}
        onClick={() => panel.setRecording(!recording)}
      >
        <RecordIcon />
      </button>
      <button
        type="button"
        class="tool"
        data-action="clear"
        aria-label={text('toolbar_clear')}
        title={text('toolbar_clear')}
        disabled={off}
        onClick={panel.clear}
      >
        <ClearIcon />
      </button>
      <span class="rule" />
      <Views panel={panel} />
      {!recording && <span class="second paused hide-s">{text('toolbar_paused')}</span>}
      <label class="check" title={text('toolbar_preserve_title')}>
        <input
          type="checkbox"
          name="preserve"
          aria-label={text('toolbar_preserve')}
          checked={preserve}
          disabled={off}
          onChange={({ currentTarget }) => panel.setPreserve(currentTarget.checked)}
        />
        <span class="hide-xs">{text('toolbar_preserve')}</span>
      </label>
      <MoreMenu panel={panel} onKeys={onKeys} />
    </div>
  );
}
