/** What hotkeys' accounts took in and gave out before dynamic TAO. payout.md 8, 9 */
import {
  I64F64,
  I96F32,
  cell,
  fromU64,
  high,
  low,
  safeDiv,
  saturatingDiv,
  saturatingMul,
  set,
} from "../fixed/cell";
import { getU64, putU64, saturatingAddU64, saturatingSubU64 } from "../fixed/u64";
import { mulHighU64 } from "../fixed/wide";
import { keccak256Start } from "./keccak";
import { divideIntegers } from "./mode";
import { addedStakeWaits, newcomersWait, operatorsWrap, productFirst, takeOfEachPart, untouchableKept } from "./switches";

const fraction: usize = memory.data(16);
const amount: usize = memory.data(16);
const divisor: usize = memory.data(16);

/** A u64 as I64F64: 2^63 and above become negative. */
@inline
function fromU64Wrapping(value: u64, result: usize): void {
  set(result, 0, <i64>value);
}

/** The floor of I96F32, of which the low 64 bits stay. */
@inline
function lowU64(a: usize): u64 {
  return (<u64>high(a) << 32) | (low(a) >> 32);
}

/** floor(take / 65535 x rao): both operators stay within I64F64. */
function takeOf(take: u32, rao: u64): u64 {
  fromU64Wrapping(take, fraction);
  fromU64Wrapping(65_535, divisor);
  saturatingDiv(fraction, divisor, I64F64, fraction);
  fromU64Wrapping(rao, amount);
  saturatingMul(fraction, amount, I64F64, fraction);
  return <u64>high(fraction);
}

const cut: usize = memory.data(16);
const whole: usize = memory.data(16);

/** The part of the epoch's dividends that a parent's stake stands for, I96F32. */
function setFraction(stake: u64, proportion: u64, subnetStake: u64, result: usize): void {
  fromU64(proportion, I96F32, result);
  fromU64(u64.MAX_VALUE, I96F32, divisor);
  saturatingDiv(result, divisor, I96F32, result);
  fromU64(stake, I96F32, amount);
  saturatingMul(amount, result, I96F32, result);
  fromU64(subnetStake, I96F32, divisor);
  saturatingDiv(result, divisor, I96F32, result);
}

/** Rao of the last `accumulateHotkey195` in which nominators have no part. */
export let untouchableAdded: u64 = 0;

/** u64 lists by parent, none where `subnetStake` is 0; `paid` takes a u64 each. Returns the rao that the hotkey's own account takes in. payout.md 8.1 */
export function accumulateHotkey195(
  ruleSet: u32,
  validatorEmission: u64,
  serverEmission: u64,
  childkeyTake: u32,
  subnetStake: u64,
  parentCount: u32,
  proportions: usize,
  stakes: usize,
  paid: usize,
): u64 {
  const takesOfParts = takeOfEachPart(ruleSet);
  let taken: u64 = takesOfParts ? 0 : takeOf(childkeyTake, validatorEmission);
  const shared = saturatingSubU64(validatorEmission, taken);
  let left = shared;
  fromU64(childkeyTake, I96F32, cut);
  fromU64(65_535, I96F32, whole);
  saturatingDiv(cut, whole, I96F32, cut);
  for (let p: u32 = 0; p < parentCount; p++) {
    setFraction(getU64(stakes, p), getU64(proportions, p), subnetStake, fraction);
    fromU64(shared, I96F32, amount);
    saturatingMul(fraction, amount, I96F32, fraction);
    let kept: u64 = 0;
    if (takesOfParts) {
      saturatingMul(cut, fraction, I96F32, amount);
      kept = lowU64(amount);
    }
    const given = saturatingSubU64(lowU64(fraction), kept);
    left = saturatingSubU64(saturatingSubU64(left, given), kept);
    taken = saturatingAddU64(taken, kept);
    putU64(paid, p, given);
  }
  untouchableAdded = untouchableKept(ruleSet) ? saturatingAddU64(taken, serverEmission) : 0;
  return saturatingAddU64(saturatingAddU64(left, taken), serverEmission);
}

/** A delta of 128 bits as u64: 0 where it is negative, clamped. */
@inline
function addedStake(delta: usize): u64 {
  return high(delta) < 0 ? 0 : high(delta) > 0 ? u64.MAX_VALUE : low(delta);
}

// The amounts of `drainHotkey195`, u64 rao.
export const TAKE = 0;
export const VIABLE_STAKE = 1;
export const TO_HOTKEY = 2;
export const NEW_TAO = 3;

/**
 * u64 lists by nominator, `stakeDeltas` cells of integers; `paid` takes a u64 each, `isPaid` flags of those that the list
 * of payments names. payout.md 8.2
 */
