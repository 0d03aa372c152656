import { U96F32 } from "./fixed.js";
import { taoWeightX32 } from "./proportion.js";

/** Root's share of a subnet: its weighted TAO beside the subnet's alpha. root.md 3 */
export function rootProportion(rootTao: bigint, alphaIssuance: bigint, taoWeight: bigint): bigint {
  const tao = U96F32.saturatingMul(U96F32.fromInteger(rootTao), taoWeightX32(taoWeight));
  return U96F32.safeDiv(tao, U96F32.saturatingAdd(tao, U96F32.fromInteger(alphaIssuance)));
}
