/** The cell at hand in words, with a field and a slider: all that a drag does, for keys and for fingers. */
import { useRef } from "preact/hooks";
import { nameOf } from "../model/document.js";
import { U16_MAX, weightText } from "../model/amounts.js";
import type { WeightGrid } from "../model/shown.js";
import { doc, newGesture, rawUnits } from "../store.js";
import { cellAt, cellWords, cursor, grid, misread, readWeight, setWeight } from "./weightsState.js";

/** Whether a weight is the only one of its row, whatever its size. */
function isAlone({ scored, values }: WeightGrid, i: number, j: number): boolean {
  const row = values.subarray(i * scored.length, (i + 1) * scored.length);
  return row[j]! > 0 && row.every((value, at) => value <= 0 || at === j);
}

export function WeightEditor() {
  const gesture = useRef(newGesture());
  const { i, j } = cursor.value;
  const cell = cellAt(grid.value!, i, j);
  const names = `${nameOf(doc.value, cell.voter)} on ${nameOf(doc.value, cell.to)}`;
  return (
    <div class="editor">
      <p class="cell-words" aria-live="polite">
        {cellWords(cell)}
      </p>
      <div class="bar">
        <input
          class="grow"
          type="range"
          min={0}
          max={U16_MAX}
          step={1}
          aria-label={`Weight of ${names}`}
          aria-valuetext={cellWords(cell)}
          value={Math.max(0, cell.value)}
          onInput={({ currentTarget }) => setWeight(cell, currentTarget.valueAsNumber, gesture.current)}
          onChange={() => (gesture.current = newGesture())}
        />
        <input
          type="text"
          inputMode="decimal"
          class="short"
          aria-describedby="misread"
          aria-label={`Weight of ${names}, ${rawUnits.value ? "raw" : "as a fraction"}`}
          placeholder="no entry"
          value={cell.value < 0 ? "" : weightText(cell.value, rawUnits.value)}
          onChange={({ currentTarget }) => {
            const value = readWeight(currentTarget.value);
            if (value !== undefined) setWeight(cell, value);
            else currentTarget.value = cell.value < 0 ? "" : weightText(cell.value, rawUnits.value);
          }}
        />
        <button type="button" disabled={cell.value < 0} onClick={() => setWeight(cell, null)}>
          Take out
        </button>
      </div>
      <p id="misread" class="cell-note" role="alert">
        {misread.value}
      </p>
      <p class="cell-note muted hint">
        {isAlone(grid.value!, i, j) && "A row counts by its proportions: alone in its row, this weight changes nothing."}
      </p>
    </div>
  );
}
