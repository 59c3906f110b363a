/** The one field that takes a token, a header or a log, and a way to choose a file. */
import { useEffect, useRef } from 'preact/hooks';
import type { Inspect, InspectFault } from '../../app/panel/inspect.ts';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

const FAULTS = {
  'private-key': 'form_token_is_key',
  'too-large': 'inspect_too_large',
  unreadable: 'inspect_unreadable',
  'broken-json': 'inspect_broken_json',
  'no-log': 'inspect_no_log',
} as const satisfies Record<InspectFault, MessageId>;

export function InspectForm({ inspect }: { readonly inspect: Inspect }) {
  const { text } = useReader();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const fault = inspect.fault.value;
  // It also stands here anew after a log was closed, whose button had the focus.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus();
  }, []);
  return (
    <div class="inspect">
      <div class="form">
        <label for="inspect-text">{text('inspect_label')}</label>
        <textarea
          ref={field}
          id="inspect-text"
          class="field mono"
          name="inspect"
          rows={6}
          autocomplete="off"
          spellcheck={false}
          placeholder="Authorization: Bearer eyJ…"
          aria-describedby="inspect-fault inspect-stays"
          aria-invalid={fault !== null || undefined}
          value={inspect.text.value}
          onInput={({ currentTarget }) => inspect.setText(currentTarget.value)}
        />
        <div id="inspect-fault" role="alert">
          {fault !== null && (
            <State is="refused">
              <Message id={FAULTS[fault]} />
            </State>
          )}
        </div>
        <div class="acts">
          <button
            type="button"
            class="button"
            disabled={inspect.reading.value}
            onClick={() => chooser.current?.click()}
          >
            {text(inspect.reading.value ? 'inspect_reading' : 'inspect_choose')}
          </button>
          <input
            ref={chooser}
            type="file"
            accept=".har,.json,application/json"
            aria-label={text('inspect_choose')}
            hidden
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // The same file can be chosen again.
              currentTarget.value = '';
              if (file !== undefined) void inspect.openFile(file);
            }}
          />
          <span id="inspect-stays" class="second">
            {text('inspect_stays')}
          </span>
        </div>
      </div>
    </div>
  );
}
