/** The shapes of what the economics take: legal values drawn field by field. */
import {
  drawn,
  flag,
  list,
  nullable,
  oneOf,
  optional,
  record,
  signed,
  tuple,
  u16,
  u32,
  u64,
  u128,
  whole,
  type Fields,
  type Shape,
  type Values,
  type Verdict,
} from "./shapes.js";

export const i64 = signed(64n);
const i128 = signed(128n);

/** Every key of a list once. */
export const once =
  (name: string, key: string) =>
  (value: Values): Verdict => {
    const keys = (value[name] as Values[]).map((item) => item[key] as number);
    return new Set(keys).size === keys.length ? "accept" : "refuse";
  };

/** Records whose key is their place, so that each is there once. */
export function keyed(key: string, fields: Fields): Shape {
  const items = list(record({ [key]: key === "netuid" ? u16 : u32, ...fields }));
  return drawn(items, (draw) => (items.draw(draw) as Values[]).map((item, i) => ({ ...item, [key]: i + (i > 0 ? 3 : 0) })));
}

export const PRICE: Fields = { mechanism: u16, movingPriceX32: i128, minerBurnedX32: u128, emissionEnabled: flag };
const PRICE_SHARES: Fields = { blockEmission: u64, subnets: keyed("netuid", PRICE) };
const average = nullable(tuple(u64, i128));
const stakes = nullable(tuple(u64, u64));
const SCHEDULE: Fields = {
  tempo: u16,
  lastEpochBlock: u64,
  pendingEpochAt: u64,
  blocksSinceLastStep: u64,
  epochIndex: u64,
  consistent: flag,
};
const ONE_SCHEDULE: Fields = { netuid: u16, ...SCHEDULE };
const few = drawn(u64, (draw) => BigInt(draw.index(40)));
const SIMULATION: Fields = { startBlock: u64, blocks: few, cap: u32 };

/** The same subnets may be listed twice: the scheduler has no map of its own. */
const scheduled = (fields: Fields) => list(record({ netuid: u16, ...fields }));

const HOTKEY: Fields = {
  owner: u32,
  isOwnerHotkey: flag,
  alphaStake: u64,
  rootStake: u64,
  children: list(u64),
  parents: list(tuple(u64, u32)),
  childkeyTake: u16,
  take: u16,
};
const hotkeys = keyed("id", HOTKEY);

/** An epoch's payout; names only hotkeys that there are, each once. */
export function distribution(fields: Fields): Shape {
  const shape = record(
    { hotkeyEmission: list(tuple(u32, u64, u64)), hotkeys, ...fields },
    {
      also(value) {
        const all = value["hotkeys"] as Values[];
        const ids = new Set(all.map((hotkey) => hotkey["id"] as number));
        const named = [
          ...(value["hotkeyEmission"] as number[][]).map(([id]) => id),
          ...all.flatMap((hotkey) => (hotkey["parents"] as number[][]).map(([, id]) => id)),
        ];
        return ids.size === all.length && named.every((id) => ids.has(id!)) ? "accept" : "refuse";
      },
    },
  );
  return drawn(shape, (draw) => {
    const value = shape.draw(draw) as Record<string, any>;
    const ids = (value["hotkeys"] as Values[]).map((hotkey) => hotkey["id"] as number);
    const known = (list: number[][], at: number) =>
      ids.length === 0 ? [] : list.map((item) => item.map((one, i) => (i === at ? draw.of(ids) : one)));
    value["hotkeyEmission"] = known(value["hotkeyEmission"], 0);
    for (const hotkey of value["hotkeys"]) hotkey.parents = known(hotkey.parents, 1);
    return value;
  });
}

const DIVIDEND: Fields = { dividendX32: u128, stake: stakes };
const POOLS: Fields = { pendingAlpha: u64, pendingRootAlpha: u64, taoWeightX32: u128 };

const SHARED_SHARES = {
  ...PRICE_SHARES,
  block: u64,
  rank: u32,
  quantileX64: u128,
  exponentX64: u128,
  storedBarX64: u128,
  minerBurnWeighting: flag,
};

