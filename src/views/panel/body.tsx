/** An answer's body as a tree or as it came, or the sentence that says why there is none. */
import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { BODY_FORMS, type BodyForm } from '../../app/panel/request-log.ts';
import type { Copy } from '../../app/ports.ts';
import { type Answer, type Entry, outlineOf } from '../../core/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { JsonTree } from './json-tree.tsx';

interface Props {
  readonly entry: Entry;
  readonly answer: Answer;
  /** The reader's choice, for every JSON body. */
  readonly form: Signal<BodyForm>;
  readonly copy: Copy;
}

export function ResponseBody({ entry: { body }, answer, form, copy }: Props) {
  const { text } = useReader();
  const written = body.state === 'read' ? body.text : '';
  const isCut = body.state === 'read' && body.size > written.length;
  const isJson = isCut || answer.kind === 'json' || answer.kind === 'error';
  const outlined = useMemo(
    () => (isJson ? outlineOf(written.trim(), isCut) : null),
    [isJson, written, isCut],
  );
  const outline = outlined?.ok ? outlined.outline : null;
  const isTree = outline !== null && form.value === 'tree';
  return (
    <section class="part body">
      <div class="body-head">
        <h3>{text('response_body')}</h3>
        {outline !== null && <FormChoice form={form} />}
        {written !== '' && <CopyButton text={written} label="body_copy" done="body_copied" copy={copy} />}
      </div>
      {body.state !== 'read' && <p class="second">{text(`body_${body.state}`)}</p>}
      {body.state === 'read' && written === '' && <p class="second">{text('body_empty')}</p>}
      {(answer.kind === 'html' || answer.kind === 'text') && (
        <p class="second">{text(`body_${answer.kind}`)}</p>
      )}
      {body.state === 'read' && isCut && (
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
      {isTree && <JsonTree outline={outline} copy={copy} />}
      {!isTree && written !== '' && (
        <pre class="raw" {...copies(written)}>
          <Hostile text={written} lines />
        </pre>
      )}
    </section>
  );
}

function FormChoice({ form }: { readonly form: Signal<BodyForm> }) {
  const { text } = useReader();
  return (
    <fieldset class="body-forms">
      <legend class="visually-hidden">{text('json_form')}</legend>
      {BODY_FORMS.map((name) => (
        <button
          key={name}
          type="button"
          class="filter"
          data-form={name}
          aria-pressed={form.value === name}
          onClick={() => {
            form.value = name;
          }}
        >
          {text(`json_form_${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
