import type {
  FlowShares334Input,
  FlowShares334Output,
  FlowShares411Input,
  FlowShares411Output,
  MovingPrice233Input,
  PoolPrice233Input,
  PriceShares233Input,
  PriceShares233Output,
  PriceShares421Input,
  PriceShares421Output,
} from "../../economics/history/types.js";
import type { PriceSubnet } from "../../economics/types.js";
import { rootProportion } from "../rootProportion.js";
import { I64F64, I96F32, U64F64, U96F32, saturatingSubU64, type FixedPoint } from "../fixed.js";
import { divideAll, emissions, flowEma, flowShares, sharesByPrice, sharesOfFlows, sumOf, unburned, withoutDisabled } from "../shares.js";
import { coinbaseFormat } from "./formats.js";
import { ageFromEmission, averageInRao, maturityByHalvings, priceCapped, speedMatures } from "../../economics/history/switches.js";

const BILLION = I64F64.fromInteger(1_000_000_000n);

/** One for root and for subnets without a pool, else the stored average. */
function movingPrice(
  { netuid, mechanism, movingPriceX32 }: Pick<PriceSubnet, "netuid" | "mechanism" | "movingPriceX32">,
  format: FixedPoint,
): bigint {
  return netuid === 0 || mechanism === 0 ? format.ONE : I96F32.convert(movingPriceX32, format);
}

/** The product before the quotient: no share is formed. shares.md 7 */
function priceSharesIn(format: FixedPoint, { blockEmission, subnets }: PriceShares233Input): PriceShares233Output {
  const prices = subnets.map((subnet) => movingPrice(subnet, format));
  const total = format.saturatingSum(prices);
  const budget = format.fromInteger(blockEmission);
  return {
    totalMovingPricesX32: total,
    emissionsX32: subnets.map(({ netuid }, i) => [netuid, format.safeDiv(format.saturatingMul(budget, prices[i]!), total)]),
  };
}

export function priceShares233(input: PriceShares233Input): PriceShares233Output {
  return priceSharesIn(I96F32, input);
}

export function priceShares261(input: PriceShares233Input): PriceShares233Output {
  return priceSharesIn(U96F32, input);
}

/** By averaged flow; an average begins with the price, and this block's flow is then left for the next. shares.md 6 */
export function flowShares334({
  ruleSet,
  block,
  smoothing,
  cutoffX64,
  exponentX64,
  blockEmission,
  subnets,
}: FlowShares334Input): FlowShares334Output {
  const flowKept: number[] = [];
  const user = subnets.map((subnet): [number, bigint] => {
    const { netuid, taoEmaX64, taoFlow, priceX32 } = subnet;
    if (taoEmaX64 === null || taoEmaX64[0] === block) flowKept.push(netuid);
    if (taoEmaX64 !== null) return [netuid, flowEma(taoEmaX64, taoFlow, block, smoothing)];
    const [average, price] = [movingPrice(subnet, U96F32), priceX32].map((x32) => U96F32.convert(x32, I64F64)) as [bigint, bigint];
    const first = average < price ? average : price;
    return [netuid, averageInRao(ruleSet) ? I64F64.saturatingMul(BILLION, first) : first];
  });
  const { lowerLimitX64, offsetFlowsX64, sharesX64 } = sharesOfFlows(user, cutoffX64, exponentX64);
  return {
    userEmaX64: [...user].sort(([a], [b]) => a - b),
    flowKept: flowKept.sort((a, b) => a - b),
    lowerLimitX64,
    offsetFlowsX64,
    sharesX64,
    emissionsX32: emissions(sharesX64, blockEmission),
  };
}

/** shares.md 4.4 */
export function flowShares411({ blockEmission, ...input }: FlowShares411Input): FlowShares411Output {
  const output = flowShares(input);
  return { ...output, emissionsX32: emissions(withoutDisabled(output.sharesX64, input.subnets), blockEmission) };
}

/** Price times root proportion times what was not burned. shares.md 3 */
export function priceShares421({ blockEmission, rootTao, taoWeight, subnets }: PriceShares421Input): PriceShares421Output {
  const byPrice = sharesByPrice(subnets);
  const of = new Map(subnets.map((subnet) => [subnet.netuid, subnet]));
  const proportions = byPrice.map(([netuid]): [number, bigint] => [
    netuid,
    rootProportion(rootTao, of.get(netuid)!.alphaIssuance, taoWeight),
  ]);
  const weighted = byPrice.map(([netuid, share], i): [number, bigint] => {
    const factor = U64F64.saturatingMul(U96F32.convert(proportions[i]![1], U64F64), unburned(of.get(netuid)!));
    return [netuid, U64F64.saturatingMul(share, factor)];
  });
  const total = sumOf(weighted);
  const shares = total > 0n ? divideAll(weighted, total) : byPrice;
  return {
    rootProportionsX32: proportions,
    priceSharesX64: byPrice,
    sharesX64: shares,
    emissionsX32: emissions(withoutDisabled(shares, subnets), blockEmission),
    rootSellFlag: U96F32.wrappingSum(subnets.map((subnet) => movingPrice(subnet, U96F32))) > U96F32.ONE,
  };
}

const MATURING_BLOCKS = 100_800n;

/** Blocks since the registration, from 258 on since the first emission. */
function age({ ruleSet, block, registeredAt, firstEmissionBlock }: MovingPrice233Input): bigint {
  return saturatingSubU64(block, ageFromEmission(ruleSet) ? saturatingSubU64(firstEmissionBlock ?? 0n, 1n) : registeredAt);
}

/** shares.md 8.2 */
export function movingPrice233(input: MovingPrice233Input): { alphaX32: bigint; movingPriceX32: bigint } {
  const { ruleSet } = input;
  const format = coinbaseFormat(ruleSet);
  let alpha = I96F32.convert(input.movingAlphaX32, format);
  if (speedMatures(ruleSet)) {
    const blocks = format.fromInteger(age(input));
    const half = format.fromInteger(maturityByHalvings(ruleSet) ? input.halvingBlocks : MATURING_BLOCKS);
    alpha = format.saturatingMul(alpha, format.safeDiv(blocks, format.saturatingAdd(blocks, half)));
  }
  const price = priceCapped(ruleSet) && input.priceX32 > format.ONE ? format.ONE : input.priceX32;
  const kept = format.saturatingMul(format.saturatingSub(format.ONE, alpha), movingPrice(input, format));
  const average = format.saturatingAdd(format.saturatingMul(alpha, price), kept);
  return { alphaX32: alpha, movingPriceX32: format.convert(average, I96F32) };
}

/** shares.md 9 */
export function poolPrice233({ ruleSet, netuid, mechanism, tao, alphaIn }: PoolPrice233Input): { yX32: bigint } {
  const format = coinbaseFormat(ruleSet);
  if (netuid === 0 || mechanism === 0) return { yX32: format.ONE };
  return { yX32: format.safeDiv(format.fromInteger(tao), format.fromInteger(alphaIn)) };
}
