/** Shares of the subnets in a block's emission. shares.md */
import {
  I64F64,
  I96F32,
  U64F64,
  U96F32,
  cell,
  convert,
  copy,
  fromI64,
  fromU64,
  isGreater,
  isNegative,
  isZero,
  safeDiv,
  saturatingAdd,
  saturatingMul,
  saturatingSub,
  set,
  setOne,
  setZero,
  toI32F32,
  wrappingAdd,
} from "./fixed/cell";
import { EXP_FAILED, exp } from "./fixed/exp";
import { fromInteger, saturatingMul as mulX32 } from "./fixed/i32f32";
import { LOG_FAILED, lnI32F32 } from "./fixed/log";
import { item } from "./list";

const one: usize = memory.data(16);
const total: usize = memory.data(16);
const value: usize = memory.data(16);
const factor: usize = memory.data(16);

/** The price that counts: one for root and for subnets without a pool, else the stored average (I96F32); U64F64. */
export function movingPriceX64(netuid: u32, mechanism: u32, movingPrice: usize, result: usize): void {
  if (netuid == 0 || mechanism == 0) setOne(U64F64, result);
  else convert(movingPrice, I96F32, U64F64, result);
}

function sumOf(cells: usize, count: u32, result: usize): void {
  setZero(result);
  for (let i: u32 = 0; i < count; i++) saturatingAdd(result, cell(cells, i), U64F64, result);
}

/** Each cell safe-divided by a divisor that is no cell of them. */
function divideAll(cells: usize, count: u32, divisor: usize): void {
  for (let i: u32 = 0; i < count; i++) safeDiv(cell(cells, i), divisor, U64F64, cell(cells, i));
}

/**
 * Shares by moving price; U64F64. True where root alpha is sold: the prices, summed wrapping, exceed one.
 * `netuids` and `mechanisms` are lists, `movingPrices` cells of I96F32. shares.md 2.1
 */
export function sharesByPrice(count: u32, netuids: usize, mechanisms: usize, movingPrices: usize, shares: usize): bool {
  setZero(value);
  for (let i: u32 = 0; i < count; i++) {
    movingPriceX64(item(netuids, i), item(mechanisms, i), cell(movingPrices, i), cell(shares, i));
    wrappingAdd(value, cell(shares, i), value);
  }
  setOne(U64F64, one);
  const rootSellFlag = isGreater(value, one, U64F64);
  sumOf(shares, count, total);
  divideAll(shares, count, total);
  return rootSellFlag;
}

/** What the miners did not burn (U96F32), as U64F64. */
export function unburned(minerBurned: usize, result: usize): void {
  setOne(U64F64, one);
  convert(minerBurned, U96F32, U64F64, result);
  saturatingSub(one, result, U64F64, result);
}

/** Shares times what the miners did not burn (U96F32), normalised; unchanged where nothing is left. shares.md 2.2, 2.3 */
export function weightByBurn(count: u32, shares: usize, minerBurned: usize, result: usize): void {
  for (let i: u32 = 0; i < count; i++) unburned(cell(minerBurned, i), cell(result, i));
  weightBy(count, shares, result);
}

/** Shares times factors (U64F64), normalised, in place of the factors; unchanged where nothing is left. */
export function weightBy(count: u32, shares: usize, factors: usize): void {
  for (let i: u32 = 0; i < count; i++) saturatingMul(cell(shares, i), cell(factors, i), U64F64, cell(factors, i));
  sumOf(factors, count, total);
  if (isZero(total)) memory.copy(factors, shares, (<usize>count) << 4);
  else divideAll(factors, count, total);
}

/**
 * Emission of each subnet, U96F32 rao. What disabled subnets would get goes to the enabled ones; without a disabled one
 * nothing is renormalised. `enabled` are flags. shares.md 2.4, 2.5
 */
export function shareEmissions(count: u32, shares: usize, enabled: usize, blockEmission: u64, emissions: usize): void {
  let anyDisabled = false;
  setZero(total);
  for (let i: u32 = 0; i < count; i++) {
    if (load<u8>(enabled + i)) saturatingAdd(total, cell(shares, i), U64F64, total);
    else anyDisabled = true;
  }
  fromU64(blockEmission, U64F64, factor);
  for (let i: u32 = 0; i < count; i++) {
    if (!anyDisabled) copy(cell(shares, i), value);
    else if (load<u8>(enabled + i)) safeDiv(cell(shares, i), total, U64F64, value);
    else setZero(value);
    saturatingMul(factor, value, U64F64, value);
    convert(value, U64F64, U96F32, cell(emissions, i));
  }
}

