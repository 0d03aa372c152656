/** The legacy root epoch, I64F64 throughout. root.md 2 */
import {
  I64F64,
  cell,
  fromU64,
  isZero,
  negate,
  safeDiv,
  saturatingAdd,
  saturatingDiv,
  saturatingMul,
  saturatingSub,
  set,
  setOne,
  setZero,
  toU64,
  wrappingAdd,
} from "./fixed/cell";
import { expI64F64 } from "./fixed/exp";
import { proportionFromU16 } from "./fixed/proportion";

const ROOT_FINE: i32 = 0;
export const ROOT_NO_STAKE: i32 = 1;
export const ROOT_EXP_OVERFLOW: i32 = 2;

const sum: usize = memory.data(16);
const product: usize = memory.data(16);
const one: usize = memory.data(16);
const centre: usize = memory.data(16);
const steepness: usize = memory.data(16);

/** Each cell divided by the wrapping sum, clamped; unchanged where that is 0. */
function divideBySum(cells: usize, count: u32): void {
  setZero(sum);
  for (let i: u32 = 0; i < count; i++) wrappingAdd(sum, cell(cells, i), sum);
  if (isZero(sum)) return;
  for (let i: u32 = 0; i < count; i++) saturatingDiv(cell(cells, i), sum, I64F64, cell(cells, i));
}

/**
 * `stakes` are n u64 rao; `weights` is a dense matrix of n rows and k columns of cells with integers in I64F64.
 * Results: `stake` n cells; `ranks`, `trust`, `consensus` and `shares` k cells; `emission` k u64 rao.
 */
export function rootEpoch(
  n: u32,
  k: u32,
  stakes: usize,
  weights: usize,
  normalizeRows: bool,
  rho: u32,
  kappa: u32,
  blockEmission: u64,
  stake: usize,
  ranks: usize,
  trust: usize,
  consensus: usize,
  shares: usize,
  emission: usize,
): i32 {
  for (let i: u32 = 0; i < n; i++) fromU64(load<u64>(stakes + ((<usize>i) << 3)), I64F64, cell(stake, i));
  divideBySum(stake, n);
  if (normalizeRows) for (let i: u32 = 0; i < n; i++) divideBySum(cell(weights, i * k), k);

  for (let j: u32 = 0; j < k; j++) {
    const rank = cell(ranks, j);
    const trusting = cell(trust, j);
    setZero(rank);
    setZero(trusting);
    for (let i: u32 = 0; i < n; i++) {
      const weight = cell(weights, i * k + j);
      saturatingMul(cell(stake, i), weight, I64F64, product);
      saturatingAdd(rank, product, I64F64, rank);
      if (!isZero(weight)) saturatingAdd(trusting, cell(stake, i), I64F64, trusting);
    }
  }

  setZero(sum);
  for (let i: u32 = 0; i < n; i++) saturatingAdd(sum, cell(stake, i), I64F64, sum);
  if (isZero(sum)) return ROOT_NO_STAKE;
  for (let j: u32 = 0; j < k; j++) safeDiv(cell(trust, j), sum, I64F64, cell(trust, j));

  setOne(I64F64, one);
  const kappaX32 = proportionFromU16(<u16>kappa);
  set(centre, <u64>kappaX32 << 32, kappaX32 >> 32);
  fromU64(rho, I64F64, steepness);
  for (let j: u32 = 0; j < k; j++) {
    const sigmoid = cell(consensus, j);
    saturatingSub(cell(trust, j), centre, I64F64, product);
    saturatingMul(product, steepness, I64F64, product);
    negate(product, product);
    if (!expI64F64(product, sigmoid)) return ROOT_EXP_OVERFLOW;
    saturatingAdd(one, sigmoid, I64F64, sigmoid);
    saturatingDiv(one, sigmoid, I64F64, sigmoid);
  }

  for (let j: u32 = 0; j < k; j++) saturatingMul(cell(consensus, j), cell(ranks, j), I64F64, cell(shares, j));
  divideBySum(shares, k);
  fromU64(blockEmission, I64F64, sum);
  for (let j: u32 = 0; j < k; j++) {
    saturatingMul(cell(shares, j), sum, I64F64, product);
    store<u64>(emission + ((<usize>j) << 3), toU64(product, I64F64));
  }
  return ROOT_FINE;
}
