import { describe, expect, it } from "vitest";
import { loadYuma } from "../../bindings/index.js";
import { UNREAD } from "../../bindings/ruleSets/fields.js";
import { RULE_SETS, RULE_SET_IDS } from "../../bindings/ruleSets/ruleSets.js";
import { readScenario, runScenario, type Rules, type Scenario, type Variant } from "../../bindings/simulate/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { play } from "../../site/engine/play.js";
import {
  chipOf,
  load,
  ruleSetOf,
  save,
  scenarioDocument,
  stateDocument,
  underChoice,
  underRules,
  underRuleSet,
  whyNotUnder,
  type Document,
  type ScenarioDocument,
} from "../../site/model/document.js";
import * as edit from "../../site/model/edit.js";
import { changeParameter, rowWith, setElement, setField, setParameter, setStake, toggleEvent } from "../../site/model/edit.js";
import { Edits } from "../../site/model/edits.js";
import { addPerson, freeName, MOST_OF_A_KIND, removePerson, renamePerson } from "../../site/model/people.js";
import { reads, specOf, withoutEffect } from "../../site/model/ruleSets.js";
import { scenarioFile } from "../../site/model/scenarioFile.js";
import { rowOf, weightGrid } from "../../site/model/shown.js";

const yuma = await loadYuma();

const RAO_PER_ALPHA = 1_000_000_000n;

function digests(scenario: Scenario, variant: Variant): (string | undefined)[] {
  return Array.from(runScenario(yuma, scenario, variant, { digest: true }), ({ result }) => result.digest);
}

/** The copier's story: weights move to Server 2 in epoch 1 and back in 21, who copies follows in 2 and 22. */
function story(): ScenarioDocument {
  return scenarioDocument(readScenario(SCENARIOS["late-majority-twice-copier"]));
}

function stateAt(doc: ScenarioDocument, epoch: number) {
  return play(yuma, doc, epoch).shown.state;
}

/** A story stays one. */
function setRow<D extends Document>(doc: D, ...row: Parameters<typeof edit.setRow> extends [Document, ...infer R] ? R : never): D {
  return edit.setRow(doc, ...row) as D;
}

/** What is said of a document is what is in its file and its link, too. */
function expectKept(doc: ScenarioDocument): void {
  const again = load(JSON.parse(JSON.stringify(save(doc)))) as ScenarioDocument;
  expect(digests(again.scenario, again.variant)).toEqual(digests(doc.scenario, doc.variant));
}

describe("a scenario as a file", () => {
  it.each(Object.keys(SCENARIOS))("%s is read back as it was, and runs the same", (name) => {
    const scenario = readScenario(SCENARIOS[name]);
    const again = readScenario(scenarioFile(scenario));
    expect({ ...again, notes: [] }).toEqual({ ...scenario, notes: [] });
    for (const variant of scenario.variants) expect(digests(again, variant)).toEqual(digests(scenario, variant));
  });
});

describe("a row of a story", () => {
  it("holds from the epoch on, up to the validator's next key frame", () => {
    const doc = setRow(story(), 5, 1, [[3, 1_000]]);
    const rows = [4, 5, 20, 21].map((epoch) => rowOf(stateAt(doc, epoch).weights, 1));
    expect(rows).toEqual([[[3, 0], [4, 65_535]], [[3, 1_000]], [[3, 1_000]], [[3, 65_535], [4, 0]]]); // biome-ignore format: a row a line
    expectKept(doc);
  });

  it("of others stays as it was", () => {
    const doc = setRow(story(), 5, 1, [[3, 1_000]]);
    for (const uid of [0, 2]) expect(rowOf(stateAt(doc, 5).weights, uid)).toEqual(rowOf(stateAt(story(), 5).weights, uid));
  });

  it("is one key frame, however often a hand moves it", () => {
    const before = story().scenario.weights.length;
    let doc = story();
    for (let value = 0; value < 50; value++) doc = setRow(doc, 5, 1, [[3, value]]) as ScenarioDocument;
    expect(doc.scenario.weights).toHaveLength(before + 1);
    // One for each validator and stretch, and the first, of which both hide a part.
    const places = [9, 5].flatMap((epoch) => [1, 2].map((uid) => ({ epoch, uid })));
    for (let round = 0; round < 5; round++) for (const { epoch, uid } of places) doc = setRow(doc, epoch, uid, [[4, epoch]]);
    expect(doc.scenario.weights.length).toBeLessThanOrEqual(before + 5);
    expect([5, 8, 9, 20].map((epoch) => rowOf(stateAt(doc, epoch).weights, 1))).toEqual([[[4, 5]], [[4, 5]], [[4, 9]], [[4, 9]]]);
  });

  it("has an entry of zero, or none", () => {
    expect(rowWith([[3, 7], [4, 8]], 3, 0)).toEqual([[3, 0], [4, 8]]); // biome-ignore format: one line
    expect(rowWith([[3, 7], [4, 8]], 3, null)).toEqual([[4, 8]]); // biome-ignore format: one line
    expect(rowWith([[4, 8], [4, 9]], 4, 1)).toEqual([[4, 1]]); // biome-ignore format: one line
    const doc = setRow(story(), 5, 1, [[4, 8]]) as ScenarioDocument;
    expectKept(doc);
    expect(rowOf(stateAt(doc, 5).weights, 1)).toEqual([[4, 8]]);
  });
});

