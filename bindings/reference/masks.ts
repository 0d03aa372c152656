import type { CheckedSharedState, CheckedState } from "../boundary/input.js";
import type { EpochRules } from "../ruleSets/ruleSets.js";
import { saturatingAddU64 } from "./fixed.js";

/** A uid is active up to and including `activityCutoff` blocks after its last update. masks.md 1. */
export function active(state: CheckedSharedState, lastUpdate: BigUint64Array): boolean[] {
  return Array.from(lastUpdate, (block) => saturatingAddU64(block, state.activityCutoff) >= state.currentBlock);
}

/** Permits with the owner's always on. masks.md 2. */
export function withOwner(permits: readonly boolean[], ownerUid: number | null): boolean[] {
  return permits.map((permit, uid) => permit || uid === ownerUid);
}

/**
 * Switches off all but the `k` largest of the `kept`; among equal values the higher uid stays. `k` above the
 * length switches off none. lists.md 5.
 */
export function topK(values: readonly bigint[], k: number, kept: readonly boolean[]): boolean[] {
  const result = [...kept];
  if (k > values.length) return result;
  const ascending = values.map((_, uid) => uid).sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b));
  for (const uid of ascending.slice(0, values.length - k)) result[uid] = false;
  return result;
}

/** The permits of the next epoch: the largest stakes, active or not, and the owner. masks.md 2. */
export function newValidatorPermits(
  stakeX32: readonly bigint[],
  maxAllowedValidators: number,
  ownerUid: number | null,
  { permitsNeedStake }: Pick<EpochRules, "permitsNeedStake">,
): boolean[] {
  const eligible = stakeX32.map((value) => value !== 0n || !permitsNeedStake);
  return withOwner(topK(stakeX32, maxAllowedValidators, eligible), ownerUid);
}

/** Whether row i's weight on uid j is older than j's registration, or was committed before it. weights.md. */
export function outdated(
  state: CheckedSharedState,
  lastUpdate: BigUint64Array,
  commitBlocks: BigUint64Array,
  i: number,
  j: number,
): boolean {
  const registered = state.blockAtRegistration[j]!;
  return lastUpdate[i]! <= registered || (state.commitReveal && commitBlocks[i]! < registered);
}

/** The block at or after which a registration clears the bonds on that uid. masks.md 4. */
export function bondsCutoff(state: Pick<CheckedState, "currentBlock" | "tempo" | "lastMechanismStepBlock" | "lastYumaStepBlock">): bigint {
  const { currentBlock, lastMechanismStepBlock, lastYumaStepBlock } = state;
  if (lastYumaStepBlock !== null) return saturatingAddU64(lastYumaStepBlock, 1n);
  if (lastMechanismStepBlock !== 0n) return saturatingAddU64(lastMechanismStepBlock, 1n);
  const tempo = BigInt(state.tempo);
  return currentBlock > tempo ? currentBlock - tempo : 0n;
}
