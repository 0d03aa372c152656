import { keccak_256 } from "@noble/hashes/sha3.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import type {
  AccumulateHotkey195Input,
  AccumulateHotkey195Output,
  DrainHotkey195Input,
  DrainHotkey195Output,
  EmitThroughHotkey127Input,
  EmitThroughHotkey127Output,
  ShouldDrainHotkey195Input,
} from "../../economics/history/types.js";
import { I64F64, I96F32, U64_MAX, saturatingAddU64, saturatingSubU64 } from "../fixed.js";
import { modeFor, toI64F64 } from "./mode.js";
import {
  addedStakeWaits,
  newcomersWait,
  operatorsWrap,
  productFirst,
  takeOfEachPart,
  untouchableKept,
} from "../../economics/history/switches.js";

/** The floor, of which the low 64 bits stay. */
function lowU64(x: bigint, fractionBits: bigint): bigint {
  return BigInt.asUintN(64, x >> fractionBits);
}

const SATURATING = modeFor({ operatorsWrap: false });

/** floor(take / 65535 x amount) */
function takeOf(take: number, amount: bigint, { mul, div } = SATURATING.i64f64): bigint {
  return lowU64(mul(div(toI64F64(BigInt(take)), toI64F64(65_535n)), toI64F64(amount)), 64n);
}

/** payout.md 8.1 */
export function accumulateHotkey195(input: AccumulateHotkey195Input): AccumulateHotkey195Output {
  const { ruleSet, validatorEmission, serverEmission, childkeyTake, subnetStake } = input;
  const { mul, div } = SATURATING.i96f32;
  const x32 = (value: bigint) => I96F32.fromInteger(value);
  const fractions =
    subnetStake === 0n
      ? []
      : input.parents.map(({ id, proportion, stake }) => {
          return { id, fraction: div(mul(x32(stake), div(x32(proportion), x32(U64_MAX))), x32(subnetStake)) };
        });
  if (!takeOfEachPart(ruleSet)) {
    const take = takeOf(childkeyTake, validatorEmission);
    const rest = saturatingSubU64(validatorEmission, take);
    const parents = fractions.map(({ id, fraction }): [number, bigint] => [id, lowU64(mul(fraction, x32(rest)), 32n)]);
    const left = parents.reduce((sum, [, paid]) => saturatingSubU64(sum, paid), rest);
    return { parents, pendingAdded: saturatingAddU64(saturatingAddU64(left, take), serverEmission), untouchableAdded: 0n };
  }
  const cut = div(x32(BigInt(childkeyTake)), x32(65_535n));
  let left = validatorEmission;
  let taken = 0n;
  const parents = fractions.map(({ id, fraction }): [number, bigint] => {
    const part = mul(fraction, x32(validatorEmission));
    const kept = lowU64(mul(cut, part), 32n);
    const paid = saturatingSubU64(lowU64(part, 32n), kept);
    left = saturatingSubU64(saturatingSubU64(left, paid), kept);
    taken = saturatingAddU64(taken, kept);
    return [id, paid];
  });
  return {
    parents,
    pendingAdded: saturatingAddU64(saturatingAddU64(left, taken), serverEmission),
    untouchableAdded: saturatingAddU64(taken, serverEmission),
  };
}

/** payout.md 8.2 */
export function drainHotkey195(input: DrainHotkey195Input): DrainHotkey195Output {
  const { ruleSet, totalStake, lastDrain } = input;
  const { mul } = SATURATING.i64f64;
  const untouchable = untouchableKept(ruleSet) ? input.untouchable : 0n;
  const drained = saturatingSubU64(input.emission, untouchable);
  const take = takeOf(input.take, drained);
  const rest = saturatingSubU64(drained, take);
  const added = (delta: bigint) => (delta < 0n ? 0n : delta > U64_MAX ? U64_MAX : delta);
  const isNew = ({ lastStakeIncrease }: { lastStakeIncrease: bigint }) => lastStakeIncrease > lastDrain;
  const unviable = (nominator: DrainHotkey195Input["nominators"][number]) => {
    if (newcomersWait(ruleSet)) return isNew(nominator) ? nominator.stake : 0n;
    return addedStakeWaits(ruleSet) ? added(nominator.stakeDelta) : 0n;
  };
  const viableStake = input.nominators.reduce((stake, nominator) => saturatingSubU64(stake, unviable(nominator)), totalStake);
  const viable = newcomersWait(ruleSet) ? input.nominators.filter((nominator) => !isNew(nominator)) : input.nominators;
  const paid = (nominator: DrainHotkey195Input["nominators"][number]) => {
    const divisor = toI64F64(viableStake);
    if (productFirst(ruleSet)) return lowU64(I64F64.safeDiv(mul(toI64F64(rest), toI64F64(nominator.stake)), divisor), 64n);
    const stake = saturatingSubU64(nominator.stake, unviable(nominator));
    return lowU64(mul(I64F64.safeDiv(toI64F64(stake), divisor), toI64F64(rest)), 64n);
  };
  const nominators = viableStake === 0n ? [] : viable.map((nominator): [number, bigint] => [nominator.id, paid(nominator)]);
  const sum = nominators.reduce((total, [, amount]) => saturatingAddU64(total, amount), 0n);
  const left = nominators.reduce((total, [, amount]) => saturatingSubU64(total, amount), rest);
  const toHotkey = saturatingAddU64(saturatingAddU64(take, left), untouchable);
  return { take, viableStake, nominators, toHotkey, newTao: saturatingAddU64(sum, toHotkey) };
}

/** payout.md 8.3 */
export function shouldDrainHotkey195({ hotkey, block, emissionTempo }: ShouldDrainHotkey195Input): { hash: bigint; drain: boolean } {
  const bytes = new Uint8Array(64);
  bytes.set(hexToBytes(hotkey));
  const hash = new DataView(keccak_256(bytes).buffer).getBigUint64(0, true);
  const period = saturatingAddU64(emissionTempo, 1n);
  return { hash, drain: block % period === hash % period };
}

/** payout.md 9 */
export function emitThroughHotkey127(input: EmitThroughHotkey127Input): EmitThroughHotkey127Output {
  const { ruleSet, take: takePart, totalStake, serverEmission, validatorEmission } = input;
  const wraps = operatorsWrap(ruleSet);
  const { mul, div } = modeFor({ operatorsWrap: wraps }).i64f64;
  const add = (a: bigint, b: bigint) => (wraps ? BigInt.asUintN(64, a + b) : saturatingAddU64(a, b));
  const sub = (a: bigint, b: bigint) => (wraps ? BigInt.asUintN(64, a - b) : saturatingSubU64(a, b));
  if (takePart === null) return { take: 0n, toOwner: add(serverEmission, validatorEmission), toOwnerAfter: 0n, nominators: [] };
  const take = takeOf(takePart, validatorEmission, modeFor({ operatorsWrap: wraps }).i64f64);
  const rest = sub(validatorEmission, take);
  const nominators = input.nominators.map(({ id, stake }): [number, bigint] => {
    if (totalStake === 0n) return [id, 0n];
    return [id, lowU64(mul(toI64F64(rest), div(toI64F64(stake), toI64F64(totalStake))), 64n)];
  });
  const left = nominators.reduce((total, [, paid]) => sub(total, paid), rest);
  return { take, toOwner: add(take, left), toOwnerAfter: serverEmission, nominators };
}
