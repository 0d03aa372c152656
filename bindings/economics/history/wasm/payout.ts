import type { WasmHeap } from "../../../wasm/heap.js";
import { signedCells, unsignedCells } from "../../wasm/lists.js";
import { distributed } from "../../wasm/payout.js";
import { alphaPooled, childkeyBurn, signedCoinbase } from "../switches.js";
import type { Distribute233Input, Distribute233Output, HistoricEconomics } from "../types.js";

type Payout = Pick<
  HistoricEconomics,
  "parentChild233" | "dividendDistribution233" | "validatorPool257" | "distribute233" | "immuneOwnerHotkeys306"
>;

export function payout(heap: WasmHeap): Payout {
  const distribute = (input: Distribute233Input): Distribute233Output => {
    const { ruleSet, pendingAlpha, pendingRoot, pendingTao, ckBurn, taoWeight } = input;
    const count = input.hotkeys.length;
    const withheld = heap.reset().room(count);
    const { withEntry, incentives, dividendsX32, ckRecycled, ...pools } = distributed(heap, input, (lists, results) => {
      heap.call("distribute233", ruleSet, ...lists, pendingAlpha, pendingRoot, pendingTao, ckBurn, taoWeight, ...results, withheld);
    });
    const amount = (name: string) => BigInt.asUintN(64, heap.constant(name) as bigint);
    return {
      epochAmount: amount("epochAmount"),
      validatorPool: alphaPooled(ruleSet) ? amount("validatorPool") : null,
      incentives,
      withheld: withEntry(heap.readFlags(withheld, count)).flatMap(([id, isWithheld]) => (isWithheld ? [id] : [])),
      dividendsX32,
      ckRecycled: childkeyBurn(ruleSet) ? ckRecycled : [],
      ...pools,
    };
  };

  return {
    parentChild233: ({ hotkey, dividends, selfContribution, parents, childkeyTake, taoWeight }) => {
      const count = parents.length;
      const paid = heap.reset().room((count + 1) * 8);
      heap.call(
        "parentChild233",
        dividends,
        selfContribution,
        childkeyTake,
        0n,
        taoWeight,
        count,
        heap.amounts(parents.map(({ alphaStake }) => alphaStake)),
        heap.amounts(parents.map(({ rootStake }) => rootStake)),
        heap.amounts(parents.map(({ proportion }) => proportion)),
        0,
        paid,
        0,
      );
      const ids = [...parents.map(({ id }) => id), hotkey];
      return { tuples: heap.readAmounts(paid, count + 1).map((rao, i) => [ids[i]!, rao]) };
    },
    dividendDistribution233: (input) => {
      heap.reset();
      const hotkeys = [...input.hotkeys].sort((a, b) => a.id - b.id);
      const count = hotkeys.length;
      const [alpha, root] = [heap.room(count * 16), heap.room(count * 16)];
      heap.call(
        "dividendDistribution233",
        input.ruleSet,
        count,
        heap.cells(hotkeys.map(({ dividendX32 }) => dividendX32)),
        heap.amounts(hotkeys.map(({ stake }) => stake[0])),
        heap.amounts(hotkeys.map(({ stake }) => stake[1])),
        heap.cell(input.taoWeightX32),
        input.pendingAlpha,
        input.pendingRoot,
        alpha,
        root,
      );
      const read = signedCoinbase(input.ruleSet) ? signedCells : unsignedCells;
      const byId = (cells: number) => (read(heap, cells, count) as bigint[]).map((value, i): [number, bigint] => [hotkeys[i]!.id, value]);
      return { alphaDividendsX32: byId(alpha), rootDividendsX32: byId(root) };
    },
    validatorPool257: ({ incentiveSum, pendingAlpha, pendingRoot }) => ({
      y: heap.u64("validatorPool257", incentiveSum, pendingAlpha, pendingRoot),
    }),
    distribute233: distribute,
    immuneOwnerHotkeys306: ({ limit, owned, ownerHotkey, ownerHotkeyHasUid }) => {
      const withUid = owned.flatMap(({ id, uid, registeredAt }) => (uid === null ? [] : [{ id, uid, registeredAt }]));
      withUid.sort((a, b) => (a.registeredAt === b.registeredAt ? a.uid - b.uid : a.registeredAt > b.registeredAt ? -1 : 1));
      const kept = heap.reset().room((withUid.length + 1) * 4);
      const count = heap.i32(
        "immuneOwnerHotkeys306",
        limit ?? withUid.length + 1,
        withUid.length,
        heap.list(withUid.map(({ id }) => id)),
        ownerHotkey ?? 0,
        Number(ownerHotkey !== null && ownerHotkeyHasUid),
        kept,
      );
      return { hotkeys: heap.readList(kept, count) };
    },
  };
}
