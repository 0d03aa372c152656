import type {
  PoolSell233Input,
  SubnetTerms233Input,
  SubnetTerms233Output,
  SubnetTerms298Input,
  SubnetTerms298Output,
  SubnetTerms342Input,
  SubnetTerms342Output,
} from "../../economics/history/types.js";
import { U96F32, type FixedPoint } from "../fixed.js";
import { blockEmission } from "../halving.js";
import { toRao } from "../parts.js";
import { coinbaseFormat, poolFormat } from "./formats.js";
import { cappedByBlock, closedMintsNothing, powTestInverted, registrationAsked, subsidyByBlock } from "../../economics/history/switches.js";

function alphaEmissionOf(format: FixedPoint, alphaIssuance: bigint): bigint {
  return format.fromInteger(blockEmission(alphaIssuance).emission);
}

function amounts(
  format: FixedPoint,
  alphaEmissionX32: bigint,
  alphaInX32: bigint,
  taoInX32: bigint,
  alphaOutX32: bigint,
): SubnetTerms233Output {
  return {
    alphaEmissionX32,
    alphaInX32,
    taoInX32,
    alphaOutX32,
    alphaInU64: toRao(alphaInX32, format),
    taoInU64: toRao(taoInX32, format),
    alphaOutU64: toRao(alphaOutX32, format),
  };
}

/** terms.md 5 */
export function subnetTerms233(input: SubnetTerms233Input): SubnetTerms233Output {
  const { ruleSet, taoEmissionX32, priceX32, burnRegistration, powRegistration } = input;
  const format = coinbaseFormat(ruleSet);
  const emission = alphaEmissionOf(format, input.alphaIssuance);
  const wanted = format.checkedDiv(taoEmissionX32, priceX32) ?? emission;
  const closed = !burnRegistration && powRegistration === powTestInverted(ruleSet);
  return amounts(format, emission, wanted < emission ? wanted : emission, closed ? 0n : taoEmissionX32, emission);
}

/** terms.md 4 */
export function subnetTerms298(input: SubnetTerms298Input): SubnetTerms298Output {
  const { ruleSet, taoEmissionX32, priceX32, burnRegistration, powRegistration } = input;
  const emission = alphaEmissionOf(U96F32, input.alphaIssuance);
  const block = U96F32.fromInteger(input.blockEmission);
  const taoRatioX32 = U96F32.safeDiv(taoEmissionX32, block);
  const subsidised = priceX32 < taoRatioX32;
  const taoIn = subsidised ? U96F32.saturatingMul(priceX32, block) : taoEmissionX32;
  const alphaIn = subsidised ? (subsidyByBlock(ruleSet) ? block : emission) : (U96F32.checkedDiv(taoEmissionX32, priceX32) ?? emission);
  // The purchase has been made by the time the registrations are looked at.
  const buyTaoX32 = subsidised ? U96F32.saturatingSub(taoEmissionX32, taoIn) : 0n;
  const closed = !burnRegistration && !powRegistration;
  const noAlpha = closed && closedMintsNothing(ruleSet);
  return {
    ...amounts(U96F32, emission, noAlpha ? 0n : alphaIn, closed ? 0n : taoIn, noAlpha ? 0n : emission),
    taoRatioX32,
    subsidised,
    buyTaoX32,
    buyTaoU64: toRao(buyTaoX32, U96F32),
  };
}

/** terms.md 3 */
export function subnetTerms342(input: SubnetTerms342Input): SubnetTerms342Output {
  const { ruleSet, taoEmissionX32, priceX32, burnRegistration, powRegistration, capBlockEmission } = input;
  const emission = alphaEmissionOf(U96F32, input.alphaIssuance);
  const block = cappedByBlock(ruleSet) && capBlockEmission !== null ? U96F32.fromInteger(capBlockEmission) : emission;
  const capX32 = block < emission ? block : emission;
  const wanted = U96F32.safeDiv(taoEmissionX32, priceX32);
  const alphaIn = wanted > capX32 ? capX32 : wanted;
  const taoIn = wanted > capX32 ? U96F32.saturatingMul(alphaIn, priceX32) : taoEmissionX32;
  const excessTaoX32 = U96F32.saturatingSub(taoEmissionX32, taoIn);
  const closed = registrationAsked(ruleSet) && !burnRegistration && !powRegistration;
  return {
    ...amounts(U96F32, emission, closed ? 0n : alphaIn, closed ? 0n : taoIn, closed ? 0n : emission),
    capX32,
    excessTaoX32,
    excessTaoU64: toRao(excessTaoX32, U96F32),
  };
}

/** What a pool may not fall below, rao. */
const LEAST_TAO = 10_000_000n;

/** terms.md 6 */
export function poolSell233({ ruleSet, mechanism, tao, alphaIn, amount }: PoolSell233Input): { tao: bigint | null } {
  if (mechanism !== 1) return { tao: amount };
  const format = poolFormat(ruleSet);
  const [taoIn, alpha, sold] = [tao, alphaIn, amount].map((value) => format.fromInteger(value)) as [bigint, bigint, bigint];
  const left = format.safeDiv(format.saturatingMul(alpha, taoIn), format.saturatingAdd(alpha, sold));
  if (left < format.fromInteger(LEAST_TAO)) return { tao: null };
  return { tao: toRao(format.saturatingSub(taoIn, left), format) };
}
