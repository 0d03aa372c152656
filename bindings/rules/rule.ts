import type { GatedSharesInput, RootEpochInput, ScheduleOldInput } from "../economics/types.js";
import type { RuleSet } from "../types.js";

/** What the specs of a span have in common. */
export interface Span {
  /** first runtime spec, as the node reports it for the block */
  readonly from: number;
  /** last runtime spec, null = still so in the newest that we know */
  readonly to: number | null;
  /** what the rule is, or what it changed */
  readonly what: string;
  /** commit, merge or pull request of the chain's repository, with its date where known */
  readonly source: string;
  /** inputs for which the span's rule is not described exactly, where there are such */
  readonly except?: string;
  /** what the host has to give otherwise than the input's description says, where there is such */
  readonly given?: string;
}

/** Why a span has no rule: it was one of those of its neighbours, but not known which; or there was none of this kind. */
type Lack = "not pinned" | "no such rule";

/** The functions of history take the first spec of their variant as `ruleSet`. */
interface Variant {
  readonly parameters: { readonly ruleSet: number };
}

/** `parameters` are the fields of the function's input that the rule fixes; all others are the chain's state. */
export interface RuleOfKind {
  /** the rule set of an epoch's input */
  epoch: { readonly rule: RuleSet };
  /** the function that gives the subnets' shares of a block's emission */
  shares:
    | { readonly rule: "priceShares233" | "priceShares261" | "priceShares421" | "flowShares411" | "priceShares" }
    | ({ readonly rule: "generateEmission127" | "flowShares334" } & Variant)
    | { readonly rule: "flowShares"; readonly parameters: { readonly netFlowEnabled: false } }
    | {
        readonly rule: "gatedShares";
        readonly parameters: Pick<GatedSharesInput, "minerBurnWeighting"> & Partial<Pick<GatedSharesInput, "rank">>;
      };
  /** the function that says what a share puts into the subnet's pool */
  terms: { readonly rule: "subnetTerms" } | ({ readonly rule: "subnetTerms233" | "subnetTerms298" | "subnetTerms342" } & Variant);
  /** the function that says what the subnet's counters take in each block */
  pending: { readonly rule: "alphaSplit" } | ({ readonly rule: "generateEmission127" | "generateEmission195" | "alphaSplit233" } & Variant);
  /** the function that pays what an epoch gave */
  split:
    | { readonly rule: "dividendDistribution" | "dividendDistribution475" }
    | ({ readonly rule: "emitThroughHotkey127" | "distribute233" } & Variant)
    /** an account for each hotkey, which `drainHotkey195` empties by the rule set of its own */
    | ({ readonly rule: "accumulateHotkey195"; readonly drain: { readonly ruleSet: number } } & Variant);
  /** the function of the average that is taken of a subnet's price */
  movingPrice: { readonly rule: "movingPrice" } | ({ readonly rule: "movingPrice233" } & Variant);
  /** the function that says when an epoch is due; the last two have a simulation, `scheduleSim` and `scheduleSim475` */
  schedule:
    | { readonly rule: "scheduleOld"; readonly parameters: Pick<ScheduleOldInput, "variant"> & { readonly tempoZeroBlocks?: bigint } }
    | { readonly rule: "schedule" | "schedule475" };
  /** the function of the root network's epoch */
  root: { readonly rule: "rootEpoch"; readonly parameters: Pick<RootEpochInput, "normalizeRows"> };
}

/** What there is a rule of at every spec: the epoch, and the functions around it. */
export type RuleKind = keyof RuleOfKind;

export type NoRule = { readonly rule: null; readonly why: Lack };

/** The rule of a kind, ready to act on: `kind` and `rule` tell which function, `parameters` what to give it. */
export type Rule<K extends RuleKind = RuleKind> = { [k in K]: { readonly kind: k } & RuleOfKind[k] & Span }[K];

/** A span of the table, with its rule or without. */
export type RuleSpan<K extends RuleKind = RuleKind> = { [k in K]: Rule<k> | ({ readonly kind: k } & NoRule & Span) }[K];
