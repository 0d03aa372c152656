import type { ECONOMICS_FUNCTIONS } from "./input.js";
import type {
  CoinbaseSubnetOutput,
  DividendDistributionOutput,
  PriceSharesOutput,
  RootEpochOutput,
  ScheduleEvent,
  ScheduleSimOutput,
  ScheduleSubnet,
} from "./types.js";
import type { Economics } from "./methods.js";
import {
  boolean,
  choice,
  list,
  optional,
  raw,
  sometimes,
  text,
  tuple,
  u16,
  u32,
  u64,
  type Described,
  type Quantity,
} from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import { byHotkey, byNetuid } from "./byKey.js";
import { HISTORIC_OUTPUTS, inheritedStake195, takeRest } from "./history/outputs.js";

type EconomicsFunction = (typeof ECONOMICS_FUNCTIONS)[number];

const RAO = "rao";
const BLOCK = "block number";

const PRICE_SHARES: Described<PriceSharesOutput> = {
  priceSharesX64: byNetuid(raw("U64F64")),
  sharesX64: byNetuid(raw("U64F64")),
  emissionsX32: byNetuid(raw("U96F32", RAO)),
  rootSellFlag: boolean(),
};

const DIVIDENDS: Described<DividendDistributionOutput> = {
  alphaDividendsX32: byHotkey(raw("U96F32", RAO)),
  rootAlphaDividendsX32: byHotkey(raw("U96F32", RAO)),
};

const SCHEDULE_SIM: Omit<Described<ScheduleSimOutput>, "final"> = {
  events: list(tuple<ScheduleEvent>("[block, netuid, event]", u64(BLOCK), u16(), choice(["run", "skipped", "deferred"]))),
  deferredBeforeDrain: list(tuple<[bigint, number[]]>("[block, [netuid, ...]]", u64(BLOCK), list(u16()))),
};

const FINAL = list(
  record<ScheduleSubnet>({
    netuid: u16(),
    tempo: u16("blocks"),
    lastEpochBlock: u64(BLOCK),
    pendingEpochAt: u64(`${BLOCK}, 0: none`),
    blocksSinceLastStep: u64("blocks"),
    epochIndex: u64(),
    consistent: boolean(),
  }),
);

/** A value, or the chain's own error in its place. */
type RootEpochFields = Partial<Exclude<RootEpochOutput, { error: string }> & { error: string }>;

const rootEpoch: Described<RootEpochFields> = {
  stakeX64: sometimes(list(raw("I64F64"))),
  ranksX64: sometimes(list(raw("I64F64"))),
  trustX64: sometimes(list(raw("I64F64"))),
  consensusX64: sometimes(list(raw("I64F64"))),
  sharesX64: sometimes(list(raw("I64F64"))),
  emission: sometimes(list(u64(RAO))),
  error: sometimes(text("the chain's own error, in place of all others")),
};

