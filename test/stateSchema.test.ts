/** The JSON Schema of a state: as strict as the boundary wherever a schema can say it, and never stricter. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EpochInputError } from "../bindings/errors.js";
import { FORMS, REMARKS, fromJson, subnetFromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { anyState } from "../bindings/cli/anyState.js";
import { RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import { hostileState, hostileSubnet } from "../bindings/testing/index.js";
import { stateSchema } from "../interface/stateSchema.js";
import { readVectors } from "./vectors.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = Record<string, Json>;
type Form = keyof typeof FORMS;

const schema = JSON.parse(readFileSync("interface/state.schema.json", "utf8"));
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const fits = ajv.compile(schema);

/** Null where the boundary accepts. */
function refusal(json: Json): EpochInputError | null {
  try {
    if (typeof json === "object" && json !== null && ("epochConsensus" in json || "mechanisms" in json)) subnetFromJson(json);
    else fromJson(json);
    return null;
  } catch (error) {
    if (error instanceof EpochInputError) return error;
    throw error;
  }
}

/** What JSON Schema cannot say: how long a list is by another field. */
const UNSAID = /^length \d+$/;

/** The schema refuses what the boundary refuses, and nothing else. */
function expectAgreement(json: Json): void {
  const refused = refusal(json);
  if (refused !== null && UNSAID.test(refused.expected)) return;
  if (fits(json) === (refused === null)) return;
  throw new Error(`the boundary: ${refused?.message ?? "accepted"}; the schema: ${ajv.errorsText(fits.errors)}`);
}

function subnetsOf(epochConsensus: "yuma" | "null"): Fields[] {
  return fc.sample(hostileSubnet({ epochConsensus, minUids: 2 }), { seed: 15, numRuns: 12 }).map((state) => toJson(state) as Fields);
}

const FORM_STATES: Readonly<Record<Form, Fields[]>> = {
  state: RULE_SET_IDS.map((id) => toJson(fc.sample(hostileState({ ruleSets: [id], minUids: 2 }), { seed: 15, numRuns: 1 })[0]!) as Fields),
  yumaSubnet: subnetsOf("yuma"),
  nullSubnet: subnetsOf("null"),
};
const STATES = Object.values(FORM_STATES).flat();

/** What stands where another value belongs. */
const WRONG: readonly Json[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 32_767, 32_768, 65_535, 65_536, -32_768, -32_769, 2 ** 53 - 1, 2 ** 53, 1e300],
  ...[
    "",
    "0",
    "01",
    "-1",
    "1e3",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999",
    "spec-475",
    "spec-127",
    "spec-320",
  ],
  ...["spec-999", "yuma", "null", "auto", "current", "toString"],
  ...[[], {}, [null], [0, 0], ["0", "1"], [true, false], [[], []], [[[0, 1]], [[1, 65_535]]], [[[0, 1, 2]], []], [[[0]], []]],
  ...[[[["0", 1]], []], [[[0, 65_536]], []], [65_536, 0], [-1, 0], [{}], [{ lastUpdate: [] }], { starts: [0], uids: [], values: [] }],
];

