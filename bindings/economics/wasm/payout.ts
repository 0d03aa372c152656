import type { WasmHeap } from "../../wasm/heap.js";
import type { DistributeInput, DistributeOutput, DividendDistributionInput, DividendDistributionOutput } from "../types.js";
import type { Economics } from "../methods.js";
import { starts } from "./lists.js";

type Payout = Pick<
  Economics,
  "dividendDistribution" | "dividendDistribution475" | "selfContribution" | "parentChild" | "takeSplit" | "withheld" | "distribute"
>;

/** What every distribution gives of the hotkeys, whatever its pools. */
export type Distributed = Pick<
  DistributeOutput,
  "incentives" | "dividendsX32" | "ckRecycled" | "alphaDividendsX32" | "alphaTakeRest" | "rootTakeRest"
> & {
  rootDividendsX32: DistributeOutput["rootAlphaDividendsX32"];
  /** the hotkeys that have an entry, by a flag for each */
  withEntry<V>(values: readonly V[]): [id: number, value: V][];
};

/** Lays out an epoch's entries and hotkeys for `call`, which gets the addresses of all lists and of all results. */
export function distributed(
  heap: WasmHeap,
  input: Pick<DistributeInput, "hotkeyEmission" | "hotkeys">,
  call: (lists: readonly number[], results: readonly number[]) => void,
): Distributed {
  const hotkeys = [...input.hotkeys].sort((a, b) => a.id - b.id);
  const count = hotkeys.length;
  const position = new Map(hotkeys.map(({ id }, i) => [id, i]));
  const parents = hotkeys.flatMap((hotkey) => hotkey.parents);
  const mostRecycled = input.hotkeyEmission.reduce((sum, [id]) => sum + hotkeys[position.get(id)!]!.parents.length, 0);
  const incentives = heap.room(count * 8);
  const [hasEntry, hasDividends] = [heap.room(count), heap.room(count)];
  const [earned, alpha, root] = [0, 1, 2].map(() => heap.room(count * 16)) as [number, number, number];
  const [alphaTakeRest, rootTakeRest] = [heap.room(count * 16), heap.room(count * 16)];
  const recycled = heap.room(mostRecycled * 8);
  const lists = [
    input.hotkeyEmission.length,
    heap.amounts(input.hotkeyEmission.flatMap(([id, incentive, dividend]) => [BigInt(position.get(id)!), incentive, dividend])),
    count,
    heap.amounts(hotkeys.map(({ alphaStake }) => alphaStake)),
    heap.amounts(hotkeys.map(({ rootStake }) => rootStake)),
    heap.list(hotkeys.map(({ owner }) => owner)),
    heap.flags(hotkeys.map(({ isOwnerHotkey }) => isOwnerHotkey)),
    heap.list(hotkeys.map(({ childkeyTake }) => childkeyTake)),
    heap.list(hotkeys.map(({ take }) => take)),
    starts(
      heap,
      hotkeys.map(({ children }) => children.length),
    ),
    heap.amounts(hotkeys.flatMap(({ children }) => children)),
    starts(
      heap,
      hotkeys.map((hotkey) => hotkey.parents.length),
    ),
    heap.list(parents.map(([, id]) => position.get(id)!)),
    heap.amounts(parents.map(([proportion]) => proportion)),
  ];
  call(lists, [incentives, hasEntry, hasDividends, earned, alpha, root, alphaTakeRest, rootTakeRest, recycled]);
  const flagged = (flags: number) => {
    const isListed = heap.readFlags(flags, count);
    return <V>(values: readonly V[]) => values.flatMap((value, i): [number, V][] => (isListed[i] ? [[hotkeys[i]!.id, value]] : []));
  };
  const [withEntry, withDividends] = [flagged(hasEntry), flagged(hasDividends)];
  const pairs = (address: number) => {
    const amounts = heap.readAmounts(address, count * 2);
    const both = hotkeys.map((_, i): [bigint, bigint] => [amounts[2 * i]!, amounts[2 * i + 1]!]);
    return withDividends(both).map(([id, [take, rest]]): [number, bigint, bigint] => [id, take, rest]);
  };
  return {
    incentives: withEntry(heap.readAmounts(incentives, count)),
    dividendsX32: withDividends(heap.readUnsignedCells(earned, count)),
    ckRecycled: heap.readAmounts(recycled, heap.constant("recycledCount") as number),
    alphaDividendsX32: withDividends(heap.readUnsignedCells(alpha, count)),
    rootDividendsX32: withDividends(heap.readUnsignedCells(root, count)),
    alphaTakeRest: pairs(alphaTakeRest),
    rootTakeRest: pairs(rootTakeRest),
    withEntry,
  };
}

