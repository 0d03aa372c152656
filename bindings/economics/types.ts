/**
 * Inputs and outputs of the economics around the epoch. Names are the chain's and those of the JSON form; where a value
 * is the raw bits of a fixed-point number its name ends on how many of them are a fraction, `…X32` or `…X64`, which the
 * JSON form leaves out. `taoWeight` is what the chain stores, `taoWeightX32` the same in U96F32.
 *
 * Units: rao and block numbers are u64 as bigint; `…U64` of an output is the floor in rao of the raw value beside it.
 * Raw bits are bigints in the format named at the field; a list by netuid or hotkey id is ascending unless said.
 * Pages and numbers are those of the rules in docs/rules/.
 */

/** A value for each subnet, ascending by netuid unless said. */
export type ByNetuid = [netuid: number, value: bigint][];
/** A value for each hotkey, ascending by id unless said. */
export type ByHotkey = [id: number, value: bigint][];

/** The legacy root epoch of specs 133 to 219. root.md 2 */
export interface RootEpochInput {
  /** number of root validators, at most 64 on chain */
  n: number;
  /** the chain's list of networks, in storage order */
  netuids: number[];
  /** number of networks the chain counts; other than the list's length gives the chain's error */
  totalNetworks: number;
  /** rao, in the order in which the chain walks the hotkeys */
  stakes: bigint[];
  /** rows [uid, [[netuid, u16], ...]] */
  weights: [uid: number, row: [netuid: number, weight: number][]][];
  /** u16: steepness of the sigmoid */
  rho: number;
  /** u16 proportion: the trust at which the sigmoid is one half */
  kappa: number;
  /** rao */
  blockEmission: bigint;
  /** rows sum to one (spec 151 on), or stay the stored u16 (before) */
  normalizeRows: boolean;
}

/** Raw I64F64 by position in `netuids` (`stake`: by root uid); `emission` in rao. Or the chain's own error. */
export type RootEpochOutput =
  | { stakeX64: bigint[]; ranksX64: bigint[]; trustX64: bigint[]; consensusX64: bigint[]; sharesX64: bigint[]; emission: bigint[] }
  | { error: string };

/** A subnet as the shares see it. */
export interface PriceSubnet {
  /** of the subnet */
  netuid: number;
  /** 0 = no pool, whose price counts as one */
  mechanism: number;
  /** raw I96F32 */
  movingPriceX32: bigint;
  /** raw U96F32: the part of its miners' emission that goes to the owner */
  minerBurnedX32: bigint;
  /** whether the subnet may get anything */
  emissionEnabled: boolean;
}

/** `subnets` in the chain's list order. shares.md 2 */
export interface PriceSharesInput {
  /** rao */
  blockEmission: bigint;
  /** in the chain's list order */
  subnets: PriceSubnet[];
}

/** Shares and emissions of the block's TAO by price. shares.md 2 */
export interface PriceSharesOutput {
  /** raw U64F64, by price alone */
  priceSharesX64: ByNetuid;
  /** raw U64F64, before what disabled subnets would get goes to the others */
  sharesX64: ByNetuid;
  /** raw U96F32 rao, after it */
  emissionsX32: ByNetuid;
  /** whether root alpha is sold in this block */
  rootSellFlag: boolean;
}

/** shares.md 1 */
export interface GatedSharesInput extends PriceSharesInput {
  /** in which it is asked */
  block: bigint;
  /** N: the bar is the N-th largest share; 0: the bar is by quantile */
  rank: number;
  /** raw U64F64 */
  quantileX64: bigint;
  /** raw U64F64 */
  exponentX64: bigint;
  /** raw U64F64, 0 = none */
  storedBarX64: bigint;
  /** weight by what the miners did not burn (all specs from 440 but 444) */
  minerBurnWeighting: boolean;
}

/** The same through the gate. shares.md 1 */
export interface GatedSharesOutput extends PriceSharesOutput {
  /** raw U64F64, before the gate */
  weightedSharesX64: ByNetuid;
  /** raw U64F64, to store */
  barAfterX64: bigint;
  /** whether the gate left nothing, so that the shares before it hold */
  underflowRestored: boolean;
}

/** A subnet's flows: rao of this block, and the stored average as [block, raw I64F64], null where there is none. */
export interface FlowSubnet {
  /** of the subnet */
  netuid: number;
  /** rao of this block */
  taoFlow: bigint;
  /** the stored average, raw I64F64 */
  taoEmaX64: [block: bigint, averageX64: bigint] | null;
  /** rao of this block */
  protocolFlow: bigint;
  /** the stored average, raw I64F64 */
  protocolEmaX64: [block: bigint, averageX64: bigint] | null;
}

