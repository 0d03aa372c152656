/**
 * The operators of I32F32 before dynamic TAO: wrapping up to spec 152, then clamping, also where a quotient does not
 * fit; and conversions that wrap in both. numbers.md, before 233.
 */
import { I64F64, divTrunc, set, setMax, toI32F32Wrapping } from "../fixed/cell";
import { round, saturatingAdd, saturatingDiv, saturatingMul, saturatingSub } from "../fixed/i32f32";
import { U16_MAX_X32 } from "../fixed/proportion";
import { divideDigits, mulHighI64, mulHighU64 } from "../fixed/wide";
import { get, put, wrappingSum } from "../fixed/vector";

@inline
export function add(a: i64, b: i64, wrap: bool): i64 {
  return wrap ? a + b : saturatingAdd(a, b);
}

@inline
export function sub(a: i64, b: i64, wrap: bool): i64 {
  return wrap ? a - b : saturatingSub(a, b);
}

/** Of the floored product the low 64 bits where it wraps. */
export function mul(a: i64, b: i64, wrap: bool): i64 {
  return wrap ? (mulHighI64(a, b) << 32) | ((<u64>(a * b)) >> 32) : saturatingMul(a, b);
}

const numerator: usize = memory.data(16);
const divisor: usize = memory.data(8);
const quotient: usize = memory.data(16);

@inline
function magnitude(a: i64): u64 {
  return a < 0 ? 0 - <u64>a : <u64>a;
}

/** Of the truncated quotient the low 64 bits where it wraps. The divisor is not 0. */
export function div(a: i64, b: i64, wrap: bool): i64 {
  if (!wrap) return saturatingDiv(a, b);
  store<u64>(numerator, magnitude(a) << 32);
  store<u64>(numerator, magnitude(a) >> 32, 8);
  store<u64>(divisor, magnitude(b));
  divideDigits(numerator, 3, divisor, 2, quotient);
  const unsigned = load<u64>(quotient);
  return (a ^ b) < 0 ? <i64>(0 - unsigned) : <i64>unsigned;
}

const integer: usize = memory.data(16);

/** a / b of integers as I64F64. The divisor is not 0. */
export function divideIntegers(a: i64, b: i64, wrap: bool, quotient: usize): void {
  set(quotient, 0, a);
  set(integer, 0, b);
  // Only the lowest integer over minus one does not fit.
  if (divTrunc(quotient, integer, I64F64, quotient)) return;
  if (wrap) set(quotient, 0, i64.MIN_VALUE);
  else setMax(I64F64, quotient);
}

const share: usize = memory.data(16);

/** The same as raw I32F32, of which the low 64 bits stay. */
export function shareOfIntegers(a: i64, b: i64, wrap: bool): i64 {
  divideIntegers(a, b, wrap, share);
  return toI32F32Wrapping(share);
}

/** The low 16 bits of the floor. */
@inline
export function toU16(x32: i64): u16 {
  return <u16>(x32 >> 32);
}

/** The storage form of a proportion. */
@inline
export function proportionToU16(x32: i64, wrap: bool): u16 {
  return toU16(mul(x32, U16_MAX_X32, wrap));
}

/** floor(share x rao), of which the low 64 bits stay; the product fits 128 bits. */
export function amount(shareX32: i64, rao: u64): u64 {
  const productHigh = mulHighU64(<u64>shareX32, rao) - (shareX32 < 0 ? rao : 0);
  return (productHigh << 32) | ((<u64>shareX32 * rao) >> 32);
}

/** Each element divided by the wrapping sum, where that is not 0; in place. */
export function normalize(vector: usize, count: u32, wrap: bool): void {
  const sum = wrappingSum(vector, count);
  if (sum == 0) return;
  for (let i: u32 = 0; i < count; i++) put(vector, i, div(get(vector, i), sum, wrap));
}

const HALF_RANGE_X32: i64 = 32_768 << 32;

/** lists.md 6 */
export function maxUpscaleToU16(count: u32, values: usize, wrap: bool, result: usize): void {
  if (count == 0) return;
  let largest = get(values, 0);
  for (let i: u32 = 1; i < count; i++) largest = max(largest, get(values, i));
  const factor = largest == 0 ? 0 : div(U16_MAX_X32, largest, wrap);
  for (let i: u32 = 0; i < count; i++) {
    const value = get(values, i);
    let stored: u16;
    if (largest == 0) stored = proportionToU16(value, wrap);
    else if (largest > HALF_RANGE_X32) stored = toU16(round(mul(value, factor, wrap)));
    else stored = toU16(round(div(mul(value, U16_MAX_X32, wrap), largest, wrap)));
    store<u16>(result + ((<usize>i) << 1), stored);
  }
}
