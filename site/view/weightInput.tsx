import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { readU16 } from "../model/units.js";
import { rawUnits } from "../store.js";
import { cellWords, setWeight, typed, type Cell } from "./weightsState.js";

/** The field over the cell at hand while one types: Enter or leaving takes it, Escape does not, and nothing takes the entry out. */
export function WeightInput({ cell, onDone }: { cell: Cell; onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    const { current } = field;
    current?.focus();
    if ((current?.value.length ?? 0) > 1) current?.select();
  }, []);
  const take = (text: string): boolean => {
    if (typed.peek() === null) return true;
    const value = text.trim() === "" ? null : readU16(text, rawUnits.peek());
    if (value === null && text.trim() !== "") {
      setWrong(true);
      return false;
    }
    typed.value = null;
    if ((value ?? -1) !== cell.value) setWeight(cell, value);
    return true;
  };
  const expected = rawUnits.value ? "a whole number from 0 to 65535" : "a fraction from 0 to 1";
  return (
    <input
      ref={field}
      type="text"
      inputMode="decimal"
      class="cell-input"
      aria-label={`${cellWords(cell)}; type ${expected}`}
      title={expected}
      aria-invalid={isWrong}
      value={typed.peek() ?? ""}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") typed.value = null;
        if (event.key === "Escape" || (event.key === "Enter" && take(event.currentTarget.value))) onDone();
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => take(currentTarget.value) || (typed.value = null)}
    />
  );
}
