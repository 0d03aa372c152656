/** The stages of an epoch as the page tells of them, and where two versions part. */
import type { Parted } from "../engine/protocol.js";

export interface Stage {
  readonly id: string;
  /** what it makes, in one sentence */
  readonly meaning: string;
  /** the stages whose results it reads */
  readonly reads: readonly string[];
}

/** In the order of the epoch; the names are those of the package's `diff`. */
export const STAGES: readonly Stage[] = [
  {
    id: "stake",
    meaning: "Alpha and weighted TAO of each uid are added up; what reaches the threshold counts, as a part of all that counts.",
    reads: [],
  },
  {
    id: "masks",
    meaning: "Who set weights lately is active; active uids with a permit vote, and the largest stakes get a permit for the next epoch.",
    reads: ["stake"],
  },
  {
    id: "weights",
    meaning: "Of each stored row what may count is kept, without weights on oneself or on newcomers, and scaled to sum to one.",
    reads: ["masks"],
  },
  {
    id: "consensus",
    meaning: "On each miner the largest weight that stake of kappa supports; every weight above it is cut down to it.",
    reads: ["masks", "weights"],
  },
  {
    id: "incentive",
    meaning: "The cut weights on each miner, each times its validator's stake, as a part of those of all miners.",
    reads: ["masks", "consensus"],
  },
  {
    id: "bonds",
    meaning: "Each validator's bond on a miner moves a step from what it was toward its weight, as the bonds penalty takes that.",
    reads: ["weights", "consensus"],
  },
  {
    id: "dividends",
    meaning: "Each miner's incentive goes to the validators by their bonds on it, and each validator's sum counts by its stake.",
    reads: ["masks", "incentive", "bonds"],
  },
  {
    id: "emission",
    meaning: "Incentive and dividends together share out the epoch's rao, rounded down.",
    reads: ["incentive", "dividends"],
  },
];

/** How a stage stands in a comparison: the first that is other may have caused the rest. */
export type Standing = "parts first" | "differs" | "the same" | null;

export function standingOf(stage: string, parted: Parted | null): Standing {
  if (parted === null) return null;
  const at = parted.stages.findIndex((part) => part.stage === stage);
  return at === 0 ? "parts first" : at > 0 ? "differs" : "the same";
}

/** The fields of a stage that differ; trace and result may have one of the same name. */
export function differingFields(stage: string, parted: Parted | null): string[] {
  return [...new Set(parted?.stages.find((part) => part.stage === stage)?.fields)];
}
