/** Stake: totals, the threshold, and what votes. stake.md 1, 2, 3, 4. */
import { CELL_BYTES, I64F64, cell, fromU64, saturatingAdd, saturatingMul, set, setMax, setZero, toU64 } from "./fixed/cell";
import { normalizeToI32F32 } from "./fixed/i64f64";
import { taoWeightX32 } from "./fixed/proportion";
import { getU64, putU64 } from "./fixed/u64";
import { get, normalize, put } from "./fixed/vector";
import { mulHighU64 } from "./fixed/wide";

const weight: usize = memory.data(16);
const tao: usize = memory.data(16);

/** Alpha plus TAO at the network's weight, rao as a cell. Proof: docs/proofs/stakes.md */
export function totalStake(alphaRao: u64, taoRao: u64, taoWeight: u64, result: usize): void {
  const weightX32 = taoWeightX32(taoWeight);
  if (<i64>(alphaRao | taoRao) >= 0) {
    // Nothing saturates before the sum, and the product has 32 fraction bits and no more.
    const product = taoRao * weightX32;
    const integer = alphaRao + ((mulHighU64(taoRao, weightX32) << 32) | (product >> 32));
    if (<i64>integer < 0) setMax(I64F64, result);
    else set(result, product << 32, integer);
    return;
  }
  set(weight, weightX32 << 32, <i64>(weightX32 >> 32));
  fromU64(taoRao, I64F64, tao);
  saturatingMul(tao, weight, I64F64, tao);
  fromU64(alphaRao, I64F64, result);
  saturatingAdd(result, tao, I64F64, result);
}

/** Every uid's total, and its floor in rao as reported. */
export function totalStakes(n: u32, alphaStake: usize, taoStake: usize, taoWeight: u64, totalsX64: usize, stakeRao: usize): void {
  memory.fill(totalsX64, 0, (<usize>n) * CELL_BYTES);
  memory.fill(stakeRao, 0, (<usize>n) << 3);
  for (let uid: u32 = 0; uid < n; uid++) {
    const alphaRao = getU64(alphaStake, uid);
    const taoRao = getU64(taoStake, uid);
    if ((alphaRao | taoRao) == 0) continue;
    const total = cell(totalsX64, uid);
    totalStake(alphaRao, taoRao, taoWeight, total);
    putU64(stakeRao, uid, toU64(total, I64F64));
  }
}

/** The stakes at or above the threshold (the owner is exempt), normalised. */
export function stake(n: u32, totalsX64: usize, stakeThreshold: u64, ownerUid: i32, keptX64: usize, stakeX32: usize): void {
  memory.copy(keptX64, totalsX64, (<usize>n) * CELL_BYTES);
  for (let uid: u32 = 0; uid < n; uid++) {
    const kept = cell(keptX64, uid);
    if (toU64(kept, I64F64) < stakeThreshold && <i32>uid != ownerUid) setZero(kept);
  }
  normalizeToI32F32(keptX64, n, stakeX32);
}

/** Zero where inactive or without permit, normalised again. */
export function activeStake(n: u32, stakeX32: usize, active: usize, permits: usize, activeStakeX32: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const votes = load<u8>(active + uid) & load<u8>(permits + uid);
    put(activeStakeX32, uid, votes ? get(stakeX32, uid) : 0);
  }
  normalize(activeStakeX32, n);
}
