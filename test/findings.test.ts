/** The sentence that a report begins with is what its numbers say. */
import { describe, expect, it } from "vitest";
import type { ReplayRow } from "../bindings/chain/replayRow.js";
import { loadYumaSync } from "../bindings/index.js";
import { replayFinding, type ReplayedEpoch } from "../bindings/report/replayText.js";
import { retentionFinding } from "../bindings/report/retentionChart.js";
import { RunTotals, type Simulation } from "../bindings/report/simulation.js";
import { simulationFinding } from "../bindings/report/simulationFinding.js";
import { RunSeries } from "../bindings/report/simulationSeries.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import { readScenario } from "../bindings/simulate/read.js";
import type { RetentionRow } from "../bindings/simulate/retention/index.js";
import { runScenario } from "../bindings/simulate/scenario.js";

const yuma = loadYumaSync();

function simulation(json: unknown, variants: readonly string[]): Simulation {
  const read = readScenario(json);
  const chosen = read.variants.filter(({ name }) => variants.includes(name));
  const runs = chosen.map((variant) => {
    const totals = new RunTotals(read);
    for (const epoch of runScenario(yuma, read, variant)) totals.add(epoch);
    return { variant, totals, series: new RunSeries(read) };
  });
  return { source: "test", scenario: read, runs };
}

describe("of a simulation", () => {
  const merge = SCENARIOS["stake-merge"]!;

  it("is who gains and who loses most, and between which rules", () => {
    expect(simulationFinding(simulation(merge, ["yuma2", "yuma3", "yuma3-liquid"]))).toBe(
      "From yuma2 to yuma3 Small validator (0.1/0.2) gains most (3.309 to 3.699 alpha, +11.8 %) and Big validator (0.8) loses most (16.345 to 15.999 alpha, -2.1 %).",
    );
  });

  it("is that nobody does, where nobody does", () => {
    const { runs, scenario, source } = simulation(merge, ["yuma3"]);
    const again = { ...runs[0]!, variant: { ...runs[0]!.variant, name: "again" } };
    expect(simulationFinding({ source, scenario, runs: [runs[0]!, again] })).toBe("Everybody gets the same under yuma3, again.");
  });

  it("of one rule is who got most and least for its stake", () => {
    expect(simulationFinding(simulation(merge, ["yuma2"]))).toMatch(
      /^Under yuma2 Big validator \(0\.8\) \(0\.020432 alpha per 1,000\) got most for its stake and Small validator 2 \(0\.1\/0\.0\) \(0\.003\d{3} alpha per 1,000\) least\.$/,
    );
  });
});

describe("of a replay", () => {
  const row = (verdict: ReplayRow["verdict"], stage: string | null, ...different: string[]) => {
    const fields = ["bonds", "incentive", "emission"].map((field) => ({
      field,
      status: different.includes(field) ? "different" : "equal",
    }));
    return { block: verdict, row: { verdict, stage, fields } } as unknown as ReplayedEpoch;
  };

  it("is that all came out, or the first that did not", () => {
    const failed: ReplayedEpoch = { block: "9", error: "gone" };
    expect(replayFinding([row("equal", null), row("equal", null)])).toBe("All 2 epochs that ran come out as the chain stored it.");
    expect(replayFinding([failed, row("equal", null)])).toBe("The epoch that ran comes out as the chain stored it.");
    expect(replayFinding([failed])).toBe("No epoch could be run.");
    expect(replayFinding([row("equal", null), row("different", "bonds", "bonds", "emission")])).toBe(
      "Block different comes out otherwise, first in its bonds: 2 of 3 outputs differ.",
    );
    expect(replayFinding([row("not exact", null, "emission")])).toBe(
      "Block not exact comes out otherwise: 1 of 3 outputs differ, of an input that is not exact.",
    );
  });
});

describe("of a map of retention", () => {
  const map = (stake: number, ratio: (utility: number, selfWeight: number) => number) =>
    [0, 0.25, 0.5, 0.75, 1].flatMap((majorWeight) =>
      [0, 0.5, 1].map(
        (minorWeight) =>
          ({ majorStake: stake, majorWeight, minorWeight, majorEmissionRatio: ratio(majorWeight, minorWeight) }) as RetentionRow,
      ),
    );

  it("is from which utility on the honest keep their part", () => {
    expect(retentionFinding(map(0.6, (utility) => utility + 0.1))).toBe(
      "Honest stake of 0.60 keeps its part from a utility of 0.50 on, whatever the cabal gives itself.",
    );
  });

  it("is in how many networks, where there is no such utility or no line", () => {
    expect(retentionFinding(map(0.6, (utility, own) => utility - own / 2))).toBe(
      "Honest stake of 0.60 keeps its part in 3 of 15 networks.",
    );
    expect(retentionFinding(map(0.6, () => 0.7))).toBe("Honest stake of 0.60 keeps its part in 15 of 15 networks.");
  });

  it("is of the least stake where the one of the study is not drawn", () => {
    expect(retentionFinding([...map(0.8, () => 0.9), ...map(0.7, () => 0.1)])).toBe(
      "Honest stake of 0.70 keeps its part in 0 of 15 networks.",
    );
  });
});
