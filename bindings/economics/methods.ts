import type { HistoricEconomics } from "./history/types.js";
import type {
  AlphaSplitInput,
  AlphaSplitOutput,
  CoinbaseBlockInput,
  CoinbaseBlockOutput,
  DistributeInput,
  DistributeOutput,
  DividendDistribution475Input,
  DividendDistributionInput,
  DividendDistributionOutput,
  FlowSharesInput,
  FlowSharesOutput,
  GatedSharesInput,
  GatedSharesOutput,
  MovingPriceInput,
  ParentChildInput,
  ParentChildOutput,
  PriceSharesInput,
  PriceSharesOutput,
  RootEpochInput,
  RootEpochOutput,
  ScheduleInput,
  ScheduleOldInput,
  ScheduleOutput,
  ScheduleSim475Input,
  ScheduleSim475Output,
  ScheduleSimInput,
  ScheduleSimOutput,
  SelfContributionInput,
  SubnetTermsInput,
  SubnetTermsOutput,
} from "./types.js";

/** The economics on one engine. All engines give the same bits. */
export interface Economics extends HistoricEconomics {
  readonly backend: string;
  /** Emission of a block in rao by what has been issued; `residualX32` is the logarithm behind it, raw I96F32. halving.md 1 */
  blockEmission(input: { issuance: bigint }): { emission: bigint; residualX32: bigint | null };
  /** The root network's epoch of specs 133 to 219. root.md 2 */
  rootEpoch(input: RootEpochInput): RootEpochOutput;
  /** Shares of the block's TAO by moving price, 425 to 439. shares.md 2 */
  priceShares(input: PriceSharesInput): PriceSharesOutput;
  /** The same through the gate, 440 on. shares.md 1 */
  gatedShares(input: GatedSharesInput): GatedSharesOutput;
  /** Shares by the flow of TAO into each subnet, 348 to 410. shares.md 4 */
  flowShares(input: FlowSharesInput): FlowSharesOutput;
  /** Raw U64F64 flows to the power p, as shares. shares.md 5 */
  powNormalize(input: { flowsX64: bigint[]; pX64: bigint }): { flowsX64: bigint[] };
  /** Raw U64F64, with the chain's trap for very small values. numbers.md 9 */
  safePow(input: { valX64: bigint; pX64: bigint }): { yX64: bigint };
  /** Raw U64F64, by bisection. numbers.md 8 */
  checkedSqrt(input: { xX64: bigint; epsilonX64: bigint }): { yX64: bigint };
  /** Raw U96F32. root.md 3 */
  rootProportion(input: { rootTao: bigint; alphaIssuance: bigint; taoWeight: bigint }): { yX32: bigint };
  /** What a subnet's share puts into its pool and mints, 421 on. terms.md 1 */
  subnetTerms(input: SubnetTermsInput): SubnetTermsOutput;
  /** What is minted, over owner, miners, validators and root, 343 on. split.md 1 */
  alphaSplit(input: AlphaSplitInput): AlphaSplitOutput;
  /** A whole block: emission, shares, terms and split of each subnet. terms.md 2 */
  coinbaseBlock(input: CoinbaseBlockInput): CoinbaseBlockOutput;
  /** `alphaX64` raw U64F64, `movingPriceX32` raw I96F32. shares.md 8.1 */
  movingPrice(input: MovingPriceInput): { alphaX64: bigint; movingPriceX32: bigint };
  /** Dividends of alpha and of root by stake, 343 to 440. payout.md 6 */
  dividendDistribution(input: DividendDistributionInput): DividendDistributionOutput;
  /** The same, 442 on. payout.md 3 */
  dividendDistribution475(input: DividendDistribution475Input): DividendDistributionOutput;
  /** Rao. payout.md 1 */
  selfContribution(input: SelfContributionInput): { y: bigint };
  /** A child key's dividends over its parents, 315 on. payout.md 2 */
  parentChild(input: ParentChildInput): ParentChildOutput;
  /** `dividendsX32` raw U96F32, `take` a u16 proportion; rao out. payout.md 4 */
  takeSplit(input: { dividendsX32: bigint; take: number }): { take: bigint; rest: bigint };
  /** Raw U96F32. split.md 2 */
  withheld(input: { withheld: bigint; total: bigint }): { yX32: bigint };
  /** An epoch's emission to each hotkey, 343 on. payout.md 5 */
  distribute(input: DistributeInput): DistributeOutput;
  /** Whether a subnet's epoch is due, 423 to 432. schedule.md 3 */
  schedule(input: ScheduleInput): ScheduleOutput;
  /** The same, 440 on. schedule.md 1 */
  schedule475(input: ScheduleInput): { shouldRun: boolean };
  /** Blocks until the next epoch, up to 422. schedule.md, before */
  scheduleOld(input: ScheduleOldInput): { blocksUntilNextEpoch: bigint };
  /** Which epochs run in which block, and which wait, 423 to 432. schedule.md 3 */
  scheduleSim(input: ScheduleSimInput): ScheduleSimOutput;
  /** The same, 440 on. schedule.md 2 */
  scheduleSim475(input: ScheduleSim475Input): ScheduleSim475Output;
}