export const ECONOMICS: Readonly<Record<string, Shape>> = {
  blockEmission: record({ issuance: u64 }),
  rootEpoch: record(
    {
      n: drawn(whole(0, 65_535), (draw) => draw.index(5)),
      netuids: list(u16),
      totalNetworks: drawn(u16, (draw) => draw.index(5)),
      stakes: list(u64),
      weights: list(tuple(u16, list(tuple(u16, u16)))),
      rho: u16,
      kappa: u16,
      blockEmission: u64,
      normalizeRows: flag,
    },
    { also: ({ n, totalNetworks }) => (n * totalNetworks <= 4_096 ** 2 ? "either" : "refuse") },
  ),
  priceShares: record(PRICE_SHARES, { also: once("subnets", "netuid") }),
  gatedShares: record(SHARED_SHARES, { also: once("subnets", "netuid") }),
  flowShares: record(
    {
      block: u64,
      smoothing: u64,
      cutoffX64: i128,
      exponentX64: u128,
      netFlowEnabled: flag,
      subnets: keyed("netuid", { taoFlow: i64, taoEmaX64: average, protocolFlow: i64, protocolEmaX64: average }),
    },
    { also: once("subnets", "netuid") },
  ),
  powNormalize: record({ flowsX64: list(u128), pX64: u128 }),
  safePow: record({ valX64: u128, pX64: u128 }),
  checkedSqrt: record({ xX64: u128, epsilonX64: u128 }),
  rootProportion: record({ rootTao: u64, alphaIssuance: u64, taoWeight: u64 }),
  subnetTerms: record({ taoEmissionX32: u128, alphaIssuance: u64, priceX64: u128, rootTao: u64, taoWeight: u64 }),
  alphaSplit: record({
    alphaOutX32: u128,
    alphaIssuanceAfterMint: u64,
    ownerCut: u16,
    ownerCutEnabled: flag,
    rootTao: u64,
    taoWeight: u64,
  }),
  coinbaseBlock: record(
    {
      issuance: u64,
      rootTao: u64,
      taoWeight: u64,
      ownerCut: u16,
      subnets: keyed("netuid", { ...PRICE, alphaIn: u64, alphaOut: u64, priceX64: u128, ownerCutEnabled: flag }),
    },
    { also: once("subnets", "netuid") },
  ),
  movingPrice: record({
    netuid: u16,
    mechanism: u16,
    block: u64,
    firstEmissionBlock: nullable(u64),
    halvingBlocks: u64,
    movingAlphaX32: i128,
    movingPriceX32: i128,
    priceX64: u128,
  }),
  dividendDistribution: record({ hotkeys: keyed("id", DIVIDEND), ...POOLS }, { also: once("hotkeys", "id") }),
  dividendDistribution475: record({ hotkeys: keyed("id", { ...DIVIDEND, onRoot: flag }), ...POOLS }, { also: once("hotkeys", "id") }),
  selfContribution: record({ alphaStake: u64, rootStake: u64, children: list(u64), taoWeight: u64 }),
  parentChild: record({
    hotkey: u32,
    dividends: u64,
    selfContribution: u64,
    parents: list(record({ id: u32, alphaStake: u64, rootStake: u64, proportion: u64, sameOwner: flag })),
    childkeyTake: u16,
    ckBurn: u64,
    taoWeight: u64,
  }),
  takeSplit: record({ dividendsX32: u128, take: u16 }),
  withheld: record({ withheld: u64, total: u64 }),
  distribute: distribution({ pendingServer: u64, pendingValidator: u64, pendingRootAlpha: u64, ckBurn: u64, taoWeight: u64 }),
  schedule: record({ ...ONE_SCHEDULE, block: u64 }),
  schedule475: record({ ...ONE_SCHEDULE, block: u64 }),
  scheduleOld: record({ netuid: u16, tempo: u16, block: u64, variant: oneOf("saturating", "wrapping"), tempoZeroBlocks: optional(u64) }),
  scheduleSim: record({ ...SIMULATION, subnets: scheduled(SCHEDULE) }, { also: ({ blocks }) => (blocks <= 10_000n ? "accept" : "either") }),
  scheduleSim475: record(
    { ...SIMULATION, subnets: scheduled({ ...SCHEDULE, nullConsensus: flag }) },
    { also: ({ blocks }) => (blocks <= 10_000n ? "accept" : "either") },
  ),
};
