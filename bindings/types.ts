/// <reference lib="esnext.disposable" preserve="true" />
/**
 * The shapes of a subnet's state and of an epoch's result.
 *
 * Units: `…Rao` and stakes are rao (1e-9 TAO or alpha), blocks are block numbers or counts of blocks,
 * a u16 proportion is a fraction of 65535, raw bits are the integer behind a fixed-point number
 * (I32F32: 2^32 is one). Names are the chain's words in camelCase and the keys of the JSON form.
 */

/**
 * A set of epoch rules, named after a runtime version; `docs/rules/rule-sets.md` says under which versions it holds, and
 * which fields it reads.
 */
export type RuleSet = HistoricRuleSet | "spec-425" | "spec-446" | "spec-452" | "spec-475";

/** The rule sets before the June 2026 snapshot, which read fewer fields. */
export type HistoricRuleSet =
  | "spec-127"
  | "spec-144"
  | "spec-153"
  | "spec-154"
  | "spec-195"
  | "spec-233"
  | "spec-252"
  | "spec-257"
  | "spec-273"
  | "spec-283"
  | "spec-297"
  | "spec-320"
  | "spec-365"
  | "spec-397";

/** Which consensus liquid alpha compares with: this epoch's, the stored one, or by bonds penalty. */
export type LiquidAlphaConsensusMode = "current" | "previous" | "auto";

/**
 * Compressed sparse rows: row `i` holds the entries `starts[i]` to `starts[i + 1]` (exclusive) in stored order.
 * Absent is not the same as an explicit zero; rows need not be sorted and may name a uid twice, as on chain.
 */
export interface SparseRows<Values> {
  /** length n + 1, ascending, first 0, last the number of entries */
  readonly starts: Uint32Array;
  /** columns of the entries, row by row */
  readonly uids: Uint16Array;
  /** values of the entries, row by row */
  readonly values: Values;
}

/** Rows as the chain stores them: u16 values. */
export type StoredRows = SparseRows<Uint16Array>;

/** Rows of raw I32F32 bits, as they appear in a trace. */
export type FixedRows = SparseRows<BigInt64Array>;

/** What one mechanism of a subnet holds for itself. */
export interface MechanismState {
  /** block of each uid's last weight setting, length n */
  lastUpdate: BigUint64Array;
  /** stored weights, n rows */
  weights: StoredRows;
  /** stored bonds, n rows */
  bonds: StoredRows;
  /** block of each uid's pending weight commit, length n; 2^64-1 where there is none */
  commitBlocks: BigUint64Array;
}

/** What all mechanisms of a subnet share, and what every kind of epoch needs. */
export interface SharedState {
  /** default: the newest */
  ruleSet?: RuleSet;
  /** number of uids, 0 to 65535 */
  n: number;
  /** the block of the epoch */
  currentBlock: bigint;
  /** blocks without a weight setting after which a uid is inactive */
  activityCutoff: bigint;
  /** length n */
  blockAtRegistration: BigUint64Array;
  /** rao, after child-key inheritance, length n */
  alphaStake: BigUint64Array;
  /** rao on the root network, after child-key inheritance, length n */
  taoStake: BigUint64Array;
  /** fraction of 2^64-1; the upper 32 bits count */
  taoWeight: bigint;
  /** rao */
  stakeThreshold: bigint;
  /** uid of the subnet's owner, null where there is none */
  ownerUid: number | null;
  /** whether weights are committed before they count. masks.md 3 */
  commitReveal: boolean;
}

/** The parameters of a Yuma epoch (as against a Null one). */
export interface YumaParameters {
  /** blocks between epochs, u16 */
  tempo: number;
  /** block of the last epoch, 0 = never */
  lastMechanismStepBlock: bigint;
  /** block of the last Yuma epoch, null = absent (the default); from spec-475 on */
  lastYumaStepBlock?: bigint | null;
  /** 0 or 1 for each uid, length n */
  validatorPermits: Uint8Array;
  /** most permits, u16 */
  maxAllowedValidators: number;
  /** u16 proportion: the share of stake that makes a majority */
  kappa: number;
  /** u16 proportion: 0 = bonds follow the weights, 65535 = bonds follow the clipped weights */
  bondsPenalty: number;
  /** parts per million: how much of the old bonds stays */
  bondsMovingAverage: bigint;
  /** bonds of the weights themselves instead of stake times weights. bonds.md 4 */
  yuma3: boolean;
  /** has an effect under yuma3 only */
  liquidAlpha: boolean;
  /** i16, hundredths */
  alphaSigmoidSteepness: number;
  /** u16 proportion */
  alphaLow: number;
  /** u16 proportion */
  alphaHigh: number;
  /** default "auto"; from spec-446 on */
  liquidAlphaConsensusMode?: LiquidAlphaConsensusMode;
}

