/**
 * The sigmoids of liquid alpha for all entries of a column, bit by bit those of I32F32. bonds.md 6
 *
 * f64 computes each of them within a window that docs/proofs/exponential.md derives, and which no integer may lie in:
 * then its floor is that of the exact series with all its truncations. Those left open are summed term by term, and what
 * even then lies too near an integer is left to I32F32. Nothing that was rounded is ever part of a result.
 */
import { take } from "../arena";
import { sigmoidArgument, sigmoidOf } from "../bonds";
import { expSafe } from "../fixed/exp";
import { FULL, narrow } from "../fixed/fraction";
import { HALF, ONE } from "../fixed/i32f32";
import {
  bySign, constant, floorOf, greaterOf, areNothing, lesserOf, loadConstant, loadSigned, magnitudeOf, minus, nearestOf, numbers, over, plus,
  storeIntegers, times, timesPowerOfTwo, whereBelow,
} from "./floats";
import { atLeast, equal, fromU16, lanes, larger, loadU16, loadU32, moveWhere, smaller, splat, storeU32, where } from "./lanes";

const ONE_F64: f64 = <f64>ONE;
/** 2^64, one over which a raw value is its inverse. */
const WHOLE: f64 = ONE_F64 * ONE_F64;

/** Entries whose sigmoid is not known yet, and their differences, each less 1; then the sigmoids, or 0. All u32. */
let places: usize = 0;
let differences: usize = 0;
let found: usize = 0;

/** Room for the entries of one column. */
export function layOutSigmoids(count: u32): void {
  // Lists are written in whole steps.
  const room = (<u64>count + 4) << 2;
  places = take(room);
  differences = take(room);
  found = take(room);
}

/** The last exponent: its upper bits and its lower 21 as a fraction, and the sigmoid where nothing differs. */
let exponent: i64 = 0;
let exponentHigh: f64 = 0;
let exponentLow: f64 = 0;
let ofNothing: u64 = HALF;

function setExponent(given: i64): void {
  if (given == exponent) return;
  exponent = given;
  exponentHigh = <f64>(given >> 21);
  exponentLow = <f64>(given & 0x1f_ffff) / <f64>(1 << 21);
  ofNothing = <u64>sigmoidOf(expSafe(sigmoidArgument(0, 0, 0, given)));
}

/**
 * The sigmoid of each entry, u32, of weights as fractions and stored bonds; consensus and exponent are raw. Whole steps
 * of `result` are written.
 */
export function sigmoids(count: u32, weights: usize, oldBonds: usize, consensus: i64, exponent: i64, result: usize): void {
  setExponent(exponent);
  if (ASC_FEATURE_SIMD) fill<v128, v128>(count, weights, oldBonds, narrow(consensus), result);
  else fill<u64, f64>(count, weights, oldBonds, narrow(consensus), result);
}

function fill<T, F>(count: u32, weights: usize, oldBonds: usize, consensus: u64, result: usize): void {
  const listed = listDifferences<T>(count, weights, oldBonds, consensus, result);
  for (let k: usize = 0; k < listed; k += numbers<F>()) storeIntegers<F>(found + (k << 2), estimate<F>(argument<F>(k)));
  spread(listed, result);
  const open = keepOpen<T>(listed);
  for (let k: usize = 0; k < open; k += numbers<F>()) storeIntegers<F>(found + (k << 2), bySeries<F>(argument<F>(k)));
  spread(open, result);
  const left = keepOpen<T>(open);
  for (let k: usize = 0; k < left; k++) store<u32>(found + (k << 2), <u32>sigmoidOf(expSafe(<i64>argument<f64>(k))));
  spread(left, result);
}

/**
 * Lists the entries whose weight and bond differ by what counts, and returns their number; gives the others their
 * sigmoid. Among these are those of neither weight nor bond, whose average is 0 by any alpha.
 */
