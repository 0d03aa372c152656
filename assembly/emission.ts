/** Rao to each uid. epoch.md 4.13. */
import { I96F32, fromI32F32, fromU64, saturatingMul, toU64 } from "./fixed/cell";
import { safeDiv, saturatingAdd } from "./fixed/i32f32";
import { get, put, wrappingSum } from "./fixed/vector";

const share: usize = memory.data(16);
const amount: usize = memory.data(16);

/** Floor of share x rao, clamped to u64; the share is widened to I96F32. */
export function emissionAmount(shareX32: i64, rao: u64): u64 {
  fromI32F32(shareX32, share);
  fromU64(rao, I96F32, amount);
  saturatingMul(share, amount, I96F32, amount);
  return toU64(amount, I96F32);
}

/** `combined` is a scratch vector. The three amounts are truncated each on its own. */
export function emission(
  n: u32,
  incentiveX32: usize,
  dividendsX32: usize,
  stakeX32: usize,
  activeStakeX32: usize,
  raoEmission: u64,
  combined: usize,
  serverEmission: usize,
  validatorEmission: usize,
  combinedEmission: usize,
): void {
  for (let uid: u32 = 0; uid < n; uid++) put(combined, uid, saturatingAdd(get(incentiveX32, uid), get(dividendsX32, uid)));
  const total = wrappingSum(combined, n);
  if (total == 0) {
    // Nobody earned anything: the stake decides, the active one first.
    const byStake = wrappingSum(activeStakeX32, n) == 0 ? stakeX32 : activeStakeX32;
    amounts(n, incentiveX32, 0, raoEmission, serverEmission);
    amounts(n, byStake, 0, raoEmission, validatorEmission);
    amounts(n, byStake, 0, raoEmission, combinedEmission);
  } else {
    amounts(n, incentiveX32, total, raoEmission, serverEmission);
    amounts(n, dividendsX32, total, raoEmission, validatorEmission);
    amounts(n, combined, total, raoEmission, combinedEmission);
  }
}

/** Each share of the total in rao; a total of 0 means that they are shares already. */
function amounts(n: u32, shares: usize, total: i64, rao: u64, result: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const value = get(shares, uid);
    store<u64>(result + ((<usize>uid) << 3), emissionAmount(total == 0 ? value : safeDiv(value, total), rao));
  }
}
