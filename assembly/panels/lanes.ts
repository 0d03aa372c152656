/**
 * Four fractions at a time where there is SIMD (T = v128, u32 lanes), else one (T = u64): each operation once, for both
 * builds. Fractions are those of fixed/fraction.ts; columns are padded so that no lane is left over.
 * Proof: docs/proofs/fractions.md
 */
import { FULL } from "../fixed/fraction";

/** Entries to a step. Every column begins at a multiple of four. */
@inline
export function lanes<T>(): usize {
  return isVector<T>() ? 4 : 1;
}

@inline
export function splat<T>(value: u64): T {
  if (isVector<T>()) return i32x4.splat(<i32>value);
  return <T>value;
}

@inline
export function loadU32<T>(address: usize): T {
  if (isVector<T>()) return v128.load(address);
  return <T>load<u32>(address);
}

@inline
export function loadU16<T>(address: usize): T {
  if (isVector<T>()) return i32x4.extend_low_i16x8_u(v128.load64_zero(address));
  return <T>load<u16>(address);
}

@inline
export function storeU32<T>(address: usize, values: T): void {
  if (isVector<T>()) v128.store(address, values);
  else store<u32>(address, <u32>values);
}

/** Values of at most 65535. */
@inline
export function storeU16<T>(address: usize, values: T): void {
  if (isVector<T>()) v128.store64_lane(address, i16x8.narrow_i32x4_u(values, values), 0);
  else store<u16>(address, <u16>values);
}

/** Whether four ascending indices follow one another. */
@inline
function areNeighbours(indices: usize): bool {
  return load<u16>(indices, 6) - load<u16>(indices) == 3;
}

/** Of a list of u32, the ones at the ascending u16 indices. */
@inline
export function lookUp<T>(list: usize, indices: usize): T {
  const first = list + ((<usize>load<u16>(indices)) << 2);
  if (isVector<T>()) {
    if (areNeighbours(indices)) return v128.load(first);
    let values = v128.load32_zero(first);
    values = v128.load32_lane(list + ((<usize>load<u16>(indices, 2)) << 2), values, 1);
    values = v128.load32_lane(list + ((<usize>load<u16>(indices, 4)) << 2), values, 2);
    return v128.load32_lane(list + ((<usize>load<u16>(indices, 6)) << 2), values, 3);
  }
  return <T>load<u32>(first);
}

/** Adds raw bits to the u64 of a list at the ascending u16 indices. */
@inline
export function addRawAt<T>(list: usize, indices: usize, fractions: T): void {
  const first = list + ((<usize>load<u16>(indices)) << 3);
  if (isVector<T>()) {
    const ones = i32x4.eq(fractions, i32x4.splat(-1));
    const low = i64x2.sub(i64x2.extend_low_i32x4_u(fractions), i64x2.extend_low_i32x4_s(ones));
    const high = i64x2.sub(i64x2.extend_high_i32x4_u(fractions), i64x2.extend_high_i32x4_s(ones));
    if (areNeighbours(indices)) {
      v128.store(first, i64x2.add(v128.load(first), low));
      v128.store(first, i64x2.add(v128.load(first, 16), high), 16);
      return;
    }
    store<u64>(first, load<u64>(first) + i64x2.extract_lane(low, 0));
    const second = list + ((<usize>load<u16>(indices, 2)) << 3);
    store<u64>(second, load<u64>(second) + i64x2.extract_lane(low, 1));
    const third = list + ((<usize>load<u16>(indices, 4)) << 3);
    store<u64>(third, load<u64>(third) + i64x2.extract_lane(high, 0));
    const fourth = list + ((<usize>load<u16>(indices, 6)) << 3);
    store<u64>(fourth, load<u64>(fourth) + i64x2.extract_lane(high, 1));
  } else {
    store<u64>(first, load<u64>(first) + fractions + <u64>(fractions == FULL));
  }
}

@inline
export function smaller<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.min_u(a, b);
  return min(a, b);
}

@inline
export function larger<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.max_u(a, b);
  return max(a, b);
}

/** All bits where equal, none where not. */
@inline
export function equal<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.eq(a, b);
  return <T>((0 - <u64>(a == b)) & FULL);
}

/** All bits where a >= b. */
@inline
export function atLeast<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.ge_u(a, b);
  return <T>(0 - <u64>(a >= b));
}

