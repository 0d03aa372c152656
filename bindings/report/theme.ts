import { GROUND, INK, MUTED, RULE } from "./svg.js";

/** The colours of a chart, as values or as variables of the page that it stands on. */
export interface Theme {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  /** one for each line; apart also for colour-blind readers, and each line has a dash pattern besides */
  readonly series: readonly string[];
  /** the first of them, mixed with the ground: opaque, so that neighbours may overlap; fraction of one */
  readonly shade: (share: number) => string;
}

type Colors = Omit<Theme, "shade">;

/** After Okabe and Ito, without the yellow that white paper swallows. */
const LIGHT: Colors = {
  ground: GROUND,
  ink: INK,
  muted: MUTED,
  rule: RULE,
  series: ["#0072b2", "#d55e00", "#008a64", "#b65a92", "#b87d00", "#3a9bd6"],
};

/** The same hues, light enough for a dark ground. */
const DARK: Colors = {
  ground: "#14181d",
  ink: "#e6e9ed",
  muted: "#a3adb8",
  rule: "#323a44",
  series: ["#56b4e9", "#f0803c", "#1fbf93", "#dd8fbd", "#e6a817", "#8fcbf2"],
};

/** A chart on its own, in a file: dark on white. */
export const PAPER: Theme = {
  ...LIGHT,
  shade: (share) => {
    const [color, ground] = [LIGHT.series[0]!, LIGHT.ground].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
    return `rgb(${color!.map((part, i) => Math.round(part * share + ground![i]! * (1 - share))).join(",")})`;
  },
};

/** A chart on a page, which says what the colours are: light or dark. */
export const PAGE: Theme = {
  ground: "transparent",
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  series: LIGHT.series.map((_, i) => `var(--series-${i})`),
  shade: (share) => `color-mix(in srgb, var(--series-0) ${Math.round(share * 1_000) / 10}%, var(--ground))`,
};

function variables({ ground, ink, muted, rule, series }: Colors): string {
  const named = { ground, ink, muted, rule, ...Object.fromEntries(series.map((color, i) => [`series-${i}`, color])) };
  return Object.entries(named)
    .map(([name, color]) => `--${name}: ${color};`)
    .join(" ");
}

/** The variables behind `PAGE`; paper is white also where the screen is dark. */
export const THEME_STYLE = `:root { color-scheme: light dark; ${variables(LIGHT)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }`;

const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

/** Colour and dashes of the i-th line, so that lines which lie on each other are both seen. */
export function lineLook(theme: Theme, i: number): { color: string; dash: readonly number[] } {
  return { color: theme.series[i % theme.series.length]!, dash: DASHES[i % DASHES.length]! };
}
