/** An answer's body as text, or the sentence that says why there is none. */
import { useMemo } from 'preact/hooks';
import type { Answer, Entry } from '../../core/index.ts';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { indentJson } from './indent-json.ts';

interface Props {
  readonly entry: Entry;
  readonly answer: Answer;
}

export function ResponseBody({ entry: { body }, answer }: Props) {
  const { text } = useReader();
  const isJson = answer.kind === 'json' || answer.kind === 'error';
  const written = body.state === 'read' ? body.text : '';
  const shown = useMemo(() => (isJson ? indentJson(written) : written), [isJson, written]);
  if (body.state !== 'read') return <p class="second">{text(`body_${body.state}`)}</p>;
  if (written === '') return <p class="second">{text('body_empty')}</p>;
  return (
    <>
      {(answer.kind === 'html' || answer.kind === 'text') && (
        <p class="second">{text(`body_${answer.kind}`)}</p>
      )}
      {body.size > written.length && (
        <p class="second">
          <Message
            id="body_cut"
            values={{
              kept: { type: 'count', count: written.length },
              size: { type: 'count', count: body.size },
            }}
          />
        </p>
      )}
      <pre class="raw">
        <Hostile text={shown} lines />
      </pre>
    </>
  );
}
