import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { use } from "echarts/core";
import type { Hover } from "./hover.js";
import { drawSvg, text } from "./svg.js";
import { lineLook, type Theme } from "./theme.js";
import { largest } from "../values/extremes.js";

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
  /** of the vertical axis, from zero */
  scale: Scale;
  /** dotted lines at epochs, and what happens there for the hover box and a chart that stands alone */
  events?: readonly { epoch: number; what: string }[];
  /** a title and a legend inside the chart, for one that stands alone */
  title?: string;
}

/** The top of an axis that begins at zero, and what lies between its labels. */
export interface Scale {
  max: number;
  interval: number;
}

/** Tops in units of a power of ten, with the interval that divides each evenly. */
const TOPS: readonly (readonly [top: number, interval: number])[] = [
  [1, 0.25],
  [1.5, 0.5],
  [2, 0.5],
  [2.5, 0.5],
  [3, 1],
  [4, 1],
  [5, 1],
  [6, 2],
  [8, 2],
  [10, 2.5],
];

/** The smallest round scale on which a value has room: fractions of one end at one. */
export function scaleFor(value: number): Scale {
  if (value === 0) return { max: 1, interval: 0.25 };
  const power = 10 ** Math.floor(Math.log10(value));
  // A value that is round but for its last bit keeps its scale.
  const [top, interval] = TOPS.find(([top]) => value <= top * power * (1 + 1e-9))!;
  return { max: top * power, interval: interval * power };
}

export interface DrawnChart {
  svg: string;
  hover: Hover;
}

export const CHART_WIDTH = 420;
const HEIGHT = 220;
const HEAD = 30;
const LEGEND_LINE = 18;
const SUBTITLE_LINE = 16;
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

const MOST_LABELS = 8;

/** The smallest 1, 2 or 5 times a power of ten that leaves few enough labels. */
function epochInterval(last: number): number {
  for (let power = 1; ; power *= 10) for (const factor of [1, 2, 5]) if (last <= factor * power * MOST_LABELS) return factor * power;
}

/** Lines over epochs as an SVG without outside assets, and what lies under the pointer. Same options, same bytes. */
export function lineChart({ name, theme, series, scale, events = [], title }: LineChartOptions): DrawnChart {
  const epochs = largest(series.map(({ values }) => values.length));
  const happening = new Map<number, string>();
  for (const { epoch, what } of events) happening.set(epoch, happening.has(epoch) ? `${happening.get(epoch)!}, ${what}` : what);
  const subtitle = [...happening].map(([epoch, what]) => `dotted, epoch ${epoch}: ${what}`);
  const top = TOP + (title === undefined ? 0 : HEAD + subtitle.length * SUBTITLE_LINE + series.length * LEGEND_LINE);
  const last = Math.max(1, epochs - 1);
  const interval = epochInterval(last);
  const looks = series.map((_, i) => lineLook(theme, i));
  const axisLine = { lineStyle: { color: theme.muted } };
  const option = {
    backgroundColor: theme.ground,
    ...(title !== undefined && {
      title: {
        text: title,
        subtext: subtitle.join("\n"),
        left: 12,
        top: 8,
        itemGap: 6,
        textStyle: { ...text(14, theme.ink), fontWeight: 600 },
        subtextStyle: { ...text(11, theme.muted), lineHeight: SUBTITLE_LINE },
      },
      legend: {
        left: 12,
        top: HEAD + subtitle.length * SUBTITLE_LINE,
        orient: "vertical",
        selectedMode: false,
        itemWidth: 28,
        itemHeight: 8,
        itemGap: 6,
        itemStyle: { opacity: 0 },
        textStyle: text(12, theme.ink),
      },
    }),
    grid: { left: LEFT, right: RIGHT, top, height: HEIGHT - TOP - BOTTOM },
    xAxis: {
      type: "value",
      min: 0,
      max: last,
      interval,
      name: "epoch",
      nameLocation: "middle",
      nameGap: 22,
      nameTextStyle: text(11, theme.muted),
      axisLine,
      axisTick: axisLine,
      axisLabel: { ...text(11, theme.muted), showMaxLabel: last % interval === 0 },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: scale.max,
      interval: scale.interval,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text(11, theme.muted), showMaxLabel: true, formatter: (value: number) => String(Number(value.toPrecision(6))) },
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
          label: { show: false },
          data: [...happening.keys()].map((epoch) => ({ xAxis: epoch })),
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
      places: Array.from({ length: epochs }, (_, epoch) =>
        happening.has(epoch) ? `epoch ${epoch}, ${happening.get(epoch)!}` : `epoch ${epoch}`,
      ),
      rows: series.map(({ name, values }, i) => ({
        name,
        color: looks[i]!.color,
        values: values.map((value) => (value === null ? "" : shortNumber(value))),
      })),
    },
  };
}
