/** Runs documents. It is the worker's work, and is a module of its own so that tests run it without one. */
import type { Yuma } from "yuma-consensus";
import { diff } from "yuma-consensus/explain";
import { explainInWords } from "yuma-consensus/explain/text";
import { neededUtility } from "yuma-consensus/simulate";
import type { Document } from "../model/document.js";
import { epochsOf } from "./epochs.js";
import { Runs } from "./runs.js";
import { runPoints } from "./sweepPoints.js";
import type { Answer, BondsRequest, ExplainRequest, Parted, Played, PlayRequest, Request, RetentionRequest, Shown } from "./protocol.js";

/** Runs every epoch of a document, and the one that is looked at once more with its trace. @throws YumaError */
export function play(yuma: Yuma, doc: Document, epoch: number): Played {
  return new Runs().play(yuma, doc, epoch, null);
}

function partedAt(yuma: Yuma, a: Shown, b: Shown): Parted | null {
  if (a.trace === null || b.trace === null) return null;
  const { inputs, stages } = diff({ yuma, state: a.state }, { yuma, state: b.state });
  const names = [...new Set(stages.map(({ stage }) => stage))];
  return {
    inputs: inputs.map(({ field }) => field),
    stages: names.map((stage) => ({ stage, fields: stages.filter((part) => part.stage === stage).map(({ field }) => field) })),
  };
}

function playBoth(yuma: Yuma, { doc, against, epoch, numbers, known }: PlayRequest, runs: Runs): Answer {
  const played = runs.play(yuma, doc, epoch, numbers.doc);
  const other = against === null ? null : runs.play(yuma, against, epoch, numbers.against);
  return {
    kind: "play",
    played: known.doc ? { ...played, series: null } : played,
    against: known.against && other !== null ? { ...other, series: null } : other,
    parted: other === null ? null : partedAt(yuma, played.shown, other.shown),
  };
}

function explained(yuma: Yuma, { state, uid }: ExplainRequest): Answer {
  return { kind: "explain", words: explainInWords(yuma, state, uid) };
}

/** A validator's stored bond on a miner after each epoch, zero where there is none. */
function bondsOf(yuma: Yuma, { doc, validator, miner }: BondsRequest["of"]): Uint16Array {
  return Uint16Array.from(epochsOf(yuma, doc), ({ state, result }) => {
    const { starts, uids, values } = doc.nullConsensus ? state.bonds : result.bonds;
    const at = uids.subarray(starts[validator]!, starts[validator + 1]!).lastIndexOf(miner);
    return at === -1 ? 0 : values[starts[validator]! + at]!;
  });
}

function bonds(yuma: Yuma, { of, against }: BondsRequest): Answer {
  return { kind: "bonds", bonds: bondsOf(yuma, of), against: against === null ? null : bondsOf(yuma, against) };
}

function retention(yuma: Yuma, { majorStake, options }: RetentionRequest): Answer {
  return { kind: "retention", utility: neededUtility(yuma, majorStake, options) };
}

/** @param runs what was run before. @throws YumaError, DocumentError */
export function answer(yuma: Yuma, request: Request, runs = new Runs()): Answer {
  switch (request.kind) {
    case "play":
      return playBoth(yuma, request, runs);
    case "explain":
      return explained(yuma, request);
    case "bonds":
      return bonds(yuma, request);
    case "points":
      return { kind: "points", results: runPoints(yuma, request) };
    case "retention":
      return retention(yuma, request);
  }
}
