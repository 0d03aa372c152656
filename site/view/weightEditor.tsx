/** The cell at hand in words, with a field and a slider: all that a drag does, for keys and for fingers. */
import { useRef } from "preact/hooks";
import { nameOf } from "../model/document.js";
import { readU16, U16_MAX, weightText } from "../model/units.js";
import { doc, newGesture, rawUnits } from "../store.js";
import { cellAt, cellWords, cursor, grid, setWeight } from "./weightsState.js";

export function WeightEditor() {
  const gesture = useRef(newGesture());
  const { i, j } = cursor.value;
  const cell = cellAt(grid.value!, i, j);
  const names = `${nameOf(doc.value, cell.voter)} on ${nameOf(doc.value, cell.to)}`;
  return (
    <div class="editor">
      <p aria-live="polite">{cellWords(cell)}</p>
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
          aria-label={`Weight of ${names}, ${rawUnits.value ? "raw" : "as a fraction"}`}
          placeholder="no entry"
          value={cell.value < 0 ? "" : weightText(cell.value, rawUnits.value)}
          onChange={({ currentTarget }) => {
            const value = readU16(currentTarget.value, rawUnits.value);
            if (value !== null) setWeight(cell, value);
            else if (currentTarget.value.trim() === "") setWeight(cell, null);
            else currentTarget.value = cell.value < 0 ? "" : weightText(cell.value, rawUnits.value);
          }}
        />
        <button type="button" disabled={cell.value < 0} onClick={() => setWeight(cell, null)}>
          Take out
        </button>
      </div>
    </div>
  );
}
