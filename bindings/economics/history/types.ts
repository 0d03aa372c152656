/**
 * Inputs and outputs of the economics that only old runtime specs had. Names, units and suffixes as in ../types.ts;
 * `ruleSet` is the first spec of a variant, and holds until the next one named. What is raw X32 is I96F32 up to spec 260
 * and U96F32 from 261 on, where negatives are 0.
 */
import type { ByHotkey, ByNetuid, FlowSharesInput, FlowSharesOutput, FlowSubnet, PriceSubnet } from "../types.js";

// shares.md

/** `subnets` in the chain's list order. shares.md 7 */
export interface PriceShares233Input {
  /** rao */
  blockEmission: bigint;
  /** in the chain's list order */
  subnets: Pick<PriceSubnet, "netuid" | "mechanism" | "movingPriceX32">[];
}

/** Sum of the prices, and emissions. shares.md 7 */
export interface PriceShares233Output {
  /** raw X32 rao */
  totalMovingPricesX32: bigint;
  /** rao, in list order */
  emissionsX32: ByNetuid;
}

/** shares.md 6 */
export interface FlowShares334Input extends Pick<FlowSharesInput, "block" | "smoothing" | "cutoffX64" | "exponentX64"> {
  /** first spec of the variant */
  ruleSet: 334 | 338;
  /** rao */
  blockEmission: bigint;
  /** in the chain's list order */
  subnets: {
    netuid: number;
    mechanism: number;
    /** raw I96F32 */
    movingPriceX32: bigint;
    /** raw U96F32 */
    priceX32: bigint;
    /** rao */
    taoFlow: bigint;
    taoEmaX64: [block: bigint, averageX64: bigint] | null;
  }[];
}

/** Averages, shares and emissions by flow. shares.md 6 */
export interface FlowShares334Output extends Pick<FlowSharesOutput, "userEmaX64" | "lowerLimitX64" | "offsetFlowsX64" | "sharesX64"> {
  /** subnets whose accumulator of flow stays, ascending */
  flowKept: number[];
  /** raw U96F32 rao */
  emissionsX32: ByNetuid;
}

/** shares.md 4 */
export interface FlowShares411Input extends Omit<FlowSharesInput, "subnets"> {
  /** rao */
  blockEmission: bigint;
  /** in the chain's list order */
  subnets: (FlowSubnet & { emissionEnabled: boolean })[];
}

export interface FlowShares411Output extends FlowSharesOutput {
  /** raw U96F32 rao, after what disabled subnets leave went to the others */
  emissionsX32: ByNetuid;
}

/** shares.md 3 */
export interface PriceShares421Input {
  /** rao */
  blockEmission: bigint;
  /** rao */
  rootTao: bigint;
  /** fraction of 2^64-1 */
  taoWeight: bigint;
  /** `alphaIssuance` in rao, before this block's mint */
  subnets: (PriceSubnet & { alphaIssuance: bigint })[];
}

/** Shares by price and root's part. shares.md 3 */
export interface PriceShares421Output {
  /** raw U96F32 */
  rootProportionsX32: ByNetuid;
  /** raw U64F64 */
  priceSharesX64: ByNetuid;
  /** raw U64F64, before what disabled subnets would get goes to the others */
  sharesX64: ByNetuid;
  /** raw U96F32 rao */
  emissionsX32: ByNetuid;
  /** whether root alpha is sold in this block */
  rootSellFlag: boolean;
}

/** shares.md 8.2 */
export interface MovingPrice233Input {
  /** first spec of the variant */
  ruleSet: 233 | 234 | 246 | 252 | 258 | 261;
  /** of the subnet */
  netuid: number;
  /** 0 = no pool */
  mechanism: number;
  /** in which it is asked */
  block: bigint;
  /** block of the registration */
  registeredAt: bigint;
  /** block, null = emission has not begun */
  firstEmissionBlock: bigint | null;
  /** blocks after which a price counts half of `movingAlpha` */
  halvingBlocks: bigint;
  /** raw I96F32 */
  movingAlphaX32: bigint;
  /** raw I96F32 */
  movingPriceX32: bigint;
  /** raw X32 */
  priceX32: bigint;
}

