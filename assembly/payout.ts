/** From an epoch's emission to each hotkey; U96F32 unless said. payout.md */
import {
  U96F32,
  cell,
  copy,
  fromU64,
  isZero,
  safeDiv,
  saturatingAdd,
  saturatingMul,
  saturatingSub,
  setOne,
  setZero,
  toU64,
} from "./fixed/cell";
import { fractionOfU16, fractionOfU64, setTaoWeight } from "./fixed/parts";
import { getU64, putU64, saturatingAddU64 } from "./fixed/u64";
import { allocate } from "./heap";
import { item } from "./list";

const weight: usize = memory.data(16);
const sum: usize = memory.data(16);
const pool: usize = memory.data(16);
const alphaStakeCell: usize = memory.data(16);
const rootStakeCell: usize = memory.data(16);
const stakeTotal: usize = memory.data(16);

/** A pool by each part of the parts' sum; in place. */
export function distributePool(count: u32, parts: usize, pendingRao: u64, format: i32): void {
  setZero(sum);
  for (let i: u32 = 0; i < count; i++) saturatingAdd(sum, cell(parts, i), format, sum);
  fromU64(pendingRao, format, pool);
  for (let i: u32 = 0; i < count; i++) {
    safeDiv(cell(parts, i), sum, format, cell(parts, i));
    saturatingMul(pool, cell(parts, i), format, cell(parts, i));
  }
}

/**
 * Two pools by each hotkey's alpha and root dividends. `dividends` are cells, stakes u64 rao, `taoWeight` a cell.
 * With `byRootUid` (from spec 442) the alpha part is by alpha's share of the stake and root gets the rest where the
 * hotkey has a root uid (`onRoot` flags); before, the root part is by root's share and alpha gets the rest.
 */
export function dividendDistribution(
  count: u32,
  dividends: usize,
  alphaStakes: usize,
  rootStakes: usize,
  byRootUid: bool,
  onRoot: usize,
  taoWeight: usize,
  pendingAlpha: u64,
  pendingRootAlpha: u64,
  alphaDividends: usize,
  rootAlphaDividends: usize,
): void {
  for (let i: u32 = 0; i < count; i++) {
    const dividend = cell(dividends, i);
    const alpha = cell(alphaDividends, i);
    const root = cell(rootAlphaDividends, i);
    fromU64(getU64(alphaStakes, i), U96F32, alphaStakeCell);
    fromU64(getU64(rootStakes, i), U96F32, rootStakeCell);
    saturatingMul(rootStakeCell, taoWeight, U96F32, rootStakeCell);
    saturatingAdd(alphaStakeCell, rootStakeCell, U96F32, stakeTotal);
    if (byRootUid) {
      safeDiv(alphaStakeCell, stakeTotal, U96F32, alpha);
      saturatingMul(dividend, alpha, U96F32, alpha);
      if (isZero(stakeTotal)) copy(dividend, alpha);
      if (load<u8>(onRoot + i)) saturatingSub(dividend, alpha, U96F32, root);
      else setZero(root);
    } else {
      safeDiv(rootStakeCell, stakeTotal, U96F32, root);
      saturatingMul(dividend, root, U96F32, root);
      saturatingSub(dividend, root, U96F32, alpha);
    }
  }
  distributePool(count, alphaDividends, pendingAlpha, U96F32);
  distributePool(count, rootAlphaDividends, pendingRootAlpha, U96F32);
}

const rest: usize = memory.data(16);
const part: usize = memory.data(16);

/** The stake that a hotkey keeps for itself after its children (u64 proportions), rao. */
export function selfContribution(alphaStake: u64, rootStake: u64, taoWeight: u64, childCount: u32, children: usize): u64 {
  setOne(U96F32, rest);
  for (let i: u32 = 0; i < childCount; i++) {
    fractionOfU64(getU64(children, i), U96F32, part);
    saturatingSub(rest, part, U96F32, rest);
  }
  contribution(alphaStake, rootStake, rest, taoWeight, U96F32, part);
  return toU64(part, U96F32);
}

/** A fraction of a hotkey's alpha and of its root stake at the TAO weight. */
export function contribution(alphaStake: u64, rootStake: u64, fraction: usize, taoWeight: u64, format: i32, result: usize): void {
  setTaoWeight(taoWeight, weight);
  fromU64(alphaStake, format, alphaStakeCell);
  saturatingMul(alphaStakeCell, fraction, format, alphaStakeCell);
  fromU64(rootStake, format, rootStakeCell);
  saturatingMul(rootStakeCell, fraction, format, rootStakeCell);
  saturatingMul(rootStakeCell, weight, format, rootStakeCell);
  saturatingAdd(alphaStakeCell, rootStakeCell, format, result);
}

