import { EpochInputError } from "../errors.js";
import { MOST_VALUES } from "../boundary/limits.js";
import { boolean, i64, list, optional, raw, tuple, u16, u32, u64, type Described } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import type { DistributeHotkey, DistributeInput, FlowSubnet, PriceSubnet } from "./types.js";

/** What the inputs of several functions are made of, and checks that they share. */

export const PARTS_OF_U64 = "fraction of 2^64-1";
export const PROPORTION = "fraction of 65535";
export const BLOCK = "block number";
export const RAO = "rao";

export const PRICE_SUBNET: Described<PriceSubnet> = {
  netuid: u16(),
  mechanism: u16("0: no pool, and a price of one"),
  movingPriceX32: raw("I96F32", "TAO an alpha"),
  minerBurnedX32: raw("U96F32"),
  emissionEnabled: boolean(),
};

export const flowAverage = optional(tuple<[bigint, bigint]>("[block, average]", u64(BLOCK), raw("I64F64", RAO)));

export const FLOW_SUBNET: Described<FlowSubnet> = {
  netuid: u16(),
  taoFlow: i64(RAO),
  taoEmaX64: flowAverage,
  protocolFlow: i64(RAO),
  protocolEmaX64: flowAverage,
};

export const FLOW = {
  block: u64(BLOCK),
  smoothing: u64("fraction of 2^63-1"),
  cutoffX64: raw("I64F64", RAO),
  exponentX64: raw("U64F64"),
};

export const CK_BURN = u64(PARTS_OF_U64);
export const CHILDREN = list(u64(`${PARTS_OF_U64}, given to each child`));

export const DISTRIBUTED: Described<Pick<DistributeInput, "hotkeyEmission" | "hotkeys">> = {
  hotkeyEmission: list(tuple<[number, bigint, bigint]>("[id, incentive, dividends]", u32(), u64(RAO), u64(RAO))),
  hotkeys: list(
    record<DistributeHotkey>({
      id: u32(),
      owner: u32(),
      isOwnerHotkey: boolean(),
      alphaStake: u64(RAO),
      rootStake: u64(RAO),
      children: CHILDREN,
      parents: list(tuple<[bigint, number]>("[proportion, parent]", u64(PARTS_OF_U64), u32())),
      childkeyTake: u16(PROPORTION),
      take: u16(PROPORTION),
    }),
  ),
};

/** The chain's maps hold a key once. */
export function once(path: string, key: string, records: readonly object[]): void {
  const seen = new Set<number>();
  records.forEach((record, i) => {
    const id = (record as Record<string, number>)[key]!;
    if (seen.has(id)) throw new EpochInputError(`${path}[${i}].${key}`, `each ${key} once`, id);
    seen.add(id);
  });
}

export const netuidsOnce = ({ subnets }: { subnets: readonly { netuid: number }[] }) => once("subnets", "netuid", subnets);
export const hotkeysOnce = ({ hotkeys }: { hotkeys: readonly { id: number }[] }) => once("hotkeys", "id", hotkeys);

/** Every hotkey that is named is there, once. */
export function checkDistributed(input: Pick<DistributeInput, "hotkeyEmission" | "hotkeys">): void {
  hotkeysOnce(input);
  const hotkeys = new Map(input.hotkeys.map((hotkey) => [hotkey.id, hotkey]));
  const hotkeyOf = (path: string, id: number): DistributeHotkey => {
    const hotkey = hotkeys.get(id);
    if (hotkey === undefined) throw new EpochInputError(path, "the id of one of the hotkeys", id);
    return hotkey;
  };
  // A hotkey that is paid twice goes through its parents and children twice.
  let shares = 0;
  input.hotkeyEmission.forEach(([id], i) => {
    const { parents, children } = hotkeyOf(`hotkeyEmission[${i}][0]`, id);
    shares += parents.length + children.length;
    if (shares > MOST_VALUES)
      throw new EpochInputError(`hotkeyEmission[${i}]`, `at most ${MOST_VALUES} parents and children of all that are paid`, shares);
  });
  input.hotkeys.forEach(({ parents }, i) => parents.forEach(([, id], k) => hotkeyOf(`hotkeys[${i}].parents[${k}][1]`, id)));
}
