import type { GatedSharesInput, RootEpochInput, ScheduleOldInput } from "../economics/types.js";
import type { RuleSet } from "../types.js";

/** What the specs of a span have in common. */
interface Span {
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
interface RuleOfKind {
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

const UNPINNED = { rule: null, why: "not pinned" } as const;
const NONE = { rule: null, why: "no such rule" } as const;

/** Numbers that only development and test networks ran: the main network went from 219 to 233. */
const NEVER_ON_MAIN = {
  ...NONE,
  from: 220,
  what: "no such spec on the main network, which went from 219 to 233",
  source: "8f39a5832 (2025-02-07), e2b8367b8 (2025-02-13)",
} as const;

const BEFORE_DYNAMIC_TAO = {
  ...NONE,
  from: 127,
  what: "no alpha before dynamic TAO",
  source: "e2b8367b8 (2025-02-13)",
} as const;

/** Which rule applied when, from spec 127 (August 2023) on; `docs/rules/history.md` shows this table. */
export const RULES: { readonly [K in RuleKind]: readonly RuleSpan<K>[] } = {
  epoch: spans("epoch", [
    {
      rule: "spec-127",
      from: 127,
      what: "consensus by the stake-weighted median, bonds scaled by their column's maximum; wrapping operators",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      rule: "spec-144",
      from: 144,
      what: "weights from or to uids outside the network are ignored; before they aborted",
      source: "3f44be0b8 (2024-03-17)",
    },
    {
      rule: "spec-153",
      from: 153,
      what: "saturating operators",
      source: "de1026780 (2024-07-02)",
      except: "states that overflow under the build of 535983f89, which also named itself 153 for a day and wraps as spec-144",
    },
    { rule: "spec-154", from: 154, what: "liquid alpha, one for each column", source: "8cb6cb1c6 (2024-07-02)" },
    {
      rule: "spec-195",
      from: 195,
      what: "stake is passed on to child keys, and capped",
      source: "e79b0999d (2024-08-29)",
    },
    NEVER_ON_MAIN,
    {
      rule: "spec-233",
      from: 233,
      what: "dynamic TAO: stake is alpha and weighted root TAO; bonds penalty",
      source: "e2b8367b8 (2025-02-13)",
    },
    { rule: "spec-252", from: 252, what: "the owner's weight on itself counts", source: "b61dd3020 (2025-03-19)" },
    {
      rule: "spec-257",
      from: 257,
      what: "bonds are masked by registration within the last tempo, for all rows alike",
      source: "8de0d23ca (2025-03-28)",
    },
    {
      rule: "spec-273",
      from: 273,
      what: "Yuma3 with liquid alpha for each cell; stake below the threshold is zero; no permit without stake",
      source: "1b0c63a71 (2025-05-28)",
    },
    {
      rule: "spec-283",
      from: 283,
      what: "the sigmoid's steepness is signed and in hundredths",
      source: "e9bbb6134 (2025-06-30)",
    },
    {
      rule: "spec-297",
      from: 297,
      what: "weights to uids registered after a pending commit are dropped",
      source: "7b541095b (2025-07-23)",
    },
    {
      rule: "spec-320",
      from: 320,
      what: "several mechanisms; every uid's bond row is written",
      source: "835a2c902 (2025-09-24)",
    },
    {
      rule: "spec-365",
      from: 365,
      what: "the exponent of the sigmoid is clamped to 20 either way; no more ranks, trust and pruning scores",
      source: "6e3d24cea (2025-12-19)",
    },
    {
      rule: "spec-397",
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
      from: 451,
      what: "whether liquid alpha runs is decided by the consensus that it compares with",
      source: "pull request 3131 (2026-08-29), code at 02214123",
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
      rule: "generateEmission127",
      parameters: { ruleSet: 127 },
      from: 127,
      what: "1 TAO a block by a stored value for each subnet",
      source: "3a6bf6308 (2023-08-01)",
    },
    { ...NONE, from: 133, what: "the root epoch gives the emissions, see root", source: "d8cff5a65 (2023-10-05)" },
    NEVER_ON_MAIN,
    { rule: "priceShares233", from: 233, what: "by moving price, in I96F32", source: "e2b8367b8 (2025-02-13)" },
    { rule: "priceShares261", from: 261, what: "by moving price, in U96F32", source: "6b86ebf30 (2025-04-11)" },
    {
      rule: "flowShares334",
      parameters: { ruleSet: 334 },
      from: 334,
      what: "by averaged TAO flow, an average beginning from the price",
      source: "6218ecc5c (2025-11-04)",
    },
    {
      rule: "flowShares334",
      parameters: { ruleSet: 338 },
      from: 338,
      what: "the first average is the price in rao",
      source: "1f520ed95 (2025-11-04)",
    },
    {
      rule: "flowShares",
      parameters: { netFlowEnabled: false },
      from: 348,
      what: "an average begins from 0",
      source: "459fa72d1 (2025-11-24)",
    },
    {
      rule: "flowShares411",
      from: 411,
      what: "less the protocol's flow where `netFlowEnabled`; what subnets with emission switched off leave goes to the others",
      source: "486037ba4 (2026-05-27)",
    },
    {
      rule: "priceShares421",
      from: 421,
      what: "price x root proportion x (1 - burned)",
      source: "6016381e4 (2026-06-22), bb5167745 (2026-06-26)",
    },
    { rule: "priceShares", from: 425, what: "price x (1 - burned)", source: "14bc6f9f9 (2026-06-30)" },
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
  terms: spans("terms", [
    BEFORE_DYNAMIC_TAO,
    {
      rule: "subnetTerms233",
      parameters: { ruleSet: 233 },
      from: 233,
      what: "alpha in at most the alpha emission",
      source: "e2b8367b8 (2025-02-13)",
    },
    {
      rule: "subnetTerms233",
      parameters: { ruleSet: 238 },
      from: 238,
      what: "no TAO where both registrations are off; before, the test of one was inverted",
      source: "f9254ea63 (2025-02-15)",
    },
    { rule: "subnetTerms233", parameters: { ruleSet: 261 }, from: 261, what: "in U96F32", source: "6b86ebf30 (2025-04-11)" },
    {
      rule: "subnetTerms298",
      parameters: { ruleSet: 298 },
      from: 298,
      what: "a price below the share is subsidised, the rest of the TAO buys alpha",
      source: "6309d3592 (2025-07-29)",
    },
    {
      rule: "subnetTerms298",
      parameters: { ruleSet: 301 },
      from: 301,
      what: "no alpha either where both registrations are off",
      source: "312c0be95 (2025-08-12)",
    },
    {
      rule: "subnetTerms298",
      parameters: { ruleSet: 320 },
      from: 320,
      what: "subsidised alpha in is the block's emission",
      source: "835a2c902 (2025-09-24)",
    },
    {
      rule: "subnetTerms342",
      parameters: { ruleSet: 342 },
      from: 342,
      what: "alpha in capped at the alpha emission, the excess TAO buys alpha",
      source: "6a76ecc0d (2025-11-06)",
    },
    {
      rule: "subnetTerms342",
      parameters: { ruleSet: 361 },
      from: 361,
      what: "registration is asked when the subnets are listed",
      source: "52378dc3e (2025-12-09)",
    },
    {
      rule: "subnetTerms342",
      parameters: { ruleSet: 362 },
      from: 362,
      what: "capped at the block's TAO emission too",
      source: "8834a7c73 (2025-12-12)",
    },
    {
      rule: "subnetTerms",
      from: 421,
      what: "capped at root proportion x alpha emission",
      source: "6016381e4 (2026-06-22)",
      given: "in 421 and 422 the price is held as U96F32: give its raw bits times 2^32",
    },
  ]),
  pending: spans("pending", [
    {
      rule: "generateEmission127",
      parameters: { ruleSet: 127 },
      from: 127,
      what: "every block's emission by subnet, until the epoch takes it",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      rule: "generateEmission127",
      parameters: { ruleSet: 133 },
      from: 133,
      what: "less the owner's cut; root is skipped",
      source: "d8cff5a65 (2023-10-05)",
    },
    {
      rule: "generateEmission127",
      parameters: { ruleSet: 150 },
      from: 150,
      what: "nothing where registration is off",
      source: "40a8321a3 (2024-05-27)",
      except: "the build of dbef23b0b (2024-05-23), which also named itself 150 and is as 149",
    },
    {
      rule: "generateEmission127",
      parameters: { ruleSet: 153 },
      from: 153,
      what: "nothing new where registration is off, but what is pending goes on",
      source: "535983f89 (2024-07-01), de1026780 (2024-07-02)",
    },
    {
      rule: "generateEmission195",
      parameters: { ruleSet: 195 },
      from: 195,
      what: "the owner's cut at the epoch",
      source: "e79b0999d (2024-08-29)",
    },
    {
      rule: "generateEmission195",
      parameters: { ruleSet: 196 },
      from: 196,
      what: "root accumulates nothing",
      source: "adad4fddb (2024-09-09)",
    },
    {
      rule: "generateEmission195",
      parameters: { ruleSet: 205 },
      from: 205,
      what: "root accumulates again",
      source: "e6683abcd (2024-11-05)",
    },
    {
      rule: "generateEmission195",
      parameters: { ruleSet: 210 },
      from: 210,
      what: "root accumulates nothing and has no epoch",
      source: "4e2c494cd (2024-11-25)",
    },
    {
      rule: "generateEmission195",
      parameters: { ruleSet: 211 },
      from: 211,
      what: "nor do subnets whose registration is off",
      source: "44d685972 (2024-11-27)",
    },
    NEVER_ON_MAIN,
    {
      rule: "alphaSplit233",
      parameters: { ruleSet: 233 },
      from: 233,
      what: "owner's cut, root's part sold for TAO, the rest to miners and validators together",
      source: "e2b8367b8 (2025-02-13)",
    },
    { rule: "alphaSplit233", parameters: { ruleSet: 261 }, from: 261, what: "in U96F32", source: "6b86ebf30 (2025-04-11)" },
    {
      rule: "alphaSplit233",
      parameters: { ruleSet: 283 },
      from: 283,
      what: "a sale that fails loses the block's alpha",
      source: "e9bbb6134 (2025-06-30)",
    },
    {
      rule: "alphaSplit233",
      parameters: { ruleSet: 298 },
      from: 298,
      what: "a subsidised subnet sells nothing",
      source: "6309d3592 (2025-07-29)",
    },
    {
      rule: "alphaSplit233",
      parameters: { ruleSet: 334 },
      from: 334,
      what: "root's part stays alpha, to be claimed",
      source: "6218ecc5c (2025-11-04)",
    },
    {
      rule: "alphaSplit233",
      parameters: { ruleSet: 342 },
      from: 342,
      what: "root's part only while the moving prices add up to more than one",
      source: "6a76ecc0d (2025-11-06)",
    },
    {
      rule: "alphaSplit",
      from: 343,
      what: "counters for miners, validators and root apart",
      source: "b179867c3 (2025-11-07)",
      given: "ownerCutEnabled is true before 411",
    },
  ]),
  split: spans("split", [
    {
      rule: "emitThroughHotkey127",
      parameters: { ruleSet: 127 },
      from: 127,
      what: "a hotkey's emission goes to its nominators after the take; wrapping operators",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      rule: "emitThroughHotkey127",
      parameters: { ruleSet: 153 },
      from: 153,
      what: "clamping operators",
      source: "de1026780 (2024-07-02)",
    },
    {
      rule: "accumulateHotkey195",
      parameters: { ruleSet: 195 },
      drain: { ruleSet: 195 },
      from: 195,
      what: "through an account for each hotkey, drained on a tempo of its own",
      source: "e79b0999d (2024-08-29)",
    },
    {
      rule: "accumulateHotkey195",
      parameters: { ruleSet: 195 },
      drain: { ruleSet: 201 },
      from: 201,
      what: "the quotient before the product; every stake counts",
      source: "abd87c667 (2024-09-12)",
    },
    {
      rule: "accumulateHotkey195",
      parameters: { ruleSet: 195 },
      drain: { ruleSet: 202 },
      from: 202,
      what: "stake added since the last drain does not count",
      source: "4f3f151ce (2024-09-12)",
    },
    {
      rule: "accumulateHotkey195",
      parameters: { ruleSet: 210 },
      drain: { ruleSet: 210 },
      from: 210,
      what: "child take of each parent's part; take and mining untouchable by the delegates' split",
      source: "4e2c494cd (2024-11-25)",
    },
    NEVER_ON_MAIN,
    {
      rule: "distribute233",
      parameters: { ruleSet: 233 },
      from: 233,
      what: "dynamic TAO: the root part is sold for TAO, and paid as alpha once more",
      source: "e2b8367b8 (2025-02-13)",
    },
    {
      rule: "distribute233",
      parameters: { ruleSet: 244 },
      from: 244,
      what: "the alpha part leaves the root part out",
      source: "5073ade60 (2025-02-24)",
    },
    {
      rule: "distribute233",
      parameters: { ruleSet: 252 },
      from: 252,
      what: "child take of each parent of another owner; the owner hotkey's incentive is withheld",
      source: "b61dd3020 (2025-03-19)",
    },
    {
      rule: "distribute233",
      parameters: { ruleSet: 257 },
      from: 257,
      what: "alpha dividends rescaled to the validators' pool",
      source: "8de0d23ca (2025-03-28)",
    },
    { rule: "distribute233", parameters: { ruleSet: 261 }, from: 261, what: "in U96F32", source: "6b86ebf30 (2025-04-11)" },
    {
      rule: "distribute233",
      parameters: { ruleSet: 315 },
      from: 315,
      what: "child-key burn",
      source: "81ee047fd (2025-09-09)",
    },
    {
      rule: "distribute233",
      parameters: { ruleSet: 334 },
      from: 334,
      what: "the root part stays alpha, to be claimed",
      source: "6218ecc5c (2025-11-04)",
    },
    {
      rule: "dividendDistribution",
      from: 343,
      what: "root by its part of the stake, alpha the rest; validators' and root's pending alpha are counted apart",
      source: "b179867c3 (2025-11-07), as in 14bc6f9f9 (2026-06-30)",
    },
    {
      rule: "dividendDistribution",
      from: 441,
      what: "the whole dividend of a hotkey without a root uid counted as alpha",
      source: "pull requests 2968, 3035 (2026-08-03)",
      given: "a root stake of 0 for hotkeys without a root uid",
    },
    {
      rule: "dividendDistribution475",
      from: 442,
      what: "alpha by its part of the stake, root the rest where the hotkey has a root uid",
      source: "pull request 3035 (2026-08-04), code at 1a587cc8",
    },
  ]),
  movingPrice: spans("movingPrice", [
    BEFORE_DYNAMIC_TAO,
    { rule: "movingPrice233", parameters: { ruleSet: 233 }, from: 233, what: "one speed, no cap", source: "e2b8367b8 (2025-02-13)" },
    {
      rule: "movingPrice233",
      parameters: { ruleSet: 234 },
      from: 234,
      what: "the price capped at one",
      source: "f95810a25 (2025-02-13)",
    },
    {
      rule: "movingPrice233",
      parameters: { ruleSet: 246 },
      from: 246,
      what: "slower for young subnets, by the age since registration",
      source: "a27fff291 (2025-03-06)",
    },
    {
      rule: "movingPrice233",
      parameters: { ruleSet: 252 },
      from: 252,
      what: "how slow is the subnet's parameter",
      source: "b61dd3020 (2025-03-19)",
    },
    {
      rule: "movingPrice233",
      parameters: { ruleSet: 258 },
      from: 258,
      what: "the age since the start call",
      source: "719a6f5e9 (2025-04-04)",
    },
    { rule: "movingPrice233", parameters: { ruleSet: 261 }, from: 261, what: "in U96F32", source: "6b86ebf30 (2025-04-11)" },
    { rule: "movingPrice", from: 423, what: "in U64F64", source: "06032d518 (2026-06-25)" },
  ]),
  schedule: spans("schedule", [
    {
      rule: "scheduleOld",
      parameters: { variant: "wrapping", tempoZeroBlocks: 1_000n },
      from: 127,
      what: "period of tempo + 1 blocks, by (block + netuid + 1) mod (tempo + 1), which wraps",
      source: "3a6bf6308 (2023-08-01)",
    },
    {
      rule: "scheduleOld",
      parameters: { variant: "saturating", tempoZeroBlocks: 1_000n },
      from: 153,
      what: "the addition clamps at 2^64-1",
      source: "de1026780 (2024-07-02)",
    },
    {
      rule: "scheduleOld",
      parameters: { variant: "saturating" },
      from: 195,
      what: "a tempo of 0 waits for ever instead of 1000 blocks; no epoch runs either way",
      source: "e79b0999d (2024-08-29)",
    },
    NEVER_ON_MAIN,
    {
      rule: "scheduleOld",
      parameters: { variant: "wrapping" },
      from: 233,
      what: "the addition wraps at 2^64",
      source: "e2b8367b8 (2025-02-13), last e367ae647 (2026-06-23)",
    },
    {
      rule: "schedule",
      from: 423,
      what: "period of tempo blocks from the last epoch, manual triggers, a cap for each block",
      source: "06032d518 (2026-06-25)",
    },
    {
      ...UNPINNED,
      from: 433,
      what: "`schedule` (likely) or `schedule475` without Null subnets; they differ where a subnet's inputs are inconsistent, or its counter is above a shortened tempo",
      source: "pull request 2964, between 2026-07-22 and 2026-07-27",
    },
    {
      rule: "schedule475",
      from: 440,
      what: "the safety net follows the tempo; a due Null subnet, which there is from 475 on, lowers the cap to one",
      source: "pull request 2964; inferred for 440, code of later ones",
      given: "nullConsensus false everywhere before 475",
    },
  ]),
  root: spans("root", [
    { ...NONE, from: 127, what: "no root network, see shares", source: "3a6bf6308 (2023-08-01)" },
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
    { ...NEVER_ON_MAIN },
    {
      ...NONE,
      from: 233,
      what: "no root epoch any more, see shares",
      source: "e2b8367b8 (2025-02-13)",
    },
  ]),
};

export const RULE_KINDS = Object.keys(RULES) as readonly RuleKind[];
