import { U64_MAX } from "../values/constants.js";
import {
  boolean,
  choice,
  list,
  optional,
  raw,
  tuple,
  u16,
  u32,
  u64,
  withDefault,
  withoutFormat,
  type Described,
  type Quantity,
} from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import { BLOCK, CHILDREN, CK_BURN, DISTRIBUTED, FLOW, FLOW_SUBNET, PARTS_OF_U64, PRICE_SUBNET, PROPORTION, RAO } from "./fields.js";
import { COINBASE_FORMATS, HISTORIC_INPUTS } from "./history/input.js";
import type { CoinbaseSubnet, DividendHotkey, ParentStake, PriceSharesInput, ScheduleSubnet } from "./types.js";
import type { Economics } from "./methods.js";

/** The boundary of the economics: what each function's input is made of. */

export type EconomicsFunction = Exclude<keyof Economics, "backend">;
export type EconomicsInput<K extends EconomicsFunction> = Parameters<Economics[K]>[0];

const PRICE_SHARES: Described<PriceSharesInput> = { blockEmission: u64(RAO), subnets: list(record(PRICE_SUBNET)) };
const DIVIDEND_HOTKEY: Described<DividendHotkey> = {
  id: u32(),
  dividendX32: raw("U96F32", RAO),
  stake: optional(tuple<[bigint, bigint]>("[alpha, root]", u64(RAO), u64(RAO))),
};
const POOLS = {
  pendingAlpha: u64(RAO),
  pendingRootAlpha: u64(RAO),
  taoWeightX32: raw("U96F32", "", `a stored taoWeight is a ${PARTS_OF_U64}`),
};
const SCHEDULE_SUBNET: Described<ScheduleSubnet> = {
  netuid: u16(),
  tempo: u16("blocks"),
  lastEpochBlock: u64(BLOCK),
  pendingEpochAt: u64(`${BLOCK}, 0: none`),
  blocksSinceLastStep: u64("blocks"),
  epochIndex: u64(),
  consistent: boolean("an inconsistent one is skipped"),
};
const SCHEDULE_SIM = { startBlock: u64(BLOCK), blocks: u64("blocks"), cap: u32("epochs a block") };

