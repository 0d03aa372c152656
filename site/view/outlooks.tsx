/** What would have to change, each with a button that changes it. */
import type { SubnetState } from "yuma-consensus";
import type { Explanation } from "yuma-consensus/explain";
import { applyWay, canApply, grainOf } from "../model/applyWay.js";
import { outlooks, type Way } from "../model/ways.js";
import { doc, epoch, tryEdit } from "../store.js";
import { nameNow } from "./chosen.js";

function WayLine({ way: { label, steps } }: { way: Way }) {
  return (
    <li>
      <span>{label}</span>
      {canApply(doc.value, steps) && (
        <button type="button" aria-label={`Try it: ${label}`} onClick={() => tryEdit(() => applyWay(doc.value, epoch.value, steps), label)}>
          Try it
        </button>
      )}
    </li>
  );
}

/** @param state that the explanation is of */
export function Outlooks({ explanation: { uid, verdict, consensus }, state }: { explanation: Explanation; state: SubnetState }) {
  const found = outlooks({ state, uid, nameOf: nameNow, grain: grainOf(doc.value) }, verdict, consensus);
  return (
    <div class="outlooks">
      <h3>What would have to change</h3>
      {found.length === 0 && <p class="muted">No single change of those that are tried gives it more.</p>}
      {found.map(({ heading, ways }) => (
        <div key={heading}>
          <p>{heading}:</p>
          <ul>
            {ways.map((way) => (
              <WayLine key={way.label} way={way} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
