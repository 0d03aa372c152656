import type {
  FlowSharesInput,
  FlowSharesOutput,
  FlowSubnet,
  GatedSharesInput,
  GatedSharesOutput,
  PriceSharesInput,
  PriceSharesOutput,
  PriceSubnet,
} from "../economics/types.js";
import { I32F32, I64F64, I96F32, U64F64, U64_MAX, U96F32 } from "./fixed.js";

/** A value for each subnet, by ascending netuid. */
type ByNetuid = [netuid: number, value: bigint][];

function byNetuid(entries: ByNetuid): ByNetuid {
  return [...new Map(entries)].sort(([a], [b]) => a - b);
}

export function sumOf(entries: ByNetuid): bigint {
  return U64F64.saturatingSum(entries.map(([, value]) => value));
}

export function divideAll(entries: ByNetuid, divisor: bigint): ByNetuid {
  return entries.map(([netuid, value]) => [netuid, U64F64.safeDiv(value, divisor)]);
}

/** The price that counts: one for root and for subnets without a pool, else the stored average; U64F64. */
export function movingPriceX64({
  netuid,
  mechanism,
  movingPriceX32,
}: Pick<PriceSubnet, "netuid" | "mechanism" | "movingPriceX32">): bigint {
  return netuid === 0 || mechanism === 0 ? U64F64.ONE : I96F32.convert(movingPriceX32, U64F64);
}

/** Shares by moving price. The total runs over the list in its order. shares.md 2.1 */
export function sharesByPrice(subnets: readonly PriceSubnet[]): ByNetuid {
  const total = U64F64.saturatingSum(subnets.map(movingPriceX64));
  return byNetuid(subnets.map((subnet) => [subnet.netuid, U64F64.safeDiv(movingPriceX64(subnet), total)]));
}

/** What the miners did not burn, U64F64. */
export function unburned({ minerBurnedX32 }: Pick<PriceSubnet, "minerBurnedX32">): bigint {
  return U64F64.saturatingSub(U64F64.ONE, U96F32.convert(minerBurnedX32, U64F64));
}

/** Shares times what the miners did not burn, normalised; unchanged where nothing is left. shares.md 2.2, 2.3 */
function weightByBurn(shares: ByNetuid, subnets: readonly PriceSubnet[]): ByNetuid {
  const kept = new Map(subnets.map((subnet) => [subnet.netuid, unburned(subnet)]));
  const weighted = shares.map(([netuid, share]): [number, bigint] => [netuid, U64F64.saturatingMul(share, kept.get(netuid)!)]);
  const total = sumOf(weighted);
  return total > 0n ? divideAll(weighted, total) : shares;
}

/** What disabled subnets would get goes to the enabled ones; without a disabled one nothing changes. shares.md 2.4 */
export function withoutDisabled(shares: ByNetuid, subnets: readonly Pick<PriceSubnet, "netuid" | "emissionEnabled">[]): ByNetuid {
  const enabled = new Map(subnets.map(({ netuid, emissionEnabled }) => [netuid, emissionEnabled]));
  if ([...enabled.values()].every(Boolean)) return shares;
  const total = sumOf(shares.filter(([netuid]) => enabled.get(netuid)));
  return shares.map(([netuid, share]) => [netuid, enabled.get(netuid) ? U64F64.safeDiv(share, total) : 0n]);
}

/** Emission of each subnet, U96F32. shares.md 2.5 */
export function emissions(shares: ByNetuid, blockEmission: bigint): ByNetuid {
  const budget = U64F64.fromInteger(blockEmission);
  return shares.map(([netuid, share]) => [netuid, U64F64.convert(U64F64.saturatingMul(budget, share), U96F32)]);
}

/** Root alpha is sold only while the moving prices add up to more than one. shares.md 2 */
function rootSellFlag(subnets: readonly PriceSubnet[]): boolean {
  return U64F64.wrappingSum(subnets.map(movingPriceX64)) > U64F64.ONE;
}

/** Price shares weighted by what the miners did not burn (specs 425 to 439). shares.md 2 */
export function priceShares({ blockEmission, subnets }: PriceSharesInput): PriceSharesOutput {
  const byPrice = sharesByPrice(subnets);
  const shares = weightByBurn(byPrice, subnets);
  return {
    priceSharesX64: byPrice,
    sharesX64: shares,
    emissionsX32: emissions(withoutDisabled(shares, subnets), blockEmission),
    rootSellFlag: rootSellFlag(subnets),
  };
}

