/** A tablist with one tab stop: arrows, Home and End move, and what is reached is chosen. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';

interface Props<T extends string> {
  /** The beginning of the tabs' ids: `details-tab-token`. */
  readonly id: string;
  readonly name: string;
  readonly tabs: readonly T[];
  readonly chosen: Signal<T>;
  readonly label: (tab: T) => ComponentChildren;
  /** The id of what shows the chosen one. */
  readonly controls: string;
  readonly class: string;
}

export function Tabs<T extends string>({ id, name, tabs, chosen, label, controls, ...look }: Props<T>) {
  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const to = tabs[targetOf(event.key, tabs.indexOf(chosen.value), tabs.length)];
    if (to === undefined) return;
    event.preventDefault();
    chosen.value = to;
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${to}"]`)?.focus();
  }

  return (
    <div class={look.class} role="tablist" aria-label={name} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          data-tab={tab}
          aria-selected={chosen.value === tab}
          aria-controls={controls}
          tabIndex={chosen.value === tab ? 0 : -1}
          onClick={() => {
            chosen.value = tab;
          }}
        >
          {label(tab)}
        </button>
      ))}
    </div>
  );
}

/** -1 for other keys. */
function targetOf(key: string, at: number, count: number): number {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
