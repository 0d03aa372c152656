import type { WeightOutcome } from "./weights.js";
import type { HeldBondsCause } from "./heldBonds.js";
import type { ConsensusChange } from "./consensus.js";
import type { Seat } from "./masks.js";
import type { AlphaChange } from "./stake.js";

/** What an epoch says of one uid, in the order in which it is made. */
export const UID_OUTPUTS = [
  /** rao, before the threshold */
  "stake",
  "stakeWeight",
  "active",
  /** the stake that votes */
  "activeStake",
  /** of the next epoch */
  "permit",
  /** the normalised row */
  "weights",
  "consensus",
  "validatorTrust",
  "incentive",
  /** the bonds that this epoch pays on */
  "heldBonds",
  "dividends",
  /** the row that is stored for the next epoch */
  "bonds",
  "serverEmission",
  "validatorEmission",
  "emission",
] as const;

/** The outputs of a uid that have a cause where they are 0. */
export type UidOutput = (typeof UID_OUTPUTS)[number];

/** Why a stored weight on a miner gives it nothing. */
export type WeightOnMiner = WeightOutcome | "stored as 0" | "of one that does not vote";

/** Counts by reason; what there is none of is left out. */
export type Tally<Reason extends string> = Partial<Record<Reason, number>>;

/** Why an output is 0. Raw I32F32 where a name ends in X32. */
export type ZeroCause =
  /** another output of this uid is 0, and that one says why; of several all are */
  | { kind: "follows"; from: readonly UidOutput[] }
  | { kind: "nothing staked" }
  /** no alpha, and its TAO times the TAO weight is less than one rao */
  | { kind: "TAO counts for nothing"; taoRao: bigint; taoWeight: bigint }
  | { kind: "below the threshold"; totalRao: bigint; thresholdRao: bigint; change: AlphaChange | null }
  /** less than 2^-32 of all stake */
  | { kind: "too small beside all stake"; totalRao: bigint; allRao: bigint; change: AlphaChange | null }
  /** a part of a whole that is less than 2^-32 of it */
  | { kind: "too small beside the others"; partX32: bigint; wholeX32: bigint }
  /** it is there, and less than 1/65535, which is the least that is stored */
  | { kind: "truncated to u16"; valueX32: bigint }
  /** a sum or quotient left its range, as no real network's do */
  | { kind: "overflow" }
  | { kind: "inactive"; activeThroughBlock: bigint; block: bigint }
  /** its weights and its stake count with a permit of the epoch before only */
  | { kind: "no permit in this epoch"; next: boolean }
  | { kind: "no seats" }
  | { kind: "outranked"; rank: number; seats: number; lastIn: Seat; tie: boolean; change: AlphaChange | null }
  | { kind: "no stored weights" }
  | { kind: "no stored weight counts"; outcomes: Tally<WeightOutcome> }
  | { kind: "its stored weights are 0" }
  /** on none of its miners is there a consensus */
  | { kind: "no consensus on its miners"; miners: number; nobodyVotes: boolean }
  /** of the uids with stake that is counted */
  | { kind: "nobody votes"; staked: number; inactive: number; withoutPermit: number }
  | { kind: "nobody who votes scores it"; weights: Tally<WeightOnMiner> }
  | { kind: "too little support"; supportX32: bigint; kappaX32: bigint; change: ConsensusChange | null }
  /** each product is less than 2^-32 */
  | { kind: "products too small"; products: number }
  | HeldBondsCause
  | { kind: "its miners earn nothing"; miners: number; nobodyEarns: boolean }
  | { kind: "nothing to give out" }
  | { kind: "less than one rao"; shareX32: bigint; raoEmission: bigint };

/** An output that is 0, and why. */
export interface Zero {
  output: UidOutput;
  cause: ZeroCause;
}

/** The first cause behind an output that is 0; null where it is not. */
export function rootCause(zeros: readonly Zero[], output: UidOutput): ZeroCause | null {
  const cause = causeOf(zeros, output);
  const behind = cause === null ? null : outputBehind(zeros, cause);
  return behind === null ? cause : (rootCause(zeros, behind) ?? cause);
}

function causeOf(zeros: readonly Zero[], output: UidOutput): ZeroCause | null {
  return zeros.find((zero) => zero.output === output)?.cause ?? null;
}

/** Which other output is 0 and made that this one is. */
function outputBehind(zeros: readonly Zero[], cause: ZeroCause): UidOutput | null {
  if (cause.kind === "follows") return cause.from[0]!;
  if (cause.kind === "no bonds") return NO_BOND_BOUGHT[cause.bought];
  const unshared = causeOf(zeros, "validatorTrust")?.kind === "no consensus on its miners";
  return cause.kind === "its miners earn nothing" && unshared ? "validatorTrust" : null;
}

const NO_BOND_BOUGHT: Readonly<Record<HeldBondsCause["bought"], UidOutput | null>> = {
  "no weights": "weights",
  "its weights are cut to 0": "validatorTrust",
  "no stake that votes": "activeStake",
  "alpha is 0": null,
  "too small": null,
  "alpha is no fraction": null,
};
