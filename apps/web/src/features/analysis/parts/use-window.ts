import { useLayoutEffect, useState, type RefObject } from 'react';

const overscan = 10;

/** The rows of a scrolled list that are worth drawing, `last` inclusive. All rows are `rowHeight` pixels high, below a head that stays. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headHeight: number,
) {
  const [seen, setSeen] = useState({ row: 0, rows: 1 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    // Drawn again only when another row comes into sight.
    const look = () => {
      const row = Math.floor(element.scrollTop / rowHeight);
      const rows = Math.ceil(element.clientHeight / rowHeight);
      setSeen((before) => (before.row === row && before.rows === rows ? before : { row, rows }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight]);

  /** Scrolls as little as needed until the row stands below the head. */
  const reveal = (index: number) => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    const top = index * rowHeight;
    const lowest = top + rowHeight + headHeight - element.clientHeight;
    element.scrollTo({ top: Math.min(top, Math.max(element.scrollTop, lowest)) });
  };
  const last = Math.min(count - 1, seen.row + seen.rows + overscan);
  return { first: Math.min(Math.max(0, seen.row - overscan), Math.max(0, last)), last, reveal };
}
