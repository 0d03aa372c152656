import type { WasmHeap } from "../../../wasm/heap.js";
import { amounts, starts } from "../../wasm/lists.js";
import type { HistoricEconomics, InheritedStake195Input } from "../types.js";

type Accounts = Pick<
  HistoricEconomics,
  "accumulateHotkey195" | "drainHotkey195" | "shouldDrainHotkey195" | "emitThroughHotkey127" | "inheritedStake195"
>;

export function accounts(heap: WasmHeap): Accounts {
  const amount = (name: string) => BigInt.asUintN(64, heap.constant(name) as bigint);
  const lengths = (relations: InheritedStake195Input["parents"]) =>
    starts(
      heap,
      relations.map((list) => list.length),
    );
  const proportions = (relations: InheritedStake195Input["parents"]) => heap.amounts(relations.flat().map(([proportion]) => proportion));

  return {
    accumulateHotkey195: (input) => {
      // Nothing can be said of parts of no stake.
      const parents = input.subnetStake === 0n ? [] : input.parents;
      const paid = heap.reset().room(parents.length * 8);
      const pendingAdded = heap.u64(
        "accumulateHotkey195",
        input.ruleSet,
        input.validatorEmission,
        input.serverEmission,
        input.childkeyTake,
        input.subnetStake,
        parents.length,
        heap.amounts(parents.map(({ proportion }) => proportion)),
        heap.amounts(parents.map(({ stake }) => stake)),
        paid,
      );
      return {
        parents: heap.readAmounts(paid, parents.length).map((rao, i) => [parents[i]!.id, rao]),
        pendingAdded,
        untouchableAdded: amount("untouchableAdded"),
      };
    },
    drainHotkey195: (input) => {
      const { nominators } = input;
      const count = nominators.length;
      const [paid, isPaid, result] = [heap.reset().room(count * 8), heap.room(count), heap.room(4 * 8)];
      heap.call(
        "drainHotkey195",
        input.ruleSet,
        input.emission,
        input.untouchable,
        input.take,
        input.totalStake,
        input.lastDrain,
        count,
        heap.amounts(nominators.map(({ stake }) => stake)),
        heap.amounts(nominators.map(({ lastStakeIncrease }) => lastStakeIncrease)),
        heap.cells(nominators.map(({ stakeDelta }) => stakeDelta)),
        paid,
        isPaid,
        result,
      );
      const [take, viableStake, toHotkey, newTao] = amounts(heap, result, 4);
      const isNamed = heap.readFlags(isPaid, count);
      const all = heap.readAmounts(paid, count);
      return {
        take,
        viableStake,
        nominators: nominators.flatMap(({ id }, i): [number, bigint][] => (isNamed[i] ? [[id, all[i]!]] : [])),
        toHotkey,
        newTao,
      };
    },
    shouldDrainHotkey195: ({ hotkey, block, emissionTempo }) => {
      heap.reset();
      const words = Array.from({ length: 4 }, (_, word) => hotkey.slice(16 * word, 16 * word + 16));
      const hash = heap.u64("hotkeyHash", heap.amounts(words.map(littleEndian)));
      return { hash, drain: heap.i32("shouldDrainHotkey195", hash, block, emissionTempo) !== 0 };
    },
    emitThroughHotkey127: (input) => {
      const nominators = input.take === null ? [] : input.nominators;
      const paid = heap.reset().room(nominators.length * 8);
      const take = heap.u64(
        "emitThroughHotkey127",
        input.ruleSet,
        Number(input.take !== null),
        input.take ?? 0,
        input.totalStake,
        input.serverEmission,
        input.validatorEmission,
        nominators.length,
        heap.amounts(nominators.map(({ stake }) => stake)),
        paid,
      );
      return {
        take,
        toOwner: amount("toOwner"),
        toOwnerAfter: amount("toOwnerAfter"),
        nominators: heap.readAmounts(paid, nominators.length).map((rao, i) => [nominators[i]!.id, rao]),
      };
    },
    inheritedStake195: ({ stake, parents, children, networkMaxStake }) => {
      const result = heap.reset().room(stake.length * 8);
      heap.call(
        "inheritedStake195",
        stake.length,
        heap.amounts(stake),
        lengths(parents),
        heap.list(parents.flat().map(([, index]) => index)),
        proportions(parents),
        lengths(children),
        proportions(children),
        networkMaxStake,
        result,
      );
      return { stake: heap.readAmounts(result, stake.length) };
    },
  };
}

/** Eight bytes as hexadecimal digits, the lowest first. */
function littleEndian(digits: string): bigint {
  return BigInt(`0x${digits.match(/../g)!.reverse().join("")}`);
}
