import { EpochInputError } from "../errors.js";
import { readFields, recordOf, type Fields } from "../input.js";
import { boolean, listOf, nullable, oneOf, rawBits, rawUnsignedBits, tupleOf, u16, u32, u64 } from "../kinds.js";
import type { Economics, ScheduleSubnet } from "./types.js";

/** The boundary of the economics: what each function's input is made of, and every check of it. */

export type EconomicsFunction = Exclude<keyof Economics, "backend">;
export type EconomicsInput<K extends EconomicsFunction> = Parameters<Economics[K]>[0];

const i64 = rawBits(64);
const signed = rawBits(128);
const unsigned = rawUnsignedBits(128);

const PRICE_SUBNET = { netuid: u16, mechanism: u16, movingPrice: signed, minerBurned: unsigned, emissionEnabled: boolean };
const PRICE_SHARES = { blockEmission: u64, subnets: listOf(recordOf(PRICE_SUBNET)) };
const flowAverage = nullable(tupleOf<[bigint, bigint]>("[block, average]", u64, signed));
const stakes = nullable(tupleOf<[bigint, bigint]>("[alpha, root] stake", u64, u64));
const DIVIDEND_HOTKEY = { id: u32, dividend: unsigned, stake: stakes };
const POOLS = { pendingAlpha: u64, pendingRootAlpha: u64, taoWeight: unsigned };
const SCHEDULE_SUBNET: Fields<ScheduleSubnet> = {
  netuid: u16,
  tempo: u16,
  lastEpochBlock: u64,
  pendingEpochAt: u64,
  blocksSinceLastStep: u64,
  epochIndex: u64,
  consistent: boolean,
};
const SCHEDULE_SIM = { startBlock: u64, blocks: u64, cap: u32 };

const FIELDS: { [K in EconomicsFunction]: Fields<EconomicsInput<K>> } = {
  blockEmission: { issuance: u64 },
  rootEpoch: {
    n: u16,
    netuids: listOf(u16),
    totalNetworks: u16,
    stakes: listOf(u64),
    weights: listOf(tupleOf<[number, [number, number][]]>("[uid, row]", u16, listOf(tupleOf<[number, number]>("[netuid, weight]", u16, u16)))),
    rho: u16,
    kappa: u16,
    blockEmission: u64,
    normalizeRows: boolean,
  },
  priceShares: PRICE_SHARES,
  gatedShares: {
    ...PRICE_SHARES,
    block: u64,
    rank: u32,
    quantile: unsigned,
    exponent: unsigned,
    storedBar: unsigned,
    minerBurnWeighting: boolean,
  },
  flowShares: {
    block: u64,
    smoothing: u64,
    cutoff: signed,
    exponent: unsigned,
    netFlowEnabled: boolean,
    subnets: listOf(recordOf({ netuid: u16, taoFlow: i64, taoEma: flowAverage, protocolFlow: i64, protocolEma: flowAverage })),
  },
  powNormalize: { flows: listOf(unsigned), p: unsigned },
  safePow: { val: unsigned, p: unsigned },
  checkedSqrt: { x: unsigned, epsilon: unsigned },
  rootProportion: { rootTao: u64, alphaIssuance: u64, taoWeight: u64 },
  subnetTerms: { taoEmission: unsigned, alphaIssuance: u64, price: unsigned, rootTao: u64, taoWeight: u64 },
  alphaSplit: {
    alphaOut: unsigned,
    alphaIssuanceAfterMint: u64,
    ownerCut: u16,
    ownerCutEnabled: boolean,
    rootTao: u64,
    taoWeight: u64,
  },
  coinbaseBlock: {
    issuance: u64,
    rootTao: u64,
    taoWeight: u64,
    ownerCut: u16,
    subnets: listOf(recordOf({ ...PRICE_SUBNET, alphaIn: u64, alphaOut: u64, price: unsigned, ownerCutEnabled: boolean })),
  },
  movingPrice: {
    netuid: u16,
    mechanism: u16,
    block: u64,
    firstEmissionBlock: nullable(u64),
    halvingBlocks: u64,
    movingAlpha: signed,
    movingPrice: signed,
    price: unsigned,
  },
  dividendDistribution: { hotkeys: listOf(recordOf(DIVIDEND_HOTKEY)), ...POOLS },
  dividendDistribution475: { hotkeys: listOf(recordOf({ ...DIVIDEND_HOTKEY, onRoot: boolean })), ...POOLS },
  selfContribution: { alphaStake: u64, rootStake: u64, children: listOf(u64), taoWeight: u64 },
  parentChild: {
    hotkey: u32,
    dividends: u64,
    selfContribution: u64,
    parents: listOf(recordOf({ id: u32, alphaStake: u64, rootStake: u64, proportion: u64, sameOwner: boolean })),
    childkeyTake: u16,
    ckBurn: u64,
    taoWeight: u64,
  },
  takeSplit: { dividends: unsigned, take: u16 },
  withheld: { withheld: u64, total: u64 },
  distribute: {
    hotkeyEmission: listOf(tupleOf<[number, bigint, bigint]>("[id, incentive, dividends]", u32, u64, u64)),
    hotkeys: listOf(
      recordOf({
        id: u32,
        owner: u32,
        isOwnerHotkey: boolean,
        alphaStake: u64,
        rootStake: u64,
        children: listOf(u64),
        parents: listOf(tupleOf<[bigint, number]>("[proportion, parent]", u64, u32)),
        childkeyTake: u16,
        take: u16,
      }),
    ),
    pendingServer: u64,
    pendingValidator: u64,
    pendingRootAlpha: u64,
    ckBurn: u64,
    taoWeight: u64,
  },
  schedule: { ...SCHEDULE_SUBNET, block: u64 },
  schedule475: { ...SCHEDULE_SUBNET, block: u64 },
  scheduleOld: { netuid: u16, tempo: u16, block: u64, variant: oneOf(["saturating", "wrapping"]) },
  scheduleSim: { ...SCHEDULE_SIM, subnets: listOf(recordOf(SCHEDULE_SUBNET)) },
  scheduleSim475: { ...SCHEDULE_SIM, subnets: listOf(recordOf({ ...SCHEDULE_SUBNET, nullConsensus: boolean })) },
};

