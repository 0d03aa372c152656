import type { Scenario, Variant } from "../simulate/index.js";
import { heatMap } from "./heatMap.js";
import { lineChart, scaleFor, type DrawnChart, type LineSeries } from "./lineChart.js";
import { eventsOf, fileName, readable, type Simulation } from "./simulation.js";
import { METRICS, type Metric } from "./simulationMetrics.js";
import { shown } from "./simulationSeries.js";
import type { Theme } from "./theme.js";

interface SimulationChart extends DrawnChart {
  /** unique within the simulation, fit for a file's name */
  id: string;
  caption: string;
}

export interface ChartGroup {
  title: string;
  note: string;
  /** whose lines the charts have; null where a chart says so itself */
  legend: readonly string[] | null;
  charts: SimulationChart[];
}

interface Drawing {
  theme: Theme;
  /** in front of every identifier */
  prefix: string;
  /** titles and legends inside the charts */
  alone: boolean;
}

interface Lines {
  id: string;
  caption: string;
  variant: Variant;
  series: LineSeries[];
}

/** Line charts side by side, all with the same vertical axis. */
function lineCharts({ theme, prefix, alone }: Drawing, title: string, lines: readonly Lines[], scenario: Scenario): SimulationChart[] {
  const values = lines.flatMap(({ series }) => series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const scale = scaleFor(values.reduce((most, value) => Math.max(most, value), 0));
  return lines.map(({ id, caption, variant, series }) => ({
    id,
    caption,
    ...lineChart({
      name: `${prefix}${id}`,
      theme,
      series,
      scale,
      events: eventsOf(scenario, variant),
      ...(alone && { title: `${title}: ${caption}` }),
    }),
  }));
}

function metricGroup(drawing: Drawing, { scenario, runs }: Simulation, { id, title, of, note }: Metric): ChartGroup {
  const uids = shown(scenario, of);
  const lines = runs.map(({ variant, series }, i) => ({
    id: `${id}-${i + 1}-${fileName(variant.name)}`,
    caption: variant.name,
    variant,
    series: uids.map(({ name }, line) => ({ name, values: series.metrics.get(id)![line]! })),
  }));
  return { title, note, legend: uids.map(({ name }) => name), charts: lineCharts(drawing, title, lines, scenario) };
}

function bondsGroup(drawing: Drawing, { scenario, runs }: Simulation): ChartGroup {
  const title = "Bonds";
  const validators = shown(scenario, "validators");
  const lines = shown(scenario, "servers").flatMap((server, j) =>
    runs.map(({ variant, series }, i) => ({
      id: `bonds-${server.uid}-${i + 1}-${fileName(variant.name)}`,
      caption: `${variant.name}: on ${server.name}`,
      variant,
      series: validators.map(({ name }, line) => ({ name, values: series.bonds[line]![j]! })),
    })),
  );
  const note = "As stored after each epoch. Classic bonds (yuma2) are scaled so that a miner's largest is one; those of yuma3 are not.";
  return { title, note, legend: validators.map(({ name }) => name), charts: lineCharts(drawing, title, lines, scenario) };
}

/** The same under every variant: drawn from the first. */
function weightsGroup({ theme, prefix, alone }: Drawing, { scenario, runs }: Simulation): ChartGroup {
  const title = "Weights";
  const servers = shown(scenario, "servers");
  const charts = shown(scenario, "validators").map((validator, i) => {
    const id = `weights-${validator.uid}`;
    const rows = servers.map(({ name }, j) => ({ name, values: runs[0]!.series.weights[i]![j]! }));
    return {
      id,
      caption: validator.name,
      ...heatMap({ name: `${prefix}${id}`, theme, rows, ...(alone && { title: `${title}: ${validator.name}` }) }),
    };
  });
  return {
    title,
    note: "What each validator has set, the stronger the colour the more. They are the same under every variant.",
    legend: null,
    charts,
  };
}

/** Every chart of a simulation, in groups that share a vertical axis. The same simulation gives the same bytes. */
export function simulationCharts(given: Simulation, drawing: Drawing): ChartGroup[] {
  const simulation = readable(given);
  return [
    weightsGroup(drawing, simulation),
    ...METRICS.map((metric) => metricGroup(drawing, simulation, metric)),
    bondsGroup(drawing, simulation),
  ];
}
