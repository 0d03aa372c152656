import { addPerson, freeName, MOST_OF_A_KIND } from "../model/people.js";
import { doc, miner, rawUnits, tryEdit, uid } from "../store.js";
import { WeightsCanvas } from "./weightsCanvas.js";
import { WeightEditor } from "./weightEditor.js";
import { WeightsTable } from "./weightsTable.js";
import { grid } from "./weightsState.js";

/** Up to here each cell is an element of the page. */
const MOST_CELLS_AS_TABLE = 768;

export function Weights() {
  const shown = grid.value;
  if (shown === null) return null;
  const isEmpty = shown.voters.length === 0 || shown.scored.length === 0;
  const isSmall = shown.values.length <= MOST_CELLS_AS_TABLE;
  return (
    <section class="pane" aria-label="Weights">
      <div class="bar">
        <h2 class="grow">Weights</h2>
        <label>
          <input type="checkbox" checked={rawUnits.value} onChange={({ currentTarget }) => (rawUnits.value = currentTarget.checked)} /> raw
          u16
        </label>
        <AddPeople />
      </div>
      {isEmpty ? <p class="muted">Nobody has set weights here.</p> : isSmall ? <WeightsTable /> : <WeightsCanvas />}
      {!isEmpty && <WeightEditor />}
      <p class="muted hint">
        Drag a cell up or to the right for more (by finger: tap it first, then {isSmall ? "drag sideways" : "use the slider"}), or type into
        it. Arrow keys move, Shift and an arrow or + and − change, Delete takes an entry out (–), which is not the same as zero. Hatched:
        what consensus cut. {isSmall ? "Outlined" : "Grey and half as high"}: what does not count.
      </p>
    </section>
  );
}

function AddPeople() {
  const { value } = doc;
  if (value.kind === "state") return null;
  const isFull = (kind: "validators" | "servers") => value.scenario[kind].length >= MOST_OF_A_KIND;
  const add = (kind: "validators" | "servers") => {
    const at = value.scenario.validators.length;
    const name = freeName(value, kind);
    if (!tryEdit(() => addPerson(value, kind, name), `add ${name}`)) return;
    if (kind === "servers") miner.value = at + value.scenario.servers.length;
    else [uid.value, miner.value] = [at, miner.value < at ? miner.value : miner.value + 1];
  };
  return (
    <>
      <button type="button" disabled={isFull("validators")} onClick={() => add("validators")}>
        Add validator
      </button>
      <button type="button" disabled={isFull("servers")} onClick={() => add("servers")}>
        Add miner
      </button>
    </>
  );
}
