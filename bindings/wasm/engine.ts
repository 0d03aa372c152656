import { U64_MAX } from "../values/constants.js";
import type { Engine } from "../boundary/engine.js";
import { ChainTrapError, EpochInputError, EpochSizeError } from "../errors.js";
import { largest } from "../values/extremes.js";
import {
  LIQUID_ALPHA_CONSENSUS_MODES,
  type CheckedNullState,
  type CheckedState,
  type CheckedSubnetState,
  type CheckedYumaSubnetState,
} from "../boundary/input.js";
import {
  NULL_STATE_SCALARS,
  RESULT_NAMES,
  RESULT_VECTORS,
  SHARED_VECTORS,
  STATE_SCALARS,
  TOTAL_NAMES,
  TOTAL_VECTORS,
  TRACE_PARTS,
  TRACE_ROWS,
  TRACE_VECTORS,
  isGiven,
  isTraced,
  type ResultVector,
  type TracePart,
  type VectorType,
} from "./layout.js";
import { RULE_SETS, RULE_WORDS, TRAPS } from "../ruleSets/ruleSets.js";
import type {
  HistoricEpochResult,
  HistoricSubnetEpochResult,
  EpochOptions,
  HistoricEpochTrace,
  FixedRows,
  MechanismResult,
  MechanismState,
  NullTrace,
  SharedState,
  SparseRows,
  StoredRows,
} from "../types.js";
import { WasmInstance, tooLarge } from "./instance.js";
import { ADVICE } from "./webAssembly.js";

type Scalar = number | bigint | boolean;
type Trace = HistoricEpochTrace | NullTrace;
type Taken = "copy" | "view";

/** Copies a checked state into an instance's arena, runs the kernels and copies the results out. */
export class WasmEngine extends WasmInstance implements Engine {
  readonly backend: string;
  private readonly matricesOnly: boolean;

  /** `matricesOnly`: never take the fast path, whose results are the same. */
  constructor(backend: string, module: WebAssembly.Module, { matricesOnly = false }: { matricesOnly?: boolean } = {}) {
    super(module);
    this.backend = backend;
    this.matricesOnly = matricesOnly;
  }

  epoch(state: CheckedState, options: Pick<EpochOptions, "trace" | "views">): HistoricEpochResult {
    this.refuseOwnMemory(state);
    return this.attempt(() => this.singleEpoch(state, options));
  }

  subnetEpoch(state: CheckedSubnetState, options: { trace?: boolean }): HistoricSubnetEpochResult {
    this.refuseOwnMemory(state);
    return this.attempt(() => (state.epochConsensus === "yuma" ? this.yumaSubnet(state, options) : this.nullSubnet(state, options)));
  }

  private singleEpoch(given: CheckedState, options: Pick<EpochOptions, "trace" | "views">): HistoricEpochResult {
    // The one stake of the time before dynamic TAO lies where alpha does from then on.
    const state = RULE_SETS[given.ruleSet].dynamicTao ? given : { ...given, alphaStake: given.stake! };
    this.layOut(state, [state], state.previousConsensus.length);
    this.writeShared(state, STATE_SCALARS);
    this.writeYuma(state);
    this.writeMechanism(state);
    this.runEpoch(state, state, options);
    const taken: Taken = options.views ? "view" : "copy";
    const result: HistoricEpochResult = { ...this.readResult(state, taken), bonds: this.readStoredRows(state.n, taken) };
    if (options.trace) result.trace = this.readTrace(state);
    return result;
  }

  private yumaSubnet(state: CheckedYumaSubnetState, options: { trace?: boolean }): HistoricSubnetEpochResult {
    const { minerBudget, localDividendBudget, rootBudget, mechanisms } = state;
    const total = saturatingSum(minerBudget, localDividendBudget, rootBudget);
    const previous = largest(mechanisms.map(({ previousConsensus }) => previousConsensus.length));
    const parts = this.split(total, state);
    this.layOut(state, mechanisms, previous);
    this.call("beginTotals");
    const results = mechanisms.map((mechanism, i): [MechanismResult, Trace | null] => {
      const single: CheckedState = { ...state, ...mechanism, raoEmission: parts[i]! };
      this.writeShared(single, STATE_SCALARS);
      this.writeYuma(single);
      this.writeMechanism(mechanism);
      this.runEpoch(state, mechanism, options);
      this.call("addToTotals", parts[i]!, total, Number(i === 0), Number(true));
      const result = { ...this.readMechanism(state.n), bonds: this.readStoredRows(state.n) };
      return [result, options.trace ? this.readTrace(single) : null];
    });
    return this.readTotals(state, results);
  }

