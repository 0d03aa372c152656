/** The rule sets of the chain's history: their recorded epochs, their fields, and what their chains aborted on. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { subnetCanonicalBytes } from "../bindings/boundary/canonical.js";
import { ChainTrapError, EpochInputError } from "../bindings/errors.js";
import { evaluate } from "../bindings/functions/index.js";
import { fromJson, subnetFromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { UNREAD } from "../bindings/ruleSets/fields.js";
import { RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import type { HistoricEpochResult, HistoricSubnetEpochResult, RuleSet, SubnetState } from "../bindings/types.js";
import { vectorDifference } from "../bindings/verify/vector.js";
import { BACKEND_NAMES, backendNamed, describeBackends } from "./backends.js";
import { itGivesTheVectors, readVectors, vectorPath } from "./vectors.js";

const FILES = readdirSync(vectorPath("history"))
  .filter((file) => /^(epoch|subnet)-/.test(file))
  .map((file) => `history/${file.replace(".jsonl.gz", "")}`);

/** Those before the rule sets of today, with a file of epochs each. */
const OLD = RULE_SET_IDS.filter((id) => RULE_SETS[id].spec < 425);

const fileOf = (id: RuleSet) => `history/epoch-${RULE_SETS[id].spec}`;

describeBackends("history", (backend, name) => {
  for (const file of FILES) itGivesTheVectors(backend, file);

  // Without a trace a kernel may run another way; the specification has one way, and nothing to compare.
  if (name !== "reference") {
    it("gives the same without a trace", () => {
      for (const file of FILES) for (const vector of readVectors(file)) expect(vectorDifference(backend, vector)).toBeNull();
    });
  }

  it("aborts where the chain did, with a typed error, and eval says on what", () => {
    const traps = OLD.flatMap((id) => readVectors(fileOf(id)).filter(({ out }) => out === null));
    expect(traps.length).toBeGreaterThan(10);
    for (const { in: input, ...vector } of traps) {
      expect(vector).toMatchObject({ reason: expect.stringMatching(/^trap: /) });
      let error: unknown;
      try {
        backend.yuma.epoch(fromJson(input));
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(ChainTrapError);
      const { reason, code, message } = error as ChainTrapError;
      expect({ code, message }).toEqual({ code: "chain-trap", message: `the chain would have aborted: ${reason}` });
      expect(evaluate(backend, "epoch", input, { trace: true })).toEqual({ out: null, trap: reason });
    }
  });

  it("gives what the rule set's time gave, and no more", () => {
    for (const id of OLD) {
      const { stakeWeightReported, dynamicTao, ranksReported } = RULE_SETS[id];
      const parts = Object.keys(backend.yuma.epoch(stateOf(id)));
      expect(parts.includes("stakeWeight")).toBe(stakeWeightReported);
      expect(parts.includes("stake")).toBe(dynamicTao);
      for (const report of ["ranks", "trust", "pruningScores"]) expect(parts.includes(report)).toBe(ranksReported);
    }
  });

  it("counts a field that the rule set does not read for nothing", () => {
    for (const id of OLD) {
      for (const json of aFew(id)) {
        const expected = backend.yuma.epoch(fromJson(json));
        const state = fromJson({ ...json, ...givenAnyway(id, json["n"] as number) });
        expect(backend.yuma.epoch(state)).toEqual(expected);
      }
    }
  });
});

it("has recorded epochs of every rule set", () => {
  expect(FILES).toEqual(expect.arrayContaining(OLD.map(fileOf)));
});

/** Recorded states in the form of JSON, with no field that was not read then. */
function aFew(id: RuleSet): Record<string, unknown>[] {
  return readVectors(fileOf(id))
    .filter(({ out }) => out !== null)
    .slice(0, 12)
    .map(({ in: json }) => {
      const unread = [...UNREAD[id].keys()];
      return Object.fromEntries(Object.entries(json).filter(([field]) => !unread.includes(field)));
    });
}

function stateOf(id: RuleSet): SubnetState {
  return fromJson(aFew(id)[0]);
}

/** A value of each field that some set reads, not the one that it counts as. */
const VALUES: Readonly<Record<string, (n: number) => unknown>> = {
  stake: (n) => Array.from({ length: n }, (_, uid) => String(uid + 7)),
  alphaStake: (n) => Array.from({ length: n }, (_, uid) => String(uid + 5)),
  taoStake: (n) => Array.from({ length: n }, (_, uid) => String(uid + 3)),
  taoWeight: () => "3320413933267719290",
  bondsPenalty: () => 40_000,
  liquidAlpha: () => true,
  alphaLow: () => 45_875,
  alphaHigh: () => 58_982,
  ownerUid: () => 1,
  tempo: () => 360,
  yuma3: () => true,
  stakeThreshold: () => "1000",
  alphaSigmoidSteepness: () => 900,
  commitReveal: () => true,
  commitBlocks: (n) => Array.from({ length: n }, () => "12"),
  lastMechanismStepBlock: () => "77",
  liquidAlphaConsensusMode: () => "previous",
  previousConsensus: (n) => Array.from({ length: n }, () => 9_000),
  lastYumaStepBlock: () => "78",
};

function givenAnyway(id: RuleSet, n: number): Record<string, unknown> {
  return Object.fromEntries([...UNREAD[id].keys()].map((field) => [field, VALUES[field]!(n)]));
}

/** Which sets read a field, by the table of docs/rules/rule-sets.md. */
const DOCUMENTED = new Map(
  [
    ...readFileSync("docs/rules/rule-sets.md", "utf8")
      .split("## 2.")[1]!
      .matchAll(/^\| (`.*?) \| (up to|from) (spec-\d+)/gm),
  ].flatMap(([, fields, word, id]) => {
    const at = RULE_SET_IDS.indexOf(id as RuleSet);
    const ids = word === "from" ? RULE_SET_IDS.slice(at) : RULE_SET_IDS.slice(0, at + 1);
    return [...fields!.matchAll(/`(\w+)`/g)].map(([, field]): [string, { ids: readonly RuleSet[]; words: string }] => {
      return [field!, { ids, words: word === "from" ? `read from ${id} on` : `read up to ${id}` }];
    });
  }),
);

function failure(run: () => unknown): EpochInputError {
  try {
    run();
  } catch (error) {
    if (error instanceof EpochInputError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** These have a default wherever they are read. */
const DEFAULTED = ["liquidAlphaConsensusMode", "previousConsensus", "lastYumaStepBlock"];

describe("the fields of a rule set", () => {
  it("are those of docs/rules/rule-sets.md", () => {
    expect([...DOCUMENTED.keys()].sort()).toEqual(Object.keys(VALUES).sort());
    for (const id of RULE_SET_IDS) {
      const unread = [...DOCUMENTED].flatMap(([field, { ids }]) => (ids.includes(id) ? [] : [field]));
      expect([...UNREAD[id].keys()].sort()).toEqual(unread.sort());
    }
  });

  it.each(OLD)("%s: one that is read and missing is named, with the sets that read it", (id) => {
    const [json] = aFew(id);
    const read = [...DOCUMENTED].filter(([field, { ids }]) => ids.includes(id) && !DEFAULTED.includes(field));
    expect(read.length).toBeGreaterThan(0);
    for (const [field, { words }] of read) {
      const { [field]: _, ...without } = json!;
      const error = failure(() => fromJson(without));
      expect(error.path).toBe(field);
      expect(error.message).toContain(`expected the field ${field} (`);
      expect(error.message).toContain(words);
      expect(failure(() => backendNamed("wasm").yuma.epoch({ ...fromJson(json), [field]: undefined } as never)).path).toBe(field);
    }
  });

  it.each(OLD)("%s: one that is not read is checked, and kept in what JSON says", (id) => {
    const [json] = aFew(id);
    const given = givenAnyway(id, json!["n"] as number);
    expect(toJson(fromJson({ ...json, ...given }))).toMatchObject(given);
    for (const field of Object.keys(given))
      expect(failure(() => fromJson({ ...json, [field]: "no" })).path).toMatch(new RegExp(`^${field}`));
  });

  it("a sigmoid's steepness is a u16 under spec-273, and an i16 later", () => {
    const at = (id: RuleSet, alphaSigmoidSteepness: number) => () => fromJson({ ...aFew(id)[0], alphaSigmoidSteepness });
    expect(at("spec-273", 65_535)).not.toThrow();
    expect(failure(at("spec-273", -1)).message).toBe("alphaSigmoidSteepness: expected a u16 (under spec-273), got -1");
    expect(at("spec-283", -1)).not.toThrow();
    expect(failure(at("spec-283", 32_768)).message).toContain("alphaSigmoidSteepness: expected an i16, got 32768");
  });

  it("a subnet of several mechanisms is for the sets that have them", () => {
    const { in: json } = readVectors("history/subnet-320")[0]!;
    const error = failure(() => subnetFromJson({ ...json, ruleSet: "spec-297" }));
    expect(error.path).toBe("ruleSet");
    expect(error.message).toContain("a rule set with several mechanisms (spec-320, spec-365, spec-397, spec-425,");
  });
});

/** The bytes as their description says, made another way. */
function bytesOf({ mechanisms, ...terms }: HistoricSubnetEpochResult): Buffer {
  const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const list = (values: ArrayBufferView | undefined) =>
    values === undefined ? Buffer.alloc(0) : Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  const order = [
    "stakeWeight",
    "active",
    "consensus",
    "dividends",
    "validatorTrust",
    "ranks",
    "trust",
    "pruningScores",
    "serverEmission",
    "validatorEmission",
    "emission",
    "newValidatorPermits",
    "stake",
  ] as const;
  const parts = [u32(terms.active.length), ...order.map((part) => list(terms[part])), u32(mechanisms.length)];
  for (const { incentive, consensus, serverEmission, validatorEmission, bonds } of mechanisms) {
    parts.push(...[incentive, consensus, serverEmission, validatorEmission].map(list));
    if (bonds === undefined) parts.push(u32(0xffff_ffff));
    for (let uid = 0; bonds !== undefined && uid < terms.active.length; uid++) {
      const [from, to] = [bonds.starts[uid]!, bonds.starts[uid + 1]!];
      parts.push(u32(to - from));
      for (let k = from; k < to; k++) parts.push(list(Uint16Array.of(bonds.uids[k]!, bonds.values[k]!)));
    }
  }
  return Buffer.concat(parts);
}

describe("the digest of a subnet's epoch", () => {
  const subnets = FILES.filter((file) => file.includes("subnet")).map(
    (file) => readVectors(file).filter(({ in: json }) => (json["mechanisms"] as unknown[]).length > 1)[0]!,
  );

  it("is the same on every backend, and of the bytes as described", () => {
    for (const { in: json } of subnets) {
      const state = subnetFromJson(json);
      const results = BACKEND_NAMES.map((name) => backendNamed(name).yuma.subnetEpoch(state, { digest: true }));
      expect(new Set(results.map(({ digest }) => digest)).size).toBe(1);
      expect(Buffer.from(subnetCanonicalBytes(results[0]!)).equals(bytesOf(results[0]!))).toBe(true);
      expect(backendNamed("wasm").yuma.subnetEpoch(state)).not.toHaveProperty("digest");
    }
  });

  it("stays what it was", () => {
    const digests = subnets.map(({ in: json }) => [
      json["ruleSet"],
      backendNamed("wasm").yuma.subnetEpoch(subnetFromJson(json), { digest: true }).digest,
    ]);
    expect(digests).toEqual([
      ["spec-320", "02aabb7682063b15205046150e1739c73a4b8c2feb4123cd0186be54ef861f45"],
      ["spec-365", "f3bab6a32e4a04b6479296508bf01b1c81f71805cbc8ba4cfdf86b7ff9b43991"],
      ["spec-397", "40bc3dc3688617aba867579f14c2d925afac142d50d081706b3131f2c6a059b0"],
      ["spec-425", "1eb52ddf47aa6cc7d9357c2804aa63445ad91fa7c5d6e53672169fd8476e8902"],
      ["spec-475", "1eb52ddf47aa6cc7d9357c2804aa63445ad91fa7c5d6e53672169fd8476e8902"],
    ]);
  });
});

it("the digest of an epoch leaves out what the rule set does not give", () => {
  for (const id of OLD) {
    const digests = BACKEND_NAMES.map(
      (name) => (backendNamed(name).yuma.epoch(stateOf(id), { digest: true }) as HistoricEpochResult).digest,
    );
    expect(new Set(digests).size).toBe(1);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  }
});
