import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MalformedJsonError, ScenarioError } from "../bindings/errors.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import { nearest } from "../bindings/text/nearest.js";
import { readScenario } from "../bindings/simulate/read.js";
import { HYPERPARAMETERS } from "../bindings/simulate/rules.js";
import { scenarioWork } from "../bindings/simulate/work.js";

const SCHEMA = JSON.parse(readFileSync("bindings/simulate/scenario.schema.json", "utf8"));
const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

const GOOD = {
  title: "A story",
  story: "Words.",
  validators: ["Ada", "Ben"],
  servers: ["One", "Two", "Three"],
  epochs: 10,
  stakes: [{ epochs: [0, 9], stake: [0.5, 0.25] }],
  weights: [
    { epochs: [0, 4], weights: { Ada: [1, 0, null], Ben: { One: 0.5, Ada: 1 } } },
    { epochs: 5, weights: [[0, 0, 1], { Two: 1 }] },
  ],
  registrations: [{ epoch: 3, who: "Three" }],
  bondResets: [{ epoch: 4, who: "One" }],
  hyperparameters: { kappa: 40_000, activityCutoff: "7000" },
  changes: [{ epoch: 6, rules: "yuma3", hyperparameters: { bondsPenalty: 0 } }, { epoch: 7 }],
  variants: ["yuma2", { name: "mine", rules: "yuma3-liquid", hyperparameters: { alphaHigh: 60_000 } }],
};