/** What each function gives, in the order in which it is written. */
const OUTPUTS: { [K in Exclude<EconomicsFunction, "rootEpoch" | "inheritedStake195">]: Described<ReturnType<Economics[K]>> } = {
  blockEmission: { emission: u64(RAO), residualX32: optional(raw("I96F32")) },
  priceShares: PRICE_SHARES,
  gatedShares: {
    ...PRICE_SHARES,
    weightedSharesX64: byNetuid(raw("U64F64")),
    barAfterX64: raw("U64F64"),
    underflowRestored: boolean(),
  },
  flowShares: {
    userEmaX64: byNetuid(raw("I64F64", RAO)),
    protocolEmaX64: byNetuid(raw("I64F64", RAO)),
    normFactorX64: raw("I64F64"),
    netFlowsX64: byNetuid(raw("I64F64", RAO)),
    lowerLimitX64: raw("I64F64", RAO),
    offsetFlowsX64: byNetuid(raw("U64F64", RAO)),
    sharesX64: byNetuid(raw("U64F64")),
  },
  powNormalize: { flowsX64: list(raw("U64F64")) },
  safePow: { yX64: raw("U64F64") },
  checkedSqrt: { yX64: raw("U64F64") },
  rootProportion: { yX32: raw("U96F32") },
  subnetTerms: {
    alphaEmissionX32: raw("U96F32", RAO),
    rootProportionX32: raw("U96F32"),
    capX32: raw("U96F32", RAO),
    alphaInX32: raw("U96F32", RAO),
    taoInX32: raw("U96F32", RAO),
    excessTaoX32: raw("U96F32", RAO),
    alphaOutX32: raw("U96F32", RAO),
    alphaInU64: u64(RAO),
    taoInU64: u64(RAO),
    excessTaoU64: u64(RAO),
    alphaOutU64: u64(RAO),
  },
  alphaSplit: {
    alphaCreated: u64(RAO),
    ownerCutX32: raw("U96F32", RAO),
    rootProportionX32: raw("U96F32"),
    rootAlphaX32: raw("U96F32", RAO),
    serverX32: raw("U96F32", RAO),
    totalValidatorX32: raw("U96F32", RAO),
    validatorX32: raw("U96F32", RAO),
    ownerCutU64: u64(RAO),
    rootAlphaU64: u64(RAO),
    serverU64: u64(RAO),
    validatorU64: u64(RAO),
  },
  coinbaseBlock: {
    blockEmission: u64(RAO),
    rootSellFlag: boolean(),
    subnets: list(
      tuple<[number, CoinbaseSubnetOutput]>(
        "[netuid, terms]",
        u16(),
        record<CoinbaseSubnetOutput>({
          emissionX32: raw("U96F32", RAO),
          taoIn: u64(RAO),
          alphaIn: u64(RAO),
          alphaOut: u64(RAO),
          excessTao: u64(RAO),
          owner: u64(RAO),
          server: u64(RAO),
          validator: u64(RAO),
          rootAlpha: u64(RAO),
        }),
      ),
    ),
  },
  movingPrice: { alphaX64: raw("U64F64"), movingPriceX32: raw("I96F32", "TAO an alpha") },
  dividendDistribution: DIVIDENDS,
  dividendDistribution475: DIVIDENDS,
  selfContribution: { y: u64(RAO) },
  parentChild: { tuples: list(tuple<[number, bigint]>("[id, rao]", u32(), u64(RAO))), recycled: list(u64(RAO)) },
  takeSplit: { take: u64(RAO), rest: u64(RAO) },
  withheld: { yX32: raw("U96F32") },
  distribute: {
    validatorAlpha: u64(RAO),
    incentives: byHotkey(u64(RAO)),
    dividendsX32: byHotkey(raw("U96F32", RAO)),
    ckRecycled: list(u64(RAO)),
    ...DIVIDENDS,
    alphaTakeRest: takeRest,
    rootTakeRest: takeRest,
    minerBurnedX32: raw("U96F32"),
  },
  schedule: {
    shouldRun: boolean(),
    blocksUntilNextAuto: u64("blocks, 2^64-1: never"),
    nextEpochStart: optional(u64(BLOCK)),
  },
  schedule475: { shouldRun: boolean() },
  scheduleOld: { blocksUntilNextEpoch: u64("blocks") },
  scheduleSim: { ...SCHEDULE_SIM, final: FINAL },
  scheduleSim475: { ...SCHEDULE_SIM, caps: list(u32("epochs a block")), final: FINAL },
  ...HISTORIC_OUTPUTS,
};

const records = Object.entries({ ...OUTPUTS, rootEpoch }).map(([name, fields]) => [name, record<object>(fields)]);

export const ECONOMICS_OUTPUTS = Object.fromEntries([...records, ["inheritedStake195", inheritedStake195]]) as {
  [K in EconomicsFunction]: Quantity<ReturnType<Economics[K]>>;
};
