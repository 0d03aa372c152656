import { cpus } from "node:os";
import type { GpuAdapterInfo } from "../../bindings/gpu/types.js";
import type { Measurement } from "../measure.js";
import { timesAsFast } from "../ratios.js";
import { weightsOf, type BatchCase } from "./cases.js";
import type { Split } from "./split.js";
import type { StageTimes } from "./stageClock.js";

export interface BatchReport {
  case: BatchCase;
  /** on one thread */
  wasm: Measurement;
  /** on all threads */
  threads: Measurement;
  gpu: Measurement;
  /** null until it is measured */
  split: Split | null;
  /** by the device's own clock; null where it has none, and until it is measured */
  stages: StageTimes | null;
  /** what the shaders do for a network; null where that was not counted */
  work: Work | null;
}

/** As bench/gpuCount.ts counts it. */
export interface Work {
  operations: number;
  /** loaded from storage buffers and stored to them, cached or not */
  bytes: number;
}

/** A case that could not be measured, all or in part. */
interface FailedCase {
  case: BatchCase;
  reason: string;
}

/** What the GPU is compared with. */
export type Yardstick = "wasm" | "threads";

/** ns, once for a device */
export interface StartUp {
  /** adapter and device */
  device: number;
  /** all shaders compiled side by side, for the first time in this process */
  compile: number;
  /** the known answers, and with them the first run of each shader */
  selfTest: number;
}

export interface GpuReport {
  /** that gives this report again, on another day */
  command: string;
  adapter: GpuAdapterInfo;
  node: string;
  processor: string;
  /** workers of the pool */
  threads: number;
  /** when the run began, ISO 8601 */
  date: string;
  startUp: StartUp;
  plannedCases: number;
  cases: BatchReport[];
  failed: FailedCase[];
}

export function newReport(parts: Pick<GpuReport, "command" | "adapter" | "threads" | "startUp" | "plannedCases">): GpuReport {
  const processor = cpus()[0]?.model ?? "unknown";
  return { ...parts, node: process.version, processor, date: new Date().toISOString(), cases: [], failed: [] };
}

/** How many times as fast the GPU is as WebAssembly. */
export function gain(item: BatchReport, yardstick: Yardstick): number {
  return timesAsFast(item.gpu, item[yardstick]);
}

/** What has to be said wherever a number of a software device stands; null for hardware. */
export function caution({ adapter }: GpuReport): string | null {
  return adapter.isFallbackAdapter
    ? `${adapter.name} is SOFTWARE: it runs the shaders on the CPU, for checking. Nothing here is the speed of a GPU.`
    : null;
}

/** The cases of each size and mode, the smallest first. */
export function bySize(cases: readonly BatchReport[]): BatchReport[][] {
  const groups = new Map<string, BatchReport[]>();
  for (const item of cases) {
    const key = `${item.case.size} ${item.case.mode}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => weightsOf(a.case) - weightsOf(b.case)));
}

/** Weights of the smallest batch of a group from which on the GPU was at least as fast; null where it never was. */
export function crossover(group: readonly BatchReport[], yardstick: Yardstick): number | null {
  const below = group.findLastIndex((item) => gain(item, yardstick) < 1);
  const first = group[below + 1];
  return first === undefined ? null : weightsOf(first.case);
}