describe("the schema of a state", () => {
  it("is the one that follows from the boundary's descriptions, and is where the package says", () => {
    expect(schema).toEqual(stateSchema());
    expect(readFileSync("dist/state.schema.json", "utf8")).toBe(readFileSync("interface/state.schema.json", "utf8"));
  });

  it.each(Object.keys(FORMS) as Form[])("has every field of a %s with its unit, and no other", (form) => {
    const { properties } = schema.definitions[form];
    expect(Object.keys(properties).sort()).toEqual([...REMARKS, ...Object.keys(FORMS[form])].sort());
    for (const [name, { type, scale }] of Object.entries(FORMS[form]))
      expect(properties[name].description, name).toContain(scale === "" ? type : `${type}; ${scale}`);
  });

  it("takes every recorded state", () => {
    const files = [
      "epoch/basic",
      "epoch/commitreveal",
      "epoch/unsorted",
      "history/subnet-320",
      "history/subnet-425",
      "newer-rules/epoch-null",
    ];
    const history = RULE_SET_IDS.filter((id) => id < "spec-400").map((id) => `history/epoch-${id.slice(5)}`);
    let states = 0;
    for (const file of [...files, ...history]) {
      for (const { in: state } of readVectors(file).slice(0, 60)) {
        expect([file, fits(state), fits.errors]).toEqual([file, true, null]);
        states++;
      }
    }
    expect(states).toBeGreaterThan(400);
  });

  it("takes every generated state, of every form and rule set", () => {
    const states = fc.oneof(hostileState({ ruleSets: RULE_SET_IDS, maxUids: 4 }), hostileSubnet({ maxUids: 3 }));
    fc.assert(
      fc.property(states, (state) => {
        expect([fits(toJson(state)), fits.errors]).toEqual([true, null]);
      }),
      { numRuns: 600 },
    );
  });

  it("refuses what the boundary refuses where a field is missing, or is another by its name", () => {
    for (const state of STATES) {
      for (const name of Object.keys(state)) {
        const { [name]: value, ...rest } = state;
        expectAgreement(rest);
        expectAgreement({ ...rest, [`${name}s`]: value! });
      }
      for (const name of [...REMARKS, "epochConsensus", "mechanisms", "stake", "", "__proto_", "N"])
        expectAgreement({ ...state, [name]: "x" });
    }
  });

  it("refuses what the boundary refuses where a field has another value", () => {
    let unsaid = 0;
    for (const state of STATES) {
      for (const name of Object.keys(state)) {
        for (const value of WRONG) {
          const changed = { ...state, [name]: value };
          const refused = refusal(changed);
          unsaid += Number(refused !== null && UNSAID.test(refused.expected));
          expectAgreement(changed);
        }
      }
    }
    expect(unsaid).toBeGreaterThan(0);
  });

  it("refuses what the boundary refuses within the mechanisms", () => {
    for (const state of [...FORM_STATES.yumaSubnet.slice(0, 4), ...FORM_STATES.nullSubnet.slice(0, 4)]) {
      const [first, ...others] = state["mechanisms"] as Fields[];
      const withFirst = (changed: Json) => expectAgreement({ ...state, mechanisms: [changed, ...others] });
      for (const name of Object.keys(first!)) {
        const { [name]: _, ...rest } = first!;
        withFirst(rest);
        for (const value of WRONG) withFirst({ ...first, [name]: value });
      }
      for (const name of [...REMARKS, "kappa", "previousConsensus"]) withFirst({ ...first, [name]: "x" });
      expectAgreement({ ...state, mechanisms: Array.from({ length: 256 }, () => first!) });
      expectAgreement({ ...state, mechanisms: Array.from({ length: 257 }, () => first!) });
    }
  });

  it("knows a u64 by its digits", () => {
    const u64 = ajv.compile({ ...schema.definitions.u64 });
    const near = fc.bigInt((1n << 64n) - 2_000n, (1n << 64n) + 2_000n);
    const digits = fc.oneof(
      near,
      fc.bigInt(0n, 1n << 66n),
      fc.integer({ min: 0, max: 21 }).map((power) => 10n ** BigInt(power)),
    );
    fc.assert(
      fc.property(digits, (value) => {
        expect([value, u64(String(value))]).toEqual([value, value < 1n << 64n]);
        expect(u64(`0${value}`)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it("takes what the text of a number has lost once it is parsed: the boundary reads the text", () => {
    const state = JSON.stringify(FORM_STATES.state.at(-1));
    for (const [from, to] of [
      [/"kappa":\d+/, '"kappa":32766.99999999999999999'],
      [/"kappa":\d+/, '"kappa":-0'],
      [/"kappa":(\d+)/, '"kappa":1,"kappa":$1'],
    ] as const) {
      const text = state.replace(from, to);
      expect(text).not.toBe(state);
      expect(fits(JSON.parse(text))).toBe(true);
      expect(() => anyState(text)).toThrow();
    }
  });
});

describe("a state that names its schema", () => {
  it.each([[[]], [["--subnet"]]])("is what yuma demo --state prints, %j", (options) => {
    const { stdout } = spawnSync(process.execPath, ["dist/cli/main.js", "demo", "--state", ...options], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const { $schema, ...state } = JSON.parse(stdout);
    expect($schema).toBe("node_modules/yuma-consensus/dist/state.schema.json");
    expect(fits({ $schema, ...state })).toBe(true);
    expect(toJson(anyState(stdout))).toEqual(toJson(anyState(JSON.stringify(state))));
  });

  it("is the same state, typed too", () => {
    const state = FORM_STATES.state.at(-1)!;
    const typed = { ...fromJson({ ...state, $schema: "x" }) };
    expect(typed).toEqual(fromJson(state));
    expect(fromJson(toJson({ ...typed, $schema: "x" }))).toEqual(typed);
  });
});