  private nullSubnet(state: CheckedNullState, options: { trace?: boolean }): HistoricSubnetEpochResult {
    const { minerBudget, localDividendBudget, rootBudget, mechanisms } = state;
    const total = saturatingSum(minerBudget, localDividendBudget, rootBudget);
    const mining = this.split(minerBudget, state);
    const local = this.split(localDividendBudget, state);
    const root = this.split(rootBudget, state);
    this.layOut(state, mechanisms, 0);
    this.call("beginTotals");
    const results = mechanisms.map((mechanism, i): [MechanismResult, Trace | null] => {
      this.writeShared(state, NULL_STATE_SCALARS);
      this.writeMechanism(mechanism);
      this.call("nullEpoch", mining[i]!, saturatingSum(local[i]!, root[i]!), saturatingSum(mining[i]!, local[i]!));
      this.call("addToTotals", saturatingSum(mining[i]!, local[i]!, root[i]!), total, Number(i === 0), Number(false));
      return [this.readMechanism(state.n), options.trace ? this.readNullTrace(state.n) : null];
    });
    return this.readTotals(state, results);
  }

  /** An amount over the mechanisms. mechanisms.md. */
  private split(amount: bigint, { ruleSet, emissionSplit, mechanisms }: CheckedSubnetState): bigint[] {
    const count = mechanisms.length;
    const { shortSplitPadded } = RULE_SETS[ruleSet];
    const counts = emissionSplit !== null && (shortSplitPadded || emissionSplit.length === count);
    if (counts)
      this.write(
        "emissionSplit",
        Uint16Array.from({ length: count }, (_, i) => emissionSplit[i] ?? 0),
      );
    this.call("splitEmission", amount, count, Number(!counts));
    return Array.from(this.read(BigUint64Array, "emissionParts", count));
  }

  /** Whether the last epoch took the fast path. */
  get panelsRan(): boolean {
    return Boolean(this.get("panelsRan"));
  }

  private layOut(state: SharedState, mechanisms: readonly MechanismState[], previous: number): void {
    const weights = largest(mechanisms.map((mechanism) => mechanism.weights.uids.length));
    const bonds = largest(mechanisms.map((mechanism) => mechanism.bonds.uids.length));
    if (!this.call("layOut", state.n, weights, bonds, previous)) throw this.tooLarge(state.n, weights, bonds);
  }

  /** Only the general path leaves the matrices of a trace behind. */
  private runEpoch(state: SharedState, { weights, bonds }: MechanismState, options: { trace?: boolean }): void {
    if (!this.call("epoch", Number(this.matricesOnly || options.trace === true))) {
      const trapped = this.get("trapped") as number;
      if (trapped > 0) throw new ChainTrapError(TRAPS[trapped - 1]!);
      throw this.tooLarge(state.n, weights.uids.length, bonds.uids.length);
    }
  }

  private tooLarge(n: number, weights: number, bonds: number): EpochSizeError {
    return tooLarge(`an epoch of ${n} uids with ${weights} weights and ${bonds} bonds`, this.get("arenaBytes") as bigint);
  }

  private writeShared(state: SharedState, scalars: readonly string[]): void {
    for (const name of scalars) this.set(name, (state as unknown as Record<string, Scalar>)[name]!);
    this.set("rules", RULE_WORDS[state.ruleSet!]);
    this.set("ownerUid", state.ownerUid ?? -1);
    for (const name of SHARED_VECTORS) this.write(name, state[name]);
  }

