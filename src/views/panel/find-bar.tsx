/** Which of the recorded requests the list shows. */
import { CHIPS, type Chip } from '../../app/panel/filter.ts';
import type { Panel } from '../../app/panel/panel.ts';
import { Glyph } from '../shared/glyph.tsx';
import { SearchIcon } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';

export function FindBar({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  return (
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
          value={panel.text.value}
          onInput={({ currentTarget }) => {
            panel.text.value = currentTarget.value;
          }}
        />
      </label>
      <fieldset class="filters">
        <legend class="visually-hidden">{text('find_show')}</legend>
        {CHIPS.map((chip) => (
          <FilterChip key={chip} chip={chip} panel={panel} />
        ))}
      </fieldset>
    </search>
  );
}

function FilterChip({ chip, panel }: { readonly chip: Chip; readonly panel: Panel }) {
  const { text, format } = useReader();
  return (
    <button
      type="button"
      class="filter"
      aria-pressed={panel.chip.value === chip}
      title={chip === 'assets' ? text('filter_assets_title') : undefined}
      onClick={() => {
        panel.chip.value = chip;
      }}
    >
      {chip === 'refused' && <Glyph is="refused" />}
      {chip === 'warnings' && <Glyph is="warning" />}
      {text(`filter_${chip}`)} <span class="count">{format.count(panel.counts.value[chip])}</span>
    </button>
  );
}
