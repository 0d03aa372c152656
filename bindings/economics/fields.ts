import { boolean, i64, list, optional, raw, tuple, u16, u32, u64, type Described } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import type { DistributeHotkey, DistributeInput, FlowSubnet, PriceSubnet } from "./types.js";

/** What the inputs of several functions are made of. */

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
