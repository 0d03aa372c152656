/** One state on every path: both builds over panels and over matrices, against the specification. */
import { ChainTrapError } from "../../bindings/errors.js";
import { checkState } from "../../bindings/boundary/input.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { epoch as specification } from "../../bindings/reference/epoch.js";
import type { HistoricEpochTrace, HistoricEpochResult, SubnetState } from "../../bindings/types.js";
import { difference } from "../../bindings/verify/difference.js";
import { StagesEngine } from "../stagesEngine.js";
import type { WasmBackend } from "../../bindings/types.js";

const BUILDS: readonly WasmBackend[] = ["wasm", "wasm-scalar"];

const engines = BUILDS.flatMap((build) => {
  return [true, false].map((matricesOnly) => ({
    name: `${build} over ${matricesOnly ? "matrices" : "panels"}`,
    matricesOnly,
    engine: new StagesEngine(build, { matricesOnly }),
  }));
});

export interface Comparison {
  /** the first difference from the specification of each path that has one */
  differences: string[];
  /** whether the fast path took the state */
  panelsRan: boolean;
}

export function compare(state: SubnetState): Comparison {
  const checked = checkState(state);
  const { trace, ...out } = orTrap(() => specification(checked, { trace: true }));
  const differences: string[] = [];
  let panelsRan = false;
  for (const { name, matricesOnly, engine } of engines) {
    const { trace: full, ...got } = orTrap(() => engine.epoch(checked, { trace: matricesOnly }));
    panelsRan ||= engine.panelsRan;
    const raw = full ?? (trace === undefined ? {} : engine.rawBits(checked));
    const expected =
      full === undefined ? Object.fromEntries(Object.keys(raw).map((part) => [part, trace![part as keyof HistoricEpochTrace]])) : trace;
    const found = equalBits(out, got) && equalBits(expected!, raw) ? null : difference(json(out, expected), json(got, raw));
    if (found !== null) differences.push(`${name}: ${found.stage} ${found.position}: expected ${found.expected}, got ${found.got}`);
  }
  return { differences, panelsRan };
}

/** A state on which the chain would have aborted has its reason for a result. */
function orTrap(run: () => HistoricEpochResult): Partial<HistoricEpochResult> {
  try {
    return run();
  } catch (error) {
    if (error instanceof ChainTrapError) return { trap: error.reason } as object;
    throw error;
  }
}

function json(out: unknown, trace: unknown): { out: unknown; trace: unknown } {
  return { out: toJson(out), trace: toJson(trace) };
}

/** Whether two results hold the same arrays, without writing them out. */
function equalBits(a: object, b: object): boolean {
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  return Object.entries(a).every(([name, values]) => {
    const others = (b as Record<string, unknown>)[name];
    if (typeof values === "string") return values === others;
    if (!ArrayBuffer.isView(values)) return typeof others === "object" && others !== null && equalBits(values as object, others);
    return ArrayBuffer.isView(others) && equalArrays(values as Uint8Array, others as Uint8Array);
  });
}

function equalArrays(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
