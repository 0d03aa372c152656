/** Dividends from the shares that the panels left behind, row by row. dividends.md. */
import { isFraction, narrow } from "../fixed/fraction";
import { checkedMul } from "../fixed/i32f32";
import { get, normalize, put } from "../fixed/vector";
import { addRaw, lanes, loadU32, lookUp, product, splat, sumOf } from "./lanes";
import { panelRow } from "./rows";

/** False where an incentive is no fraction. `incentives` is a scratch list of n u32. */
export function dividends(
  n: u32,
  table: usize,
  rows: u32,
  uids: usize,
  shares: usize,
  incentiveX32: usize,
  incentives: usize,
  activeStakeX32: usize,
  timesStake: bool,
  dividendsX32: usize,
): bool {
  for (let uid: u32 = 0; uid < n; uid++) {
    const incentive = get(incentiveX32, uid);
    if (!isFraction(incentive)) return false;
    store<u32>(incentives + ((<usize>uid) << 2), <u32>narrow(incentive));
    put(dividendsX32, uid, 0);
  }
  for (let slot: u32 = 0; slot < rows; slot++) {
    const row = panelRow(table, slot);
    let whole = row.resultStart;
    if (ASC_FEATURE_SIMD) whole += (row.resultEnd - row.resultStart) & ~(<u32>lanes<v128>() - 1);
    let sum = earned<u64>(whole, row.resultEnd, uids, shares, incentives);
    if (ASC_FEATURE_SIMD) sum += earned<v128>(row.resultStart, whole, uids, shares, incentives);
    put(dividendsX32, row.uid, timesStake ? checkedMul(sum, get(activeStakeX32, row.uid), 0) : <i64>sum);
  }
  normalize(dividendsX32, n);
  return true;
}

/** The raw sum of shares times incentive. */
@inline
function earned<T>(start: u32, end: u32, uids: usize, shares: usize, incentives: usize): u64 {
  let sum = splat<T>(0);
  for (let result = <usize>start; result < <usize>end; result += lanes<T>()) {
    sum = addRaw<T>(sum, product<T>(lookUp<T>(incentives, uids + (result << 1)), loadU32<T>(shares + (result << 2))));
  }
  return sumOf<T>(sum);
}
