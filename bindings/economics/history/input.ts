import { EpochInputError } from "../../errors.js";
import {
  boolean,
  bytes32,
  i128,
  i64,
  list,
  optional,
  raw,
  rawCoinbase,
  ruleSet,
  tuple,
  u16,
  u32,
  u64,
  type Described,
  type Quantity,
} from "../../boundary/quantities.js";
import { record } from "../../boundary/records.js";
import { BLOCK, CK_BURN, DISTRIBUTED, FLOW, FLOW_SUBNET, PARTS_OF_U64, PRICE_SUBNET, PROPORTION, RAO, flowAverage } from "../fields.js";
import { signedCoinbase } from "./switches.js";
import type { HistoricEconomics, PriceShares233Input, SubnetTerms233Input } from "./types.js";

/** The boundary of the economics of old specs. */

type Inputs = { [K in keyof HistoricEconomics]: Parameters<HistoricEconomics[K]>[0] };

const PRICE = "TAO an alpha";
const MECHANISM = u16("0: no pool, and a price of one");

const PRICE_SHARES: Described<PriceShares233Input> = {
  blockEmission: u64(RAO),
  subnets: list(record({ netuid: u16(), mechanism: MECHANISM, movingPriceX32: raw("I96F32", PRICE) })),
};

const unsigned = (unit: string) => raw("U96F32", unit);

const terms = (format: (unit: string) => Quantity<bigint>): Omit<Described<SubnetTerms233Input>, "ruleSet"> => ({
  taoEmissionX32: format(RAO),
  alphaIssuance: u64(RAO),
  priceX32: format(PRICE),
  burnRegistration: boolean(),
  powRegistration: boolean(),
});

const RELATIONS = list(list(tuple<[bigint, number]>("[proportion, index]", u64(PARTS_OF_U64), u32())));

export const HISTORIC_INPUTS: { [K in keyof Inputs]: Described<Inputs[K]> } = {
  priceShares233: PRICE_SHARES,
  priceShares261: PRICE_SHARES,
  priceShares421: {
    blockEmission: u64(RAO),
    rootTao: u64(RAO),
    taoWeight: u64(PARTS_OF_U64),
    subnets: list(record({ ...PRICE_SUBNET, alphaIssuance: u64(RAO) })),
  },
  flowShares334: {
    ruleSet: ruleSet(334, 338),
    ...FLOW,
    blockEmission: u64(RAO),
    subnets: list(
      record({
        netuid: u16(),
        mechanism: MECHANISM,
        movingPriceX32: raw("I96F32", PRICE),
        priceX32: raw("U96F32", PRICE),
        taoFlow: i64(RAO),
        taoEmaX64: flowAverage,
      }),
    ),
  },
  flowShares411: {
    ...FLOW,
    netFlowEnabled: boolean(),
    blockEmission: u64(RAO),
    subnets: list(record({ ...FLOW_SUBNET, emissionEnabled: boolean() })),
  },
  movingPrice233: {
    ruleSet: ruleSet(233, 234, 246, 252, 258, 261),
    netuid: u16(),
    mechanism: MECHANISM,
    block: u64(BLOCK),
    registeredAt: u64(BLOCK),
    firstEmissionBlock: optional(u64(BLOCK)),
    halvingBlocks: u64("blocks"),
    movingAlphaX32: raw("I96F32"),
    movingPriceX32: raw("I96F32", PRICE),
    priceX32: rawCoinbase(PRICE),
  },
  poolPrice233: { ruleSet: ruleSet(233, 261), netuid: u16(), mechanism: MECHANISM, tao: u64(RAO), alphaIn: u64(RAO) },
  subnetTerms233: { ruleSet: ruleSet(233, 238, 261), ...terms(rawCoinbase) },
  subnetTerms298: { ruleSet: ruleSet(298, 301, 320), blockEmission: u64(RAO), ...terms(unsigned) },
  subnetTerms342: { ruleSet: ruleSet(342, 361, 362), capBlockEmission: optional(u64(`${RAO}, from 362 on`)), ...terms(unsigned) },
  poolSell233: {
    ruleSet: ruleSet(233, 261),
    mechanism: u16("other than 1: the amount itself"),
    tao: u64(RAO),
    alphaIn: u64(RAO),
    amount: u64(RAO),
  },
  alphaSplit233: {
    ruleSet: ruleSet(233, 261, 283, 298, 334, 342),
    alphaOutX32: rawCoinbase(RAO),
    alphaIssuanceAfterMint: u64(RAO),
    ownerCut: u16(PROPORTION),
    rootTao: u64(RAO),
    taoWeight: u64(PARTS_OF_U64),
    subsidised: boolean("298 and 334"),
    rootSellFlag: boolean("342"),
    soldForTao: optional(u64(`${RAO}, null: the sale failed; up to 298`)),
  },
  generateEmission127: {
    ruleSet: ruleSet(127, 133, 150, 153),
    netuid: u16(),
    n: u16("uids"),
    tempo: u16("blocks"),
    block: u64(BLOCK),
    emissionValue: u64(RAO),
    pending: u64(RAO),
    hasOwner: boolean(),
    ownerCut: u16(PROPORTION),
    registrationAllowed: boolean(),
    blocksSinceLastStep: u64("blocks"),
  },
  generateEmission195: {
    ruleSet: ruleSet(195, 196, 205, 210, 211),
    netuid: u16(),
    emissionValue: u64(RAO),
    pending: u64(RAO),
    epochDue: boolean(),
    hasOwner: boolean(),
    ownerCut: u16(PROPORTION),
    registrationAllowed: boolean(),
  },
  parentChild233: {
    hotkey: u32(),
    dividends: u64(RAO),
    selfContribution: u64(RAO),
    parents: list(record({ id: u32(), alphaStake: u64(RAO), rootStake: u64(RAO), proportion: u64(PARTS_OF_U64) })),
    childkeyTake: u16(PROPORTION),
    taoWeight: u64(PARTS_OF_U64),
  },
  dividendDistribution233: {
    ruleSet: ruleSet(233, 244, 257, 261),
    hotkeys: list(
      record({ id: u32(), dividendX32: rawCoinbase(RAO), stake: tuple<[bigint, bigint]>("[alpha, root]", u64(RAO), u64(RAO)) }),
    ),
    pendingAlpha: u64(`${RAO}, from 257 on`),
    pendingRoot: u64(RAO),
    taoWeightX32: rawCoinbase("", `a stored taoWeight is a ${PARTS_OF_U64}`),
  },
  validatorPool257: { incentiveSum: u64(RAO), pendingAlpha: u64(RAO), pendingRoot: u64(RAO) },
  distribute233: {
    ruleSet: ruleSet(233, 244, 252, 257, 261, 315, 334),
    ...DISTRIBUTED,
    pendingAlpha: u64(RAO),
    pendingRoot: u64(RAO),
    pendingTao: u64(`${RAO}, up to 333`),
    ckBurn: CK_BURN,
    taoWeight: u64(PARTS_OF_U64),
  },
  immuneOwnerHotkeys306: {
    limit: optional(u32("null: none")),
    owned: list(record({ id: u32(), uid: optional(u16()), registeredAt: u64(BLOCK) })),
    ownerHotkey: optional(u32()),
    ownerHotkeyHasUid: boolean(),
  },
  accumulateHotkey195: {
    ruleSet: ruleSet(195, 210),
    validatorEmission: u64(RAO),
    serverEmission: u64(RAO),
    childkeyTake: u16(PROPORTION),
    subnetStake: u64(RAO),
    parents: list(record({ id: u32(), proportion: u64(PARTS_OF_U64), stake: u64(RAO) })),
  },
  drainHotkey195: {
    ruleSet: ruleSet(195, 201, 202, 210),
    emission: u64(RAO),
    untouchable: u64(`${RAO}, from 210 on`),
    take: u16(PROPORTION),
    totalStake: u64(RAO),
    lastDrain: u64(BLOCK),
    nominators: list(record({ id: u32(), stake: u64(RAO), lastStakeIncrease: u64(BLOCK), stakeDelta: i128(RAO) })),
  },
  shouldDrainHotkey195: { hotkey: bytes32(), block: u64(BLOCK), emissionTempo: u64("blocks") },
  emitThroughHotkey127: {
    ruleSet: ruleSet(127, 153),
    take: optional(u16(`${PROPORTION}, null: no delegate`)),
    totalStake: u64(RAO),
    serverEmission: u64(RAO),
    validatorEmission: u64(RAO),
    nominators: list(record({ id: u32(), stake: u64(RAO) })),
  },
  inheritedStake195: { stake: list(u64(RAO)), parents: RELATIONS, children: RELATIONS, networkMaxStake: u64(RAO) },
};

