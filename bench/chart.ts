import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { use, type EChartsCoreOption } from "echarts/core";
import { GROUND, INK, MUTED, RULE, drawSvg, placed, text, type Ticks } from "../bindings/report/svg.js";
import { measurementOf, weightTime } from "./ratios.js";
import { missing, type CaseReport, type Report } from "./report.js";
import { MODES, type Mode } from "./shapes.js";
import { spread } from "./spread.js";

use([LineChart, GridComponent, LegendComponent, TitleComponent]);

const WIDTH = 960;
const HEIGHT = 640;
const PANEL = { left: 72, right: 148, top: 150, bottom: 72 };
const PANEL_HEIGHT = HEIGHT - PANEL.top - PANEL.bottom;
const LABEL_GAP = 13;

const COLOURS: Record<string, string> = {
  wasm: "#2166ac",
  "wasm-scalar": "#12808a",
  native: "#b2451d",
  "native-O3": "#d9822b",
  "native-needed": "#96690a",
  limit: "#3f7d2c",
  wasm2c: "#6b6b6b",
  reference: "#7b3294",
};

/** The empty symbol stands for a state that is not dense. */
const LOOKS: Record<Mode, { dash: string | number[]; symbol: string; emptySymbol: string }> = {
  yuma2: { dash: "solid", symbol: "circle", emptySymbol: "emptyCircle" },
  yuma3: { dash: [7, 4], symbol: "rect", emptySymbol: "emptyRect" },
  liquid: { dash: [2, 3], symbol: "triangle", emptySymbol: "emptyTriangle" },
};

/** Contenders whose points beside the lines are drawn. */
const MARKED = ["wasm", "native"];
const BESIDE = "real and sparse";

type Point = [weights: number, ns: number];

interface Line {
  contender: string;
  mode: Mode;
  dense: Point[];
  beside: Point[];
}

/**
 * The time per stored weight over the number of stored weights, both on log scales, as an SVG of 960 x 640: one line
 * for each contender and mode, real and sparse states beside the lines. The same report gives the same bytes.
 */
export function epochChart(report: Report): string {
  return drawSvg(chartOption(report), "epoch", WIDTH, HEIGHT);
}

/** Of what is hard for a layout the tables tell. */
export function drawnCases({ cases }: Pick<Report, "cases">): CaseReport[] {
  return cases.filter((item) => item.case.kind !== "hostile");
}

function pointsOf(cases: readonly CaseReport[], contender: string): Point[] {
  const points = cases.flatMap((item): Point[] => {
    const measurement = measurementOf(item, contender);
    return measurement === undefined ? [] : [[item.case.weights, weightTime(item, measurement)]];
  });
  return points.sort(([a], [b]) => a - b);
}

function linesOf(cases: readonly CaseReport[]): Line[] {
  return Object.keys(COLOURS).flatMap((contender) =>
    MODES.map((mode) => {
      const own = cases.filter((item) => item.case.mode === mode);
      const dense = pointsOf(
        own.filter((item) => item.case.kind === "dense"),
        contender,
      );
      return {
        contender,
        mode,
        dense,
        beside: pointsOf(
          own.filter((item) => item.case.kind !== "dense" && MARKED.includes(contender)),
          contender,
        ),
      };
    }).filter(({ dense, beside }) => dense.length + beside.length > 0),
  );
}

/** 1, 2 and 5 times the powers of ten, from the last that is not above `low` to the first above `high`. */
export function niceTicks(low: number, high: number): number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.floor(Math.log10(high)) + 1;
  const all = Array.from({ length: to - from + 1 }, (_, i) => [1, 2, 5].map((factor) => Number(`${factor}e${from + i}`))).flat();
  return all.slice(
    all.findLastIndex((tick) => tick <= low),
    all.findIndex((tick) => tick > high) + 1,
  );
}

/** What is measured at each number of weights; the real shapes lie too near to one another to be named. */
function sizeTicks(cases: readonly CaseReport[]): Ticks {
  const named = cases.filter((item) => item.case.kind !== "real");
  return new Map(
    (named.length > 0 ? named : cases).map(({ case: { weights, shape } }) => [weights, `${shape}\n${weights.toLocaleString("en-US")}`]),
  );
}

