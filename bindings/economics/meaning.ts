import { checkCells, MOST_VALUES } from "../boundary/limits.js";
import { EpochInputError } from "../errors.js";
import { FEW_SHARES, ONE_OF_THE_HOTKEYS, fewBlocks, indexBelow, mostBlocks, once, oneForEachStake } from "./expected.js";
import type { EconomicsFunction, EconomicsInput } from "./input.js";
import type { DistributeHotkey, DistributeInput } from "./types.js";

/**
 * What may be wrong in an input whose fields are each of their kind, for the specification: the WebAssembly module sees
 * to it by itself.
 */

/** The chain's maps hold a key once. */
function refuseTwice(path: string, key: string, records: readonly object[]): void {
  const seen = new Set<number>();
  records.forEach((record, i) => {
    const id = (record as Record<string, number>)[key]!;
    if (seen.has(id)) throw new EpochInputError(`${path}[${i}].${key}`, once(key), id);
    seen.add(id);
  });
}

const netuidsOnce = ({ subnets }: { subnets: readonly { netuid: number }[] }) => refuseTwice("subnets", "netuid", subnets);
const hotkeysOnce = ({ hotkeys }: { hotkeys: readonly { id: number }[] }) => refuseTwice("hotkeys", "id", hotkeys);
const nominatorsOnce = ({ nominators }: { nominators: readonly { id: number }[] }) => refuseTwice("nominators", "id", nominators);

/** Every hotkey that is named is there, once. */
function refuseDistributed(input: Pick<DistributeInput, "hotkeyEmission" | "hotkeys">): void {
  hotkeysOnce(input);
  const hotkeys = new Map(input.hotkeys.map((hotkey) => [hotkey.id, hotkey]));
  const hotkeyOf = (path: string, id: number): DistributeHotkey => {
    const hotkey = hotkeys.get(id);
    if (hotkey === undefined) throw new EpochInputError(path, ONE_OF_THE_HOTKEYS, id);
    return hotkey;
  };
  let shares = 0;
  input.hotkeyEmission.forEach(([id], i) => {
    const { parents, children } = hotkeyOf(`hotkeyEmission[${i}][0]`, id);
    shares += parents.length + children.length;
    if (shares > MOST_VALUES) throw new EpochInputError(`hotkeyEmission[${i}]`, FEW_SHARES, "more");
  });
  input.hotkeys.forEach(({ parents }, i) => parents.forEach(([, id], k) => hotkeyOf(`hotkeys[${i}].parents[${k}][1]`, id)));
}

function refuseTicks({ blocks, subnets }: { blocks: bigint; subnets: readonly unknown[] }): void {
  if (blocks > mostBlocks(subnets.length)) throw new EpochInputError("blocks", fewBlocks(subnets.length), blocks);
}

function refuseRelations(path: string, relations: EconomicsInput<"inheritedStake195">["parents"], count: number): void {
  if (relations.length !== count) throw new EpochInputError(path, oneForEachStake(count), relations.length);
  relations.forEach((list, i) =>
    list.forEach(([, index], k) => {
      if (index >= count) throw new EpochInputError(`${path}[${i}][${k}][1]`, indexBelow(count), index);
    }),
  );
}

const REFUSALS: { [K in EconomicsFunction]?: (input: EconomicsInput<K>) => void } = {
  rootEpoch: ({ n, totalNetworks }) => checkCells("totalNetworks", n, totalNetworks),
  priceShares: netuidsOnce,
  gatedShares: netuidsOnce,
  flowShares: netuidsOnce,
  coinbaseBlock: netuidsOnce,
  dividendDistribution: hotkeysOnce,
  dividendDistribution475: hotkeysOnce,
  distribute: refuseDistributed,
  scheduleSim: refuseTicks,
  scheduleSim475: refuseTicks,
  priceShares233: netuidsOnce,
  priceShares261: netuidsOnce,
  priceShares421: netuidsOnce,
  flowShares334: netuidsOnce,
  flowShares411: netuidsOnce,
  dividendDistribution233: hotkeysOnce,
  distribute233: refuseDistributed,
  immuneOwnerHotkeys306: ({ owned }) => refuseTwice("owned", "id", owned),
  drainHotkey195: nominatorsOnce,
  emitThroughHotkey127: nominatorsOnce,
  inheritedStake195: ({ stake, parents, children }) => {
    refuseRelations("parents", parents, stake.length);
    refuseRelations("children", children, stake.length);
  },
};

/** @throws EpochInputError */
export function refuseMeaning<K extends EconomicsFunction>(name: K, input: EconomicsInput<K>): void {
  (REFUSALS[name] as ((input: EconomicsInput<K>) => void) | undefined)?.(input);
}