  private writeYuma(state: CheckedState): void {
    this.set("hasLastYumaStepBlock", state.lastYumaStepBlock !== null);
    this.set("lastYumaStepBlock", state.lastYumaStepBlock ?? 0n);
    this.set("liquidAlphaConsensusMode", LIQUID_ALPHA_CONSENSUS_MODES.indexOf(state.liquidAlphaConsensusMode));
    this.set("previousConsensusLength", state.previousConsensus.length);
    this.write("previousConsensus", state.previousConsensus);
    this.write("validatorPermits", state.validatorPermits);
  }

  private writeMechanism(mechanism: MechanismState): void {
    this.write("lastUpdate", mechanism.lastUpdate);
    this.write("commitBlocks", mechanism.commitBlocks);
    this.writeRows("storedWeights", mechanism.weights);
    this.writeRows("storedBonds", mechanism.bonds);
  }

  private readResult({ n, ruleSet }: CheckedState, taken: Taken): Omit<HistoricEpochResult, "bonds"> {
    const rules = RULE_SETS[ruleSet];
    const result: Partial<Record<ResultVector, unknown>> = {};
    for (const name of RESULT_NAMES) if (isGiven(name, rules)) result[name] = this.read(RESULT_VECTORS[name], name, n, taken);
    return result as Omit<HistoricEpochResult, "bonds">;
  }

  private readMechanism(n: number): MechanismResult {
    return {
      incentive: this.read(Uint16Array, "incentive", n),
      consensus: this.read(Uint16Array, "consensus", n),
      serverEmission: this.read(BigUint64Array, "serverEmission", n),
      validatorEmission: this.read(BigUint64Array, "validatorEmission", n),
    };
  }

  private readTotals({ n, ruleSet }: CheckedSubnetState, results: [MechanismResult, Trace | null][]): HistoricSubnetEpochResult {
    const rules = RULE_SETS[ruleSet];
    const totals = TOTAL_NAMES.flatMap((name) =>
      isGiven(name, rules) && (name !== "stake" || rules.stakeSummed)
        ? [[name, this.read(RESULT_VECTORS[name], TOTAL_VECTORS[name], n)]]
        : [],
    );
    const result = { ...Object.fromEntries(totals), mechanisms: results.map(([mechanism]) => mechanism) } as HistoricSubnetEpochResult;
    const traces = results.flatMap(([, trace]) => (trace === null ? [] : [trace]));
    if (traces.length > 0) result.trace = traces as HistoricEpochTrace[] | NullTrace[];
    return result;
  }

  private readTrace(state: CheckedState): HistoricEpochTrace {
    const { n } = state;
    const rules = RULE_SETS[state.ruleSet];
    const read = (part: TracePart) =>
      part in TRACE_VECTORS
        ? this.read(BigInt64Array, TRACE_VECTORS[part as keyof typeof TRACE_VECTORS], n)
        : this.readFixedRows(TRACE_ROWS[part as keyof typeof TRACE_ROWS], n);
    const parts = TRACE_PARTS.filter((part) => isTraced(part, rules));
    const trace = Object.fromEntries(parts.map((part) => [part, read(part)])) as unknown as HistoricEpochTrace;
    if (rules.liquidAlphaByColumn && this.get("liquidByColumnRan")) {
      if (!rules.dynamicTao) {
        trace.liquidQuantiles = this.read(BigInt64Array, "liquidQuantiles", 2);
        trace.liquidLogistic = this.read(BigInt64Array, "liquidLogistic", 2);
      }
      trace.liquidAlpha = this.read(BigInt64Array, "columnAlphasX32", n);
    }
    if (this.get("liquidAlphaRan") && rules.liquidAlphaConsensusSelectable) {
      trace.liquidAlphaConsensus = this.read(BigInt64Array, "liquidAlphaConsensusX32", n);
    }
    return trace;
  }