/** shares.md 4 */
export interface FlowSharesInput {
  /** in which it is asked */
  block: bigint;
  /** u64, fraction of 2^63-1 */
  smoothing: bigint;
  /** raw I64F64 */
  cutoffX64: bigint;
  /** raw U64F64 */
  exponentX64: bigint;
  /** whether the protocol's flow counts */
  netFlowEnabled: boolean;
  /** in the chain's list order */
  subnets: FlowSubnet[];
}

/** Averages and flows raw I64F64, offset flows and shares raw U64F64. */
export interface FlowSharesOutput {
  /** raw I64F64: the users' averages */
  userEmaX64: ByNetuid;
  /** raw I64F64: the protocol's averages */
  protocolEmaX64: ByNetuid;
  /** raw I64F64: how much of the protocol's flow counts */
  normFactorX64: bigint;
  /** raw I64F64 */
  netFlowsX64: ByNetuid;
  /** raw I64F64: flows up to it get nothing */
  lowerLimitX64: bigint;
  /** raw U64F64: what is above the limit */
  offsetFlowsX64: ByNetuid;
  /** raw U64F64 */
  sharesX64: ByNetuid;
}

/** terms.md 1 */
export interface SubnetTermsInput {
  /** raw U96F32 rao: the subnet's part of the block's TAO */
  taoEmissionX32: bigint;
  /** rao */
  alphaIssuance: bigint;
  /** raw U64F64, TAO for an alpha */
  priceX64: bigint;
  /** rao */
  rootTao: bigint;
  /** u64, fraction of 2^64-1 */
  taoWeight: bigint;
}

/** Raw U96F32 rao, and the amounts actually moved as floors in rao. */
export interface SubnetTermsOutput {
  /** raw U96F32 rao */
  alphaEmissionX32: bigint;
  /** raw U96F32 */
  rootProportionX32: bigint;
  /** most alpha that may enter the pool */
  capX32: bigint;
  /** raw U96F32 rao */
  alphaInX32: bigint;
  /** raw U96F32 rao */
  taoInX32: bigint;
  /** TAO beyond what the pool takes */
  excessTaoX32: bigint;
  /** raw U96F32 rao */
  alphaOutX32: bigint;
  /** rao */
  alphaInU64: bigint;
  /** rao */
  taoInU64: bigint;
  /** rao */
  excessTaoU64: bigint;
  /** rao */
  alphaOutU64: bigint;
}

/** split.md 1 */
export interface AlphaSplitInput {
  /** raw U96F32 rao */
  alphaOutX32: bigint;
  /** rao, this block's alpha included */
  alphaIssuanceAfterMint: bigint;
  /** u16 proportion */
  ownerCut: number;
  /** whether the owner gets its cut */
  ownerCutEnabled: boolean;
  /** rao of TAO staked on root */
  rootTao: bigint;
  /** u64 fraction of 2^64-1 */
  taoWeight: bigint;
}

/** What a block mints of alpha, by receiver: raw U96F32 rao, and floors in rao. split.md 1 */
export interface AlphaSplitOutput {
  /** rao */
  alphaCreated: bigint;
  /** raw U96F32 rao */
  ownerCutX32: bigint;
  /** raw U96F32 */
  rootProportionX32: bigint;
  /** raw U96F32 rao */
  rootAlphaX32: bigint;
  /** raw U96F32 rao */
  serverX32: bigint;
  /** raw U96F32 rao */
  totalValidatorX32: bigint;
  /** raw U96F32 rao */
  validatorX32: bigint;
  /** rao */
  ownerCutU64: bigint;
  /** rao */
  rootAlphaU64: bigint;
  /** rao */
  serverU64: bigint;
  /** rao */
  validatorU64: bigint;
}

/** A subnet of a whole block. terms.md 2 */
export interface CoinbaseSubnet extends PriceSubnet {
  /** rao in the pool */
  alphaIn: bigint;
  /** rao outside the pool */
  alphaOut: bigint;
  /** raw U64F64 */
  priceX64: bigint;
  /** whether the owner gets its cut */
  ownerCutEnabled: boolean;
}

/** terms.md 2 */
export interface CoinbaseBlockInput {
  /** rao of TAO issued */
  issuance: bigint;
  /** rao of TAO staked on root */
  rootTao: bigint;
  /** u64 fraction of 2^64-1 */
  taoWeight: bigint;
  /** u16 proportion */
  ownerCut: number;
  /** in the chain's list order */
  subnets: CoinbaseSubnet[];
}

