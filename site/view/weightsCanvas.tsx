/**
 * The weights of a large network: a heat map with the keys of the small one. The canvas is as large as what one sees of it,
 * stays in place while its frame scrolls, and draws what is there.
 */
import { useEffect, useRef } from "preact/hooks";
import { signal, useSignalEffect } from "@preact/signals";
import { doc, identity } from "../store.js";
import { nameOf } from "../model/document.js";
import type { WeightGrid } from "../model/shown.js";
import { drawWeights, GUTTER, HEADER, ROW } from "./weightsPaint.js";
import { follow } from "./drag.js";
import { WeightInput } from "./weightInput.js";
import { cellAt, cellWords, cursor, dragWeight, grid, select, typed, weightKey } from "./weightsState.js";

const hovered = signal<{ i: number; j: number } | null>(null);

const NARROWEST = 5;
const WIDEST = 24;

/** As wide as fits, within what one can still point at. */
function columnWidth(frame: number, columns: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, Math.floor((frame - GUTTER) / columns)));
}

function cellUnder(event: MouseEvent, frame: HTMLElement, shown: WeightGrid): { i: number; j: number } | null {
  const bounds = frame.getBoundingClientRect();
  const [x, y] = [event.clientX - bounds.left - GUTTER, event.clientY - bounds.top - HEADER];
  if (x < 0 || y < 0) return null;
  const j = Math.floor((x + frame.scrollLeft) / columnWidth(frame.clientWidth, shown.scored.length));
  const i = Math.floor((y + frame.scrollTop) / ROW);
  return i < shown.voters.length && j < shown.scored.length ? { i, j } : null;
}

function scrollTo(frame: HTMLElement, i: number, j: number, width: number): void {
  const into = (at: number, size: number, from: number, room: number) => Math.min(at, Math.max(at + size - room, from));
  frame.scrollLeft = into(j * width, width, frame.scrollLeft, frame.clientWidth - GUTTER);
  frame.scrollTop = into(i * ROW, ROW, frame.scrollTop, frame.clientHeight - HEADER);
}

export function WeightsCanvas() {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pending = useRef(0);
  const opened = useRef("");
  const draw = () => {
    pending.current = 0;
    const [box, shown] = [frame.current, grid.peek()];
    if (box === null || canvas.current === null || shown === null) return;
    drawWeights(canvas.current, box, shown, columnWidth(box.clientWidth, shown.scored.length), cursor.peek(), hovered.peek(), (uid) =>
      doc.peek().kind === "state" ? String(uid) : nameOf(doc.peek(), uid),
    );
  };
  const drawSoon = () => {
    pending.current ||= requestAnimationFrame(draw);
  };
  useSignalEffect(() => {
    void [grid.value, hovered.value];
    drawSoon();
  });
  useSignalEffect(() => {
    const { i, j } = cursor.value;
    const box = frame.current;
    // Whoever was chosen for a network that is just opened is not gone to: it begins at its start.
    const isNew = opened.current !== identity.peek();
    opened.current = identity.peek();
    if (box !== null && isNew) box.scrollTop = box.scrollLeft = 0;
    else if (box !== null) scrollTo(box, i, j, columnWidth(box.clientWidth, grid.peek()!.scored.length));
    drawSoon();
  });
  useEffect(() => {
    if (frame.current === null) return;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const sizes = new ResizeObserver(drawSoon);
    sizes.observe(frame.current);
    dark.addEventListener("change", drawSoon);
    return () => {
      sizes.disconnect();
      dark.removeEventListener("change", drawSoon);
      cancelAnimationFrame(pending.current);
    };
  }, []);
  const [rows, columns] = [grid.value!.voters.length, grid.value!.scored.length];
  const at = cursor.value;
  const cell = cellAt(grid.value!, at.i, at.j);
  const width = columnWidth(frame.current?.clientWidth ?? 500, columns);
  return (
    <>
      <div
        class="weights-picture"
        role="application"
        aria-roledescription="grid of weights"
        aria-label={`Weights of ${rows} validators on ${columns} miners. ${cellWords(cell)}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        ref={frame}
        onScroll={drawSoon}
        onKeyDown={weightKey}
        onPointerMove={(event) => (hovered.value = cellUnder(event, event.currentTarget, grid.peek()!))}
        onPointerLeave={() => (hovered.value = null)}
        onPointerDown={(event) => {
          const under = cellUnder(event, event.currentTarget, grid.peek()!);
          if (under === null) return;
          const choose = () => select(under.i, under.j);
          // A finger scrolls the picture, and a tap chooses.
          if (event.pointerType !== "mouse") return follow(event, { move() {}, end: (isClick) => isClick && choose() });
          choose();
          dragWeight(event, cellAt(grid.peek()!, under.i, under.j), true);
        }}
      >
        <div class="weights-room" style={{ width: `${GUTTER + columns * width}px`, height: `${HEADER + rows * ROW}px` }}>
          <canvas ref={canvas} />
        </div>
      </div>
      {typed.value !== null && (
        <div class="bar">
          <WeightInput cell={cell} onDone={() => frame.current?.focus()} />
        </div>
      )}
      <HoverLine />
    </>
  );
}

/** What is under the pointer; a part of its own, as it changes with every move. */
function HoverLine() {
  const [at, shown] = [hovered.value, grid.value];
  const isThere = at !== null && shown !== null && at.i < shown.voters.length && at.j < shown.scored.length;
  return <p class="muted hover-line">{isThere ? cellWords(cellAt(shown, at.i, at.j)) : "Point at a cell to read it."}</p>;
}