  private readNullTrace(n: number): NullTrace {
    const winner = this.get("winner") as number;
    return {
      winner: winner < 0 ? null : winner,
      stake: this.read(BigInt64Array, "stakeX32", n),
      // Weights are held as integers in I64F64; dividend shares are the raw bits of the stake themselves.
      incentiveShares: this.readCells("incentiveSharesX64", n).map((share) => share >> 64n),
      dividendShares: this.readCells("dividendSharesX64", n),
      incentive: this.read(BigInt64Array, "incentiveX32", n),
      dividends: this.read(BigInt64Array, "dividendsX32", n),
      minerBudget: BigInt.asUintN(64, this.get("minerBudget") as bigint),
      validatorBudget: BigInt.asUintN(64, this.get("validatorBudget") as bigint),
    };
  }

  private call(name: string, ...parameters: Scalar[]): unknown {
    return this.exports[name]!(...parameters);
  }

  private get(name: string): Scalar {
    return this.exports[name]!.value as Scalar;
  }

  private set(name: string, value: Scalar): void {
    this.exports[name]!.value = value;
  }

  private address(name: string): number {
    return (this.get(name) as number) >>> 0;
  }

  private write(name: string, values: BigUint64Array | Uint16Array | Uint8Array): void {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(this.memory.buffer, this.address(name), bytes.length).set(bytes);
  }

  protected read<T>(type: VectorType<T>, name: string, length: number, taken: Taken = "copy"): T {
    return this.take(type, this.address(name), length, taken);
  }

  private take<T>(type: VectorType<T>, address: number, length: number, taken: Taken): T {
    const view = new type(this.memory.buffer, address, length);
    if (taken === "view") return view;
    try {
      return view.slice();
    } catch (error) {
      throw new EpochSizeError(`the host has no memory for a copy of ${length} results (${(error as Error).message}); ${ADVICE}`);
    }
  }

  private readCells(name: string, count: number): bigint[] {
    const words = new BigUint64Array(this.memory.buffer, this.address(name), count * 2);
    return Array.from({ length: count }, (_, i) => (words[2 * i + 1]! << 64n) | words[2 * i]!);
  }

  /** The addresses of a `Rows` struct: starts, uids, values. */
  private rows(name: string): [number, number, number] {
    const [starts, uids, values] = new Uint32Array(this.memory.buffer, this.address(name), 3);
    return [starts!, uids!, values!];
  }

  private writeRows(name: string, { starts, uids, values }: StoredRows): void {
    const [startsAt, uidsAt, valuesAt] = this.rows(name);
    new Uint32Array(this.memory.buffer, startsAt, starts.length).set(starts);
    new Uint16Array(this.memory.buffer, uidsAt, uids.length).set(uids);
    new Uint16Array(this.memory.buffer, valuesAt, values.length).set(values);
  }

  private readRowsAs<V>(type: VectorType<V>, name: string, n: number, taken: Taken = "copy"): SparseRows<V> {
    const [startsAt, uidsAt, valuesAt] = this.rows(name);
    const starts = this.take(Uint32Array, startsAt, n + 1, taken);
    const count = starts[n]!;
    return { starts, uids: this.take(Uint16Array, uidsAt, count, taken), values: this.take(type, valuesAt, count, taken) };
  }

  private readStoredRows(n: number, taken: Taken = "copy"): StoredRows {
    return this.readRowsAs(Uint16Array, "bonds", n, taken);
  }

  private readFixedRows(name: string, n: number): FixedRows {
    return this.readRowsAs(BigInt64Array, name, n);
  }

  /** Views of an earlier result lie where the next state is written, and would change under way. */
  private refuseOwnMemory(value: object, path = ""): void {
    for (const [name, field] of Object.entries(value)) {
      const place = path === "" ? name : `${path}.${name}`;
      if (!ArrayBuffer.isView(field)) {
        if (typeof field === "object" && field !== null) this.refuseOwnMemory(field, place);
      } else if (field.buffer === this.memory.buffer) {
        throw new EpochInputError(place, "an array of one's own, such as slice() gives", "a view of this engine's memory");
      }
    }
  }
}

function saturatingSum(...amounts: bigint[]): bigint {
  const sum = amounts.reduce((a, b) => a + b, 0n);
  return sum > U64_MAX ? U64_MAX : sum;
}
