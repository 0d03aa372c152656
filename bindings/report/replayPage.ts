import { html } from "./html.js";
import { renderPage, section, table } from "./page.js";
import { fieldCells, notesOf, replayCells, replayFinding, replaySummary, type ReplayedEpoch } from "./replayText.js";

/** One page of all epochs, and of each its stored outputs. Loads nothing. */
export function replayPage(epochs: readonly ReplayedEpoch[], title: string): string {
  const [header, ...rows] = replayCells(epochs);
  return renderPage({
    title,
    finding: replayFinding(epochs),
    lead: `${replaySummary(epochs)}. Every output that the chain stored was compared, to the last bit.`,
    body: [
      section("Epochs", table(header!, { rows })),
      ...epochs.map((epoch) => {
        if ("error" in epoch) return section(`Block ${epoch.block}`, html`<p>${epoch.error}</p>\n`);
        const [fieldHeader, ...fields] = fieldCells(epoch.row.fields);
        const notes = notesOf(epoch.row).map((note) => html`<p class="note">${note}</p>\n`);
        return section(`Block ${epoch.block}: ${epoch.row.verdict}`, table(fieldHeader!, { rows: fields }), notes);
      }),
    ],
    footer: "Made by yuma replay, with the chain's own integer arithmetic, from what a node said.",
  });
}