describe("the grid of weights", () => {
  it("tells no entry from zero, what was cut from what is whole, and what does not count", () => {
    const doc = setRow(setRow(story(), 1, 1, [[4, 65_535]]), 1, 2, [[3, 65_535], [4, 65_535]]); // biome-ignore format: one line
    const { state, trace } = play(yuma, doc, 1).shown;
    const grid = weightGrid(doc, state, trace);
    expect([grid.voters, grid.scored]).toEqual([[0, 1, 2], [3, 4]]); // biome-ignore format: one line
    expect([...grid.values]).toEqual([65_535, 0, -1, 65_535, 65_535, 65_535]);
    // The majority is on Server 1: what others say of Server 2 is cut whole, and of Server 1 nothing.
    expect([...grid.left]).toEqual([1, -1, -1, 0, 1, 0]);
    expect([...weightGrid(doc, state, null).left]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("a stake", () => {
  it("of a story holds from the epoch on, in whole alpha", () => {
    const doc = setStake(story(), 7, 1, 5n * RAO_PER_ALPHA + 1n) as ScenarioDocument;
    expect([6, 7, 39].map((epoch) => stateAt(doc, epoch).alphaStake[1])).toEqual([
      100_000n * RAO_PER_ALPHA,
      5n * RAO_PER_ALPHA,
      5n * RAO_PER_ALPHA,
    ]);
    expectKept(doc);
  });

  it("of a state is exact, and is the one stake where there is only one", () => {
    const doc = stateDocument("a state", stateAt(story(), 3));
    expect(play(yuma, setStake(doc, 0, 1, 7n), 0).shown.state.alphaStake[1]).toBe(7n);
    const old = stateDocument("an old one", stateAt(underRuleSet(story(), "spec-195") as ScenarioDocument, 3));
    expect(play(yuma, setStake(old, 0, 1, 7n), 0).shown.state.stake![1]).toBe(7n);
  });
});

describe("a parameter", () => {
  it("changes from an epoch on, by one key frame", () => {
    let doc = changeParameter(story(), 9, "kappa", 1);
    doc = changeParameter(changeParameter(doc, 9, "kappa", 40_000), 9, "tempo", 100);
    expect(doc.scenario.changes).toEqual([{ epoch: 9, rules: null, hyperparameters: { kappa: 40_000, tempo: 100 } }]);
    expect([8, 9, 39].map((epoch) => stateAt(doc, epoch).kappa)).toEqual([32_767, 40_000, 40_000]);
    expectKept(doc);
  });

  it("for the whole story has no other key frame left, and leaves those of others", () => {
    const before = changeParameter(changeParameter(story(), 9, "kappa", 1), 12, "tempo", 100);
    const doc = setParameter(before, "kappa", 50_000) as ScenarioDocument;
    expect(doc.scenario.changes).toEqual([{ epoch: 12, rules: null, hyperparameters: { tempo: 100 } }]);
    expect([0, 39].map((epoch) => stateAt(doc, epoch).kappa)).toEqual([50_000, 50_000]);
    expectKept(doc);
  });

  it("has an effect where the rule set reads it", () => {
    const names = ["alphaStake", "taoStake", "bondsPenalty", "liquidAlpha", "alphaLow", "alphaHigh", "tempo", "yuma3", "stakeThreshold"];
    names.push("alphaSigmoidSteepness", "commitReveal", "commitBlocks", "lastMechanismStepBlock", "liquidAlphaConsensusMode", "kappa");
    for (const id of RULE_SET_IDS) {
      expect(specOf(id)).toBe(RULE_SETS[id].spec);
      for (const name of names) expect([id, name, reads(id, name)]).toEqual([id, name, !UNREAD[id].has(name)]);
    }
  });

  it.each([
    ["alphaLow", { ruleSet: "spec-475", yuma3: true, liquidAlpha: false, isNull: false }, "no effect without liquid alpha"],
    ["alphaLow", { ruleSet: "spec-257", yuma3: false, liquidAlpha: true, isNull: false }, null],
    ["alphaLow", { ruleSet: "spec-273", yuma3: false, liquidAlpha: true, isNull: false }, "no effect without liquid alpha"],
    ["bondsPenalty", { ruleSet: "spec-195", yuma3: false, liquidAlpha: false, isNull: false }, "no effect: spec-195 does not read it"],
    ["kappa", { ruleSet: "spec-475", yuma3: true, liquidAlpha: false, isNull: true }, "no effect: Null consensus does not read it"],
    ["raoEmission", { ruleSet: "spec-475", yuma3: true, liquidAlpha: false, isNull: true }, null],
  ] as const)("%s under %o", (name, rules, why) => {
    expect(withoutEffect(name, rules)).toBe(why);
  });
});

describe("rules", () => {
  it.each(["yuma2", "yuma3", "yuma3-liquid"] as const)("%s as chosen are those of the variant", (chip: Rules) => {
    const doc = underRules(story(), chip) as ScenarioDocument;
    expect(chipOf(doc)).toBe(chip);
    expect(digests(doc.scenario, doc.variant)).toEqual(digests(doc.scenario, { name: chip, rules: chip, hyperparameters: {} }));
  });

  it("of a rule set hold for a story, under any", () => {
    for (const id of RULE_SET_IDS) {
      const doc = underChoice(story(), { chip: "yuma2", ruleSet: id });
      expect([ruleSetOf(doc), play(yuma, doc, 3).shown.state.ruleSet]).toEqual([id, id]);
    }
  });

  it("that need another kind of stake are not for a state", () => {
    const doc = stateDocument("a state", stateAt(story(), 3));
    for (const id of RULE_SET_IDS) expect(whyNotUnder(doc, id) === null).toBe(RULE_SETS[id].dynamicTao);
    expect(() => underRuleSet(doc, "spec-195")).toThrow("spec-195 cannot be chosen: this state has alpha and TAO");
    const old = stateDocument("an old one", stateAt(underRuleSet(story(), "spec-195") as ScenarioDocument, 3));
    for (const id of RULE_SET_IDS) expect(whyNotUnder(old, id) === null).toBe(!RULE_SETS[id].dynamicTao);
  });
});

describe("somebody", () => {
  it("comes as the last of a kind, and changes no result of the others before it has anything", () => {
    const before = story();
    const doc = addPerson(addPerson(before, "validators", "Late"), "servers", "New");
    expect(doc.scenario.validators[3]).toBe("Late");
    expect(doc.scenario.servers[2]).toBe("New");
    expectKept(doc);
    const [now, then] = [play(yuma, doc, 25).shown.result, play(yuma, before, 25).shown.result];
    expect([0, 1, 2, 4, 5].map((uid) => now.emission[uid])).toEqual([0, 1, 2, 3, 4].map((uid) => then.emission[uid]));
  });

  it("goes, and everything is again as if it had never been", () => {
    const before = toggleEvent(story(), "registrations", 4, 4);
    const added = addPerson(addPerson(before, "validators", "Late"), "servers", "New");
    const used = setRow(setStake(setRow(added, 3, 3, [[4, 9]]), 3, 3, RAO_PER_ALPHA), 2, 0, [[5, 1], [6, 2]]) as ScenarioDocument; // biome-ignore format: one line
    const doc = removePerson(removePerson(toggleEvent(used, "bondResets", 3, 6), 6), 3);
    const expected = setRow(before, 2, 0, [[4, 1]]) as ScenarioDocument;
    expect(doc.scenario).toEqual(expected.scenario);
    expectKept(doc);
  });

  it("has a name that nobody else has, of 1 to 60 characters", () => {
    const doc = story();
    expect(renamePerson(doc, 4, "Miner B").scenario.servers).toEqual(["Server 1", "Miner B"]);
    expect(renamePerson(doc, 4, "Server 2")).toEqual(doc);
    expect(() => renamePerson(doc, 4, "Server 1")).toThrow('"Server 1" is taken');
    for (const name of ["", " ", "a".repeat(61), "a\nb", "\ud800"]) {
      expect(() => renamePerson(doc, 0, name)).toThrow("1 to 60 characters");
      expect(() => addPerson(doc, "servers", name)).toThrow("1 to 60 characters");
    }
    expectKept(renamePerson(doc, 0, "a".repeat(60)));
    expect(freeName(renamePerson(doc, 4, "Miner 3"), "servers")).toBe("Miner 4");
  });

  it("is one of at most 64 of a kind, and at least one", () => {
    let doc = story();
    while (doc.scenario.servers.length < MOST_OF_A_KIND) doc = addPerson(doc, "servers", freeName(doc, "servers"));
    expect(() => addPerson(doc, "servers", "one more")).toThrow("at most 64");
    const single = removePerson(story(), 4);
    expect(() => removePerson(single, 3)).toThrow("at least one validator and one miner");
    expectKept(single);
  });

  it("is replaced by a newcomer before an epoch, or not", () => {
    const doc = toggleEvent(story(), "registrations", 9, 4);
    expect(stateAt(doc, 9).blockAtRegistration[4]).toBe(stateAt(doc, 8).currentBlock + 1n);
    expect(toggleEvent(doc, "registrations", 9, 4)).toEqual(story());
    expectKept(doc);
  });
});

describe("a state", () => {
  it("has each of its fields changed, and the one before stays as it was", () => {
    const state = stateAt(story(), 3);
    const doc = stateDocument("a state", state);
    const before = JSON.stringify(save(doc));
    expect(setElement(doc, "validatorPermits", 1, 0).state.validatorPermits[1]).toBe(0);
    expect(setElement(doc, "lastUpdate", 1, 5n).state.lastUpdate[1]).toBe(5n);
    expect(setField(doc, { ownerUid: 2 }).state.ownerUid).toBe(2);
    expect(setParameter(doc, "kappa", 3)).toMatchObject({ state: { kappa: 3 } });
    const moved = setRow(doc, 0, 1, [[4, 2]]);
    expect(rowOf(play(yuma, moved, 0).shown.state.weights, 1)).toEqual([[4, 2]]);
    expect(JSON.stringify(save(doc))).toBe(before);
  });

  it("of an epoch gives what the story's epoch gave", () => {
    const { state, digest } = play(yuma, story(), 12).shown;
    expect(play(yuma, stateDocument("epoch 12", state), 0).shown.digest).toBe(digest);
  });
});

describe("edits", () => {
  const [a, b, c, d] = [0, 1, 2, 3].map((value) => setParameter(story(), "kappa", value)) as [never, never, never, never];

  it("go back and forth, and name what they did", () => {
    const edits = new Edits(a);
    let names = {};
    edits.onChange = (now) => (names = now);
    edits.add(b, "one");
    edits.add(c, "two");
    expect(names).toEqual({ undo: "two", redo: null });
    expect([edits.undo(), edits.undo(), edits.undo()]).toEqual([b, a, null]);
    expect(names).toEqual({ undo: null, redo: "one" });
    expect([edits.redo(), edits.redo(), edits.redo()]).toEqual([b, c, null]);
    edits.undo();
    edits.add(d, "three");
    expect(names).toEqual({ undo: "three", redo: null });
    expect(edits.undo()).toBe(b);
  });

  it("of one gesture are one, and of the next another", () => {
    const edits = new Edits(a);
    for (const doc of [b, c, d]) edits.add(doc, "a drag", "gesture 1");
    edits.add(b, "a drag", "gesture 2");
    expect([edits.undo(), edits.undo(), edits.undo()]).toEqual([d, a, null]);
  });

  it("that were refused are gone", () => {
    const edits = new Edits(a);
    edits.add(b, "one");
    edits.add(c, "two");
    edits.drop();
    expect(edits.redo()).toBeNull();
    expect(edits.undo()).toBe(a);
    edits.drop();
    expect(edits.undo()).toBeNull();
  });

  it("are kept up to 200", () => {
    const edits = new Edits(a);
    for (let i = 0; i < 300; i++) edits.add(i % 2 === 0 ? b : c, `edit ${i}`);
    let count = 0;
    while (edits.undo() !== null) count++;
    expect(count).toBe(200);
  });
});
