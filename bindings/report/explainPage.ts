import { changeSections, changeTitle } from "./explainChange.js";
import { explainFigures, type Explained } from "./explainFigures.js";
import { explainSections, explainTitle, verdict } from "./explainUid.js";
import { html, type Html } from "./html.js";
import { charts, figure, findingLine, renderPage, section, table, wideSection } from "./page.js";
import type { Section } from "./sections.js";
import { PAGE } from "./theme.js";
import { whatIfSection } from "./whatIfText.js";

/** One page for one or several uids, with tables of at most `rows` rows. Loads nothing. */
export function explainPage(explained: readonly Explained[], rows: number): string {
  const [first] = explained;
  return renderPage({
    title:
      explained.length > 1
        ? `Why uids ${explained.map(({ explanation }) => explanation.uid).join(", ")} got what they got`
        : oneTitle(first!),
    lead: "Fractions of one; raw numbers are exact, in units of 2^-32, and the parts sum to the whole.",
    body: explained.map((one) => uidBody(one, rows)),
    footer: "Made by yuma explain, with the chain's own integer arithmetic: nothing on this page is an estimate.",
  });
}

function oneTitle({ explanation: { uid }, change }: Explained): string {
  return change === undefined ? `Why uid ${uid} got what it got` : `What changed for uid ${uid}, and why`;
}

function uidBody({ explanation, change, whatIf }: Explained, rows: number): Html[] {
  const figures = explainFigures({ explanation, change }).map(({ caption, draw }) => figure({ caption, ...draw(PAGE) }));
  return [
    html`<h1>${explainTitle(explanation)}</h1>`,
    ...verdict(explanation).map((line, i) => (i === 0 ? findingLine(line) : html`<p class="lead">${line}</p>`)),
    ...(change === undefined ? [] : [html`<p class="lead">${changeTitle(change.comparison)}.</p>`]),
    ...(whatIf === undefined ? [] : [sectionHtml(whatIfSection(whatIf))]),
    ...(figures.length === 0 ? [] : [charts(...figures)]),
    ...(change === undefined ? [] : changeSections(change, rows)).map(sectionHtml),
    ...explainSections(explanation, rows).map(sectionHtml),
  ];
}

/** A table of more columns needs the whole width, with the words above it. */
const MOST_BESIDE = 9;

/** The table's columns of text become one. */
function sectionHtml({ heading, lines, table: content }: Section): Html {
  const paragraphs = (some: readonly string[]) => some.map((line) => html`<p>${line}</p>\n`);
  if (content === undefined || content.rows.length === 0)
    return wideSection(heading, "", paragraphs([...lines, ...(content?.after ?? [])]));
  const { header, rows, names, after } = content;
  const joined = (row: readonly string[]) => [
    html`${row[0]!}${row
      .slice(1, names)
      .filter((note) => note !== "")
      .map((note) => html` <span class="note">${note}</span>`)}`,
    ...row.slice(names),
  ];
  const shown = [
    table(
      [
        header
          .slice(0, names)
          .filter((name) => name !== "")
          .join(": "),
        ...header.slice(names),
      ],
      { rows: rows.map(joined) },
    ),
    paragraphs(after ?? []),
  ];
  return header.length > MOST_BESIDE ? section(heading, paragraphs(lines), shown) : wideSection(heading, paragraphs(lines), shown);
}
