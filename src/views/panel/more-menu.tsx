/** What the panel can do beside its main things: columns, and the sheet of keys. */
import { ALL_COLUMNS, type Column, HIDEABLE, toggled } from '../../app/panel/columns.ts';
import type { Panel } from '../../app/panel/panel.ts';
import { BY_TIME } from '../../app/panel/sort.ts';
import { MoreIcon } from '../shared/icon.tsx';
import { Menu } from '../shared/menu.tsx';
import { useReader } from '../shared/strings.tsx';

interface Props {
  readonly panel: Panel;
  readonly onKeys: () => void;
}

export function MoreMenu({ panel, onKeys }: Props) {
  const { text } = useReader();
  const choice = panel.columns.value;

  /** What is hidden has no head to press: the list must not stay in its order. */
  function toggle(column: Column): void {
    if (panel.sort.value.column === column) panel.sort.value = BY_TIME;
    panel.columns.value = toggled(panel.columns.value, column);
  }

  return (
    <Menu name={text('more_name')} icon={<MoreIcon />}>
      {(close) => (
        <>
          <fieldset>
            <legend>{text('more_columns')}</legend>
            {HIDEABLE.map((column) => (
              <label key={column} class="check">
                <input
                  type="checkbox"
                  name={`column-${column}`}
                  checked={!choice.hidden.includes(column)}
                  onChange={() => toggle(column)}
                />
                {text(`column_${column}`)}
              </label>
            ))}
            <button
              type="button"
              class="tool"
              data-action="usual-columns"
              onClick={() => {
                panel.columns.value = ALL_COLUMNS;
              }}
            >
              {text('more_columns_usual')}
            </button>
          </fieldset>
          <button
            type="button"
            class="tool"
            data-action="keys"
            onClick={() => {
              close();
              onKeys();
            }}
          >
            {text('more_keys')}
            <kbd>?</kbd>
          </button>
        </>
      )}
    </Menu>
  );
}
