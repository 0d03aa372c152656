/**
 * The sigmoids of liquid alpha for all entries of a column, bit by bit those of I32F32. bonds.md 6
 *
 * Entries whose weight and bond differ by nothing that counts have one in common. Of the others f64 tells most sigmoids by the
 * true exponential, most of what that leaves open by the chain's own series, and I32F32 the rest.
 * Nothing that was rounded is ever part of a result. Proof: docs/proofs/exponential.md
 */
import { take } from "../arena";
import { sigmoidArgument, sigmoidOf } from "../bonds";
import { expSafe } from "../fixed/exp";
import { FULL, narrow } from "../fixed/fraction";
import { HALF } from "../fixed/i32f32";
import { moveWhere } from "./chosen";
import { FILLING, STEP, argument, estimates, setExponent, sumSeries } from "./exponential";
import {
  addShort, any, atLeast, equal, fromU16, lanes, larger, loadU16, loadU32, minus, smaller, splat, storeU32, where,
} from "./lanes";

/** The entries that still need a sigmoid; their differences, each less 1; what has been found for them, or 0. All u32. */
let places: usize = 0;
let differences: usize = 0;
let found: usize = 0;

/** Room for the entries of one column. */
export function layOutSigmoids(count: u32): void {
  const room = (<u64>count + 2 * STEP) << 2;
  places = take(room);
  differences = take(room);
  found = take(room);
}

/** The exponent that was last given, and the sigmoid by it where nothing differs. */
let lastExponent: i64 = 0;
let ofNothing: u64 = HALF;

/**
 * The sigmoid of each entry, u32, of weights as fractions and stored bonds; consensus and exponent are raw. Results are
 * written in whole steps of lanes. Entries of neither weight nor bond get some sigmoid: their average is 0 by any alpha.
 */
export function sigmoids(count: u32, weights: usize, oldBonds: usize, consensus: i64, exponent: i64, result: usize): void {
  if (exponent != lastExponent) {
    lastExponent = exponent;
    setExponent(exponent);
    ofNothing = <u64>sigmoidOf(expSafe(sigmoidArgument(0, 0, 0, exponent)));
  }
  if (ASC_FEATURE_SIMD) fill<v128, v128>(count, weights, oldBonds, narrow(consensus), result);
  else fill<u64, f64>(count, weights, oldBonds, narrow(consensus), result);
}

/** In lanes of fractions (T) and of f64 (F). */
function fill<T, F>(count: u32, weights: usize, oldBonds: usize, consensus: u64, result: usize): void {
  const listed = listDifferences<T>(count, weights, oldBonds, consensus, result);
  if (listed == 0) return;
  estimates<F>(differences, listed, found);
  spread(listed, result);
  const open = keepOpen<T>(listed);
  if (open == 0) return;
  sumSeries<F>(differences, open, found);
  spread(open, result);
  const left = keepOpen<T>(open);
  for (let k: usize = 0; k < left; k++) {
    store<u32>(found + (k << 2), <u32>sigmoidOf(expSafe(<i64>argument<f64>(differences + (k << 2)))));
  }
  spread(left, result);
}

/** Lists the entries whose weight and bond differ by what counts, and returns their number; gives the others their sigmoid. */
function listDifferences<T>(count: u32, weights: usize, oldBonds: usize, consensus: u64, result: usize): usize {
  const limit = splat<T>(consensus);
  const full = splat<T>(FULL);
  const one = splat<T>(1);
  const step = splat<T>(lanes<T>());
  const none = splat<T>(ofNothing);
  let place = firstPlaces<T>();
  let listed: usize = 0;
  for (let k: usize = 0; k < <usize>count; k += lanes<T>()) {
    const weight = loadU32<T>(weights + (k << 2));
    const greater = larger<T>(weight, fromU16<T>(loadU16<T>(oldBonds + (k << 1))));
    // What is sold: the bond above the weight. What is bought: the weight above the consensus.
    const sold = minus<T>(greater, weight);
    const bought = where<T>(equal<T>(greater, weight), minus<T>(weight, smaller<T>(weight, limit)));
    // Only one of the two is not 0.
    const apart = addShort<T>(sold, bought);
    // Less than one's fraction, others differ by 1 more than it says.
    const lessOne = minus<T>(minus<T>(apart, equal<T>(greater, full)), one);
    storeU32<T>(result + (k << 2), none);
    const to = listed << 2;
    listed += moveWhere<T>(atLeast<T>(apart, one), place, places + to, lessOne, differences + to);
    place = addShort<T>(place, step);
  }
  return listed;
}

@inline
function firstPlaces<T>(): T {
  if (isVector<T>()) return i32x4(0, 1, 2, 3);
  return <T>0;
}

/** Puts what has been found into the entries' places. */
function spread(count: usize, result: usize): void {
  const toFound = found - places;
  const end = places + (count << 2);
  for (let at = places; at < end; at += 4) store<u32>(result + ((<usize>load<u32>(at)) << 2), load<u32>(at + toFound));
}

/** Keeps those in the list for which nothing has been found, and returns their number. */
function keepOpen<T>(count: usize): usize {
  const from = found;
  const ofPlaces = places;
  const ofDifferences = differences;
  // Behind the last one nothing is open.
  storeU32<T>(from + (count << 2), splat<T>(1));
  let open: usize = 0;
  for (let k: usize = 0; k < count; k += lanes<T>()) {
    const isOpen = equal<T>(loadU32<T>(from + (k << 2)), splat<T>(0));
    if (!any<T>(isOpen)) continue;
    const place = loadU32<T>(ofPlaces + (k << 2));
    const lessOne = loadU32<T>(ofDifferences + (k << 2));
    open += moveWhere<T>(isOpen, place, ofPlaces + (open << 2), lessOne, ofDifferences + (open << 2));
  }
  for (let k = open; k < open + STEP; k += lanes<T>()) storeU32<T>(ofDifferences + (k << 2), splat<T>(FILLING));
  return open;
}
