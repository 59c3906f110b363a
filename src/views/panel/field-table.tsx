/** Names and values from outside, as text. */
import { useState } from 'preact/hooks';
import { Hostile } from '../shared/hostile.tsx';
import { useReader } from '../shared/strings.tsx';

/** More than any browser or Apple sends. */
const SHOWN = 60;

interface Props {
  readonly fields: readonly (readonly [name: string, value: string, note?: string])[];
}

export function FieldTable({ fields }: Props) {
  const { text } = useReader();
  const [all, setAll] = useState(false);
  return (
    <>
      <table class="facts fields">
        <tbody>
          {(all ? fields : fields.slice(0, SHOWN)).map(([name, value, note = '']) => (
            <tr>
              <th scope="row">
                <Hostile text={name} />
              </th>
              <td class="mono">
                <Hostile text={value} />
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
