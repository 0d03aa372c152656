import { U64_MAX } from "../reference/fixed.js";
import { stakeRao } from "../reference/stake.js";
import { taoWeightX32 } from "../reference/proportion.js";
import { epochDigest } from "../boundary/canonical.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { CheckedState } from "../boundary/input.js";
import type { TracedEpoch } from "./epoch.js";
import { weightOutcome } from "./weights.js";

/** Why something that is set had no effect on the epoch. */
export type IdleReason =
  | "Yuma3 is off"
  | "liquid alpha is off"
  | "the consensus to compare with is 0 everywhere"
  | "alphaLow is above alphaHigh, which the chain refuses to set: alpha is alphaLow for every bond"
  | "alphaLow is alphaHigh: alpha is that for every bond"
  | "liquid alpha takes its place"
  | "this rule set does not know it"
  | "no consensus is stored"
  | "liquid alpha compares with this epoch's consensus"
  | "the block of the last Yuma epoch is known"
  | "the block of the last epoch is known"
  | "no weight lies above the consensus"
  | "nobody votes"
  | "one alone votes"
  | "no stake is below it"
  | "no weight was committed before its miner registered"
  | "commit-reveal is off"
  | "there is no such uid"
  | "no TAO is staked"
  | "its upper 32 bits are 0"
  | "there are seats for all stake"
  | "nobody is inactive"
  | "the result is the same without it";

/** Something that a state sets and that changes no bit of this epoch's result. */
export interface Idle {
  /** of the state */
  field: keyof CheckedState;
  /** why it had no effect */
  reason: IdleReason;
  /** another value that gives the same result; null where every value does, and for an owner that is not there */
  sameAs: bigint | number | boolean | null;
}

/** What a state can do without, and the value that is without it. */
const WITHOUT = { yuma3: false, liquidAlpha: false, commitReveal: false, bondsPenalty: 0, stakeThreshold: 0n, taoWeight: 0n } as const;

/** What the state sets without any effect on this epoch: by its rules, and of the switches by running it without each. */
export function explainIdle(epoch: TracedEpoch): Idle[] {
  const known = [...idleLiquidAlpha(epoch), ...idleCutoff(epoch), ...idleConsensus(epoch), ...idleMasks(epoch), ...idleStake(epoch)];
  return [...known, ...idleByTrial(epoch, new Set(known.map(({ field }) => field)))];
}

/** At most one epoch for each switch. */
function idleByTrial({ state, result, rerun, electorate }: TracedEpoch, known: ReadonlySet<keyof CheckedState>): Idle[] {
  const digest = epochDigest(result);
  const reason = (field: keyof CheckedState): IdleReason =>
    electorate.voters.length === 0 && (field === "yuma3" || field === "liquidAlpha" || field === "bondsPenalty")
      ? "nobody votes"
      : "the result is the same without it";
  return Object.entries(WITHOUT).flatMap(([name, sameAs]): Idle[] => {
    const field = name as keyof typeof WITHOUT;
    if (known.has(field) || state[field] === sameAs) return [];
    return epochDigest(rerun({ [field]: sameAs })) === digest ? [{ field, reason: reason(field), sameAs }] : [];
  });
}

function always(reason: IdleReason, ...fields: (keyof CheckedState)[]): Idle[] {
  return fields.map((field) => ({ field, reason, sameAs: null }));
}

function idleLiquidAlpha({ state, bonds: { liquidConsensus } }: TracedEpoch): Idle[] {
  const { yuma3, liquidAlpha } = state;
  const parameters = ["alphaSigmoidSteepness", "alphaLow", "alphaHigh"] as const;
  const off = !liquidAlpha ? "liquid alpha is off" : !yuma3 ? "Yuma3 is off" : null;
  const stored: (keyof CheckedState)[] = state.previousConsensus.length > 0 ? ["previousConsensus"] : [];
  if (off !== null) {
    const on: Idle[] = liquidAlpha ? [{ field: "liquidAlpha", reason: off, sameAs: false }] : [];
    return [...on, ...always(off, ...parameters, "liquidAlphaConsensusMode", ...stored)];
  }
  if (liquidConsensus === null) {
    const zero = "the consensus to compare with is 0 everywhere";
    return [{ field: "liquidAlpha", reason: zero, sameAs: false }, ...always(zero, ...parameters), ...idleComparison(state)];
  }
  return [...idleAlphas(state), ...always("liquid alpha takes its place", "bondsMovingAverage"), ...idleComparison(state)];
}

/** Liquid alpha that has nothing to choose between. */
function idleAlphas({ alphaLow, alphaHigh }: CheckedState): Idle[] {
  if (alphaLow < alphaHigh) return [];
  if (alphaLow === alphaHigh) return always("alphaLow is alphaHigh: alpha is that for every bond", "alphaSigmoidSteepness");
  const reason = "alphaLow is above alphaHigh, which the chain refuses to set: alpha is alphaLow for every bond";
  return [{ field: "alphaHigh", reason, sameAs: alphaLow }, ...always(reason, "alphaSigmoidSteepness")];
}