/** The input of one epoch: one mechanism of one subnet. */
export interface SubnetState extends SharedState, YumaParameters, MechanismState {
  /** the consensus stored by the epoch before (u16 proportions), default empty = never stored; from spec-446 on */
  previousConsensus?: Uint16Array;
  /** rao to give out in this epoch */
  raoEmission: bigint;
  /** rao, one stake for each hotkey, length n; up to spec-195, in place of `alphaStake` and `taoStake` */
  stake?: BigUint64Array;
}

/** The fields of a state that not every rule set reads. */
type SometimesRead =
  | "alphaStake"
  | "taoStake"
  | "taoWeight"
  | "stakeThreshold"
  | "ownerUid"
  | "commitReveal"
  | "commitBlocks"
  | "tempo"
  | "lastMechanismStepBlock"
  | "bondsPenalty"
  | "yuma3"
  | "liquidAlpha"
  | "alphaSigmoidSteepness"
  | "alphaLow"
  | "alphaHigh";

/**
 * The input of one epoch under a rule set of history. A field that the rule set does not read may be left out, and is
 * checked and then ignored where it is given; one that it reads and that is missing is refused. Beside what every set
 * reads:
 *
 * - up to spec-195 `stake`, from spec-233 on `alphaStake`, `taoStake`, `taoWeight`, `bondsPenalty`
 * - from spec-154 on `liquidAlpha`, `alphaLow`, `alphaHigh`
 * - from spec-252 on `ownerUid`; from spec-257 on `tempo`
 * - from spec-273 on `yuma3`, `stakeThreshold`, `alphaSigmoidSteepness` (spec-273: a u16, plain)
 * - from spec-297 on `commitReveal`, `commitBlocks`; from spec-425 on `lastMechanismStepBlock`
 */
export interface HistoricSubnetState extends Omit<SubnetState, SometimesRead | "ruleSet">, Partial<Pick<SubnetState, SometimesRead>> {
  ruleSet: HistoricRuleSet;
}

/** What an epoch gives; every array is the caller's own, unless views were asked for. */
export interface EpochResult {
  /** u16 proportions, length n */
  stakeWeight: Uint16Array;
  /** 0 or 1, length n */
  active: Uint8Array;
  /** u16 proportions, length n. consensus.md 3 */
  consensus: Uint16Array;
  /** u16 proportions, length n. incentive.md 2 */
  incentive: Uint16Array;
  /** u16 proportions, length n. dividends.md 1, 2 */
  dividends: Uint16Array;
  /** u16 proportions, length n. consensus.md 5 */
  validatorTrust: Uint16Array;
  /** rao, length n */
  serverEmission: BigUint64Array;
  /** rao, length n. emission.md 2 */
  validatorEmission: BigUint64Array;
  /** rao, length n: truncated once, so at least both together. emission.md 2 */
  emission: BigUint64Array;
  /** 0 or 1, length n */
  newValidatorPermits: Uint8Array;
  /** the rows to store */
  bonds: StoredRows;
  /** rao, total stake of each uid before the threshold */
  stake: BigUint64Array;
  /** raw bits of every stage, on request */
  trace?: EpochTrace;
  /** SHA-256 of the canonical bytes of this result as 64 hex digits, on request */
  digest?: string;
}

/** What the epoch gave besides up to spec-320, u16, length n. incentive.md 2 */
export interface RankReports {
  /** the same as `incentive` */
  ranks: Uint16Array;
  /** which part of a uid's stake-weighted weights the consensus left */
  trust: Uint16Array;
  /** combined share, the largest 65535 */
  pruningScores: Uint16Array;
}

/**
 * What an epoch under a rule set of history gives: no `stakeWeight` up to spec-154, no `stake` up to spec-195, and the reports on
 * ranks up to spec-320.
 */
export interface HistoricEpochResult
  extends Omit<EpochResult, "stakeWeight" | "stake" | "trace">,
    Partial<Pick<EpochResult, "stakeWeight" | "stake">>,
    Partial<RankReports> {
  /** raw bits of every stage, on request */
  trace?: HistoricEpochTrace;
}

