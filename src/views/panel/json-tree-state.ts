/** Which nodes of a JSON text are open, which rows that makes, and where a key leads. */
import { childrenOf, type JsonOutline } from '../../core/index.ts';

export interface JsonTree {
  readonly outline: JsonOutline;
  /** 1 for nodes whose children have rows. */
  readonly open: Uint8Array;
  /** The node of each row, in rising order. */
  readonly rows: Uint32Array;
}

/** A body of this many nodes is opened wholly. */
const SMALL = 500;

/** A larger one is opened level by level until it has this many rows. */
const ENOUGH_ROWS = 30;

export function treeOf(outline: JsonOutline): JsonTree {
  const { count, depth, childCount } = outline;
  const levels = count <= SMALL ? Number.POSITIVE_INFINITY : levelsToFill(outline);
  const open = new Uint8Array(count);
  for (let node = 0; node < count; node++)
    if ((depth[node] ?? 0) < levels && (childCount[node] ?? 0) > 0) open[node] = 1;
  return { outline, open, rows: rowsOf(outline, open) };
}

export function isOpenable({ outline }: JsonTree, node: number): boolean {
  return (outline.childCount[node] ?? 0) > 0;
}

export function isOpen({ open }: JsonTree, node: number): boolean {
  return open[node] === 1;
}

export function setOpen(tree: JsonTree, nodes: readonly number[], isOpenNow: boolean): JsonTree {
  const mark = isOpenNow ? 1 : 0;
  const changed = nodes.filter((node) => isOpenable(tree, node) && tree.open[node] !== mark);
  if (changed.length === 0) return tree;
  const open = tree.open.slice();
  for (const node of changed) open[node] = mark;
  return { ...tree, open, rows: rowsOf(tree.outline, open) };
}

export function toggled(tree: JsonTree, node: number): JsonTree {
  return setOpen(tree, [node], !isOpen(tree, node));
}

/** Opens everything around a node. */
export function reveal(tree: JsonTree, node: number): JsonTree {
  const around: number[] = [];
  for (let at = parentOf(tree, node); at >= 0; at = parentOf(tree, at)) around.push(at);
  return setOpen(tree, around, true);
}

/** The row of a node; for one within a closed node, the row of the innermost that has one. */
export function rowOf({ rows }: JsonTree, node: number): number {
  return placeIn(rows, node);
}

export interface Step {
  readonly tree: JsonTree;
  readonly node: number;
}

/** Where a key leads by the tree pattern of ARIA; null for keys that it does not name. */
export function step(tree: JsonTree, node: number, key: string, page: number): Step | null {
  const to = (target: number): Step => ({ tree, node: target });
  const toRow = (row: number): Step =>
    to(tree.rows[Math.min(tree.rows.length - 1, Math.max(0, row))] ?? node);
  switch (key) {
    case 'ArrowDown':
      return toRow(rowOf(tree, node) + 1);
    case 'ArrowUp':
      return toRow(rowOf(tree, node) - 1);
    case 'PageDown':
      return toRow(rowOf(tree, node) + page);
    case 'PageUp':
      return toRow(rowOf(tree, node) - page);
    case 'Home':
      return toRow(0);
    case 'End':
      return toRow(tree.rows.length - 1);
    case 'ArrowRight':
      if (!isOpenable(tree, node)) return to(node);
      return isOpen(tree, node) ? to(node + 1) : { tree: toggled(tree, node), node };
    case 'ArrowLeft':
      if (isOpen(tree, node)) return { tree: toggled(tree, node), node };
      return to(Math.max(0, parentOf(tree, node)));
    case '*': {
      const parent = parentOf(tree, node);
      return { tree: setOpen(tree, parent < 0 ? [0] : childrenOf(tree.outline, parent), true), node };
    }
    default:
      return null;
  }
}

/** The last place in a rising list whose value is at most `wanted`, 0 where none is. */
export function placeIn(list: Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((list[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function parentOf({ outline }: JsonTree, node: number): number {
  return outline.parent[node] ?? -1;
}

function levelsToFill({ count, depth }: JsonOutline): number {
  const perLevel: number[] = [];
  for (let node = 0; node < count; node++) {
    const level = depth[node] ?? 0;
    perLevel[level] = (perLevel[level] ?? 0) + 1;
  }
  let rows = 0;
  for (const [level, nodes] of perLevel.entries()) {
    rows += nodes;
    if (rows >= ENOUGH_ROWS) return level;
  }
  return perLevel.length;
}

function rowsOf({ count, subtreeEnd }: JsonOutline, open: Uint8Array): Uint32Array {
  const rows = new Uint32Array(count);
  let row = 0;
  for (let node = 0; node < count; node = open[node] === 1 ? node + 1 : (subtreeEnd[node] ?? count))
    rows[row++] = node;
  return rows.slice(0, row);
}
