/** Rao to each uid. emission.md. */
import { safeDiv, saturatingAdd } from "./fixed/i32f32";
import { divideBy, reciprocalOf } from "./fixed/reciprocal";
import { get, put, skipZeros, wrappingSum } from "./fixed/vector";
import { mulHighU64 } from "./fixed/wide";

/** Floor of share x rao, clamped to u64. A share widened to I96F32 leaves room for any amount of rao. */
export function emissionAmount(shareX32: i64, rao: u64): u64 {
  if (shareX32 < 0) return 0;
  const high = mulHighU64(shareX32, rao);
  return high >> 32 != 0 ? u64.MAX_VALUE : (high << 32) | ((<u64>shareX32 * rao) >> 32);
}

/**
 * `byStake` are the shares where nobody earned anything. The three amounts are truncated each on its own. Gives what all
 * earned together, raw, and leaves in the vector `combined` what each did.
 */
export function emission(
  n: u32,
  incentiveX32: usize,
  dividendsX32: usize,
  byStake: usize,
  raoEmission: u64,
  combined: usize,
  serverEmission: usize,
  validatorEmission: usize,
  combinedEmission: usize,
): i64 {
  for (let uid: u32 = 0; uid < n; uid++) put(combined, uid, saturatingAdd(get(incentiveX32, uid), get(dividendsX32, uid)));
  const total = wrappingSum(combined, n);
  if (total == 0) {
    amounts(n, incentiveX32, 0, raoEmission, serverEmission);
    amounts(n, byStake, 0, raoEmission, validatorEmission);
    amounts(n, byStake, 0, raoEmission, combinedEmission);
  } else {
    amounts(n, incentiveX32, total, raoEmission, serverEmission);
    amounts(n, dividendsX32, total, raoEmission, validatorEmission);
    amounts(n, combined, total, raoEmission, combinedEmission);
  }
  return total;
}

/** Each share of the total in rao; a total of 0 means that they are shares already. */
function amounts(n: u32, shares: usize, total: i64, rao: u64, result: usize): void {
  const reciprocal = total > 0 ? reciprocalOf(total) : 0;
  memory.fill(result, 0, (<usize>n) << 3);
  for (let uid = skipZeros(shares, 0, n); uid < n; uid = skipZeros(shares, uid + 1, n)) {
    const value = get(shares, uid);
    const share = total > 0 ? divideBy(value, total, reciprocal) : total == 0 ? value : safeDiv(value, total);
    store<u64>(result + ((<usize>uid) << 3), emissionAmount(share, rao));
  }
}
