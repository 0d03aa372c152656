import type { Measurement } from "../measure.js";
import { fixed, table } from "../markdown.js";
import { median } from "../median.js";
import { weightsOf } from "./cases.js";
import { bySize, caution, crossover, gain, type BatchReport, type GpuReport, type StartUp } from "./report.js";
import { PARTS, type Part } from "./split.js";

const PART_NAMES = Object.keys(PARTS) as Part[];
const CONTENDERS = ["wasm", "threads", "gpu"] as const;
const YARDSTICKS = ["wasm", "threads"] as const;

function ms(ns: number): string {
  return (ns / 1e6).toFixed(ns < 1e7 ? 2 : 0);
}

function times({ samples }: Measurement): string {
  return `${ms(median(samples))} / ${ms(Math.min(...samples))}`;
}

function ratio(value: number): string {
  return value.toFixed(value < 10 ? 3 : 0);
}

function caseRow(item: BatchReport): (string | number)[] {
  const { size, mode, networks } = item.case;
  return [
    size,
    mode,
    networks,
    ...CONTENDERS.map((name) => times(item[name])),
    ...YARDSTICKS.map((name) => ratio(gain(item, name))),
    item.gpu.rounds,
  ];
}

/** Networks a second, by the medians. */
function throughputRow(item: BatchReport): (string | number)[] {
  const { size, mode, networks } = item.case;
  const rates = CONTENDERS.map((name) => (networks * 1e9) / median(item[name].samples));
  return [size, mode, networks, ...rates.map((rate) => rate.toFixed(rate < 10 ? 2 : 0))];
}

function crossoverRow(group: readonly BatchReport[]): (string | number)[] {
  const { size, mode } = group[0]!.case;
  return [size, mode, ...YARDSTICKS.map((name) => crossover(group, name)?.toLocaleString("en-US") ?? "never here")];
}

function splitRow({ case: { size, mode, networks }, split }: BatchReport): (string | number | null)[] {
  return [size, mode, networks, ...PART_NAMES.map((part) => (split === null ? null : ms(split[part])))];
}

function total(times: Readonly<Record<string, number>>): number {
  return Object.values(times).reduce((sum, time) => sum + time, 0);
}

/** A roofline's numbers: what is counted for a network, over what the stages take. */
function workRow({ case: item, stages, work }: BatchReport): (string | number)[][] {
  if (stages === null || work === null) return [];
  const weights = weightsOf(item) / item.networks;
  const each = [work.operations / weights, work.bytes / weights, work.operations / work.bytes];
  // An operation a nanosecond is 10^9 a second.
  const rates = [work.operations, work.bytes].map((amount) => (amount * item.networks) / total(stages));
  return [[item.size, item.mode, item.networks, ...[...each, ...rates].map((value) => value.toFixed(value < 10 ? 2 : 0))]];
}

/** The stages by the device's clock, of the largest batch of each size. */
function stageText(cases: readonly BatchReport[]): string {
  const largest = bySize(cases).map((group) => group.at(-1)!);
  const timed = largest.flatMap(({ case: item, stages, split }) => (stages === null || split === null ? [] : [{ item, stages, split }]));
  if (timed.length === 0) return "Not measured: the device has no clock (`timestamp-query`), or it failed.";
  const names = [...new Set(timed.flatMap(({ stages }) => Object.keys(stages)))];
  const header = timed.map(({ item: { networks, size, mode } }) => `${networks} of ${size} ${mode}`);
  const row = (name: string) => [name, ...timed.map(({ stages }) => fixed(stages[name] === undefined ? null : stages[name] / 1e6, 3))];
  const sums = ["all stages", ...timed.map(({ stages }) => fixed(total(stages) / 1e6, 3))];
  const host = ["`compute` by the host's clock", ...timed.map(({ split }) => fixed(split.compute / 1e6, 3))];
  return `ms by the device's own clock, each stage in a pass of its own, medians. What the host's clock has beyond their sum is
submission and waiting; on the other hand stages in passes of their own wait for one another.

${table(1, ["stage", ...header], [...names.map(row), sums, host])}`;
}

export function startUpTable({ device, compile, selfTest }: StartUp): string {
  return table(
    1,
    ["step", "ms"],
    [
      ["adapter and device", ms(device)],
      ["all shaders compiled, side by side", ms(compile)],
      ["self-test (first run of each shader)", ms(selfTest)],
    ],
  );
}

export function markdown(report: GpuReport): string {
  const { adapter, cases, command, date, failed, node, plannedCases, processor, startUp, threads } = report;
  const warning = caution(report);
  return (
    [
      "# GPU benchmark",
      ...(cases.length === plannedCases ? [] : [`**This report is incomplete: ${cases.length} of ${plannedCases} cases.**`]),
      ...(warning === null ? [] : [`**${warning}**`]),
      ...failed.map(({ case: { networks, size, mode }, reason }) => `**FAILED: ${networks} of ${size} ${mode}**: ${reason}`),
      `Adapter: ${adapter.name} (vendor ${adapter.vendor || "-"}, architecture ${adapter.architecture || "-"}, ${adapter.description || "no description"}).
\`${command}\` on ${date.slice(0, 10)}, Node ${node} on ${processor}. All sides take the caller's states and give results of the
caller's own; they gave the same digests, and took turns round by round. Of a sweep and a map all keep a state and are told what
differs; a sum is read of each point, of a map the honest part of the emission. WebAssembly runs on one thread (\`wasm\`) and in a pool of
${threads} (\`threads\`).`,
      "![how many times as fast as WebAssembly](gpu.svg)",
      "## Times",
      "ms, the median over the rounds and the least.",
      table(
        2,
        ["network", "mode", "networks", ...CONTENDERS.map((name) => `${name} ms`), ...YARDSTICKS.map((name) => `x ${name}`), "rounds"],
        cases.map(caseRow),
      ),
      "`x wasm`, `x threads`: how many times as fast the GPU is in the same round, median over the rounds.",
      "## Networks a second",
      table(2, ["network", "mode", "networks", ...CONTENDERS], cases.map(throughputRow)),
      "## Where the GPU begins to pay",
      "Weights in the batch from which on it was at least as fast as",
      table(2, ["network", "mode", "one thread", "all threads"], bySize(cases).map(crossoverRow)),
      "## Parts",
      `ms, one behind the other; a batch of several chunks overlaps them. ${PART_NAMES.map((part) => `\`${part}\`: ${PARTS[part]}`).join("; ")}.`,
      table(2, ["network", "mode", "networks", ...PART_NAMES], cases.filter(({ case: { what } }) => what === "batch").map(splitRow)),
      "## On the device",
      stageText(cases),
      "## Operations and bytes",
      "Counted for a network (`bench/gpuCount.ts`), over the sum of its stages by the device's clock: how near the device comes to what it\ncan do. Bytes are of all loads and stores, those that caches answer too.",
      table(
        2,
        [
          "network",
          "mode",
          "networks",
          "operations a weight",
          "bytes a weight",
          "operations a byte",
          "10^9 operations a second",
          "GB a second",
        ],
        cases.flatMap(workRow),
      ),
      "## First use",
      startUpTable(startUp),
      `Weights in the largest batch: ${Math.max(0, ...cases.map((item) => weightsOf(item.case))).toLocaleString("en-US")}.`,
    ].join("\n\n") + "\n"
  );
}
