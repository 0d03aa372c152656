/** Steps of a change as edits of a document. */
import { changeParameter, setElement, setParameter, setRow, setStake } from "./edit.js";
import { uidsIn, type Document } from "./document.js";
import { NO_COMMIT } from "./neutral.js";
import type { ParameterName, Step } from "./ways.js";

/** A parameter where it is decided at an epoch: a story's last key frame of it up to there, else the whole document's. */
export function setParameterAt<Name extends ParameterName>(doc: Document, epoch: number, name: Name, value: number | bigint): Document {
  const given = value as never;
  if (doc.kind === "state") return setParameter(doc, name, given);
  const frames = doc.scenario.changes.filter((change) => change.epoch <= epoch && change.hyperparameters[name] !== undefined);
  return frames.length === 0 ? setParameter(doc, name, given) : changeParameter(doc, frames.at(-1)!.epoch, name, given);
}

/** The last value of a stake that a story's file can say. */
export function grainOf(doc: Document): bigint {
  return doc.kind === "scenario" ? 1_000_000_000n : 1n;
}

/** Whether a document has a place for all steps: a story gives stakes and rows to its validators only. */
export function canApply(doc: Document, steps: readonly Step[]): boolean {
  const most = doc.kind === "scenario" ? doc.scenario.validators.length : uidsIn(doc);
  return steps.every((step) => step.kind === "parameter" || step.uid < most);
}

function applied(doc: Document, epoch: number, step: Step): Document {
  if (step.kind === "stake") return setStake(doc, epoch, step.uid, step.rao);
  // As it was found: by this epoch alone, with what came before left as it was.
  if (step.kind === "parameter")
    return doc.kind === "scenario" && epoch > 0
      ? changeParameter(doc, epoch, step.name, step.value as never)
      : setParameterAt(doc, epoch, step.name, step.value);
  const changed = setRow(doc, epoch, step.uid, step.row);
  if (!step.isNow || changed.kind === "scenario") return changed;
  return setElement(setElement(changed, "lastUpdate", step.uid, changed.state.currentBlock), "commitBlocks", step.uid, NO_COMMIT);
}

/** The document with all steps made from an epoch on; for those that it has a place for. */
export function applyWay(doc: Document, epoch: number, steps: readonly Step[]): Document {
  return steps.reduce((made, step) => applied(made, epoch, step), doc);
}
