/** From an epoch's emission to each hotkey, under specs 233 to 342. payout.md 7 */
import {
  I96F32,
  cell,
  copy,
  fromU64,
  safeDiv,
  saturatingAdd,
  saturatingMul,
  saturatingSub,
  toU64,
} from "../fixed/cell";
import { fractionOfU16, fractionOfU64, setTaoWeight } from "../fixed/parts";
import { getU64, putU64, saturatingAddU64, saturatingSubU64 } from "../fixed/u64";
import { allocate } from "../heap";
import { item, setItem } from "../list";
import { allIncentives, collect, contribution, distributePool, parentChild, splitTakes } from "../payout";
import { coinbaseFormat } from "./formats";
import { alphaPooled, childkeyBurn, ownersWithheld, rootPaidInTao, rootPartPaidTwice, takeOfWhole } from "./switches";

const dividendCell: usize = memory.data(16);
const taken: usize = memory.data(16);
const remaining: usize = memory.data(16);
const fraction: usize = memory.data(16);
const total: usize = memory.data(16);
const part: usize = memory.data(16);

/** The take is of the whole dividend, and of parents of the same owner too; nothing is burned. payout.md 7.2 */
export function parentChild233(
  dividends: u64,
  ownContribution: u64,
  childkeyTake: u32,
  _ckBurn: u64,
  taoWeight: u64,
  parentCount: u32,
  alphaStakes: usize,
  rootStakes: usize,
  proportions: usize,
  _sameOwner: usize,
  paid: usize,
  _recycled: usize,
): u32 {
  const parts = allocate((<usize>parentCount) << 4);
  fromU64(ownContribution, I96F32, total);
  for (let p: u32 = 0; p < parentCount; p++) {
    fractionOfU64(getU64(proportions, p), I96F32, fraction);
    contribution(getU64(alphaStakes, p), getU64(rootStakes, p), fraction, taoWeight, I96F32, cell(parts, p));
    saturatingAdd(total, cell(parts, p), I96F32, total);
  }
  fromU64(dividends, I96F32, dividendCell);
  fractionOfU16(childkeyTake, I96F32, taken);
  saturatingMul(taken, dividendCell, I96F32, taken);
  saturatingSub(dividendCell, taken, I96F32, remaining);
  saturatingAdd(remaining, taken, I96F32, taken);
  let own = toU64(taken, I96F32);
  for (let p: u32 = 0; p < parentCount; p++) {
    safeDiv(cell(parts, p), total, I96F32, part);
    saturatingMul(remaining, part, I96F32, part);
    const given = toU64(part, I96F32);
    own = saturatingSubU64(own, given);
    putU64(paid, p, given);
  }
  putU64(paid, parentCount, own);
  return 0;
}

const rootStakeCell: usize = memory.data(16);
const stakeTotal: usize = memory.data(16);

/** Two pools, before 257 that of root alone; cells in the format of the coinbase. payout.md 7.3 */
export function dividendDistribution233(
  ruleSet: u32,
  count: u32,
  dividends: usize,
  alphaStakes: usize,
  rootStakes: usize,
  taoWeight: usize,
  pendingAlpha: u64,
  pendingRoot: u64,
  alphaDividends: usize,
  rootDividends: usize,
): void {
  const format = coinbaseFormat(ruleSet);
  for (let i: u32 = 0; i < count; i++) {
    const dividend = cell(dividends, i);
    const alpha = cell(alphaDividends, i);
    const root = cell(rootDividends, i);
    fromU64(getU64(rootStakes, i), format, rootStakeCell);
    saturatingMul(rootStakeCell, taoWeight, format, rootStakeCell);
    fromU64(getU64(alphaStakes, i), format, stakeTotal);
    saturatingAdd(stakeTotal, rootStakeCell, format, stakeTotal);
    safeDiv(rootStakeCell, stakeTotal, format, root);
    saturatingMul(dividend, root, format, root);
    if (rootPartPaidTwice(ruleSet)) copy(dividend, alpha);
    else saturatingSub(dividend, root, format, alpha);
  }
  if (alphaPooled(ruleSet)) distributePool(count, alphaDividends, pendingAlpha, format);
  distributePool(count, rootDividends, pendingRoot, format);
}

