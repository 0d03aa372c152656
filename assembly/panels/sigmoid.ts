/**
 * The sigmoids of liquid alpha for all entries of a column, bit by bit those of I32F32.
 *
 * Each term of the exponential's series is floor(term x magnitude / (i x 2^32)). In f64 that quotient is off by a few of
 * its last bits, so that it is computed twice: a little too large and a little too small. Where both have the same floor
 * for every term, that is the exact series, and so for the divisions behind it; where not, and for the largest
 * magnitudes, I32F32 decides. Nothing that was rounded is ever part of a result, and IEEE 754 leaves no choice.
 */
import { take } from "../arena";
import { sigmoidArgument, sigmoidOf } from "../bonds";
import { expSafe } from "../fixed/exp";
import { widen } from "../fixed/fraction";
import { ONE, fromInteger } from "../fixed/i32f32";
import { proportionFromU16 } from "../fixed/proportion";

/** Up to here a sum is below 2^53 and so exact in f64. */
const LIMIT: i64 = fromInteger(14);
const LAST_TERM: i32 = 31;

const ONE_F64: f64 = <f64>ONE;
/** 2^64, one over which a raw value is its inverse. */
const WHOLE: f64 = ONE_F64 * ONE_F64;

/** 2^-50: more than four roundings can do, as a share of the result. */
const MARGIN: f64 = 1.0 / <f64>(1 << 50);

/** 1 / (i x 2^32), a little too large and a little too small. */
const upper: usize = memory.data(8 * (LAST_TERM + 1), 8);
const lower: usize = memory.data(8 * (LAST_TERM + 1), 8);
for (let i: usize = 2; i <= <usize>LAST_TERM; i++) {
  const inverse = 1.0 / (<f64>i * ONE_F64);
  store<f64>(upper + (i << 3), inverse * (1.0 + MARGIN));
  store<f64>(lower + (i << 3), inverse * (1.0 - MARGIN));
}

/**
 * Arguments seen lately (i64) by their low bits, each with its sigmoid (i64), or the complement of the entry that it has
 * yet to be computed for.
 */
const SEEN: i64 = 1024;
const seen: usize = memory.data(16 * <i32>SEEN, 16);

/** Those to be computed: the entry (u32), the argument (i64), its magnitude, which the sigmoid replaces (f64). */
let entries: usize = 0;
let missing: usize = 0;
let magnitudes: usize = 0;

/** Entries with the argument of one before: both u32. */
let repeated: usize = 0;
let repeatedCount: usize = 0;

/** Magnitudes to a step: enough that none waits for another. */
const STEP: usize = 8;

/** Room for the entries of one column. */
export function layOutSigmoids(count: u32): void {
  const room = (<u64>count + STEP) << 3;
  entries = take(room >> 1);
  missing = take(room);
  magnitudes = take(room);
  repeated = take(room);
}

/** The sigmoid of each entry, u32, of weights as fractions and stored bonds; consensus and exponent are raw. bonds.md 6. */
export function sigmoids(count: u32, weights: usize, bonds: usize, consensus: i64, exponent: i64, result: usize): void {
  const missingCount = collect(count, weights, bonds, consensus, exponent, result);
  memory.fill(magnitudes + (missingCount << 3), 0, STEP << 3);
  memory.fill(missing + (missingCount << 3), 0, STEP << 3);
  for (let k: usize = 0; k < missingCount; k += STEP) {
    if (ASC_FEATURE_SIMD) {
      sumsOfEight(magnitudes + (k << 3));
      for (let pair = k; pair < k + STEP; pair += 2) invert<v128>(missing + (pair << 3), magnitudes + (pair << 3));
    } else {
      for (let one = k; one < k + STEP; one++) {
        store<f64>(magnitudes + (one << 3), sumOf(load<f64>(magnitudes + (one << 3))));
        invert<f64>(missing + (one << 3), magnitudes + (one << 3));
      }
    }
  }
  settle(missingCount, result);
  for (let k: usize = 0; k < repeatedCount; k++) {
    const pair = repeated + (k << 3);
    store<u32>(result + ((<usize>load<u32>(pair)) << 2), load<u32>(result + ((<usize>load<u32>(pair, 4)) << 2)));
  }
}

