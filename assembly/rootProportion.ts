import { U96F32, fromU64, safeDiv, saturatingAdd, saturatingMul } from "./fixed/cell";
import { setTaoWeight } from "./fixed/parts";

const weight: usize = memory.data(16);
const sum: usize = memory.data(16);

/** Root's share of a subnet: its weighted TAO beside the subnet's alpha; U96F32. root.md 3 */
export function rootProportion(rootTao: u64, alphaIssuance: u64, taoWeight: u64, result: usize): void {
  setTaoWeight(taoWeight, weight);
  fromU64(rootTao, U96F32, result);
  saturatingMul(result, weight, U96F32, result);
  fromU64(alphaIssuance, U96F32, sum);
  saturatingAdd(result, sum, U96F32, sum);
  safeDiv(result, sum, U96F32, result);
}
