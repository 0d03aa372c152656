/** Null consensus: one validator decides the miners, integers all the way. null.md. */
import * as at from "./memory";
import { I64F64, cell, high, isGreater, isZero, low, set, setZero } from "./fixed/cell";
import { normalizeToI32F32 } from "./fixed/i64f64";
import { getU64, putU64, saturatingAddU64 } from "./fixed/u64";
import { divideDigits, multiplyDigits } from "./fixed/wide";
import { activeUids, outdated } from "./masks";
import { toU16 } from "./output";
import { Rows } from "./rows";
import { stake, totalStakes } from "./stake";

// The outcome of the last Null epoch: the deciding uid (-1 where there are none) and what was given out, rao.

export let winner: i32 = -1;
export let minerBudget: u64 = 0;
export let validatorBudget: u64 = 0;

/** The first uid with the largest total stake; -1 where there is none. */
function largestStake(n: u32, totalsX64: usize): i32 {
  let largest: u32 = 0;
  for (let uid: u32 = 1; uid < n; uid++) {
    if (isGreater(cell(totalsX64, uid), cell(totalsX64, largest), I64F64)) largest = uid;
  }
  return n == 0 ? -1 : <i32>largest;
}

/** The winner's stored weights as integers, less the self-weight and outdated ones; one for everybody where all are 0. */
function minerShares(
  n: u32,
  decider: u32,
  stored: Rows,
  ownerUid: i32,
  lastUpdate: usize,
  blockAtRegistration: usize,
  commitReveal: bool,
  commitBlocks: usize,
  sharesX64: usize,
): void {
  for (let uid: u32 = 0; uid < n; uid++) setZero(cell(sharesX64, uid));
  const end = stored.end(decider);
  for (let entry = stored.start(decider); entry < end; entry++) {
    const j = stored.uid(entry);
    if (j >= n || (j == decider && <i32>decider != ownerUid)) continue;
    if (outdated(getU64(lastUpdate, decider), getU64(blockAtRegistration, j), commitReveal, getU64(commitBlocks, decider))) continue;
    set(cell(sharesX64, j), 0, stored.stored(entry));
  }
  for (let uid: u32 = 0; uid < n; uid++) if (!isZero(cell(sharesX64, uid))) return;
  for (let uid: u32 = 0; uid < n; uid++) set(cell(sharesX64, uid), 0, 1);
}

// 65,535 shares below 2^127 sum to less than 2^143: five digits; times a u64 seven, and one of room.
const SUM_DIGITS = 5;
const sum: usize = memory.data(20);
const total: usize = memory.data(20);
const divisor: usize = memory.data(20);
const factor: usize = memory.data(8);
const product: usize = memory.data(32);
const quotient: usize = memory.data(32);

function addToSum(sum: usize, share: usize): void {
  const nextLow = load<u64>(sum) + low(share);
  const carryLow = <u64>(nextLow < low(share));
  const partHigh = load<u64>(sum, 8) + <u64>high(share);
  const nextHigh = partHigh + carryLow;
  const carryHigh = <u32>(partHigh < <u64>high(share)) + <u32>(nextHigh < partHigh);
  store<u64>(sum, nextLow);
  store<u64>(sum, nextHigh, 8);
  store<u32>(sum, load<u32>(sum, 16) + carryHigh, 16);
}

/** Cumulative rounding: the payouts sum to the budget exactly. Shares are cells, at least 0. null.md 8. */
function apportion(n: u32, shares: usize, budget: u64, payouts: usize): void {
  memory.fill(total, 0, 20);
  for (let uid: u32 = 0; uid < n; uid++) addToSum(total, cell(shares, uid));
  const nothing = (load<u64>(total) | load<u64>(total, 8) | <u64>load<u32>(total, 16)) == 0;
  memory.fill(sum, 0, 20);
  store<u64>(factor, budget);
  let paid: u64 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    let through: u64 = 0;
    if (!nothing) {
      addToSum(sum, cell(shares, uid));
      multiplyDigits(sum, SUM_DIGITS, factor, 2, product);
      memory.copy(divisor, total, 20);
      divideDigits(product, SUM_DIGITS + 2, divisor, SUM_DIGITS, quotient);
      through = load<u64>(quotient);
    }
    putU64(payouts, uid, through - paid);
    paid = through;
  }
}

/** Every positive total earns. True where there is one. */
function validatorShares(n: u32, totalsX64: usize, sharesX64: usize): bool {
  let any = false;
  for (let uid: u32 = 0; uid < n; uid++) {
    const total = cell(totalsX64, uid);
    if (high(total) < 0) {
      setZero(cell(sharesX64, uid));
    } else {
      set(cell(sharesX64, uid), low(total), high(total));
      any = any || !isZero(total);
    }
  }
  return any;
}

/**
 * Reads the state and writes the results of `memory.ts`. Budgets in rao: for miners, for validators, and for miners
 * where nobody has stake. Stored bonds are neither read nor written.
 */
export function nullEpoch(mining: u64, dividend: u64, fallback: u64): void {
  const n = at.n;
  totalStakes(n, at.alphaStake, at.taoStake, at.taoWeight, at.totalStakesX64, at.stake);
  activeUids(n, at.lastUpdate, at.activityCutoff, at.currentBlock, at.active);

  winner = largestStake(n, at.totalStakesX64);
  memory.fill(at.newValidatorPermits, 0, n);
  if (winner >= 0) {
    store<u8>(at.newValidatorPermits + winner, 1);
    minerShares(
      n, winner, at.storedWeights, at.ownerUid, at.lastUpdate, at.blockAtRegistration,
      at.commitReveal, at.commitBlocks, at.incentiveSharesX64,
    );
  }
  const anyStake = validatorShares(n, at.totalStakesX64, at.dividendSharesX64);
  minerBudget = anyStake ? mining : fallback;
  validatorBudget = anyStake ? dividend : 0;

  apportion(n, at.incentiveSharesX64, minerBudget, at.serverEmission);
  apportion(n, at.dividendSharesX64, validatorBudget, at.validatorEmission);
  for (let uid: u32 = 0; uid < n; uid++) {
    putU64(at.emission, uid, saturatingAddU64(getU64(at.serverEmission, uid), getU64(at.validatorEmission, uid)));
  }

  stake(n, at.totalStakesX64, at.stakeThreshold, at.ownerUid, at.keptStakesX64, at.stakeX32);
  memory.copy(at.keptStakesX64, at.incentiveSharesX64, (<usize>n) << 4);
  normalizeToI32F32(at.keptStakesX64, n, at.incentiveX32);
  memory.copy(at.keptStakesX64, at.dividendSharesX64, (<usize>n) << 4);
  normalizeToI32F32(at.keptStakesX64, n, at.dividendsX32);

  toU16(n, at.stakeX32, at.stakeWeight);
  toU16(n, at.incentiveX32, at.incentive);
  toU16(n, at.dividendsX32, at.dividends);
  memory.fill(at.consensus, 0, (<usize>n) << 1);
  memory.fill(at.validatorTrust, 0, (<usize>n) << 1);
}
