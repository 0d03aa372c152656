import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { use, type EChartsCoreOption } from "echarts/core";
import { BLOCK_SECONDS, type HalvingSchedule, type HalvingStep } from "../halving/schedule.js";
import { LAST_DATE_SECONDS, grouped, halvingAssumption, utcDate, type Asset } from "./halvingTable.js";
import { MUTED, RULE, drawSvg, placed, text, type Ticks } from "./svg.js";

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent]);

const WIDTH = 900;
const HEIGHT = 560;
const ISSUANCE = "#2166ac";
const EMISSION = "#b2451d";
const PANEL = { left: 84, right: 36 };

/** TAO or alpha; the bottom of the log scale stands for nothing. */
const EMISSION_TICKS = new Map([
  [1e-9, "1 rao"],
  [1e-6, "0.000001"],
  [1e-3, "0.001"],
  [1, "1"],
]);
const EMISSION_BOTTOM = 1e-10;
const EMISSION_TOP = 10;

const ISSUANCE_TICKS = new Map([0, 5, 10, 15, 20].map((millions) => [millions * 1e6, String(millions)]));
const ISSUANCE_TOP = 22_500_000;

/** More would crowd the horizontal axis. */
const MOST_TICKS = 14n;

type Point = [x: number, y: number];
type ExpectedStep = HalvingStep & { blocksAhead: bigint };

/**
 * Issuance and block emission, from the schedule's start to a little beyond the last step that is expected, as an SVG
 * of 900 x 560 without outside assets. Over dates where the schedule has a time and a calendar reaches, otherwise over
 * blocks. The same schedule gives the same bytes. Without an expected step there is nothing to draw, and no line.
 */
export function halvingChart(schedule: HalvingSchedule, asset: Asset): string {
  return drawSvg(chartOption(schedule, asset), "halving", WIDTH, HEIGHT);
}

function chartOption(schedule: HalvingSchedule, asset: Asset): EChartsCoreOption {
  const steps = schedule.steps.filter((step): step is ExpectedStep => step.blocksAhead !== null);
  const lastAhead = steps.at(-1)?.blocksAhead ?? 0n;
  const endAhead = lastAhead + lastAhead / 40n + 1n;
  const { name, ticks } = horizontalTicks(schedule, endAhead);
  const horizontal = {
    type: "value",
    min: 0,
    max: Number(endAhead),
    axisLine: { onZero: false, lineStyle: { color: MUTED } },
    splitLine: { show: false },
  };
  const vertical = {
    nameLocation: "end",
    nameTextStyle: { ...text(12), align: "left", padding: [0, 0, 0, -64] },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: RULE } },
  };
  const line = { type: "line", silent: true, lineStyle: { width: 2 } };
  return {
    title: {
      text: asset === "TAO" ? "TAO issuance and block emission" : "A subnet's alpha: issuance and block emission",
      subtext: subtitle(schedule, asset),
      left: 15,
      top: 12,
      itemGap: 8,
      textStyle: { ...text(18), fontWeight: 600 },
      subtextStyle: { ...text(12, MUTED), lineHeight: 17 },
    },
    legend: { right: 36, top: 16, selectedMode: false, icon: "rect", itemWidth: 18, itemHeight: 3, itemGap: 40, textStyle: text(12) },
    grid: [
      { ...PANEL, top: 116, height: 186 },
      { ...PANEL, top: 346, height: 158 },
    ],
    xAxis: [
      { ...horizontal, gridIndex: 0, ...placed(ticks, MUTED), axisLabel: { show: false } },
      { ...horizontal, gridIndex: 1, ...placed(ticks, MUTED), name, nameLocation: "middle", nameGap: 30, nameTextStyle: text(12) },
    ],
    yAxis: [
      { ...vertical, gridIndex: 0, ...placed(ISSUANCE_TICKS), name: `issued, million ${asset}`, min: 0, max: ISSUANCE_TOP },
      {
        ...vertical,
        gridIndex: 1,
        ...placed(EMISSION_TICKS),
        name: `emission, ${asset} a block (log scale)`,
        type: "log",
        min: EMISSION_BOTTOM,
        max: EMISSION_TOP,
      },
    ],
    series: [
      {
        ...line,
        name: "issuance (dots: steps)",
        data: issuancePoints(schedule, steps, endAhead),
        color: ISSUANCE,
        symbol: "circle",
        symbolSize: 5,
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: MUTED, type: "dashed", width: 1 },
          label: {
            ...text(11, MUTED),
            position: "insideStartTop",
            formatter: `cap: ${grouped(schedule.supplyCapRao / 1_000_000_000n)} ${asset}`,
          },
          data: [{ yAxis: tao(schedule.supplyCapRao) }],
        },
      },
      {
        ...line,
        name: "block emission",
        data: emissionPoints(steps),
        color: EMISSION,
        symbol: "none",
        step: "end",
        xAxisIndex: 1,
        yAxisIndex: 1,
      },
    ],
  };
}

