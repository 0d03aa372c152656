/**
 * Dragging with a pointer that is captured: moves come at most once a frame, and a press that does not move is a click.
 * A finger drags sideways alone: up and down it scrolls, which the browser tells by cancelling.
 */

/** pixels from which on it is no click: of a mouse, and of a finger */
const SLOP = 3;
const FINGER_SLOP = 8;

export interface Drag {
  /** pixels from where it began; right, and of a mouse up too, count as more */
  move(pixels: number, event: PointerEvent): void;
  end?(isClick: boolean): unknown;
}

/** Follows the pointer of a `pointerdown` until it is let go. */
export function follow(down: PointerEvent, drag: Drag): void {
  if (down.button !== 0) return;
  const target = down.currentTarget as HTMLElement;
  const isFinger = down.pointerType === "touch" || down.pointerType === "pen";
  let [hasMoved, frame] = [false, 0];
  let last: PointerEvent | null = null;
  const apply = () => {
    frame = 0;
    if (last !== null) drag.move(last.clientX - down.clientX + (isFinger ? 0 : down.clientY - last.clientY), last);
    last = null;
  };
  const moved = (event: PointerEvent) => {
    const [x, y] = [Math.abs(event.clientX - down.clientX), Math.abs(event.clientY - down.clientY)];
    hasMoved ||= isFinger ? x >= FINGER_SLOP && x > y : Math.hypot(x, y) >= SLOP;
    if (!hasMoved) return;
    last = event;
    frame ||= requestAnimationFrame(apply);
  };
  const ended = ({ type }: PointerEvent) => {
    cancelAnimationFrame(frame);
    apply();
    target.removeEventListener("pointermove", moved);
    target.removeEventListener("pointerup", ended);
    target.removeEventListener("pointercancel", ended);
    drag.end?.(!hasMoved && type === "pointerup");
  };
  target.setPointerCapture(down.pointerId);
  target.addEventListener("pointermove", moved);
  target.addEventListener("pointerup", ended);
  target.addEventListener("pointercancel", ended);
}
