/** A list and its details side by side, or one above the other where the panel is narrow. */
import type { ComponentChildren } from 'preact';
import type { Panel } from '../../app/panel/panel.ts';
import { Splitter } from './splitter.tsx';

interface Props {
  readonly panel: Panel;
  readonly list: ComponentChildren;
  /** False while nothing is chosen. */
  readonly details: ComponentChildren;
}

export function SplitView({ panel, list, details }: Props) {
  const { beside, below } = panel.split.value;
  const isOpen = details !== false && details !== null;
  return (
    <div
      class="split"
      data-open={isOpen ? '' : undefined}
      style={{ '--beside': String(beside), '--below': String(below) }}
    >
      {list}
      {isOpen && <Splitter panel={panel} />}
      {details}
    </div>
  );
}
