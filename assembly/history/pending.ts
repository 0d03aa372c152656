/** What became of a block's emission until it was paid, under old specs. split.md */
import {
  I96F32,
  cell,
  fromU64,
  saturatingDiv,
  saturatingMul,
  saturatingSub,
  set,
  setZero,
  toU64,
} from "../fixed/cell";
import { fractionOfU16 } from "../fixed/parts";
import { putU64, saturatingAddU64, saturatingSubU64 } from "../fixed/u64";
import { rootProportion } from "../rootProportion";
import { blocksUntilNextEpochOld } from "../schedule";
import { coinbaseFormat } from "./formats";
import {
  closedEmitsNothing,
  closedLeftOut,
  closedSkipped,
  emptySkipped,
  failedSaleLosesAll,
  operatorsWrap,
  ownerPaid,
  rootLeftOut,
  rootSellFlagAsked,
  rootStaysAlpha,
  rootUnpaid,
  subsidisedLosesRoot,
} from "./switches";

// The cells of `alphaSplit233`.
export const OWNER_CUT = 0;
export const ROOT_PROPORTION = 1;
export const ROOT_ALPHA = 2;
export const PENDING_ALPHA = 3;

// What it adds to each counter, u64 rao.
export const ADDED_OWNER_CUT = 0;
export const ADDED_EMISSION = 1;
export const ADDED_SWAPPED = 2;
export const ADDED_ROOT_TAO = 3;
export const ADDED_ROOT_ALPHA = 4;

const rest: usize = memory.data(16);
const half: usize = memory.data(16);

/** `wasSold`: selling root's part brought `soldForTao`. split.md 3 */
export function alphaSplit233(
  ruleSet: u32,
  alphaOut: usize,
  alphaIssuanceAfterMint: u64,
  ownerCut: u32,
  rootTao: u64,
  taoWeight: u64,
  subsidised: bool,
  rootSellFlag: bool,
  wasSold: bool,
  soldForTao: u64,
  split: usize,
  added: usize,
): void {
  const format = coinbaseFormat(ruleSet);
  const owner = cell(split, OWNER_CUT);
  const rootAlpha = cell(split, ROOT_ALPHA);
  const pendingAlpha = cell(split, PENDING_ALPHA);
  fractionOfU16(ownerCut, format, owner);
  saturatingMul(alphaOut, owner, format, owner);
  saturatingSub(alphaOut, owner, format, rest);
  rootProportion(rootTao, alphaIssuanceAfterMint, taoWeight, cell(split, ROOT_PROPORTION));
  saturatingMul(cell(split, ROOT_PROPORTION), rest, format, rootAlpha);
  set(half, 1 << 31, 0);
  saturatingMul(rootAlpha, half, format, rootAlpha);
  if (rootSellFlagAsked(ruleSet) && !rootSellFlag) setZero(rootAlpha);
  saturatingSub(rest, rootAlpha, format, pendingAlpha);

  const root = toU64(rootAlpha, format);
  const emission = toU64(pendingAlpha, format);
  const tao: u64 = wasSold ? soldForTao : 0;
  const isLost = failedSaleLosesAll(ruleSet) && !wasSold;
  const withoutRoot = subsidisedLosesRoot(ruleSet) && subsidised;
  const staysAlpha = rootStaysAlpha(ruleSet);
  putU64(added, ADDED_OWNER_CUT, toU64(owner, format));
  putU64(added, ADDED_EMISSION, isLost ? 0 : emission);
  putU64(added, ADDED_SWAPPED, staysAlpha || isLost ? 0 : root);
  putU64(added, ADDED_ROOT_TAO, staysAlpha || withoutRoot ? 0 : tao);
  putU64(added, ADDED_ROOT_ALPHA, !staysAlpha || withoutRoot ? 0 : root);
}

const ROOT: u32 = 0;

