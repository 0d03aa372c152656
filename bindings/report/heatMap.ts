import { HeatmapChart } from "echarts/charts";
import { GridComponent, TitleComponent, VisualMapComponent } from "echarts/components";
import { use } from "echarts/core";
import { CHART_WIDTH, shortNumber, type DrawnChart } from "./lineChart.js";
import { drawSvg, text } from "./svg.js";
import type { Theme } from "./theme.js";
import { largest } from "../values/extremes.js";

use([HeatmapChart, GridComponent, TitleComponent, VisualMapComponent]);

export interface HeatMapOptions {
  /** keeps identifiers apart from those of other charts on a page */
  name: string;
  theme: Theme;
  /** from top to bottom: fractions of one for each epoch; nothing is drawn for null */
  rows: readonly { name: string; values: readonly (number | null)[] }[];
  /** a title inside the chart, for one that stands alone */
  title?: string;
}

const ROW = 22;
const LEFT = 96;
const RIGHT = 14;
const BOTTOM = 40;
const HEAD = 30;
const TOP = 6;

/** A stored zero is still seen, where nothing is stored there is none. */
const LIGHTEST = 0.07;

/** Fractions over epochs, the stronger the colour the more, as an SVG without outside assets. Same options, same bytes. */
export function heatMap({ name, theme, rows, title }: HeatMapOptions): DrawnChart {
  const epochs = largest(rows.map(({ values }) => values.length));
  const top = TOP + (title === undefined ? 0 : HEAD);
  const categories = Array.from({ length: epochs }, (_, epoch) => String(epoch));
  const option = {
    backgroundColor: theme.ground,
    ...(title !== undefined && { title: { text: title, left: 12, top: 8, textStyle: { ...text(14, theme.ink), fontWeight: 600 } } }),
    grid: { left: LEFT, right: RIGHT, top, height: rows.length * ROW },
    xAxis: {
      type: "category",
      data: categories,
      name: "epoch",
      nameLocation: "middle",
      nameGap: 22,
      nameTextStyle: text(11, theme.muted),
      axisLine: { lineStyle: { color: theme.rule } },
      axisTick: { show: false },
      axisLabel: { ...text(11, theme.muted), interval: Math.max(0, Math.ceil(epochs / 8) - 1) },
      splitArea: { show: false },
    },
    yAxis: {
      type: "category",
      data: rows.map((row) => row.name),
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text(11, theme.muted), width: LEFT - 16, overflow: "truncate" },
    },
    // Demanded of every heat map; the cells have their colours already.
    visualMap: { show: false, min: 0, max: 1, inRange: { symbolSize: [1, 1] } },
    series: [
      {
        type: "heatmap",
        silent: true,
        data: rows.flatMap(({ values }, y) =>
          values.flatMap((value, x) =>
            value === null ? [] : [{ value: [x, y, value], itemStyle: { color: theme.shade(LIGHTEST + value * (1 - LIGHTEST)) } }],
          ),
        ),
      },
    ],
  };
  const cell = (CHART_WIDTH - LEFT - RIGHT) / epochs;
  return {
    svg: drawSvg(option, name, CHART_WIDTH, top + rows.length * ROW + BOTTOM),
    hover: {
      left: LEFT + cell / 2,
      right: CHART_WIDTH - RIGHT - cell / 2,
      width: CHART_WIDTH,
      places: categories.map((epoch) => `epoch ${epoch}`),
      rows: rows.map((row) => ({
        name: row.name,
        color: theme.series[0]!,
        values: row.values.map((value) => (value === null ? "none" : shortNumber(value))),
      })),
    },
  };
}