/** Raw I32F32 bits of every stage, under the stage's name. */
export interface EpochTrace {
  /** normalised, after the threshold */
  stake: BigInt64Array;
  /** normalised over the active uids with a permit */
  activeStake: BigInt64Array;
  /** each row summing to one, without what does not count. weights.md 3 */
  weightsNormalized: FixedRows;
  /** length n. consensus.md 3 */
  consensus: BigInt64Array;
  /** the rows as the consensus cut them. consensus.md 4 */
  clippedWeights: FixedRows;
  /** length n: sums of the clipped rows. consensus.md 5 */
  validatorTrust: BigInt64Array;
  /** length n. incentive.md 1 */
  ranksBeforeNormalize: BigInt64Array;
  /** length n. incentive.md 2 */
  incentive: BigInt64Array;
  /** between the weights and the clipped ones, by the penalty. bonds.md 1 */
  weightsForBonds: FixedRows;
  /** the consensus that liquid alpha compared with; present where its source can be chosen (spec-446 on) and it ran */
  liquidAlphaConsensus?: BigInt64Array;
  /** length n. dividends.md 1, 2 */
  dividends: BigInt64Array;
  /** as stored: after the column maximum is scaled to one in classic mode */
  emaBonds: FixedRows;
}

/** The same under a rule set of history: up to spec-195 no `weightsForBonds`, as those are the clipped weights. */
export interface HistoricEpochTrace extends Omit<EpochTrace, "weightsForBonds">, Partial<Pick<EpochTrace, "weightsForBonds">> {
  /** ranks of the weights before they were clipped; up to spec-320 */
  preRanks?: BigInt64Array;
  /** ranks over preRanks; up to spec-195 */
  trust?: BigInt64Array;
  /** the stored bonds and what the weights alone would make them, each column summing to one; up to spec-195 */
  bondsNormalized?: FixedRows;
  /** what the weights alone would make of the bonds; up to spec-195 */
  bondsDelta?: FixedRows;
  /** of the consensus, low and high; up to spec-195 where liquid alpha ran */
  liquidQuantiles?: BigInt64Array;
  /** slope and offset of the curve; up to spec-195 where liquid alpha ran */
  liquidLogistic?: BigInt64Array;
  /** one for each column; up to spec-257 where liquid alpha ran */
  liquidAlpha?: BigInt64Array;
}

/** What a result holds beside the stored outputs, and whose memory it lies in. */
export interface EpochOptions<Trace extends boolean = boolean, Digest extends boolean = boolean> {
  /** add the raw bits of every stage to the result */
  trace?: Trace;
  /** add the SHA-256 of the result */
  digest?: Digest;
  /**
   * give the arrays, but for the trace's, as views of the engine's memory where it has one: nothing is copied, and the
   * engine's next epoch overwrites or detaches them; default false
   */
  views?: boolean;
}

/** A result whose parts on request are there where they were asked for by a literal `true`. */
export type Requested<
  Result extends { trace?: unknown; digest?: string },
  Trace extends boolean,
  Digest extends boolean = boolean,
> = Result &
  ([Trace] extends [true] ? { trace: NonNullable<Result["trace"]> } : unknown) &
  ([Digest] extends [true] ? { digest: string } : unknown);

/** One row as the chain stores it: absent is not the same as an explicit zero, and uids need not be in order. */
export interface StoredRow {
  /** columns of the entries */
  readonly uids: Uint16Array;
  /** their values, as many */
  readonly values: Uint16Array;
}

/** The fields of a state that hold one element for each uid. */
export type UidField = "lastUpdate" | "blockAtRegistration" | "commitBlocks" | "alphaStake" | "taoStake" | "stake" | "validatorPermits";

/** What of a resident state may change: all but its size and its rules. */
export type StateChanges = Partial<Omit<SubnetState, "n" | "ruleSet">>;

/** What a resident state's run gives of an epoch, and whose memory it lies in. */
export interface ResidentOptions<Output extends string = string, Trace extends boolean = boolean, Digest extends boolean = boolean>
  extends EpochOptions<Trace, Digest> {
  /** what of the result is read, by name; default: all of it. What is not asked for costs nothing */
  outputs?: readonly Output[];
  /**
   * what the chain does from one epoch to the next: the bonds, permits and consensus that this one gives become those of the
   * state, without leaving its memory, and the blocks move on by so many, u64 (`epochBlocks` of yuma-consensus/simulate has
   * the usual number). What others do in between is changed afterwards. Default: the state stays as it is
   */
  advance?: bigint;
}

