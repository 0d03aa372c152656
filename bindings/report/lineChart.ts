import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { use } from "echarts/core";
import type { Hover } from "./hover.js";
import { drawSvg, text } from "./svg.js";
import { lineLook, type Theme } from "./theme.js";

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent]);

export interface LineSeries {
  name: string;
  /** one for each epoch from the first; nothing is drawn for null */
  values: readonly (number | null)[];
}

export interface LineChartOptions {
  /** keeps identifiers apart from those of other charts on a page */
  name: string;
  theme: Theme;
  series: readonly LineSeries[];
  /** the top of the vertical axis; the bottom is zero */
  max: number;
  /** dashed lines at epochs, with what happens there */
  events?: readonly { epoch: number; what: string }[];
  /** a title and a legend inside the chart, for one that stands alone */
  title?: string;
}

export interface DrawnChart {
  svg: string;
  hover: Hover;
}

export const CHART_WIDTH = 420;
const HEIGHT = 220;
const HEAD = 30;
const LEGEND_LINE = 20;
const LEFT = 52;
const RIGHT = 14;
const BOTTOM = 40;
const TOP = 14;

/** Values as a chart's axis and its hover box write them: five significant digits, no exponent. */
export function shortNumber(value: number): string {
  if (value === 0) return "0";
  const decimals = Math.max(0, 4 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(decimals, 12));
}

/** Lines over epochs as an SVG without outside assets, and what lies under the pointer. Same options, same bytes. */
export function lineChart({ name, theme, series, max, events = [], title }: LineChartOptions): DrawnChart {
  const epochs = Math.max(...series.map(({ values }) => values.length));
  const legendRows = title === undefined ? 0 : Math.ceil(series.length / 2);
  const top = TOP + (title === undefined ? 0 : HEAD + legendRows * LEGEND_LINE);
  const looks = series.map((_, i) => lineLook(theme, i));
  const axisLine = { lineStyle: { color: theme.muted } };
  const option = {
    backgroundColor: theme.ground,
    ...(title !== undefined && {
      title: { text: title, left: 12, top: 8, textStyle: { ...text(14, theme.ink), fontWeight: 600 } },
      legend: {
        left: 12,
        top: HEAD,
        width: CHART_WIDTH - 24,
        selectedMode: false,
        itemWidth: 28,
        itemHeight: 8,
        itemGap: 12,
        textStyle: text(12, theme.ink),
      },
    }),
    grid: { left: LEFT, right: RIGHT, top, height: HEIGHT - TOP - BOTTOM },
    xAxis: {
      type: "value",
      min: 0,
      max: Math.max(1, epochs - 1),
      minInterval: 1,
      name: "epoch",
      nameLocation: "middle",
      nameGap: 22,
      nameTextStyle: text(11, theme.muted),
      axisLine,
      axisTick: axisLine,
      axisLabel: { ...text(11, theme.muted), hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: max === 0 ? 1 : max,
      splitNumber: 4,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text(11, theme.muted), showMaxLabel: true },
      splitLine: { lineStyle: { color: theme.rule } },
    },
    series: series.map(({ name, values }, i) => ({
      type: "line",
      silent: true,
      name,
      data: values.map((value, epoch) => [epoch, value]),
      color: looks[i]!.color,
      lineStyle: { width: 2.2, type: looks[i]!.dash.length === 0 ? "solid" : [...looks[i]!.dash] },
      symbol: epochs === 1 ? "circle" : "none",
      ...(i === 0 && {
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: theme.muted, width: 1, type: [2, 3] },
          label: { ...text(10, theme.muted), position: "insideEndTop", formatter: "{b}" },
          data: events.map(({ epoch, what }) => ({ xAxis: epoch, name: what })),
        },
      }),
    })),
  };
  return {
    svg: drawSvg(option, name, CHART_WIDTH, top + HEIGHT - TOP),
    hover: {
      left: LEFT,
      right: CHART_WIDTH - RIGHT,
      width: CHART_WIDTH,
      places: Array.from({ length: epochs }, (_, epoch) => `epoch ${epoch}`),
      rows: series.map(({ name, values }, i) => ({
        name,
        color: looks[i]!.color,
        values: values.map((value) => (value === null ? "" : shortNumber(value))),
      })),
    },
  };
}
