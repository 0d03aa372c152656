import { rowWith, setRow } from "../model/edit.js";
import { nameOf } from "../model/document.js";
import { doc, edit, epoch, played } from "../store.js";
import { rowOf, votersOf, scoredOf } from "../model/shown.js";

export function Weights() {
  const shown = played.value?.shown;
  if (shown === undefined) return null;
  const [voters, scored] = [votersOf(doc.value, shown.state), scoredOf(doc.value, shown.state)];
  return (
    <section class="pane" aria-label="Weights">
      <h2>Weights</h2>
      <div class="scroll">
        <table>
          <tbody>
            {voters.slice(0, 16).map((voter) => {
              const row = rowOf(shown.state.weights, voter);
              const values = new Map(row);
              return (
                <tr key={voter}>
                  <th scope="row">{nameOf(doc.value, voter)}</th>
                  {scored.slice(0, 16).map((to) => (
                    <td key={to}>
                      <input
                        type="number"
                        min={0}
                        max={65535}
                        aria-label={`${nameOf(doc.value, voter)} on ${nameOf(doc.value, to)}`}
                        value={values.get(to) ?? ""}
                        onChange={({ currentTarget: { value } }) =>
                          edit(setRow(doc.value, epoch.value, voter, rowWith(row, to, value === "" ? null : Number(value))), "a weight")
                        }
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