function errorOf(json: unknown): ScenarioError {
  try {
    readScenario(json, "mine.json");
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("was read");
}

describe("a scenario's file", () => {
  it("becomes uids and the chain's integers", () => {
    const scenario = readScenario(JSON.stringify(GOOD));
    expect(scenario.stakes[0]!.stake).toEqual(
      new Map([
        [0, 500_000_000_000_000n],
        [1, 250_000_000_000_000n],
      ]),
    );
    expect(scenario.weights[0]!.weights).toEqual(
      new Map([
        [
          0,
          [
            [2, 65_535],
            [3, 0],
          ],
        ],
        [
          1,
          [
            [0, 65_535],
            [2, 32_768],
            [3, 0],
            [4, 0],
          ],
        ],
      ]),
    );
    expect(scenario.weights[1]!.epochs).toEqual([5, 5]);
    expect(scenario.weights[1]!.weights.get(1)).toEqual([
      [2, 0],
      [3, 65_535],
      [4, 0],
    ]);
    expect(scenario.registrations).toEqual([{ epoch: 3, who: 4 }]);
    expect(scenario.hyperparameters).toEqual({ kappa: 40_000, activityCutoff: 7_000n });
    expect(scenario.changes).toEqual([
      { epoch: 6, rules: "yuma3", hyperparameters: { bondsPenalty: 0 } },
      { epoch: 7, rules: null, hyperparameters: {} },
    ]);
    expect(scenario.variants.map(({ name }) => name)).toEqual(["yuma2", "mine"]);
  });

  it("notes what becomes nothing on the way to the chain's integers, and nothing else", () => {
    expect(readScenario(GOOD).notes).toEqual([]);
    const json = {
      ...GOOD,
      stakes: [{ epochs: 0, stake: { Ada: 0.000_000_4, Ben: 0.000_000_5 } }],
      weights: [{ epochs: 0, weights: { Ada: [1, 0.000_007, 0], Ben: { One: 1e-9, Two: 0.5 / 65_535 } } }],
    };
    const { notes, weights, stakes } = readScenario(json);
    expect(notes).toEqual([
      "stakes[0].stake.Ada: 4e-7 is a stake of 0, as it is less than half a millionth",
      "weights[0].weights.Ada[1]: 0.000007 is stored as an entry of 0, as it is less than half of 1/65535; null stores no entry",
      "weights[0].weights.Ben.One: 1e-9 is stored as an entry of 0, as it is less than half of 1/65535; null stores no entry",
    ]);
    expect(weights[0]!.weights.get(0)).toEqual([
      [2, 65_535],
      [3, 0],
      [4, 0],
    ]);
    expect(stakes[0]!.stake.get(0)).toBe(0n);
  });

  it("keeps the first notes of many and says how many more there are", () => {
    const many = Array.from({ length: 50 }, () => ({ epochs: 0, weights: { Ada: [1e-6, 1, 1] } }));
    const { notes } = readScenario({ ...GOOD, weights: many });
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe("and 30 more of the kind");
  });

  it("is refused where it is more work than anybody waits for, before any of it is done", () => {
    const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
    const validators = names("v", 512);
    const wide = {
      title: "wide",
      validators,
      servers: names("s", 1_536),
      epochs: 100_000,
      stakes: [],
      weights: [{ epochs: [0, 99_999], weights: Object.fromEntries(validators.map((validator) => [validator, {}])) }],
    };
    expect(errorOf(wide)).toMatchObject({
      path: "epochs",
      expected: expect.stringContaining("epochs x (uids + weights + events + 1000) x variants of at most 100,000,000,000"),
    });
    expect(readScenario({ ...wide, epochs: 10, weights: [{ ...wide.weights[0]!, epochs: [0, 9] }] }).epochs).toBe(10);
    expect(scenarioWork(readScenario(GOOD), 2)).toBe(2 * (10 * (1_000 + 1 + 2 + 1 + 1 + 2 + 5 + 3 + 4) + (5 + 1) * (5 + 3 + 4)));
  });

  it("has no more weights than fit into memory, however short its file is", () => {
    const validators = Array.from({ length: 1_024 }, (_, i) => `v${i}`);
    const phase = { epochs: 0, weights: Object.fromEntries(validators.map((validator) => [validator, {}])) };
    const servers = Array.from({ length: 1_024 }, (_, i) => `s${i}`);
    const error = errorOf({ title: "many", validators, servers, epochs: 1, stakes: [], weights: Array.from({ length: 20 }, () => phase) });
    expect(error).toMatchObject({ path: "weights[4].weights.v0", expected: "at most 8388608 weights in all rows of all phases" });
  });

  it("has variants by itself", () => {
    const { variants: _, ...json } = GOOD;
    expect(readScenario(json).variants.map(({ rules }) => rules)).toEqual(["yuma2", "yuma3", "yuma3-liquid"]);
  });

  it.each<[string, object, string, string, string | null]>([
    [
      "an unknown field",
      { validators: undefined, validaters: [] },
      "validaters",
      "one of the fields title, story, validators",
      "validators",
    ],
    ["no title", { title: undefined }, "title", "a text", null],
    ["a title of control characters", { title: "a\u0000b" }, "title", "a name of 1 to 60 characters", null],
    ["a name twice", { servers: ["One", "Ada", "Two"] }, "servers[1]", "a name that is not taken", null],
    ["no validators", { validators: [] }, "validators", "at least one name", null],
    ["no epochs", { epochs: 0 }, "epochs", "a number of epochs from 1 to 100000", null],
    ["epochs as a text", { epochs: "10" }, "epochs", "a number of epochs", null],
    ["a phase that ends too late", { stakes: [{ epochs: [0, 10], stake: [1, 1] }] }, "stakes[0].epochs[1]", "an epoch from 0 to 9", null],
    [
      "a phase that ends before it begins",
      { stakes: [{ epochs: [3, 2], stake: [1, 1] }] },
      "stakes[0].epochs[1]",
      "an epoch from 3 on",
      null,
    ],
    ["a phase of three epochs", { stakes: [{ epochs: [1, 2, 3], stake: [1, 1] }] }, "stakes[0].epochs", "an epoch, or [first, last]", null],
    ["a phase without epochs", { stakes: [{ stake: [1, 1] }] }, "stakes[0].epochs", "an epoch from 0 to 9", null],
    ["a stake too few", { stakes: [{ epochs: 0, stake: [1] }] }, "stakes[0].stake", "2 values, one for each of Ada, Ben", null],
    ["a stake beyond all", { stakes: [{ epochs: 0, stake: [1, 1e300] }] }, "stakes[0].stake[1]", "a number from 0 to 10000", null],
    ["a negative stake", { stakes: [{ epochs: 0, stake: [1, -1] }] }, "stakes[0].stake[1]", "a number from 0 to 10000", null],
    ["a stake of a server", { stakes: [{ epochs: 0, stake: { One: 1 } }] }, "stakes[0].stake.One", "one of the names Ada, Ben", null],
    [
      "a misspelt validator",
      { weights: [{ epochs: 0, weights: { Adda: [1, 0, 0] } }] },
      "weights[0].weights.Adda",
      "one of the names Ada, Ben",
      "Ada",
    ],
    [
      "a misspelt server",
      { weights: [{ epochs: 0, weights: { Ada: { "Thre e": 1 } } }] },
      'weights[0].weights.Ada["Thre e"]',
      "one of the names Ada, Ben, One, Two, Three",
      "Three",
    ],
    [
      "a weight above one",
      {
        weights: [
          {
            epochs: 0,
            weights: [
              [0, 0, 1],
              [0, 1.5, 0],
            ],
          },
        ],
      },
      "weights[0].weights[1][1]",
      "a number from 0 to 1",
      null,
    ],
    [
      "a weight too many",
      {
        weights: [
          {
            epochs: 0,
            weights: [
              [0, 0, 1],
              [0, 0, 0, 1],
            ],
          },
        ],
      },
      "weights[0].weights[1]",
      "3 values, one for each of One, Two, Three",
      null,
    ],
    ["a misspelt newcomer", { registrations: [{ epoch: 0, who: "one" }] }, "registrations[0].who", "one of the names", "One"],
    ["a reset of nobody", { bondResets: [{ epoch: 0 }] }, "bondResets[0].who", "one of the names", null],
    [
      "a misspelt hyperparameter",
      { hyperparameters: { bondPenalty: 0 } },
      "hyperparameters.bondPenalty",
      "one of the fields ruleSet, tempo",
      "bondsPenalty",
    ],
    [
      "a hyperparameter out of range",
      { changes: [{ epoch: 1, hyperparameters: { kappa: 65_536 } }] },
      "changes[0].hyperparameters.kappa",
      "a u16",
      null,
    ],
    [
      "a misspelt rule set",
      { hyperparameters: { ruleSet: "spec-4755" } },
      "hyperparameters.ruleSet",
      "one of spec-127, spec-144",
      "spec-475",
    ],
    ["a misspelt variant", { variants: ["yuma3-liqiud"] }, "variants[0]", "one of yuma2, yuma3, yuma3-liquid", "yuma3-liquid"],
    [
      "unknown rules far from any",
      { variants: [{ name: "x", rules: "proof of work" }] },
      "variants[0].rules",
      "one of yuma2, yuma3, yuma3-liquid",
      null,
    ],
    ["a variant twice", { variants: ["yuma2", "yuma2"] }, "variants[1]", "a name that is not taken", null],
    [
      "alphaLow above alphaHigh",
      { hyperparameters: { alphaLow: 50_000, alphaHigh: 40_000 }, variants: ["yuma2"] },
      "alphaLow",
      "at most alphaHigh (40000), as the chain has it",
      null,
    ],
    [
      "alphaLow above the default alphaHigh",
      { variants: [{ name: "x", rules: "yuma3-liquid", hyperparameters: { alphaLow: 58_983 } }] },
      "alphaLow",
      "at most alphaHigh (58982)",
      null,
    ],
    [
      "alphaLow above alphaHigh from an epoch on",
      { changes: [{ epoch: 5, hyperparameters: { alphaHigh: 9 } }] },
      "alphaLow",
      "at most alphaHigh (9)",
      null,
    ],
    ["weights as an object", { weights: {} }, "weights", "an array", null],
  ])("%s is refused by file, place, what was expected and what may have been meant", (_, change, path, expected, meant) => {
    const error = errorOf({ ...GOOD, ...change });
    expect(error).toMatchObject({ name: "ScenarioError", code: "invalid-scenario", file: "mine.json", path, nearest: meant });
    expect(error.expected).toContain(expected);
    expect(error.message.startsWith(`mine.json: ${path}: expected ${expected.slice(0, 20)}`)).toBe(true);
    expect(error.message.endsWith(`did you mean ${JSON.stringify(meant)}?`)).toBe(meant !== null);
  });

  it("may change both alphas at once, and have them equal", () => {
    const both = {
      hyperparameters: { alphaLow: 9, alphaHigh: 9 },
      changes: [
        { epoch: 2, hyperparameters: { alphaHigh: 60_000 } },
        { epoch: 2, hyperparameters: { alphaLow: 60_000 } },
      ],
    };
    expect(readScenario({ ...GOOD, ...both, variants: ["yuma2"] }).changes).toHaveLength(2);
  });

  it("that is no JSON, or no object, is refused by its name", () => {
    expect(() => readScenario("{", "mine.json")).toThrow(MalformedJsonError);
    expect(() => readScenario("{", "mine.json")).toThrow(/^mine\.json: not JSON/);
    expect(errorOf([]).message).toBe("mine.json: expected an object, got []");
    expect(errorOf(null).message).toBe("mine.json: expected an object, got null");
  });

  it("names a few of many names", () => {
    const servers = Array.from({ length: 40 }, (_, i) => `miner ${i}`);
    const error = errorOf({ ...GOOD, servers, weights: [], registrations: [{ epoch: 0, who: "nobody" }], bondResets: [] });
    expect(error.expected).toBe(
      "one of the names Ada, Ben, miner 0, miner 1, miner 2, miner 3, miner 4, miner 5, miner 6, miner 7, miner 8, miner 9 and 30 more",
    );
  });
});

describe("how many names there may be", () => {
  it("is looked at before the names are", () => {
    let read = 0;
    const counted = new Proxy(
      Array.from({ length: 200_000 }, (_, i) => `name ${i}`),
      {
        get(target, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) read++;
          return Reflect.get(target, key) as unknown;
        },
      },
    );
    const json = SCENARIOS["clipping-demo"]!;
    expect(() => readScenario({ ...json, validators: counted })).toThrow(
      "validators: expected at most 4096 validators and servers, got 200000",
    );
    expect(() => readScenario({ ...json, servers: counted })).toThrow(/^servers: expected at most 4096 validators and servers/);
    expect(read).toBe(0);
  });
});