export function drainHotkey195(
  ruleSet: u32,
  emission: u64,
  untouchable: u64,
  take: u32,
  totalStake: u64,
  lastDrain: u64,
  count: u32,
  stakes: usize,
  lastStakeIncreases: usize,
  stakeDeltas: usize,
  paid: usize,
  isPaid: usize,
  amounts: usize,
): void {
  const kept: u64 = untouchableKept(ruleSet) ? untouchable : 0;
  const drained = saturatingSubU64(emission, kept);
  const taken = takeOf(take, drained);
  const shared = saturatingSubU64(drained, taken);
  let viable = totalStake;
  for (let i: u32 = 0; i < count; i++) {
    const isNew = getU64(lastStakeIncreases, i) > lastDrain;
    store<u8>(isPaid + i, <u8>(!newcomersWait(ruleSet) || !isNew));
    if (newcomersWait(ruleSet)) viable = saturatingSubU64(viable, isNew ? getU64(stakes, i) : 0);
    else if (addedStakeWaits(ruleSet)) viable = saturatingSubU64(viable, addedStake(cell(stakeDeltas, i)));
  }
  if (viable == 0) memory.fill(isPaid, 0, count);
  let sum: u64 = 0;
  let left = shared;
  for (let i: u32 = 0; i < count; i++) {
    if (!load<u8>(isPaid + i)) continue;
    fromU64Wrapping(shared, amount);
    fromU64Wrapping(viable, divisor);
    if (productFirst(ruleSet)) {
      // The product clamps: whoever's it does gets the same.
      fromU64Wrapping(getU64(stakes, i), fraction);
      saturatingMul(amount, fraction, I64F64, fraction);
      safeDiv(fraction, divisor, I64F64, fraction);
    } else {
      const added: u64 = addedStakeWaits(ruleSet) ? addedStake(cell(stakeDeltas, i)) : 0;
      fromU64Wrapping(saturatingSubU64(getU64(stakes, i), added), fraction);
      safeDiv(fraction, divisor, I64F64, fraction);
      saturatingMul(fraction, amount, I64F64, fraction);
    }
    const given = <u64>high(fraction);
    sum = saturatingAddU64(sum, given);
    left = saturatingSubU64(left, given);
    putU64(paid, i, given);
  }
  const toHotkey = saturatingAddU64(saturatingAddU64(taken, left), kept);
  putU64(amounts, TAKE, taken);
  putU64(amounts, VIABLE_STAKE, viable);
  putU64(amounts, TO_HOTKEY, toHotkey);
  putU64(amounts, NEW_TAO, saturatingAddU64(sum, toHotkey));
}

const HOTKEY_WORDS: u32 = 4;
const hashed: usize = memory.data(64);

/** The first eight bytes of the hash of a hotkey's 32 bytes and as many zeros. payout.md 8.3 */
export function hotkeyHash(hotkey: usize): u64 {
  memory.copy(hashed, hotkey, 32);
  return keccak256Start(hashed, 2 * HOTKEY_WORDS);
}

/** payout.md 8.3 */
export function shouldDrainHotkey195(hash: u64, block: u64, emissionTempo: u64): bool {
  const period = saturatingAddU64(emissionTempo, 1);
  return block % period == hash % period;
}

/** Bits 64 to 127 of an integer times I64F64: the low 64 bits of the floor. */
function mulWrapping(integer: u64, a: usize): u64 {
  return mulHighU64(integer, low(a)) + integer * <u64>high(a) - (<i64>integer < 0 ? low(a) : 0);
}

/** Rao to the owner before and after the nominators, in the last call. */
export let toOwner: u64 = 0;
export let toOwnerAfter: u64 = 0;

/** The nominators' u64 stakes; `paid` takes a u64 each. Returns the take of a delegate. payout.md 9 */
export function emitThroughHotkey127(
  ruleSet: u32,
  isDelegate: bool,
  take: u32,
  totalStake: u64,
  serverEmission: u64,
  validatorEmission: u64,
  count: u32,
  stakes: usize,
  paid: usize,
): u64 {
  const wraps = operatorsWrap(ruleSet);
  toOwner = wraps ? serverEmission + validatorEmission : saturatingAddU64(serverEmission, validatorEmission);
  toOwnerAfter = 0;
  if (!isDelegate) return 0;
  const taken = takeOf(take, validatorEmission);
  const shared = wraps ? validatorEmission - taken : saturatingSubU64(validatorEmission, taken);
  let left = shared;
  for (let i: u32 = 0; i < count; i++) {
    let given: u64 = 0;
    if (totalStake != 0) {
      divideIntegers(<i64>getU64(stakes, i), <i64>totalStake, wraps, fraction);
      if (wraps) {
        given = mulWrapping(shared, fraction);
      } else {
        fromU64Wrapping(shared, amount);
        saturatingMul(amount, fraction, I64F64, amount);
        given = <u64>high(amount);
      }
    }
    left = wraps ? left - given : saturatingSubU64(left, given);
    putU64(paid, i, given);
  }
  toOwner = wraps ? taken + left : saturatingAddU64(taken, left);
  toOwnerAfter = serverEmission;
  return taken;
}
