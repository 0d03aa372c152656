import type { CheckedState } from "../boundary/input.js";
import { NO_COMMIT } from "../values/constants.js";
import { U64_MAX } from "../reference/fixed.js";
import { changedState, type WhatIfChanges, type WhatIfRow } from "./changedState.js";
import type { TracedEpoch } from "./epoch.js";
import type { ExplanationParts } from "./parts.js";
import type { SingleChange } from "./singleChange.js";
import type { WeightExplanation } from "./weights.js";

/** Whether a row that the uid sets in this block may count on the other. masks.md 3 */
export function canWeigh({ blockAtRegistration, currentBlock }: CheckedState, uid: number, other: number): boolean {
  return other !== uid && blockAtRegistration[other]! < currentBlock;
}

/** The consensus as the uid could set it, u16: the miners that have some, without itself. */
export function consensusRow({ state, result }: TracedEpoch, uid: number): WhatIfRow {
  return Array.from(result.consensus, (value, miner) => [miner, value] as const).filter(
    ([miner, value]) => value > 0 && canWeigh(state, uid, miner),
  );
}

/** The row set in this block, and with no commit pending. */
export function setNow({ currentBlock }: CheckedState, row: WhatIfRow): WhatIfChanges {
  return { weights: row, lastUpdate: currentBlock, commitBlock: NO_COMMIT };
}

/** Rao that the uid would get with the consensus as its row; what it gets where there is none to set. */
export function asConsensusRao(epoch: TracedEpoch, uid: number): bigint {
  const row = consensusRow(epoch, uid);
  return row.length === 0 ? epoch.result.emission[uid]! : emissionWith(epoch, uid, setNow(epoch.state, row));
}

/** The weight that lies furthest above the consensus; the first of equals. At least one weight. */
export function mostCut(weights: readonly WeightExplanation[]): WeightExplanation {
  return weights.reduce((a, b) => (b.cutX32 > a.cutX32 ? b : a));
}

function emissionWith(epoch: TracedEpoch, uid: number, changes: WhatIfChanges): bigint {
  return epoch.rerun(changedState(epoch.state, uid, changes)).emission[uid]!;
}

/**
 * Of what a validator with weights can do itself that which gives it the most; of equals the first, which alters the least.
 * Null where nothing of it gives more.
 */
export function ownChange(epoch: TracedEpoch, parts: ExplanationParts): SingleChange | null {
  const { uid } = parts;
  const tried = [...withoutCut(epoch, parts), ...asConsensus(epoch, uid), ...moreStake(epoch, parts)];
  const raising = tried.filter(({ emissionRao }) => emissionRao > epoch.result.emission[uid]!);
  return raising.length === 0 ? null : raising.reduce((a, b) => (b.emissionRao > a.emissionRao ? b : a));
}

type Tried = Extract<SingleChange, { emissionRao: bigint }>;

/** The most cut weight at the most that is not cut, and taken off. */
function withoutCut(epoch: TracedEpoch, { uid, weights }: ExplanationParts): Tried[] {
  const { uid: miner, cutX32, uncutUpTo } = mostCut(weights);
  if (cutX32 === 0n) return [];
  return [...new Set([uncutUpTo ?? 0, 0])].map((upTo) => {
    const row = weights.map((one) => [one.uid, one.uid === miner ? upTo : one.stored] as const);
    return { kind: "weight", miner, upTo, emissionRao: emissionWith(epoch, uid, { weights: row }) };
  });
}

function asConsensus(epoch: TracedEpoch, uid: number): Tried[] {
  const row = consensusRow(epoch, uid);
  return row.length === 0 ? [] : [{ kind: "vote as the consensus", row, emissionRao: asConsensusRao(epoch, uid) }];
}

/** None where there is no room for a tenth more. */
function moreStake(epoch: TracedEpoch, { uid, stake }: ExplanationParts): Tried[] {
  const alphaRao = stake.totalRao / 10n;
  const alphaStake = epoch.state.alphaStake[uid]! + alphaRao;
  return alphaStake > U64_MAX ? [] : [{ kind: "more stake", alphaRao, emissionRao: emissionWith(epoch, uid, { alphaStake }) }];
}