const BAR_PERIOD_BLOCKS: u64 = 360;

/**
 * The bar of the gate, in place: kept where there is one and no period ends, else computed from the shares, which
 * arrive in descending order. By rank the N-th largest positive share, by quantile (rank 0) the share at which the
 * running sum from the top reaches it. shares.md 1.3
 */
export function updateBar(count: u32, descending: usize, rank: u32, quantile: usize, block: u64, bar: usize): void {
  if (!isZero(bar) && block % BAR_PERIOD_BLOCKS != 0) return;
  setZero(value);
  if (rank > 0) {
    for (let i: u32 = 0; i < count && i < rank; i++) if (!isZero(cell(descending, i))) copy(cell(descending, i), value);
  } else {
    setZero(total);
    for (let i: u32 = 0; i < count; i++) {
      copy(cell(descending, i), value);
      saturatingAdd(total, value, U64F64, total);
      if (!isGreater(quantile, total, U64F64)) break;
    }
  }
  if (!isZero(value)) copy(value, bar);
}

/** Each share times 1 / (1 + (bar / share)^exponent), normalised. True, and as before, where nothing is left. shares.md 1.4 */
export function gate(count: u32, shares: usize, bar: usize, exponent: usize, result: usize): bool {
  memory.copy(result, shares, (<usize>count) << 4);
  if (isZero(bar)) return false;
  for (let i: u32 = 0; i < count; i++) {
    const share = cell(result, i);
    if (isZero(share)) continue;
    safeDiv(bar, share, U64F64, factor);
    safePow(factor, exponent, factor);
    setOne(U64F64, one);
    saturatingAdd(one, factor, U64F64, factor);
    safeDiv(one, factor, U64F64, factor);
    saturatingMul(share, factor, U64F64, share);
  }
  sumOf(result, count, total);
  if (isZero(total)) {
    memory.copy(result, shares, (<usize>count) << 4);
    return true;
  }
  divideAll(result, count, total);
  return false;
}

const I32_MAX: u64 = 2_147_483_647;

/**
 * value^power by exp(power x ln(value)) in I32F32; U64F64 in and out. An overflow gives 2^31-1, also for very small
 * values, whose exponential is the inverse of an overflowing one: a trap that is the chain's. numbers.md 9
 */
export function safePow(base: usize, power: usize, result: usize): void {
  const ln = lnI32F32(toI32F32(base, U64F64));
  if (ln == LOG_FAILED) {
    setZero(result);
    return;
  }
  const raised = exp(mulX32(toI32F32(power, U64F64), ln));
  const x32 = raised == EXP_FAILED ? fromInteger(<i32>I32_MAX) : raised;
  set(result, <u64>x32 << 32, x32 >> 32);
}

const SQRT_MAX_ROUNDS = 128;

const highBound: usize = memory.data(16);
const lowBound: usize = memory.data(16);
const middle: usize = memory.data(16);
const check: usize = memory.data(16);
const two: usize = memory.data(16);
const distance: usize = memory.data(16);

/** The middle of the bounds, and what the root would be if it were one. */
function bisect(x: usize): void {
  saturatingAdd(highBound, lowBound, U64F64, middle);
  safeDiv(middle, two, U64F64, middle);
  safeDiv(x, middle, U64F64, check);
}

/** Square root of a U64F64 by bisection, until x / root is within epsilon of root. numbers.md 8 */
export function checkedSqrt(x: usize, epsilon: usize, result: usize): void {
  setOne(U64F64, highBound);
  fromU64(2, U64F64, two);
  if (isGreater(x, highBound, U64F64)) {
    copy(x, highBound);
    setZero(lowBound);
  } else {
    copy(x, lowBound);
  }
  bisect(x);
  for (let round = 0; round <= SQRT_MAX_ROUNDS; round++) {
    const tooHigh = isGreater(middle, check, U64F64);
    if (tooHigh) saturatingSub(middle, check, U64F64, distance);
    else saturatingSub(check, middle, U64F64, distance);
    if (!isGreater(distance, epsilon, U64F64)) break;
    copy(middle, tooHigh ? highBound : lowBound);
    bisect(x);
  }
  copy(middle, result);
}

function largestOf(cells: usize, count: u32, result: usize): void {
  setZero(result);
  for (let i: u32 = 0; i < count; i++) if (isGreater(cell(cells, i), result, U64F64)) copy(cell(cells, i), result);
}

const scale: usize = memory.data(16);
const limit: usize = memory.data(16);
const least: usize = memory.data(16);

