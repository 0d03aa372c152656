import { table } from "../markdown.js";
import { median } from "../median.js";
import { weightsOf } from "./cases.js";
import { caution, crossovers, gain, type BatchReport, type GpuReport } from "./report.js";
import { PARTS, type Part } from "./split.js";

const PART_NAMES = Object.keys(PARTS) as Part[];

function ms(ns: number): string {
  return (ns / 1e6).toFixed(ns < 1e7 ? 2 : 0);
}

function caseRow(item: BatchReport): (string | number)[] {
  const { size, mode, networks } = item.case;
  const ratio = gain(item);
  return [
    size,
    mode,
    networks,
    ms(median(item.wasm.samples)),
    ms(median(item.gpu.samples)),
    ratio.toFixed(ratio < 10 ? 3 : 0),
    item.gpu.rounds,
  ];
}

function splitRow({ case: { size, mode, networks }, split }: BatchReport): (string | number)[] {
  return [size, mode, networks, ...PART_NAMES.map((part) => ms(split[part]))];
}

export function markdown(report: GpuReport): string {
  const { adapter, cases, startUp, plannedCases } = report;
  const warning = caution(report);
  return (
    [
      "# GPU benchmark",
      ...(cases.length === plannedCases ? [] : [`**This report is incomplete: ${cases.length} of ${plannedCases} cases.**`]),
      ...(warning === null ? [] : [`**${warning}**`]),
      `Adapter: ${adapter.name} (vendor ${adapter.vendor || "-"}, architecture ${adapter.architecture || "-"}, ${adapter.description || "no description"}).
Node ${report.node} on ${report.processor}. Both sides take the caller's states and give results of the caller's own; they
gave the same digests, and took turns round by round. WebAssembly runs on one thread.`,
      "![how many times as fast as WebAssembly](gpu.svg)",
      "## Times",
      table(2, ["network", "mode", "networks", "wasm ms", "gpu ms", "x wasm", "rounds"], cases.map(caseRow)),
      "`x wasm`: how many times as fast as one thread of WebAssembly in the same round, median over the rounds.",
      "## Where the GPU begins to pay",
      table(
        2,
        ["network", "mode", "weights in the batch"],
        crossovers(cases).map(({ size, mode, weights }) => [size, mode, weights?.toLocaleString("en-US") ?? "never here"]),
      ),
      "## Parts",
      `ms, one behind the other; a batch of several chunks overlaps them. ${PART_NAMES.map((part) => `\`${part}\`: ${PARTS[part]}`).join("; ")}.`,
      table(2, ["network", "mode", "networks", ...PART_NAMES], cases.map(splitRow)),
      "## First use",
      `Adapter and device: ${ms(startUp.device)} ms. Then, before the first batch of each mode, one after the other and the first
with the shaders that all share:`,
      table(
        1,
        ["mode", "shaders compiled, ms", "self-test (first run of each of them), ms"],
        startUp.modes.map(({ mode, compile, selfTest }) => [mode, ms(compile), ms(selfTest)]),
      ),
      `Weights in the largest batch: ${Math.max(0, ...cases.map((item) => weightsOf(item.case))).toLocaleString("en-US")}.`,
    ].join("\n\n") + "\n"
  );
}
