/** The tablist of the details, with one tab stop: arrows, Home and End move. */
import type { Signal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { TABS, type Tab } from '../../app/panel/panel.ts';
import { useReader } from '../shared/strings.tsx';

export function Tabs({ tab }: { readonly tab: Signal<Tab> }) {
  const { text } = useReader();

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const at = TABS.indexOf(tab.value);
    const to = targetOf(event.key, at);
    if (to === null) return;
    event.preventDefault();
    const name = TABS[to];
    if (name === undefined) return;
    tab.value = name;
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${name}"]`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={text('details_name')} onKeyDown={onKeyDown}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`details-tab-${name}`}
          data-tab={name}
          aria-selected={tab.value === name}
          aria-controls="details-panel"
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => {
            tab.value = name;
          }}
        >
          {text(`tab_${name}`)}
        </button>
      ))}
    </div>
  );
}

function targetOf(key: string, at: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % TABS.length;
  if (key === 'ArrowLeft') return (at + TABS.length - 1) % TABS.length;
  if (key === 'Home') return 0;
  return key === 'End' ? TABS.length - 1 : null;
}
