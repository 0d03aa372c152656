/** The coinbase of a block and what follows a subnet's epoch; U96F32 unless said. economics.md D, newer-rules.md 4.3. */
import {
  I96F32,
  U64F64,
  U96F32,
  cell,
  convert,
  copy,
  fromU64,
  isGreater,
  isZero,
  safeDiv,
  saturatingAdd,
  saturatingMul,
  saturatingSub,
  set,
  setOne,
  setZero,
  toU64,
} from "./fixed/cell";
import { taoWeightX32 } from "./fixed/proportion";
import { getU64, putU64, saturatingAddU64 } from "./fixed/u64";
import { blockEmission } from "./halving";
import { allocate } from "./heap";
import { item } from "./list";
import { movingPriceX64, shareEmissions, sharesByPrice, weightByBurn } from "./shares";

@inline
function setTaoWeight(taoWeight: u64, result: usize): void {
  set(result, taoWeightX32(taoWeight), 0);
}

const divisor: usize = memory.data(16);

function fractionOfU16(value: u32, result: usize): void {
  fromU64(value, U96F32, result);
  fromU64(65_535, U96F32, divisor);
  safeDiv(result, divisor, U96F32, result);
}

function fractionOfU64(value: u64, result: usize): void {
  fromU64(value, U96F32, result);
  fromU64(u64.MAX_VALUE, U96F32, divisor);
  safeDiv(result, divisor, U96F32, result);
}

const weight: usize = memory.data(16);
const sum: usize = memory.data(16);

/** Root's share of a subnet: its weighted TAO beside the subnet's alpha. */
export function rootProportion(rootTao: u64, alphaIssuance: u64, taoWeight: u64, result: usize): void {
  setTaoWeight(taoWeight, weight);
  fromU64(rootTao, U96F32, result);
  saturatingMul(result, weight, U96F32, result);
  fromU64(alphaIssuance, U96F32, sum);
  saturatingAdd(result, sum, U96F32, sum);
  safeDiv(result, sum, U96F32, result);
}

// The cells of `subnetTerms`, one behind another.
const ALPHA_EMISSION = 0;
const ROOT_PROPORTION = 1;
const CAP = 2;
const ALPHA_IN = 3;
const TAO_IN = 4;
const EXCESS_TAO = 5;
export const SUBNET_TERMS_CELLS: u32 = 6;

const poolPrice: usize = memory.data(16);

/** What a subnet's emission puts into its pool, and what it mints. `price` is U64F64. Six cells. */
export function subnetTerms(taoEmission: usize, alphaIssuance: u64, price: usize, rootTao: u64, taoWeight: u64, terms: usize): void {
  const alphaEmission = cell(terms, ALPHA_EMISSION);
  const cap = cell(terms, CAP);
  const alphaIn = cell(terms, ALPHA_IN);
  const taoIn = cell(terms, TAO_IN);
  fromU64(blockEmission(alphaIssuance), U96F32, alphaEmission);
  rootProportion(rootTao, alphaIssuance, taoWeight, cell(terms, ROOT_PROPORTION));
  saturatingMul(cell(terms, ROOT_PROPORTION), alphaEmission, U96F32, cap);
  convert(price, U64F64, U96F32, poolPrice);
  safeDiv(taoEmission, poolPrice, U96F32, alphaIn);
  copy(taoEmission, taoIn);
  if (isGreater(alphaIn, cap, U96F32)) {
    copy(cap, alphaIn);
    saturatingMul(alphaIn, poolPrice, U96F32, taoIn);
  }
  saturatingSub(taoEmission, taoIn, U96F32, cell(terms, EXCESS_TAO));
}

// The cells of `alphaSplit`.
const OWNER_CUT = 0;
const SPLIT_ROOT_PROPORTION = 1;
const ROOT_ALPHA = 2;
const SERVER = 3;
const TOTAL_VALIDATOR = 4;
const VALIDATOR = 5;
export const ALPHA_SPLIT_CELLS: u32 = 6;

const left: usize = memory.data(16);
const half: usize = memory.data(16);

