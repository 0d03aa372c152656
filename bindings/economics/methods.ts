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
  rootEpoch(input: RootEpochInput): RootEpochOutput;
  priceShares(input: PriceSharesInput): PriceSharesOutput;
  gatedShares(input: GatedSharesInput): GatedSharesOutput;
  flowShares(input: FlowSharesInput): FlowSharesOutput;
  /** Raw U64F64 flows to the power p, as shares. shares.md 5 */
  powNormalize(input: { flowsX64: bigint[]; pX64: bigint }): { flowsX64: bigint[] };
  /** Raw U64F64, with the chain's trap for very small values. numbers.md 9 */
  safePow(input: { valX64: bigint; pX64: bigint }): { yX64: bigint };
  /** Raw U64F64, by bisection. numbers.md 8 */
  checkedSqrt(input: { xX64: bigint; epsilonX64: bigint }): { yX64: bigint };
  /** Raw U96F32. root.md 3 */
  rootProportion(input: { rootTao: bigint; alphaIssuance: bigint; taoWeight: bigint }): { yX32: bigint };
  subnetTerms(input: SubnetTermsInput): SubnetTermsOutput;
  alphaSplit(input: AlphaSplitInput): AlphaSplitOutput;
  coinbaseBlock(input: CoinbaseBlockInput): CoinbaseBlockOutput;
  /** `alphaX64` raw U64F64, `movingPriceX32` raw I96F32. shares.md 8.1 */
  movingPrice(input: MovingPriceInput): { alphaX64: bigint; movingPriceX32: bigint };
  dividendDistribution(input: DividendDistributionInput): DividendDistributionOutput;
  dividendDistribution475(input: DividendDistribution475Input): DividendDistributionOutput;
  /** Rao. payout.md 1 */
  selfContribution(input: SelfContributionInput): { y: bigint };
  parentChild(input: ParentChildInput): ParentChildOutput;
  /** `dividendsX32` raw U96F32, `take` a u16 proportion; rao out. payout.md 4 */
  takeSplit(input: { dividendsX32: bigint; take: number }): { take: bigint; rest: bigint };
  /** Raw U96F32. split.md 2 */
  withheld(input: { withheld: bigint; total: bigint }): { yX32: bigint };
  distribute(input: DistributeInput): DistributeOutput;
  schedule(input: ScheduleInput): ScheduleOutput;
  schedule475(input: ScheduleInput): { shouldRun: boolean };
  scheduleOld(input: ScheduleOldInput): { blocksUntilNextEpoch: bigint };
  scheduleSim(input: ScheduleSimInput): ScheduleSimOutput;
  scheduleSim475(input: ScheduleSim475Input): ScheduleSim475Output;
}
