import type { SharedState } from "../types.js";
import { saturatingAddU64 } from "./fixed.js";

/** A uid is active up to and including `activityCutoff` blocks after its last update. epoch.md 4.1. */
export function active(state: SharedState, lastUpdate: BigUint64Array): boolean[] {
  return Array.from(lastUpdate, (block) => saturatingAddU64(block, state.activityCutoff) >= state.currentBlock);
}

/** Permits with the owner's always on. epoch.md 4.5. */
export function withOwner(permits: readonly boolean[], ownerUid: number | null): boolean[] {
  return permits.map((permit, uid) => permit || uid === ownerUid);
}

/**
 * Switches off all but the `k` largest of the `kept`; among equal values the higher uid stays. `k` above the
 * length switches off none. epoch.md 2.5.
 */
export function topK(values: readonly bigint[], k: number, kept: readonly boolean[]): boolean[] {
  const result = [...kept];
  if (k > values.length) return result;
  const ascending = values.map((_, uid) => uid).sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b));
  for (const uid of ascending.slice(0, values.length - k)) result[uid] = false;
  return result;
}

/** The permits of the next epoch: the largest non-zero stakes, active or not, and the owner. epoch.md 4.5. */
export function newValidatorPermits(stakeX32: readonly bigint[], maxAllowedValidators: number, ownerUid: number | null): boolean[] {
  const nonzero = stakeX32.map((value) => value !== 0n);
  return withOwner(topK(stakeX32, maxAllowedValidators, nonzero), ownerUid);
}

/** Whether row i's weight on uid j is older than j's registration, or was committed before it. epoch.md 4.7. */
export function outdated(state: SharedState, lastUpdate: BigUint64Array, commitBlocks: BigUint64Array, i: number, j: number): boolean {
  const registered = state.blockAtRegistration[j]!;
  return lastUpdate[i]! <= registered || (state.commitReveal && commitBlocks[i]! < registered);
}

/** The block at or after which a registration clears the bonds on that uid. epoch.md 4.10, newer-rules.md 2. */
export function bondsCutoff(
  state: { currentBlock: bigint; tempo: number; lastMechanismStepBlock: bigint; lastYumaStepBlock: bigint | null },
  yumaStepCounts: boolean,
): bigint {
  const { currentBlock, lastMechanismStepBlock, lastYumaStepBlock } = state;
  if (yumaStepCounts && lastYumaStepBlock !== null) return saturatingAddU64(lastYumaStepBlock, 1n);
  if (lastMechanismStepBlock !== 0n) return saturatingAddU64(lastMechanismStepBlock, 1n);
  const tempo = BigInt(state.tempo);
  return currentBlock > tempo ? currentBlock - tempo : 0n;
}
