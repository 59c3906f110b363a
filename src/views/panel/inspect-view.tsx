/** Judges what the user brings: a token, a header, or a saved log. */
import type { TargetedDragEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportedLog } from '../../app/panel/inspect.ts';
import type { Panel } from '../../app/panel/panel.ts';
import type { Values } from '../../core/index.ts';
import { CloseIcon, SearchIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { Empty } from './empty.tsx';
import { FindBar } from './find-bar.tsx';
import { InspectForm } from './inspect-form.tsx';
import { Judgement } from './judgement.tsx';
import { Requests } from './requests.tsx';

export function InspectView({ panel }: { readonly panel: Panel }) {
  const [over, setOver] = useState(false);
  const { log, judged, openFile } = panel.inspect;
  const row = judged.value;

  function onDrop(event: TargetedDragEvent<HTMLElement>): void {
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void openFile(file);
  }

  return (
    <main
      id="view"
      aria-labelledby="view-tab-inspect"
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={onDrop}
    >
      {log.value !== null ? (
        <Imported key={log.value} log={log.value} panel={panel} />
      ) : (
        <div class="split" data-open={row === null ? undefined : ''}>
          <InspectForm inspect={panel.inspect} />
          {row !== null && <Judgement row={row} panel={panel} />}
        </div>
      )}
    </main>
  );
}

function Imported({ log, panel }: { readonly log: ImportedLog; readonly panel: Panel }) {
  const { text, plural } = useReader();
  const { name, total } = log;
  const found = log.rows.value.length;
  const values: Values = {
    name: name === null ? { type: 'message', id: 'inspect_pasted' } : { type: 'text', text: name },
    found: { type: 'count', count: found },
    total: { type: 'count', count: total },
  };
  return (
    <div class="imported">
      <div class="bar">
        <p class="origin grow" role="status">
          <Message id={plural('inspect_from', found)} values={values} />
        </p>
        <button type="button" class="tool" data-action="close-log" onClick={panel.inspect.closeLog}>
          <CloseIcon />
          {text('inspect_close')}
        </button>
      </div>
      <FindBar log={log} />
      <Requests log={log} follows={false} panel={panel}>
        {found === 0 && (
          <Empty
            icon={<SearchIcon />}
            title="inspect_nothing"
            sentence={<Message id="inspect_nothing_sentence" values={values} />}
          >
            {null}
          </Empty>
        )}
      </Requests>
    </div>
  );
}
