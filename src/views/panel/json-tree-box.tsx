// biome-ignore-all lint/a11y/useFocusableInteractive: its rows have the focus, one at a time.
/** The rows of the tree. However many there are, only those in view stand in the document. */
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';
import { JsonTreeRow } from './json-tree-row.tsx';
import { isOpenable, type JsonTree, placeIn, rowOf, type Step, step, toggled } from './json-tree-state.ts';
import { contentHeight, rowSpan, rowTop, TREE_ROW, type TreeView, topToShowRow } from './json-tree-window.ts';

interface Props {
  readonly tree: JsonTree;
  /** The node that the Tab key reaches. */
  readonly node: number;
  /** The nodes that the search found, in rising order, and what it looked for. */
  readonly found: Uint32Array;
  readonly wanted: string;
  readonly onStep: (to: Step) => void;
  /** Enter on a plain value. */
  readonly onWhole: () => void;
  readonly onSearch: () => void;
}

export function JsonTreeBox({ tree, node, found, wanted, onStep, onWhole, onSearch }: Props) {
  const { text } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  /** What a press of the pointer chose is in view, and must not move before the release. */
  const staysPut = useRef(true);
  const [view, setView] = useState<TreeView>({ top: 0, height: 0 });
  const count = tree.rows.length;
  const row = rowOf(tree, node);

  const measure = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height } = element;
    setView((old) => (old.top === top && old.height === height ? old : { top, height }));
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);

  // Not on `view`: the wheel may scroll the chosen row away.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (!staysPut.current) {
      const now = { top: element.scrollTop, height: element.clientHeight };
      const top = topToShowRow(row, now, count);
      if (top !== now.top) element.scrollTop = top;
      // The box may itself be scrolled out of the details.
      currentRow()?.scrollIntoView({ block: 'nearest' });
    }
    staysPut.current = false;
    measure();
  }, [tree, row, found]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const element = currentRow();
    if (element === null) return;
    wantsFocus.current = false;
    element.focus({ preventScroll: true });
  });

  function currentRow(): HTMLElement | null {
    return box.current?.querySelector<HTMLElement>('[tabindex="0"]') ?? null;
  }

  function go(to: Step): void {
    wantsFocus.current = true;
    onStep(to);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(view.height / TREE_ROW) - 1);
    const to = step(tree, node, event.key, page);
    if (to !== null) go(to);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (isOpenable(tree, node)) go({ tree: toggled(tree, node), node });
      else onWhole();
    } else if (event.key === '/') onSearch();
    else return;
    takeKey(event);
  }

  function onClick(event: TargetedEvent<HTMLElement>): void {
    const clicked = nodeAt(event);
    // Who has just marked a text wants to copy it.
    if (clicked === null || box.current?.ownerDocument.getSelection()?.isCollapsed === false) return;
    go({ tree: isOpenable(tree, clicked) ? toggled(tree, clicked) : tree, node: clicked });
  }

  function onFocus(event: TargetedEvent<HTMLElement>): void {
    const focused = nodeAt(event);
    if (focused === null || focused === node) return;
    staysPut.current = true;
    onStep({ tree, node: focused });
  }

  const { first, end } = rowSpan(view, count);
  const drawn = Array.from({ length: end - first }, (_, at) => first + at);
  // The row with the focus stays in the document when it is scrolled away, or the focus would be lost.
  if (row < first || row >= end) drawn.push(row);

  return (
    <div
      ref={box}
      class="json-tree"
      role="tree"
      aria-label={text('json_tree_name')}
      onScroll={measure}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocusIn={onFocus}
    >
      <div class="json-rows" style={{ height: `${contentHeight(count)}px` }}>
        {drawn.map((at) => {
          const there = tree.rows[at] ?? 0;
          return (
            <JsonTreeRow
              key={there}
              tree={tree}
              node={there}
              top={rowTop(at, view, count)}
              current={there === node}
              wanted={found[placeIn(found, there)] === there ? wanted : ''}
            />
          );
        })}
      </div>
    </div>
  );
}

function nodeAt({ target }: TargetedEvent<HTMLElement>): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('.json-row') : null;
  const node = Number(row?.dataset.node);
  return row === null || Number.isNaN(node) ? null : node;
}
