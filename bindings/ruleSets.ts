import type { RuleSet } from "./types.js";

/** What differs between the rule sets of the epoch. newer-rules.md 0. */
export interface EpochRules {
  /** runtime version that names the rules (rules.ts says where they hold); the kernels take this number */
  readonly spec: number;
  /** liquid alpha may compare with the stored consensus instead of this epoch's (newer-rules.md 1) */
  readonly liquidAlphaConsensusSelectable: boolean;
  /** what must not be all zero for liquid alpha to run: this epoch's consensus, or the selected one */
  readonly liquidAlphaGate: "current" | "selected";
  /** the bonds cutoff counts from the last Yuma epoch where known (newer-rules.md 2) */
  readonly bondsCutoffFromYumaStep: boolean;
  /** Null consensus exists (newer-rules.md 3) */
  readonly nullConsensus: boolean;
}

export const RULE_SETS: Readonly<Record<RuleSet, EpochRules>> = {
  "spec-425": {
    spec: 425,
    liquidAlphaConsensusSelectable: false,
    liquidAlphaGate: "current",
    bondsCutoffFromYumaStep: false,
    nullConsensus: false,
  },
  "spec-446": {
    spec: 446,
    liquidAlphaConsensusSelectable: true,
    liquidAlphaGate: "current",
    bondsCutoffFromYumaStep: false,
    nullConsensus: false,
  },
  "spec-452": {
    spec: 452,
    liquidAlphaConsensusSelectable: true,
    liquidAlphaGate: "selected",
    bondsCutoffFromYumaStep: false,
    nullConsensus: false,
  },
  "spec-475": {
    spec: 475,
    liquidAlphaConsensusSelectable: true,
    liquidAlphaGate: "selected",
    bondsCutoffFromYumaStep: true,
    nullConsensus: true,
  },
};

export const RULE_SET_IDS = Object.keys(RULE_SETS) as readonly RuleSet[];

export const NEWEST_RULE_SET: RuleSet = "spec-475";
