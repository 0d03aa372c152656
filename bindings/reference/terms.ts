import type { SubnetTermsInput, SubnetTermsOutput } from "../economics/types.js";
import { U64F64, U96F32 } from "./fixed.js";
import { blockEmission } from "./halving.js";
import { toRao } from "./parts.js";
import { rootProportion } from "./rootProportion.js";

/** What a subnet's emission puts into its pool, and what it mints. terms.md 1 */
export function subnetTerms(input: SubnetTermsInput): SubnetTermsOutput {
  const alphaEmission = U96F32.fromInteger(blockEmission(input.alphaIssuance).emission);
  const price = U64F64.convert(input.priceX64, U96F32);
  const proportion = rootProportion(input.rootTao, input.alphaIssuance, input.taoWeight);
  const cap = U96F32.saturatingMul(proportion, alphaEmission);
  let alphaIn = U96F32.safeDiv(input.taoEmissionX32, price);
  let taoIn = input.taoEmissionX32;
  if (alphaIn > cap) {
    alphaIn = cap;
    taoIn = U96F32.saturatingMul(alphaIn, price);
  }
  const excessTao = U96F32.saturatingSub(input.taoEmissionX32, taoIn);
  return {
    alphaEmissionX32: alphaEmission,
    rootProportionX32: proportion,
    capX32: cap,
    alphaInX32: alphaIn,
    taoInX32: taoIn,
    excessTaoX32: excessTao,
    alphaOutX32: alphaEmission,
    alphaInU64: toRao(alphaIn, U96F32),
    taoInU64: toRao(taoIn, U96F32),
    excessTaoU64: toRao(excessTao, U96F32),
    alphaOutU64: toRao(alphaEmission, U96F32),
  };
}