function listDifferences<T>(count: u32, weights: usize, oldBonds: usize, consensus: u64, result: usize): usize {
  const limit = splat<T>(consensus);
  const one = splat<T>(FULL);
  const none = splat<T>(ofNothing);
  let listed: usize = 0;
  for (let k: usize = 0; k < <usize>count; k += lanes<T>()) {
    const weight = loadU32<T>(weights + (k << 2));
    const greater = larger<T>(weight, fromU16<T>(loadU16<T>(oldBonds + (k << 1))));
    const bought = where<T>(equal<T>(greater, weight), difference<T>(weight, smaller<T>(weight, limit)));
    const apart = sum<T>(difference<T>(greater, weight), bought);
    // Where they differ and the greater one is one itself, its fraction is 1 too small.
    const lessOne = difference<T>(difference<T>(apart, equal<T>(greater, one)), splat<T>(1));
    storeU32<T>(result + (k << 2), none);
    const step = listed << 2;
    listed += moveWhere<T>(atLeast<T>(apart, splat<T>(1)), positions<T>(k), places + step, lessOne, differences + step);
  }
  return listed;
}

@inline
function sum<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.add(a, b);
  return a + b;
}

@inline
function difference<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.sub(a, b);
  return a - b;
}

/** The entries of the step that begins with one. */
@inline
function positions<T>(first: usize): T {
  if (isVector<T>()) return i32x4.add(i32x4.splat(<i32>first), i32x4(0, 1, 2, 3));
  return <T>first;
}

/** Puts what has been found into the entries' places. */
function spread(count: usize, result: usize): void {
  for (let k: usize = 0; k < count; k++) {
    store<u32>(result + ((<usize>load<u32>(places + (k << 2))) << 2), load<u32>(found + (k << 2)));
  }
}

/** Keeps those in the list for which nothing has been found, and returns their number. */
function keepOpen<T>(count: usize): usize {
  let open: usize = 0;
  // Behind the last one nothing is open.
  memory.fill(found + (count << 2), 1, lanes<T>() << 2);
  for (let k: usize = 0; k < count; k += lanes<T>()) {
    const isOpen = equal<T>(loadU32<T>(found + (k << 2)), splat<T>(0));
    const place = loadU32<T>(places + (k << 2));
    const lessOne = loadU32<T>(differences + (k << 2));
    open += moveWhere<T>(isOpen, place, places + (open << 2), lessOne, differences + (open << 2));
  }
  return open;
}

/** What the chain clamps the argument to. */
const LIMIT: f64 = 20 * ONE_F64;

/** The argument of the exponential, raw: floor(exponent x (difference - HALF)), clamped. */
@inline
function argument<T>(k: usize): T {
  // The difference less HALF. Its products with 21 bits each are exact.
  const offset = plus<T>(loadSigned<T>(differences + (k << 2)), constant<T>(1));
  const low = floorOf<T>(times<T>(offset, constant<T>(exponentLow)));
  const product = plus<T>(times<T>(offset, constant<T>(exponentHigh)), low);
  const raw = floorOf<T>(times<T>(product, constant<T>(1.0 / <f64>(1 << 11))));
  return greaterOf<T>(lesserOf<T>(raw, constant<T>(LIMIT)), constant<T>(-LIMIT));
}

const LN_2: f64 = 0.6931471805599453;

/** One over one more than the exponential, of which the inverse of a negative argument's is truncated first. */
@inline
function sigmoidBefore<T>(argument: T, growth: T): T {
  return over<T>(constant<T>(WHOLE), plus<T>(bySign<T>(argument, floorOf<T>(growth), growth), constant<T>(ONE_F64)));
}

/**
 * The sigmoid's floor, or 0 where it is open: where the exponential or the sigmoid is within `margin` of an integer, or the
 * first of them that is truncated, the exponential of a negative argument, reaches one by a `window` more.
 */