const MOST_SIGNED = (1n << 127n) - 1n;

/** Raw bits are of I96F32 up to spec 260, of U96F32 after. */
function inFormatOf(ruleSet: number, path: string, raw: bigint): void {
  if (signedCoinbase(ruleSet) ? raw > MOST_SIGNED : raw < 0n) {
    throw new EpochInputError(
      path,
      signedCoinbase(ruleSet) ? "a signed 128-bit integer (I96F32)" : "an unsigned 128-bit integer (U96F32)",
      raw,
    );
  }
}

/**
 * Raw bits whose format the input's `ruleSet` decides. In a message they are bits alone, so that this is the boundary's
 * to check. `shown`: the name of a field in the form that was given.
 */
export const COINBASE_FORMATS: { [K in keyof Inputs]?: (input: Inputs[K], shown: (name: string) => string) => void } = {
  movingPrice233: ({ ruleSet, priceX32 }, shown) => inFormatOf(ruleSet, shown("priceX32"), priceX32),
  subnetTerms233: ({ ruleSet, taoEmissionX32, priceX32 }, shown) => {
    inFormatOf(ruleSet, shown("taoEmissionX32"), taoEmissionX32);
    inFormatOf(ruleSet, shown("priceX32"), priceX32);
  },
  alphaSplit233: ({ ruleSet, alphaOutX32 }, shown) => inFormatOf(ruleSet, shown("alphaOutX32"), alphaOutX32),
  dividendDistribution233: ({ ruleSet, hotkeys, taoWeightX32 }, shown) => {
    hotkeys.forEach(({ dividendX32 }, i) => inFormatOf(ruleSet, `hotkeys[${i}].${shown("dividendX32")}`, dividendX32));
    inFormatOf(ruleSet, shown("taoWeightX32"), taoWeightX32);
  },
};
