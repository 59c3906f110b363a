/** Follows the scroll position and the size of the list, and keeps to its end while it stands there. */
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { topToShow, type View } from './list-window.ts';

export interface ListWindow {
  readonly view: View;
  readonly onScroll: () => void;
  readonly show: (index: number) => void;
}

export function useListWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  follows: boolean,
): ListWindow {
  const [view, setView] = useState<View>({ top: 0, height: 0 });
  const atEnd = useRef(follows);

  const measure = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height } = element;
    setView((old) => (old.top === top && old.height === height ? old : { top, height }));
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
      measure();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, measure]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || !atEnd.current) return;
    element.scrollTop = element.scrollHeight;
    measure();
  }, [box, count, measure]);

  return {
    view,
    onScroll() {
      const element = box.current;
      if (element === null) return;
      atEnd.current = isAtEnd(element);
      measure();
    },
    show(index) {
      const element = box.current;
      if (element === null) return;
      const top = topToShow(index, { top: element.scrollTop, height: element.clientHeight });
      if (top !== element.scrollTop) element.scrollTop = top;
      atEnd.current = isAtEnd(element);
      measure();
    },
  };
}

/** Zoomed pages scroll by fractions of a pixel. */
function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < 2;
}
