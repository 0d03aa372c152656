/** Hostile states and stories through all of the page that needs no browser: a typed refusal, or numbers that can be shown. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../bindings/explain/index.js";
import { loadYuma, RULE_SET_IDS, YumaError } from "../../bindings/index.js";
import { hostileState } from "../../bindings/testing/index.js";
import { answer, play } from "../../site/engine/play.js";
import { PlayRequests } from "../../site/engine/playRequests.js";
import type { Played, Request } from "../../site/engine/protocol.js";
import { runPoints } from "../../site/engine/sweepPoints.js";
import { applyWay, canApply, grainOf } from "../../site/model/applyWay.js";
import { bondsOf, grid } from "../../site/model/bondRows.js";
import { commandOf } from "../../site/model/command.js";
import { seriesCsv } from "../../site/model/csv.js";
import { chipOf, DocumentError, load, save, stateDocument, underRules, type Document } from "../../site/model/document.js";
import { largestLines, METRICS } from "../../site/model/lines.js";
import { boundsOf, GROUPS, sliderOf, valueText, type Value } from "../../site/model/parameters.js";
import { changedColumns, columnsOf, exactly, largest, sorted, total, write } from "../../site/model/resultColumns.js";
import { withoutEffect } from "../../site/model/ruleSets.js";
import { rowOf, scoredOf, votersOf, weightGrid } from "../../site/model/shown.js";
import { axisEnd, corners, sides, spread, stakeCurve } from "../../site/model/stakeCurve.js";
import { planProblem, type SweepAxis, type SweepPlan } from "../../site/model/sweep.js";
import { outlooks } from "../../site/model/ways.js";

const yuma = await loadYuma();

/** Only what a page can say in words may be thrown. */
function typed<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof YumaError || error instanceof DocumentError) return null;
    throw error;
  }
}

/** What the panes work out of an epoch. */
function drawn(doc: Document, { series, shown }: Played): void {
  const { state, result, trace } = shown;
  const uids = Array.from({ length: state.n }, (_, uid) => uid);
  const [voters, scored] = [votersOf(doc, state), scoredOf(doc, state)];
  expect(weightGrid(doc, state, trace).values).toHaveLength(voters.length * scored.length);
  for (const column of columnsOf(result)) {
    expect(sorted(uids, { by: column.id, isAscending: false }, result)).toHaveLength(state.n);
    expect(largest(column, result, null)).toBeGreaterThanOrEqual(0);
    for (const uid of uids)
      expect(`${write(column.unit, result[column.id][uid]!)} ${exactly(column.unit, result[column.id][uid]!)}`).not.toMatch(
        /NaN|undefined/,
      );
  }
  total(result.emission);
  for (const uid of uids) {
    bondsOf(uid, result.bonds, null);
    changedColumns(uid, result, result);
    rowOf(state.weights, uid);
  }
  grid(result.bonds, voters, scored);
  for (const metric of METRICS) largestLines(metric, series, uids, 12, [0]);
  seriesCsv(doc, series);
  commandOf(doc, state);
  for (const { parameters } of GROUPS)
    for (const parameter of parameters) {
      const value = state[parameter.name] as Value;
      withoutEffect(parameter.name, { ...state, ruleSet: state.ruleSet!, isNull: doc.nullConsensus });
      boundsOf(parameter, state, false);
      expect(`${valueText(parameter, value)} ${sliderOf(parameter, value)}`).not.toMatch(/NaN|undefined/);
    }
  if (trace !== null)
    for (const miner of uids) {
      const curve = stakeCurve(trace, miner);
      for (const { weightX32, stakeX32 } of corners(curve)) expect(weightX32 >= 0n && stakeX32 >= 0n).toBe(true);
      sides(curve);
      axisEnd(curve);
      spread(curve);
    }
}

const AXES: readonly SweepAxis[] = [
  { name: "stake", uid: 0, from: 0, to: 1_000 },
  { name: "kappa", uid: 0, from: 0, to: 65_535 },
  { name: "alphaSigmoidSteepness", uid: 0, from: -100, to: 100 },
];

function all(doc: Document): void {
  const again = typed(() => load(JSON.parse(JSON.stringify(save(doc)))));
  expect(again === null ? null : save(again)).toEqual(save(doc));
  const requests = new PlayRequests();
  const asked: Request[] = [
    requests.make(doc, underRules(doc, chipOf(doc) === "null" ? "yuma3" : "null"), 1),
    requests.make(doc, underRules(doc, "yuma2"), 0),
    { kind: "bonds", of: { doc, validator: 0, miner: 1 }, against: null },
  ];
  for (const request of asked) typed(() => answer(yuma, request));
  const plan = (x: SweepAxis, id: SweepPlan["measure"]["id"]): SweepPlan => ({ x, y: AXES[1]!, steps: 2, measure: { id, uid: 0 } });
  for (const axis of AXES)
    for (const id of ["perThousand", "emission", "dividendsSum"] as const)
      if (planProblem(doc, plan(axis, id)) === null) runPoints(yuma, { kind: "points", doc, plan: plan(axis, id), points: [0, 1, 2, 3] });
  const played = typed(() => play(yuma, doc, 0));
  if (played === null) return;
  drawn(doc, played);
  const { state, trace } = played.shown;
  if (trace === null) return;
  for (let uid = 0; uid < Math.min(state.n, 3); uid++) {
    typed(() => answer(yuma, { kind: "explain", state, uid }));
    const found = typed(() => explain(yuma, state, uid));
    if (found === null) continue;
    for (const { ways } of outlooks({ state, uid, nameOf: String, grain: grainOf(doc) }, found.verdict, found.consensus))
      for (const { steps } of ways) if (canApply(doc, steps)) typed(() => play(yuma, applyWay(doc, 0, steps), 0));
  }
}

describe("a hostile state", () => {
  it.each(RULE_SET_IDS)("of %s is refused in words, or shown", (ruleSet) => {
    fc.assert(
      fc.property(
        hostileState({ ruleSets: [ruleSet], maxUids: 6 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        (state, isNull, epochs) => {
          all(stateDocument("hostile", state, epochs, isNull));
        },
      ),
      { numRuns: 17, seed: 7 },
    );
  });
});