const BAR_PERIOD_BLOCKS = 360n;

/** Price shares passed through a gate that favours those above a bar (spec 440 on). shares.md 1 */
export function gatedShares(input: GatedSharesInput): GatedSharesOutput {
  const { subnets, block, storedBarX64: storedBar } = input;
  const byPrice = sharesByPrice(subnets);
  const weighted = input.minerBurnWeighting ? weightByBurn(byPrice, subnets) : byPrice;
  const keepBar = storedBar > 0n && block % BAR_PERIOD_BLOCKS !== 0n;
  const newBar = keepBar ? 0n : computeBar(weighted, input);
  const bar = newBar > 0n ? newBar : storedBar;
  const { shares, restored } = gate(weighted, bar, input.exponentX64);
  return {
    priceSharesX64: byPrice,
    weightedSharesX64: weighted,
    sharesX64: shares,
    emissionsX32: emissions(withoutDisabled(shares, subnets), input.blockEmission),
    barAfterX64: bar,
    underflowRestored: restored,
    rootSellFlag: rootSellFlag(subnets),
  };
}

/** By rank the N-th largest positive share, by quantile the share at which the running sum from the top reaches it. */
function computeBar(shares: ByNetuid, { rank, quantileX64 }: GatedSharesInput): bigint {
  const descending = shares.map(([, share]) => share).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
  if (rank > 0) {
    const positive = descending.filter((share) => share > 0n);
    return positive[Math.min(rank, positive.length) - 1] ?? 0n;
  }
  let running = 0n;
  for (const share of descending) {
    running = U64F64.saturatingAdd(running, share);
    if (running >= quantileX64) return share;
  }
  return descending.at(-1) ?? 0n;
}

/** Each share times 1 / (1 + (bar / share)^exponent), normalised; as before where nothing is left. */
function gate(shares: ByNetuid, bar: bigint, exponent: bigint): { shares: ByNetuid; restored: boolean } {
  if (bar === 0n) return { shares, restored: false };
  const gated = shares.map(([netuid, share]): [number, bigint] => {
    if (share === 0n) return [netuid, 0n];
    const ratio = U64F64.safeDiv(bar, share);
    const factor = U64F64.safeDiv(U64F64.ONE, U64F64.saturatingAdd(U64F64.ONE, safePow(ratio, exponent)));
    return [netuid, U64F64.saturatingMul(share, factor)];
  });
  const total = sumOf(gated);
  return total > 0n ? { shares: divideAll(gated, total), restored: false } : { shares, restored: true };
}

const I32_MAX = 2_147_483_647n;

/**
 * value^power by exp(power x ln(value)) in I32F32, U64F64 in and out. An overflow gives 2^31-1, also for very small
 * values, whose exponential is the inverse of an overflowing one: a trap that is the chain's. numbers.md 9
 */
export function safePow(value: bigint, power: bigint): bigint {
  const ln = I32F32.ln(U64F64.convert(value, I32F32));
  if (ln === undefined) return 0n;
  const exp = I32F32.exp(I32F32.saturatingMul(U64F64.convert(power, I32F32), ln));
  return I32F32.convert(exp ?? I32F32.fromInteger(I32_MAX), U64F64);
}

const SQRT_MAX_ROUNDS = 128;

/** Square root of a U64F64 by bisection, until x / root is within epsilon of root. numbers.md 8 */
export function checkedSqrt(x: bigint, epsilon: bigint): bigint {
  let [high, low] = x > U64F64.ONE ? [x, 0n] : [U64F64.ONE, x];
  const two = U64F64.fromInteger(2n);
  let middle = U64F64.safeDiv(U64F64.saturatingAdd(high, low), two);
  let check = U64F64.safeDiv(x, middle);
  for (let round = 0; round <= SQRT_MAX_ROUNDS; round++) {
    const distance = check > middle ? check - middle : middle - check;
    if (distance <= epsilon) break;
    if (check < middle) high = middle;
    else low = middle;
    middle = U64F64.safeDiv(U64F64.saturatingAdd(high, low), two);
    check = U64F64.safeDiv(x, middle);
  }
  return middle;
}