export const ECONOMICS_FUNCTIONS = Object.keys(FIELDS) as EconomicsFunction[];

/** The chain's maps hold a key once. */
function unique(path: string, key: string, records: readonly object[]): void {
  const seen = new Set<number>();
  records.forEach((record, i) => {
    const id = (record as Record<string, number>)[key]!;
    if (seen.has(id)) throw new EpochInputError(`${path}[${i}].${key}`, `each ${key} once`, id);
    seen.add(id);
  });
}

/** The chain has at most 64 root validators and some 128 networks; the matrix between them is dense. */
const ROOT_LIMIT = 4_096;

/** More would take minutes. */
const SIMULATED_BLOCKS_LIMIT = 1_000_000n;

function atMost<T extends number | bigint>(path: string, value: T, limit: T): void {
  if (value > limit) throw new EpochInputError(path, `at most ${limit}`, value);
}

type Check<K extends EconomicsFunction> = (input: EconomicsInput<K>) => void;

const netuidsOnce = ({ subnets }: { subnets: readonly { netuid: number }[] }) => unique("subnets", "netuid", subnets);
const hotkeysOnce = ({ hotkeys }: { hotkeys: readonly { id: number }[] }) => unique("hotkeys", "id", hotkeys);

const CHECKS: { [K in EconomicsFunction]?: Check<K> } = {
  rootEpoch: ({ n, totalNetworks }) => (atMost("n", n, ROOT_LIMIT), atMost("totalNetworks", totalNetworks, ROOT_LIMIT)),
  priceShares: netuidsOnce,
  gatedShares: netuidsOnce,
  flowShares: netuidsOnce,
  coinbaseBlock: netuidsOnce,
  dividendDistribution: hotkeysOnce,
  dividendDistribution475: hotkeysOnce,
  distribute: (input) => {
    hotkeysOnce(input);
    const known = new Set(input.hotkeys.map(({ id }) => id));
    const knownId = (path: string, id: number) => {
      if (!known.has(id)) throw new EpochInputError(path, "the id of one of the hotkeys", id);
    };
    input.hotkeyEmission.forEach(([id], i) => knownId(`hotkeyEmission[${i}][0]`, id));
    input.hotkeys.forEach(({ parents }, i) =>
      parents.forEach(([, id], k) => knownId(`hotkeys[${i}].parents[${k}][1]`, id)),
    );
  },
  scheduleSim: ({ blocks }) => atMost("blocks", blocks, SIMULATED_BLOCKS_LIMIT),
  scheduleSim475: ({ blocks }) => atMost("blocks", blocks, SIMULATED_BLOCKS_LIMIT),
};

/** The input of one function, from JSON or typed. @throws EpochInputError */
export function readEconomicsInput<K extends EconomicsFunction>(name: K, input: unknown, reading: "fromJson" | "check"): EconomicsInput<K> {
  const checked = readFields<object>(FIELDS[name] as object, input, "", reading, 0) as EconomicsInput<K>;
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