/** Rao, `emissionX32` raw U96F32. `rootAlpha` is recycled rather than pending where `rootSellFlag` is false. */
export interface CoinbaseSubnetOutput {
  /** raw U96F32 rao */
  emissionX32: bigint;
  /** rao into the pool */
  taoIn: bigint;
  /** rao into the pool */
  alphaIn: bigint;
  /** rao minted outside the pool */
  alphaOut: bigint;
  /** rao that the pool did not take */
  excessTao: bigint;
  /** rao */
  owner: bigint;
  /** rao */
  server: bigint;
  /** rao */
  validator: bigint;
  /** rao */
  rootAlpha: bigint;
}

/** A whole block: what it emits, and what goes to and into each subnet. terms.md 2 */
export interface CoinbaseBlockOutput {
  /** rao */
  blockEmission: bigint;
  /** whether root alpha is sold in this block */
  rootSellFlag: boolean;
  /** in the chain's list order */
  subnets: [netuid: number, terms: CoinbaseSubnetOutput][];
}

/** shares.md 8.1 */
export interface MovingPriceInput {
  /** of the subnet */
  netuid: number;
  /** 0 = no pool */
  mechanism: number;
  /** in which it is asked */
  block: bigint;
  /** null = emission has not begun */
  firstEmissionBlock: bigint | null;
  /** blocks after which a price counts half of `movingAlpha` */
  halvingBlocks: bigint;
  /** raw I96F32 */
  movingAlphaX32: bigint;
  /** raw I96F32 */
  movingPriceX32: bigint;
  /** raw U64F64 */
  priceX64: bigint;
}

/** A hotkey with its dividends and stake. payout.md 3 */
export interface DividendHotkey {
  /** of the hotkey */
  id: number;
  /** raw U96F32 rao */
  dividendX32: bigint;
  /** rao of [alpha, root] stake, null where the hotkey has none */
  stake: [alpha: bigint, root: bigint] | null;
}

/** payout.md 6 */
export interface DividendDistributionInput {
  /** those with dividends */
  hotkeys: DividendHotkey[];
  /** rao */
  pendingAlpha: bigint;
  /** rao */
  pendingRootAlpha: bigint;
  /** raw U96F32 */
  taoWeightX32: bigint;
}

/** payout.md 3 */
export interface DividendDistribution475Input extends Omit<DividendDistributionInput, "hotkeys"> {
  /** `onRoot`: whether the hotkey has a uid on the root network */
  hotkeys: (DividendHotkey & { onRoot: boolean })[];
}

/** Raw U96F32 rao. What truncation leaves is lost. */
export interface DividendDistributionOutput {
  /** raw U96F32 rao */
  alphaDividendsX32: ByHotkey;
  /** raw U96F32 rao */
  rootAlphaDividendsX32: ByHotkey;
}

/** payout.md 1 */
export interface SelfContributionInput {
  /** rao */
  alphaStake: bigint;
  /** rao */
  rootStake: bigint;
  /** u64 fractions of 2^64-1 given to child keys */
  children: bigint[];
  /** u64 fraction of 2^64-1 */
  taoWeight: bigint;
}

/** A parent of a child key, stakes in rao. payout.md 2 */
export interface ParentStake {
  /** of the hotkey */
  id: number;
  /** rao */
  alphaStake: bigint;
  /** rao */
  rootStake: bigint;
  /** u64 fraction of 2^64-1 given to the child */
  proportion: bigint;
  /** parent and child belong to one owner, who pays no burn and no take */
  sameOwner: boolean;
}

/** payout.md 2 */
export interface ParentChildInput {
  /** id of the child */
  hotkey: number;
  /** rao */
  dividends: bigint;
  /** rao */
  selfContribution: bigint;
  /** each parent with its fraction of 2^64-1 */
  parents: ParentStake[];
  /** u16 proportion */
  childkeyTake: number;
  /** u64 fraction of 2^64-1 */
  ckBurn: bigint;
  /** u64 fraction of 2^64-1 */
  taoWeight: bigint;
}

/** What parents and child get. payout.md 2 */
export interface ParentChildOutput {
  /** rao to each parent in order, the child last */
  tuples: [id: number, rao: bigint][];
  /** rao recycled of each parent of another owner, in order */
  recycled: bigint[];
}

/** A hotkey as the distribution sees it: stakes in rao. payout.md 5 */
export interface DistributeHotkey {
  /** of the hotkey */
  id: number;
  /** id of the owner's coldkey */
  owner: number;
  /** whether it is the subnet owner's */
  isOwnerHotkey: boolean;
  /** rao */
  alphaStake: bigint;
  /** rao */
  rootStake: bigint;
  /** u64 fractions of 2^64-1 */
  children: bigint[];
  /** each parent with its fraction of 2^64-1 */
  parents: [proportion: bigint, parent: number][];
  /** u16 proportions */
  childkeyTake: number;
  /** u16 proportion */
  take: number;
}

