/** A button and what it opens under itself. Escape, a press elsewhere and leaving it by Tab close it. */
import type { ComponentChildren, TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { takeKey } from './take-key.ts';

interface Props {
  readonly name: string;
  readonly icon: ComponentChildren;
  /** What it holds; given the way to close it. */
  readonly children: (close: () => void) => ComponentChildren;
}

export function Menu({ name, icon, children }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function close(): void {
    setOpen(false);
    opener.current?.focus();
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape' || !open) return;
    takeKey(event);
    close();
  }

  function onFocusOut({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLElement>): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its button and its items hear.
    <span class="menu" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={opener}
        type="button"
        class="tool"
        aria-expanded={open}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!open)}
      >
        {icon}
      </button>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the form of a page, and this opens and closes.
        <div class="menu-sheet" role="group" aria-label={name} tabIndex={-1}>
          {children(close)}
        </div>
      )}
    </span>
  );
}
