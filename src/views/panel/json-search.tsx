/** Looks for a text in the body: how many nodes hold it, and which one is shown. */
import type { Ref, TargetedKeyboardEvent } from 'preact';
import { SearchIcon } from '../shared/icon.tsx';
import { formatMessage } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';

interface Props {
  readonly field: Ref<HTMLInputElement>;
  readonly wanted: string;
  readonly count: number;
  /** Which of them is shown, from 0. */
  readonly hit: number;
  readonly onInput: (wanted: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onLeave: () => void;
}

export function JsonSearch({ field, wanted, count, hit, onInput, onMove, onLeave }: Props) {
  const reader = useReader();
  const { text } = reader;

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') onMove(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Escape' && wanted !== '') onInput('');
    else if (event.key === 'Escape') onLeave();
    else return;
    // Escape would close the details.
    takeKey(event);
  }

  return (
    <search class="json-search">
      <label class="search">
        <SearchIcon />
        <span class="visually-hidden">{text('json_search')}</span>
        <input
          ref={field}
          class="field"
          type="text"
          name="json-search"
          placeholder={text('json_search')}
          title={text('json_search_title')}
          spellcheck={false}
          autocomplete="off"
          value={wanted}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <span class="count" role="status">
        {wanted !== '' &&
          (count === 0
            ? text('json_found_none')
            : formatMessage(reader, 'json_found', {
                at: { type: 'count', count: hit + 1 },
                count: { type: 'count', count },
              }))}
      </span>
    </search>
  );
}
