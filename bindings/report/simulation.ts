import { printable, printableLines } from "../text/printable.js";
import type { Scenario, SimulatedEpoch, Variant } from "../simulate/index.js";
import { hyperparametersAt } from "../simulate/scenario.js";
import { perThousand, uidsOf, type Metric } from "./simulationMetrics.js";
import type { RunSeries } from "./simulationSeries.js";

/** A scenario that was run, under one variant after the other. */
export interface Simulation {
  /** the slug of a scenario of the package, or the file's name */
  source: string;
  scenario: Scenario;
  runs: readonly Run[];
}

export interface Run {
  variant: Variant;
  totals: RunTotals;
  /** empty where nothing is to be drawn */
  series: RunSeries;
}

/** Lower case, hyphens and digits. */
export function fileName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The same with every text fit to be shown. */
export function readable({ source, scenario, runs }: Simulation): Simulation {
  return {
    source: printable(source),
    scenario: {
      ...scenario,
      title: printable(scenario.title),
      story: printableLines(scenario.story),
      validators: scenario.validators.map(printable),
      servers: scenario.servers.map(printable),
      notes: scenario.notes.map(printable),
    },
    runs: runs.map((run) => ({ ...run, variant: { ...run.variant, name: printable(run.variant.name) } })),
  };
}

export interface Total {
  uid: number;
  name: string;
  /** rao over all epochs, exact */
  rao: bigint;
  /** sum over the epochs with stake; null for servers, and for a validator that never had stake */
  perThousand: number | null;
}

/** What each validator and each server got in all epochs together; the epochs are counted one by one and not kept. */
export class RunTotals {
  private readonly rao: bigint[];
  private readonly perThousand: (number | null)[];

  constructor({ validators, servers }: Scenario) {
    this.rao = [...validators, ...servers].map(() => 0n);
    this.perThousand = validators.map(() => null);
  }

  add(epoch: SimulatedEpoch): void {
    const { validatorEmission, serverEmission } = epoch.result;
    const validators = this.perThousand.length;
    for (let uid = 0; uid < this.rao.length; uid++) this.rao[uid]! += (uid < validators ? validatorEmission : serverEmission)[uid]!;
    for (let uid = 0; uid < validators; uid++) {
      const rate = perThousand(epoch, uid);
      if (rate !== null) this.perThousand[uid] = (this.perThousand[uid] ?? 0) + rate;
    }
  }

  /** Under the names of the scenario. */
  of(kind: Metric["of"], scenario: Scenario): Total[] {
    return uidsOf(scenario, kind).map(({ uid, name }) => ({ uid, name, rao: this.rao[uid]!, perThousand: this.perThousand[uid] ?? null }));
  }
}

/** What happens on the way, in words; with a variant, only what happens under it. */
export function eventsOf(scenario: Scenario, variant?: Variant): { epoch: number; what: string }[] {
  const names = [...scenario.validators, ...scenario.servers];
  const changes = scenario.changes.map(({ epoch, rules, hyperparameters }) => {
    const set = Object.entries(hyperparameters).map(([key, value]) => `${key} ${value}`);
    return { epoch, what: [...(rules === null ? [] : [rules]), ...set].join(", ") };
  });
  return [
    ...scenario.registrations.map(({ epoch, who }) => ({ epoch, what: `newcomer: ${names[who]!}` })),
    ...scenario.bondResets
      .filter(({ epoch }) => variant === undefined || hyperparametersAt(scenario, variant, epoch).bondsReset)
      .map(({ epoch, who }) => ({ epoch, what: `bonds reset: ${names[who]!}` })),
    ...changes,
  ].sort((a, b) => a.epoch - b.epoch);
}
