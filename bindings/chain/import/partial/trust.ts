import type { ImportedFile } from "../draft.js";
import { spanOf, storedAs } from "./bounds.js";
import { clippedRows, isSetSince, weightsRead } from "./clipped.js";
import { Comparison, inexact, lacking, type PartialCheck } from "./comparison.js";

/** What a validator's weights are after the consensus has clipped them, summed. consensus.md 5 */
export function trustCheck(imported: ImportedFile, lastEpoch: bigint | null): PartialCheck {
  const { state, results } = imported;
  const { consensus, validatorTrust, newValidatorPermits } = results;
  const absent = lacking("validator trust", { weights: state.weights, consensus, validatorTrust });
  if (absent !== null || consensus === undefined || validatorTrust === undefined) return absent!;
  const read = weightsRead(state, state, Array.from(consensus, spanOf), lastEpoch)!;
  const comparison = new Comparison("validator trust");
  validatorTrust.forEach((value, i) => {
    // Who had no permit has none, and which permits the epoch found is not in the file.
    if (value === 0) {
      if (newValidatorPermits?.[i] === 1) comparison.leave();
      return;
    }
    if (isSetSince(read, i)) {
      comparison.leave();
      return;
    }
    const stored = BigInt(value);
    const bounds = clippedRows(read, i).map(({ total }): [bigint, bigint] => [storedAs(total.low), storedAs(total.high)]);
    const fitting = bounds.find(([low, high]) => low <= stored && stored <= high);
    if (fitting === undefined && !read.known) comparison.leave();
    else comparison.compare(i, stored, ...(fitting ?? bounds[0]!));
  });
  const doubt = inexact(imported, "weights", "results.consensus", "results.validatorTrust");
  const lacks = "weights may have been set since the epoch, or be older than who they are on: the file lacks what says so";
  return comparison.done(doubt !== "" ? doubt : read.known ? "" : lacks);
}
