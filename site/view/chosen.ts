/** Choosing a uid, by name where it has one. */
import { batch } from "@preact/signals";
import { nameOf } from "../model/document.js";
import { scoredOf } from "../model/shown.js";
import { doc, miner, played, uid } from "../store.js";

/** A uid's name in the document at hand. */
export function nameNow(of: number): string {
  return nameOf(doc.value, of);
}

/** Chooses a uid; one that is scored is also the miner whose stake curve is shown. */
export function choose(chosen: number): void {
  const shown = played.peek()?.shown;
  batch(() => {
    uid.value = chosen;
    if (shown !== undefined && scoredOf(doc.peek(), shown.state).includes(chosen)) miner.value = chosen;
  });
}

let gestures = 0;

/** A name for one movement of a hand: its edits are undone as one. */
export function newGesture(what: string): string {
  return `${what} ${gestures++}`;
}
