import { useLayoutEffect, useRef } from "preact/hooks";
import { rawUnits } from "../store.js";
import { cellWords, EXPECTED, misread, readWeight, setWeight, typed, type Cell } from "./weightsState.js";

/** The field over the cell at hand while one types: Enter or leaving takes it, Escape does not, and nothing takes the entry out. */
export function WeightInput({ cell, onDone }: { cell: Cell; onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    const { current } = field;
    current?.focus();
    if ((current?.value.length ?? 0) > 1) current?.select();
  }, []);
  const take = (text: string): boolean => {
    if (typed.peek() === null) return true;
    const value = readWeight(text);
    if (value === undefined) return false;
    typed.value = null;
    if ((value ?? -1) !== cell.value) setWeight(cell, value);
    return true;
  };
  const expected = EXPECTED[rawUnits.value ? "raw" : "fraction"];
  return (
    <input
      ref={field}
      type="text"
      inputMode="decimal"
      class="cell-input"
      aria-label={`${cellWords(cell)}; type ${expected}`}
      title={expected}
      aria-invalid={misread.value !== null}
      aria-describedby="misread"
      value={typed.peek() ?? ""}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") typed.value = misread.value = null;
        if (event.key === "Escape" || (event.key === "Enter" && take(event.currentTarget.value))) onDone();
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => take(currentTarget.value) || (typed.value = null)}
    />
  );
}
