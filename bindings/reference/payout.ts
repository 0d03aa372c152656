import type {
  DistributeHotkey,
  DistributeInput,
  DistributeOutput,
  DividendDistribution475Input,
  DividendDistributionInput,
  DividendDistributionOutput,
  DividendHotkey,
  ParentChildInput,
  ParentChildOutput,
  SelfContributionInput,
} from "../economics/types.js";
import { U96F32, saturatingAddU64 } from "./fixed.js";
import { fractionOfU16, fractionOfU64, toRao } from "./parts.js";
import { taoWeightX32 } from "./proportion.js";

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
    return divided.map(([id, value]) => [id, U96F32.saturatingMul(U96F32.fromInteger(pending), U96F32.safeDiv(part(value), total))]);
  };
  return {
    alphaDividendsX32: pool(pendingAlpha, ({ alpha }) => alpha),
    rootAlphaDividendsX32: pool(pendingRootAlpha, ({ root }) => root),
  };
}

/** The root part by root's share of the stake, alpha the rest (before spec 442). payout.md 6 */
export function dividendDistribution(input: DividendDistributionInput): DividendDistributionOutput {
  return distributePools(input, ({ dividendX32: dividend }, alphaStake, weightedRoot) => {
    const root = U96F32.saturatingMul(dividend, U96F32.safeDiv(weightedRoot, U96F32.saturatingAdd(alphaStake, weightedRoot)));
    return { alpha: U96F32.saturatingSub(dividend, root), root };
  });
}

/** The alpha part by alpha's share of the stake, root the rest where the hotkey has a root uid. payout.md 3 */
export function dividendDistribution475(input: DividendDistribution475Input): DividendDistributionOutput {
  return distributePools(input, ({ dividendX32: dividend, onRoot }, alphaStake, weightedRoot) => {
    const total = U96F32.saturatingAdd(alphaStake, weightedRoot);
    const alpha = total === 0n ? dividend : U96F32.saturatingMul(dividend, U96F32.safeDiv(alphaStake, total));
    return { alpha, root: onRoot ? U96F32.saturatingSub(dividend, alpha) : 0n };
  });
}

/** The stake that a hotkey keeps for itself after its children, rao. payout.md 1 */
export function selfContribution({ alphaStake, rootStake, children, taoWeight }: SelfContributionInput): bigint {
  const rest = children.reduce((left, proportion) => U96F32.saturatingSub(left, fractionOfU64(proportion, U96F32)), U96F32.ONE);
  const alpha = U96F32.saturatingMul(U96F32.fromInteger(alphaStake), rest);
  const root = U96F32.saturatingMul(U96F32.fromInteger(rootStake), rest);
  return toRao(U96F32.saturatingAdd(alpha, U96F32.saturatingMul(root, taoWeightX32(taoWeight))), U96F32);
}

/** A hotkey's dividends over its parents and itself; other owners pay burn and take. payout.md 2 */
export function parentChild(input: ParentChildInput): ParentChildOutput {
  const dividends = U96F32.fromInteger(input.dividends);
  const weight = taoWeightX32(input.taoWeight);
  const contributions = input.parents.map(({ alphaStake, rootStake, proportion }) => {
    const part = fractionOfU64(proportion, U96F32);
    const alpha = U96F32.saturatingMul(U96F32.fromInteger(alphaStake), part);
    const root = U96F32.saturatingMul(U96F32.saturatingMul(U96F32.fromInteger(rootStake), part), weight);
    return U96F32.saturatingAdd(alpha, root);
  });
  const total = U96F32.saturatingSum([U96F32.fromInteger(input.selfContribution), ...contributions]);
  const take = fractionOfU16(input.childkeyTake, U96F32);
  const burn = fractionOfU64(input.ckBurn, U96F32);
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
      recycled.push(toRao(burned, U96F32));
    }
    return [id, toRao(part, U96F32)];
  });
  return { tuples: [...tuples, [input.hotkey, toRao(U96F32.saturatingAdd(remaining, taken), U96F32)]], recycled };
}

/** A validator's take of dividends (raw U96F32), and the rest, in rao. payout.md 4 */
export function takeSplit(dividends: bigint, take: number): { take: bigint; rest: bigint } {
  const kept = U96F32.saturatingMul(fractionOfU16(take, U96F32), dividends);
  return { take: toRao(kept, U96F32), rest: toRao(U96F32.saturatingSub(dividends, kept), U96F32) };
}

/** The part of the miners' emission that owners' hotkeys would have got, raw U96F32. split.md 2 */
export function withheld(withheldRao: bigint, totalRao: bigint): bigint {
  return U96F32.safeDiv(U96F32.fromInteger(withheldRao), U96F32.fromInteger(totalRao));
}

function sorted<T>(map: Map<number, T>): [number, T][] {
  return [...map].sort(([a], [b]) => a - b);
}

function addTo(map: Map<number, bigint>, id: number, add: (sum: bigint) => bigint): void {
  map.set(id, add(map.get(id) ?? 0n));
}

/** What follows a subnet's epoch: incentives, dividends through parents and children, pools, takes. payout.md 5 */
export function distribute(input: DistributeInput): DistributeOutput {
  const { taoWeight, ckBurn, pendingRootAlpha } = input;
  const hotkeys = new Map(input.hotkeys.map((hotkey) => [hotkey.id, hotkey]));
  const allIncentives = input.hotkeyEmission.reduce((sum, [, incentive]) => saturatingAddU64(sum, incentive), 0n);
  const validatorAlpha = allIncentives === 0n ? saturatingAddU64(input.pendingValidator, input.pendingServer) : input.pendingValidator;

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
