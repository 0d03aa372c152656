/** Counts what the shaders do for each stored weight; bench/README.md says what is counted. */
import { parseArgs } from "node:util";
import { weightsOf, statesOf, type BatchCase } from "./gpu/cases.js";
import { allOf, countEpoch } from "./gpu/count/epoch.js";
import type { Cost } from "./gpu/count/translate.js";
import type { Mode } from "./shapes.js";

const { values } = parseArgs({
  options: { size: { type: "string", default: "64x256" }, modes: { type: "string", default: "yuma2,yuma3,liquid" } },
});
const [validators, n] = values.size.split("x").map(Number) as [number, number];

const perWeight = (amount: number, weights: number) => (amount / weights).toFixed(1);
const row = (name: string, { operations, divisions, loads, stores, shared }: Cost, weights: number) =>
  `| ${[name, ...[operations, divisions, loads, stores, shared].map((amount) => perWeight(amount, weights))].join(" | ")} |`;

for (const mode of values.modes.split(",") as Mode[]) {
  const item: BatchCase = { what: "batch", size: values.size, mode, n, validators, networks: 1 };
  const stages = countEpoch(statesOf(item)[0]!);
  console.log(
    [
      `${validators} x ${n} ${mode}, for each weight:`,
      "",
      "| stage | operations | divisions | bytes loaded | bytes stored | accesses to workgroup memory |",
      "|---|--:|--:|--:|--:|--:|",
      ...[...stages].map(([name, cost]) => row(name, cost, weightsOf(item))),
      row("all", allOf(stages), weightsOf(item)),
      "",
    ].join("\n"),
  );
}
