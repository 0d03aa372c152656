import type { SubnetState } from "../../bindings/types.js";
import { createPool } from "../../bindings/pool/index.js";
import { caseDeadline } from "../deadline.js";
import { measure, type Effort } from "../measure.js";
import { statesOf, type BatchCase } from "./cases.js";
import { contendersOf } from "./contenders.js";
import type { OpenGpu } from "./open.js";
import { allOf, countEpoch } from "./count/epoch.js";
import { newReport, type BatchReport, type GpuReport, type Work } from "./report.js";
import { splitOf, stageTimesOf } from "./split.js";

/** ms, together and for a case; slow cases take their least rounds and go beyond. */
export interface BatchEffort extends Omit<Effort, "until"> {
  limit: number;
  mostPerCase: number;
}

const SPLIT_ROUNDS = 3;

/** Weights of a network that are counted in seconds. */
const MOST_COUNTED = 64 * 1024;

function workOf(state: SubnetState): Work {
  const { operations, loads, stores } = allOf(countEpoch(state));
  return { operations, bytes: loads + stores };
}

/** Times the cases one after another, and hands on what there is so far after each part. One that fails is left for the next. */
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
  const timeCase = async (item: BatchCase, effort: Effort) => {
    const contenders = contendersOf(item, { engine, pool });
    const [wasm, threads, gpu] = await measure(contenders, undefined, effort);
    for (const contender of contenders) contender.close();
    const done: BatchReport = { case: item, wasm: wasm!, threads: threads!, gpu: gpu!, split: null, stages: null, work: null };
    report.cases.push(done);
    write(report);
    // What stays on the device has next to nothing to pack and to read.
    if (item.what !== "batch") return;
    const states = statesOf(item);
    done.split = await splitOf(bench, states, SPLIT_ROUNDS);
    write(report);
    done.stages = await stageTimesOf(bench, states, SPLIT_ROUNDS);
    if (done.stages !== null && item.n * item.validators <= MOST_COUNTED) done.work = workOf(states[0]!);
  };
  for (const [i, item] of cases.entries()) {
    console.error(`${item.networks} of ${item.size} ${item.mode} ...`);
    const until = caseDeadline(performance.now(), end, cases.length - i, mostPerCase);
    try {
      await timeCase(item, { ...form, until });
    } catch (error) {
      console.error(error);
      report.failed.push({ case: item, reason: String(error) });
    }
    write(report);
  }
  await pool.close();
  return report;
}
