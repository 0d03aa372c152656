import { HOVER_SCRIPT, type Hover } from "./hover.js";
import { Html, html, type Content } from "./html.js";
import { FONT } from "./svg.js";
import { THEME_STYLE, type Theme, lineLook } from "./theme.js";

export interface Page {
  title: string;
  /** what the page shows, in a sentence */
  finding?: string | undefined;
  /** under the title */
  lead: Content;
  body: Content;
  /** how the page was made */
  footer: Content;
}

/** A page for which nothing is loaded: from disk, light or dark as the reader's screen, and white on paper. */
export function renderPage({ title, finding, lead, body, footer }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${finding === undefined ? "" : findingLine(finding)}<p class="lead">${lead}</p>
</header>
<main>
${body}
</main>
<footer><p>${footer}</p></footer>
<script>${new Html(HOVER_SCRIPT + SCROLL_SCRIPT)}</script>
</body>
</html>
`.text;
}

export function section(heading: string, ...content: Content[]): Html {
  return html`<section>
<h2>${heading}</h2>
${content}
</section>
`;
}

/** The same with what is said at the left and what is shown at the right, as far as there is room. */
export function wideSection(heading: string, words: Content, content: Content): Html {
  return html`<section class="wide">
<div><h2>${heading}</h2>
${words}</div>
<div>${content}</div>
</section>
`;
}

/** Sections beside each other, as far as there is room. */
export function beside(...content: Content[]): Html {
  return html`<div class="beside">
${content}
</div>
`;
}

export function findingLine(finding: string): Html {
  return html`<p class="finding">${finding}</p>
`;
}

/** Charts side by side as far as there is room. */
export function charts(...content: Content[]): Html {
  return html`<div class="charts">
${content}
</div>
`;
}

export interface Figure {
  caption: string;
  /** drawn for a page (theme PAGE) */
  svg: string;
  hover?: Hover;
}

export function figure({ caption, svg, hover }: Figure): Html {
  const values = hover === undefined ? "" : html` data-hover="${JSON.stringify(hover)}"`;
  return html`<figure><figcaption>${caption}</figcaption><div class="chart" role="img" aria-label="${caption}"${values}>${new Html(svg)}</div></figure>
`;
}

/** Which line is whose, for several charts with the same lines. */
export function legend(theme: Theme, names: readonly string[]): Html {
  const items = names.map((name, i) => {
    const { color, dash } = lineLook(theme, i);
    const line = html`<svg width="28" height="8" aria-hidden="true"><line x1="0" y1="4" x2="28" y2="4" stroke="${color}" stroke-width="2.5" stroke-dasharray="${dash.join(" ")}"/></svg>`;
    return html`<li>${line} ${name}</li>`;
  });
  return html`<ul class="legend">${items}</ul>
`;
}

export type Row = readonly Content[];

/** A table: what a row is about stands first, then numbers that line up on the right; groups of rows have a title. */
export function table(header: Row, ...groups: readonly { title?: string; rows: readonly Row[] }[]): Html {
  const cells = (row: Row, kind: "td" | "th") =>
    row.map((cell, i) => html`${new Html(i === 0 ? `<${kind}>` : `<${kind} class="number">`)}${cell}${new Html(`</${kind}>`)}`);
  const bodies = groups.map(({ title, rows }) => {
    const head = title === undefined ? "" : html`<tr><th class="group" colspan="${header.length}">${title}</th></tr>\n`;
    return html`<tbody>\n${head}${rows.map((row) => html`<tr>${cells(row, "td")}</tr>\n`)}</tbody>\n`;
  });
  return html`<div class="scroll" role="group" tabindex="0" aria-label="a table"><table>
<thead><tr>${cells(header, "th")}</tr></thead>
${bodies}</table></div>
`;
}

/** Says of a table that has more than is seen that it scrolls. Runs in the reader's browser. */
const SCROLL_SCRIPT = `
const mark = () => {
  for (const table of document.querySelectorAll(".scroll")) {
    const more = table.scrollWidth > table.clientWidth + 1;
    table.classList.toggle("more", more);
    table.tabIndex = more ? 0 : -1;
  }
};
mark();
addEventListener("resize", mark);
`;

const STYLE = `
${THEME_STYLE}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem clamp(0.75rem, 3vw, 2.5rem) 3rem; background: var(--ground); color: var(--ink); font: 16px/1.5 ${FONT}; }
h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; margin: 0 0 0.5rem; }
main h1 { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
h2 { font-size: 1.2rem; margin: 2.2rem 0 0.4rem; }
p { max-width: 46rem; margin: 0.4rem 0; }
.lead { font-size: 1.08rem; }
.finding { max-width: 60rem; font-size: clamp(1.1rem, 2.5vw, 1.25rem); font-weight: 600; line-height: 1.35; }
.note, footer { color: var(--muted); font-size: 0.88rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1rem 1.5rem; margin-top: 0.6rem; }
figure { margin: 0; min-width: 0; break-inside: avoid; }
figcaption { font-size: 0.9rem; font-weight: 600; }
.chart { position: relative; touch-action: pan-y; }
.chart > svg { display: block; width: 100%; height: auto; }
.chart > i { display: none; position: absolute; top: 0; bottom: 0; border-left: 1px solid var(--muted); pointer-events: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.4rem; list-style: none; margin: 0.3rem 0; padding: 0; font-size: 0.9rem; }
.legend svg { vertical-align: middle; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr)); gap: 0 2.5rem; }
.beside > section { min-width: 0; }
.scroll { overflow-x: auto; }
.scroll.more::before { content: "scroll sideways for more columns \\2192"; position: sticky; left: 0; display: block; color: var(--muted); font-size: 0.82rem; }
@media screen and (min-width: 64rem) {
  .wide { display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 1fr); gap: 0 2.5rem; margin-top: 2rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); }
  .wide > div { min-width: 0; }
  .wide h2, .wide > div > p:first-child { margin-top: 0; }
}
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.9rem 0.25rem 0; text-align: left; border-bottom: 1px solid var(--rule); }
td:first-child { min-width: 9rem; position: sticky; left: 0; background: var(--ground); }
th { vertical-align: bottom; color: var(--muted); font-weight: 600; }
td.number, th.number { text-align: right; }
.group { padding-top: 0.9rem; color: var(--ink); }
ul { padding-left: 1.2rem; }
.values { display: none; position: fixed; z-index: 1; gap: 0.1rem; padding: 0.4rem 0.6rem; pointer-events: none; font-size: 0.82rem; background: var(--ground); border: 1px solid var(--rule); border-radius: 4px; box-shadow: 0 2px 8px #0003; }
.values span { display: flex; justify-content: space-between; gap: 1.2rem; border-left: 3px solid; padding-left: 0.4rem; }
.values em { font-style: normal; font-variant-numeric: tabular-nums; }
@media print { .scroll.more::before { content: none; } body { padding: 0; font-size: 11pt; } .charts { grid-template-columns: repeat(2, 1fr); } .values { display: none !important; } h2 { break-after: avoid; } }
`;