/** Gives the sigmoids of arguments that have been seen, lists the others and returns their count. */
function collect(count: u32, weights: usize, bonds: usize, consensus: i64, exponent: i64, result: usize): usize {
  let missingCount: usize = 0;
  repeatedCount = 0;
  for (let k: usize = 0; k < <usize>count; k++) {
    const weight = widen(load<u32>(weights + (k << 2)));
    const argument = sigmoidArgument(consensus, weight, proportionFromU16(load<u16>(bonds + (k << 1))), exponent);
    const place = seen + (<usize>(argument & (SEEN - 1)) << 4);
    if (load<i64>(place) == argument) {
      const sigmoid = load<i64>(place, 8);
      if (sigmoid > 0) {
        store<u32>(result + (k << 2), <u32>sigmoid);
        continue;
      }
      if (sigmoid < 0) {
        const pair = repeated + (repeatedCount++ << 3);
        store<u32>(pair, <u32>k);
        store<u32>(pair, <u32>~sigmoid, 4);
        continue;
      }
    }
    store<i64>(place, argument);
    store<i64>(place, ~<i64>k, 8);
    store<u32>(entries + (missingCount << 2), <u32>k);
    store<i64>(missing + (missingCount << 3), argument);
    store<f64>(magnitudes + (missingCount << 3), <f64>(argument < 0 ? -argument : argument));
    missingCount++;
  }
  return missingCount;
}

/** Puts the sigmoids into their entries' places. */
function settle(missingCount: usize, result: usize): void {
  for (let k: usize = 0; k < missingCount; k++) {
    const argument = load<i64>(missing + (k << 3));
    const found = load<f64>(magnitudes + (k << 3));
    const isKnown = found > 0 && argument <= LIMIT && argument >= -LIMIT && argument != ONE;
    const sigmoid = isKnown ? <i64>found : sigmoidOf(expSafe(argument));
    store<u32>(result + ((<usize>load<u32>(entries + (k << 2))) << 2), <u32>sigmoid);
    const place = seen + (<usize>(argument & (SEEN - 1)) << 4);
    if (load<i64>(place) == argument) store<i64>(place, sigmoid, 8);
  }
}

// One number in f64, or two in v128.

@inline
function splat<T>(value: f64): T {
  if (isVector<T>()) return f64x2.splat(value);
  return <T>value;
}

@inline
function multiply<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.mul(a, b);
  return a * b;
}

@inline
function add<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.add(a, b);
  return a + b;
}

@inline
function divide<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.div(a, b);
  return a / b;
}

@inline
function floorOf<T>(a: T): T {
  if (isVector<T>()) return f64x2.floor(a);
  return floor<f64>(a);
}

/** `a`, or 0 where the other two differ. */
@inline
function whereEqual<T>(a: T, b: T, c: T): T {
  if (isVector<T>()) return v128.and(a, f64x2.eq(b, c));
  return b == c ? a : 0;
}

/** The one or the other by the sign of an i64. */
@inline
function bySign<T>(signs: usize, negative: T, positive: T): T {
  if (isVector<T>()) return v128.bitselect(negative, positive, i64x2.shr_s(v128.load(signs), 63));
  return load<i64>(signs) < 0 ? negative : positive;
}

@inline
function loadF64<T>(address: usize): T {
  if (isVector<T>()) return v128.load(address);
  return <T>load<f64>(address);
}

@inline
function storeF64<T>(address: usize, value: T): void {
  if (isVector<T>()) v128.store(address, value);
  else store<f64>(address, value);
}

/**
 * From the sum of a magnitude's series to the sigmoid: its inverse where the argument is negative, and the inverse of
 * one more. In place; 0 where I32F32 has to decide.
 */
