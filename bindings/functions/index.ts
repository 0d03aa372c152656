/**
 * Everything that `yuma eval` and `yuma verify` can compute: one name, a JSON input, a JSON output, on every backend.
 *
 * @module
 */
import { loadEconomicsSync } from "../economics/index.js";
import { ECONOMICS_FUNCTIONS, readEconomicsInput, type EconomicsFunction } from "../economics/input.js";
import type { Economics } from "../economics/types.js";
import { loadYumaSync } from "../index.js";
import { EpochInputError, UnknownFunctionError } from "../errors.js";
import { fromJson, subnetFromJson } from "../input.js";
import { toJson } from "../output.js";
import { reference, referenceEconomics } from "../reference/index.js";
import type { WasmBackend, Yuma } from "../types.js";
import { ARITHMETIC_FUNCTIONS, evaluateArithmetic, type Arithmetic, type Row } from "./arithmetic.js";
import { referenceArithmetic } from "./referenceArithmetic.js";
import { wasmArithmetic } from "./wasmArithmetic.js";

export interface Backend {
  readonly yuma: Yuma;
  readonly arithmetic: Arithmetic;
  readonly economics: Economics;
}

/** A backend is one key of this object. Each is made when it is first asked for. */
export const BACKENDS = {
  wasm: () => wasmBackend("wasm"),
  "wasm-scalar": () => wasmBackend("wasm-scalar"),
  reference: () => ({ yuma: reference, arithmetic: referenceArithmetic, economics: referenceEconomics }),
} as const satisfies Record<string, () => Backend>;

/** The economics have one build: nothing in them uses SIMD. */
function wasmBackend(backend: WasmBackend): Backend {
  return { yuma: loadYumaSync({ backend }), arithmetic: wasmArithmetic(backend), economics: loadEconomicsSync() };
}

export type BackendName = keyof typeof BACKENDS;

export interface Evaluation {
  out: unknown;
  trace?: unknown;
}

interface EvaluateOptions {
  trace?: boolean;
}

type EpochFunction = (yuma: Yuma, input: unknown, options: EvaluateOptions) => Evaluation;

function split(result: { trace?: unknown }): Evaluation {
  const { trace, ...out } = result;
  return trace === undefined ? { out: toJson(out) } : { out: toJson(out), trace: toJson(trace) };
}

const subnetEpoch: EpochFunction = (yuma, input, options) => split(yuma.subnetEpoch(subnetFromJson(input), options));

const EPOCH_FUNCTIONS: Record<string, EpochFunction> = {
  epoch: (yuma, input, options) => split(yuma.epoch(fromJson(input), options)),
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

const ECONOMICS_METHODS = new Map(ECONOMICS_FUNCTIONS.map((method) => [functionName(method), method]));

export const FUNCTIONS: readonly string[] = [...Object.keys(EPOCH_FUNCTIONS), ...ARITHMETIC_FUNCTIONS, ...ECONOMICS_METHODS.keys()];

function isEntry(value: unknown): value is Row[number] {
  return typeof value === "object" && value !== null && "uid" in value;
}

/** Rows of entries as `[[uid, value], ...]`; the rest as everywhere. */
function arithmeticToJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arithmeticToJson);
  if (isEntry(value)) return [value.uid, String(value.value)];
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, arithmeticToJson(item)]));
  }
  return toJson(value);
}

/**
 * One function on its JSON input.
 * @throws UnknownFunctionError, EpochInputError, EpochSizeError
 */
export function evaluate(backend: Backend, fn: unknown, input: unknown, options: EvaluateOptions = {}): Evaluation {
  if (typeof fn !== "string" || !FUNCTIONS.includes(fn)) throw new UnknownFunctionError(fn, FUNCTIONS);
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw new EpochInputError("in", "an object", input);
  if (fn in EPOCH_FUNCTIONS) return EPOCH_FUNCTIONS[fn]!(backend.yuma, input, { trace: options.trace === true });
  const method = ECONOMICS_METHODS.get(fn);
  if (method !== undefined) {
    const run = backend.economics[method] as (input: object) => unknown;
    return { out: toJson(run(readEconomicsInput(method, input, "fromJson"))) };
  }
  return { out: arithmeticToJson(evaluateArithmetic(backend.arithmetic, fn, input as Record<string, unknown>)) };
}