/** payout.md 5 */
export interface DistributeInput {
  /** rao of [incentive, dividends] by the epoch, in its order */
  hotkeyEmission: [id: number, incentive: bigint, dividends: bigint][];
  /** every hotkey named above or as a parent */
  hotkeys: DistributeHotkey[];
  /** rao of the miners */
  pendingServer: bigint;
  /** rao of the validators */
  pendingValidator: bigint;
  /** rao of root */
  pendingRootAlpha: bigint;
  /** u64 fraction of 2^64-1 */
  ckBurn: bigint;
  /** u64 fraction of 2^64-1 */
  taoWeight: bigint;
}

/** What each hotkey gets, step by step. payout.md 5 */
export interface DistributeOutput {
  /** rao to distribute as alpha dividends: with no incentives the miners' too */
  validatorAlpha: bigint;
  /** rao */
  incentives: ByHotkey;
  /** raw U96F32 rao after parents and children */
  dividendsX32: ByHotkey;
  /** rao recycled on the way from parents, in order */
  ckRecycled: bigint[];
  /** raw U96F32 rao */
  alphaDividendsX32: ByHotkey;
  /** raw U96F32 rao */
  rootAlphaDividendsX32: ByHotkey;
  /** rao of [take, rest] */
  alphaTakeRest: [id: number, take: bigint, rest: bigint][];
  /** rao of take and rest */
  rootTakeRest: [id: number, take: bigint, rest: bigint][];
  /** raw U96F32 */
  minerBurnedX32: bigint;
}

/** A subnet's clock: blocks, and counts of them. schedule.md 1 */
export interface ScheduleSubnet {
  /** of the subnet */
  netuid: number;
  /** blocks, u16 */
  tempo: number;
  /** block of the last epoch */
  lastEpochBlock: bigint;
  /** 0 = none */
  pendingEpochAt: bigint;
  /** blocks counted since the last epoch */
  blocksSinceLastStep: bigint;
  /** how many epochs there were */
  epochIndex: bigint;
  /** whether the epoch's input is consistent; otherwise it is skipped */
  consistent: boolean;
}

/** schedule.md 3 */
export interface ScheduleInput extends ScheduleSubnet {
  /** in which it is asked */
  block: bigint;
}

/** Whether a subnet's epoch is due, and when the next is. schedule.md 3 */
export interface ScheduleOutput {
  /** whether an epoch is due */
  shouldRun: boolean;
  /** 2^64-1 where the tempo is 0 */
  blocksUntilNextAuto: bigint;
  /** block, null where there is none */
  nextEpochStart: bigint | null;
}

/** schedule.md, before */
export interface ScheduleOldInput {
  /** of the subnet */
  netuid: number;
  /** blocks, u16 */
  tempo: number;
  /** in which it is asked */
  block: bigint;
  /** how the addition overflows: it wraps up to spec 152 and from 233 on, and clamps between */
  variant: "saturating" | "wrapping";
  /** what a tempo of 0 gives: 1000 up to spec 194, 2^64-1 (the default) after */
  tempoZeroBlocks?: bigint;
}

/** Blocks to go through, one after the other. schedule.md 3 */
export interface ScheduleSimInput {
  /** the first block */
  startBlock: bigint;
  /** how many */
  blocks: bigint;
  /** most epochs in a block */
  cap: number;
  /** in the chain's list order */
  subnets: ScheduleSubnet[];
}

/** What happened to an epoch that was due. */
export type ScheduleEvent = [block: bigint, netuid: number, event: "run" | "skipped" | "deferred"];

/** What happened in each block, and the clocks after it. schedule.md 3 */
export interface ScheduleSimOutput {
  /** in the order in which they happen */
  events: ScheduleEvent[];
  /** subnets that the block's reveals expect to be deferred */
  deferredBeforeDrain: [block: bigint, netuids: number[]][];
  /** the clocks after the last block */
  final: ScheduleSubnet[];
}

/** schedule.md 2 */
export interface ScheduleSim475Input extends Omit<ScheduleSimInput, "subnets"> {
  /** in the chain's list order */
  subnets: (ScheduleSubnet & { nullConsensus: boolean })[];
}

/** The same by the rules of 440 on. schedule.md 2 */
export interface ScheduleSim475Output extends ScheduleSimOutput {
  /** epochs allowed in each block */
  caps: number[];
}
