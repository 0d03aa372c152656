import type {
  AlphaSplitInput,
  AlphaSplitOutput,
  CoinbaseBlockInput,
  CoinbaseBlockOutput,
  DistributeHotkey,
  DistributeInput,
  DistributeOutput,
  DividendDistribution475Input,
  DividendDistributionInput,
  DividendDistributionOutput,
  DividendHotkey,
  MovingPriceInput,
  ParentChildInput,
  ParentChildOutput,
  SelfContributionInput,
  SubnetTermsInput,
  SubnetTermsOutput,
} from "../economics/types.js";
import { I96F32, U16_MAX, U64F64, U64_MAX, U96F32, saturatingAddU64 } from "./fixed.js";
import { blockEmission } from "./halving.js";
import { taoWeightX32 } from "./proportion.js";
import { movingPriceX64, priceShares } from "./shares.js";

const HALF = U96F32.ONE >> 1n;

function u64(x32: bigint): bigint {
  return U96F32.toUnsigned(x32, U64_MAX);
}

function fractionOfU16(value: number): bigint {
  return U96F32.safeDiv(U96F32.fromInteger(BigInt(value)), U96F32.fromInteger(U16_MAX));
}

function fractionOfU64(value: bigint): bigint {
  return U96F32.safeDiv(U96F32.fromInteger(value), U96F32.fromInteger(U64_MAX));
}

/** Root's share of a subnet: its weighted TAO beside the subnet's alpha. economics.md D. */
export function rootProportion(rootTao: bigint, alphaIssuance: bigint, taoWeight: bigint): bigint {
  const tao = U96F32.saturatingMul(U96F32.fromInteger(rootTao), taoWeightX32(taoWeight));
  return U96F32.safeDiv(tao, U96F32.saturatingAdd(tao, U96F32.fromInteger(alphaIssuance)));
}

/** What a subnet's emission puts into its pool, and what it mints. economics.md D. */
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
    alphaInU64: u64(alphaIn),
    taoInU64: u64(taoIn),
    excessTaoU64: u64(excessTao),
    alphaOutU64: u64(alphaEmission),
  };
}

/** Alpha out over owner, miners, validators and root. economics.md D. */
export function alphaSplit(input: AlphaSplitInput): AlphaSplitOutput {
  const ownerCut = input.ownerCutEnabled ? U96F32.saturatingMul(input.alphaOutX32, fractionOfU16(input.ownerCut)) : 0n;
  const alphaOut = U96F32.saturatingSub(input.alphaOutX32, ownerCut);
  const proportion = rootProportion(input.rootTao, input.alphaIssuanceAfterMint, input.taoWeight);
  const rootAlpha = U96F32.saturatingMul(U96F32.saturatingMul(proportion, alphaOut), HALF);
  const server = U96F32.saturatingMul(alphaOut, HALF);
  const totalValidator = U96F32.saturatingSub(alphaOut, server);
  const validator = U96F32.saturatingSub(totalValidator, rootAlpha);
  return {
    alphaCreated: u64(input.alphaOutX32),
    ownerCutX32: ownerCut,
    rootProportionX32: proportion,
    rootAlphaX32: rootAlpha,
    serverX32: server,
    totalValidatorX32: totalValidator,
    validatorX32: validator,
    ownerCutU64: u64(ownerCut),
    rootAlphaU64: u64(rootAlpha),
    serverU64: u64(server),
    validatorU64: u64(validator),
  };
}

/** A block's coinbase, where the pools accept what they are given and no alpha is bought. economics.md D. */
export function coinbaseBlock(input: CoinbaseBlockInput): CoinbaseBlockOutput {
  const { rootTao, taoWeight, ownerCut } = input;
  const { emission } = blockEmission(input.issuance);
  const { emissionsX32, rootSellFlag } = priceShares({ blockEmission: emission, subnets: input.subnets });
  const subnets = new Map(input.subnets.map((subnet) => [subnet.netuid, subnet]));
  return {
    blockEmission: emission,
    rootSellFlag,
    subnets: emissionsX32.map(([netuid, taoEmissionX32]) => {
      const { alphaIn, alphaOut, priceX64, ownerCutEnabled } = subnets.get(netuid)!;
      const alphaIssuance = saturatingAddU64(alphaIn, alphaOut);
      const terms = subnetTerms({ taoEmissionX32, alphaIssuance, priceX64, rootTao, taoWeight });
      const split = alphaSplit({
        alphaOutX32: terms.alphaOutX32,
        alphaIssuanceAfterMint: saturatingAddU64(saturatingAddU64(alphaIssuance, terms.alphaInU64), terms.alphaOutU64),
        ownerCut,
        ownerCutEnabled,
        rootTao,
        taoWeight,
      });
      return [
        netuid,
        {
          emissionX32: taoEmissionX32,
          taoIn: terms.taoInU64,
          alphaIn: terms.alphaInU64,
          alphaOut: terms.alphaOutU64,
          excessTao: terms.excessTaoU64,
          owner: split.ownerCutU64,
          server: split.serverU64,
          validator: split.validatorU64,
          rootAlpha: split.rootAlphaU64,
        },
      ];
    }),
  };
}