const dividendCell: usize = memory.data(16);
const remaining: usize = memory.data(16);
const taken: usize = memory.data(16);
const take: usize = memory.data(16);
const burn: usize = memory.data(16);
const burned: usize = memory.data(16);
const contributions: usize = memory.data(16);
const fraction: usize = memory.data(16);

/**
 * A hotkey's dividends over its parents and itself; parents of another owner pay burn and take, both from their full
 * part. `paid` takes a u64 for each parent, the child last; `recycled` one for each parent of another owner, whose
 * number is returned.
 */
export function parentChild(
  dividends: u64,
  ownContribution: u64,
  childkeyTake: u32,
  ckBurn: u64,
  taoWeight: u64,
  parentCount: u32,
  alphaStakes: usize,
  rootStakes: usize,
  proportions: usize,
  sameOwner: usize,
  paid: usize,
  recycled: usize,
): u32 {
  const parts = allocate((<usize>parentCount) << 4);
  fromU64(ownContribution, U96F32, contributions);
  for (let p: u32 = 0; p < parentCount; p++) {
    fractionOfU64(getU64(proportions, p), U96F32, fraction);
    contribution(getU64(alphaStakes, p), getU64(rootStakes, p), fraction, taoWeight, U96F32, cell(parts, p));
    saturatingAdd(contributions, cell(parts, p), U96F32, contributions);
  }
  fractionOfU16(childkeyTake, U96F32, take);
  fractionOfU64(ckBurn, U96F32, burn);
  fromU64(dividends, U96F32, dividendCell);
  copy(dividendCell, remaining);
  setZero(taken);
  let recycledCount: u32 = 0;
  for (let p: u32 = 0; p < parentCount; p++) {
    const given = cell(parts, p);
    safeDiv(given, contributions, U96F32, given);
    saturatingMul(dividendCell, given, U96F32, given);
    saturatingSub(remaining, given, U96F32, remaining);
    if (!load<u8>(sameOwner + p)) {
      saturatingMul(burn, given, U96F32, burned);
      saturatingMul(take, given, U96F32, fraction);
      saturatingSub(given, burned, U96F32, given);
      saturatingSub(given, fraction, U96F32, given);
      saturatingAdd(taken, fraction, U96F32, taken);
      putU64(recycled, recycledCount++, toU64(burned, U96F32));
    }
    putU64(paid, p, toU64(given, U96F32));
  }
  saturatingAdd(remaining, taken, U96F32, remaining);
  putU64(paid, parentCount, toU64(remaining, U96F32));
  return recycledCount;
}

/** A validator's take of dividends (a cell), rao; the rest goes to `rest`. */
export function takeSplit(dividends: usize, takeU16: u32, restResult: usize): u64 {
  fractionOfU16(takeU16, U96F32, take);
  saturatingMul(take, dividends, U96F32, take);
  saturatingSub(dividends, take, U96F32, part);
  store<u64>(restResult, toU64(part, U96F32));
  return toU64(take, U96F32);
}

/** A part of a whole; 0 of nothing. */
export function withheld(withheldRao: u64, totalRao: u64, result: usize): void {
  fromU64(withheldRao, U96F32, result);
  fromU64(totalRao, U96F32, sum);
  safeDiv(result, sum, U96F32, result);
}

/** Rao of incentives met by `collect`, and parents of another owner. */
export let allIncentives: u64 = 0;
export let recycledCount: u32 = 0;

/** `parentChild`, or what stood in its place. */
type ParentChild = (
  dividends: u64,
  ownContribution: u64,
  childkeyTake: u32,
  ckBurn: u64,
  taoWeight: u64,
  parentCount: u32,
  alphaStakes: usize,
  rootStakes: usize,
  proportions: usize,
  sameOwner: usize,
  paid: usize,
  recycled: usize,
) => u32;