/** shares.md 9 */
export interface PoolPrice233Input {
  /** first spec of the variant */
  ruleSet: 233 | 261;
  /** of the subnet */
  netuid: number;
  /** 0 = no pool */
  mechanism: number;
  /** rao */
  tao: bigint;
  /** rao */
  alphaIn: bigint;
}

// terms.md

/** terms.md 5 */
export interface SubnetTerms233Input {
  /** first spec of the variant */
  ruleSet: 233 | 238 | 261;
  /** raw X32 rao */
  taoEmissionX32: bigint;
  /** rao */
  alphaIssuance: bigint;
  /** raw X32 */
  priceX32: bigint;
  /** whether a uid may be bought */
  burnRegistration: boolean;
  /** whether a uid may be had for work */
  powRegistration: boolean;
}

/** `…X32` as the input, `…U64` rao. */
export interface SubnetTerms233Output {
  /** raw X32 rao */
  alphaEmissionX32: bigint;
  /** raw X32 rao */
  alphaInX32: bigint;
  /** raw X32 rao */
  taoInX32: bigint;
  /** raw X32 rao */
  alphaOutX32: bigint;
  /** rao */
  alphaInU64: bigint;
  /** rao */
  taoInU64: bigint;
  /** rao */
  alphaOutU64: bigint;
}

/** terms.md 4; U96F32 */
export interface SubnetTerms298Input extends Omit<SubnetTerms233Input, "ruleSet"> {
  /** first spec of the variant */
  ruleSet: 298 | 301 | 320;
  /** rao */
  blockEmission: bigint;
}

/** The same, and what was bought with the subsidy; U96F32. terms.md 4 */
export interface SubnetTerms298Output extends SubnetTerms233Output {
  /** raw X32 */
  taoRatioX32: bigint;
  /** whether the price is below the ratio */
  subsidised: boolean;
  /** raw X32 rao */
  buyTaoX32: bigint;
  /** rao */
  buyTaoU64: bigint;
}

/** terms.md 3; U96F32 */
export interface SubnetTerms342Input extends Omit<SubnetTerms233Input, "ruleSet"> {
  /** first spec of the variant */
  ruleSet: 342 | 361 | 362;
  /** rao; from 362 on, null before */
  capBlockEmission: bigint | null;
}

/** The same, and the excess; U96F32. terms.md 3 */
export interface SubnetTerms342Output extends SubnetTerms233Output {
  /** raw X32 rao */
  capX32: bigint;
  /** raw X32 rao */
  excessTaoX32: bigint;
  /** rao */
  excessTaoU64: bigint;
}

/** terms.md 6 */
export interface PoolSell233Input {
  /** first spec of the variant */
  ruleSet: 233 | 261;
  /** 0 = no pool */
  mechanism: number;
  /** rao */
  tao: bigint;
  /** rao */
  alphaIn: bigint;
  /** rao */
  amount: bigint;
}

// split.md

/** split.md 3 */
export interface AlphaSplit233Input {
  /** first spec of the variant */
  ruleSet: 233 | 261 | 283 | 298 | 334 | 342;
  /** raw X32 rao */
  alphaOutX32: bigint;
  /** rao */
  alphaIssuanceAfterMint: bigint;
  /** u16 proportion */
  ownerCut: number;
  /** rao */
  rootTao: bigint;
  /** fraction of 2^64-1 */
  taoWeight: bigint;
  /** from 298 to 334 */
  subsidised: boolean;
  /** 342 */
  rootSellFlag: boolean;
  /** rao that selling root's part brought, null where the sale failed; up to 298 */
  soldForTao: bigint | null;
}

/** What is minted, by receiver; raw X32 rao. split.md 3 */
export interface AlphaSplit233Output {
  /** raw X32 rao */
  ownerCutX32: bigint;
  /** raw X32 */
  rootProportionX32: bigint;
  /** raw X32 rao */
  rootAlphaX32: bigint;
  /** raw X32 rao */
  pendingAlphaX32: bigint;
  /** what each counter takes in, rao */
  added: { ownerCut: bigint; emission: bigint; swapped: bigint; rootTao: bigint; rootAlpha: bigint };
}

