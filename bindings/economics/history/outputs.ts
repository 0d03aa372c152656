import type { AlphaSplit233Output, HistoricEconomics, SubnetTerms233Output } from "./types.js";
import { boolean, list, optional, raw, rawCoinbase, tuple, u32, u64, type Described, type Quantity } from "../../boundary/quantities.js";
import { record } from "../../boundary/records.js";
import { byHotkey, byNetuid } from "../byKey.js";

type Outputs = { [K in keyof HistoricEconomics]: ReturnType<HistoricEconomics[K]> };

const RAO = "rao";

export const takeRest = list(tuple<[number, bigint, bigint]>("[id, take, rest]", u32(), u64(RAO), u64(RAO)));

const FLOWS = {
  lowerLimitX64: raw("I64F64", RAO),
  offsetFlowsX64: byNetuid(raw("U64F64", RAO)),
  sharesX64: byNetuid(raw("U64F64")),
};

const unsigned = (unit: string) => raw("U96F32", unit);

const terms = (format: (unit: string) => Quantity<bigint>): Described<SubnetTerms233Output> => ({
  alphaEmissionX32: format(RAO),
  alphaInX32: format(RAO),
  taoInX32: format(RAO),
  alphaOutX32: format(RAO),
  alphaInU64: u64(RAO),
  taoInU64: u64(RAO),
  alphaOutU64: u64(RAO),
});

/** What each function of history gives, in the order in which it is written. */
export const HISTORIC_OUTPUTS: { [K in Exclude<keyof Outputs, "inheritedStake195">]: Described<Outputs[K]> } = {
  priceShares233: { totalMovingPricesX32: raw("I96F32"), emissionsX32: byNetuid(raw("I96F32", RAO)) },
  priceShares261: { totalMovingPricesX32: raw("U96F32"), emissionsX32: byNetuid(raw("U96F32", RAO)) },
  priceShares421: {
    rootProportionsX32: byNetuid(raw("U96F32")),
    priceSharesX64: byNetuid(raw("U64F64")),
    sharesX64: byNetuid(raw("U64F64")),
    emissionsX32: byNetuid(raw("U96F32", RAO)),
    rootSellFlag: boolean(),
  },
  flowShares334: {
    userEmaX64: byNetuid(raw("I64F64", RAO)),
    flowKept: list(u32("netuid")),
    ...FLOWS,
    emissionsX32: byNetuid(raw("U96F32", RAO)),
  },
  flowShares411: {
    userEmaX64: byNetuid(raw("I64F64", RAO)),
    protocolEmaX64: byNetuid(raw("I64F64", RAO)),
    normFactorX64: raw("I64F64"),
    netFlowsX64: byNetuid(raw("I64F64", RAO)),
    ...FLOWS,
    emissionsX32: byNetuid(raw("U96F32", RAO)),
  },
  movingPrice233: { alphaX32: rawCoinbase(), movingPriceX32: raw("I96F32", "TAO an alpha") },
  poolPrice233: { yX32: rawCoinbase("TAO an alpha") },
  subnetTerms233: terms(rawCoinbase),
  subnetTerms298: {
    taoRatioX32: raw("U96F32"),
    subsidised: boolean(),
    ...terms(unsigned),
    buyTaoX32: raw("U96F32", RAO),
    buyTaoU64: u64(RAO),
  },
  subnetTerms342: { capX32: raw("U96F32", RAO), ...terms(unsigned), excessTaoX32: raw("U96F32", RAO), excessTaoU64: u64(RAO) },
  poolSell233: { tao: optional(u64(`${RAO}, null: nothing is sold`)) },
  alphaSplit233: {
    ownerCutX32: rawCoinbase(RAO),
    rootProportionX32: raw("U96F32"),
    rootAlphaX32: rawCoinbase(RAO),
    pendingAlphaX32: rawCoinbase(RAO),
    added: record<AlphaSplit233Output["added"]>({
      ownerCut: u64(RAO),
      emission: u64(RAO),
      swapped: u64(RAO),
      rootTao: u64(RAO),
      rootAlpha: u64(RAO),
    }),
  },
  generateEmission127: {
    skipped: boolean(),
    ownerPaid: u64(RAO),
    pending: u64(RAO),
    epochEmission: optional(u64(`${RAO}, null: no epoch is due`)),
    blocksSinceLastStep: u64("blocks"),
  },
  generateEmission195: {
    pending: u64(RAO),
    epochEmission: optional(u64(`${RAO}, null: nothing is paid`)),
    ownerPaid: u64(RAO),
    lost: u64(RAO),
  },
  parentChild233: { tuples: byHotkey(u64(RAO)) },
  dividendDistribution233: { alphaDividendsX32: byHotkey(rawCoinbase(RAO)), rootDividendsX32: byHotkey(rawCoinbase(RAO)) },
  validatorPool257: { y: u64(RAO) },
  distribute233: {
    epochAmount: u64(RAO),
    validatorPool: optional(u64(`${RAO}, null before 257`)),
    incentives: byHotkey(u64(RAO)),
    withheld: list(u32("id")),
    dividendsX32: byHotkey(rawCoinbase(RAO)),
    ckRecycled: list(u64(RAO)),
    alphaDividendsX32: byHotkey(rawCoinbase(RAO)),
    rootDividendsX32: byHotkey(rawCoinbase(RAO)),
    alphaTakeRest: takeRest,
    rootTakeRest: takeRest,
  },
  immuneOwnerHotkeys306: { hotkeys: list(u32("id")) },
  accumulateHotkey195: { parents: byHotkey(u64(RAO)), pendingAdded: u64(RAO), untouchableAdded: u64(RAO) },
  drainHotkey195: { take: u64(RAO), viableStake: u64(RAO), nominators: byHotkey(u64(RAO)), toHotkey: u64(RAO), newTao: u64(RAO) },
  shouldDrainHotkey195: { hash: u64("first 8 bytes, little-endian"), drain: boolean() },
  emitThroughHotkey127: { take: u64(RAO), toOwner: u64(RAO), toOwnerAfter: u64(RAO), nominators: byHotkey(u64(RAO)) },
};

export const stakes = list(u64(RAO));

/** Written as the list alone. */
export const inheritedStake195: Quantity<Outputs["inheritedStake195"]> = {
  ...record<Outputs["inheritedStake195"]>({ stake: stakes }),
  fields: { "[]": u64(`${RAO}, one for each hotkey`) },
  toJson: ({ stake }) => stakes.toJson(stake),
};
