import type {
  Distribute233Input,
  Distribute233Output,
  DividendDistribution233Input,
  DividendDistribution233Output,
  ImmuneOwnerHotkeys306Input,
  ParentChild233Input,
} from "../../economics/history/types.js";
import type { ByHotkey, ParentChildOutput } from "../../economics/types.js";
import { parentChild, selfContribution, takeSplit } from "../payout.js";
import { I96F32, saturatingAddU64, saturatingSubU64 } from "../fixed.js";
import { taoWeightX32 } from "../proportion.js";
import { fractionOfU16, fractionOfU64, toRao } from "../parts.js";
import { coinbaseFormat } from "./formats.js";
import {
  alphaPooled,
  childkeyBurn,
  ownersWithheld,
  rootPaidInTao,
  rootPartPaidTwice,
  takeOfWhole,
} from "../../economics/history/switches.js";

/** The take is of the whole dividend, and of parents of the same owner too. payout.md 7.2 */
export function parentChild233(input: ParentChild233Input): { tuples: ByHotkey } {
  const format = I96F32;
  const dividends = format.fromInteger(input.dividends);
  const taken = format.saturatingMul(fractionOfU16(input.childkeyTake, format), dividends);
  const rest = format.saturatingSub(dividends, taken);
  const contributions = input.parents.map(({ alphaStake, rootStake, proportion }) => {
    const part = fractionOfU64(proportion, format);
    const root = format.saturatingMul(format.saturatingMul(format.fromInteger(rootStake), part), taoWeightX32(input.taoWeight));
    return format.saturatingAdd(format.saturatingMul(format.fromInteger(alphaStake), part), root);
  });
  const total = format.saturatingSum([format.fromInteger(input.selfContribution), ...contributions]);
  const parents = input.parents.map(({ id }, i): [number, bigint] => {
    return [id, toRao(format.saturatingMul(rest, format.safeDiv(contributions[i]!, total)), format)];
  });
  const own = parents.reduce((left, [, paid]) => saturatingSubU64(left, paid), toRao(format.saturatingAdd(rest, taken), format));
  return { tuples: [...parents, [input.hotkey, own]] };
}

/** payout.md 7.3 */
export function dividendDistribution233(input: DividendDistribution233Input): DividendDistribution233Output {
  const { ruleSet, pendingAlpha, pendingRoot, taoWeightX32: weight } = input;
  const format = coinbaseFormat(ruleSet);
  const divided = [...input.hotkeys]
    .sort((a, b) => a.id - b.id)
    .map(({ id, dividendX32, stake: [alphaStake, rootStake] }) => {
      const weightedRoot = format.saturatingMul(format.fromInteger(rootStake), weight);
      const share = format.safeDiv(weightedRoot, format.saturatingAdd(format.fromInteger(alphaStake), weightedRoot));
      const root = format.saturatingMul(dividendX32, share);
      return { id, root, alpha: rootPartPaidTwice(ruleSet) ? dividendX32 : format.saturatingSub(dividendX32, root) };
    });
  const pool = (pending: bigint, parts: readonly bigint[]): ByHotkey => {
    const total = format.saturatingSum(parts);
    return divided.map(({ id }, i) => [id, format.saturatingMul(format.fromInteger(pending), format.safeDiv(parts[i]!, total))]);
  };
  return {
    alphaDividendsX32: alphaPooled(ruleSet)
      ? pool(
          pendingAlpha,
          divided.map(({ alpha }) => alpha),
        )
      : divided.map(({ id, alpha }) => [id, alpha]),
    rootDividendsX32: pool(
      pendingRoot,
      divided.map(({ root }) => root),
    ),
  };
}

/** payout.md 7.4 */
export function validatorPool257({
  incentiveSum,
  pendingAlpha,
  pendingRoot,
}: {
  incentiveSum: bigint;
  pendingAlpha: bigint;
  pendingRoot: bigint;
}): bigint {
  if (incentiveSum === 0n) return pendingAlpha;
  return saturatingSubU64(saturatingAddU64(pendingAlpha, pendingRoot) / 2n, pendingRoot);
}

