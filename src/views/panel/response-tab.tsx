/** What came back: status, Apple's request id, the error explained, headers and body. */
import type { Signal } from '@preact/signals';
import type { BodyForm } from '../../app/panel/request-log.ts';
import type { Row } from '../../app/panel/rows.ts';
import type { Copy } from '../../app/ports.ts';
import { requestId } from '../../core/index.ts';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { ResponseBody } from './body.tsx';
import { ErrorAnswer } from './error-answer.tsx';
import { HeaderTable } from './header-table.tsx';

interface Props {
  readonly row: Row;
  readonly form: Signal<BodyForm>;
  readonly copy: Copy;
}

export function ResponseTab({ row, form, copy }: Props) {
  const { text } = useReader();
  const { entry, subject } = row;
  if (entry.status === 0) return <NoAnswer error={entry.error} />;
  return (
    <>
      <section class="part">
        <h3>{text('response_answer')}</h3>
        <Summary row={row} />
      </section>
      {subject.answer.kind === 'error' && <ErrorAnswer answer={subject.answer} />}
      <ResponseBody entry={entry} answer={subject.answer} form={form} copy={copy} />
      <section class="part">
        <h3>{text('response_headers')}</h3>
        <HeaderTable fields={entry.responseHeaders} />
      </section>
    </>
  );
}

function Summary({ row: { entry } }: { readonly row: Row }) {
  const { text, format } = useReader();
  const id = requestId(entry);
  return (
    <table class="facts plain">
      <tbody>
        <tr>
          <th scope="row">{text('response_status')}</th>
          <td>
            <strong>{entry.status}</strong> <Hostile text={entry.statusText} />
          </td>
        </tr>
        <tr>
          <th scope="row">{text('response_took')}</th>
          <td>{format.took(entry.duration) || text('response_took_unknown')}</td>
        </tr>
        <tr {...(id === null ? {} : copies(id))}>
          <th scope="row">x-rid</th>
          <td>
            {id === null ? (
              <span class="quiet">{text('response_rid_none')}</span>
            ) : (
              <>
                <code>
                  <Hostile text={id} />
                </code>{' '}
                <span class="quiet">{text('response_rid')}</span>
              </>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function NoAnswer({ error }: { readonly error: string }) {
  const { text } = useReader();
  return (
    <section class="part">
      <h3>{text('response_answer')}</h3>
      <p>{text('response_none')}</p>
      {error !== '' && (
        <p>
          <Message
            id="response_browser_says"
            parts={{
              error: (
                <code>
                  <Hostile text={error} />
                </code>
              ),
            }}
          />
        </p>
      )}
    </section>
  );
}
