/** Requests were recorded, and search or chip hide every one. */
import { batch } from '@preact/signals';
import type { Panel } from '../../app/panel/panel.ts';
import { FilterIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { Empty } from './empty.tsx';

export function FilteredAway({ panel }: { readonly panel: Panel }) {
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