function throughParents(
  input: Distribute233Input,
  hotkeys: Map<number, Distribute233Input["hotkeys"][number]>,
  id: number,
  dividends: bigint,
): ParentChildOutput {
  const { ruleSet, taoWeight } = input;
  const hotkey = hotkeys.get(id)!;
  const parents = hotkey.parents.map(([proportion, parentId]) => {
    const { alphaStake, rootStake, owner } = hotkeys.get(parentId)!;
    return { id: parentId, alphaStake, rootStake, proportion, sameOwner: owner === hotkey.owner };
  });
  const shared = {
    hotkey: id,
    dividends,
    selfContribution: selfContribution({ ...hotkey, taoWeight }),
    parents,
    childkeyTake: hotkey.childkeyTake,
    taoWeight,
  };
  if (takeOfWhole(ruleSet)) return { ...parentChild233(shared), recycled: [] };
  if (!childkeyBurn(ruleSet)) return { ...parentChild({ ...shared, ckBurn: 0n }), recycled: [] };
  return parentChild({ ...shared, ckBurn: input.ckBurn });
}

function ascending<T>(map: Map<number, T>): [number, T][] {
  return [...map].sort(([a], [b]) => a - b);
}

const DISTRIBUTIONS = { 233: 233, 244: 244, 252: 244, 257: 257, 261: 261, 315: 261, 334: 261 } as const;

/** payout.md 7 */
export function distribute233(input: Distribute233Input): Distribute233Output {
  const { ruleSet, pendingAlpha, pendingRoot } = input;
  const format = coinbaseFormat(ruleSet);
  const hotkeys = new Map(input.hotkeys.map((hotkey) => [hotkey.id, hotkey]));
  const incentives = new Map<number, bigint>();
  const dividends = new Map<number, bigint>();
  const ckRecycled: bigint[] = [];
  for (const [id, incentive, dividend] of input.hotkeyEmission) {
    incentives.set(id, saturatingAddU64(incentives.get(id) ?? 0n, incentive));
    const { tuples, recycled } = throughParents(input, hotkeys, id, dividend);
    for (const one of recycled) ckRecycled.push(one);
    for (const [to, paid] of tuples) dividends.set(to, format.saturatingAdd(dividends.get(to) ?? 0n, format.fromInteger(paid)));
  }
  const incentiveSum = input.hotkeyEmission.reduce((sum, [, incentive]) => saturatingAddU64(sum, incentive), 0n);
  const validatorPool = alphaPooled(ruleSet) ? validatorPool257({ incentiveSum, pendingAlpha, pendingRoot }) : null;
  const sums = ascending(dividends);
  const { alphaDividendsX32, rootDividendsX32 } = dividendDistribution233({
    ruleSet: DISTRIBUTIONS[ruleSet],
    hotkeys: sums.map(([id, dividendX32]) => {
      const { alphaStake, rootStake } = hotkeys.get(id)!;
      return { id, dividendX32, stake: [alphaStake, rootStake] };
    }),
    pendingAlpha: validatorPool ?? 0n,
    pendingRoot: rootPaidInTao(ruleSet) ? input.pendingTao : pendingRoot,
    taoWeightX32: taoWeightX32(input.taoWeight),
  });
  const split = (list: ByHotkey) =>
    list.map(([id, amount]): [number, bigint, bigint] => {
      const { take, rest } = takeSplit(amount, hotkeys.get(id)!.take);
      return [id, take, rest];
    });
  const paid = ascending(incentives);
  return {
    epochAmount: saturatingAddU64(pendingAlpha, pendingRoot),
    validatorPool,
    incentives: paid,
    withheld: ownersWithheld(ruleSet) ? paid.flatMap(([id]) => (hotkeys.get(id)!.isOwnerHotkey ? [id] : [])) : [],
    dividendsX32: sums,
    ckRecycled,
    alphaDividendsX32,
    rootDividendsX32,
    alphaTakeRest: split(alphaDividendsX32),
    rootTakeRest: split(rootDividendsX32),
  };
}

/** payout.md 7.6 */
export function immuneOwnerHotkeys306({ limit, owned, ownerHotkey, ownerHotkeyHasUid }: ImmuneOwnerHotkeys306Input): number[] {
  const most = limit ?? owned.length + 1;
  const newest = owned
    .flatMap(({ id, uid, registeredAt }) => (uid === null ? [] : [{ id, uid, registeredAt }]))
    .sort((a, b) => (a.registeredAt > b.registeredAt ? -1 : a.registeredAt < b.registeredAt ? 1 : a.uid - b.uid))
    .slice(0, most)
    .map(({ id }) => id);
  const inFront = ownerHotkey !== null && ownerHotkeyHasUid && !newest.includes(ownerHotkey) ? [ownerHotkey] : [];
  return [...inFront, ...newest].slice(0, most);
}