/** Whole units in floating point: for drawing alone. */
function tao(rao: bigint): number {
  return Number(rao) / 1e9;
}

/** The smallest 1, 2 or 5 times a power of ten that divides a span into few enough. */
function tickStep(span: bigint): bigint {
  for (let power = 1n; ; power *= 10n) {
    for (const factor of [1n, 2n, 5n]) if (span <= factor * power * MOST_TICKS) return factor * power;
  }
}

function multiples(step: bigint, from: bigint, to: bigint): bigint[] {
  const first = (from + step - 1n) / step;
  return Array.from({ length: Number(to / step - first + 1n) }, (_, i) => (first + BigInt(i)) * step);
}

/** A place on the horizontal axis is a number of blocks ahead. */
function horizontalTicks({ block, issuanceRao, unixSeconds }: HalvingSchedule, endAhead: bigint): { name: string; ticks: Ticks } {
  const endSeconds = (unixSeconds ?? 0n) + endAhead * BLOCK_SECONDS;
  if (unixSeconds !== null && endSeconds <= LAST_DATE_SECONDS) return { name: "date (UTC)", ticks: yearTicks(unixSeconds, endSeconds) };
  const step = tickStep(endAhead);
  const name = block === 0n && issuanceRao === 0n ? "blocks since issuance began" : "block";
  const inMillions = step % 1_000_000n === 0n;
  const ticks = multiples(step, block, block + endAhead).map((at): [number, string] => [
    Number(at - block),
    grouped(inMillions ? at / 1_000_000n : at),
  ]);
  return { name: inMillions ? `${name}, millions` : name, ticks: new Map(ticks) };
}

/** Starts of round years, or where there are not two of them the days at both ends. */
function yearTicks(fromSeconds: bigint, toSeconds: bigint): Ticks {
  const ahead = (seconds: bigint) => Number(seconds - fromSeconds) / Number(BLOCK_SECONDS);
  const [first, last] = [fromSeconds, toSeconds].map((seconds) => BigInt(new Date(Number(seconds) * 1_000).getUTCFullYear()));
  const years = multiples(tickStep(last! - first!), first! + 1n, last!);
  if (years.length < 2) return new Map([fromSeconds, toSeconds].map((seconds) => [ahead(seconds), utcDate(seconds)]));
  return new Map(years.map((year) => [ahead(BigInt(Date.UTC(Number(year), 0)) / 1_000n), String(year)]));
}

/** Straight between the steps, a dot at each; after the last no more is emitted than the assumption takes. */
function issuancePoints(schedule: HalvingSchedule, steps: readonly ExpectedStep[], endAhead: bigint): object[] {
  let issuedRao = schedule.issuanceRao;
  let ahead = 0n;
  const dots = steps.map(({ blocksAhead, emissionBeforeRao }) => {
    const injectedRao = (emissionBeforeRao * schedule.injectedShareX32) >> 32n;
    issuedRao += (blocksAhead - ahead) * (emissionBeforeRao + injectedRao - schedule.recycledPerBlockRao);
    ahead = blocksAhead;
    return { value: [Number(ahead), tao(issuedRao)] };
  });
  const start = { value: [0, tao(schedule.issuanceRao)], symbol: "none" };
  return [start, ...dots, { value: [Number(endAhead), tao(issuedRao)], symbol: "none" }];
}

/** Ends where the last expected step falls to: at the bottom where that is nothing. */
function emissionPoints(steps: readonly ExpectedStep[]): Point[] {
  const start = steps.slice(0, 1).map(({ emissionBeforeRao }): Point => [0, tao(emissionBeforeRao)]);
  const falls = steps.map(
    ({ blocksAhead, emissionAfterRao }): Point => [Number(blocksAhead), Math.max(tao(emissionAfterRao), EMISSION_BOTTOM)],
  );
  return [...start, ...falls];
}

function subtitle(schedule: HalvingSchedule, asset: Asset): string {
  const last = schedule.steps.at(-1)!;
  const never = schedule.steps.find(({ status }) => status === "never");
  const end =
    never === undefined
      ? `The emission ends with step ${last.step}, ${grouped(last.supplyLeftRao)} rao short of the cap.`
      : `Steps from ${never.step} on are never reached: a block then emits no more than is recycled or burned.`;
  return `${end}\nCounted ${halvingAssumption(schedule, asset)}.`;
}
