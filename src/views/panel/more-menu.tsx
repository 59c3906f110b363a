/** What the panel can do beside its main things: columns, and the sheet of keys. */
import { ALL_COLUMNS, HIDEABLE, toggled } from '../../app/panel/columns.ts';
import type { Panel } from '../../app/panel/panel.ts';
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
                  onChange={() => {
                    panel.columns.value = toggled(panel.columns.value, column);
                  }}
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
