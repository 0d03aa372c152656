import { contours } from "d3-contour";
import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { use, type EChartsCoreOption } from "echarts/core";
import type { RetentionRow } from "../simulate/retention/index.js";
import { MUTED, RULE, drawSvg, placed, text } from "./svg.js";

use([LineChart, GridComponent, LegendComponent, TitleComponent]);

const WIDTH = 640;
const HEIGHT = 640;
/** The one that the chain's study speaks of. */
const HIGHLIGHTED = 0.6;
const HIGHLIGHT = "#b2451d";
/** From little to much honest stake. */
const SHADES = ["#08306b", "#08519c", "#2171b5", "#4292c6", "#5aa8cf", "#35978f", "#41ab5d", "#78c679", "#9bbf3b", "#c2a51c", "#d98e04"];

const TICKS = new Map(Array.from({ length: 11 }, (_, i) => [i / 10, (i / 10).toFixed(1)]));

type Point = [majorWeight: number, minorWeight: number];

/** The networks of one honest stake as a grid, its axes ascending. */
interface Grid {
  majorWeights: number[];
  minorWeights: number[];
  /** by minor weight, then major weight */
  ratios: number[];
}

/** A chart needs two utilities and two self-weights to draw a line between. */
export function canDrawRetention({ majorWeights, minorWeights }: Record<"majorWeights" | "minorWeights", readonly number[]>): boolean {
  return new Set(majorWeights).size > 1 && new Set(minorWeights).size > 1;
}

/**
 * For each honest stake the line on which its part of the emission equals it: to the right of it the stake grows, to
 * the left it falls. An SVG of 640 x 640 without outside assets; the same rows give the same bytes.
 */
export function retentionChart(rows: readonly RetentionRow[], subtitle: string): string {
  return drawSvg(chartOption(rows, subtitle), "retention", WIDTH, HEIGHT);
}

function chartOption(rows: readonly RetentionRow[], subtitle: string): EChartsCoreOption {
  const stakes = ascending(rows.map(({ majorStake }) => majorStake));
  const axis = {
    type: "value",
    min: 0,
    max: 1,
    axisLine: { onZero: false, lineStyle: { color: MUTED } },
    splitLine: { lineStyle: { color: RULE } },
    nameLocation: "middle",
    nameTextStyle: text(12),
    ...placed(TICKS, MUTED),
  };
  return {
    title: {
      text: "Who keeps their part of the emission",
      subtext: `${retentionFinding(rows)}\n${subtitle}`,
      left: 15,
      top: 12,
      itemGap: 8,
      textStyle: { ...text(18), fontWeight: 600 },
      subtextStyle: { ...text(12, MUTED), lineHeight: 17 },
    },
    legend: {
      orient: "vertical",
      right: 16,
      top: 127,
      selectedMode: false,
      icon: "rect",
      itemWidth: 18,
      itemHeight: 3,
      itemGap: 12,
      textStyle: text(12),
    },
    grid: { left: 64, right: 116, top: 117, bottom: 56 },
    xAxis: { ...axis, name: "honest utility (what the honest give to the honest)", nameGap: 30 },
    yAxis: { ...axis, name: "the cabal's self-weight", nameGap: 36 },
    series: stakes.map((stake, i) => ({
      type: "line",
      name: `${stake.toFixed(2)} honest`,
      silent: true,
      symbol: "none",
      color: stake === HIGHLIGHTED ? HIGHLIGHT : SHADES[i % SHADES.length],
      z: stake === HIGHLIGHTED ? 3 : 2,
      lineStyle: { width: stake === HIGHLIGHTED ? 4 : 1.5 },
      data: retentionLines(rows, stake).flatMap((line) => [...line, [null, null]]),
    })),
  };
}

/** Of the honest stake that the study speaks of, or of the least one drawn: from which utility on it keeps its part whatever the cabal does. */
export function retentionFinding(rows: readonly RetentionRow[]): string {
  const stakes = ascending(rows.map(({ majorStake }) => majorStake));
  const stake = stakes.includes(HIGHLIGHTED) ? HIGHLIGHTED : stakes[0]!;
  const networks = rows.filter(({ majorStake }) => majorStake === stake);
  const kept = networks.filter(({ majorEmissionRatio }) => majorEmissionRatio >= stake);
  const honest = `Honest stake of ${stake.toFixed(2)} keeps its part`;
  const utmost = networks.reduce((most, { majorWeight }) => Math.max(most, majorWeight), 0);
  const always = networks.filter(({ majorWeight }) => majorWeight === utmost).every((network) => kept.includes(network));
  const points = retentionLines(rows, stake).flat();
  if (points.length === 0 || !always) return `${honest} in ${kept.length} of ${networks.length} networks.`;
  const needed = points.reduce((most, [utility]) => Math.max(most, utility), 0);
  return `${honest} from a utility of ${needed.toFixed(2)} on, whatever the cabal gives itself.`;
}

/** The lines on which the honest part of the emission equals the honest stake, between the networks of the map. */
export function retentionLines(rows: readonly RetentionRow[], stake: number): Point[][] {
  const { majorWeights, minorWeights, ratios } = gridOf(rows.filter(({ majorStake }) => majorStake === stake));
  const size: [number, number] = [majorWeights.length, minorWeights.length];
  const { coordinates } = contours().size(size).contour(ratios, stake);
  // Networks lie in the middle of the contour's cells; what closes an area along the border lies outside of them.
  const inside = ([x, y]: number[]) => x! >= 0.5 && y! >= 0.5 && x! <= size[0] - 0.5 && y! <= size[1] - 0.5;
  const lines: Point[][] = [];
  for (const ring of coordinates.flat()) {
    const border = ring.findIndex((point) => !inside(point));
    const opened = border < 0 ? ring : [...ring.slice(border, -1), ...ring.slice(0, border)];
    let line: Point[] = [];
    for (const point of opened) {
      if (inside(point)) line.push([between(majorWeights, point[0]! - 0.5), between(minorWeights, point[1]! - 0.5)]);
      else if (line.length > 0) {
        lines.push(line);
        line = [];
      }
    }
    if (line.length > 0) lines.push(line);
  }
  return lines;
}

function gridOf(rows: readonly RetentionRow[]): Grid {
  const majorWeights = ascending(rows.map(({ majorWeight }) => majorWeight));
  const minorWeights = ascending(rows.map(({ minorWeight }) => minorWeight));
  const ratios = new Array<number>(majorWeights.length * minorWeights.length).fill(0);
  for (const { majorWeight, minorWeight, majorEmissionRatio } of rows) {
    ratios[minorWeights.indexOf(minorWeight) * majorWeights.length + majorWeights.indexOf(majorWeight)] = majorEmissionRatio;
  }
  return { majorWeights, minorWeights, ratios };
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The value at a place between the elements. */
function between(values: readonly number[], at: number): number {
  const before = Math.floor(at);
  const here = values[before]!;
  return here + (at - before) * ((values[before + 1] ?? here) - here);
}
