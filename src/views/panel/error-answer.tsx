/** Apple's error body in words: its message, its details, and which of the two shapes it has. */
import type { Answer } from '../../core/index.ts';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

type ErrorOf = Extract<Answer, { kind: 'error' }>;

export function ErrorAnswer({ answer }: { readonly answer: ErrorOf }) {
  const { text } = useReader();
  return (
    <section class="part">
      <h3>{text('evidence_label_apple_says')}</h3>
      <p {...copies(answer.message)}>
        <Message id="quoted" parts={{ text: <Hostile text={answer.message} /> }} />
      </p>
      {answer.details.length > 0 && (
        <ul class="said">
          {answer.details.map(({ errorType, message }) => (
            <li {...copies(errorType === '' ? message : `${errorType} ${message}`)}>
              {errorType !== '' && (
                <code>
                  <Hostile text={errorType} />
                </code>
              )}
              <span>
                <Hostile text={message} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        <Message id={answer.wrapped ? 'response_error_wrapped' : 'response_error_bare'} />
      </p>
    </section>
  );
}
