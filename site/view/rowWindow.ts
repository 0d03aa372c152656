/** Of a long table only the rows in view are made. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** More rows than these are made as they come into view. */
const MOST_ROWS = 80;
const MARGIN = 6;

/** @param rowRem the height of every row, in the page's letter size */
export function useRowWindow(count: number, rowRem: number) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const row = rowRem * parseFloat(getComputedStyle(document.documentElement).fontSize);
  useLayoutEffect(() => {
    const element = body.current!;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const isWindowed = count > MOST_ROWS;
  const first = isWindowed ? Math.max(0, Math.min(count - 1, Math.floor(top / row)) - MARGIN) : 0;
  const last = isWindowed ? Math.min(count, Math.ceil((top + height) / row) + MARGIN) : count;
  /** Brings a row into view, below the heading that stays. */
  const show = (index: number) => {
    const element = body.current!;
    const head = element.querySelector("thead")?.clientHeight ?? 0;
    const at = index * row;
    if (at < element.scrollTop) element.scrollTop = at;
    else if (at + row + head > element.scrollTop + element.clientHeight) element.scrollTop = at + row + head - element.clientHeight;
  };
  return {
    body,
    first,
    last,
    before: first * row,
    after: (count - last) * row,
    show,
    onScroll: () => setTop(body.current?.scrollTop ?? 0),
  };
}
