/** The exponential by a Taylor series with a fixed number of terms. numbers.md 6 */
import * as cells from "./cell";
import { I64F64, copy, divideBySmall, isNegative, isZero, mulFloor, negate, safeDiv, set, setOne } from "./cell";
import { MAX, MIN, ONE, checkedMul, fromInteger, safeDiv as safeDivI32F32 } from "./i32f32";
import { inverseOf } from "./reciprocal";
import { getU64, putU64 } from "./u64";
import { mulHighU64 } from "./wide";

/** e with 23 fraction bits, as the chain holds it. */
const E: i64 = 22_802_600;

const LAST_TERM_I32F32: u32 = 31;
const LAST_TERM_I64F64: u32 = 63;

/** Stands for an overflow on the way; no true result is negative. */
export const EXP_FAILED: i64 = -1;

/** I32F32. A negative argument is the inverse of the positive one, and so fails for the same magnitudes. */
export function exp(x: i64): i64 {
  if (x == 0) return ONE;
  if (x == ONE) return E << 9;
  if (x == MIN) return EXP_FAILED;
  const magnitude = x < 0 ? -x : x;
  if (magnitude > MAX - ONE) return EXP_FAILED;
  let sum = magnitude + ONE;
  let term = magnitude;
  for (let i: u32 = 2; i <= LAST_TERM_I32F32; i++) {
    term = checkedMul(term, magnitude, EXP_FAILED);
    if (term < 0) return EXP_FAILED;
    term = <i64>(<u64>term / i);
    sum += term;
    if (sum < 0) return EXP_FAILED;
  }
  return x < 0 ? safeDivI32F32(ONE, sum) : sum;
}

const LIMIT: i64 = fromInteger(20);

/** ceil(2^64 / i) for each i of the series: its upper product with a number below 2^63 is at most one above the quotient by i. */
const inverses: usize = memory.data(8 * (LAST_TERM_I32F32 + 1));
for (let i: u32 = 2; i <= LAST_TERM_I32F32; i++) putU64(inverses, i, u64.MAX_VALUE / i + 1);

/**
 * I32F32, the argument clamped into [-20, 20]. Inside nothing fails: products stay below 2^62, so that the series needs
 * neither the checks nor the divisions of `exp`, and it may end with the first term of 0.
 * Proof: docs/proofs/exponential.md
 */
export function expSafe(x: i64): i64 {
  const clamped = x > LIMIT ? LIMIT : x < -LIMIT ? -LIMIT : x;
  if (clamped == ONE) return E << 9;
  const magnitude = <u64>(clamped < 0 ? -clamped : clamped);
  const integer = magnitude >> 32;
  const fraction = magnitude & 0xffff_ffff;
  let sum = magnitude + <u64>ONE;
  let term = magnitude;
  for (let i: u32 = 2; i <= LAST_TERM_I32F32 && term != 0; i++) {
    const product = term * integer + (term >> 32) * fraction + (((term & 0xffff_ffff) * fraction) >> 32);
    const quotient = mulHighU64(product, getU64(inverses, i));
    term = quotient - <u64>(quotient * i > product);
    sum += term;
  }
  return <i64>(clamped < 0 ? inverseOf(sum) : sum);
}

const one: usize = memory.data(16);
const magnitude: usize = memory.data(16);
const term: usize = memory.data(16);
const sum: usize = memory.data(16);

/** sum += addend; false where that does not fit. */
function addChecked(addend: usize): bool {
  cells.wrappingAdd(sum, addend, sum);
  return !isNegative(sum, I64F64);
}

/** I64F64. False where anything overflows on the way. */
export function expI64F64(x: usize, result: usize): bool {
  setOne(I64F64, one);
  if (isZero(x)) {
    copy(one, result);
    return true;
  }
  if (cells.low(x) == 0 && cells.high(x) == 1) {
    set(result, <u64>E << 41, E >> 23);
    return true;
  }
  const negative = isNegative(x, I64F64);
  if (negative) negate(x, magnitude);
  else copy(x, magnitude);
  // Only the most negative number stays negative.
  if (isNegative(magnitude, I64F64)) return false;
  copy(magnitude, sum);
  if (!addChecked(one)) return false;
  copy(magnitude, term);
  for (let i: u32 = 2; i <= LAST_TERM_I64F64; i++) {
    if (!mulFloor(term, magnitude, I64F64, term)) return false;
    divideBySmall(term, i);
    if (!addChecked(term)) return false;
  }
  if (negative) safeDiv(one, sum, I64F64, result);
  else copy(sum, result);
  return true;
}
