/**
 * The exponentials that liquid alpha's sigmoid needs for all entries of a column, bit by bit those of `expSafe`.
 *
 * Each term of the series is floor(term x magnitude / (i x 2^32)). In f64 that quotient is off by a few of its last bits,
 * so that it is computed twice: with a divisor a little too small and a little too large. Where both have the same floor
 * for every term, that is the exact series; where not, and for the largest magnitudes, `expSafe` decides. Nothing that
 * was rounded is ever part of a result, and IEEE 754 leaves no choice to an engine.
 */
import { expSafe } from "../fixed/exp";
import { ONE, fromInteger } from "../fixed/i32f32";
import { inverseOf } from "../fixed/reciprocal";
import { get, put } from "../fixed/vector";
import * as at from "../memory";

/** Up to here a sum is below 2^53 and so exact in f64. */
const LIMIT: i64 = fromInteger(14);
const LAST_TERM: usize = 31;

/** More than what three roundings can do to a product, as a share of it: 2^-50. */
const MARGIN: f64 = 1.0 / <f64>(1 << 50);

/** 1 / (i x 2^32), a little too large and a little too small. */
const upper: usize = memory.data(8 * (LAST_TERM + 1), 8);
const lower: usize = memory.data(8 * (LAST_TERM + 1), 8);
for (let i: usize = 2; i <= LAST_TERM; i++) {
  const inverse = 1.0 / (<f64>i * <f64>ONE);
  store<f64>(upper + (i << 3), inverse * (1.0 + MARGIN));
  store<f64>(lower + (i << 3), inverse * (1.0 - MARGIN));
}

/** Arguments seen lately and their exponentials (or an entry's complement while that is yet to come), by the argument's low bits. */
const SEEN: i64 = 1024;
const seen: usize = memory.data(16 * <i32>SEEN, 16);

/** Entries whose exponentials have to be computed: their numbers (u32), magnitudes and the two sums (f64). */
let pending: usize = 0;
let magnitudes: usize = 0;
let upperSums: usize = 0;
let lowerSums: usize = 0;

/** Magnitudes to a step: enough that none waits for another. */
const STEP: usize = 8;

/** Room for the entries of one column. */
export function layOutGrowth(entries: u32): void {
  const room = (<u64>entries + STEP) << 3;
  pending = at.take(room >> 1);
  magnitudes = at.take(room);
  upperSums = at.take(room);
  lowerSums = at.take(room);
}

/** Replaces the arguments, raw I32F32, by their exponentials. */
export function growths(count: u32, values: usize): void {
  const missing = collect(count, values);
  for (let k: usize = 0; k < STEP; k++) store<f64>(magnitudes + ((<usize>missing + k) << 3), 0);
  for (let k: usize = 0; k < <usize>missing; k += STEP) {
    if (ASC_FEATURE_SIMD) seriesOfEight(magnitudes + (k << 3), upperSums + (k << 3), lowerSums + (k << 3));
    else for (let lane: usize = k; lane < k + STEP; lane++) seriesOfOne(lane << 3);
  }
  for (let k: u32 = 0; k < missing; k++) settle(k, values);
  for (let k: u32 = 0; k < count; k++) {
    const value = get(values, k);
    if (value < 0) put(values, k, get(values, ~<u32>value));
  }
}

/** Replaces arguments that have been seen; lists the others. */
function collect(count: u32, values: usize): u32 {
  let missing: u32 = 0;
  for (let k: u32 = 0; k < count; k++) {
    const argument = get(values, k);
    const place = seen + (<usize>(argument & (SEEN - 1)) << 4);
    if (load<i64>(place) == argument && load<i64>(place, 8) != 0) {
      put(values, k, load<i64>(place, 8));
      continue;
    }
    store<i64>(place, argument);
    const magnitude = argument < 0 ? -argument : argument;
    if (magnitude > LIMIT || argument == ONE) {
      const growth = expSafe(argument);
      store<i64>(place, growth, 8);
      put(values, k, growth);
      continue;
    }
    store<i64>(place, ~<i64>k, 8);
    store<u32>(pending + ((<usize>missing) << 2), k);
    store<f64>(magnitudes + ((<usize>missing) << 3), <f64>magnitude);
    missing++;
  }
  return missing;
}

/** Puts one exponential into its entry's place. */
function settle(index: u32, values: usize): void {
  const entry = load<u32>(pending + ((<usize>index) << 2));
  const argument = get(values, entry);
  const sum = load<f64>(upperSums + ((<usize>index) << 3));
  let growth: i64;
  if (sum != load<f64>(lowerSums + ((<usize>index) << 3))) growth = expSafe(argument);
  else growth = argument < 0 ? <i64>inverseOf(<u64>sum) : <i64>sum;
  put(values, entry, growth);
  const place = seen + (<usize>(argument & (SEEN - 1)) << 4);
  if (load<i64>(place) == argument) store<i64>(place, growth, 8);
}

function seriesOfOne(offset: usize): void {
  const magnitude = load<f64>(magnitudes + offset);
  let term = magnitude;
  let above = magnitude + <f64>ONE;
  let below = above;
  for (let i: usize = 2; i <= LAST_TERM && term != 0; i++) {
    const product = term * magnitude;
    term = floor<f64>(product * load<f64>(upper + (i << 3)));
    above += term;
    below += floor<f64>(product * load<f64>(lower + (i << 3)));
  }
  store<f64>(upperSums + offset, above);
  store<f64>(lowerSums + offset, below);
}

/** Four pairs side by side. */
function seriesOfEight(from: usize, toUpper: usize, toLower: usize): void {
  const one = f64x2.splat(<f64>ONE);
  const magnitude0 = v128.load(from);
  const magnitude1 = v128.load(from, 16);
  const magnitude2 = v128.load(from, 32);
  const magnitude3 = v128.load(from, 48);
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
  for (let i: usize = 2; i <= LAST_TERM; i++) {
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
  v128.store(toUpper, above0);
  v128.store(toUpper, above1, 16);
  v128.store(toUpper, above2, 32);
  v128.store(toUpper, above3, 48);
  v128.store(toLower, below0);
  v128.store(toLower, below1, 16);
  v128.store(toLower, below2, 32);
  v128.store(toLower, below3, 48);
}
