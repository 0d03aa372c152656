import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { use, type EChartsCoreOption } from "echarts/core";
import { INK, MUTED, RULE, drawSvg, placed, text } from "../../bindings/report/svg.js";
import { MODES } from "../shapes.js";
import { niceTicks } from "../chart.js";
import { weightsOf } from "./cases.js";
import { caution, gain, type GpuReport } from "./report.js";

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent]);

const COLOURS = ["#2166ac", "#b2451d", "#7b3294", "#3f7d2c", "#1f2933"];
const DASHES = { yuma2: "solid", yuma3: [7, 4], liquid: [2, 3] } as const;

/** Batches of one size are a line; single matrices, each of a size of its own, are one too. */
const MATRICES = "one matrix";

/**
 * How many times as fast the GPU is as WebAssembly over the weights of a batch, both on log scales, as an SVG of
 * 960 x 560. The same report gives the same bytes.
 */
export function gpuChart(report: GpuReport): string {
  return drawSvg(chartOption(report), "gpu", 960, 560);
}

function chartOption(report: GpuReport): EChartsCoreOption {
  const { cases, adapter, node, processor } = report;
  const lineOf = (size: string) =>
    cases.some((item) => item.case.size === size && item.case.networks > 1) ? `batches of ${size}` : MATRICES;
  const names = [...new Set(cases.map((item) => lineOf(item.case.size)))];
  const gains = cases.map((item) => gain(item, "wasm"));
  const ticks = niceTicks(Math.min(...gains, 1), Math.max(...gains, 1));
  const weights = cases.map((item) => weightsOf(item.case));
  const warning = caution(report);
  const lines = names.flatMap((name, i) =>
    MODES.flatMap((mode) => {
      const own = cases.filter((item) => item.case.mode === mode && lineOf(item.case.size) === name);
      if (own.length === 0) return [];
      const data = own.map((item) => [weightsOf(item.case), gain(item, "wasm")]).sort(([a], [b]) => a! - b!);
      const label = { show: true, position: "right", formatter: mode, ...text(11, COLOURS[i]) };
      return [
        {
          type: "line",
          name,
          silent: true,
          color: COLOURS[i],
          symbol: "circle",
          symbolSize: 7,
          lineStyle: { width: 2, type: DASHES[mode] },
          data: data.map((value, k) => (k === data.length - 1 ? { value, label } : { value })),
        },
      ];
    }),
  );
  const even = {
    symbol: "none",
    silent: true,
    lineStyle: { color: INK, width: 1.5, type: "solid" },
    label: { ...text(11), formatter: "as fast as WebAssembly", position: "insideStartTop" },
  };
  return {
    title: {
      text: "GPU against one thread of WebAssembly",
      subtext: `${warning === null ? "" : `${warning}\n`}${adapter.name}; Node ${node} on ${processor}. Medians of one run.`,
      left: 15,
      top: 12,
      itemGap: 8,
      textStyle: { ...text(18), fontWeight: 600 },
      subtextStyle: { ...text(12, MUTED), lineHeight: 17 },
    },
    legend: {
      left: 15,
      top: 84,
      itemWidth: 18,
      itemHeight: 3,
      icon: "rect",
      selectedMode: false,
      itemGap: 24,
      textStyle: text(12),
      data: names,
    },
    grid: { left: 72, right: 84, top: 140, bottom: 64 },
    xAxis: {
      type: "log",
      min: Math.min(...weights) / 1.3,
      max: Math.max(...weights) * 1.3,
      name: "weights in the batch (log scale)",
      nameLocation: "middle",
      nameGap: 36,
      nameTextStyle: text(12),
      axisLine: { onZero: false, lineStyle: { color: MUTED } },
      splitLine: { show: false },
      ...placed(new Map([...new Set(weights)].map((count) => [count, count.toLocaleString("en-US")])), MUTED),
    },
    yAxis: {
      type: "log",
      min: ticks[0],
      max: ticks.at(-1),
      name: "times as fast (log scale)",
      nameLocation: "end",
      nameTextStyle: { ...text(12), align: "left", padding: [0, 0, 0, -52] },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: RULE } },
      ...placed(new Map(ticks.map((tick) => [tick, tick.toLocaleString("en-US", { maximumSignificantDigits: 2 })]))),
    },
    series: [...lines, { type: "line", data: [], markLine: { ...even, data: [{ yAxis: 1 }] } }],
  };
}