/**
 * A state that stays where its epochs are computed, for whoever runs many that differ in little: only what changes is
 * written, and only what is asked for is read. Each has memory of its own, as much as an epoch of its size needs, until it is
 * closed; plain epochs of the same engine and other resident states change nothing in it.
 *
 * A change that is refused changes nothing. What the rule set does not read is checked and has no effect.
 *
 * @example
 * using resident = yuma.resident(state);
 * for (const kappa of [20_000, 32_767, 45_000]) {
 *   resident.change({ kappa });
 *   console.log(kappa, resident.run({ outputs: ["dividends"] }).dividends);
 * }
 */
export interface ResidentState<Result extends HistoricEpochResult = EpochResult> {
  /** number of uids, which stays */
  readonly n: number;
  /**
   * One row of the stored weights, whole.
   * @throws EpochInputError where there is no such uid, or the row is none
   * @throws EpochSizeError where it does not fit into memory
   */
  setWeights(uid: number, row: StoredRow): void;
  /** One row of the stored bonds. @throws as `setWeights` */
  setBonds(uid: number, row: StoredRow): void;
  /**
   * One uid's element of a field: its stake, its permit (0 or 1), its last update.
   * @throws EpochInputError where there is no such field or uid, or the value is not of its kind
   */
  set<Name extends UidField>(field: Name, uid: number, value: NonNullable<SubnetState[Name]>[number]): void;
  /**
   * Whole fields: hyperparameters, blocks, stakes, all rows. All are checked before the first is written.
   * @throws EpochInputError where one is not of its kind, would change the size or the rules, or is none
   * @throws EpochSizeError where they do not fit into memory
   */
  change(fields: StateChanges): void;
  /**
   * One epoch of the state as it stands, bit for bit what `Yuma.epoch` gives of it. Views are good until the next call of
   * this resident state. Where it fails the state stays as it was.
   * @throws EpochInputError where an option is none
   * @throws EpochSizeError where the epoch does not fit into memory
   * @throws ChainTrapError as `Yuma.epoch`
   */
  run<Output extends Exclude<keyof Result, "trace" | "digest"> & string, Trace extends boolean, Digest extends boolean>(
    options?: ResidentOptions<Output, Trace, Digest>,
  ): Requested<Pick<Result, Output> & Pick<Result, "trace" | "digest">, Trace, Digest>;
  /** A copy of the state as it stands, with defaults filled in. */
  state(): Result extends EpochResult ? SubnetState : HistoricSubnetState;
  /** Gives its memory back; every other call is refused from then on. May be called again. */
  close(): void;
  /** `close`, for `using`, on hosts that have the symbol. */
  [Symbol.dispose](): void;
}

/** Emission of a subnet's epoch by purpose, rao. */
export interface SubnetBudgets {
  /** rao for miners */
  minerBudget: bigint;
  /** rao for the subnet's validators */
  localDividendBudget: bigint;
  /** rao for root */
  rootBudget: bigint;
  /** u16 shares of each mechanism; null, or another length than the mechanisms', divides evenly */
  emissionSplit: Uint16Array | null;
}

/** A subnet whose mechanisms run Yuma consensus, under a rule set that has mechanisms (spec-320 on). */
export interface YumaSubnetState extends SharedState, YumaParameters, SubnetBudgets {
  /** which consensus the subnet has */
  epochConsensus: "yuma";
  /** at least one; `previousConsensus` as stored for that mechanism (spec-446: the subnet's aggregate) */
  mechanisms: (MechanismState & { previousConsensus?: Uint16Array })[];
}

/** A subnet whose mechanisms run Null consensus: one validator decides. From spec-475 on. */
export interface NullSubnetState extends SharedState, SubnetBudgets {
  /** what decides: one validator, in integers. null.md 1 */
  epochConsensus: "null";
  /** at least one */
  mechanisms: MechanismState[];
}

/** The input of `subnetEpoch`; `epochConsensus` says which it is. */
export type SubnetEpochState = YumaSubnetState | NullSubnetState;

/** The same under a rule set of history that has mechanisms: spec-320, spec-365, spec-397. */
export type HistoricSubnetEpochState = Omit<YumaSubnetState, "ruleSet" | "lastMechanismStepBlock"> &
  Partial<Pick<YumaSubnetState, "lastMechanismStepBlock">> & { ruleSet: HistoricRuleSet };

/** A mechanism's own part of a subnet's epoch. */
export interface MechanismResult {
  /** u16 proportions, length n */
  incentive: Uint16Array;
  /** u16 proportions, length n */
  consensus: Uint16Array;
  /** rao, length n */
  serverEmission: BigUint64Array;
  /** rao, length n */
  validatorEmission: BigUint64Array;
  /** the rows to store; absent after a Null epoch, which leaves the stored bonds alone */
  bonds?: StoredRows;
}

