/**
 * Follows the scroll position and the size of a list, and keeps to its end while it stands there. Rows come by the
 * hundred, so where the list stands is computed and not asked of the browser, which would lay it out to answer.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { endOf, topToShow, type View } from './list-window.ts';

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
  const [size, setSize] = useState({ height: 0, width: 0 });
  const [scrolled, setScrolled] = useState(0);
  /** The user has not scrolled away from the end. */
  const atEnd = useRef(true);
  const end = endOf(count, size.height);
  const isHeld = follows && atEnd.current;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const { clientHeight: height, clientWidth: width } = element;
      setSize((old) => (old.height === height && old.width === width ? old : { height, width }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  useLayoutEffect(() => {
    if (isHeld && size.height > 0 && box.current !== null) box.current.scrollTop = end;
  }, [box, end, isHeld, size.height]);

  return {
    view: { ...size, top: isHeld ? end : Math.min(scrolled, end) },
    onScroll() {
      const element = box.current;
      if (element === null) return;
      atEnd.current = isAtEnd(element);
      // While the list keeps to its end, the scroll that it caused itself tells nothing new.
      if (!(isHeld && atEnd.current)) setScrolled(element.scrollTop);
    },
    show(index) {
      const element = box.current;
      if (element === null) return;
      const top = topToShow(index, { top: element.scrollTop, height: element.clientHeight });
      if (top !== element.scrollTop) element.scrollTop = top;
      // What is chosen is read, and stays where it is while rows come in; unless the end itself was chosen.
      atEnd.current = isAtEnd(element) && index >= count - 1;
      setScrolled(element.scrollTop);
    },
  };
}

/** Zoomed pages scroll by fractions of a pixel. */
function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < 2;
}
