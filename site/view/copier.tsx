/** A validator that copies another, by one click, and back. */
import { batch } from "@preact/signals";
import { addCopier, copyValidator, largestOther } from "../model/copier.js";
import { nameOf, type ScenarioDocument } from "../model/document.js";
import { uidInOther } from "../model/lines.js";
import { doc, epoch, miner, tryEdit, uid } from "../store.js";
import { copying } from "../timeStore.js";

/** Of the stake of the one that is copied: enough to be seen, too little to decide anything. */
const ADDED_SHARE = 0.01;

export function Copier({ shown }: { shown: ScenarioDocument }) {
  const { validators } = shown.scenario;
  const chosen = uid.value < validators.length ? uid.value : 0;
  const other = largestOther(shown.scenario, epoch.value, chosen);
  const largest = largestOther(shown.scenario, epoch.value, -1)!;
  const change = (make: () => ScenarioDocument, what: string) =>
    batch(() => {
      const [chosenBefore, minerBefore] = [uid.peek(), miner.peek()];
      if (!tryEdit(make, what)) return;
      // Whoever is chosen stays so where a validator more or less moves the miners' uids.
      const moved = (at: number) => uidInOther(shown, doc.peek(), at) ?? 0;
      [uid.value, miner.value] = [moved(chosenBefore), moved(minerBefore)];
    });
  const copy = (make: () => ScenarioDocument, what: string) =>
    change(() => {
      const after = make();
      copying.value = { before: shown, after };
      return after;
    }, what);
  const made = copying.value;
  if (made !== null && made.after === doc.value)
    return (
      <div class="bar">
        <button type="button" aria-pressed={true} onClick={() => change(() => made.before, "stop copying")}>
          Stop copying
        </button>
      </div>
    );
  return (
    <fieldset class="bar" aria-label="Copier">
      {other !== null && (
        <button
          type="button"
          title="In every epoch it sets what the other had set the epoch before."
          onClick={() => copy(() => copyValidator(shown, chosen, other), `${nameOf(shown, chosen)} copies ${nameOf(shown, other)}`)}
        >
          Let <b>{nameOf(shown, chosen)}</b> copy <b>{nameOf(shown, other)}</b>
        </button>
      )}
      <button
        type="button"
        title={`A new validator with 1 % of the stake of ${nameOf(shown, largest)}, which it copies an epoch late.`}
        onClick={() => copy(() => addCopier(shown, largest, ADDED_SHARE), "add a copier")}
      >
        Add a copier
      </button>
    </fieldset>
  );
}