/** Alpha out over owner, miners, validators and root. Six cells. */
export function alphaSplit(
  alphaOut: usize,
  alphaIssuanceAfterMint: u64,
  ownerCut: u32,
  ownerCutEnabled: bool,
  rootTao: u64,
  taoWeight: u64,
  split: usize,
): void {
  const owner = cell(split, OWNER_CUT);
  const rootAlpha = cell(split, ROOT_ALPHA);
  setZero(owner);
  if (ownerCutEnabled) {
    fractionOfU16(ownerCut, owner);
    saturatingMul(alphaOut, owner, U96F32, owner);
  }
  saturatingSub(alphaOut, owner, U96F32, left);
  set(half, 1 << 31, 0);
  rootProportion(rootTao, alphaIssuanceAfterMint, taoWeight, cell(split, SPLIT_ROOT_PROPORTION));
  saturatingMul(cell(split, SPLIT_ROOT_PROPORTION), left, U96F32, rootAlpha);
  saturatingMul(rootAlpha, half, U96F32, rootAlpha);
  saturatingMul(left, half, U96F32, cell(split, SERVER));
  saturatingSub(left, cell(split, SERVER), U96F32, cell(split, TOTAL_VALIDATOR));
  saturatingSub(cell(split, TOTAL_VALIDATOR), rootAlpha, U96F32, cell(split, VALIDATOR));
}

/** Amounts of a subnet in `coinbaseBlock`, in this order. */
export const COINBASE_AMOUNTS: u32 = 8;

/**
 * A block's coinbase, where the pools accept what they are given and no alpha is bought. Lists and cells by position;
 * `amounts` takes eight u64 rao a subnet: TAO in, alpha in, alpha out, excess TAO, owner, server, validator, root alpha.
 * True where root alpha is sold.
 */
export function coinbaseBlock(
  count: u32,
  taoEmission: u64,
  rootTao: u64,
  taoWeight: u64,
  ownerCut: u32,
  netuids: usize,
  mechanisms: usize,
  movingPrices: usize,
  minerBurned: usize,
  enabled: usize,
  alphaIn: usize,
  alphaOut: usize,
  prices: usize,
  ownerCutEnabled: usize,
  emissions: usize,
  amounts: usize,
): bool {
  const shares = allocate((<usize>count) << 4);
  const weighted = allocate((<usize>count) << 4);
  const terms = allocate((<usize>SUBNET_TERMS_CELLS) << 4);
  const split = allocate((<usize>ALPHA_SPLIT_CELLS) << 4);
  const rootSellFlag = sharesByPrice(count, netuids, mechanisms, movingPrices, shares);
  weightByBurn(count, shares, minerBurned, weighted);
  shareEmissions(count, weighted, enabled, taoEmission, emissions);
  for (let i: u32 = 0; i < count; i++) {
    const issuance = saturatingAddU64(getU64(alphaIn, i), getU64(alphaOut, i));
    subnetTerms(cell(emissions, i), issuance, cell(prices, i), rootTao, taoWeight, terms);
    const intoPool = toU64(cell(terms, ALPHA_IN), U96F32);
    const minted = toU64(cell(terms, ALPHA_EMISSION), U96F32);
    const after = saturatingAddU64(saturatingAddU64(issuance, intoPool), minted);
    alphaSplit(cell(terms, ALPHA_EMISSION), after, ownerCut, load<u8>(ownerCutEnabled + i) != 0, rootTao, taoWeight, split);
    const at = i * COINBASE_AMOUNTS;
    putU64(amounts, at, toU64(cell(terms, TAO_IN), U96F32));
    putU64(amounts, at + 1, intoPool);
    putU64(amounts, at + 2, minted);
    putU64(amounts, at + 3, toU64(cell(terms, EXCESS_TAO), U96F32));
    putU64(amounts, at + 4, toU64(cell(split, OWNER_CUT), U96F32));
    putU64(amounts, at + 5, toU64(cell(split, SERVER), U96F32));
    putU64(amounts, at + 6, toU64(cell(split, VALIDATOR), U96F32));
    putU64(amounts, at + 7, toU64(cell(split, ROOT_ALPHA), U96F32));
  }
  return rootSellFlag;
}

const one: usize = memory.data(16);
const age: usize = memory.data(16);
const spot: usize = memory.data(16);

/**
 * The average price after a block, slow for young subnets. `startBlock` is the block before the first emission, 0 where
 * there was none. `movingAlpha` and `movingPrice` are I96F32, `price` U64F64; results: `alpha` U64F64, `average` I96F32.
 */
export function movingPrice(
  netuid: u32,
  mechanism: u32,
  block: u64,
  startBlock: u64,
  halvingBlocks: u64,
  movingAlpha: usize,
  storedPrice: usize,
  price: usize,
  alpha: usize,
  average: usize,
): void {
  setOne(U64F64, one);
  fromU64(block > startBlock ? block - startBlock : 0, U64F64, age);
  fromU64(halvingBlocks, U64F64, sum);
  saturatingAdd(age, sum, U64F64, sum);
  safeDiv(age, sum, U64F64, age);
  convert(movingAlpha, I96F32, U64F64, alpha);
  saturatingMul(alpha, age, U64F64, alpha);
  copy(isGreater(price, one, U64F64) ? one : price, spot);
  saturatingMul(alpha, spot, U64F64, spot);
  saturatingSub(one, alpha, U64F64, one);
  movingPriceX64(netuid, mechanism, storedPrice, sum);
  saturatingMul(one, sum, U64F64, sum);
  saturatingAdd(spot, sum, U64F64, sum);
  convert(sum, U64F64, I96F32, average);
}

