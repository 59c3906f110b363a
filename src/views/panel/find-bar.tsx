/** Which requests the list shows. */
import { CHIPS, type Chip } from '../../app/panel/filter.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import { Chip as TokenChip } from '../shared/chip.tsx';
import { Glyph } from '../shared/glyph.tsx';
import { CloseIcon, SearchIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';

export function FindBar({ log }: { readonly log: RequestLog }) {
  const { text } = useReader();
  const faults = log.searchFaults.value;
  return (
    <>
      <search class="bar find" aria-label={text('find_name')}>
        <label class="search">
          <SearchIcon />
          <span class="visually-hidden">{text('find_search')}</span>
          <input
            class="field"
            type="search"
            placeholder={text('find_search')}
            title={text('find_search_title')}
            spellcheck={false}
            autocomplete="off"
            aria-invalid={faults.length > 0 || undefined}
            aria-describedby="find-fault"
            value={log.text.value}
            onInput={({ currentTarget }) => {
              log.text.value = currentTarget.value;
            }}
            onKeyDown={(event) => {
              // What was typed goes first; only an empty field gives the focus back.
              if (event.key !== 'Escape') return;
              takeKey(event);
              if (log.text.value === '') focusList(event.currentTarget);
              else log.text.value = '';
            }}
          />
        </label>
        <TokenFilter log={log} />
        <fieldset class="filters">
          <legend class="visually-hidden">{text('find_show')}</legend>
          {CHIPS.map((chip) => (
            <FilterChip key={chip} chip={chip} log={log} />
          ))}
        </fieldset>
      </search>
      <div id="find-fault" role="alert">
        {faults.map(({ text: pattern, reason }) => (
          <p class="banner">
            <State is="refused">
              <Message
                id="find_fault"
                values={{ pattern: { type: 'code', text: pattern }, reason: { type: 'text', text: reason } }}
              />
            </State>
          </p>
        ))}
      </div>
    </>
  );
}

function focusList(field: HTMLElement): void {
  field.closest('.panel')?.querySelector<HTMLElement>('.grid .row[tabindex="0"]')?.focus();
}

/** The one token whose requests are listed, with the way back to all. */
function TokenFilter({ log }: { readonly log: RequestLog }) {
  const { text } = useReader();
  const token = log.tokenFilter.value;
  if (token === null) return null;
  return (
    <span class="only">
      <TokenChip token={token} />
      <button
        type="button"
        class="tool"
        data-action="all-tokens"
        aria-label={text('find_all_tokens')}
        title={text('find_all_tokens')}
        onClick={() => {
          log.tokenFilter.value = null;
        }}
      >
        <CloseIcon />
      </button>
    </span>
  );
}

function FilterChip({ chip, log }: { readonly chip: Chip; readonly log: RequestLog }) {
  const { text, format } = useReader();
  return (
    <button
      type="button"
      class="filter"
      aria-pressed={log.chip.value === chip}
      title={chip === 'other' ? text('filter_other_title') : undefined}
      onClick={() => {
        log.chip.value = chip;
      }}
    >
      {chip === 'refused' && <Glyph is="refused" />}
      {chip === 'warnings' && <Glyph is="warning" />}
      {text(`filter_${chip}`)} <span class="count">{format.count(log.counts.value[chip])}</span>
    </button>
  );
}