describe("the nearest name", () => {
  it.each([
    ["kapa", "kappa"],
    ["RULESET", "ruleSet"],
    ["tempoo", "tempo"],
    ["xyz", null],
    ["", null],
  ])("of %j is %j", (name, expected) => {
    expect(nearest(name, ["kappa", "ruleSet", "tempo"])).toBe(expected);
  });

  it("of nothing is nothing", () => {
    expect(nearest("kappa", [])).toBeNull();
  });

  it("is none where several are as near", () => {
    expect(nearest("alphaLo", ["alphaLow", "alphaLot"])).toBeNull();
    expect(nearest("spec-4", ["spec-425", "spec-475"])).toBeNull();
  });
});

describe("the published schema", () => {
  it("holds for the scenarios of the package, and for what can be read", () => {
    for (const json of [...Object.values(SCENARIOS), GOOD]) expect([valid(json), valid.errors]).toEqual([true, null]);
  });

  it.each([
    [{ titel: "x" }],
    [{ validators: [] }],
    [{ epochs: 0 }],
    [{ stakes: [{ epochs: [0, 1, 2], stake: [1] }] }],
    [{ weights: [{ epochs: 0, weights: [[2]] }] }],
    [{ hyperparameters: { kapa: 1 } }],
    [{ hyperparameters: { kappa: 65_536 } }],
    [{ variants: ["yuma4"] }],
    [{ registrations: [{ epoch: 0 }] }],
  ])("refuses %j, as the reader does", (change) => {
    expect(valid({ ...GOOD, ...change })).toBe(false);
    expect(() => readScenario({ ...GOOD, ...change })).toThrow(ScenarioError);
  });

  it("knows the same fields as the reader, and describes each", () => {
    const { properties, definitions } = SCHEMA;
    const known = errorOf({ nothing: 1 }).expected.replace("one of the fields ", "").split(", ");
    expect(Object.keys(properties).sort()).toEqual(known.sort());
    expect(Object.keys(definitions.hyperparameters.properties).sort()).toEqual(Object.keys(HYPERPARAMETERS).sort());
    for (const property of [...Object.values(properties), ...Object.values(definitions.hyperparameters.properties)] as {
      description?: string;
    }[]) {
      expect(property.description).toMatch(/\.$/);
    }
  });
});
