import type { RuleSet } from "../types.js";
import type { BondExplanation } from "./bonds.js";
import type { ConsensusExplanation } from "./consensus.js";
import type { DividendsExplanation } from "./dividends.js";
import type { EmissionExplanation } from "./emission.js";
import type { IncentiveExplanation } from "./incentive.js";
import type { ActivityExplanation, PermitExplanation } from "./masks.js";
import type { StakeExplanation } from "./stake.js";
import type { WeightExplanation } from "./weights.js";

/** How the bonds of an epoch were averaged. bonds.md 3, 4, 6 */
export type Mode = "classic" | "yuma3" | "liquid alpha";

/** The parts of an explanation. Raw I32F32 where a name ends in X32. */
export interface ExplanationParts {
  /** whose */
  uid: number;
  /** uids */
  n: number;
  /** of the epoch */
  block: bigint;
  /** that the state lives under */
  ruleSet: RuleSet;
  /** "liquid alpha" only where it really ran: with some consensus to compare with */
  mode: Mode;
  /** from rao to its share */
  stake: StakeExplanation;
  /** whether it counts */
  activity: ActivityExplanation;
  /** whether it may weigh */
  permit: PermitExplanation;
  /** as a validator, in stored order */
  weights: WeightExplanation[];
  /** the sum of the clipped weights */
  validatorTrustX32: bigint;
  /** as a miner */
  consensus: ConsensusExplanation;
  /** as a miner */
  incentive: IncentiveExplanation;
  /** as a validator, by miner */
  bonds: BondExplanation[];
  /** which consensus liquid alpha compared with; null where the alpha is the constant one */
  liquidAlphaConsensus: "of this epoch" | "stored by the epoch before" | null;
  /** registrations at or after this block cleared the bonds on a miner */
  bondsCutoff: bigint;
  /** as a validator */
  dividends: DividendsExplanation;
  /** in rao */
  emission: EmissionExplanation;
}