/** Flows to the power p as shares of their sum, scaled so that nothing overflows. shares.md 5 */
export function powNormalize(flows: readonly bigint[], power: bigint): bigint[] {
  const max = (values: readonly bigint[]) => values.reduce((a, b) => (a > b ? a : b), 0n);
  const factor = U64F64.safeDiv(U64F64.ONE, max(flows));
  const scaled = flows.map((flow) => U64F64.saturatingMul(factor, flow));
  const largest = max(scaled);
  const squares = U64F64.saturatingMul(U64F64.fromInteger(BigInt(flows.length)), U64F64.saturatingMul(largest, largest));
  const limit = U64F64.fromInteger(I32_MAX);
  if (squares < U64F64.safeDiv(limit, U64F64.fromInteger(U64_MAX))) return scaled;
  const epsilon = U64F64.safeDiv(U64F64.ONE, U64F64.fromInteger(1_000n));
  const scale = checkedSqrt(U64F64.safeDiv(limit, squares), epsilon);
  const powers = scaled.map((flow) => safePow(U64F64.saturatingMul(scale, flow), power));
  const total = U64F64.wrappingSum(powers);
  return powers.map((value) => U64F64.safeDiv(value, total));
}

const I64_MAX = (1n << 63n) - 1n;

/** Moving average of a flow in I64F64; unchanged where it already holds this block. shares.md 4.1 */
export function flowEma(stored: readonly [bigint, bigint] | null, flow: bigint, block: bigint, smoothing: bigint): bigint {
  const [storedBlock, average] = stored ?? [0n, 0n];
  if (storedBlock === block) return average;
  const alpha = I64F64.safeDiv(I64F64.fromInteger(smoothing), I64F64.fromInteger(I64_MAX));
  const kept = I64F64.saturatingMul(I64F64.saturatingSub(I64F64.ONE, alpha), average);
  return I64F64.saturatingAdd(kept, I64F64.saturatingMul(alpha, I64F64.fromInteger(flow)));
}

/** Shares by averaged TAO flow (specs 334 to 420). shares.md 4 */
export function flowShares(input: FlowSharesInput): FlowSharesOutput {
  const { block, smoothing, subnets } = input;
  const ema = (stored: (subnet: FlowSubnet) => readonly [bigint, bigint] | null, flow: (subnet: FlowSubnet) => bigint): ByNetuid =>
    subnets.map((subnet) => [subnet.netuid, flowEma(stored(subnet), flow(subnet), block, smoothing)]);
  const user = ema(
    (subnet) => subnet.taoEmaX64,
    (subnet) => subnet.taoFlow,
  );
  const protocol = ema(
    (subnet) => subnet.protocolEmaX64,
    (subnet) => subnet.protocolFlow,
  );

  const positive = (values: ByNetuid) => I64F64.saturatingSum(values.map(([, value]) => (value > 0n ? value : 0n)));
  const ratio = I64F64.safeDiv(positive(user), positive(protocol));
  const normFactor = input.netFlowEnabled ? (ratio < I64F64.ONE ? ratio : I64F64.ONE) : 0n;
  const net = user.map(([netuid, flow], i): [number, bigint] => {
    if (!input.netFlowEnabled) return [netuid, flow];
    const cost = protocol[i]![1];
    return [netuid, I64F64.saturatingSub(flow, cost > 0n ? I64F64.saturatingMul(normFactor, cost) : cost)];
  });

  return {
    userEmaX64: byNetuid(user),
    protocolEmaX64: byNetuid(protocol),
    normFactorX64: normFactor,
    netFlowsX64: byNetuid(net),
    ...sharesOfFlows(net, input.cutoffX64, input.exponentX64),
  };
}

/** What lies above the lower limit, as shares. shares.md 4.3, 5 */
export function sharesOfFlows(
  flows: ByNetuid,
  cutoff: bigint,
  exponent: bigint,
): Pick<FlowSharesOutput, "lowerLimitX64" | "offsetFlowsX64" | "sharesX64"> {
  const lowest = flows.reduce((least, [, flow]) => (flow < least ? flow : least), 0n);
  const limit = cutoff > lowest ? cutoff : lowest;
  const offsets = byNetuid(
    flows.map(([netuid, flow]) => [netuid, flow > limit ? I64F64.convert(I64F64.saturatingSub(flow, limit), U64F64) : 0n]),
  );
  const shares = powNormalize(
    offsets.map(([, flow]) => flow),
    exponent,
  );
  return { lowerLimitX64: limit, offsetFlowsX64: offsets, sharesX64: offsets.map(([netuid], i) => [netuid, shares[i]!]) };
}
