/**
 * The register of what the shaders do not cover. Everything else that the boundary lets through runs on the GPU, with
 * the bits of the specification; what is listed here is answered with an error that names the field and the reason.
 *
 * Declared before anything runs: rule sets before spec-397; traces; Null consensus and subnets of several mechanisms (run
 * the epochs of their mechanisms). Found by the device on the way: `GUARDS`. A state above the device's limits is a
 * GpuSizeError instead.
 */
import type { CheckedState } from "../boundary/input.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import { GpuScopeError } from "./errors.js";

/** By the code that a shader leaves in a network's status; 0 is none. */
export const GUARDS: Readonly<Record<number, { field: string; reason: string }>> = {
  1: { field: "weights", reason: "a row of weights sums to 2147483648 or more, which takes more than 32768 uids" },
  2: { field: "alphaStake", reason: "the stakes' sum wraps, and the search for the median takes more than 256 steps" },
  3: { field: "weights", reason: "a row names a uid twice; backend wasm takes it" },
  4: { field: "bonds", reason: "a row names a uid twice; backend wasm takes it" },
};

export const TRACE_REASON = "the GPU keeps no trace; backend wasm gives one";
export const SUBNET_REASON = "the GPU has no form of it; backend wasm has";

const RULE_SET_REASON = "the shaders have no rule set before spec-397; backend wasm has";

/** @throws GpuScopeError where the shaders have not the rule set */
export function checkScope({ ruleSet }: Pick<CheckedState, "ruleSet">, path: string): void {
  if (!RULE_SETS[ruleSet].ownerPrivileged) throw new GpuScopeError(path === "" ? "ruleSet" : `${path}.ruleSet`, RULE_SET_REASON);
}
