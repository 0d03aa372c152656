/**
 * From the argument of a sigmoid to its raw I32F32 in f64, or to 0 where f64 leaves it open.
 * Bounds and margins are those of the proof. Proof: docs/proofs/exponential.md
 *
 * An argument is floor(exponent x (difference - HALF)), clamped to 20 either way. Lists have the differences, u32, each less 1,
 * from 1 to one; results are u32. They are padded to whole steps.
 */
import { HALF, ONE } from "../fixed/i32f32";
import {
  areNothing, bySign, constant, floorOf, greaterOf, lesserOf, loadSigned, magnitudeOf, minus, nothing, numbers, over, plus,
  storeIntegers, times, timesPowerOfTwo, whereBelow,
} from "./floats";

/** Entries of the lists to a step. */
export const STEP: usize = 8;

/** What fills the last step: its argument is nearly 0, and its series the shortest. */
export const FILLING: u64 = HALF;

const ONE_RAW: f64 = <f64>ONE;
const WHOLE_RAW: f64 = ONE_RAW * ONE_RAW;
/** From here to twice that the last bits of an f64 are those of an integer. */
const INTEGERS_FROM: f64 = <f64>(1 << 52);

const UNIT: usize = memory.data<f64>([1.0]);
const ONE_F64: usize = memory.data<f64>([ONE_RAW]);
/** 2^64, one over which a raw value is its inverse. */
const WHOLE: usize = memory.data<f64>([WHOLE_RAW]);
const INTEGERS: usize = memory.data<f64>([INTEGERS_FROM]);

/** The exponent: whole where it is plain, else its upper bits, and its lower 21 as a fraction. */
const PLAIN: usize = memory.data(8, 8);
const UPPER: usize = memory.data(8, 8);
const LOWER: usize = memory.data(8, 8);
/** Whether it is an integer and no argument is beyond UNSUMMED_FROM. */
let isPlain: bool = true;

/** A raw exponent below 2^41. */
export function setExponent(exponent: i64): void {
  store<f64>(PLAIN, <f64>exponent / ONE_RAW);
  store<f64>(UPPER, <f64>(exponent >> 21));
  store<f64>(LOWER, <f64>(exponent & 0x1f_ffff) / <f64>(1 << 21));
  isPlain = (exponent & (ONE - 1)) == 0 && exponent >= -17 * ONE && exponent <= 17 * ONE;
}

const LIMIT: usize = memory.data<f64>([20.0 * ONE_RAW]);
const MINUS_LIMIT: usize = memory.data<f64>([-20.0 * ONE_RAW]);
const OF_PRODUCT: usize = memory.data<f64>([1.0 / <f64>(1 << 11)]);

/** The difference less HALF. */
@inline
function offset<T>(lessOne: usize): T {
  return plus<T>(loadSigned<T>(lessOne), constant<T>(UNIT));
}

@inline
function plainArgument<T>(lessOne: usize): T {
  return times<T>(offset<T>(lessOne), constant<T>(PLAIN));
}

/** Products of 32 with 21 bits are exact. */
@inline
export function argument<T>(lessOne: usize): T {
  const factor = offset<T>(lessOne);
  const lower = floorOf<T>(times<T>(factor, constant<T>(LOWER)));
  const product = plus<T>(times<T>(factor, constant<T>(UPPER)), lower);
  const raw = floorOf<T>(times<T>(product, constant<T>(OF_PRODUCT)));
  return greaterOf<T>(lesserOf<T>(raw, constant<T>(LIMIT)), constant<T>(MINUS_LIMIT));
}

/** One over one more than the exponential, of which that of a negative argument is truncated first. */
@inline
function sigmoidOf<T>(argument: T, growth: T): T {
  return over<T>(constant<T>(WHOLE), plus<T>(bySign<T>(argument, floorOf<T>(growth), growth), constant<T>(ONE_F64)));
}

/**
 * The sigmoid's floor, or 0 where it is open: where what is truncated, the sigmoid and before it the exponential of a negative
 * argument, is within `margin` above an integer, or has no more than one less `rest` to the next one. The first of them that
 * is truncated may besides be larger by the window.
 */
@inline
function floorUnlessOpen<T>(argument: T, growth: T, sigmoid: T, window: T, margin: usize, rest: usize): T {
  const result = floorOf<T>(sigmoid);
  const fraction = minus<T>(sigmoid, result);
  const first = bySign<T>(argument, minus<T>(growth, floorOf<T>(growth)), fraction);
  const known = whereBelow<T>(result, constant<T>(margin), lesserOf<T>(first, fraction));
  return whereBelow<T>(known, greaterOf<T>(plus<T>(first, window), fraction), constant<T>(rest));
}