/** The values under a mask, else 0. */
@inline
export function where<T>(mask: T, values: T): T {
  if (isVector<T>()) return v128.and(mask, values);
  return mask & values;
}

@inline
export function either<T>(a: T, b: T): T {
  if (isVector<T>()) return v128.or(a, b);
  return a | b;
}

@inline
export function any<T>(mask: T): bool {
  if (isVector<T>()) return v128.any_true(mask);
  return mask != 0;
}

/** The difference modulo 2^32. */
@inline
export function minus<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.sub(a, b);
  return (a - b) & FULL;
}

/** The smallest lane. */
@inline
export function smallestLane<T>(values: T): u64 {
  if (isVector<T>()) {
    const halves = i32x4.min_u(values, i64x2.shuffle(values, values, 1, 0));
    return <u64>min(<u32>i32x4.extract_lane(halves, 0), <u32>i32x4.extract_lane(halves, 1));
  }
  return values;
}

/** The largest lane. */
@inline
export function largestLane<T>(values: T): u64 {
  if (isVector<T>()) {
    const halves = i32x4.max_u(values, i64x2.shuffle(values, values, 1, 0));
    return <u64>max(<u32>i32x4.extract_lane(halves, 0), <u32>i32x4.extract_lane(halves, 1));
  }
  return values;
}

/** Adds the raw bits of fractions to partial sums of u64. */
@inline
export function addRaw<T>(sums: T, fractions: T): T {
  if (isVector<T>()) {
    const ones = i32x4.eq(fractions, i32x4.splat(-1));
    const low = i64x2.sub(i64x2.extend_low_i32x4_u(fractions), i64x2.extend_low_i32x4_s(ones));
    const high = i64x2.sub(i64x2.extend_high_i32x4_u(fractions), i64x2.extend_high_i32x4_s(ones));
    return i64x2.add(sums, i64x2.add(low, high));
  }
  return sums + fractions + <T>(fractions == FULL);
}

/** The same of fractions below one, or of other u32. */
@inline
export function addPlain<T>(sums: T, values: T): T {
  if (isVector<T>()) return i64x2.add(sums, i64x2.add(v128.and(values, i64x2.splat(0xffff_ffff)), i64x2.shr_u(values, 32)));
  return sums + values;
}

/** The same where no lane's sum reaches 2^32. */
@inline
export function addShort<T>(sums: T, values: T): T {
  if (isVector<T>()) return i32x4.add(sums, values);
  return sums + values;
}

/** The sum of u32 lanes. */
@inline
export function shortSumOf<T>(sums: T): u64 {
  if (isVector<T>()) {
    const pairs = i64x2.add(i64x2.extend_low_i32x4_u(sums), i64x2.extend_high_i32x4_u(sums));
    return i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
  }
  return sums;
}

@inline
export function sumOf<T>(sums: T): u64 {
  if (isVector<T>()) return i64x2.extract_lane(sums, 0) + i64x2.extract_lane(sums, 1);
  return sums;
}

/** The upper halves of the products of u32. */
@inline
function upperProduct(a: v128, b: v128): v128 {
  return i32x4.shuffle(i64x2.extmul_low_i32x4_u(a, b), i64x2.extmul_high_i32x4_u(a, b), 1, 3, 5, 7);
}

/** floor(a x b) of two fractions. */
@inline
export function product<T>(a: T, b: T): T {
  if (isVector<T>()) {
    // Of one and another fraction the upper half is one too small, unless the other is 0.
    const ones = v128.or(i32x4.eq(a, i32x4.splat(-1)), i32x4.eq(b, i32x4.splat(-1)));
    return i32x4.min_u(i32x4.min_u(i32x4.sub(upperProduct(a, b), ones), a), b);
  }
  return (a * b + (a & (0 - <u64>(b == FULL))) + (b & (0 - <u64>(a == FULL)))) >> 32;
}

/** floor(fraction x factor) of a factor below one. */
@inline
export function scaled<T>(fraction: T, factor: T): T {
  if (isVector<T>()) {
    // Of one itself the upper half is one too small, unless the factor is 0.
    return i32x4.min_u(i32x4.sub(upperProduct(fraction, factor), i32x4.eq(fraction, i32x4.splat(-1))), factor);
  }
  return (fraction * factor + (factor & (0 - <u64>(fraction == FULL)))) >> 32;
}

