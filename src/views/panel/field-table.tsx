/** Names and values from outside, as text. */
import { useState } from 'preact/hooks';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { useReader } from '../shared/strings.tsx';

/** More than any browser or Apple sends. */
const SHOWN = 60;

export interface Field {
  readonly name: string;
  /** What the copy key takes, whole. */
  readonly value: string;
  /** Where the value is not shown whole. */
  readonly shown?: string;
  readonly note?: string;
}

export function FieldTable({ fields }: { readonly fields: readonly Field[] }) {
  const { text } = useReader();
  const [all, setAll] = useState(false);
  return (
    <>
      <table class="facts fields">
        <tbody>
          {(all ? fields : fields.slice(0, SHOWN)).map(({ name, value, shown = value, note = '' }) => (
            <tr {...copies(value)}>
              <th scope="row">
                <Hostile text={name} />
              </th>
              <td class="mono">
                <Hostile text={shown} />
                {note !== '' && <span class="quiet"> {note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length > SHOWN && !all && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {text('show_more')}
        </button>
      )}
    </>
  );
}
