/** Where no finding leads: Apple accepted the request, or refused it for a reason that only its own words may tell. */
import type { Subject } from '../../core/index.ts';
import { Banner } from './cause.tsx';
import { Hostile } from './hostile.tsx';
import { Message } from './message.tsx';
import { useReader } from './strings.tsx';

interface Props {
  readonly subject: Subject;
  readonly refused: boolean;
}

export function Unexplained({ subject, refused }: Props) {
  const { text } = useReader();
  const { entry, answer, token } = subject;
  const status = { status: { type: 'count', count: entry.status } } as const;
  if (entry.status === 0) return <Banner is="unknown" title={text('diagnosis_no_answer')} />;
  if (!refused)
    return (
      <Banner is="good" title={<Message id="diagnosis_accepted" values={status} />}>
        {token !== null && <p>{text('diagnosis_no_fault')}</p>}
      </Banner>
    );
  return (
    <>
      <Banner is="note" title={<Message id="diagnosis_answered" values={status} />}>
        <p>{text('diagnosis_unexplained')}</p>
      </Banner>
      {answer.kind === 'error' && (
        <section class="part">
          <h3>{text('evidence_label_apple_says')}</h3>
          <p>
            <Message id="quoted" parts={{ text: <Hostile text={answer.message} /> }} />
          </p>
          <ul class="ruled">
            {answer.details.map(({ errorType, message }) => (
              <li>
                <i />
                <span>
                  {errorType !== '' && (
                    <>
                      <code>
                        <Hostile text={errorType} />
                      </code>{' '}
                    </>
                  )}
                  <Hostile text={message} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
