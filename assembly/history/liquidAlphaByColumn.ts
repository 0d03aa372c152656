/** Liquid alpha of specs 154 to 272: one alpha for each column, fitted on the quantiles of the consensus. bonds.md 10. */
import { EXP_FAILED, exp } from "../fixed/exp";
import { ONE, safeDiv, saturatingAdd, saturatingDiv, saturatingMul, saturatingSub } from "../fixed/i32f32";
import { LOG_FAILED, lnI32F32 } from "../fixed/log";
import { proportionFromU16 } from "../fixed/proportion";
import { get, put } from "../fixed/vector";
import { valueOfRank } from "../masks";
import { Rows, zero } from "../rows";
import { addUid, clearUids, takeSmallestUid } from "../uidSet";

/** Raw I32F32 of the last epoch: the low and the high quantile, and slope and offset of the curve. */
export const liquidQuantiles: usize = memory.data(16);
export const liquidLogistic: usize = memory.data(16);

/** Whether the last classic epoch had an alpha for each column. */
export let liquidByColumnRan: bool = false;

/** Before dynamic TAO a quotient that does not fit is clamped, from then on it is 0. */
@inline
function divide(a: i64, b: i64, clamps: bool): i64 {
  return clamps ? saturatingDiv(a, b) : safeDiv(a, b);
}

/** What so many quarters of the values lie up to. `scratch` is a vector of n. */
function quantile(n: u32, values: usize, quarters: u32, scratch: usize): i64 {
  const position = <u64>quarters * <u64>(n - 1);
  const rank = <u32>(position >> 2);
  const fraction = <i64>(position & 3);
  memory.copy(scratch, values, (<usize>n) << 3);
  const below = valueOfRank(n, scratch, rank);
  if (fraction == 0) return below;
  memory.copy(scratch, values, (<usize>n) << 3);
  const above = valueOfRank(n, scratch, rank + 1);
  return saturatingAdd(below, saturatingMul(saturatingSub(above, below), fraction << 30));
}

/** ln(1 / x - 1), 0 where there is none. */
function logit(x: i64, clamps: bool): i64 {
  const logarithm = lnI32F32(saturatingSub(divide(ONE, x, clamps), ONE));
  return logarithm == LOG_FAILED ? 0 : logarithm;
}

/** The alpha of each column, if enabled; false where the constant alpha holds. `scratch` is a vector of n. */
export function alphaByColumn(
  n: u32,
  enabled: bool,
  consensusX32: usize,
  alphaLow: u32,
  alphaHigh: u32,
  clamps: bool,
  scratch: usize,
  alphasX32: usize,
): bool {
  liquidByColumnRan = false;
  let any = false;
  for (let uid: u32 = 0; uid < n; uid++) any = any || get(consensusX32, uid) != 0;
  if (!enabled || !any) return false;
  const low = quantile(n, consensusX32, 1, scratch);
  const high = quantile(n, consensusX32, 3, scratch);
  if (high == 0) return false;
  const lower = proportionFromU16(<u16>alphaLow);
  const upper = proportionFromU16(<u16>alphaHigh);
  let a: i64 = 0;
  let b: i64 = 0;
  if (high > low && lower != 0 && upper != 0) {
    const atLow = logit(lower, clamps);
    a = divide(saturatingSub(logit(upper, clamps), atLow), saturatingSub(low, high), clamps);
    b = saturatingAdd(atLow, saturatingMul(a, low));
  }
  put(liquidQuantiles, 0, low);
  put(liquidQuantiles, 1, high);
  put(liquidLogistic, 0, a);
  put(liquidLogistic, 1, b);
  for (let uid: u32 = 0; uid < n; uid++) {
    // Fails on both sides: a column far below the low quantile gets the high alpha.
    const exponential = exp(saturatingSub(b, saturatingMul(a, get(consensusX32, uid))));
    const growth = exponential == EXP_FAILED ? 0 : exponential;
    put(alphasX32, uid, max(min(divide(ONE, saturatingAdd(ONE, growth), clamps), upper), lower));
  }
  liquidByColumnRan = true;
  return true;
}

/**
 * The average of rows with an alpha for each column: of duplicates in the new row the last counts, old ones accumulate;
 * only values above 0, uids ascending. `sums` is a scratch vector.
 */
export function emaByColumn(n: u32, newRows: Rows, oldRows: Rows, alphasX32: usize, sums: usize, uids: usize, result: Rows): void {
  zero(sums, n);
  clearUids(uids);
  result.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const newEnd = newRows.end(i);
    for (let entry = newRows.start(i); entry < newEnd; entry++) {
      const uid = newRows.uid(entry);
      put(sums, uid, saturatingMul(get(alphasX32, uid), newRows.value(entry)));
      addUid(uids, uid);
    }
    const oldEnd = oldRows.end(i);
    for (let entry = oldRows.start(i); entry < oldEnd; entry++) {
      const uid = oldRows.uid(entry);
      if (uid >= n) continue;
      const kept = saturatingMul(saturatingSub(ONE, get(alphasX32, uid)), oldRows.value(entry));
      put(sums, uid, saturatingAdd(get(sums, uid), kept));
      addUid(uids, uid);
    }
    for (let uid = takeSmallestUid(uids); uid >= 0; uid = takeSmallestUid(uids)) {
      const value = get(sums, uid);
      put(sums, uid, 0);
      if (value > 0) result.push(count++, uid, value);
    }
    result.setEnd(i, count);
  }
}