/** The average price after a block, slow for young subnets. economics.md D. */
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

type Divided = { alpha: bigint; root: bigint };

/** Both pools by each hotkey's part of the two kinds of dividends; hotkeys by ascending id. */
function distributePools<H extends DividendHotkey>(
  { hotkeys, pendingAlpha, pendingRootAlpha, taoWeightX32 }: { hotkeys: readonly H[] } & Omit<DividendDistributionInput, "hotkeys">,
  divide: (hotkey: H, alphaStake: bigint, rootStake: bigint) => Divided,
): DividendDistributionOutput {
  const divided = [...hotkeys]
    .sort((a, b) => a.id - b.id)
    .flatMap((hotkey): [number, Divided][] => {
      if (hotkey.stake === null) return [];
      const [alphaStake, rootStake] = hotkey.stake.map((rao) => U96F32.fromInteger(rao)) as [bigint, bigint];
      return [[hotkey.id, divide(hotkey, alphaStake, U96F32.saturatingMul(rootStake, taoWeightX32))]];
    });
  const pool = (pending: bigint, part: (value: Divided) => bigint): [number, bigint][] => {
    const total = U96F32.saturatingSum(divided.map(([, value]) => part(value)));
    return divided.map(([id, value]) => [
      id,
      U96F32.saturatingMul(U96F32.fromInteger(pending), U96F32.safeDiv(part(value), total)),
    ]);
  };
  return {
    alphaDividendsX32: pool(pendingAlpha, ({ alpha }) => alpha),
    rootAlphaDividendsX32: pool(pendingRootAlpha, ({ root }) => root),
  };
}

/** The root part by root's share of the stake, alpha the rest (before spec 442). economics.md D. */
export function dividendDistribution(input: DividendDistributionInput): DividendDistributionOutput {
  return distributePools(input, ({ dividendX32: dividend }, alphaStake, weightedRoot) => {
    const root = U96F32.saturatingMul(dividend, U96F32.safeDiv(weightedRoot, U96F32.saturatingAdd(alphaStake, weightedRoot)));
    return { alpha: U96F32.saturatingSub(dividend, root), root };
  });
}

/** The alpha part by alpha's share of the stake, root the rest where the hotkey has a root uid. newer-rules.md 4.3. */
export function dividendDistribution475(input: DividendDistribution475Input): DividendDistributionOutput {
  return distributePools(input, ({ dividendX32: dividend, onRoot }, alphaStake, weightedRoot) => {
    const total = U96F32.saturatingAdd(alphaStake, weightedRoot);
    const alpha = total === 0n ? dividend : U96F32.saturatingMul(dividend, U96F32.safeDiv(alphaStake, total));
    return { alpha, root: onRoot ? U96F32.saturatingSub(dividend, alpha) : 0n };
  });
}

/** The stake that a hotkey keeps for itself after its children, rao. economics.md D. */
export function selfContribution({ alphaStake, rootStake, children, taoWeight }: SelfContributionInput): bigint {
  const rest = children.reduce((left, proportion) => U96F32.saturatingSub(left, fractionOfU64(proportion)), U96F32.ONE);
  const alpha = U96F32.saturatingMul(U96F32.fromInteger(alphaStake), rest);
  const root = U96F32.saturatingMul(U96F32.fromInteger(rootStake), rest);
  return u64(U96F32.saturatingAdd(alpha, U96F32.saturatingMul(root, taoWeightX32(taoWeight))));
}

/** A hotkey's dividends over its parents and itself; other owners pay burn and take. economics.md D. */
export function parentChild(input: ParentChildInput): ParentChildOutput {
  const dividends = U96F32.fromInteger(input.dividends);
  const weight = taoWeightX32(input.taoWeight);
  const contributions = input.parents.map(({ alphaStake, rootStake, proportion }) => {
    const part = fractionOfU64(proportion);
    const alpha = U96F32.saturatingMul(U96F32.fromInteger(alphaStake), part);
    const root = U96F32.saturatingMul(U96F32.saturatingMul(U96F32.fromInteger(rootStake), part), weight);
    return U96F32.saturatingAdd(alpha, root);
  });
  const total = U96F32.saturatingSum([U96F32.fromInteger(input.selfContribution), ...contributions]);
  const take = fractionOfU16(input.childkeyTake);
  const burn = fractionOfU64(input.ckBurn);
  let remaining = dividends;
  let taken = 0n;
  const recycled: bigint[] = [];
  const tuples = input.parents.map(({ id, sameOwner }, i): [number, bigint] => {
    let part = U96F32.saturatingMul(dividends, U96F32.safeDiv(contributions[i]!, total));
    remaining = U96F32.saturatingSub(remaining, part);
    if (!sameOwner) {
      const burned = U96F32.saturatingMul(burn, part);
      const kept = U96F32.saturatingMul(take, part);
      part = U96F32.saturatingSub(U96F32.saturatingSub(part, burned), kept);
      taken = U96F32.saturatingAdd(taken, kept);
      recycled.push(u64(burned));
    }
    return [id, u64(part)];
  });
  return { tuples: [...tuples, [input.hotkey, u64(U96F32.saturatingAdd(remaining, taken))]], recycled };
}

