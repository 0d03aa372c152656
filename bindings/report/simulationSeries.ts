import type { Scenario, SimulatedEpoch } from "../simulate/index.js";
import { METRICS, storedBond, storedWeight, uidsOf, type Metric } from "./simulationMetrics.js";

/** More lines, or rows, in a chart cannot be told apart. */
export const MOST_LINES = 12;

/** Whom the charts show, of the validators or of the servers. */
export function shown(scenario: Scenario, of: Metric["of"]): { uid: number; name: string }[] {
  return uidsOf(scenario, of).slice(0, MOST_LINES);
}

/** A value for each epoch. */
type Values = (number | null)[];

/**
 * What the charts of a run draw: numbers of those whom they show, and not the epochs, which would fill the memory. Lists
 * by the places of `shown`.
 */
export class RunSeries {
  readonly metrics: ReadonlyMap<string, Values[]>;
  /** by validator and server */
  readonly weights: Values[][];
  readonly bonds: Values[][];

  constructor(private readonly scenario: Scenario) {
    const lists = (of: Metric["of"]) => shown(scenario, of).map((): Values => []);
    this.metrics = new Map(METRICS.map(({ id, of }) => [id, lists(of)]));
    this.weights = shown(scenario, "validators").map(() => lists("servers"));
    this.bonds = shown(scenario, "validators").map(() => lists("servers"));
  }

  add(epoch: SimulatedEpoch): void {
    const [validators, servers] = [shown(this.scenario, "validators"), shown(this.scenario, "servers")];
    for (const { id, of, value } of METRICS)
      (of === "validators" ? validators : servers).forEach(({ uid }, i) => this.metrics.get(id)![i]!.push(value(epoch, uid)));
    validators.forEach((validator, i) =>
      servers.forEach((server, j) => {
        this.weights[i]![j]!.push(storedWeight(epoch, validator.uid, server.uid));
        this.bonds[i]![j]!.push(storedBond(epoch, validator.uid, server.uid));
      }),
    );
  }
}

/** How many numbers the charts of a scenario draw under so many variants. */
export function drawnValues(scenario: Scenario, variants: number): number {
  const count = (of: Metric["of"]) => shown(scenario, of).length;
  const lines = METRICS.reduce((sum, { of }) => sum + count(of), 2 * count("validators") * count("servers"));
  return scenario.epochs * lines * variants;
}
