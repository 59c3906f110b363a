/** A remedy: one step on each line of its message. */
import type { Values } from '../../core/index.ts';
import { Sentence } from './message.tsx';
import { type MessageId, useReader } from './strings.tsx';

export function Steps({ id, values }: { readonly id: MessageId; readonly values: Values }) {
  const { text } = useReader();
  const steps = text(id).split('\n');
  return (
    <ol class="steps" data-alone={steps.length === 1 ? '' : undefined}>
      {steps.map((step) => (
        <li>
          <span>
            <Sentence text={step} values={values} />
          </span>
        </li>
      ))}
    </ol>
  );
}
