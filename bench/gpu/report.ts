import { cpus } from "node:os";
import type { Mode } from "../../bindings/gpu/modes.js";
import type { GpuAdapterInfo } from "../../bindings/gpu/types.js";
import type { Measurement } from "../measure.js";
import { timesAsFast } from "../ratios.js";
import { weightsOf, type BatchCase } from "./cases.js";
import type { Split } from "./split.js";

export interface BatchReport {
  case: BatchCase;
  wasm: Measurement;
  gpu: Measurement;
  split: Split;
}

/** ns, for the first batch of a mode */
export interface ModeStart {
  mode: Mode;
  /** its shaders beside those of the modes before it, for the first time in this process */
  compile: number;
  /** its known answers, and with them the first run of each of those shaders */
  selfTest: number;
}

/** ns, once for a device */
interface StartUp {
  /** adapter and device */
  device: number;
  /** one after the other, the first with all that modes share */
  modes: ModeStart[];
}

export interface GpuReport {
  adapter: GpuAdapterInfo;
  node: string;
  processor: string;
  startUp: StartUp;
  plannedCases: number;
  cases: BatchReport[];
}

export function newReport(parts: Pick<GpuReport, "adapter" | "startUp" | "plannedCases">): GpuReport {
  return { ...parts, node: process.version, processor: cpus()[0]?.model ?? "unknown", cases: [] };
}

/** How many times as fast the GPU is as one thread of WebAssembly. */
export function gain({ gpu, wasm }: BatchReport): number {
  return timesAsFast(gpu, wasm);
}

/** What has to be said wherever a number of a software device stands; null for hardware. */
export function caution({ adapter }: GpuReport): string | null {
  return adapter.isFallbackAdapter
    ? `${adapter.name} is SOFTWARE: it runs the shaders on the CPU, for checking. Nothing here is the speed of a GPU.`
    : null;
}

export interface Crossover {
  size: string;
  mode: BatchCase["mode"];
  /** weights of the smallest batch from which on the GPU was at least as fast; null where it never was */
  weights: number | null;
}

/** Where the GPU begins to pay, of the batches of each size and mode. */
export function crossovers(cases: readonly BatchReport[]): Crossover[] {
  const groups = new Map<string, BatchReport[]>();
  for (const item of cases) {
    const key = `${item.case.size} ${item.case.mode}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => weightsOf(a.case) - weightsOf(b.case));
    const below = sorted.findLastIndex((item) => gain(item) < 1);
    const first = sorted[below + 1];
    return { size: group[0]!.case.size, mode: group[0]!.case.mode, weights: first === undefined ? null : weightsOf(first.case) };
  });
}
