import type { CheckedSharedState } from "../boundary/input.js";
import type { MechanismState } from "../types.js";
import { I32F32 } from "./fixed.js";
import { outdated } from "./masks.js";
import { filterEntries, fromSparseRows, mapValues, rowNormalize, type Rows } from "./rows.js";

/**
 * The weights that count, each row normalised: rows with a permit, no self-weights but the owner's, nothing set or
 * committed before the target registered. Order and explicit zeros stay. weights.md.
 */
export function weights(state: CheckedSharedState & MechanismState, permits: readonly boolean[]): Rows {
  const counted = filterEntries(
    fromSparseRows(state.weights),
    (j, i) =>
      j < state.n && permits[i]! && (i !== j || i === state.ownerUid) && !outdated(state, state.lastUpdate, state.commitBlocks, i, j),
  );
  return rowNormalize(mapValues(counted, ({ value }) => I32F32.fromInteger(value)));
}