/** What chooses the consensus that liquid alpha compares with. */
function idleComparison({ ruleSet, previousConsensus, liquidAlphaConsensusMode: mode, bondsPenalty }: CheckedState): Idle[] {
  const stored = previousConsensus.length > 0;
  if (!RULE_SETS[ruleSet].liquidAlphaConsensusSelectable) {
    return always("this rule set does not know it", "liquidAlphaConsensusMode", ...(stored ? (["previousConsensus"] as const) : []));
  }
  if (!stored) return always("no consensus is stored", "liquidAlphaConsensusMode");
  const previous = mode === "previous" || (mode === "auto" && bondsPenalty === 65_535);
  return previous ? [] : always("liquid alpha compares with this epoch's consensus", "previousConsensus");
}

/** What says since when a registration clears bonds. */
function idleCutoff({ state: { ruleSet, lastYumaStepBlock, lastMechanismStepBlock } }: TracedEpoch): Idle[] {
  const counts = RULE_SETS[ruleSet].bondsCutoffFromYumaStep;
  if (lastYumaStepBlock !== null && counts) return always("the block of the last Yuma epoch is known", "lastMechanismStepBlock", "tempo");
  return [
    ...(lastYumaStepBlock === null ? [] : always("this rule set does not know it", "lastYumaStepBlock")),
    ...(lastMechanismStepBlock === 0n ? [] : always("the block of the last epoch is known", "tempo")),
  ];
}

function idleConsensus(epoch: TracedEpoch): Idle[] {
  const { state, electorate } = epoch;
  const { voters } = electorate;
  return [
    ...(voters.length > 1 ? [] : always(voters.length === 0 ? "nobody votes" : "one alone votes", "kappa")),
    ...(state.bondsPenalty > 0 && !choosesConsensus(state) && nothingCut(epoch)
      ? always("no weight lies above the consensus", "bondsPenalty")
      : []),
  ];
}

/** Whether the bonds penalty also chooses what liquid alpha compares with. */
function choosesConsensus({ ruleSet, yuma3, liquidAlpha, liquidAlphaConsensusMode, previousConsensus }: CheckedState): boolean {
  return (
    yuma3 &&
    liquidAlpha &&
    RULE_SETS[ruleSet].liquidAlphaConsensusSelectable &&
    liquidAlphaConsensusMode === "auto" &&
    previousConsensus.length > 0
  );
}

/** Between its ends the penalty also sorts rows and drops zeros and duplicates: where there are none, that is nothing. */
function nothingCut({ weights, clipped, state: { n } }: TracedEpoch): boolean {
  if (weights.values.length !== clipped.values.length) return false;
  for (let i = 0; i < n; i++) {
    for (let at = weights.starts[i]!; at < weights.starts[i + 1]!; at++) {
      if (weights.values[at]! <= 0n || weights.values[at] !== clipped.values[at]) return false;
      if (at > weights.starts[i]! && weights.uids[at]! <= weights.uids[at - 1]!) return false;
    }
  }
  return true;
}

function idleMasks({ state, permits, result }: TracedEpoch): Idle[] {
  const { n, commitReveal, commitBlocks, ownerUid } = state;
  return [
    ...(commitReveal && !masksCommitted(state, permits)
      ? [{ field: "commitReveal", reason: "no weight was committed before its miner registered", sameAs: false } as const]
      : []),
    ...(!commitReveal && commitBlocks.some((block) => block !== U64_MAX) ? always("commit-reveal is off", "commitBlocks") : []),
    ...(ownerUid !== null && ownerUid >= n ? [{ field: "ownerUid", reason: "there is no such uid", sameAs: null } as const] : []),
    ...(result.active.every((flag) => flag === 1)
      ? [{ field: "activityCutoff", reason: "nobody is inactive", sameAs: U64_MAX } as const]
      : []),
  ];
}

function masksCommitted(state: CheckedState, permits: readonly boolean[]): boolean {
  const { starts, uids } = state.weights;
  const newest = state.blockAtRegistration.reduce((a, b) => (a > b ? a : b), 0n);
  return permits.some((permit, i) => {
    if (!permit || state.commitBlocks[i]! >= newest) return false;
    return uids
      .subarray(starts[i]!, starts[i + 1]!)
      .some((j) => weightOutcome(state, permits, i, j) === "committed before the miner registered");
  });
}

function idleStake({ state, totalsX64, stake }: TracedEpoch): Idle[] {
  const { stakeThreshold, taoWeight, taoStake, maxAllowedValidators, ownerUid } = state;
  const below = totalsX64.some((total, uid) => total !== 0n && stakeRao(total) < stakeThreshold && uid !== ownerUid);
  const noTao = taoStake.every((rao) => rao === 0n);
  const staked = stake.filter((value) => value !== 0n);
  const seatsForAll = staked.length <= maxAllowedValidators && staked.every((value) => value > 0n);
  return [
    ...(stakeThreshold > 0n && !below ? [{ field: "stakeThreshold", reason: "no stake is below it", sameAs: 0n } as const] : []),
    ...(taoWeight === 0n ? [] : noTao ? always("no TAO is staked", "taoWeight") : []),
    ...(taoWeight !== 0n && !noTao && taoWeightX32(taoWeight) === 0n
      ? [{ field: "taoWeight", reason: "its upper 32 bits are 0", sameAs: 0n } as const]
      : []),
    ...(seatsForAll ? [{ field: "maxAllowedValidators", reason: "there are seats for all stake", sameAs: 65_535 } as const] : []),
  ];
}