const alphaStakeCell: usize = memory.data(16);
const rootStakeCell: usize = memory.data(16);
const stakeTotal: usize = memory.data(16);

/** A pool by each part of the parts' sum; in place. */
function distributePool(count: u32, parts: usize, pendingRao: u64): void {
  setZero(sum);
  for (let i: u32 = 0; i < count; i++) saturatingAdd(sum, cell(parts, i), U96F32, sum);
  fromU64(pendingRao, U96F32, left);
  for (let i: u32 = 0; i < count; i++) {
    safeDiv(cell(parts, i), sum, U96F32, cell(parts, i));
    saturatingMul(left, cell(parts, i), U96F32, cell(parts, i));
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
  distributePool(count, alphaDividends, pendingAlpha);
  distributePool(count, rootAlphaDividends, pendingRootAlpha);
}

const rest: usize = memory.data(16);
const part: usize = memory.data(16);

/** The stake that a hotkey keeps for itself after its children (u64 proportions), rao. */
export function selfContribution(alphaStake: u64, rootStake: u64, taoWeight: u64, childCount: u32, children: usize): u64 {
  setOne(U96F32, rest);
  for (let i: u32 = 0; i < childCount; i++) {
    fractionOfU64(getU64(children, i), part);
    saturatingSub(rest, part, U96F32, rest);
  }
  contribution(alphaStake, rootStake, rest, taoWeight, part);
  return toU64(part, U96F32);
}

/** A fraction of a hotkey's alpha and of its root stake at the TAO weight. */
function contribution(alphaStake: u64, rootStake: u64, fraction: usize, taoWeight: u64, result: usize): void {
  setTaoWeight(taoWeight, weight);
  fromU64(alphaStake, U96F32, alphaStakeCell);
  saturatingMul(alphaStakeCell, fraction, U96F32, alphaStakeCell);
  fromU64(rootStake, U96F32, rootStakeCell);
  saturatingMul(rootStakeCell, fraction, U96F32, rootStakeCell);
  saturatingMul(rootStakeCell, weight, U96F32, rootStakeCell);
  saturatingAdd(alphaStakeCell, rootStakeCell, U96F32, result);
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
    fractionOfU64(getU64(proportions, p), fraction);
    contribution(getU64(alphaStakes, p), getU64(rootStakes, p), fraction, taoWeight, cell(parts, p));
    saturatingAdd(contributions, cell(parts, p), U96F32, contributions);
  }
  fractionOfU16(childkeyTake, take);
  fractionOfU64(ckBurn, burn);
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
  fractionOfU16(takeU16, take);
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

/** Rao that `distribute` gives the validators as alpha: with no incentives the miners' too. */
export let validatorAlpha: u64 = 0;
/** Parents of another owner met by `distribute`. */
export let recycledCount: u32 = 0;

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
  let allIncentives: u64 = 0;
  let ownersIncentives: u64 = 0;
  recycledCount = 0;
  for (let e: u32 = 0; e < entryCount; e++) {
    const child = <u32>getU64(entries, 3 * e);
    const incentive = getU64(entries, 3 * e + 1);
    allIncentives = saturatingAddU64(allIncentives, incentive);
    if (load<u8>(ownerHotkeys + child)) ownersIncentives = saturatingAddU64(ownersIncentives, incentive);
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
    recycledCount += parentChild(
      getU64(entries, 3 * e + 2), own, item(childkeyTakes, child), ckBurn, taoWeight,
      parentCount, parentAlpha, parentRoot, parentProportions + ((<usize>firstParent) << 3), sameOwner,
      paid, recycled + ((<usize>recycledCount) << 3),
    );
    for (let p: u32 = 0; p <= parentCount; p++) {
      const to = p < parentCount ? item(parents, firstParent + p) : child;
      fromU64(getU64(paid, p), U96F32, part);
      saturatingAdd(cell(dividends, to), part, U96F32, cell(dividends, to));
      store<u8>(hasDividends + to, 1);
    }
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

function splitTakes(count: u32, dividends: usize, takes: usize, takeRest: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const pair = takeRest + ((<usize>i) << 4);
    store<u64>(pair, takeSplit(cell(dividends, i), item(takes, i), pair + 8));
  }
}
