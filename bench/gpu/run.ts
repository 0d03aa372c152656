import { createPool } from "../../bindings/pool/index.js";
import { caseDeadline } from "../deadline.js";
import { measure, type Effort } from "../measure.js";
import { statesOf, type BatchCase } from "./cases.js";
import { gpuBatch, poolBatch, wasmBatch } from "./contenders.js";
import type { OpenGpu } from "./open.js";
import { newReport, type GpuReport } from "./report.js";
import { splitOf, stageTimesOf } from "./split.js";

/** ms, together and for a case; slow cases take their least rounds and go beyond. */
export interface BatchEffort extends Omit<Effort, "until"> {
  limit: number;
  mostPerCase: number;
}

const SPLIT_ROUNDS = 3;

/** Times the cases one after another, and hands on what there is so far after each. */
export async function runCases(
  { engine, bench, startUp }: OpenGpu,
  command: string,
  cases: readonly BatchCase[],
  { limit, mostPerCase, ...form }: BatchEffort,
  write: (report: GpuReport) => void,
): Promise<GpuReport> {
  const pool = await createPool();
  const report = newReport({ command, adapter: engine.adapter, threads: pool.size, startUp, plannedCases: cases.length });
  const end = performance.now() + limit;
  for (const [i, item] of cases.entries()) {
    console.error(`${item.networks} of ${item.size} ${item.mode} ...`);
    const states = statesOf(item);
    const until = caseDeadline(performance.now(), end, cases.length - i, mostPerCase);
    const contenders = [wasmBatch(states), poolBatch(pool, states), gpuBatch(engine, states)];
    const [wasm, threads, gpu] = await measure(contenders, undefined, { ...form, until });
    const split = await splitOf(bench, states, SPLIT_ROUNDS);
    const stages = await stageTimesOf(bench, states, SPLIT_ROUNDS);
    report.cases.push({ case: item, wasm: wasm!, threads: threads!, gpu: gpu!, split, stages });
    write(report);
  }
  await pool.close();
  return report;
}
