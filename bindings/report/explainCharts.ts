import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { use } from "echarts/core";
import type { ConsensusExplanation } from "../explain/index.js";
import { CHART_WIDTH, scaleFor, shortNumber, type DrawnChart } from "./lineChart.js";
import { drawSvg, text } from "./svg.js";
import type { Theme } from "./theme.js";
import { largest, smallest } from "../values/extremes.js";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent]);

const HEIGHT = 240;
const GRID = { left: 56, right: 16, top: 16, bottom: 44 };
const LEGEND_HEIGHT = 22;
/** More uids than that have no room beside each other, and stand upright, by so much higher. */
const LYING = 10;
const UPRIGHT = 16;

/** Raw I32F32 as a number: for drawing alone. */
function drawn(rawX32: bigint): number {
  return Number(rawX32) / 2 ** 32;
}

function verticalAxis(theme: Theme, max: number, min = 0): object {
  const scale = scaleFor(Math.max(max, -min));
  return {
    type: "value",
    min: min < 0 ? -scale.max : 0,
    max: scale.max,
    interval: scale.interval,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...text(11, theme.muted), formatter: (value: number) => String(Number(value.toPrecision(6))) },
    splitLine: { lineStyle: { color: theme.rule } },
  };
}

function horizontalName(theme: Theme, name: string, further = 0): object {
  return { name, nameLocation: "middle", nameGap: 26 + further, nameTextStyle: text(11, theme.muted) };
}

/**
 * The scores of a miner over the stake behind them, the highest first, as steps: where the dashed line of kappa meets
 * the curve, the consensus is. Same options, same bytes.
 */
export function stakeCurve(name: string, theme: Theme, { votes, consensusX32, kappaX32 }: ConsensusExplanation): string {
  const points = votes.map(({ supportX32, scoreX32 }) => [drawn(supportX32), drawn(scoreX32)]);
  const highest = points[0]?.[1] ?? 0;
  const dashed = { color: theme.series[1]!, width: 1.5, type: [5, 4] };
  const option = {
    backgroundColor: theme.ground,
    grid: GRID,
    xAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.25,
      ...horizontalName(theme, "stake that gives this weight or more"),
      axisLine: { lineStyle: { color: theme.muted } },
      axisTick: { lineStyle: { color: theme.muted } },
      axisLabel: text(11, theme.muted),
      splitLine: { show: false },
    },
    yAxis: verticalAxis(theme, highest),
    series: [
      {
        type: "line",
        silent: true,
        // Each score holds from the stake above it to the stake with it.
        step: "end",
        data: [[0, highest], ...points.map(([x], i) => [x, points[i + 1]?.[1] ?? 0])],
        color: theme.series[0],
        lineStyle: { width: 2.2 },
        areaStyle: { color: theme.series[0], opacity: 0.12 },
        symbol: "none",
        markLine: {
          silent: true,
          symbol: "none",
          label: { ...text(11, theme.ink), formatter: "{b}" },
          data: [
            { name: "kappa", xAxis: drawn(kappaX32), lineStyle: dashed, label: { position: "insideEndTop" } },
            {
              name: `consensus ${shortNumber(drawn(consensusX32))}`,
              yAxis: drawn(consensusX32),
              lineStyle: dashed,
              label: { position: "insideEndTop" },
            },
          ],
        },
      },
    ],
  };
  return drawSvg(option, name, CHART_WIDTH, HEIGHT);
}

interface Bars {
  name: string;
  /** one for each place */
  values: readonly bigint[];
  /** index of its colour */
  color: number;
}

export interface BarChartOptions {
  name: string;
  theme: Theme;
  /** what stands along the horizontal axis, and the uids there */
  what: string;
  uids: readonly number[];
  /** on top of each other, raw I32F32 */
  stacks: readonly Bars[];
  /** a dash across each bar, raw I32F32 */
  mark?: Bars;
}

/** Stacked bars by uid, of raw I32F32. Same options, same bytes. */
export function barChart({ name, theme, what, uids, stacks, mark }: BarChartOptions): DrawnChart {
  const sums = (counts: (value: number) => boolean) =>
    uids.map((_, place) =>
      stacks
        .map(({ values }) => drawn(values[place]!))
        .filter(counts)
        .reduce((a, b) => a + b, 0),
    );
  const marks = mark?.values.map(drawn) ?? [];
  const all = mark === undefined ? stacks : [...stacks, mark];
  const inner = CHART_WIDTH - GRID.left - GRID.right;
  const upright = uids.length > LYING;
  const half = inner / Math.max(uids.length, 1) / 2;
  const option = {
    backgroundColor: theme.ground,
    ...(all.length > 1 && {
      legend: { top: 0, left: GRID.left, selectedMode: false, itemWidth: 12, itemHeight: 8, itemGap: 14, textStyle: text(11, theme.ink) },
    }),
    grid: { ...GRID, top: GRID.top + (all.length > 1 ? LEGEND_HEIGHT : 0), bottom: GRID.bottom + (upright ? UPRIGHT : 0) },
    xAxis: {
      type: "category",
      data: uids.map(String),
      ...horizontalName(theme, what, upright ? UPRIGHT : 0),
      axisLine: { onZero: true, lineStyle: { color: theme.muted } },
      axisTick: { show: false },
      axisLabel: { ...text(11, theme.muted), interval: 0, rotate: upright ? 90 : 0 },
    },
    yAxis: verticalAxis(theme, largest([...sums((value) => value > 0), ...marks, 0]), smallest([...sums((value) => value < 0), 0])),
    series: [
      ...stacks.map(({ name, values, color }) => ({
        type: "bar",
        silent: true,
        name,
        stack: "all",
        data: values.map(drawn),
        color: theme.series[color],
        barMaxWidth: 26,
      })),
      ...(mark === undefined
        ? []
        : [
            {
              type: "line",
              silent: true,
              name: mark.name,
              data: marks,
              color: theme.series[mark.color],
              lineStyle: { width: 0 },
              symbol: "rect",
              symbolSize: [Math.min(half * 1.6, 32), 2.5],
            },
          ]),
    ],
  };
  return {
    svg: drawSvg(option, name, CHART_WIDTH, HEIGHT),
    hover: {
      left: GRID.left + half,
      right: CHART_WIDTH - GRID.right - half,
      width: CHART_WIDTH,
      places: uids.map((uid) => `uid ${uid}`),
      rows: all.map(({ name, values, color }) => ({
        name,
        color: theme.series[color]!,
        values: values.map((value) => shortNumber(drawn(value))),
      })),
    },
  };
}
