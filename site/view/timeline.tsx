import { epochsIn } from "../model/document.js";
import { doc, epoch } from "../store.js";

export function Timeline() {
  const last = epochsIn(doc.value) - 1;
  return (
    <section class="pane" aria-label="Time">
      <label class="bar">
        Epoch {epoch.value}
        <input
          class="grow"
          type="range"
          min={0}
          max={last}
          value={epoch.value}
          onInput={({ currentTarget }) => (epoch.value = currentTarget.valueAsNumber)}
        />
      </label>
    </section>
  );
}
