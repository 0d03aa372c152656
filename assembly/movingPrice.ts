import { I96F32, U64F64, convert, copy, fromU64, isGreater, safeDiv, saturatingAdd, saturatingMul, saturatingSub, setOne } from "./fixed/cell";
import { movingPriceX64 } from "./shares";

const one: usize = memory.data(16);
const sum: usize = memory.data(16);
const age: usize = memory.data(16);
const spot: usize = memory.data(16);

/**
 * The average price after a block, slow for young subnets. `startBlock` is the block before the first emission, 0 where
 * there was none. `movingAlpha` and `movingPrice` are I96F32, `price` U64F64; results: `alpha` U64F64, `average` I96F32.
 * shares.md 8.1
 */
export function movingPrice(
  netuid: u32,
  mechanism: u32,
  block: u64,
  startBlock: u64,
  halvingBlocks: u64,
  movingAlpha: usize,
  storedPrice: usize,
  price: usize,
  alpha: usize,
  average: usize,
): void {
  setOne(U64F64, one);
  fromU64(block > startBlock ? block - startBlock : 0, U64F64, age);
  fromU64(halvingBlocks, U64F64, sum);
  saturatingAdd(age, sum, U64F64, sum);
  safeDiv(age, sum, U64F64, age);
  convert(movingAlpha, I96F32, U64F64, alpha);
  saturatingMul(alpha, age, U64F64, alpha);
  copy(isGreater(price, one, U64F64) ? one : price, spot);
  saturatingMul(alpha, spot, U64F64, spot);
  saturatingSub(one, alpha, U64F64, one);
  movingPriceX64(netuid, mechanism, storedPrice, sum);
  saturatingMul(one, sum, U64F64, sum);
  saturatingAdd(spot, sum, U64F64, sum);
  convert(sum, U64F64, I96F32, average);
}
