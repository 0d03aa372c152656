import type { FlowSharesInput, GatedSharesInput, RootEpochInput, ScheduleOldInput } from "./economics/types.js";
import type { RuleSet } from "./types.js";

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
}

/**
 * Why a span has no rule: the chain had one, but not one of which this package has an exact description; it was one of
 * those of its neighbours, but not known which; or the chain had no rule of this kind.
 */
export type Lack = "no exact description" | "not pinned" | "no such rule";

/** `parameters` are the fields of the function's input that the rule fixes; all others are the chain's state. */
interface RuleOfKind {
  /** the rule set of an epoch's input */
  epoch: { readonly rule: RuleSet };
  /** the function that gives the subnets' shares of a block's emission */
  shares:
    | { readonly rule: "flowShares"; readonly parameters: Partial<Pick<FlowSharesInput, "netFlowEnabled">> }
    | { readonly rule: "priceShares" }
    | {
        readonly rule: "gatedShares";
        readonly parameters: Pick<GatedSharesInput, "minerBurnWeighting"> & Partial<Pick<GatedSharesInput, "rank">>;
      };
  /** the function that divides a subnet's dividends into alpha and root alpha */
  split: { readonly rule: "dividendDistribution" | "dividendDistribution475" };
  /** the function that says when an epoch is due; the last two have a simulation, `scheduleSim` and `scheduleSim475` */
  schedule:
    | { readonly rule: "scheduleOld"; readonly parameters: Pick<ScheduleOldInput, "variant"> }
    | { readonly rule: "schedule" | "schedule475" };
  /** the function of the root network's epoch */
  root: { readonly rule: "rootEpoch"; readonly parameters: Pick<RootEpochInput, "normalizeRows"> };
}

export type RuleKind = keyof RuleOfKind;

type NoRule = { readonly rule: null; readonly why: Lack };

/** The rule of a kind, ready to act on: `kind` and `rule` tell which function, `parameters` what to give it. */
export type Rule<K extends RuleKind = RuleKind> = { [k in K]: { readonly kind: k } & RuleOfKind[k] & Span }[K];

/** A span of the table, with its rule or without. */
export type RuleSpan<K extends RuleKind = RuleKind> = { [k in K]: Rule<k> | ({ readonly kind: k } & NoRule & Span) }[K];

type Row<K extends RuleKind> = (RuleOfKind[K] | NoRule) & Omit<Span, "to">;

/** A span ends where the next begins: no spec is left out, and none is in two. */
function spans<K extends RuleKind>(kind: K, rows: readonly Row<K>[]): readonly RuleSpan<K>[] {
  return rows.map((row, i) => {
    const next = rows[i + 1];
    return { kind, ...row, to: next === undefined ? null : next.from - 1 } as RuleSpan<K>;
  });
}

const UNDESCRIBED = { rule: null, why: "no exact description" } as const;
const UNPINNED = { rule: null, why: "not pinned" } as const;
const NONE = { rule: null, why: "no such rule" } as const;

/** The last rules that are known before dynamic TAO hold up to 218, and dynamic TAO begins with 233. */
const BEFORE_DYNAMIC_TAO = {
  ...UNPINNED,
  from: 219,
  what: "the last rule before dynamic TAO is known up to 218, dynamic TAO from 233",
  source: "8f39a5832 (2025-02-07) is the last commit before dynamic TAO",
} as const;