/** split.md 5 */
export interface GenerateEmission127Input {
  /** first spec of the variant */
  ruleSet: 127 | 133 | 150 | 153;
  /** of the subnet */
  netuid: number;
  /** uids of the subnet */
  n: number;
  /** blocks, u16 */
  tempo: number;
  /** in which it is asked */
  block: bigint;
  /** rao */
  emissionValue: bigint;
  /** rao */
  pending: bigint;
  /** whether the subnet has an owner */
  hasOwner: boolean;
  /** u16 proportion */
  ownerCut: number;
  /** whether anybody may register */
  registrationAllowed: boolean;
  /** blocks counted since the last epoch */
  blocksSinceLastStep: bigint;
}

/** A subnet's counters after a block. split.md 5 */
export interface GenerateEmission127Output {
  /** whether the subnet is left out of this block */
  skipped: boolean;
  /** rao */
  ownerPaid: bigint;
  /** rao */
  pending: bigint;
  /** rao for the epoch, null where none is due */
  epochEmission: bigint | null;
  /** blocks counted since the last epoch */
  blocksSinceLastStep: bigint;
}

/** split.md 4 */
export interface GenerateEmission195Input {
  /** first spec of the variant */
  ruleSet: 195 | 196 | 205 | 210 | 211;
  /** of the subnet */
  netuid: number;
  /** rao */
  emissionValue: bigint;
  /** rao */
  pending: bigint;
  /** whether an epoch is due in this block */
  epochDue: boolean;
  /** whether the subnet has an owner */
  hasOwner: boolean;
  /** u16 proportion */
  ownerCut: number;
  /** whether anybody may register */
  registrationAllowed: boolean;
}

/** A subnet's counters after a block. split.md 4 */
export interface GenerateEmission195Output {
  /** rao */
  pending: bigint;
  /** rao for the epoch, null where nothing is paid */
  epochEmission: bigint | null;
  /** rao */
  ownerPaid: bigint;
  /** rao that was pending and is paid to nobody */
  lost: bigint;
}

// payout.md

/** payout.md 7.2 */
export interface ParentChild233Input {
  /** id of the child */
  hotkey: number;
  /** rao */
  dividends: bigint;
  /** rao */
  selfContribution: bigint;
  /** stakes in rao, `proportion` a fraction of 2^64-1 */
  parents: { id: number; alphaStake: bigint; rootStake: bigint; proportion: bigint }[];
  /** u16 proportion */
  childkeyTake: number;
  /** fraction of 2^64-1 */
  taoWeight: bigint;
}

/** payout.md 7.3 */
export interface DividendDistribution233Input {
  /** first spec of the variant */
  ruleSet: 233 | 244 | 257 | 261;
  /** `stake` in rao */
  hotkeys: { id: number; dividendX32: bigint; stake: [alpha: bigint, root: bigint] }[];
  /** rao; the validators' pool, from 257 on */
  pendingAlpha: bigint;
  /** rao that root shares */
  pendingRoot: bigint;
  /** a stored taoWeight is a fraction of 2^64-1 */
  taoWeightX32: bigint;
}

/** Raw X32 rao by hotkey. payout.md 7.3 */
export interface DividendDistribution233Output {
  /** raw X32 rao */
  alphaDividendsX32: ByHotkey;
  /** raw X32 rao */
  rootDividendsX32: ByHotkey;
}

/** payout.md 7 */
export interface Distribute233Input {
  /** first spec of the variant */
  ruleSet: 233 | 244 | 252 | 257 | 261 | 315 | 334;
  /** rao by the epoch, in its order */
  hotkeyEmission: [id: number, incentive: bigint, dividends: bigint][];
  /** every hotkey named above or as a parent */
  hotkeys: {
    id: number;
    owner: number;
    isOwnerHotkey: boolean;
    alphaStake: bigint;
    rootStake: bigint;
    children: bigint[];
    parents: [proportion: bigint, parent: number][];
    childkeyTake: number;
    take: number;
  }[];
  /** rao of the counters emission, swapped (from 334 rootAlpha) and rootTao (0 from 334) */
  pendingAlpha: bigint;
  /** rao of root */
  pendingRoot: bigint;
  /** rao, up to 333 */
  pendingTao: bigint;
  /** fraction of 2^64-1; from 315 on */
  ckBurn: bigint;
  /** fraction of 2^64-1 */
  taoWeight: bigint;
}

