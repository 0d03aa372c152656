import { EpochInputError } from "../errors.js";
import { MOST_VALUES, checkCells } from "../limits.js";
import { boolean, choice, i64, list, optional, raw, tuple, u16, u32, u64, type Described, type Quantity } from "../quantities.js";
import { record } from "../records.js";
import type {
  CoinbaseSubnet,
  DistributeHotkey,
  DividendHotkey,
  Economics,
  FlowSubnet,
  ParentStake,
  PriceSharesInput,
  PriceSubnet,
  ScheduleSubnet,
} from "./types.js";

/** The boundary of the economics: what each function's input is made of, and every check of it. */

export type EconomicsFunction = Exclude<keyof Economics, "backend">;
export type EconomicsInput<K extends EconomicsFunction> = Parameters<Economics[K]>[0];

const PARTS_OF_U64 = "fraction of 2^64-1";
const PROPORTION = "fraction of 65535";
const BLOCK = "block number";
const RAO = "rao";

const PRICE_SUBNET: Described<PriceSubnet> = {
  netuid: u16(),
  mechanism: u16("0: no pool, and a price of one"),
  movingPriceX32: raw("I96F32", "TAO an alpha"),
  minerBurnedX32: raw("U96F32"),
  emissionEnabled: boolean(),
};
const PRICE_SHARES: Described<PriceSharesInput> = { blockEmission: u64(RAO), subnets: list(record(PRICE_SUBNET)) };
const flowAverage = optional(tuple<[bigint, bigint]>("[block, average]", u64(BLOCK), raw("I64F64", RAO)));
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
const CK_BURN = u64(PARTS_OF_U64);
const CHILDREN = list(u64(`${PARTS_OF_U64}, given to each child`));

/** What each function's input is made of: this checks it, and `yuma eval --help` prints it. */
const INPUTS: { [K in EconomicsFunction]: Described<EconomicsInput<K>> } = {
  blockEmission: { issuance: u64(RAO) },
  rootEpoch: {
    n: u16("root validators"),
    netuids: list(u16()),
    totalNetworks: u16("networks that the chain counts"),
    stakes: list(u64(RAO)),
    weights: list(
      tuple<[number, [number, number][]]>("[uid, [[netuid, weight], ...]]", u16(), list(tuple<[number, number]>("[netuid, weight]", u16(), u16()))),
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
  flowShares: {
    block: u64(BLOCK),
    smoothing: u64("fraction of 2^63-1"),
    cutoffX64: raw("I64F64", RAO),
    exponentX64: raw("U64F64"),
    netFlowEnabled: boolean(),
    subnets: list(
      record<FlowSubnet>({
        netuid: u16(),
        taoFlow: i64(RAO),
        taoEmaX64: flowAverage,
        protocolFlow: i64(RAO),
        protocolEmaX64: flowAverage,
      }),
    ),
  },
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
    pendingServer: u64(RAO),
    pendingValidator: u64(RAO),
    pendingRootAlpha: u64(RAO),
    ckBurn: CK_BURN,
    taoWeight: u64(PARTS_OF_U64),
  },
  schedule: { ...SCHEDULE_SUBNET, block: u64(BLOCK) },
  schedule475: { ...SCHEDULE_SUBNET, block: u64(BLOCK) },
  scheduleOld: { netuid: u16(), tempo: u16("blocks"), block: u64(BLOCK), variant: choice(["saturating", "wrapping"]) },
  scheduleSim: { ...SCHEDULE_SIM, subnets: list(record(SCHEDULE_SUBNET)) },
  scheduleSim475: { ...SCHEDULE_SIM, subnets: list(record({ ...SCHEDULE_SUBNET, nullConsensus: boolean() })) },
};

export const ECONOMICS_FUNCTIONS = Object.keys(INPUTS) as EconomicsFunction[];

/** The chain's maps hold a key once. */
function unique(path: string, key: string, records: readonly object[]): void {
  const seen = new Set<number>();
  records.forEach((record, i) => {
    const id = (record as Record<string, number>)[key]!;
    if (seen.has(id)) throw new EpochInputError(`${path}[${i}].${key}`, `each ${key} once`, id);
    seen.add(id);
  });
}

/** Every subnet may do something in every block. */
function checkTicks({ blocks, subnets }: { blocks: bigint; subnets: readonly unknown[] }): void {
  const most = BigInt(Math.floor(MOST_VALUES / Math.max(subnets.length, 1)));
  if (blocks > most) throw new EpochInputError("blocks", `at most ${most} with ${subnets.length} subnets`, blocks);
}

type Check<K extends EconomicsFunction> = (input: EconomicsInput<K>) => void;

const netuidsOnce = ({ subnets }: { subnets: readonly { netuid: number }[] }) => unique("subnets", "netuid", subnets);
const hotkeysOnce = ({ hotkeys }: { hotkeys: readonly { id: number }[] }) => unique("hotkeys", "id", hotkeys);

const CHECKS: { [K in EconomicsFunction]?: Check<K> } = {
  rootEpoch: ({ n, totalNetworks }) => checkCells("totalNetworks", n, totalNetworks),
  priceShares: netuidsOnce,
  gatedShares: netuidsOnce,
  flowShares: netuidsOnce,
  coinbaseBlock: netuidsOnce,
  dividendDistribution: hotkeysOnce,
  dividendDistribution475: hotkeysOnce,
  distribute: (input) => {
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
      if (shares > MOST_VALUES) throw new EpochInputError(`hotkeyEmission[${i}]`, `at most ${MOST_VALUES} parents and children of all that are paid`, shares);
    });
    input.hotkeys.forEach(({ parents }, i) => parents.forEach(([, id], k) => hotkeyOf(`hotkeys[${i}].parents[${k}][1]`, id)));
  },
  scheduleSim: checkTicks,
  scheduleSim475: checkTicks,
};

export function economicsInput<K extends EconomicsFunction>(name: K): Quantity<EconomicsInput<K>> {
  return RECORDS[name];
}

const RECORDS = Object.fromEntries(ECONOMICS_FUNCTIONS.map((name) => [name, record<object>(INPUTS[name])])) as {
  [K in EconomicsFunction]: Quantity<EconomicsInput<K>>;
};

/** The input of one function, from JSON or typed. @throws EpochInputError */
export function readEconomicsInput<K extends EconomicsFunction>(name: K, input: unknown, reading: "fromJson" | "check"): EconomicsInput<K> {
  const checked = economicsInput(name)[reading](input, "", 0);
  (CHECKS[name] as Check<K> | undefined)?.(checked);
  return checked;
}

/** The one boundary in front of every backend. */
export function withEconomicsBoundary(engine: Economics): Economics {
  const methods = ECONOMICS_FUNCTIONS.map((name) => {
    const run = engine[name] as (input: unknown) => unknown;
    return [name, (input: unknown) => run.call(engine, readEconomicsInput(name, input, "check"))];
  });
  return { ...Object.fromEntries(methods), backend: engine.backend } as Economics;
}
