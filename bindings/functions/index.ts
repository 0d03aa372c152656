/**
 * Everything that `yuma eval` and `yuma verify` can compute: one name, a JSON input, a JSON output, on every backend.
 *
 * @module
 */
import { loadEconomicsSync } from "../economics/index.js";
import { ECONOMICS_FUNCTIONS, readEconomicsInput, type EconomicsFunction } from "../economics/input.js";
import type { Economics } from "../economics/methods.js";
import { loadYumaSync } from "../index.js";
import { ChainTrapError, EpochInputError, InternalError, UnknownFunctionError, YumaError } from "../errors.js";
import { fromJson, subnetFromJson } from "../boundary/input.js";
import { checkTraced, checkValues } from "../boundary/limits.js";
import { toJson } from "../boundary/jsonForm.js";
import type { Quantity } from "../boundary/quantities.js";
import { reference, referenceEconomics } from "../reference/index.js";
import type { WasmBackend, Yuma } from "../types.js";
import { ARITHMETIC_FUNCTIONS, evaluateArithmetic, type Arithmetic } from "./arithmetic.js";
import { ECONOMICS_OUTPUTS } from "../economics/outputs.js";
import { EPOCH_OUTPUTS } from "../boundary/epochOutputs.js";
import { referenceArithmetic } from "./referenceArithmetic.js";
import { wasmArithmetic } from "./wasmArithmetic.js";

export interface Backend {
  readonly yuma: Yuma;
  readonly arithmetic: Arithmetic;
  readonly economics: Economics;
  /** Forgets what a trap may have left behind; the next call makes everything new. */
  renew?(): void;
}

/** A backend is one key of this object. Each is made when it is first asked for. */
export const BACKENDS = {
  wasm: () => wasmBackend("wasm"),
  "wasm-scalar": () => wasmBackend("wasm-scalar"),
  reference: () => ({ yuma: reference, arithmetic: referenceArithmetic, economics: referenceEconomics }),
} as const satisfies Record<string, () => Backend>;

/** The economics have one build: nothing in them uses SIMD. */
function wasmBackend(backend: WasmBackend): Backend {
  const load = () => ({ yuma: loadYumaSync({ backend }), arithmetic: wasmArithmetic(backend), economics: loadEconomicsSync() });
  const loaded = load();
  return Object.assign(loaded, { renew: () => void Object.assign(loaded, load()) });
}

/** What a backend gives, or a typed error; after any other one the backend is as good as new. @throws YumaError */
export function guarded<T>(backend: Backend, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof YumaError) throw error;
    backend.renew?.();
    throw new InternalError(error);
  }
}

export type BackendName = keyof typeof BACKENDS;

export interface Evaluation {
  /** null where the chain would have aborted */
  out: unknown;
  trace?: unknown;
  /** what the chain would have aborted on */
  trap?: string;
}

interface EvaluateOptions {
  trace?: boolean;
}

type EpochFunction = (yuma: Yuma, input: unknown, options: EvaluateOptions) => Evaluation;

function split({ trace, ...out }: { trace?: unknown }, { toJson: write }: Quantity<object>): Evaluation {
  return trace === undefined ? { out: write(out) } : { out: write(out), trace: toJson(trace) };
}

/** That the chain gives nothing is an answer too. */
function orTrap(run: () => Evaluation): Evaluation {
  try {
    return run();
  } catch (error) {
    if (error instanceof ChainTrapError) return { out: null, trap: error.reason };
    throw error;
  }
}

const subnetEpoch: EpochFunction = (yuma, input, options) => {
  const state = subnetFromJson(input);
  if (options.trace) checkTraced(state.mechanisms);
  return split(yuma.subnetEpoch(state, options), EPOCH_OUTPUTS.subnet);
};

const EPOCH_FUNCTIONS: Record<string, EpochFunction> = {
  epoch: (yuma, input, options) => {
    const state = fromJson(input);
    if (options.trace) checkTraced([state]);
    return split(yuma.epoch(state, options), EPOCH_OUTPUTS.epoch);
  },
  epoch_null: (yuma, input, options) => {
    const consensus = (input as { epochConsensus?: unknown } | null)?.epochConsensus;
    if (consensus !== "null") throw new EpochInputError("epochConsensus", "null (as a string)", consensus);
    return subnetEpoch(yuma, input, options);
  },
  subnet_epoch: subnetEpoch,
};

/** snake_case, digits after a word set off too: dividendDistribution475 is dividend_distribution_475. */
function functionName(method: EconomicsFunction): string {
  return method.replace(/([A-Z]|\d+)/g, (part) => `_${part.toLowerCase()}`);
}

/** The economics under the names of the vectors. */
export const ECONOMICS_METHODS: ReadonlyMap<string, EconomicsFunction> = new Map(
  ECONOMICS_FUNCTIONS.map((method) => [functionName(method), method]),
);

export const FUNCTIONS: readonly string[] = [...Object.keys(EPOCH_FUNCTIONS), ...ARITHMETIC_FUNCTIONS, ...ECONOMICS_METHODS.keys()];

/**
 * One function on its JSON input.
 * @throws UnknownFunctionError, EpochInputError, EpochSizeError, InternalError
 */
export function evaluate(backend: Backend, fn: unknown, input: unknown, options: EvaluateOptions = {}): Evaluation {
  return guarded(backend, () => evaluateUnguarded(backend, fn, input, options));
}

function evaluateUnguarded(backend: Backend, fn: unknown, input: unknown, options: EvaluateOptions): Evaluation {
  if (typeof fn !== "string" || !FUNCTIONS.includes(fn)) throw new UnknownFunctionError(fn, FUNCTIONS);
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw new EpochInputError("in", "an object", input);
  if (fn in EPOCH_FUNCTIONS) return orTrap(() => EPOCH_FUNCTIONS[fn]!(backend.yuma, input, { trace: options.trace === true }));
  checkValues(input);
  const method = ECONOMICS_METHODS.get(fn);
  if (method !== undefined) {
    const run = backend.economics[method] as (input: object) => unknown;
    const write = ECONOMICS_OUTPUTS[method].toJson as (output: unknown) => unknown;
    return { out: write(run(readEconomicsInput(method, input, "fromJson"))) };
  }
  return { out: evaluateArithmetic(backend.arithmetic, fn as keyof Arithmetic, input as Record<string, unknown>) };
}
