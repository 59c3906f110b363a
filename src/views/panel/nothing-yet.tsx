/** Nothing came from Apple Maps so far: what is watched, since when, and how to catch the page's start. */
import type { Panel } from '../../app/panel/panel.ts';
import type { RecorderState } from '../../app/recording/recorder.ts';
import { WATCHED_HOSTS } from '../../core/index.ts';
import { Glyph } from '../shared/glyph.tsx';
import { Mark, ReloadIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { Empty } from './empty.tsx';

export function NothingYet({
  panel,
  state,
}: {
  readonly panel: Panel;
  readonly state: RecorderState | null;
}) {
  const { text } = useReader();
  return (
    <Empty icon={<Mark size="large" />} title="empty_nothing" sentence={text('empty_nothing_sentence')}>
      <div class="acts">
        <button type="button" class="button primary" onClick={panel.reloadPage}>
          <ReloadIcon />
          {text('empty_nothing_reload')}
        </button>
      </div>
      <ul>
        {state !== null && (
          <>
            <li>
              <Glyph is="good" />
              <span>
                <Message
                  id="empty_nothing_since"
                  values={{ since: { type: 'instant', seconds: state.since / 1000 } }}
                />
              </span>
            </li>
            <li>
              <Glyph is="good" />
              <span>
                <Message
                  id="empty_nothing_seen"
                  values={{ filtered: { type: 'count', count: state.filtered } }}
                />
              </span>
            </li>
          </>
        )}
        <li>
          <Glyph is="note" />
          <span>
            <Message
              id="empty_nothing_watched"
              values={{ hosts: { type: 'text', text: WATCHED_HOSTS.join(', ') } }}
            />
          </span>
        </li>
      </ul>
    </Empty>
  );
}