@inline
function floorUnlessOpen<T>(argument: T, growth: T, sigmoid: T, window: T, margin: f64): T {
  const result = floorOf<T>(sigmoid);
  const fraction = minus<T>(sigmoid, result);
  const first = bySign<T>(argument, minus<T>(growth, floorOf<T>(growth)), fraction);
  const known = whereBelow<T>(result, constant<T>(margin), lesserOf<T>(first, fraction));
  return whereBelow<T>(known, greaterOf<T>(plus<T>(first, window), fraction), constant<T>(1.0 - margin));
}

/** By the true exponential, which the chain's series may be below by so much that the sigmoid stays open. */
@inline
function estimate<T>(argument: T): T {
  const power = nearestOf<T>(times<T>(argument, constant<T>(1.0 / (LN_2 * ONE_F64))));
  const rest = minus<T>(times<T>(argument, constant<T>(1.0 / ONE_F64)), times<T>(power, constant<T>(LN_2)));
  // The exponential of the rest is (even + odd) / (even - odd), the Pade approximant of degree 5.
  const square = times<T>(rest, rest);
  const even = plus<T>(times<T>(plus<T>(times<T>(square, constant<T>(30)), constant<T>(3_360)), square), constant<T>(30_240));
  const odd = times<T>(plus<T>(times<T>(plus<T>(square, constant<T>(420)), square), constant<T>(15_120)), rest);
  const growth = over<T>(timesPowerOfTwo<T>(plus<T>(even, odd), plus<T>(power, constant<T>(32))), minus<T>(even, odd));
  const sigmoid = sigmoidBefore<T>(argument, growth);

  const magnitude = magnitudeOf<T>(argument);
  const lesser = lesserOf<T>(growth, sigmoid);
  const truncated = times<T>(plus<T>(times<T>(magnitude, constant<T>(8 / ONE_F64 / WHOLE)), constant<T>(6 / WHOLE)), times<T>(lesser, lesser));
  const unsummed = times<T>(minus<T>(magnitude, constant<T>(9 * ONE_F64)), constant<T>(1 / (50 * ONE_F64)));
  return floorUnlessOpen<T>(argument, growth, sigmoid, greaterOf<T>(truncated, unsummed), 1.0 / 256);
}

const LAST_TERM: i32 = 31;

/** 1 / (i x 2^32), a little too small: by more than the roundings of a term can make up for. */
const inverses: usize = memory.data(8 * (LAST_TERM + 1), 8);
for (let i: usize = 2; i <= <usize>LAST_TERM; i++) {
  store<f64>(inverses + (i << 3), (1.0 / (<f64>i * ONE_F64)) * (1.0 - 1.0 / <f64>(1 << 50)));
}

/** By the series itself, each of whose terms is the floor of a quotient, which here is a little too small. */
@inline
function bySeries<T>(argument: T): T {
  const magnitude = magnitudeOf<T>(argument);
  let term = magnitude;
  let sum = plus<T>(magnitude, constant<T>(ONE_F64));
  let largest = constant<T>(0);
  for (let i: usize = 2; i <= <usize>LAST_TERM; i++) {
    const quotient = times<T>(times<T>(term, magnitude), loadConstant<T>(inverses + (i << 3)));
    term = floorOf<T>(quotient);
    sum = plus<T>(sum, term);
    largest = greaterOf<T>(largest, minus<T>(quotient, term));
    if (areNothing<T>(term)) break;
  }
  const growth = bySign<T>(argument, over<T>(constant<T>(WHOLE), sum), sum);
  let known = floorUnlessOpen<T>(argument, growth, sigmoidBefore<T>(argument, growth), constant<T>(0), 1.0 / <f64>(1 << 20));
  known = whereBelow<T>(known, largest, constant<T>(1.0 - 1.0 / <f64>(1 << 10)));
  known = whereBelow<T>(known, magnitude, constant<T>(5 * ONE_F64 + 1));
  // One has a constant of its own.
  return whereBelow<T>(known, constant<T>(0), magnitudeOf<T>(minus<T>(argument, constant<T>(ONE_F64))));
}
