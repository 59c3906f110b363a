/**
 * Which rows of a tree stand in the document, and where. No browser draws a box of any height (Firefox ends near 17.8
 * million pixels), so that above a bound one pixel of the scroll bar stands for several of the rows.
 */
export const TREE_ROW = 18;

const TALLEST = 8_000_000;

/** Rows beyond each edge, so that a turn of the wheel never shows a gap. */
const SPARE = 4;

/** Drawn before the box was measured. */
const UNMEASURED = 360;

export interface TreeView {
  readonly top: number;
  /** 0 until it was measured. */
  readonly height: number;
}

export function contentHeight(count: number): number {
  return Math.min(TALLEST, count * TREE_ROW);
}

/** First row, and one behind the last. */
export function rowSpan(view: TreeView, count: number): { readonly first: number; readonly end: number } {
  const height = view.height === 0 ? UNMEASURED : view.height;
  const first = Math.floor(rowsAbove(view, count) / TREE_ROW) - SPARE;
  const rows = Math.ceil(height / TREE_ROW) + 1 + 2 * SPARE;
  const start = Math.max(0, Math.min(first, count - rows));
  return { first: start, end: Math.min(count, start + rows) };
}

/** Where a row stands in the content, in pixels. */
export function rowTop(row: number, view: TreeView, count: number): number {
  const top = view.top + row * TREE_ROW - rowsAbove(view, count);
  return Math.max(0, Math.min(contentHeight(count) - TREE_ROW, top));
}

/** Where to scroll so that a row is whole in view. */
export function topToShowRow(row: number, view: TreeView, count: number): number {
  const above = rowsAbove(view, count);
  const start = row * TREE_ROW;
  const wanted = start < above ? start : Math.max(above, start + TREE_ROW - view.height);
  return wanted === above ? view.top : wanted / scale(view, count);
}

/** Pixels of rows that are scrolled away above. */
function rowsAbove(view: TreeView, count: number): number {
  return view.top * scale(view, count);
}

function scale({ height }: TreeView, count: number): number {
  const all = count * TREE_ROW;
  return all <= TALLEST ? 1 : (all - height) / (TALLEST - height);
}