/** What each hotkey gets, step by step; raw X32 rao, `…TakeRest` rao. payout.md 7 */
export interface Distribute233Output {
  /** rao that the epoch distributes */
  epochAmount: bigint;
  /** rao, null before 257 */
  validatorPool: bigint | null;
  /** rao */
  incentives: ByHotkey;
  /** hotkeys whose incentive is not paid */
  withheld: number[];
  /** raw X32 rao */
  dividendsX32: ByHotkey;
  /** rao recycled on the way from parents, in order */
  ckRecycled: bigint[];
  /** raw X32 rao */
  alphaDividendsX32: ByHotkey;
  /** raw X32 rao */
  rootDividendsX32: ByHotkey;
  /** rao of take and rest */
  alphaTakeRest: [id: number, take: bigint, rest: bigint][];
  /** rao of take and rest */
  rootTakeRest: [id: number, take: bigint, rest: bigint][];
}

/** payout.md 7.6 */
export interface ImmuneOwnerHotkeys306Input {
  /** most hotkeys, null = no limit */
  limit: number | null;
  /** the hotkeys of the owner's coldkey */
  owned: { id: number; uid: number | null; registeredAt: bigint }[];
  /** its id, null where there is none */
  ownerHotkey: number | null;
  /** whether it has a uid in the subnet */
  ownerHotkeyHasUid: boolean;
}

/** payout.md 8.1 */
export interface AccumulateHotkey195Input {
  /** first spec of the variant */
  ruleSet: 195 | 210;
  /** rao */
  validatorEmission: bigint;
  /** rao */
  serverEmission: bigint;
  /** u16 proportion */
  childkeyTake: number;
  /** the hotkey's stake in the epoch, after parents and children, rao */
  subnetStake: bigint;
  /** `stake`: the parent's total, rao; `proportion` a fraction of 2^64-1 */
  parents: { id: number; proportion: bigint; stake: bigint }[];
}

/** Rao to parents, and what stays pending. payout.md 8.1 */
export interface AccumulateHotkey195Output {
  /** rao to each */
  parents: ByHotkey;
  /** rao */
  pendingAdded: bigint;
  /** rao */
  untouchableAdded: bigint;
}

/** payout.md 8.2 */
export interface DrainHotkey195Input {
  /** first spec of the variant */
  ruleSet: 195 | 201 | 202 | 210;
  /** rao */
  emission: bigint;
  /** rao */
  untouchable: bigint;
  /** u16 proportion */
  take: number;
  /** rao */
  totalStake: bigint;
  /** block */
  lastDrain: bigint;
  /** `stake` rao, `lastStakeIncrease` a block, `stakeDelta` a signed 128-bit number of rao */
  nominators: { id: number; stake: bigint; lastStakeIncrease: bigint; stakeDelta: bigint }[];
}

/** Rao to the hotkey and each nominator. payout.md 8.2 */
export interface DrainHotkey195Output {
  /** rao */
  take: bigint;
  /** rao that takes part */
  viableStake: bigint;
  /** rao to each */
  nominators: ByHotkey;
  /** rao */
  toHotkey: bigint;
  /** rao */
  newTao: bigint;
}

/** payout.md 9 */
export interface EmitThroughHotkey127Input {
  /** first spec of the variant */
  ruleSet: 127 | 153;
  /** u16 proportion, null where the hotkey is no delegate */
  take: number | null;
  /** rao */
  totalStake: bigint;
  /** rao */
  serverEmission: bigint;
  /** rao */
  validatorEmission: bigint;
  /** in storage order */
  nominators: { id: number; stake: bigint }[];
}

/** Rao to the owner and each nominator. payout.md 9 */
export interface EmitThroughHotkey127Output {
  /** rao */
  take: bigint;
  /** rao */
  toOwner: bigint;
  /** rao, given to the owner after the nominators */
  toOwnerAfter: bigint;
  /** rao to each */
  nominators: ByHotkey;
}

/** payout.md 8.3 */
export interface ShouldDrainHotkey195Input {
  /** 32 bytes as 64 hex digits */
  hotkey: string;
  /** in which it is asked */
  block: bigint;
  /** blocks, the chain's default 7200 */
  emissionTempo: bigint;
}