/** Rao. payout.md 7.4 */
export function validatorPool257(incentiveSum: u64, pendingAlpha: u64, pendingRoot: u64): u64 {
  if (incentiveSum == 0) return pendingAlpha;
  return saturatingSubU64(saturatingAddU64(pendingAlpha, pendingRoot) / 2, pendingRoot);
}

/** Rao that `distribute233` lets the epoch distribute, and gives the validators as alpha. */
export let epochAmount: u64 = 0;
export let validatorPool: u64 = 0;

/**
 * What followed a subnet's epoch. Lists as in `distribute`; `withheld` takes flags of the hotkeys whose incentive is not
 * paid. What is recycled is as many u64 as `recycledCount` says. payout.md 7
 */
export function distribute233(
  ruleSet: u32,
  entryCount: u32,
  entries: usize,
  count: u32,
  alphaStakes: usize,
  rootStakes: usize,
  owners: usize,
  ownerHotkeys: usize,
  childkeyTakes: usize,
  takes: usize,
  childStarts: usize,
  children: usize,
  parentStarts: usize,
  parents: usize,
  parentProportions: usize,
  pendingAlpha: u64,
  pendingRoot: u64,
  pendingTao: u64,
  ckBurn: u64,
  taoWeight: u64,
  incentives: usize,
  hasEntry: usize,
  hasDividends: usize,
  dividends: usize,
  alphaDividends: usize,
  rootDividends: usize,
  alphaTakeRest: usize,
  rootTakeRest: usize,
  recycled: usize,
  withheld: usize,
): void {
  collect(
    takeOfWhole(ruleSet) ? parentChild233 : parentChild, coinbaseFormat(ruleSet), entryCount, entries, alphaStakes, rootStakes, owners,
    childkeyTakes, childStarts, children, parentStarts, parents, parentProportions, childkeyBurn(ruleSet) ? ckBurn : 0, taoWeight,
    incentives, hasEntry, hasDividends, dividends, recycled,
  );
  epochAmount = saturatingAddU64(pendingAlpha, pendingRoot);
  validatorPool = alphaPooled(ruleSet) ? validatorPool257(allIncentives, pendingAlpha, pendingRoot) : 0;
  setTaoWeight(taoWeight, part);
  dividendDistribution233(
    ruleSet, count, dividends, alphaStakes, rootStakes, part,
    validatorPool, rootPaidInTao(ruleSet) ? pendingTao : pendingRoot, alphaDividends, rootDividends,
  );
  splitTakes(count, alphaDividends, takes, alphaTakeRest);
  splitTakes(count, rootDividends, takes, rootTakeRest);
  for (let i: u32 = 0; i < count; i++) {
    store<u8>(withheld + i, <u8>(ownersWithheld(ruleSet) && load<u8>(hasEntry + i) != 0 && load<u8>(ownerHotkeys + i) != 0));
  }
}

/**
 * The owner's hotkeys with a uid, `ids` from the newest on, cut to `limit`; the owner hotkey in front where it has a uid
 * and is not among them, and cut again. Returns their number; `kept` has room for one more than there are. payout.md 7.6
 */
export function immuneOwnerHotkeys306(limit: u32, count: u32, ids: usize, ownerHotkey: u32, ownerHasUid: bool, kept: usize): u32 {
  const newest = min(count, limit);
  let inFront = ownerHasUid && limit > 0;
  for (let i: u32 = 0; i < newest; i++) if (item(ids, i) == ownerHotkey) inFront = false;
  if (inFront) setItem(kept, 0, ownerHotkey);
  const total = inFront ? min(newest, limit - 1) + 1 : newest;
  for (let i: u32 = <u32>inFront; i < total; i++) setItem(kept, i, item(ids, i - <u32>inFront));
  return total;
}
