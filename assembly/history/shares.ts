/** How a block's emission was shared out under old specs. shares.md */
import {
  I64F64,
  I96F32,
  U64F64,
  U96F32,
  cell,
  convert,
  copy,
  fromU64,
  isGreater,
  safeDiv,
  saturatingAdd,
  saturatingMul,
  saturatingSub,
  setOne,
  setZero,
  wrappingAdd,
} from "../fixed/cell";
import { getU64, putU64, saturatingSubU64 } from "../fixed/u64";
import { item } from "../list";
import { rootProportion } from "../rootProportion";
import { flowEma, sharesByPrice, unburned, weightBy } from "../shares";
import { coinbaseFormat } from "./formats";
import { ageFromEmission, averageInRao, maturityByHalvings, priceCapped, speedMatures } from "./switches";

const one: usize = memory.data(16);
const price: usize = memory.data(16);
const budget: usize = memory.data(16);
const sum: usize = memory.data(16);

/** One for root and for subnets without a pool, else the stored average (I96F32). */
function movingPrice(netuid: u32, mechanism: u32, stored: usize, format: i32, result: usize): void {
  if (netuid == 0 || mechanism == 0) setOne(format, result);
  else convert(stored, I96F32, format, result);
}

/** The product before the quotient: no share is formed. Lists and cells in the chain's order. shares.md 7 */
export function priceShares233(
  ruleSet: u32,
  count: u32,
  netuids: usize,
  mechanisms: usize,
  movingPrices: usize,
  blockEmission: u64,
  total: usize,
  emissions: usize,
): void {
  const format = coinbaseFormat(ruleSet);
  setZero(total);
  for (let i: u32 = 0; i < count; i++) {
    movingPrice(item(netuids, i), item(mechanisms, i), cell(movingPrices, i), format, cell(emissions, i));
    saturatingAdd(total, cell(emissions, i), format, total);
  }
  fromU64(blockEmission, format, budget);
  for (let i: u32 = 0; i < count; i++) {
    saturatingMul(budget, cell(emissions, i), format, cell(emissions, i));
    safeDiv(cell(emissions, i), total, format, cell(emissions, i));
  }
}

const BILLION: u64 = 1_000_000_000;

/**
 * Averages of flows, I64F64, in place: they begin with the smaller of the two prices, and this block's flow is then
 * left for the next. `storedBlocks` of those without a pair are written; `kept` flags whose flow stays. shares.md 6
 */
export function flowAverages334(
  ruleSet: u32,
  count: u32,
  netuids: usize,
  mechanisms: usize,
  movingPrices: usize,
  prices: usize,
  hasPair: usize,
  storedBlocks: usize,
  averages: usize,
  flows: usize,
  block: u64,
  smoothing: u64,
  kept: usize,
): void {
  fromU64(BILLION, I64F64, budget);
  for (let i: u32 = 0; i < count; i++) {
    if (!load<u8>(hasPair + i)) {
      const first = cell(averages, i);
      movingPrice(item(netuids, i), item(mechanisms, i), cell(movingPrices, i), U96F32, price);
      convert(price, U96F32, I64F64, first);
      convert(cell(prices, i), U96F32, I64F64, price);
      if (isGreater(first, price, I64F64)) copy(price, first);
      if (averageInRao(ruleSet)) saturatingMul(budget, first, I64F64, first);
      putU64(storedBlocks, i, block);
    }
    store<u8>(kept + i, <u8>(getU64(storedBlocks, i) == block));
  }
  flowEma(count, storedBlocks, averages, flows, block, smoothing);
}

/**
 * Price times root proportion times what was not burned. `alphaIssuances` are u64; results: cells of U96F32, U64F64 and
 * U64F64. True where root alpha is sold: the prices, summed wrapping in U96F32, exceed one. shares.md 3
 */
export function priceShares421(
  count: u32,
  netuids: usize,
  mechanisms: usize,
  movingPrices: usize,
  minerBurned: usize,
  alphaIssuances: usize,
  rootTao: u64,
  taoWeight: u64,
  rootProportions: usize,
  priceShares: usize,
  shares: usize,
): bool {
  sharesByPrice(count, netuids, mechanisms, movingPrices, priceShares);
  setZero(sum);
  for (let i: u32 = 0; i < count; i++) {
    const proportion = cell(rootProportions, i);
    const factor = cell(shares, i);
    rootProportion(rootTao, getU64(alphaIssuances, i), taoWeight, proportion);
    convert(proportion, U96F32, U64F64, factor);
    unburned(cell(minerBurned, i), price);
    saturatingMul(factor, price, U64F64, factor);
    movingPrice(item(netuids, i), item(mechanisms, i), cell(movingPrices, i), U96F32, price);
    wrappingAdd(sum, price, sum);
  }
  weightBy(count, priceShares, shares);
  setOne(U96F32, one);
  return isGreater(sum, one, U96F32);
}

const MATURING_BLOCKS: u64 = 100_800;

const kept: usize = memory.data(16);
const spot: usize = memory.data(16);

/**
 * `firstEmissionBlock` is 0 where there was none, `movingAlpha` and `storedPrice` are I96F32; results: `alpha` in the
 * format of the coinbase, as `poolPrice`, `average` I96F32. shares.md 8.2
 */
export function movingPrice233(
  ruleSet: u32,
  netuid: u32,
  mechanism: u32,
  block: u64,
  registeredAt: u64,
  firstEmissionBlock: u64,
  halvingBlocks: u64,
  movingAlpha: usize,
  storedPrice: usize,
  poolPrice: usize,
  alpha: usize,
  average: usize,
): void {
  const format = coinbaseFormat(ruleSet);
  convert(movingAlpha, I96F32, format, alpha);
  if (speedMatures(ruleSet)) {
    const start = ageFromEmission(ruleSet) ? saturatingSubU64(firstEmissionBlock, 1) : registeredAt;
    fromU64(saturatingSubU64(block, start), format, spot);
    fromU64(maturityByHalvings(ruleSet) ? halvingBlocks : MATURING_BLOCKS, format, sum);
    saturatingAdd(spot, sum, format, sum);
    safeDiv(spot, sum, format, spot);
    saturatingMul(alpha, spot, format, alpha);
  }
  setOne(format, one);
  copy(priceCapped(ruleSet) && isGreater(poolPrice, one, format) ? one : poolPrice, spot);
  saturatingMul(alpha, spot, format, spot);
  saturatingSub(one, alpha, format, kept);
  movingPrice(netuid, mechanism, storedPrice, format, price);
  saturatingMul(kept, price, format, kept);
  saturatingAdd(spot, kept, format, sum);
  convert(sum, format, I96F32, average);
}

/** shares.md 9 */
export function poolPrice233(ruleSet: u32, netuid: u32, mechanism: u32, tao: u64, alphaIn: u64, result: usize): void {
  const format = coinbaseFormat(ruleSet);
  setOne(format, result);
  if (netuid == 0 || mechanism == 0) return;
  fromU64(tao, format, result);
  fromU64(alphaIn, format, sum);
  safeDiv(result, sum, format, result);
}
