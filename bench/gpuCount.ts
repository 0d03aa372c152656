/** Counts what the shaders do for each stored weight; bench/README.md says what is counted. */
import { parseArgs } from "node:util";
import { checkState } from "../bindings/boundary/input.js";
import { epochDigest } from "../bindings/boundary/canonical.js";
import { pack } from "../bindings/gpu/pack.js";
import { jobOf } from "../bindings/gpu/plan.js";
import { ALL, readOutputs } from "../bindings/gpu/outputs.js";
import { Staging } from "../bindings/gpu/staging.js";
import type { EpochResult } from "../bindings/types.js";
import { loadYumaSync } from "../bindings/index.js";
import { weightsOf, statesOf, type BatchCase } from "./gpu/cases.js";
import { CountingDevice } from "./gpu/count/device.js";
import { nothing, sumOf, type Cost } from "./gpu/count/translate.js";
import { memoryDevice } from "../test/gpu/memoryDevice.js";
import type { Mode } from "./shapes.js";

const { values } = parseArgs({
  options: { size: { type: "string", default: "64x256" }, modes: { type: "string", default: "yuma2,yuma3,liquid" } },
});
const [validators, n] = values.size.split("x").map(Number) as [number, number];
const yuma = loadYumaSync();

const perWeight = (amount: number, weights: number) => (amount / weights).toFixed(1);
const row = (name: string, { operations, divisions, loads, stores, shared }: Cost, weights: number) =>
  `| ${[name, ...[operations, divisions, loads, stores, shared].map((amount) => perWeight(amount, weights))].join(" | ")} |`;

for (const mode of values.modes.split(",") as Mode[]) {
  const item: BatchCase = { what: "batch", size: values.size, mode, n, validators, networks: 1 };
  const [state] = statesOf(item);
  const device = new CountingDevice();
  const job = jobOf(checkState(state!), 0, "");
  const outputs = device.run(pack([job], ALL, new Staging(memoryDevice(), 2 ** 31)));
  const outcome = readOutputs(outputs, 0, ALL, n, job.shape.slots.uids);
  if (!("read" in outcome) || epochDigest(outcome.read as EpochResult) !== epochDigest(yuma.epoch(state!)))
    throw new Error(`${mode}: not the epoch's result`);
  const all = [...device.byStage.values()].reduce((sum, cost) => sumOf(sum, cost), nothing());
  console.log(
    [
      `${validators} x ${n} ${mode}, for each weight:`,
      "",
      "| stage | operations | divisions | bytes loaded | bytes stored | accesses to workgroup memory |",
      "|---|--:|--:|--:|--:|--:|",
      ...[...device.byStage].map(([name, cost]) => row(name, cost, weightsOf(item))),
      row("all", all, weightsOf(item)),
      "",
    ].join("\n"),
  );
}
