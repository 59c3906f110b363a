/** Which rows of a long list stand in the document: those in view and a few around them. */
export const ROW_HEIGHT = 22;

/** Rows beyond each edge, so that a turn of the wheel never shows a gap. */
const SPARE = 1;

/** Drawn before the list was measured. */
const UNMEASURED = 600;

export interface View {
  readonly top: number;
  /** 0 until it was measured. */
  readonly height: number;
  /** 0 until it was measured. */
  readonly width: number;
}

export interface Span {
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
}

/** Where a list stands that was scrolled to its end. The head row is part of what scrolls. */
export function endOf(count: number, height: number): number {
  return Math.max(0, (count + 1) * ROW_HEIGHT - height);
}

export function spanOf({ top, height }: Pick<View, 'top' | 'height'>, count: number): Span {
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE);
  const visible = Math.ceil((height === 0 ? UNMEASURED : height) / ROW_HEIGHT);
  const end = Math.min(count, first + visible + 2 * SPARE);
  return { first: Math.max(0, Math.min(first, end - visible - SPARE)), end };
}

/** Where to scroll so that a row is whole in view. The head row covers the first of the list's height. */
export function topToShow(index: number, { top, height }: Pick<View, 'top' | 'height'>): number {
  const start = index * ROW_HEIGHT;
  if (start < top) return start;
  return Math.max(top, start + 2 * ROW_HEIGHT - height);
}
