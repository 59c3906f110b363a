// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the lines in view; the treegrid role can.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
/** The lines of the tree. However many there are, only those in view stand in the document. */
import { batch } from '@preact/signals';
import type { TargetedEvent, TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { type TreeLine, targetOf } from '../../app/panel/token-lines.ts';
import { copies } from '../shared/copyable.ts';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';
import { addressOf } from './address.ts';
import { ROW_HEIGHT, spanOf } from './list-window.ts';
import { TreeRow } from './token-tree-row.tsx';
import { isFocusElsewhere } from './use-kept-focus.ts';
import { useListWindow } from './use-list-window.ts';

const COLUMNS = ['token', 'key', 'origin', 'life', 'left', 'uses'] as const;

export function TokenTreeGrid({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  const { tokens } = panel;
  const box = useRef<HTMLDivElement>(null);
  const lines = tokens.lines.value;
  const { view, onScroll, show } = useListWindow(box, lines.length, false);
  const span = spanOf(view, lines.length);
  const wantsFocus = useRef(false);

  const cursorId = tokens.cursor.value ?? tokens.chosenId.value;
  const cursorAt = cursorId === null ? -1 : lines.indexOf(cursorId);
  const stopAt = cursorAt >= 0 ? cursorAt : Math.min(Math.ceil(view.top / ROW_HEIGHT), lines.length - 1);

  // Not on `cursorAt`: lines that come in above must not scroll the tree.
  useLayoutEffect(() => {
    if (cursorAt >= 0) show(cursorAt);
  }, [cursorId, view.height]);

  useLayoutEffect(() => {
    // A key that changed nothing drew nothing either; by now the user may write elsewhere.
    if (isFocusElsewhere(box.current)) wantsFocus.current = false;
    if (!wantsFocus.current && !tokens.asksFocus.value) return;
    const row = box.current?.querySelector<HTMLElement>('.leaf[tabindex="0"]');
    if (row == null) return;
    wantsFocus.current = false;
    tokens.asksFocus.value = false;
    row.focus({ preventScroll: true });
  });

  function goTo(at: number): void {
    const line = lines.at(at);
    if (line === undefined) return;
    wantsFocus.current = true;
    tokens.cursor.value = line.id;
  }

  function choose({ id }: TreeLine): void {
    if (tokens.chosenId.value !== id) tokens.choose(id);
    else box.current?.closest('.split')?.querySelector<HTMLElement>('.details [tabindex="0"]')?.focus();
  }

  /** False for a key that means nothing here. */
  function act(key: string, line: TreeLine): boolean {
    switch (key) {
      case 'Enter':
        choose(line);
        return true;
      case ' ':
      case 'x':
        if (line.kind === 'token') tokens.mark(line.record);
        return true;
      case 'f':
        if (line.record !== null) panel.showRequestsOf(line.record.token);
        return true;
      case 'Escape':
        if (tokens.chosenId.value === null) return false;
        wantsFocus.current = true;
        tokens.choose(null);
        return true;
      case 'ArrowLeft':
        if (line.open !== true) return false;
        tokens.setOpen(line.id, false);
        return true;
      case 'ArrowRight':
        if (line.open !== false) return false;
        tokens.setOpen(line.id, true);
        return true;
      default:
        return false;
    }
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines.at(stopAt);
    if (line === undefined) return;
    if (act(event.key, line)) {
      takeKey(event);
      return;
    }
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2);
    const to = targetOf(lines, stopAt, event.key, page);
    if (to < 0) return;
    takeKey(event);
    goTo(to);
  }

  function onClick(event: TargetedMouseEvent<HTMLElement>): void {
    const line = lines.at(rowAt(event));
    if (line === undefined) return;
    wantsFocus.current = true;
    const { target } = event;
    batch(() => {
      tokens.cursor.value = line.id;
      if (target instanceof Element && target.closest('.twist') !== null && line.open !== null)
        tokens.setOpen(line.id, !line.open);
      else if ((event.ctrlKey || event.metaKey) && line.kind === 'token') tokens.mark(line.record);
      else tokens.choose(line.id);
    });
  }

  function onFocus(event: TargetedEvent<HTMLElement>): void {
    const line = lines.at(rowAt(event));
    if (line !== undefined) tokens.cursor.value = line.id;
  }

  const drawn = Array.from({ length: span.end - span.first }, (_, at) => span.first + at);
  // The line with the focus stays in the document when it is scrolled away, or the focus would be lost.
  if (stopAt >= 0 && (stopAt < span.first || stopAt >= span.end)) drawn.push(stopAt);
  const chosenId = tokens.chosenId.value;
  const markedId = tokens.marked.value?.id ?? null;

  return (
    <div
      ref={box}
      class="grid"
      role="treegrid"
      aria-label={text('tokens_name')}
      aria-rowcount={lines.length + 1}
      aria-multiselectable
      hidden={lines.length === 0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocusIn={onFocus}
    >
      <div role="rowgroup" class="heads">
        <div class="leaf head" role="row" aria-rowindex={1}>
          {COLUMNS.map((name) => (
            <span key={name} role="columnheader" class={`leaf-${name}`}>
              {text(`tokens_column_${name}`)}
            </span>
          ))}
        </div>
      </div>
      <div
        {...copies(() => textOf(lines.at(stopAt)))}
        role="rowgroup"
        class="rows"
        style={{ height: `${lines.length * ROW_HEIGHT}px` }}
      >
        {drawn.map((at) => {
          const line = lines.at(at);
          if (line === undefined) return null;
          return (
            <TreeRow
              key={line.id}
              line={line}
              index={at}
              selected={line.id === chosenId || line.id === markedId}
              isStop={at === stopAt}
              panel={panel}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A token as it was sent; a request's address, with the token in it shortened. */
function textOf(line: TreeLine | undefined): string {
  if (line === undefined) return '';
  return line.kind === 'token' ? line.record.token.raw : addressOf(line.row.entry);
}

/** -1 for what is no line. */
function rowAt({ target }: TargetedEvent<HTMLElement>): number {
  const row = target instanceof Element ? target.closest('[aria-rowindex]') : null;
  return Number(row?.getAttribute('aria-rowindex') ?? 0) - 2;
}