/** Names beside the lines' ends, moved apart where several end at one size. */
function endLabels(lines: readonly Line[], low: number, high: number): object[] {
  const height = ([, ns]: Point) => (PANEL_HEIGHT * Math.log(high / ns)) / Math.log(high / low);
  const labels: object[] = lines.map(() => ({}));
  for (const weights of new Set(lines.flatMap(({ dense }) => dense.slice(-1).map(([at]) => at)))) {
    const ending = lines.flatMap(({ dense }, i) => (dense.at(-1)?.[0] === weights ? [{ i, at: height(dense.at(-1)!) }] : []));
    const places = spread(
      ending.map(({ at }) => at),
      LABEL_GAP,
    );
    ending.forEach(({ i, at }, k) => {
      const { contender, mode } = lines[i]!;
      const label = { ...text(11, COLOURS[contender]), textBorderColor: GROUND, textBorderWidth: 3 };
      labels[i] = { show: true, position: "right", distance: 8, offset: [0, places[k]! - at], formatter: `${contender} ${mode}`, ...label };
    });
  }
  return labels;
}

function legends(lines: readonly Line[]): { legend: object[]; series: object[] } {
  const contenders = [...new Set(lines.map(({ contender }) => contender))];
  const modes = [...new Set(lines.map(({ mode }) => mode))];
  const beside = lines.some((line) => line.beside.length > 0) ? [BESIDE] : [];
  const row = { left: 15, selectedMode: false, itemGap: 24, textStyle: text(12) };
  return {
    legend: [
      { ...row, top: 68, itemWidth: 18, itemHeight: 3, icon: "rect", data: contenders },
      { ...row, top: 90, itemWidth: 48, itemHeight: 8, data: [...modes, ...beside] },
    ],
    series: [
      ...contenders.map((name) => ({ type: "line", name, color: COLOURS[name], data: [] })),
      ...modes.map((name) => ({ ...drawn(name, INK), name, data: [] })),
      ...beside.map((name) => ({
        type: "line",
        name,
        symbol: "emptyCircle",
        symbolSize: 8,
        color: INK,
        lineStyle: { width: 0 },
        data: [],
      })),
    ],
  };
}

function drawn(mode: Mode, color: string): object {
  const { dash, symbol } = LOOKS[mode];
  return { type: "line", silent: true, color, symbol, symbolSize: 7, lineStyle: { width: 2, type: dash } };
}

function seriesOf({ contender, mode, dense, beside }: Line, label: object): object[] {
  const line = drawn(mode, COLOURS[contender]!);
  const labelled = dense.map((value, i) => (i === dense.length - 1 ? { value, label } : { value }));
  const alone = { ...line, data: beside, symbol: LOOKS[mode].emptySymbol, symbolSize: 8, lineStyle: { width: 0 } };
  return [{ ...line, data: labelled }, ...(beside.length > 0 ? [alone] : [])];
}

function chartOption(report: Report): EChartsCoreOption {
  const { node, processor } = report;
  const cases = drawnCases(report);
  const lines = linesOf(cases);
  const all = lines.flatMap(({ dense, beside }) => [...dense, ...beside]);
  const [weights, times] = [0, 1].map((axis) => all.map((point) => point[axis]!));
  const ticks = niceTicks(Math.min(...times!), Math.max(...times!));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const labels = endLabels(lines, low, high);
  const { legend, series } = legends(lines);
  const gap = missing(report);
  return {
    title: {
      text: "Time of an epoch per stored weight",
      subtext: `Medians of one run. Node ${node} on ${processor}, one thread.${gap === null ? "" : ` This run is ${gap}.`}`,
      left: 15,
      top: 12,
      itemGap: 8,
      textStyle: { ...text(18), fontWeight: 600 },
      subtextStyle: text(12, MUTED),
    },
    legend,
    grid: PANEL,
    xAxis: {
      type: "log",
      min: Math.min(...weights!) / 1.3,
      max: Math.max(...weights!) * 1.3,
      name: "state, and its stored weights (log scale)",
      nameLocation: "middle",
      nameGap: 42,
      nameTextStyle: text(12),
      axisLine: { onZero: false, lineStyle: { color: MUTED } },
      splitLine: { show: false },
      ...placed(sizeTicks(cases), MUTED),
    },
    yAxis: {
      type: "log",
      min: low,
      max: high,
      name: "ns per stored weight (log scale)",
      nameLocation: "end",
      nameTextStyle: { ...text(12), align: "left", padding: [0, 0, 0, -52] },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: RULE } },
      ...placed(new Map(ticks.map((tick) => [tick, tick.toLocaleString("en-US")]))),
    },
    series: [...series, ...lines.flatMap((line, i) => seriesOf(line, labels[i]!))],
  };
}