/** What each function's input is made of: this checks it, and `yuma eval --help` prints it. */
const INPUTS: { [K in EconomicsFunction]: Described<EconomicsInput<K>> } = {
  blockEmission: { issuance: u64(RAO) },
  rootEpoch: {
    n: u16("root validators"),
    netuids: list(u16()),
    totalNetworks: u16("networks that the chain counts"),
    stakes: list(u64(RAO)),
    weights: list(
      tuple<[number, [number, number][]]>(
        "[uid, [[netuid, weight], ...]]",
        u16(),
        list(tuple<[number, number]>("[netuid, weight]", u16(), u16())),
      ),
    ),
    rho: u16(),
    kappa: u16(PROPORTION),
    blockEmission: u64(RAO),
    normalizeRows: boolean(),
  },
  priceShares: PRICE_SHARES,
  gatedShares: {
    ...PRICE_SHARES,
    block: u64(BLOCK),
    rank: u32("0: the bar is by quantile"),
    quantileX64: raw("U64F64"),
    exponentX64: raw("U64F64"),
    storedBarX64: raw("U64F64"),
    minerBurnWeighting: boolean(),
  },
  flowShares: { ...FLOW, netFlowEnabled: boolean(), subnets: list(record(FLOW_SUBNET)) },
  powNormalize: { flowsX64: list(raw("U64F64")), pX64: raw("U64F64") },
  safePow: { valX64: raw("U64F64"), pX64: raw("U64F64") },
  checkedSqrt: { xX64: raw("U64F64"), epsilonX64: raw("U64F64") },
  rootProportion: { rootTao: u64(RAO), alphaIssuance: u64(RAO), taoWeight: u64(PARTS_OF_U64) },
  subnetTerms: {
    taoEmissionX32: raw("U96F32", RAO),
    alphaIssuance: u64(RAO),
    priceX64: raw("U64F64", "TAO an alpha"),
    rootTao: u64(RAO),
    taoWeight: u64(PARTS_OF_U64),
  },
  alphaSplit: {
    alphaOutX32: raw("U96F32", RAO),
    alphaIssuanceAfterMint: u64(RAO),
    ownerCut: u16(PROPORTION),
    ownerCutEnabled: boolean(),
    rootTao: u64(RAO),
    taoWeight: u64(PARTS_OF_U64),
  },
  coinbaseBlock: {
    issuance: u64(RAO),
    rootTao: u64(RAO),
    taoWeight: u64(PARTS_OF_U64),
    ownerCut: u16(PROPORTION),
    subnets: list(
      record<CoinbaseSubnet>({
        ...PRICE_SUBNET,
        alphaIn: u64(RAO),
        alphaOut: u64(RAO),
        priceX64: raw("U64F64", "TAO an alpha"),
        ownerCutEnabled: boolean(),
      }),
    ),
  },
  movingPrice: {
    netuid: u16(),
    mechanism: u16("0: no pool, and a price of one"),
    block: u64(BLOCK),
    firstEmissionBlock: optional(u64(BLOCK)),
    halvingBlocks: u64("blocks"),
    movingAlphaX32: raw("I96F32"),
    movingPriceX32: raw("I96F32", "TAO an alpha"),
    priceX64: raw("U64F64", "TAO an alpha"),
  },
  dividendDistribution: { hotkeys: list(record(DIVIDEND_HOTKEY)), ...POOLS },
  dividendDistribution475: { hotkeys: list(record({ ...DIVIDEND_HOTKEY, onRoot: boolean() })), ...POOLS },
  selfContribution: { alphaStake: u64(RAO), rootStake: u64(RAO), children: CHILDREN, taoWeight: u64(PARTS_OF_U64) },
  parentChild: {
    hotkey: u32(),
    dividends: u64(RAO),
    selfContribution: u64(RAO),
    parents: list(
      record<ParentStake>({
        id: u32(),
        alphaStake: u64(RAO),
        rootStake: u64(RAO),
        proportion: u64(PARTS_OF_U64),
        sameOwner: boolean(),
      }),
    ),
    childkeyTake: u16(PROPORTION),
    ckBurn: CK_BURN,
    taoWeight: u64(PARTS_OF_U64),
  },
  takeSplit: { dividendsX32: raw("U96F32", RAO), take: u16(PROPORTION) },
  withheld: { withheld: u64(RAO), total: u64(RAO) },
  distribute: {
    ...DISTRIBUTED,
    pendingServer: u64(RAO),
    pendingValidator: u64(RAO),
    pendingRootAlpha: u64(RAO),
    ckBurn: CK_BURN,
    taoWeight: u64(PARTS_OF_U64),
  },
  schedule: { ...SCHEDULE_SUBNET, block: u64(BLOCK) },
  schedule475: { ...SCHEDULE_SUBNET, block: u64(BLOCK) },
  scheduleOld: {
    netuid: u16(),
    tempo: u16("blocks"),
    block: u64(BLOCK),
    variant: choice(["saturating", "wrapping"]),
    tempoZeroBlocks: withDefault(u64("blocks that a tempo of 0 gives, 2^64-1 where absent"), U64_MAX),
  },
  scheduleSim: { ...SCHEDULE_SIM, subnets: list(record(SCHEDULE_SUBNET)) },
  scheduleSim475: { ...SCHEDULE_SIM, subnets: list(record({ ...SCHEDULE_SUBNET, nullConsensus: boolean() })) },
  ...HISTORIC_INPUTS,
};

export const ECONOMICS_FUNCTIONS = Object.keys(INPUTS) as EconomicsFunction[];

export function economicsInput<K extends EconomicsFunction>(name: K): Quantity<EconomicsInput<K>> {
  return RECORDS[name];
}

const RECORDS = Object.fromEntries(ECONOMICS_FUNCTIONS.map((name) => [name, record<object>(INPUTS[name])])) as {
  [K in EconomicsFunction]: Quantity<EconomicsInput<K>>;
};

/** The input of one function, from JSON or typed, each field of its kind. @throws EpochInputError */
export function readEconomicsInput<K extends EconomicsFunction>(name: K, input: unknown, reading: "fromJson" | "check"): EconomicsInput<K> {
  const checked = economicsInput(name)[reading](input, "", 0);
  if (name in COINBASE_FORMATS) {
    const shown = (field: string) => (reading === "check" ? field : withoutFormat(field));
    (COINBASE_FORMATS[name as keyof typeof COINBASE_FORMATS] as FormatCheck<K>)(checked, shown);
  }
  return checked;
}

type FormatCheck<K extends EconomicsFunction> = (input: EconomicsInput<K>, shown: (name: string) => string) => void;

/** The boundary in front of an engine. `refuseMeaning`: for one that does not refuse by itself what is wrong in fields of their kind. */
export function withEconomicsBoundary(
  engine: Economics,
  refuseMeaning?: <K extends EconomicsFunction>(name: K, input: EconomicsInput<K>) => void,
): Economics {
  const methods = ECONOMICS_FUNCTIONS.map((name) => {
    const run = engine[name] as (input: unknown) => unknown;
    return [
      name,
      (input: unknown) => {
        const checked = readEconomicsInput(name, input, "check");
        refuseMeaning?.(name, checked);
        return run.call(engine, checked);
      },
    ];
  });
  return { ...Object.fromEntries(methods), backend: engine.backend } as Economics;
}