/** A validator's take of dividends (raw U96F32), and the rest, in rao. economics.md D. */
export function takeSplit(dividends: bigint, take: number): { take: bigint; rest: bigint } {
  const kept = U96F32.saturatingMul(fractionOfU16(take), dividends);
  return { take: u64(kept), rest: u64(U96F32.saturatingSub(dividends, kept)) };
}

/** The part of the miners' emission that owners' hotkeys would have got, raw U96F32. economics.md D. */
export function withheld(withheldRao: bigint, totalRao: bigint): bigint {
  return U96F32.safeDiv(U96F32.fromInteger(withheldRao), U96F32.fromInteger(totalRao));
}

function sorted<T>(map: Map<number, T>): [number, T][] {
  return [...map].sort(([a], [b]) => a - b);
}

function addTo(map: Map<number, bigint>, id: number, add: (sum: bigint) => bigint): void {
  map.set(id, add(map.get(id) ?? 0n));
}

/** What follows a subnet's epoch: incentives, dividends through parents and children, pools, takes. economics.md D. */
export function distribute(input: DistributeInput): DistributeOutput {
  const { taoWeight, ckBurn, pendingRootAlpha } = input;
  const hotkeys = new Map(input.hotkeys.map((hotkey) => [hotkey.id, hotkey]));
  const allIncentives = input.hotkeyEmission.reduce((sum, [, incentive]) => saturatingAddU64(sum, incentive), 0n);
  const validatorAlpha =
    allIncentives === 0n ? saturatingAddU64(input.pendingValidator, input.pendingServer) : input.pendingValidator;

  const incentives = new Map<number, bigint>();
  const dividends = new Map<number, bigint>();
  const ckRecycled: bigint[] = [];
  for (const [id, incentive, dividend] of input.hotkeyEmission) {
    addTo(incentives, id, (sum) => saturatingAddU64(sum, incentive));
    const { tuples, recycled } = throughParents(hotkeys, id, dividend, { taoWeight, ckBurn });
    for (const rao of recycled) ckRecycled.push(rao);
    for (const [to, rao] of tuples) addTo(dividends, to, (sum) => U96F32.saturatingAdd(sum, U96F32.fromInteger(rao)));
  }

  const { alphaDividendsX32, rootAlphaDividendsX32 } = dividendDistribution({
    hotkeys: sorted(dividends).map(([id, dividendX32]) => {
      const hotkey = hotkeys.get(id);
      return { id, dividendX32, stake: hotkey === undefined ? null : [hotkey.alphaStake, hotkey.rootStake] };
    }),
    pendingAlpha: validatorAlpha,
    pendingRootAlpha,
    taoWeightX32: taoWeightX32(taoWeight),
  });
  const split = (list: [number, bigint][]): [number, bigint, bigint][] =>
    list.map(([id, amount]) => {
      const { take, rest } = takeSplit(amount, hotkeys.get(id)!.take);
      return [id, take, rest];
    });
  const ownersIncentives = input.hotkeyEmission.reduce(
    (sum, [id, incentive]) => (hotkeys.get(id)!.isOwnerHotkey ? saturatingAddU64(sum, incentive) : sum),
    0n,
  );
  return {
    validatorAlpha,
    incentives: sorted(incentives),
    dividendsX32: sorted(dividends),
    ckRecycled,
    alphaDividendsX32,
    rootAlphaDividendsX32,
    alphaTakeRest: split(alphaDividendsX32),
    rootTakeRest: split(rootAlphaDividendsX32),
    minerBurnedX32: withheld(ownersIncentives, allIncentives),
  };
}

function throughParents(
  hotkeys: Map<number, DistributeHotkey>,
  id: number,
  dividends: bigint,
  { taoWeight, ckBurn }: Pick<DistributeInput, "taoWeight" | "ckBurn">,
): ParentChildOutput {
  const hotkey = hotkeys.get(id)!;
  return parentChild({
    hotkey: id,
    dividends,
    selfContribution: selfContribution({ ...hotkey, taoWeight }),
    parents: hotkey.parents.map(([proportion, parentId]) => {
      const { alphaStake, rootStake, owner } = hotkeys.get(parentId)!;
      return { id: parentId, alphaStake, rootStake, proportion, sameOwner: owner === hotkey.owner };
    }),
    childkeyTake: hotkey.childkeyTake,
    ckBurn,
    taoWeight,
  });
}
