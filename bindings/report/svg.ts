import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([SVGRenderer]);

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const GROUND = "#ffffff";
export const INK = "#1f2933";
export const MUTED = "#52606d";
export const RULE = "#e4e7eb";

/** Places on an axis and what is written there. */
export type Ticks = Map<number, string>;

export function text(fontSize: number, color = INK): { fontSize: number; color: string; fontFamily: string } {
  return { fontSize, color, fontFamily: FONT };
}

/** An axis' labels, and small lines at them where those have a colour. */
export function placed(ticks: Ticks, tickColor?: string): object {
  const customValues = [...ticks.keys()];
  return {
    axisTick: { show: tickColor !== undefined, lineStyle: { color: tickColor }, customValues },
    axisLabel: { ...text(11), customValues, formatter: (value: number) => ticks.get(value) },
  };
}

/**
 * A chart as an SVG without outside assets. The same option gives the same bytes; `name` keeps the identifiers of
 * several charts on one page apart.
 */
export function drawSvg(option: EChartsCoreOption, name: string, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, backgroundColor: GROUND, ...option });
    // Not renderToSVGString: styles for the pointer are of no use on paper, and numbered through all charts of a process.
    const painter = chart.getZr().painter as unknown as { renderToString(options: { cssEmphasis: boolean }): string };
    // The names of the clip paths are numbered in the same way.
    return `${painter.renderToString({ cssEmphasis: false }).replaceAll(/\bzr\d+-/g, `${name}-`)}\n`;
  } finally {
    chart.dispose();
  }
}
