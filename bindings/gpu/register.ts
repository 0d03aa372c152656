/**
 * The register of what the shaders do not cover. Everything else that the boundary lets through runs on the GPU, with
 * the bits of the specification; what is listed here is answered with an error that names the field and the reason.
 *
 * Declared before anything runs: rule sets before spec-397; a uid named twice in a row of weights that counts or in a row of bonds; traces; Null
 * consensus and subnets of several mechanisms (run the epochs of their mechanisms). Found by the device on the way:
 * `GUARDS`. A state above the device's limits is a GpuSizeError instead.
 */
import type { CheckedState } from "../boundary/input.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { StoredRows } from "../types.js";
import { GpuScopeError } from "./errors.js";

/** By the code that a shader leaves in a network's status; 0 is none. */
export const GUARDS: Readonly<Record<number, { field: string; reason: string }>> = {
  1: { field: "weights", reason: "a row of weights sums to 2147483648 or more, which takes more than 32768 uids" },
  2: { field: "alphaStake", reason: "the stakes' sum wraps, and the search for the median takes more than 256 steps" },
};

export const TRACE_REASON = "the GPU keeps no trace; backend wasm gives one";
export const SUBNET_REASON = "the GPU has no form of it; backend wasm has";

const RULE_SET_REASON = "the shaders have no rule set before spec-397; backend wasm has";

/** What covered rows are like: whether the uids of every row that counts ascend. */
export interface RowOrder {
  ascending: boolean;
}

/**
 * The order of a state's rows.
 * @throws GpuScopeError where a row names a uid twice, or the shaders have not the rule set
 */
export function checkScope(state: CheckedState, path: string): RowOrder {
  const at = (field: string) => (path === "" ? field : `${path}.${field}`);
  if (!RULE_SETS[state.ruleSet].ownerPrivileged) throw new GpuScopeError(at("ruleSet"), RULE_SET_REASON);
  const weights = orderOf(state.weights, state.n, at("weights"), (uid) => state.validatorPermits[uid] !== 0 || uid === state.ownerUid);
  const bonds = orderOf(state.bonds, state.n, at("bonds"), () => true);
  return { ascending: weights && bonds };
}

function orderOf({ starts, uids }: StoredRows, n: number, path: string, counts: (uid: number) => boolean): boolean {
  let ascending = true;
  let seen: Int32Array | undefined;
  for (let row = 0; row < n; row++) {
    if (!counts(row)) continue;
    const start = starts[row]!;
    const end = starts[row + 1]!;
    let last = -1;
    let entry = start;
    for (; entry < end; entry++) {
      const uid = uids[entry]!;
      if (uid <= last) break;
      last = uid;
    }
    if (entry === end) continue;
    ascending = false;
    seen ??= new Int32Array(n).fill(-1);
    for (let entry = start; entry < end; entry++) {
      const uid = uids[entry]!;
      if (uid >= n) continue;
      if (seen[uid] === row)
        throw new GpuScopeError(`${path}[${row}][${entry - start}][0]`, `uid ${uid} twice in a row; backend wasm takes it`);
      seen[uid] = row;
    }
  }
  return ascending;
}