@inline
function invert<T>(argument: usize, sum: usize): void {
  const whole = splat<T>(WHOLE);
  const more = splat<T>(1.0 + MARGIN);
  const less = splat<T>(1.0 - MARGIN);
  const series = loadF64<T>(sum);
  const inverse = divide<T>(whole, series);
  const larger = floorOf<T>(multiply<T>(inverse, more));
  const smaller = floorOf<T>(multiply<T>(inverse, less));
  const growth = bySign<T>(argument, larger, series);
  const sigmoid = divide<T>(whole, add<T>(growth, splat<T>(ONE_F64)));
  const upperSigmoid = floorOf<T>(multiply<T>(sigmoid, more));
  const lowerSigmoid = floorOf<T>(multiply<T>(sigmoid, less));
  const known = whereEqual<T>(upperSigmoid, upperSigmoid, lowerSigmoid);
  // A sum that is not known is 0, of which everything here is infinite and the sigmoid 0.
  storeF64<T>(sum, bySign<T>(argument, whereEqual<T>(known, larger, smaller), known));
}

/** The series of one magnitude; 0 where it has to be summed in I32F32. */
function sumOf(magnitude: f64): f64 {
  let term = magnitude;
  let above = magnitude + ONE_F64;
  let below = above;
  for (let i: usize = 2; i <= <usize>LAST_TERM && term != 0; i++) {
    const product = term * magnitude;
    term = floor<f64>(product * load<f64>(upper + (i << 3)));
    above += term;
    below += floor<f64>(product * load<f64>(lower + (i << 3)));
  }
  return above == below ? above : 0;
}

/** The same of four pairs side by side, in place. */
function sumsOfEight(sums: usize): void {
  const one = f64x2.splat(ONE_F64);
  const magnitude0 = v128.load(sums);
  const magnitude1 = v128.load(sums, 16);
  const magnitude2 = v128.load(sums, 32);
  const magnitude3 = v128.load(sums, 48);
  let term0 = magnitude0;
  let term1 = magnitude1;
  let term2 = magnitude2;
  let term3 = magnitude3;
  let above0 = f64x2.add(magnitude0, one);
  let above1 = f64x2.add(magnitude1, one);
  let above2 = f64x2.add(magnitude2, one);
  let above3 = f64x2.add(magnitude3, one);
  let below0 = above0;
  let below1 = above1;
  let below2 = above2;
  let below3 = above3;
  for (let i: usize = 2; i <= <usize>LAST_TERM; i++) {
    const up = v128.load64_splat(upper + (i << 3));
    const down = v128.load64_splat(lower + (i << 3));
    const product0 = f64x2.mul(term0, magnitude0);
    const product1 = f64x2.mul(term1, magnitude1);
    const product2 = f64x2.mul(term2, magnitude2);
    const product3 = f64x2.mul(term3, magnitude3);
    term0 = f64x2.floor(f64x2.mul(product0, up));
    term1 = f64x2.floor(f64x2.mul(product1, up));
    term2 = f64x2.floor(f64x2.mul(product2, up));
    term3 = f64x2.floor(f64x2.mul(product3, up));
    above0 = f64x2.add(above0, term0);
    above1 = f64x2.add(above1, term1);
    above2 = f64x2.add(above2, term2);
    above3 = f64x2.add(above3, term3);
    below0 = f64x2.add(below0, f64x2.floor(f64x2.mul(product0, down)));
    below1 = f64x2.add(below1, f64x2.floor(f64x2.mul(product1, down)));
    below2 = f64x2.add(below2, f64x2.floor(f64x2.mul(product2, down)));
    below3 = f64x2.add(below3, f64x2.floor(f64x2.mul(product3, down)));
    if (!v128.any_true(v128.or(v128.or(term0, term1), v128.or(term2, term3)))) break;
  }
  v128.store(sums, whereEqual<v128>(above0, above0, below0));
  v128.store(sums, whereEqual<v128>(above1, above1, below1), 16);
  v128.store(sums, whereEqual<v128>(above2, above2, below2), 32);
  v128.store(sums, whereEqual<v128>(above3, above3, below3), 48);
}
