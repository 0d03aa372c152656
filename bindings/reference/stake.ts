import type { CheckedSharedState } from "../boundary/input.js";
import { I32F32, I64F64, U64_MAX } from "./fixed.js";
import { i64f64ToI32f32, taoWeightX32 } from "./proportion.js";

/** Total stake of one uid in I64F64: alpha plus TAO at the network's weight. stake.md 1. */
export function totalStake(alphaRao: bigint, taoRao: bigint, taoWeight: bigint): bigint {
  const weight = taoWeightX32(taoWeight) << 32n;
  return I64F64.saturatingAdd(I64F64.fromInteger(alphaRao), I64F64.saturatingMul(I64F64.fromInteger(taoRao), weight));
}

/** Total stake of every uid in I64F64. */
export function totalStakes(state: CheckedSharedState): bigint[] {
  return Array.from({ length: state.n }, (_, uid) => totalStake(state.alphaStake[uid]!, state.taoStake[uid]!, state.taoWeight));
}

/** Floor of the total in rao. */
export function stakeRao(totalX64: bigint): bigint {
  return I64F64.toUnsigned(totalX64, U64_MAX);
}

/** The stakes at or above the threshold (one uid, the owner's, may be exempt), normalised to I32F32. stake.md 2, 3. */
export function stake(state: Pick<CheckedSharedState, "stakeThreshold">, totalsX64: readonly bigint[], exempt: number | null): bigint[] {
  const kept = totalsX64.map((total, uid) => (stakeRao(total) < state.stakeThreshold && uid !== exempt ? 0n : total));
  return I64F64.normalize(kept).map(i64f64ToI32f32);
}

/** The stakes that vote: zero where inactive or without permit, normalised again. stake.md 4. */
export function activeStake(stakeX32: readonly bigint[], active: readonly boolean[], permits: readonly boolean[]): bigint[] {
  return I32F32.normalize(stakeX32.map((value, uid) => (active[uid] && permits[uid] ? value : 0n)));
}
