import type { MovingPriceInput } from "../economics/types.js";
import { I96F32, U64F64 } from "./fixed.js";
import { movingPriceX64 } from "./shares.js";

/** The average price after a block, slow for young subnets. shares.md 8.1 */
export function movingPrice(input: MovingPriceInput): { alphaX64: bigint; movingPriceX32: bigint } {
  const start = input.firstEmissionBlock === null || input.firstEmissionBlock === 0n ? 0n : input.firstEmissionBlock - 1n;
  const age = U64F64.fromInteger(input.block > start ? input.block - start : 0n);
  const maturity = U64F64.safeDiv(age, U64F64.saturatingAdd(age, U64F64.fromInteger(input.halvingBlocks)));
  const alpha = U64F64.saturatingMul(I96F32.convert(input.movingAlphaX32, U64F64), maturity);
  const price = input.priceX64 < U64F64.ONE ? input.priceX64 : U64F64.ONE;
  const rest = U64F64.saturatingSub(U64F64.ONE, alpha);
  const average = U64F64.saturatingAdd(U64F64.saturatingMul(alpha, price), U64F64.saturatingMul(rest, movingPriceX64(input)));
  return { alphaX64: alpha, movingPriceX32: U64F64.convert(average, I96F32) };
}
