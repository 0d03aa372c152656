/** Stake: totals, the threshold, and what votes. epoch.md 4.2 to 4.4, 4.6. */
import { set, saturatingAdd } from "./fixed/i128";
import * as i64f64 from "./fixed/i64f64";
import { cell } from "./fixed/i64f64";
import { taoWeightX32 } from "./fixed/proportion";
import { normalize, put, get } from "./fixed/vector";

const weight: usize = memory.data(16);
const tao: usize = memory.data(16);

/** Alpha plus TAO at the network's weight, rao as a cell. */
export function totalStake(alphaRao: u64, taoRao: u64, taoWeight: u64, result: usize): void {
  const weightX32 = taoWeightX32(taoWeight);
  set(weight, weightX32 << 32, <i64>(weightX32 >> 32));
  i64f64.fromU64(taoRao, tao);
  i64f64.saturatingMul(tao, weight, tao);
  i64f64.fromU64(alphaRao, result);
  saturatingAdd(result, tao, result);
}

/** Every uid's total, and its floor in rao as reported. */
export function totalStakes(n: u32, alphaStake: usize, taoStake: usize, taoWeight: u64, totalsX64: usize, stakeRao: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const at = (<usize>uid) << 3;
    const total = cell(totalsX64, uid);
    totalStake(load<u64>(alphaStake + at), load<u64>(taoStake + at), taoWeight, total);
    store<u64>(stakeRao + at, i64f64.toU64(total));
  }
}

/** The stakes at or above the threshold (the owner is exempt), normalised. */
export function stake(n: u32, totalsX64: usize, stakeThreshold: u64, ownerUid: i32, keptX64: usize, stakeX32: usize): void {
  memory.copy(keptX64, totalsX64, (<usize>n) * i64f64.CELL_BYTES);
  for (let uid: u32 = 0; uid < n; uid++) {
    const kept = cell(keptX64, uid);
    if (i64f64.toU64(kept) < stakeThreshold && <i32>uid != ownerUid) set(kept, 0, 0);
  }
  normalizeToI32F32(n, keptX64, stakeX32);
}

/** Normalises the cells in place and takes them over as I32F32 (floor). */
export function normalizeToI32F32(n: u32, cells: usize, resultX32: usize): void {
  i64f64.normalize(cells, n);
  for (let uid: u32 = 0; uid < n; uid++) put(resultX32, uid, i64f64.toI32F32(cell(cells, uid)));
}

/** Zero where inactive or without permit, normalised again. */
export function activeStake(n: u32, stakeX32: usize, active: usize, permits: usize, activeStakeX32: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const votes = load<u8>(active + uid) & load<u8>(permits + uid);
    put(activeStakeX32, uid, votes ? get(stakeX32, uid) : 0);
  }
  normalize(activeStakeX32, n, activeStakeX32);
}