/** What a subnet's epoch under any rule set gives: under spec-320 no `stake`, and the reports on ranks. */
export interface HistoricSubnetEpochResult
  extends Omit<SubnetEpochResult, "stake" | "trace">,
    Partial<Pick<SubnetEpochResult, "stake">>,
    Partial<RankReports> {
  /** one per mechanism, on request */
  trace?: HistoricEpochTrace[] | NullTrace[];
}

/** The mechanisms' terms put together, as the chain stores them for the subnet. */
export interface SubnetEpochResult {
  /** u16 proportions, length n */
  stakeWeight: Uint16Array;
  /** 0 or 1, length n */
  active: Uint8Array;
  /** u16 proportions, length n */
  consensus: Uint16Array;
  /** u16 proportions, length n */
  dividends: Uint16Array;
  /** u16 proportions, length n */
  validatorTrust: Uint16Array;
  /** rao, length n */
  serverEmission: BigUint64Array;
  /** rao, length n */
  validatorEmission: BigUint64Array;
  /** rao, length n */
  emission: BigUint64Array;
  /** 0 or 1, length n */
  newValidatorPermits: Uint8Array;
  /** rao, summed over the mechanisms */
  stake: BigUint64Array;
  /** each one's own part, in their order */
  mechanisms: MechanismResult[];
  /** one per mechanism, on request */
  trace?: EpochTrace[] | NullTrace[];
  /** SHA-256 of the canonical bytes of this result as 64 hex digits, on request */
  digest?: string;
}

/** The integers of a Null epoch. */
export interface NullTrace {
  /** uid of the deciding validator, null where there are no uids */
  winner: number | null;
  /** raw I32F32, length n */
  stake: BigInt64Array;
  /** integers, length n */
  incentiveShares: bigint[];
  /** integers, length n */
  dividendShares: bigint[];
  /** raw I32F32, length n */
  incentive: BigInt64Array;
  /** raw I32F32, length n */
  dividends: BigInt64Array;
  /** rao actually given to miners and validators */
  minerBudget: bigint;
  /** rao actually given to validators */
  validatorBudget: bigint;
}

/** The two builds of the epoch's module: the same sources, exports and bits, with and without SIMD. Neither has imports. */
export type WasmBackend = "wasm" | "wasm-scalar";

/**
 * A host's own type by its name where its declarations are at hand (lib "dom", @types/node), else any object: these
 * declarations need neither.
 */
export type HostType<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer T }> ? T : object;

/** One engine of the epoch. All give the same bits. */
export interface Yuma {
  /** name of the backend: "reference", "wasm" or "wasm-scalar" */
  readonly backend: string;
  /**
   * One epoch of one mechanism. The input is left untouched.
   * @throws EpochInputError where the state cannot be a chain state
   * @throws EpochSizeError where the state does not fit into memory
   */
  epoch<Trace extends boolean, Digest extends boolean>(
    state: SubnetState,
    options?: EpochOptions<Trace, Digest>,
  ): Requested<EpochResult, Trace, Digest>;
  /**
   * The same under a rule set of history. A state read from JSON may name one as well; its result is then this one.
   * @throws ChainTrapError where the chain's own epoch would have aborted
   */
  epoch(state: HistoricSubnetState, options?: EpochOptions): HistoricEpochResult;
  /**
   * A copy of the state that stays where epochs are computed, to be changed bit by bit and run again and again. To be closed
   * in the end.
   * @throws EpochInputError where the state cannot be a chain state
   * @throws EpochSizeError where the state does not fit into memory
   * @throws BackendUnavailableError where the host has no memory left for one more
   */
  resident(state: SubnetState): ResidentState;
  /** The same under a rule set of history. */
  resident(state: HistoricSubnetState): ResidentState<HistoricEpochResult>;
  /**
   * The epoch of a subnet with one or several mechanisms: splits the emission, runs each and puts their terms together.
   * @throws EpochInputError, EpochSizeError as `epoch`
   */
  subnetEpoch<Trace extends boolean, Digest extends boolean>(
    state: SubnetEpochState,
    options?: Omit<EpochOptions<Trace, Digest>, "views">,
  ): Requested<SubnetEpochResult, Trace, Digest>;
  /** The same under a rule set of history that has mechanisms. @throws ChainTrapError where the chain would have aborted */
  subnetEpoch(state: HistoricSubnetEpochState, options?: Omit<EpochOptions, "views">): HistoricSubnetEpochResult;
}
