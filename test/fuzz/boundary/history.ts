/** The shapes of what the economics of old specs take. */
import type { Draw } from "../draw.js";
import { PRICE, distribution, i64, keyed, once } from "./economics.js";
import {
  big,
  drawn,
  flag,
  list,
  nullable,
  oneOf,
  record,
  tuple,
  u16,
  u32,
  u64,
  worst,
  type Fields,
  type Shape,
  type Values,
  type Verdict,
} from "./shapes.js";

/** Of every length up to 128 bits. */
function wide(min: bigint, max: bigint): Shape {
  const shape = big(min, max, [1n << 32n, 1n << 64n, -1n, (1n << 127n) - 1n]);
  return drawn(shape, (draw) => {
    if (draw.oneIn(3)) return shape.draw(draw);
    const value = ((draw.u64() << 64n) | draw.u64()) >> BigInt(draw.index(128));
    const either = min < 0n && draw.oneIn(2) ? -value : value;
    return either >= min && either <= max ? either : value >> 1n;
  });
}

const MOST_SIGNED = (1n << 127n) - 1n;
const i128 = wide(-MOST_SIGNED - 1n, MOST_SIGNED);
const u128 = wide(0n, (1n << 128n) - 1n);
/** Raw bits that are signed up to spec 260 and unsigned after. */
const coinbase = wide(-MOST_SIGNED - 1n, (1n << 128n) - 1n);
const average = nullable(tuple(u64, i128));

const fitsFormat = (ruleSet: number, raw: bigint): boolean => (ruleSet < 261 ? raw < 1n << 127n : raw >= 0n);
const intoFormat = (ruleSet: number, raw: bigint): bigint => (ruleSet < 261 ? BigInt.asIntN(128, raw) : BigInt.asUintN(128, raw));

/** `names`: the fields of the record, or of each of its `hotkeys`, whose format is that of the rule set. */
function ofRuleSet(
  fields: Fields,
  names: readonly string[],
  inHotkeys: readonly string[] = [],
  also: (value: Values) => Verdict = () => "accept",
): Shape {
  const places = (value: Values) => [
    ...names.map((name) => [value, name] as const),
    ...inHotkeys.flatMap((name) => (value["hotkeys"] as Values[]).map((hotkey) => [hotkey, name] as const)),
  ];
  const formatsFit = (value: Values): Verdict =>
    places(value).every(([at, name]) => fitsFormat(value["ruleSet"], at[name])) ? "accept" : "refuse";
  const shape = record(fields, { also: (value) => worst([formatsFit(value), also(value)]) });
  return drawn(shape, (draw) => {
    const value = shape.draw(draw) as Values;
    for (const [at, name] of places(value)) (at as Record<string, unknown>)[name] = intoFormat(value["ruleSet"], at[name]);
    return value;
  });
}

const HEX = "0123456789abcdefABCDEF";

const hotkey: Shape = {
  draw: (draw) => Array.from({ length: 64 }, () => HEX[draw.index(HEX.length)]).join(""),
  judge: (value) => (typeof value === "string" && /^[0-9a-f]{64}$/i.test(value) ? "accept" : "refuse"),
};

const PRICE_SHARES = record(
  { blockEmission: u64, subnets: keyed("netuid", { mechanism: u16, movingPriceX32: i128 }) },
  { also: once("subnets", "netuid") },
);
const FLOW: Fields = { block: u64, smoothing: u64, cutoffX64: i128, exponentX64: u128, blockEmission: u64 };
const terms = (raw: Shape): Fields => ({
  taoEmissionX32: raw,
  alphaIssuance: u64,
  priceX32: raw,
  burnRegistration: flag,
  powRegistration: flag,
});

const relations = list(list(tuple(u64, u32)));

const inheritedStake = record(
  { stake: list(u64), parents: relations, children: relations, networkMaxStake: u64 },
  {
    also({ stake, parents, children }) {
      const fits = (lists: number[][][]) => lists.length === stake.length && lists.flat().every(([, index]) => index! < stake.length);
      return fits(parents) && fits(children) ? "accept" : "refuse";
    },
  },
);

function drawInheritedStake(draw: Draw): unknown {
  const value = inheritedStake.draw(draw) as Record<string, any>;
  const count = value["stake"].length as number;
  const related = () =>
    Array.from({ length: count }, () =>
      (list(tuple(u64, u32)).draw(draw) as [bigint, number][]).map(([proportion]) => [proportion, draw.index(count)]),
    );
  return { ...value, parents: related(), children: related() };
}

const ownerHotkeys = record(
  {
    limit: nullable(u32),
    owned: keyed("id", { uid: nullable(u16), registeredAt: u64 }),
    ownerHotkey: nullable(u32),
    ownerHotkeyHasUid: flag,
  },
  { also: once("owned", "id") },
);

function drawOwnerHotkeys(draw: Draw): unknown {
  const value = ownerHotkeys.draw(draw) as Record<string, any>;
  const owned = (value["owned"] as Values[]).map((one, i) => ({
    ...one,
    uid: one["uid"] === null ? null : draw.of([7 - i, 4]),
    registeredAt: BigInt(draw.index(3)),
  }));
  return { ...value, owned, limit: draw.of([null, 0, 1, 2, 5, 2 ** 32 - 1]) };
}

const idsOnce = { also: once("nominators", "id") };