/** The same of a fraction below one, too. */
@inline
export function part<T>(fraction: T, factor: T): T {
  if (isVector<T>()) return upperProduct(fraction, factor);
  return (fraction * factor) >> 32;
}

/**
 * trunc(fraction / divisor) as a fraction, by the digits of a divisor up to one (see division.ts). `whole` is the
 * fraction that the divisor itself would be.
 * Proof: docs/proofs/multiplier.md
 */
@inline
export function divided<T>(fraction: T, upper: T, middle: T, lower: T, whole: T): T {
  if (isVector<T>()) {
    const low = i64x2.add(
      i64x2.extmul_low_i32x4_u(fraction, middle),
      i64x2.shr_u(i64x2.extmul_low_i32x4_u(fraction, lower), 32),
    );
    const high = i64x2.add(
      i64x2.extmul_high_i32x4_u(fraction, middle),
      i64x2.shr_u(i64x2.extmul_high_i32x4_u(fraction, lower), 32),
    );
    const quotient = i32x4.add(i32x4.mul(fraction, upper), i32x4.shuffle(low, high, 1, 3, 5, 7));
    return v128.or(quotient, i32x4.eq(fraction, whole));
  }
  const quotient = fraction * upper + ((fraction * middle + ((fraction * lower) >> 32)) >> 32);
  return (quotient | (0 - <u64>(fraction == whole))) & FULL;
}

/** The same by the digits of a divisor above one, which gives `ofOne` for one itself. */
@inline
export function dividedByMore<T>(fraction: T, upper: T, middle: T, lower: T, ofOne: T): T {
  const isOne = equal(fraction, splat<T>(FULL));
  if (isVector<T>()) {
    let low = i64x2.shr_u(i64x2.extmul_low_i32x4_u(fraction, lower), 32);
    low = i64x2.shr_u(i64x2.add(i64x2.extmul_low_i32x4_u(fraction, middle), low), 32);
    low = i64x2.add(i64x2.extmul_low_i32x4_u(fraction, upper), low);
    let high = i64x2.shr_u(i64x2.extmul_high_i32x4_u(fraction, lower), 32);
    high = i64x2.shr_u(i64x2.add(i64x2.extmul_high_i32x4_u(fraction, middle), high), 32);
    high = i64x2.add(i64x2.extmul_high_i32x4_u(fraction, upper), high);
    return v128.bitselect(ofOne, i32x4.shuffle(low, high, 1, 3, 5, 7), isOne);
  }
  const quotient = (fraction * upper + ((fraction * middle + ((fraction * lower) >> 32)) >> 32)) >> 32;
  return (ofOne & isOne) | (quotient & ~isOne);
}

/** The sum of two fractions below one, itself at most one. */
@inline
export function added<T>(a: T, b: T): T {
  if (isVector<T>()) {
    const sum = i32x4.add(a, b);
    return v128.or(sum, i32x4.lt_u(sum, a));
  }
  const sum = a + b;
  return sum - (sum >> 32);
}

/** One less a fraction below one, other than 1 raw. */
@inline
export function complement<T>(fraction: T): T {
  if (isVector<T>()) return v128.or(i32x4.neg(fraction), i32x4.eq(fraction, i32x4.splat(0)));
  return fraction == 0 ? FULL : (<u64>1 << 32) - fraction;
}

/** All bits where the sum of two fractions below one is 2^32 - 1, which is no fraction. */
@inline
export function sumIsNone<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.eq(i32x4.add(a, b), i32x4.splat(-1));
  return 0 - <u64>(a + b == FULL);
}

/** The fraction of a stored proportion: 65537 is 65535 over 2^32 but for one's last bit. */
@inline
export function fromU16<T>(values: T): T {
  if (isVector<T>()) return v128.or(values, i32x4.shl(values, 16));
  return values * 65_537;
}

/** floor(fraction x 65535), as stored. */
@inline
export function toU16<T>(fractions: T): T {
  if (isVector<T>()) {
    // fraction x 2^16 less the fraction, which borrows from the upper half, but not of one itself.
    const borrow = v128.andnot(i32x4.gt_u(fractions, i32x4.shl(fractions, 16)), i32x4.eq(fractions, i32x4.splat(-1)));
    return i32x4.add(i32x4.shr_u(fractions, 16), borrow);
  }
  return ((fractions + <u64>(fractions == FULL)) * 65_535) >> 32;
}
