/** A log: its list, and beside it the details of the chosen request. */
import type { ComponentChildren } from 'preact';
import type { Panel } from '../../app/panel/panel.ts';
import type { RequestLog } from '../../app/panel/request-log.ts';
import { Details } from './details.tsx';
import { List } from './list.tsx';
import { SplitView } from './split-view.tsx';

interface Props {
  readonly log: RequestLog;
  readonly follows: boolean;
  readonly panel: Panel;
  /** What stands in an empty list. */
  readonly children: ComponentChildren;
}

export function Requests({ log, follows, panel, children }: Props) {
  const row = log.selected.value;
  return (
    <SplitView
      panel={panel}
      list={
        <div class="list">
          <List log={log} follows={follows} panel={panel} />
          {children}
        </div>
      }
      details={row !== null && <Details log={log} panel={panel} row={row} />}
    />
  );
}