// The amounts of `generateEmission127` and `generateEmission195`, u64 rao.
export const PENDING = 0;
export const EPOCH_EMISSION = 1;
export const OWNER_PAID = 2;
/** blocks since the last step in the one, what is paid to nobody in the other */
export const LAST = 3;

// What became of the subnet.
export const GENERATED_SKIPPED: u32 = 0;
export const GENERATED_PENDING: u32 = 1;
export const GENERATED_EPOCH: u32 = 2;

@inline
function add(a: u64, b: u64, wraps: bool): u64 {
  return wraps ? a + b : saturatingAddU64(a, b);
}

const emission: usize = memory.data(16);
const cut: usize = memory.data(16);
const whole: usize = memory.data(16);

/** split.md 5 */
export function generateEmission127(
  ruleSet: u32,
  netuid: u32,
  n: u32,
  tempo: u32,
  block: u64,
  emissionValue: u64,
  pending: u64,
  hasOwner: bool,
  ownerCut: u32,
  registrationAllowed: bool,
  blocksSinceLastStep: u64,
  amounts: usize,
): u32 {
  putU64(amounts, PENDING, pending);
  putU64(amounts, LAST, blocksSinceLastStep);
  if (emptySkipped(ruleSet) ? n == 0 : netuid == ROOT || (closedSkipped(ruleSet) && !registrationAllowed)) return GENERATED_SKIPPED;
  const wraps = operatorsWrap(ruleSet);
  let generated = closedEmitsNothing(ruleSet) && !registrationAllowed ? 0 : emissionValue;
  if (ownerPaid(ruleSet) && hasOwner) {
    fromU64(generated, I96F32, emission);
    fromU64(ownerCut, I96F32, cut);
    fromU64(65_535, I96F32, whole);
    saturatingMul(emission, cut, I96F32, cut);
    saturatingDiv(cut, whole, I96F32, cut);
    saturatingSub(emission, cut, I96F32, emission);
    putU64(amounts, OWNER_PAID, toU64(cut, I96F32));
    generated = toU64(emission, I96F32);
  }
  const sum = add(pending, generated, wraps);
  if (blocksUntilNextEpochOld(netuid, tempo, block, wraps, 1_000) == 0) {
    putU64(amounts, PENDING, 0);
    putU64(amounts, EPOCH_EMISSION, sum);
    putU64(amounts, LAST, 0);
    return GENERATED_EPOCH;
  }
  putU64(amounts, PENDING, sum);
  putU64(amounts, LAST, add(blocksSinceLastStep, 1, wraps));
  return GENERATED_PENDING;
}

/** split.md 4 */
export function generateEmission195(
  ruleSet: u32,
  netuid: u32,
  emissionValue: u64,
  pending: u64,
  epochDue: bool,
  hasOwner: bool,
  ownerCut: u32,
  registrationAllowed: bool,
  amounts: usize,
): u32 {
  const closed = closedLeftOut(ruleSet) && !registrationAllowed;
  const accumulates = !closed && !(netuid == ROOT && rootLeftOut(ruleSet));
  const sum = accumulates ? saturatingAddU64(pending, emissionValue) : pending;
  putU64(amounts, PENDING, epochDue ? 0 : sum);
  if (!epochDue) return GENERATED_PENDING;
  if (closed || (netuid == ROOT && rootUnpaid(ruleSet))) {
    putU64(amounts, LAST, sum);
    return GENERATED_PENDING;
  }
  let paid: u64 = 0;
  if (hasOwner) {
    fromU64(ownerCut, I96F32, cut);
    fromU64(65_535, I96F32, whole);
    saturatingDiv(cut, whole, I96F32, cut);
    fromU64(sum, I96F32, emission);
    saturatingMul(emission, cut, I96F32, emission);
    paid = toU64(emission, I96F32);
  }
  putU64(amounts, OWNER_PAID, paid);
  putU64(amounts, EPOCH_EMISSION, saturatingSubU64(sum, paid));
  return GENERATED_EPOCH;
}
