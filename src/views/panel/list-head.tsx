// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows in view; the grid role can.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
import { useReader } from '../shared/strings.tsx';

const COLUMNS = ['time', 'what', 'says', 'status', 'token', 'why', 'took'] as const;

export function ListHead() {
  const { text } = useReader();
  return (
    <div role="rowgroup" class="heads">
      <div class="row head" role="row" aria-rowindex={1}>
        {COLUMNS.map((name) => (
          <span key={name} role="columnheader" class={name}>
            {text(`column_${name}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