/** Sums an epoch's incentives by hotkey, and its dividends by who gets them; lists as in `distribute`. */
export function collect(
  pay: ParentChild,
  format: i32,
  entryCount: u32,
  entries: usize,
  alphaStakes: usize,
  rootStakes: usize,
  owners: usize,
  childkeyTakes: usize,
  childStarts: usize,
  children: usize,
  parentStarts: usize,
  parents: usize,
  parentProportions: usize,
  ckBurn: u64,
  taoWeight: u64,
  incentives: usize,
  hasEntry: usize,
  hasDividends: usize,
  dividends: usize,
  recycled: usize,
): void {
  allIncentives = 0;
  recycledCount = 0;
  for (let e: u32 = 0; e < entryCount; e++) {
    const child = <u32>getU64(entries, 3 * e);
    const incentive = getU64(entries, 3 * e + 1);
    allIncentives = saturatingAddU64(allIncentives, incentive);
    putU64(incentives, child, saturatingAddU64(getU64(incentives, child), incentive));
    store<u8>(hasEntry + child, 1);

    const firstParent = item(parentStarts, child);
    const parentCount = item(parentStarts, child + 1) - firstParent;
    const parentAlpha = allocate((<usize>parentCount) << 3);
    const parentRoot = allocate((<usize>parentCount) << 3);
    const sameOwner = allocate(parentCount);
    const paid = allocate((<usize>parentCount + 1) << 3);
    for (let p: u32 = 0; p < parentCount; p++) {
      const parent = item(parents, firstParent + p);
      putU64(parentAlpha, p, getU64(alphaStakes, parent));
      putU64(parentRoot, p, getU64(rootStakes, parent));
      store<u8>(sameOwner + p, <u8>(item(owners, parent) == item(owners, child)));
    }
    const firstChild = item(childStarts, child);
    const own = selfContribution(
      getU64(alphaStakes, child), getU64(rootStakes, child), taoWeight,
      item(childStarts, child + 1) - firstChild, children + ((<usize>firstChild) << 3),
    );
    recycledCount += pay(
      getU64(entries, 3 * e + 2), own, item(childkeyTakes, child), ckBurn, taoWeight,
      parentCount, parentAlpha, parentRoot, parentProportions + ((<usize>firstParent) << 3), sameOwner,
      paid, recycled + ((<usize>recycledCount) << 3),
    );
    for (let p: u32 = 0; p <= parentCount; p++) {
      const to = p < parentCount ? item(parents, firstParent + p) : child;
      fromU64(getU64(paid, p), format, part);
      saturatingAdd(cell(dividends, to), part, format, cell(dividends, to));
      store<u8>(hasDividends + to, 1);
    }
  }
}

/** Rao that `distribute` gives the validators as alpha: with no incentives the miners' too. */
export let validatorAlpha: u64 = 0;

/**
 * What follows a subnet's epoch. Hotkeys are named by their position in the lists, in ascending order of id.
 *
 * In: `entries` of (hotkey, incentive, dividends) as u64 triples; per hotkey u64 stakes, u32 owners, flags, u32 takes,
 * children as u32 starts and u64 proportions, parents as u32 starts, u32 hotkeys and u64 proportions.
 * Out: per hotkey u64 incentives, flags whether it got any entry and any dividends, cells of dividends and of both
 * pools, u64 pairs of (take, rest) of both; u64 recycled in order; the cell `minerBurned`.
 */
export function distribute(
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
  pendingServer: u64,
  pendingValidator: u64,
  pendingRootAlpha: u64,
  ckBurn: u64,
  taoWeight: u64,
  incentives: usize,
  hasEntry: usize,
  hasDividends: usize,
  dividends: usize,
  alphaDividends: usize,
  rootAlphaDividends: usize,
  alphaTakeRest: usize,
  rootTakeRest: usize,
  recycled: usize,
  minerBurned: usize,
): void {
  collect(
    parentChild, U96F32, entryCount, entries, alphaStakes, rootStakes, owners, childkeyTakes, childStarts, children,
    parentStarts, parents, parentProportions, ckBurn, taoWeight, incentives, hasEntry, hasDividends, dividends, recycled,
  );
  let ownersIncentives: u64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    if (load<u8>(ownerHotkeys + i)) ownersIncentives = saturatingAddU64(ownersIncentives, getU64(incentives, i));
  }
  validatorAlpha = allIncentives == 0 ? saturatingAddU64(pendingValidator, pendingServer) : pendingValidator;
  const weightCell = allocate(16);
  setTaoWeight(taoWeight, weightCell);
  dividendDistribution(
    count, dividends, alphaStakes, rootStakes, false, 0, weightCell,
    validatorAlpha, pendingRootAlpha, alphaDividends, rootAlphaDividends,
  );
  splitTakes(count, alphaDividends, takes, alphaTakeRest);
  splitTakes(count, rootAlphaDividends, takes, rootTakeRest);
  withheld(ownersIncentives, allIncentives, minerBurned);
}

/** `takeSplit` of each, as u64 pairs. */
export function splitTakes(count: u32, dividends: usize, takes: usize, takeRest: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const pair = takeRest + ((<usize>i) << 4);
    store<u64>(pair, takeSplit(cell(dividends, i), item(takes, i), pair + 8));
  }
}
