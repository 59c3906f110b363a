/** Keys that work wherever the focus is, except while somebody writes. */
import { useEffect } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { type PanelView, VIEWS } from '../../app/panel/settings.ts';
import { copyTextAt } from '../shared/copyable.ts';
import { takeKey } from '../shared/take-key.ts';

interface Actions {
  readonly panel: Panel;
  readonly onKeys: () => void;
  readonly onCopied: (copied: boolean) => void;
}

export function usePanelKeys({ panel, onKeys, onCopied }: Actions): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey) return;
      const action = event.ctrlKey || event.metaKey ? chord(event) : isWritten(event) ? null : plain(event);
      if (action === null) return;
      takeKey(event);
      // Nothing happens under what lies over the panel, out of sight.
      if (document.querySelector('dialog[open]') === null) action();
    }

    function chord(event: KeyboardEvent): (() => void) | null {
      switch (event.key.toLowerCase()) {
        case 'f':
          return search;
        case 'l':
        case 'k':
          return panel.clear;
        case 'e':
          return () => panel.setRecording(!(panel.recorder.peek()?.recording ?? true));
        case 'c':
          // What the user marked with the pointer is copied by the browser.
          return isWritten(event) || hasSelection() ? null : copyAt(event.target);
        default:
          return null;
      }
    }

    function plain(event: KeyboardEvent): (() => void) | null {
      const view = VIEWS[Number(event.key) - 1];
      if (view !== undefined) return () => show(view);
      if (event.key === '/') return search;
      if (event.key === '?') return onKeys;
      return event.key === 'c' || event.key === 'C' ? copyAt(event.target) : null;
    }

    function show(view: PanelView): void {
      panel.view.value = view;
      document.querySelector<HTMLElement>(`.views [data-tab="${view}"]`)?.focus();
      // Where it has lines, once they are drawn. A field to write in would take the next of these keys for itself.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.rows > [tabindex="0"]')?.focus());
    }

    function copyAt(target: EventTarget | null): (() => void) | null {
      const text = copyTextAt(target) ?? '';
      return text === '' ? null : () => void panel.copy(text).then(onCopied);
    }

    function search(): void {
      const field = searchField();
      if (field !== null) {
        field.select();
        return;
      }
      panel.view.value = 'requests';
      // Once it is drawn, and no later: what is typed by then must not be taken for old.
      requestAnimationFrame(() => searchField()?.select());
    }

    // Below the document, where devtools listens.
    const root = document.documentElement;
    root.addEventListener('keydown', onKeyDown);
    return () => root.removeEventListener('keydown', onKeyDown);
  }, [panel, onKeys, onCopied]);
}

function searchField(): HTMLInputElement | null {
  const field = document.querySelector<HTMLInputElement>('.find input[type="search"]');
  field?.focus();
  return field;
}

function isWritten({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type="checkbox"]), [contenteditable]')
  );
}

function hasSelection(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