/** Which rule applied when, from spec 127 (August 2023) on. The README shows this table. */
export const RULES: { readonly [K in RuleKind]: readonly RuleSpan<K>[] } = {
  epoch: spans("epoch", [
    {
      ...UNDESCRIBED,
      from: 127,
      what: "consensus by the stake-weighted median, bonds scaled by their column's maximum",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      ...UNDESCRIBED,
      from: 144,
      what: "weights from or to uids outside the network are ignored",
      source: "3f44be0b8 (2024-03-17)",
    },
    {
      ...UNDESCRIBED,
      from: 154,
      what: "liquid alpha, one for each column",
      source: "8cb6cb1c6 (2024-07-02)",
    },
    {
      ...UNDESCRIBED,
      from: 195,
      what: "stake is passed on to child keys, and capped",
      source: "e79b0999d (2024-08-29)",
    },
    {
      ...UNDESCRIBED,
      from: 233,
      what: "dynamic TAO: stake is alpha and weighted root TAO; bonds penalty",
      source: "e2b8367b8 (2025-02-13)",
    },
    {
      ...UNDESCRIBED,
      from: 252,
      what: "the owner's weight on itself counts; from 257 bonds are masked by registration within the last tempo",
      source: "b61dd3020 (2025-03-19), 8de0d23ca (2025-03-28)",
    },
    {
      ...UNDESCRIBED,
      from: 273,
      what: "Yuma3; stake below the threshold is zero; from 283 the sigmoid's steepness is signed",
      source: "1b0c63a71 (2025-05-28), e9bbb6134 (2025-06-30)",
    },
    {
      ...UNDESCRIBED,
      from: 297,
      what: "weights to uids registered after a pending commit are dropped; from 320 several mechanisms",
      source: "7b541095b (2025-07-23), 835a2c902 (2025-09-24)",
    },
    {
      ...UNDESCRIBED,
      from: 365,
      what: "the exponent of the sigmoid is clamped to 20 either way",
      source: "6e3d24cea (2025-12-19)",
    },
    {
      ...UNDESCRIBED,
      from: 397,
      what: "the owner is exempt from the stake threshold and always has a permit",
      source: "e7f05a051 (2026-04-22)",
    },
    {
      rule: "spec-425",
      from: 423,
      what: "the baseline, named after the spec of 14bc6f9f9: bonds are cut off by the last step's block",
      source: "06032d518 (2026-06-25), as in 14bc6f9f9 (2026-06-30)",
    },
    {
      rule: "spec-446",
      from: 446,
      what: "liquid alpha may compare with the stored consensus (`liquidAlphaConsensusMode`, `previousConsensus`)",
      source: "76671f67",
    },
    {
      ...UNPINNED,
      from: 447,
      what: "`spec-446` or `spec-452`; they differ only where exactly one of this epoch's and the stored consensus is all zero",
      source: "between 76671f67 and 02214123",
    },
    {
      rule: "spec-452",
      from: 452,
      what: "whether liquid alpha runs is decided by the consensus that it compares with",
      source: "02214123",
    },
    {
      rule: "spec-475",
      from: 475,
      what: "bonds are cut off by the last Yuma epoch (`lastYumaStepBlock`); Null consensus",
      source: "02214123 (main network 2026-10-07)",
    },
  ]),
  shares: spans("shares", [
    {
      ...UNDESCRIBED,
      from: 127,
      what: "1 TAO a block by a stored value for each subnet",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      ...NONE,
      from: 133,
      what: "the root epoch gives the emissions, see root",
      source: "d8cff5a65 (2023-10-05)",
    },
    BEFORE_DYNAMIC_TAO,
    {
      ...UNDESCRIBED,
      from: 233,
      what: "by moving price; from 234 capped, from 246 slower for young subnets",
      source: "e2b8367b8 (2025-02-13), f95810a25 (2025-02-13), a27fff291 (2025-03-06)",
    },
    {
      rule: "flowShares",
      parameters: { netFlowEnabled: false },
      from: 334,
      what: "by averaged TAO flow",
      source: "6218ecc5c (2025-11-04)",
      except: "subnets without a stored average (`taoEma` null), which began otherwise than from 0",
    },
    {
      rule: "flowShares",
      parameters: { netFlowEnabled: false },
      from: 348,
      what: "by averaged TAO flow, an average beginning from 0",
      source: "459fa72d1 (2025-11-24)",
    },
    {
      rule: "flowShares",
      parameters: {},
      from: 411,
      what: "by averaged TAO flow, less the protocol's where `netFlowEnabled`",
      source: "486037ba4 (2026-05-27)",
      except: "subnets with emission switched off; what they leave to the others is not part of the function",
    },
    {
      ...UNDESCRIBED,
      from: 421,
      what: "price x root proportion x (1 - burned)",
      source: "6016381e4 (2026-06-22)",
    },
    {
      rule: "priceShares",
      from: 425,
      what: "price x (1 - burned)",
      source: "14bc6f9f9 (2026-06-30)",
    },
    {
      rule: "gatedShares",
      parameters: { rank: 0, minerBurnWeighting: true },
      from: 440,
      what: "price x (1 - burned) through a gate, its bar by quantile",
      source: "runtime 440 (2026-07-27)",
    },
    {
      rule: "gatedShares",
      parameters: { minerBurnWeighting: true },
      from: 441,
      what: "the bar by `rank` (0: by quantile); the stored bar was erased once",
      source: "runtime 441 (2026-08-03)",
    },
    {
      rule: "gatedShares",
      parameters: { minerBurnWeighting: false },
      from: 444,
      what: "price alone through the gate",
      source: "runtime 444 (2026-08-06)",
    },
    {
      rule: "gatedShares",
      parameters: { minerBurnWeighting: true },
      from: 445,
      what: "price x (1 - burned) through the gate again",
      source: "f8ff769a, runtime 445 (2026-08-11)",
    },
  ]),
  split: spans("split", [
    {
      ...UNDESCRIBED,
      from: 127,
      what: "a hotkey's emission goes to its nominators after the take; from 195 through pending accounts, rounded anew up to 210",
      source: "e79b0999d (2024-08-29), abd87c667 (2024-09-12), 4e2c494cd (2024-11-25)",
    },
    {
      ...UNDESCRIBED,
      from: 233,
      what: "dynamic TAO: the root part is sold for TAO; from 244 the alpha part leaves it out, from 257 it is rescaled",
      source: "e2b8367b8 (2025-02-13), 5073ade60 (2025-02-24), 8de0d23ca (2025-03-28)",
    },
    {
      ...UNDESCRIBED,
      from: 334,
      what: "the root part stays alpha to be claimed; validators' and root's pending alpha are not yet counted apart",
      source: "6218ecc5c (2025-11-04)",
    },
    {
      rule: "dividendDistribution",
      from: 343,
      what: "root by its part of the stake, alpha the rest; validators' and root's pending alpha are counted apart",
      source: "b179867c3 (2025-11-07), as in 14bc6f9f9 (2026-06-30)",
    },
    {
      ...UNPINNED,
      from: 441,
      what: "`dividendDistribution` or `dividendDistribution475`, which came with 441 or 442",
      source: "change of 2026-08-04",
    },
    {
      rule: "dividendDistribution475",
      from: 442,
      what: "alpha by its part of the stake, root the rest where the hotkey has a root uid",
      source: "change of 2026-08-04",
    },
  ]),
  schedule: spans("schedule", [
    {
      rule: "scheduleOld",
      parameters: { variant: "saturating" },
      from: 127,
      what: "period of tempo + 1 blocks, by (block + netuid + 1) mod (tempo + 1)",
      source: "3a6bf6308 (2023-08-01)",
      except: "block + netuid + 1 of 2^64 and above, which wrapped",
    },
    {
      rule: "scheduleOld",
      parameters: { variant: "saturating" },
      from: 153,
      what: "the same period; the addition clamps at 2^64-1",
      source: "de1026780 (2024-07-02)",
    },
    BEFORE_DYNAMIC_TAO,
    {
      rule: "scheduleOld",
      parameters: { variant: "wrapping" },
      from: 233,
      what: "the same period; the addition wraps at 2^64",
      source: "e2b8367b8 (2025-02-13)",
    },
    {
      ...UNPINNED,
      from: 422,
      what: "`scheduleOld` is known up to 421, the scheduler with a state from 423",
      source: "between 6016381e4 (2026-06-22) and 06032d518 (2026-06-25)",
    },
    {
      rule: "schedule",
      from: 423,
      what: "period of tempo blocks from the last epoch, manual triggers, a cap for each block",
      source: "06032d518 (2026-06-25), as in 14bc6f9f9 (2026-06-30)",
    },
    {
      ...UNPINNED,
      from: 426,
      what: "`schedule` or `schedule475`, which came in between",
      source: "pull request 2964",
    },
    {
      rule: "schedule475",
      from: 475,
      what: "the safety net follows the tempo, and a due Null subnet lowers the cap to one",
      source: "pull request 2964",
    },
  ]),
  root: spans("root", [
    {
      ...NONE,
      from: 127,
      what: "no root network, see shares",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      rule: "rootEpoch",
      parameters: { normalizeRows: false },
      from: 133,
      what: "root weights as stored; `stakes` by uid, from 149 in the order in which the chain walks the hotkeys",
      source: "d8cff5a65 (2023-10-05), 65d8367a6",
      except: "values that overflow, which wrapped",
    },
    {
      rule: "rootEpoch",
      parameters: { normalizeRows: true },
      from: 151,
      what: "rows of root weights sum to one",
      source: "703bdbd17 (2024-06-11), as in 8f39a5832 (2025-02-07)",
      except: "values that overflow before 153, which wrapped",
    },
    BEFORE_DYNAMIC_TAO,
    {
      ...NONE,
      from: 233,
      what: "no root epoch any more, see shares",
      source: "e2b8367b8 (2025-02-13)",
    },
  ]),
};

export const RULE_KINDS = Object.keys(RULES) as readonly RuleKind[];
