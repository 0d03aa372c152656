import type { AlphaSplitInput, AlphaSplitOutput } from "../economics/types.js";
import { U96F32 } from "./fixed.js";
import { fractionOfU16, toRao } from "./parts.js";
import { rootProportion } from "./rootProportion.js";

const HALF = U96F32.ONE >> 1n;

/** Alpha out over owner, miners, validators and root. split.md 1 */
export function alphaSplit(input: AlphaSplitInput): AlphaSplitOutput {
  const ownerCut = input.ownerCutEnabled ? U96F32.saturatingMul(input.alphaOutX32, fractionOfU16(input.ownerCut, U96F32)) : 0n;
  const alphaOut = U96F32.saturatingSub(input.alphaOutX32, ownerCut);
  const proportion = rootProportion(input.rootTao, input.alphaIssuanceAfterMint, input.taoWeight);
  const rootAlpha = U96F32.saturatingMul(U96F32.saturatingMul(proportion, alphaOut), HALF);
  const server = U96F32.saturatingMul(alphaOut, HALF);
  const totalValidator = U96F32.saturatingSub(alphaOut, server);
  const validator = U96F32.saturatingSub(totalValidator, rootAlpha);
  return {
    alphaCreated: toRao(input.alphaOutX32, U96F32),
    ownerCutX32: ownerCut,
    rootProportionX32: proportion,
    rootAlphaX32: rootAlpha,
    serverX32: server,
    totalValidatorX32: totalValidator,
    validatorX32: validator,
    ownerCutU64: toRao(ownerCut, U96F32),
    rootAlphaU64: toRao(rootAlpha, U96F32),
    serverU64: toRao(server, U96F32),
    validatorU64: toRao(validator, U96F32),
  };
}
