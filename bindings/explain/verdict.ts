import { explainChange } from "./change.js";
import type { TracedEpoch } from "./epoch.js";
import { asConsensusRao, mostCut } from "./ownChange.js";
import type { ExplanationParts } from "./parts.js";
import type { SmallestChange } from "./singleChange.js";
import type { VerdictCause } from "./verdictCause.js";
import { rootCause, type UidOutput, type Zero, type ZeroCause } from "./zeroCause.js";

/** A cause decides a validator's emission where its change alters that by more than this part. */
const DECIDING_PERCENT = 5n;

/** What a uid got, the cause that decided it, and what would have given it more. Raw I32F32 where a name ends in X32. */
export interface Verdict {
  /** what it is judged as: what earned it more, or where it earned nothing what it set out to be */
  role: "validator" | "miner";
  /** rao of what there was, and its shares */
  got: { rao: bigint; raoEmission: bigint; dividendsX32: bigint; incentiveX32: bigint };
  /** the one that decided it */
  cause: VerdictCause;
  /** tried; null where none of those that are looked for gives it more */
  change: SmallestChange | null;
}

/** What a uid got, the one cause that decided it, and the smallest change that would have altered that. */
export function explainVerdict(epoch: TracedEpoch, parts: ExplanationParts, zeros: readonly Zero[]): Verdict {
  const { emission, dividends, incentive } = parts;
  const role = roleOf(parts);
  const cause = decided(epoch, parts, zeros, role);
  return {
    role,
    got: {
      rao: emission.combined.rao,
      raoEmission: emission.raoEmission,
      dividendsX32: dividends.dividendsX32,
      incentiveX32: incentive.incentiveX32,
    },
    cause,
    change: explainChange(epoch, parts, zeros, cause),
  };
}

function roleOf({ emission: { server, validator }, weights, consensus, permit, bonds, stake }: ExplanationParts): Verdict["role"] {
  if (server.rao !== validator.rao) return validator.rao > server.rao ? "validator" : "miner";
  if (weights.length > 0) return "validator";
  if (consensus.votes.some(({ scoreX32 }) => scoreX32 > 0n)) return "miner";
  return permit.current || permit.next || bonds.length > 0 || stake.totalRao > 0n ? "validator" : "miner";
}

function decided(epoch: TracedEpoch, parts: ExplanationParts, zeros: readonly Zero[], role: Verdict["role"]): VerdictCause {
  const { uid, emission, consensus, weights, bonds, dividends } = parts;
  const zero = (...outputs: UidOutput[]): VerdictCause | null => {
    const output = outputs.find((name) => zeros.some((one) => one.output === name));
    return output === undefined ? null : { kind: "zero", output, cause: firstCause(zeros, output, role)! };
  };
  if (emission.raoEmission === 0n || emission.combined.rao === 0n) {
    const nothing = emission.raoEmission === 0n ? zero("emission") : zero(role === "validator" ? "dividends" : "incentive", "emission");
    if (nothing !== null) return nothing;
  }
  if (emission.basis !== "earnings")
    return {
      kind: "paid by stake",
      basis: emission.basis,
      earnedNothing: firstCause(zeros, role === "validator" ? "dividends" : "incentive", role) ?? { kind: "overflow" },
    };
  if (role === "miner") {
    if (emission.withheld?.uid === uid) return { kind: "withheld", rao: emission.withheld.rao };
    const { consensusX32, supportX32, kappaX32 } = consensus;
    return { kind: "consensus", consensusX32, supportX32, kappaX32 };
  }
  // What earned it something may end with this epoch.
  const ending = zero("permit", "activeStake", "weights", "validatorTrust", "heldBonds");
  if (ending !== null) return ending;
  const gotRao = emission.combined.rao;
  const decides = (otherRao: bigint) => (otherRao > gotRao ? otherRao - gotRao : gotRao - otherRao) * 100n > gotRao * DECIDING_PERCENT;
  const totalCutX32 = weights.reduce((sum, { cutX32 }) => sum + cutX32, 0n);
  const { uid: miner, cutX32 } = mostCut(weights);
  const withoutPenaltyRao = totalCutX32 > 0n && epoch.state.bondsPenalty > 0 ? epoch.rerun({ bondsPenalty: 0 }).emission[uid]! : gotRao;
  const asConsensus = asConsensusRao(epoch, uid);
  // Of two that decide the one that costs it more, its own votes first.
  if (asConsensus > gotRao && decides(asConsensus) && asConsensus >= withoutPenaltyRao)
    return { kind: "votes", validatorTrustX32: parts.validatorTrustX32, miner, cutX32, totalCutX32, asConsensusRao: asConsensus };
  if (decides(withoutPenaltyRao)) return { kind: "cut", miner, cutX32, totalCutX32, withoutPenaltyRao };
  const { activeStakeX32 } = parts.stake;
  const { dividendsX32 } = dividends;
  if (dividendsX32 * 100n < activeStakeX32 * (100n - DECIDING_PERCENT))
    return { kind: "bonds", activeStakeX32, dividendsX32, asConsensusRao: asConsensus };
  const best = bonds.reduce((a, b) => (b.dividendX32 > a.dividendX32 ? b : a));
  return {
    kind: "stake",
    activeStakeX32,
    miner: best.uid,
    dividendX32: best.dividendX32,
    bondsX32: dividends.bondsX32,
  };
}

const OF_OTHERS: readonly ZeroCause["kind"][] = ["no consensus on its miners", "its miners earn nothing"];

/** A validator's own stake that does not vote comes before what others did: with it there might be a consensus. */
function firstCause(zeros: readonly Zero[], output: UidOutput, role: Verdict["role"]): ZeroCause | null {
  const cause = rootCause(zeros, output);
  const ofOthers = role === "validator" && cause !== null && OF_OTHERS.includes(cause.kind);
  return ofOthers ? (rootCause(zeros, "activeStake") ?? cause) : cause;
}
