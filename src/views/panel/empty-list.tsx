/** An empty list says why: paused, filtered, or nothing yet. */
import { batch } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Panel } from '../../app/panel/panel.ts';
import type { RecorderState } from '../../app/recording/recorder.ts';
import { WATCHED_HOSTS } from '../../core/index.ts';
import { Glyph } from '../shared/glyph.tsx';
import { FilterIcon, Mark, PauseIcon, RecordIcon, ReloadIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

export function EmptyList({ panel }: { readonly panel: Panel }) {
  if (panel.shown.value.length > 0) return null;
  const state = panel.recorder.value;
  if (panel.rows.value.length > 0) return <Filtered panel={panel} />;
  if (state !== null && !state.recording) return <Paused panel={panel} />;
  return <NothingYet panel={panel} state={state} />;
}

interface EmptyProps {
  readonly icon: ComponentChildren;
  readonly title: MessageId;
  readonly sentence: ComponentChildren;
  readonly children: ComponentChildren;
}

function Empty({ icon, title, sentence, children }: EmptyProps) {
  const { text } = useReader();
  return (
    <section class="empty">
      {icon}
      <h2>{text(title)}</h2>
      <p>{sentence}</p>
      {children}
    </section>
  );
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

function Filtered({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  const search = panel.text.value.trim();
  const values = {
    text: { type: 'text', text: search },
    chip: { type: 'message', id: `filter_${panel.chip.value}` },
  } as const;
  const id =
    search === ''
      ? 'empty_filtered_chip'
      : panel.chip.value === 'all'
        ? 'empty_filtered_text'
        : 'empty_filtered_both';
  const showAll = () =>
    batch(() => {
      panel.text.value = '';
      panel.chip.value = 'all';
    });
  const onlyAssets = search === '' && panel.chip.value === 'all';
  return (
    <Empty
      icon={<FilterIcon size="large" />}
      title="empty_filtered"
      sentence={onlyAssets ? text('empty_filtered_assets') : <Message id={id} values={values} />}
    >
      <div class="acts">
        <button
          type="button"
          class="button primary"
          onClick={
            onlyAssets
              ? () => {
                  panel.chip.value = 'assets';
                }
              : showAll
          }
        >
          {text(onlyAssets ? 'empty_filtered_show_assets' : 'empty_filtered_clear')}
        </button>
      </div>
    </Empty>
  );
}

function NothingYet({ panel, state }: { readonly panel: Panel; readonly state: RecorderState | null }) {
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