export const HISTORIC_ECONOMICS: Readonly<Record<string, Shape>> = {
  priceShares233: PRICE_SHARES,
  priceShares261: PRICE_SHARES,
  priceShares421: record(
    { blockEmission: u64, rootTao: u64, taoWeight: u64, subnets: keyed("netuid", { ...PRICE, alphaIssuance: u64 }) },
    { also: once("subnets", "netuid") },
  ),
  flowShares334: record(
    {
      ...FLOW,
      ruleSet: oneOf(334, 338),
      subnets: keyed("netuid", { mechanism: u16, movingPriceX32: i128, priceX32: u128, taoFlow: i64, taoEmaX64: average }),
    },
    { also: once("subnets", "netuid") },
  ),
  flowShares411: record(
    {
      ...FLOW,
      netFlowEnabled: flag,
      subnets: keyed("netuid", { taoFlow: i64, taoEmaX64: average, protocolFlow: i64, protocolEmaX64: average, emissionEnabled: flag }),
    },
    { also: once("subnets", "netuid") },
  ),
  movingPrice233: ofRuleSet(
    {
      ruleSet: oneOf(233, 234, 246, 252, 258, 261),
      netuid: u16,
      mechanism: u16,
      block: u64,
      registeredAt: u64,
      firstEmissionBlock: nullable(u64),
      halvingBlocks: u64,
      movingAlphaX32: i128,
      movingPriceX32: i128,
      priceX32: coinbase,
    },
    ["priceX32"],
  ),
  poolPrice233: record({ ruleSet: oneOf(233, 261), netuid: u16, mechanism: u16, tao: u64, alphaIn: u64 }),
  subnetTerms233: ofRuleSet({ ruleSet: oneOf(233, 238, 261), ...terms(coinbase) }, ["taoEmissionX32", "priceX32"]),
  subnetTerms298: record({ ruleSet: oneOf(298, 301, 320), blockEmission: u64, ...terms(u128) }),
  subnetTerms342: record({ ruleSet: oneOf(342, 361, 362), capBlockEmission: nullable(u64), ...terms(u128) }),
  poolSell233: record({ ruleSet: oneOf(233, 261), mechanism: u16, tao: u64, alphaIn: u64, amount: u64 }),
  alphaSplit233: ofRuleSet(
    {
      ruleSet: oneOf(233, 261, 283, 298, 334, 342),
      alphaOutX32: coinbase,
      alphaIssuanceAfterMint: u64,
      ownerCut: u16,
      rootTao: u64,
      taoWeight: u64,
      subsidised: flag,
      rootSellFlag: flag,
      soldForTao: nullable(u64),
    },
    ["alphaOutX32"],
  ),
  generateEmission127: record({
    ruleSet: oneOf(127, 133, 150, 153),
    netuid: u16,
    n: u16,
    tempo: u16,
    block: u64,
    emissionValue: u64,
    pending: u64,
    hasOwner: flag,
    ownerCut: u16,
    registrationAllowed: flag,
    blocksSinceLastStep: u64,
  }),
  generateEmission195: record({
    ruleSet: oneOf(195, 196, 205, 210, 211),
    netuid: u16,
    emissionValue: u64,
    pending: u64,
    epochDue: flag,
    hasOwner: flag,
    ownerCut: u16,
    registrationAllowed: flag,
  }),
  parentChild233: record({
    hotkey: u32,
    dividends: u64,
    selfContribution: u64,
    parents: list(record({ id: u32, alphaStake: u64, rootStake: u64, proportion: u64 })),
    childkeyTake: u16,
    taoWeight: u64,
  }),
  dividendDistribution233: ofRuleSet(
    {
      ruleSet: oneOf(233, 244, 257, 261),
      hotkeys: keyed("id", { dividendX32: coinbase, stake: tuple(u64, u64) }),
      pendingAlpha: u64,
      pendingRoot: u64,
      taoWeightX32: coinbase,
    },
    ["taoWeightX32"],
    ["dividendX32"],
    once("hotkeys", "id"),
  ),
  validatorPool257: record({ incentiveSum: u64, pendingAlpha: u64, pendingRoot: u64 }),
  distribute233: distribution({
    ruleSet: oneOf(233, 244, 252, 257, 261, 315, 334),
    pendingAlpha: u64,
    pendingRoot: u64,
    pendingTao: u64,
    ckBurn: u64,
    taoWeight: u64,
  }),
  immuneOwnerHotkeys306: drawn(ownerHotkeys, drawOwnerHotkeys),
  accumulateHotkey195: record({
    ruleSet: oneOf(195, 210),
    validatorEmission: u64,
    serverEmission: u64,
    childkeyTake: u16,
    subnetStake: u64,
    parents: list(record({ id: u32, proportion: u64, stake: u64 })),
  }),
  drainHotkey195: record(
    {
      ruleSet: oneOf(195, 201, 202, 210),
      emission: u64,
      untouchable: u64,
      take: u16,
      totalStake: u64,
      lastDrain: u64,
      nominators: keyed("id", { stake: u64, lastStakeIncrease: u64, stakeDelta: i128 }),
    },
    idsOnce,
  ),
  shouldDrainHotkey195: record({ hotkey, block: u64, emissionTempo: u64 }),
  emitThroughHotkey127: record(
    {
      ruleSet: oneOf(127, 153),
      take: nullable(u16),
      totalStake: u64,
      serverEmission: u64,
      validatorEmission: u64,
      nominators: keyed("id", { stake: u64 }),
    },
    idsOnce,
  ),
  inheritedStake195: drawn(inheritedStake, drawInheritedStake),
};
