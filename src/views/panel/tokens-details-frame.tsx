/** The frame of what stands beside the tree: its heading, and a way out of it that keeps the focus. */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { CloseIcon } from '../shared/icon.tsx';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';
import { CopyHint } from './copy-hint.tsx';

interface Props {
  readonly panel: Panel;
  readonly name: string;
  readonly title: ComponentChildren;
  /** Stands beside the heading. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly onKey?: (key: string) => boolean;
}

/** @param onKey true for a key that did something */
export function DetailsFrame({ panel, name, title, action, children, onKey = () => false }: Props) {
  const { text } = useReader();
  const box = useRef<HTMLElement>(null);

  function close(): void {
    box.current?.closest('.split')?.querySelector<HTMLElement>('.leaf[tabindex="0"]')?.focus();
    panel.tokens.choose(null);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') close();
    else if (isWriting(event.target) || !onKey(event.key)) return;
    takeKey(event);
  }

  return (
    <section ref={box} class="details" aria-label={name} onKeyDown={onKeyDown}>
      <div class="bar">
        <h2 class="title grow">{title}</h2>
        {action}
        <button
          type="button"
          class="tool"
          aria-label={text('details_close')}
          title={text('details_close')}
          onClick={close}
        >
          <CloseIcon />
        </button>
      </div>
      {children}
      <CopyHint />
    </section>
  );
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}