export function payout(heap: WasmHeap): Payout {
  const dividends = <H extends DividendDistributionInput["hotkeys"][number]>(
    input: Omit<DividendDistributionInput, "hotkeys"> & { hotkeys: readonly H[] },
    onRoot?: (hotkey: H) => boolean,
  ): DividendDistributionOutput => {
    heap.reset();
    const hotkeys = input.hotkeys.filter(({ stake }) => stake !== null).sort((a, b) => a.id - b.id);
    const [alpha, root] = [heap.room(hotkeys.length * 16), heap.room(hotkeys.length * 16)];
    heap.call(
      "dividendDistribution",
      hotkeys.length,
      heap.cells(hotkeys.map(({ dividendX32 }) => dividendX32)),
      heap.amounts(hotkeys.map(({ stake }) => stake![0])),
      heap.amounts(hotkeys.map(({ stake }) => stake![1])),
      Number(onRoot !== undefined),
      heap.flags(hotkeys.map((hotkey) => onRoot?.(hotkey) ?? false)),
      heap.cell(input.taoWeightX32),
      input.pendingAlpha,
      input.pendingRootAlpha,
      alpha,
      root,
    );
    const byId = (cells: number) =>
      heap.readUnsignedCells(cells, hotkeys.length).map((value, i): [number, bigint] => [hotkeys[i]!.id, value]);
    return { alphaDividendsX32: byId(alpha), rootAlphaDividendsX32: byId(root) };
  };

  const distribute = (input: DistributeInput): DistributeOutput => {
    const { pendingServer, pendingValidator, pendingRootAlpha, ckBurn, taoWeight } = input;
    const minerBurned = heap.reset().cell();
    const {
      withEntry: _,
      incentives,
      dividendsX32,
      ckRecycled,
      alphaDividendsX32,
      rootDividendsX32,
      ...takes
    } = distributed(heap, input, (lists, results) => {
      heap.call("distribute", ...lists, pendingServer, pendingValidator, pendingRootAlpha, ckBurn, taoWeight, ...results, minerBurned);
    });
    return {
      validatorAlpha: BigInt.asUintN(64, heap.constant("validatorAlpha") as bigint),
      incentives,
      dividendsX32,
      ckRecycled,
      alphaDividendsX32,
      rootAlphaDividendsX32: rootDividendsX32,
      ...takes,
      minerBurnedX32: heap.readUnsigned(minerBurned),
    };
  };

  return {
    dividendDistribution: (input) => dividends(input),
    dividendDistribution475: (input) => dividends(input, ({ onRoot }) => onRoot),
    selfContribution: ({ alphaStake, rootStake, children, taoWeight }) => ({
      y: heap.reset().u64("selfContribution", alphaStake, rootStake, taoWeight, children.length, heap.amounts(children)),
    }),
    parentChild: ({ hotkey, parents, ...input }) => {
      const count = parents.length;
      const [paid, recycled] = [heap.reset().room((count + 1) * 8), heap.room(count * 8)];
      const recycledCount = heap.i32(
        "parentChild",
        input.dividends,
        input.selfContribution,
        input.childkeyTake,
        input.ckBurn,
        input.taoWeight,
        count,
        heap.amounts(parents.map(({ alphaStake }) => alphaStake)),
        heap.amounts(parents.map(({ rootStake }) => rootStake)),
        heap.amounts(parents.map(({ proportion }) => proportion)),
        heap.flags(parents.map(({ sameOwner }) => sameOwner)),
        paid,
        recycled,
      );
      const ids = [...parents.map(({ id }) => id), hotkey];
      return {
        tuples: heap.readAmounts(paid, count + 1).map((rao, i) => [ids[i]!, rao]),
        recycled: heap.readAmounts(recycled, recycledCount),
      };
    },
    takeSplit: ({ dividendsX32, take }) => {
      const rest = heap.reset().room(8);
      return { take: heap.u64("takeSplit", heap.cell(dividendsX32), take, rest), rest: heap.readAmounts(rest, 1)[0]! };
    },
    withheld: (input) => {
      const result = heap.reset().cell();
      heap.call("withheld", input.withheld, input.total, result);
      return { yX32: heap.readUnsigned(result) };
    },
    distribute,
  };
}
