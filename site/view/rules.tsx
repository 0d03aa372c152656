import { chipOf, underRules, type RulesChip } from "../model/document.js";
import { doc, edit, otherRules } from "../store.js";

export const CHIPS: readonly (readonly [RulesChip, string])[] = [
  ["yuma2", "Classic"],
  ["yuma3", "Yuma3"],
  ["yuma3-liquid", "Yuma3, liquid alpha"],
  ["null", "Null"],
];

export function Rules() {
  const now = chipOf(doc.value);
  return (
    <section class="pane" aria-label="Rules">
      <h2>Rules</h2>
      <div class="bar" role="group" aria-label="Rules">
        {CHIPS.map(([chip, name]) => (
          <button key={chip} type="button" aria-pressed={chip === now} onClick={() => edit(underRules(doc.value, chip), `rules: ${name}`)}>
            {name}
          </button>
        ))}
      </div>
      <label class="bar">
        beside
        <select
          value={otherRules.value ?? ""}
          onChange={({ currentTarget: { value } }) => (otherRules.value = value === "" ? null : (value as RulesChip))}
        >
          <option value="">nothing</option>
          {CHIPS.map(([chip, name]) => (
            <option key={chip} value={chip}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