/** stake.md, before 233 */
export interface InheritedStake195Input {
  /** rao of each hotkey */
  stake: bigint[];
  /** for each hotkey [fraction of 2^64-1, place among the hotkeys] */
  parents: [proportion: bigint, index: number][][];
  /** the same of its children */
  children: [proportion: bigint, index: number][][];
  /** rao */
  networkMaxStake: bigint;
}

/** The economics of old specs on one engine. */
export interface HistoricEconomics {
  /** Emissions by moving price, 233 to 260. shares.md 7 */
  priceShares233(input: PriceShares233Input): PriceShares233Output;
  /** The same in U96F32, 261 to 333. shares.md 7 */
  priceShares261(input: PriceShares233Input): PriceShares233Output;
  /** Shares by price and root's part, 421 to 424. shares.md 3 */
  priceShares421(input: PriceShares421Input): PriceShares421Output;
  /** Shares by flow from the first pair on, 334 to 347. shares.md 6 */
  flowShares334(input: FlowShares334Input): FlowShares334Output;
  /** Shares by flow, 411 to 420. shares.md 4 */
  flowShares411(input: FlowShares411Input): FlowShares411Output;
  /** `alphaX32` as the input, `movingPriceX32` raw I96F32 */
  movingPrice233(input: MovingPrice233Input): { alphaX32: bigint; movingPriceX32: bigint };
  /** A pool's price, 233 to 282, raw X32. shares.md 9 */
  poolPrice233(input: PoolPrice233Input): { yX32: bigint };
  /** Terms of 233 to 297. terms.md 5 */
  subnetTerms233(input: SubnetTerms233Input): SubnetTerms233Output;
  /** Terms of 298 to 341. terms.md 4 */
  subnetTerms298(input: SubnetTerms298Input): SubnetTerms298Output;
  /** Terms of 342 to 420. terms.md 3 */
  subnetTerms342(input: SubnetTerms342Input): SubnetTerms342Output;
  /** rao, null where nothing is sold */
  poolSell233(input: PoolSell233Input): { tao: bigint | null };
  /** The split of 233 to 342. split.md 3 */
  alphaSplit233(input: AlphaSplit233Input): AlphaSplit233Output;
  /** A subnet's block of 127 to 194. split.md 5 */
  generateEmission127(input: GenerateEmission127Input): GenerateEmission127Output;
  /** A subnet's block of 195 to 219. split.md 4 */
  generateEmission195(input: GenerateEmission195Input): GenerateEmission195Output;
  /** Parents and child, 233 to 251. payout.md 7.2 */
  parentChild233(input: ParentChild233Input): { tuples: ByHotkey };
  /** Dividends by stake, 233 to 342. payout.md 7.3 */
  dividendDistribution233(input: DividendDistribution233Input): DividendDistribution233Output;
  /** rao. payout.md 7.4 */
  validatorPool257(input: { incentiveSum: bigint; pendingAlpha: bigint; pendingRoot: bigint }): { y: bigint };
  /** An epoch's emission to each hotkey, 233 to 342. payout.md 7 */
  distribute233(input: Distribute233Input): Distribute233Output;
  /** Hotkeys of the owner whose incentive is not paid, 306 on. payout.md 7.6 */
  immuneOwnerHotkeys306(input: ImmuneOwnerHotkeys306Input): { hotkeys: number[] };
  /** What an epoch adds to a hotkey's accounts, 195 to 219. payout.md 8.1 */
  accumulateHotkey195(input: AccumulateHotkey195Input): AccumulateHotkey195Output;
  /** A hotkey's account paid to it and its nominators. payout.md 8.2 */
  drainHotkey195(input: DrainHotkey195Input): DrainHotkey195Output;
  /** Whether a hotkey is paid at a block. payout.md 8.3 */
  shouldDrainHotkey195(input: ShouldDrainHotkey195Input): { hash: bigint; drain: boolean };
  /** Emission through a hotkey, 127 to 194. payout.md 9 */
  emitThroughHotkey127(input: EmitThroughHotkey127Input): EmitThroughHotkey127Output;
  /** Stake of each hotkey after parents and children, rao. stake.md, before 233 */
  inheritedStake195(input: InheritedStake195Input): { stake: bigint[] };
}
