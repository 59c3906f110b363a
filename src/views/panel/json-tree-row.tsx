/** One node of a JSON text on one line. */
import { useMemo } from 'preact/hooks';
import {
  beginningOf,
  coordinateOf,
  foldCase,
  type JsonOutline,
  kindOf,
  nameOf,
  textOf,
} from '../../core/index.ts';
import { copies } from '../shared/copyable.ts';
import { type Reader, useReader } from '../shared/strings.tsx';
import { isOpen, isOpenable, type JsonTree } from './json-tree-state.ts';
import { FoundText } from './json-tree-text.tsx';

/** What a row shows of a name or a value, in UTF-16 units. The rest is in the whole value below the tree. */
const SHOWN = 200;

/** Where a match stands behind what a row shows, the row begins this much before it. */
const BEFORE_MATCH = 24;

/** In a longer value it would take too long to look for it in each drawing. */
const SEARCHED = 100_000;

/** Rows that are set further in could not be read; `aria-level` and the path tell the depth. */
const DEEPEST_INDENT = 24;

interface Props {
  readonly tree: JsonTree;
  readonly node: number;
  readonly top: number;
  readonly current: boolean;
  /** What the search looks for; empty where this node does not hold it. */
  readonly wanted: string;
}

export function JsonTreeRow({ tree, node, top, current, wanted }: Props) {
  const reader = useReader();
  const { outline } = tree;
  const openable = isOpenable(tree, node);
  const opened = isOpen(tree, node);
  // The same node again, so that a tree that is drawn anew costs nothing for rows that stayed.
  return useMemo(
    () => (
      <div
        {...copies(() => copyTextOf(outline, node))}
        class="json-row"
        role="treeitem"
        aria-level={(outline.depth[node] ?? 0) + 1}
        aria-expanded={openable ? opened : undefined}
        aria-setsize={siblingCount(outline, node)}
        aria-posinset={(outline.place[node] ?? 0) + 1}
        aria-selected={current}
        data-node={node}
        data-found={wanted === '' ? undefined : ''}
        tabIndex={current ? 0 : -1}
        style={{ top: `${top}px`, '--depth': Math.min(outline.depth[node] ?? 0, DEEPEST_INDENT) }}
      >
        <Name outline={outline} node={node} wanted={wanted} />
        {openable ? (
          <Held outline={outline} node={node} opened={opened} reader={reader} />
        ) : (
          <Value outline={outline} node={node} wanted={wanted} reader={reader} />
        )}
      </div>
    ),
    [outline, node, top, current, wanted, openable, opened, reader],
  );
}

/** What the copy key takes of a node: a coordinate as a pair, a string without quotes, anything else as it came. */
export function copyTextOf(outline: JsonOutline, node: number): string {
  return coordinateOf(outline, node) ?? textOf(outline, node);
}

interface PartProps {
  readonly outline: JsonOutline;
  readonly node: number;
  readonly reader: Reader;
}

function Name({ outline, node, wanted }: Pick<PartProps, 'outline' | 'node'> & { readonly wanted: string }) {
  if (node === 0) return null;
  const name = nameOf(outline, node);
  if (name === null) return <span class="json-index">{outline.place[node]}</span>;
  return (
    <span class="json-name">
      <FoundText text={name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name} wanted={wanted} />
    </span>
  );
}

/** An object or an array: how many it holds; closed, how its text begins. */
function Held({ outline, node, opened, reader }: PartProps & { readonly opened: boolean }) {
  const count = reader.format.count(outline.childCount[node] ?? 0);
  const isArray = kindOf(outline, node) === 'array';
  const coordinate = coordinateOf(outline, node);
  return (
    <>
      <span class="json-count">{isArray ? `[${count}]` : `{${count}}`}</span>
      {coordinate !== null && <span class="json-coordinate">{coordinate}</span>}
      {!opened && coordinate === null && (
        <span class="json-preview">
          <FoundText text={beginningOf(outline, node, SHOWN).replace(/\s+/g, ' ')} wanted="" />
        </span>
      )}
    </>
  );
}

function Value({ outline, node, wanted, reader }: PartProps & { readonly wanted: string }) {
  const kind = kindOf(outline, node);
  const quotes = kind === 'string' ? 2 : 0;
  const length = (outline.end[node] ?? 0) - (outline.start[node] ?? 0) - quotes;
  const { text, cut } = shownOf(outline, node, wanted);
  return (
    <>
      <span class="json-value" data-kind={kind}>
        <FoundText text={text} wanted={wanted} />
      </span>
      {cut && <span class="json-count">({reader.format.count(length)})</span>}
    </>
  );
}

function shownOf(
  outline: JsonOutline,
  node: number,
  wanted: string,
): { readonly text: string; readonly cut: boolean } {
  const beginning = beginningOf(outline, node, SHOWN + 1);
  if (beginning.length <= SHOWN) return { text: beginning, cut: false };
  const length = (outline.end[node] ?? 0) - (outline.start[node] ?? 0);
  if (wanted !== '' && length <= SEARCHED) {
    const whole = textOf(outline, node);
    const at = foldCase(whole).indexOf(foldCase(wanted));
    if (at > SHOWN - wanted.length) {
      const from = at - BEFORE_MATCH;
      const rest = whole.slice(from, from + SHOWN);
      return { text: `…${rest}${from + SHOWN < whole.length ? '…' : ''}`, cut: true };
    }
  }
  return { text: `${beginning.slice(0, SHOWN)}…`, cut: true };
}

function siblingCount({ parent, childCount }: JsonOutline, node: number): number {
  return node === 0 ? 1 : (childCount[parent[node] ?? 0] ?? 1);
}
