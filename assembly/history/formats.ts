import { I96F32, U96F32 } from "../fixed/cell";
import { signedCoinbase } from "./switches";

/** The coinbase was signed up to spec 260. numbers.md 1 */
@inline
export function coinbaseFormat(ruleSet: u32): i32 {
  return signedCoinbase(ruleSet) ? I96F32 : U96F32;
}
