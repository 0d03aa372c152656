/** What the results are compared with: the pinned version, or the same under other rules. */
import { chipOf, titleOf, type Document } from "../model/document.js";
import { against, doc, otherRules, pinned } from "../store.js";
import { CHIPS } from "./rules.js";

function rulesOf(document: Document): string {
  const chip = chipOf(document);
  return CHIPS.find(([of]) => of === chip)?.[1] ?? chip;
}

export function Comparison() {
  const other = against.value;
  const [now, was] = [rulesOf(doc.value), other === null ? "" : rulesOf(other)];
  const title = pinned.value !== null && titleOf(pinned.value) !== titleOf(doc.value) ? `${titleOf(pinned.value)}, ` : "";
  return (
    <div class="bar comparison">
      {pinned.value === null ? (
        <button type="button" onClick={() => (pinned.value = doc.value)}>
          Pin this version
        </button>
      ) : (
        <button type="button" onClick={() => (pinned.value = null)}>
          Unpin
        </button>
      )}
      {other === null ? (
        <p class="muted">Pin it, then change something: each number shows what it was.</p>
      ) : (
        <p>
          <span class="swatch now" /> {pinned.value === null ? now : `as it is now (${now})`} compared with <span class="swatch was" />{" "}
          {pinned.value === null ? was : `the pinned version (${title}${was})`}
          {pinned.value !== null && otherRules.value !== null && (
            <span class="muted"> The other rules are compared with once it is unpinned.</span>
          )}
        </p>
      )}
    </div>
  );
}