const LN_2_F64: f64 = 0.6931471805599453;
const LN_2: usize = memory.data<f64>([LN_2_F64]);
const OVER_LN_2: usize = memory.data<f64>([1.0 / (LN_2_F64 * ONE_RAW)]);
const OVER_ONE: usize = memory.data<f64>([1.0 / ONE_RAW]);
/** Added, it leaves an integer, whose last bits are those of 32 more: the exponential becomes a raw one. */
const TO_INTEGER: usize = memory.data<f64>([1.5 * INTEGERS_FROM + 32.0]);

/** Coefficients of the Pade approximant of degree 5. */
const EVEN_0: usize = memory.data<f64>([30_240.0]);
const ODD_1: usize = memory.data<f64>([15_120.0]);
const EVEN_2: usize = memory.data<f64>([3_360.0]);
const ODD_3: usize = memory.data<f64>([420.0]);
const EVEN_4: usize = memory.data<f64>([30.0]);

/** The window: what the terms lack by their truncation, and beyond some magnitude what follows the last term. */
const TRUNCATED_0: usize = memory.data<f64>([6.0 / WHOLE_RAW]);
const TRUNCATED_1: usize = memory.data<f64>([8.5 / WHOLE_RAW / ONE_RAW]);
const UNSUMMED_FROM: usize = memory.data<f64>([8.5 * ONE_RAW]);
const UNSUMMED_1: usize = memory.data<f64>([1.0 / (50.0 * ONE_RAW)]);

const ESTIMATE_MARGIN: usize = memory.data<f64>([1.0 / 4_096.0]);
const ESTIMATE_REST: usize = memory.data<f64>([4_091.0 / 4_096.0]);

/** The sigmoids of a list that the true exponential, which the chain's series is not above, does not leave open; of the others 0. */
export function estimates<T>(differences: usize, count: usize, results: usize): void {
  const step = numbers<T>() << 2;
  const end = differences + (count << 2);
  const toResult = results - differences;
  if (isPlain) {
    for (let at = differences; at < end; at += step) storeIntegers<T>(at + toResult, estimate<T>(plainArgument<T>(at), false));
  } else {
    for (let at = differences; at < end; at += step) storeIntegers<T>(at + toResult, estimate<T>(argument<T>(at), true));
  }
}

@inline
function estimate<T>(argument: T, unsummed: bool): T {
  const power = plus<T>(times<T>(argument, constant<T>(OVER_LN_2)), constant<T>(TO_INTEGER));
  const logarithm = times<T>(minus<T>(power, constant<T>(TO_INTEGER)), constant<T>(LN_2));
  const rest = minus<T>(times<T>(argument, constant<T>(OVER_ONE)), logarithm);
  const square = times<T>(rest, rest);
  const even = plus<T>(times<T>(plus<T>(times<T>(square, constant<T>(EVEN_4)), constant<T>(EVEN_2)), square), constant<T>(EVEN_0));
  const odd = times<T>(plus<T>(times<T>(plus<T>(square, constant<T>(ODD_3)), square), constant<T>(ODD_1)), rest);
  const growth = over<T>(timesPowerOfTwo<T>(plus<T>(even, odd), power), minus<T>(even, odd));
  const sigmoid = sigmoidOf<T>(argument, growth);

  const magnitude = magnitudeOf<T>(argument);
  const lesser = lesserOf<T>(growth, sigmoid);
  const lack = plus<T>(times<T>(magnitude, constant<T>(TRUNCATED_1)), constant<T>(TRUNCATED_0));
  let window = times<T>(lack, times<T>(lesser, lesser));
  if (unsummed) {
    const beyond = minus<T>(magnitude, constant<T>(UNSUMMED_FROM));
    window = greaterOf<T>(window, times<T>(beyond, constant<T>(UNSUMMED_1)));
  }
  const known = floorUnlessOpen<T>(argument, growth, sigmoid, window, ESTIMATE_MARGIN, ESTIMATE_REST);
  return plus<T>(known, constant<T>(INTEGERS));
}

const LAST_TERM: i32 = 31;

/** 1 / (i x 2^32) from 2 on, a little too small: by more than the roundings of a quotient. The 0 behind them ends the series. */
const INVERSES: usize = memory.data(8 * (LAST_TERM - 1 + 1), 8);
for (let i: i32 = 2; i <= LAST_TERM; i++) {
  store<f64>(INVERSES + (<usize>(i - 2) << 3), (1.0 / (<f64>i * ONE_RAW)) * (1.0 - 1.0 / <f64>(1 << 50)));
}

