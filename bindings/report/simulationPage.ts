import { hyperparametersAt } from "../simulate/scenario.js";
import type { Html } from "./html.js";
import { html } from "./html.js";
import { beside, charts, figure, findingLine, legend, renderPage, section, table } from "./page.js";
import { simulationCharts } from "./simulationCharts.js";
import { eventsOf, readable, type Simulation } from "./simulation.js";
import { MOST_LINES } from "./simulationSeries.js";
import { simulationFinding } from "./simulationFinding.js";
import { TOTALS, totalsRows } from "./simulationTable.js";
import { PAGE } from "./theme.js";

/** One page of charts, tables and words for one or more scenarios; the same simulations give the same bytes. */
export function simulationPage(given: readonly Simulation[], made: string): string {
  const simulations = given.map(readable);
  const [first] = simulations;
  const alone = simulations.length === 1;
  return renderPage({
    title: alone ? first!.scenario.title : "Scenarios of Yuma consensus",
    finding: alone ? simulationFinding(first!) : undefined,
    lead: alone ? first!.scenario.story : simulations.map(({ scenario }) => scenario.title).join(" · "),
    body: simulations.map((simulation, i) => [
      alone
        ? ""
        : html`<h1>${simulation.scenario.title}</h1>${findingLine(simulationFinding(simulation))}<p class="lead">${simulation.scenario.story}</p>`,
      simulationSections(simulation, `s${i}-`),
    ]),
    footer: html`Made by <code>${made}</code>: the chain's own integers, epoch by epoch. Charts and tables are rounded for reading; --json and --csv are exact.`,
  });
}

function simulationSections(simulation: Simulation, prefix: string): Html[] {
  const { scenario } = simulation;
  const groups = simulationCharts(simulation, { theme: PAGE, prefix, alone: false });
  const events = eventsOf(scenario);
  const cut = Math.max(scenario.validators.length, scenario.servers.length) > MOST_LINES;
  return [
    beside(section(`Totals over ${scenario.epochs} epochs`, totalsTable(simulation)), section("Rules", rulesTable(simulation))),
    ...scenario.notes.map((note) => html`<p class="note">Note: ${note}</p>`),
    ...(cut
      ? [
          html`<p class="note">The charts show the first ${MOST_LINES} validators and miners; the table of totals names all, and --csv has every number.</p>`,
        ]
      : []),
    ...(events.length === 0
      ? []
      : [
          section(
            "On the way",
            html`<ul>${events.map(({ epoch, what }) => html`<li>epoch ${epoch}: ${what}</li>`)}</ul><p class="note">Dotted in the charts of the variants that it happens under.</p>`,
          ),
        ]),
    ...groups.map(({ title, note, legend: names, charts: drawn }) =>
      section(title, html`<p class="note">${note}</p>`, names === null ? "" : legend(PAGE, names), charts(drawn.map(figure))),
    ),
  ];
}

function totalsTable(simulation: Simulation): Html {
  const header = ["", ...simulation.runs.map(({ variant }) => variant.name)];
  const groups = TOTALS.map((block) => ({
    title: block.title,
    rows: totalsRows(simulation, block).map(({ name, cells }) => [name, ...cells]),
  }));
  return table(header, ...groups);
}

function rulesTable({ scenario, runs }: Simulation): Html {
  const columns = runs.map(({ variant }) => Object.entries(hyperparametersAt(scenario, variant, 0)));
  const rows = columns[0]!.map(([name], i) => [html`<code>${name}</code>`, ...columns.map((column) => String(column[i]![1]))]);
  return table(["in epoch 0", ...runs.map(({ variant }) => variant.name)], { rows });
}
