/** Emission of a block by what has been issued. halving.md 1 */
import { I96F32, fromU64, low, safeDiv, saturatingMul, saturatingSub, set, setOne, toU64 } from "./fixed/cell";
import { log2 } from "./fixed/log";

const SUPPLY_CAP_RAO: u64 = 21_000_000_000_000_000;
const FULL_BLOCK_EMISSION_RAO: u64 = 1_000_000_000;

const one: usize = memory.data(16);
const issued: usize = memory.data(16);
const cap: usize = memory.data(16);
const divisor: usize = memory.data(16);
const two: usize = memory.data(16);
const logarithm: usize = memory.data(16);

/** Raw I96F32 of log2(cap / (cap - issued)); -1 where nothing is left. The result fits 64 bits. */
export function halvingResidual(issuanceRao: u64): i64 {
  if (issuanceRao >= SUPPLY_CAP_RAO) return -1;
  setOne(I96F32, one);
  fromU64(issuanceRao, I96F32, issued);
  fromU64(SUPPLY_CAP_RAO, I96F32, cap);
  safeDiv(issued, cap, I96F32, issued);
  saturatingSub(one, issued, I96F32, issued);
  safeDiv(one, issued, I96F32, issued);
  log2(issued, I96F32, logarithm);
  return <i64>low(logarithm);
}

/** Rao */
export function blockEmission(issuanceRao: u64): u64 {
  return emissionAtResidual(halvingResidual(issuanceRao));
}

/** Rao: halved once for each whole unit of the residual. */
export function emissionAtResidual(residual: i64): u64 {
  if (residual < 0) return 0;
  setOne(I96F32, divisor);
  set(two, 2 << 32, 0);
  for (let halving = residual >> 32; halving > 0; halving--) saturatingMul(divisor, two, I96F32, divisor);
  safeDiv(one, divisor, I96F32, divisor);
  fromU64(FULL_BLOCK_EMISSION_RAO, I96F32, issued);
  saturatingMul(divisor, issued, I96F32, issued);
  return toU64(issued, I96F32);
}
