/** Requests were recorded, and search or chip hide every one. */
import type { Panel } from '../../app/panel/panel.ts';
import { FilterIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';
import { Empty } from './empty.tsx';

export function FilteredAway({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  const search = panel.text.value.trim();
  const values = {
    text: { type: 'text', text: search },
    chip: { type: 'message', id: `filter_${panel.chip.value}` },
  } as const;
  const onlyAssets = search === '' && panel.chip.value === 'all' && panel.tokenFilter.value === null;
  return (
    <Empty
      icon={<FilterIcon size="large" />}
      title="empty_filtered"
      sentence={
        onlyAssets ? (
          text('empty_filtered_assets')
        ) : (
          <Message id={sentenceOf(panel, search)} values={values} />
        )
      }
    >
      <div class="acts">
        <button
          type="button"
          class="button primary"
          onClick={
            onlyAssets
              ? () => {
                  panel.chip.value = 'other';
                }
              : panel.showAll
          }
        >
          {text(onlyAssets ? 'empty_filtered_show_assets' : 'empty_filtered_clear')}
        </button>
      </div>
    </Empty>
  );
}

function sentenceOf({ tokenFilter, chip, searchFaults }: Panel, search: string): MessageId {
  if (tokenFilter.value !== null) return 'empty_filtered_token';
  // A broken expression hides nothing, and is said to: it must not be blamed here.
  if (search === '' || (searchFaults.value.length > 0 && chip.value !== 'all')) return 'empty_filtered_chip';
  return chip.value === 'all' ? 'empty_filtered_text' : 'empty_filtered_both';
}
