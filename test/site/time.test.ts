/** What the page's timeline, charts and sweeps are made of, without the page. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { loadYuma } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { neededUtility, readScenario, runScenario } from "../../bindings/simulate/index.js";
import { rowOf } from "../../bindings/simulate/rows.js";
import { answer, play } from "../../site/engine/play.js";
import { commandText, retentionCommand, sweepCommand } from "../../site/model/sweepCommand.js";
import { runPoints } from "../../site/engine/sweepPoints.js";
import { addCopier, copyValidator, largestOther } from "../../site/model/copier.js";
import { nameOf, scenarioDocument, stateDocument, underRules, type ScenarioDocument } from "../../site/model/document.js";
import { changeParameter, setRow, setStake, toggleEvent } from "../../site/model/edit.js";
import { keyEpochs, keyFramesOf, marksOf, nextKeyEpoch, removeKeyFrame } from "../../site/model/keyFrames.js";
import { rowsOfScenario, stakeAt, stakesOfScenario } from "../../site/model/rowsOfScenario.js";
import { largestLines, METRICS, uidInOther, valuesOf } from "../../site/model/lines.js";
import { scoredOf, votersOf } from "../../site/model/shown.js";
import { axisValues, documentAt, planProblem, pointsIn, settingsAt, type SweepPlan } from "../../site/model/sweep.js";
import { ROOT } from "../engines/engines.js";

const yuma = await loadYuma();
const story = (name: string): ScenarioDocument => scenarioDocument(readScenario(SCENARIOS[name]));
const copierStory = story("late-majority-twice-copier");

describe("the marks of a story", () => {
  const frame = (epoch: number, last = epoch) => ({ kind: "stakes" as const, place: 0, epoch, last, label: `at ${epoch}` });

  it("are one an epoch, as long as its longest key frame, with a few labels", () => {
    const frames = [...Array.from({ length: 8 }, () => frame(3)), frame(3, 9), frame(1), { ...frame(2), kind: "weights" as const }];
    expect(marksOf(frames, "stakes", 0)).toEqual({
      marks: [
        { epoch: 1, last: 1, text: "Epoch 1: at 1" },
        { epoch: 3, last: 9, text: `Epoch 3: ${Array(5).fill("at 3").join("; ")} and 4 more` },
      ],
      left: 0,
    });
  });

  it.each([
    [0, 0],
    [5_000, 4_900],
    [9_999, 9_800],
  ])("of ten thousand epochs are those around epoch %d", (epoch, first) => {
    const { marks, left } = marksOf(
      Array.from({ length: 10_000 }, (_, at) => frame(at)),
      "stakes",
      epoch,
    );
    expect([marks.length, marks[0]!.epoch, left]).toEqual([200, first, 9_800]);
  });
});

describe("rows and stakes of a story", () => {
  it.each(Object.keys(SCENARIOS))("of %s are those of the states that it runs", (name) => {
    const { scenario, variant } = story(name);
    const states = Array.from(runScenario(yuma, scenario, variant), ({ state }) => state);
    scenario.validators.forEach((_, uid) => {
      expect(rowsOfScenario(scenario, uid)).toEqual(states.map(({ weights }) => rowOf(weights, uid)));
      expect(stakesOfScenario(scenario, uid)).toEqual(states.map(({ alphaStake }) => alphaStake[uid]));
      expect(states.map((_, epoch) => stakeAt(scenario, uid, epoch))).toEqual(stakesOfScenario(scenario, uid));
    });
  });

  it("know what a newcomer leaves of rows", () => {
    let doc = toggleEvent(copierStory, "registrations", 5, 1);
    doc = toggleEvent(doc, "registrations", 7, 4);
    const scenario = { ...doc.scenario, weights: doc.scenario.weights.slice(0, 2) };
    const states = Array.from(runScenario(yuma, scenario, doc.variant), ({ state }) => state);
    for (const uid of [0, 1, 2]) expect(rowsOfScenario(scenario, uid)).toEqual(states.map(({ weights }) => rowOf(weights, uid)));
  });
});

describe("key frames", () => {
  it("are all that the file says, in order", () => {
    const frames = keyFramesOf(copierStory);
    expect(keyEpochs(frames)).toEqual([0, 1, 2, 20, 21, 22]);
    expect(frames.filter(({ epoch }) => epoch === 20)).toEqual([
      { kind: "bondResets", place: 0, epoch: 20, last: 20, label: "bonds on Server 2 are reset" },
    ]);
    expect(nextKeyEpoch(frames, 2, 1)).toBe(20);
    expect(nextKeyEpoch(frames, 20, -1)).toBe(2);
    expect([nextKeyEpoch(frames, 22, 1), nextKeyEpoch(frames, 0, -1)]).toEqual([null, null]);
  });

  it("of each kind are taken out again", () => {
    const edits: [string, ScenarioDocument][] = [
      ["weights", setRow(copierStory, 9, 0, [[3, 65_535]]) as ScenarioDocument],
      ["stakes", setStake(copierStory, 9, 0, 5_000_000_000n) as ScenarioDocument],
      ["registrations", toggleEvent(copierStory, "registrations", 9, 4)],
      ["bondResets", toggleEvent(copierStory, "bondResets", 9, 3)],
      ["changes", changeParameter(copierStory, 9, "kappa", 40_000)],
    ];
    for (const [kind, edited] of edits) {
      const added = keyFramesOf(edited).filter(({ epoch }) => epoch === 9);
      expect(added.map((frame) => frame.kind)).toEqual([kind]);
      expect(removeKeyFrame(edited, added[0]!)).toEqual(copierStory);
    }
  });
});

describe("a copier", () => {
  it("sets what another had set the epoch before", () => {
    const doc = copyValidator(copierStory, 0, 1);
    const [copied, from] = [rowsOfScenario(doc.scenario, 0), rowsOfScenario(copierStory.scenario, 1)];
    expect(copied).toEqual([from[0], ...from.slice(0, -1)]);
    expect(rowsOfScenario(doc.scenario, 1)).toEqual(from);
  });

  it("is put in behind the validators, and changes nothing else of the story", () => {
    const doc = addCopier(addCopier(copierStory, 0, 0), 0, 0.01);
    expect(doc.scenario.validators.slice(3)).toEqual(["Copier", "Copier 2"]);
    expect(largestOther(doc.scenario, 0, 0)).toBe(1);
    // Millions of alpha: a hundredth of 0.8.
    expect(stakesOfScenario(doc.scenario, 4)[0]).toBe(8_000_000_000_000n);
    expect(nameOf(doc, doc.scenario.bondResets[0]!.who)).toBe("Server 2");
    // Without stake it changes no number of anybody.
    const [before, after] = [play(yuma, copierStory, 0).series, play(yuma, addCopier(copierStory, 0, 0), 0).series];
    for (let epoch = 0; epoch < 40; epoch++)
      expect([3, 4].map((uid) => after.incentive[epoch * 6 + uid + 1])).toEqual([3, 4].map((uid) => before.incentive[epoch * 5 + uid]));
  });
});

it("leaves out who is not yet in the state that is shown", () => {
  const { state } = play(yuma, copierStory, 0).shown;
  const larger = addCopier(copierStory, 0, 0.01);
  expect([...votersOf(larger, state), ...scoredOf(larger, state)]).toEqual([0, 1, 2, 3, 4]);
});

describe("lines", () => {
  it("are the largest, and those that are asked for", () => {
    const { series } = play(yuma, copierStory, 0);
    const metric = METRICS.find(({ id }) => id === "dividends")!;
    expect(largestLines(metric, series, [0, 1, 2], 2, [])).toHaveLength(2);
    expect(largestLines(metric, series, [0, 1, 2], 1, [2])).toContain(2);
    const perThousand = METRICS.find(({ id }) => id === "per-1000")!;
    const values = valuesOf(perThousand, series, 0);
    expect(values[10]).toBe((Number(series.validatorEmission[50]!) * 1_000) / 8e14);
  });
});

const PLAN: SweepPlan = {
  x: { name: "bondsPenalty", uid: 0, from: 0, to: 65_535 },
  y: { name: "stake", uid: 0, from: 200_000, to: 800_000 },
  steps: 3,
  measure: { id: "dividendsSum", uid: 0 },
};

const command = (parts: readonly string[]) => execFileSync(process.execPath, [`${ROOT}/dist/cli/main.js`, ...parts], { encoding: "utf8" });

describe("a bond", () => {
  it("is the stored one after each epoch, and is found by name in another version", () => {
    const added = addCopier(copierStory, 0, 0.01);
    expect([0, 3, 4, 5].map((uid) => uidInOther(added, copierStory, uid))).toEqual([0, null, 3, 4]);
    const { validators } = copierStory.scenario;
    const of = { doc: copierStory, validator: 1, miner: validators.length };
    const answered = answer(yuma, { kind: "bonds", of, against: { ...of, doc: added, miner: 4 } });
    const results = Array.from(runScenario(yuma, copierStory.scenario, copierStory.variant), ({ result }) => result);
    const stored = results.map(({ bonds }) => new Map(rowOf(bonds, 1)).get(3) ?? 0);
    expect(answered).toMatchObject({ bonds: Uint16Array.from(stored) });
    expect(new Set(stored).size).toBeGreaterThan(5);
  });
});

describe("a sweep", () => {
  const points = Array.from({ length: pointsIn(PLAN) }, (_, point) => point);

  it("turns x fastest, over both ends", () => {
    expect(axisValues(PLAN.x, 3)).toEqual([0, 32_768, 65_535]);
    expect(settingsAt(PLAN, 5).map(({ value }) => value)).toEqual([500_000, 65_535]);
    expect(planProblem(copierStory, PLAN)).toBe(null);
    expect(planProblem(copierStory, { ...PLAN, y: PLAN.x })).toMatch(/same/);
  });

  it.each(["yuma2", "yuma3", "yuma3-liquid"] as const)("gives what the copied command gives under %s", (rules) => {
    const doc = underRules(copierStory, rules);
    const copied = sweepCommand(doc, PLAN);
    if (!("arguments" in copied)) throw new Error(copied.none);
    const lines = command(copied.arguments)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { measures: Record<string, number> });
    const values = runPoints(yuma, { kind: "points", doc, plan: PLAN, points }).map((result) => ("value" in result ? result.value : null));
    expect(values).toEqual(lines.map(({ measures }) => measures[`dividends:${nameOf(doc, 0)}`]));
    expect(new Set(values).size).toBeGreaterThan(3);
  });

  it("goes on where the package refuses a point", () => {
    const plan: SweepPlan = {
      ...PLAN,
      x: { name: "alphaLow", uid: 0, from: 0, to: 40_000 },
      y: { name: "alphaHigh", uid: 0, from: 20_000, to: 60_000 },
    };
    const results = runPoints(yuma, { kind: "points", doc: copierStory, plan, points });
    expect(results.flatMap((result) => ("refusal" in result ? [result.point] : []))).toEqual([2]);
  });

  it("has the digest of the point's own last epoch, also under Null consensus", () => {
    for (const rules of ["yuma3", "null"] as const) {
      const doc = underRules(copierStory, rules);
      const [result] = runPoints(yuma, { kind: "points", doc, plan: PLAN, points: [4] });
      expect(result).toMatchObject({ digest: play(yuma, documentAt(doc, PLAN, 4), 39).shown.digest });
    }
  });

  it("of a state turns its fields", () => {
    const { state } = play(yuma, copierStory, 30).shown;
    const doc = stateDocument("a state", state, 2);
    const at = documentAt(doc, PLAN, 2);
    if (at.kind !== "state") throw new Error("a state stays one");
    expect([at.state.bondsPenalty, at.state.alphaStake[0]]).toEqual([65_535, 200_000_000_000_000n]);
    expect(sweepCommand(doc, PLAN)).toHaveProperty("none");
  });

  it("is written for a shell", () => {
    expect(commandText(["sweep", "--list", "stake:It's (0.8)=1,2"])).toBe("npx yuma-consensus sweep --list 'stake:It'\\''s (0.8)=1,2'");
  });
});

describe("retention", () => {
  it("gives what the copied command gives", () => {
    const options = { majorStakes: [0.6, 0.8], minorWeights: [0, 0.5, 1], uids: 32, validators: 8, kappa: 1, yuma3: true };
    const copied = retentionCommand(options);
    if (!("arguments" in copied)) throw new Error(copied.none);
    const table = command(copied.arguments);
    for (const majorStake of options.majorStakes) {
      const { kind, ...given } = answer(yuma, { kind: "retention", majorStake, options }) as { kind: string; utility: number | null };
      expect(given.utility).toBe(neededUtility(yuma, majorStake, options));
      expect(table).toMatch(new RegExp(`${majorStake.toFixed(2)} +${given.utility?.toFixed(4) ?? "none is enough"}`));
    }
  });
});
