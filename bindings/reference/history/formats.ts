import { FixedPoint, I96F32, U96F32 } from "../fixed.js";
import { signedCoinbase } from "../../economics/history/switches.js";

/** The coinbase was signed up to spec 260. numbers.md 1 */
export function coinbaseFormat(ruleSet: number): FixedPoint {
  return signedCoinbase(ruleSet) ? I96F32 : U96F32;
}

const I110F18 = new FixedPoint(128, 18);
const U110F18 = new FixedPoint(128, 18, false);

/** What pools were computed in up to spec 282. */
export function poolFormat(ruleSet: number): FixedPoint {
  return signedCoinbase(ruleSet) ? I110F18 : U110F18;
}
