/** Dragging with a pointer that is captured: moves come at most once a frame, and a press that does not move is a click. */

const SLOP = 3;

export interface Drag {
  /** pixels from where it began; up and right count as more */
  move(pixels: number, event: PointerEvent): void;
  end?(hasMoved: boolean): void;
}

/** Follows the pointer of a `pointerdown` until it is let go. */
export function follow(down: PointerEvent, drag: Drag): void {
  if (down.button !== 0) return;
  const target = down.currentTarget as HTMLElement;
  let [hasMoved, frame] = [false, 0];
  let last: PointerEvent | null = null;
  const apply = () => {
    frame = 0;
    if (last !== null) drag.move(last.clientX - down.clientX + down.clientY - last.clientY, last);
    last = null;
  };
  const moved = (event: PointerEvent) => {
    hasMoved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= SLOP;
    if (!hasMoved) return;
    last = event;
    frame ||= requestAnimationFrame(apply);
  };
  const ended = () => {
    cancelAnimationFrame(frame);
    apply();
    target.removeEventListener("pointermove", moved);
    target.removeEventListener("pointerup", ended);
    target.removeEventListener("pointercancel", ended);
    drag.end?.(hasMoved);
  };
  target.setPointerCapture(down.pointerId);
  target.addEventListener("pointermove", moved);
  target.addEventListener("pointerup", ended);
  target.addEventListener("pointercancel", ended);
}
