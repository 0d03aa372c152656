/** The tables of the README and of the guide, from a run's report. */
import { median } from "./median.js";
import { fixed, flatnessTable, pathTable, ratioTable, shortRatio, stageTable, table } from "./markdown.js";
import { measurementOf, ratio } from "./ratios.js";
import type { CaseReport, Report } from "./report.js";
import { MODES, SHAPES, type Kind, type Mode, type Size } from "./shapes.js";

export type Language = "en" | "zh";

interface Words {
  header: readonly string[];
  recorded: string;
  kinds: Record<Exclude<Kind, "hostile">, string>;
  caption(report: Report): string;
}

const WORDS: Record<Language, Words> = {
  en: {
    header: [
      "network",
      "rows x uids",
      "weights",
      "us an epoch",
      "epochs a second",
      "ns a weight",
      "classic",
      "liquid alpha",
      "times as fast as C",
    ],
    recorded: "subnet 2, recorded",
    kinds: { real: "like real ones,", dense: "dense", sparse: "sparse" },
    caption: (report) =>
      `One run of \`${report.command}\` on ${dayOf(report)}: Node ${versionOf(report)}, ${report.processor}, load ${loadOf(report)}. Medians, under
yuma3 where nothing else is said; C is our plain port of the chain's algorithm (\`-O2\`).`,
  },
  zh: {
    header: ["网络", "行 x uid", "权重", "每个 epoch 的 us", "每秒 epoch", "每个权重的 ns", "classic", "liquid alpha", "是 C 的多少倍快"],
    recorded: "子网 2（录制）",
    kinds: { real: "仿照真实网络，", dense: "稠密", sparse: "稀疏" },
    caption: (report) =>
      `${dayOf(report)} 运行一次 \`${report.command}\` 的结果：Node ${versionOf(report)}，${report.processor}，负载 ${loadOf(report)}。取中位数，
未另注明时为 yuma3；C 是我们对链上算法的直接移植（\`-O2\`）。`,
  },
};

function dayOf({ date }: Report): string {
  return date.slice(0, 10);
}

function versionOf({ node }: Report): string {
  return node.replace("v", "");
}

function loadOf({ load }: Report): string {
  return Math.max(...load).toFixed(1);
}

/** What the README has room for. */
const FOREMOST = ["subnet 2", "12 real 60%", "37 real 60%", "37 real 95%", "64 real 95%", "64 x 256", "64 x 4096", "256 x 4096", "sparse"];

/** What the README shows: what an epoch costs on some networks, and what run that is of. */
export function speedSummary(report: Report, language: Language): string {
  return [WORDS[language].caption(report), speedTable(report, language, FOREMOST)].join("\n\n");
}

/** What the guide shows of the same: all networks. */
export function speedOfAll(report: Report): string {
  const { command, processor, processors, load } = report;
  const [before, after] = load.map((value) => value.toFixed(1));
  const run = `\`${command}\`, ${dayOf(report)}; Node ${versionOf(report)}; ${processors} processors, ${processor}; load over a minute ${before} before and ${after} after.`;
  return [run, speedTable(report, "en", null)].join("\n\n");
}

/** A line a network, real ones first; of some shapes, or of all. */
function speedTable(report: Report, language: Language, shapes: readonly string[] | null): string {
  const { header, recorded, kinds } = WORDS[language];
  const own = report.cases.filter(
    ({ case: { mode, kind, shape } }) => mode === "yuma3" && kind !== "hostile" && (shapes === null || shapes.includes(shape)),
  );
  const rows = own.map((item) => {
    const { shape, kind, rows, uids, weights } = item.case;
    const times = measurementOf(item, "wasm")!.statistics;
    const percent = /\d+%/.exec(shape)?.[0];
    return [
      kind === "real" && percent === undefined ? recorded : [kinds[kind as Exclude<Kind, "hostile">], percent].filter(Boolean).join(" "),
      `${rows} x ${uids}`,
      weights.toLocaleString("en-US"),
      fixed(times.p50 * 1e3, 0),
      fixed(1e3 / times.p50, 0),
      ...(["yuma3", "yuma2", "liquid"] as const).map((mode) => fixed(nsAWeight(report, shape, mode), 1)),
      shortRatio(ratio(item, "wasm", "native")),
    ];
  });
  return table(2, header, rows);
}

function caseOf({ cases }: Report, shape: string, mode: Mode): CaseReport | undefined {
  return cases.find((item) => item.case.shape === shape && item.case.mode === mode);
}

function nsAWeight(report: Report, shape: string, mode: Mode): number | null {
  const item = caseOf(report, shape, mode);
  return item === undefined ? null : (measurementOf(item, "wasm")!.statistics.p50 * 1e6) / item.case.weights;
}

/** How many times as fast `wasm` is as each of the others, and how flat its time. */
export function ratiosText({ cases }: Report): string {
  const own = cases.filter((item) => item.case.kind !== "hostile");
  const flat = flatnessTable(cases);
  return [ratioTable(own), ...(flat === null ? [] : ["ns a weight at 4096 x 4096 over that at 64 x 256:", flat])].join("\n\n");
}

export function pathsText({ cases }: Report): string {
  return pathTable(cases) ?? "";
}

export function stagesText({ cases }: Report): string {
  return stageTable(cases) ?? "";
}

/** Memory a weight, and from the import of the package to the end of the first epoch. */
export function coldText(report: Report): string {
  const memory = report.cases.flatMap((item) => {
    const bytes = measurementOf(item, "wasm")?.memoryBytes ?? null;
    return item.case.mode === "yuma3" && bytes !== null
      ? [[item.case.shape, item.case.weights.toLocaleString("en-US"), fixed(bytes / item.case.weights, 1)]]
      : [];
  });
  const { samples, case: first } = report.startUp;
  const total = median(samples.loadYumaSync.map((times) => times.total)) / 1e6;
  return [
    `From the import to the end of the first epoch (${first.shape}, ${first.mode}) of a fresh process by \`loadYumaSync\`: ${total.toFixed(1)} ms; at most 15 are aimed at.`,
    table(1, ["shape", "weights", "bytes of WebAssembly memory a weight"], memory),
  ].join("\n\n");
}

/** Whether every shape, or every one of a size, is there in every mode, but for those that only the full form has. */
export function isWhole(cases: readonly { shape: string; mode: Mode }[], size?: Size): boolean {
  const wanted = SHAPES.filter((shape) => (size === undefined ? shape.size !== "huge" : shape.size === size));
  return wanted.every(({ name }) => MODES.every((mode) => cases.some((item) => item.shape === name && item.mode === mode)));
}
