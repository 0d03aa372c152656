import type { ConsensusChange } from "./consensus.js";
import type { ExplanationParts } from "./index.js";
import type { AlphaChange } from "./stake.js";
import { rootCause, type UidOutput, type Zero, type ZeroCause } from "./zeros.js";

/** The one cause that decided what a uid got. Raw I32F32 where a name ends in X32. */
export type VerdictCause =
  /** an output is 0, or will be in the next epoch */
  | { kind: "zero"; output: UidOutput; cause: ZeroCause }
  /** of a validator's weights this one lies furthest above the consensus */
  | { kind: "cut"; miner: number; cutX32: bigint; totalCutX32: bigint }
  /** a validator's weights are not cut: its bonds are what it gets by, and those on this miner paid the most */
  | { kind: "bonds"; miner: number; dividendX32: bigint; bondsX32: bigint }
  /** a miner's consensus: the largest weight that stake of kappa supports */
  | { kind: "consensus"; consensusX32: bigint; supportX32: bigint; kappaX32: bigint }
  /** nobody earned anything, so that the emission goes by stake */
  | { kind: "paid by stake"; basis: "active stake" | "stake"; earnedNothing: ZeroCause }
  /** the uid is the owner's, whose incentive the chain pays to nobody */
  | { kind: "withheld"; rao: bigint };

/** The smallest change that would have altered what decided. */
export type SmallestChange =
  | { kind: "set weights" }
  /** of its stake, for this epoch's result or for a permit of the next */
  | ({ kind: "alpha"; toward: "this result" | "the next permit" } & AlphaChange)
  /** the largest stored u16 that would not be cut */
  | { kind: "weight"; miner: number; upTo: number }
  | { kind: "support"; change: ConsensusChange };

export interface Verdict {
  /** what it is judged as: what earned it more, or where it earned nothing what it set out to be */
  role: "validator" | "miner";
  got: { rao: bigint; raoEmission: bigint; dividendsX32: bigint; incentiveX32: bigint };
  cause: VerdictCause;
  /** null where no single change of those that are looked for would do */
  change: SmallestChange | null;
}

/** What a uid got, the one cause that decided it, and the smallest change that would have altered that. */
export function explainVerdict(parts: ExplanationParts, zeros: readonly Zero[]): Verdict {
  const { emission, dividends, incentive } = parts;
  const role = roleOf(parts);
  const cause = decided(parts, zeros, role);
  return {
    role,
    got: { rao: emission.combined.rao, raoEmission: emission.raoEmission, dividendsX32: dividends.dividendsX32, incentiveX32: incentive.incentiveX32 },
    cause,
    change: changeOf(cause, parts),
  };
}

function roleOf({ emission: { server, validator }, weights, consensus, permit, bonds, stake }: ExplanationParts): Verdict["role"] {
  if (server.rao !== validator.rao) return validator.rao > server.rao ? "validator" : "miner";
  if (weights.length > 0) return "validator";
  if (consensus.votes.some(({ scoreX32 }) => scoreX32 > 0n)) return "miner";
  return permit.current || permit.next || bonds.length > 0 || stake.totalRao > 0n ? "validator" : "miner";
}

function decided(parts: ExplanationParts, zeros: readonly Zero[], role: Verdict["role"]): VerdictCause {
  const { uid, emission, consensus, weights, bonds, dividends } = parts;
  const zero = (...outputs: UidOutput[]): VerdictCause | null => {
    const output = outputs.find((name) => zeros.some((one) => one.output === name));
    return output === undefined ? null : { kind: "zero", output, cause: rootCause(zeros, output)! };
  };
  if (emission.raoEmission === 0n || emission.combined.rao === 0n) {
    const nothing = emission.raoEmission === 0n ? zero("emission") : zero(role === "validator" ? "dividends" : "incentive", "emission");
    if (nothing !== null) return nothing;
  }
  if (emission.basis !== "earnings") return { kind: "paid by stake", basis: emission.basis, earnedNothing: rootCause(zeros, role === "validator" ? "dividends" : "incentive") ?? { kind: "overflow" } };
  if (role === "miner") {
    if (emission.withheld?.uid === uid) return { kind: "withheld", rao: emission.withheld.rao };
    const { consensusX32, supportX32, kappaX32 } = consensus;
    return { kind: "consensus", consensusX32, supportX32, kappaX32 };
  }
  // What earned it something may end with this epoch.
  const ending = zero("permit", "activeStake", "weights", "validatorTrust", "heldBonds");
  if (ending !== null) return ending;
  const totalCutX32 = weights.reduce((sum, { cutX32 }) => sum + cutX32, 0n);
  if (totalCutX32 > 0n) {
    const most = weights.reduce((a, b) => (b.cutX32 > a.cutX32 ? b : a));
    return { kind: "cut", miner: most.uid, cutX32: most.cutX32, totalCutX32 };
  }
  const best = bonds.reduce((a, b) => (b.dividendX32 > a.dividendX32 ? b : a));
  return { kind: "bonds", miner: best.uid, dividendX32: best.dividendX32, bondsX32: dividends.bondsX32 };
}

function changeOf(decisive: VerdictCause, { weights, consensus, permit }: ExplanationParts): SmallestChange | null {
  if (decisive.kind === "consensus") return consensus.rise === null ? null : { kind: "support", change: consensus.rise };
  if (decisive.kind === "cut") {
    const { uncutUpTo } = weights.find(({ uid, cutX32 }) => uid === decisive.miner && cutX32 === decisive.cutX32)!;
    return uncutUpTo === null || uncutUpTo === 0 ? null : { kind: "weight", miner: decisive.miner, upTo: uncutUpTo };
  }
  if (decisive.kind !== "zero" && decisive.kind !== "paid by stake") return null;
  const cause = decisive.kind === "zero" ? decisive.cause : decisive.earnedNothing;
  switch (cause.kind) {
    case "below the threshold":
    case "too small beside all stake":
      return cause.change === null ? null : { kind: "alpha", toward: "this result", ...cause.change };
    case "outranked":
      return cause.change === null ? null : { kind: "alpha", toward: "the next permit", ...cause.change };
    case "no permit in this epoch":
      return cause.next || permit.change === null ? null : { kind: "alpha", toward: "the next permit", ...permit.change };
    case "inactive":
    case "no stored weights":
    case "no stored weight counts":
    case "its stored weights are 0":
      return { kind: "set weights" };
    case "too little support":
      return cause.change === null ? null : { kind: "support", change: cause.change };
    default:
      return null;
  }
}
