/** Several mechanisms in one subnet: the split of the emission, and their terms put together. mechanisms.md. */
import * as at from "./memory";
import { getU64, putU64, saturatingAddU64 } from "./fixed/u64";
import { mulHighU64, divideDigits } from "./fixed/wide";
import { RANKS_REPORTED, has } from "./ruleSets";

const U16_MAX: u64 = 65_535;

const numerator: usize = memory.data(24);
const divisor: usize = memory.data(8);
const quotient: usize = memory.data(24);

/** floor(high x 2^64 + low / by) as 128 bits in `quotient`. */
function divide128(low: u64, high: u64, by: u64): void {
  store<u64>(numerator, low);
  store<u64>(numerator, high, 8);
  store<u64>(divisor, by);
  divideDigits(numerator, 4, divisor, 2, quotient);
}

/** A mechanism's id is a u8. */
export const MAX_MECHANISMS: u32 = 256;

/** The stored split: a u16 for each mechanism, read by interface/epoch.ts. */
export const emissionSplit: usize = memory.data(512);
/** What `splitEmission` gives: a u64 for each mechanism. */
export const emissionParts: usize = memory.data(2048);

/** By the stored split, or evenly; what truncation leaves goes to the first. Of a product the low 64 bits count. mechanisms.md 1 */
export function splitEmission(amount: u64, count: u32, evenly: bool): void {
  let given: u64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    let part = amount / count;
    if (!evenly) {
      const share = <u64>load<u16>(emissionSplit + ((<usize>i) << 1));
      divide128(amount * share, mulHighU64(amount, share), U16_MAX);
      part = load<u64>(quotient);
    }
    putU64(emissionParts, i, part);
    given = saturatingAddU64(given, part);
  }
  if (amount > given) store<u64>(emissionParts, load<u64>(emissionParts) + amount - given);
}

/** Begins to put terms together. */
export function beginTotals(): void {
  // The buffers lie one behind another in memory.ts, from the first to the last.
  memory.fill(at.totalStakeWeight, 0, at.totalPruningScores + ((<usize>at.n) << 1) - at.totalStakeWeight);
}

/**
 * Adds the last epoch's results: amounts and flags plainly, proportions, and `emission` where it is `weighted`, by the
 * mechanism's part of the total, truncated after each mechanism. With nothing to give out the first mechanism counts
 * alone. mechanisms.md 2, 3
 */
export function addToTotals(part: u64, total: u64, first: bool, weighted: bool): void {
  // U64F64: an integer and a fraction of 2^64.
  let weightInteger: u64 = first ? 1 : 0;
  let weightFraction: u64 = 0;
  if (total != 0) {
    divide128(0, part, total);
    weightInteger = load<u64>(quotient, 8);
    weightFraction = load<u64>(quotient);
  }
  const n = at.n;
  addWords(n, at.stakeWeight, weightInteger, weightFraction, at.totalStakeWeight);
  addWords(n, at.consensus, weightInteger, weightFraction, at.totalConsensus);
  addWords(n, at.dividends, weightInteger, weightFraction, at.totalDividends);
  addWords(n, at.validatorTrust, weightInteger, weightFraction, at.totalValidatorTrust);
  addAmounts(n, at.serverEmission, at.totalServerEmission);
  addAmounts(n, at.validatorEmission, at.totalValidatorEmission);
  if (weighted) addWeightedAmounts(n, at.emission, weightInteger, weightFraction, at.totalEmission);
  else addAmounts(n, at.emission, at.totalEmission);
  if (has(at.rules, RANKS_REPORTED)) {
    addWords(n, at.ranks, weightInteger, weightFraction, at.totalRanks);
    addWords(n, at.trust, weightInteger, weightFraction, at.totalTrust);
    addWords(n, at.pruningScores, weightInteger, weightFraction, at.totalPruningScores);
  }
  addAmounts(n, at.stake, at.totalStake);
  addFlags(n, at.active, at.totalActive);
  addFlags(n, at.newValidatorPermits, at.totalNewValidatorPermits);
}

function addWords(n: u32, values: usize, weightInteger: u64, weightFraction: u64, totals: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const offset = (<usize>uid) << 1;
    const value = <u64>load<u16>(values + offset);
    // A part is never above the total, so that the integer is 0 or 1 and nothing overflows.
    const sum = <u64>load<u16>(totals + offset) + value * weightInteger + mulHighU64(value, weightFraction);
    store<u16>(totals + offset, <u16>min(sum, U16_MAX));
  }
}

function addWeightedAmounts(n: u32, values: usize, weightInteger: u64, weightFraction: u64, totals: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const value = getU64(values, uid);
    // The integer is 0 or 1, and 1 only without a fraction.
    putU64(totals, uid, saturatingAddU64(getU64(totals, uid), value * weightInteger + mulHighU64(value, weightFraction)));
  }
}

function addAmounts(n: u32, values: usize, totals: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    putU64(totals, uid, saturatingAddU64(getU64(totals, uid), getU64(values, uid)));
  }
}

function addFlags(n: u32, values: usize, totals: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) store<u8>(totals + uid, load<u8>(totals + uid) | load<u8>(values + uid));
}