const SERIES_LIMIT: usize = memory.data<f64>([5.0 * ONE_RAW + 1.0]);
const QUOTIENT_REST: usize = memory.data<f64>([1_023.0 / 1_024.0]);
const SERIES_MARGIN: usize = memory.data<f64>([1.0 / <f64>(1 << 20)]);
const SERIES_REST: usize = memory.data<f64>([1.0 - 1.0 / <f64>(1 << 20)]);

/** The same by the chain's series itself, each of whose terms is the floor of a quotient, here a little too small. */
export function sumSeries<T>(differences: usize, count: usize, results: usize): void {
  const step = numbers<T>() << 2;
  const end = differences + (count << 2);
  for (let at = differences; at < end; at += step << 2) {
    // A term has to wait for the one before, but not for those of other series.
    const argument0 = argument<T>(at);
    const argument1 = argument<T>(at + step);
    const argument2 = argument<T>(at + 2 * step);
    const argument3 = argument<T>(at + 3 * step);
    const magnitude0 = magnitudeOf<T>(argument0);
    const magnitude1 = magnitudeOf<T>(argument1);
    const magnitude2 = magnitudeOf<T>(argument2);
    const magnitude3 = magnitudeOf<T>(argument3);
    let term0 = magnitude0;
    let term1 = magnitude1;
    let term2 = magnitude2;
    let term3 = magnitude3;
    let sum0 = plus<T>(magnitude0, constant<T>(ONE_F64));
    let sum1 = plus<T>(magnitude1, constant<T>(ONE_F64));
    let sum2 = plus<T>(magnitude2, constant<T>(ONE_F64));
    let sum3 = plus<T>(magnitude3, constant<T>(ONE_F64));
    let largest0 = nothing<T>();
    let largest1 = largest0;
    let largest2 = largest0;
    let largest3 = largest0;
    let inverses = INVERSES;
    do {
      const inverse = constant<T>(inverses);
      inverses += 8;
      const quotient0 = times<T>(times<T>(term0, magnitude0), inverse);
      const quotient1 = times<T>(times<T>(term1, magnitude1), inverse);
      const quotient2 = times<T>(times<T>(term2, magnitude2), inverse);
      const quotient3 = times<T>(times<T>(term3, magnitude3), inverse);
      term0 = floorOf<T>(quotient0);
      term1 = floorOf<T>(quotient1);
      term2 = floorOf<T>(quotient2);
      term3 = floorOf<T>(quotient3);
      sum0 = plus<T>(sum0, term0);
      sum1 = plus<T>(sum1, term1);
      sum2 = plus<T>(sum2, term2);
      sum3 = plus<T>(sum3, term3);
      largest0 = greaterOf<T>(largest0, minus<T>(quotient0, term0));
      largest1 = greaterOf<T>(largest1, minus<T>(quotient1, term1));
      largest2 = greaterOf<T>(largest2, minus<T>(quotient2, term2));
      largest3 = greaterOf<T>(largest3, minus<T>(quotient3, term3));
    } while (!areNothing<T>(plus<T>(plus<T>(term0, term1), plus<T>(term2, term3))));
    const result = at + (results - differences);
    storeIntegers<T>(result, bySeries<T>(argument0, sum0, largest0));
    storeIntegers<T>(result + step, bySeries<T>(argument1, sum1, largest1));
    storeIntegers<T>(result + 2 * step, bySeries<T>(argument2, sum2, largest2));
    storeIntegers<T>(result + 3 * step, bySeries<T>(argument3, sum3, largest3));
  }
}

/** From the sum of a series and the largest fraction of its quotients. */
@inline
function bySeries<T>(argument: T, sum: T, largest: T): T {
  const growth = bySign<T>(argument, over<T>(constant<T>(WHOLE), sum), sum);
  const sigmoid = sigmoidOf<T>(argument, growth);
  let known = floorUnlessOpen<T>(argument, growth, sigmoid, nothing<T>(), SERIES_MARGIN, SERIES_REST);
  known = whereBelow<T>(known, largest, constant<T>(QUOTIENT_REST));
  known = whereBelow<T>(known, magnitudeOf<T>(argument), constant<T>(SERIES_LIMIT));
  // One itself has a constant in place of the series.
  known = whereBelow<T>(known, nothing<T>(), magnitudeOf<T>(minus<T>(argument, constant<T>(ONE_F64))));
  return plus<T>(known, constant<T>(INTEGERS));
}