/** Flows (U64F64) to the power p as shares of their sum, scaled so that nothing overflows; in place. shares.md 5 */
export function powNormalize(count: u32, flows: usize, power: usize): void {
  setOne(U64F64, one);
  largestOf(flows, count, scale);
  safeDiv(one, scale, U64F64, scale);
  for (let i: u32 = 0; i < count; i++) saturatingMul(scale, cell(flows, i), U64F64, cell(flows, i));

  largestOf(flows, count, value);
  saturatingMul(value, value, U64F64, value);
  fromU64(count, U64F64, factor);
  saturatingMul(factor, value, U64F64, value);
  fromU64(I32_MAX, U64F64, limit);
  fromU64(u64.MAX_VALUE, U64F64, least);
  safeDiv(limit, least, U64F64, least);
  if (isGreater(least, value, U64F64)) return;

  fromU64(1_000, U64F64, least);
  safeDiv(one, least, U64F64, least);
  safeDiv(limit, value, U64F64, value);
  checkedSqrt(value, least, scale);
  setZero(total);
  for (let i: u32 = 0; i < count; i++) {
    const flow = cell(flows, i);
    saturatingMul(scale, flow, U64F64, flow);
    safePow(flow, power, flow);
    wrappingAdd(total, flow, total);
  }
  divideAll(flows, count, total);
}

/** Moving averages of flows in I64F64, in place; those that already hold this block stay. shares.md 4.1 */
export function flowEma(count: u32, storedBlocks: usize, averages: usize, flows: usize, block: u64, smoothing: u64): void {
  setOne(I64F64, one);
  fromU64(smoothing, I64F64, value);
  fromI64(i64.MAX_VALUE, factor);
  safeDiv(value, factor, I64F64, value);
  saturatingSub(one, value, I64F64, one);
  for (let i: u32 = 0; i < count; i++) {
    const offset = (<usize>i) << 3;
    if (load<u64>(storedBlocks + offset) == block) continue;
    const average = cell(averages, i);
    fromI64(load<i64>(flows + offset), factor);
    saturatingMul(value, factor, I64F64, factor);
    saturatingMul(one, average, I64F64, average);
    saturatingAdd(average, factor, I64F64, average);
  }
}

function positiveSum(cells: usize, count: u32, result: usize): void {
  setZero(result);
  for (let i: u32 = 0; i < count; i++) {
    if (!isNegative(cell(cells, i), I64F64)) saturatingAdd(result, cell(cells, i), I64F64, result);
  }
}

/**
 * Shares by averaged flow. `user` and `protocol` are averages in I64F64, `cutoff` I64F64, `exponent` U64F64. Results:
 * `normFactor` and `lowerLimit` I64F64; `netFlows` cells of I64F64; `offsetFlows` and `shares` cells of U64F64.
 */
export function flowShares(
  count: u32,
  user: usize,
  protocol: usize,
  netFlowEnabled: bool,
  cutoff: usize,
  exponent: usize,
  normFactor: usize,
  netFlows: usize,
  lowerLimit: usize,
  offsetFlows: usize,
  shares: usize,
): void {
  setZero(normFactor);
  if (netFlowEnabled) {
    positiveSum(user, count, total);
    positiveSum(protocol, count, value);
    safeDiv(total, value, I64F64, normFactor);
    setOne(I64F64, one);
    if (isGreater(normFactor, one, I64F64)) copy(one, normFactor);
  }
  setZero(lowerLimit);
  for (let i: u32 = 0; i < count; i++) {
    const net = cell(netFlows, i);
    copy(cell(user, i), net);
    if (netFlowEnabled) {
      const cost = cell(protocol, i);
      copy(cost, value);
      if (!isNegative(cost, I64F64)) saturatingMul(normFactor, cost, I64F64, value);
      saturatingSub(net, value, I64F64, net);
    }
    if (isGreater(lowerLimit, net, I64F64)) copy(net, lowerLimit);
  }
  if (isGreater(cutoff, lowerLimit, I64F64)) copy(cutoff, lowerLimit);
  for (let i: u32 = 0; i < count; i++) {
    const offset = cell(offsetFlows, i);
    setZero(offset);
    if (isGreater(cell(netFlows, i), lowerLimit, I64F64)) {
      saturatingSub(cell(netFlows, i), lowerLimit, I64F64, value);
      convert(value, I64F64, U64F64, offset);
    }
  }
  memory.copy(shares, offsetFlows, (<usize>count) << 4);
  powNormalize(count, shares, exponent);
}
