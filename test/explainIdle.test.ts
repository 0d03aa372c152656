import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain, type Idle } from "../bindings/explain/index.js";
import { fromJson } from "../bindings/boundary/input.js";
import { epochDigest } from "../bindings/boundary/canonical.js";
import type { SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { hostileState, plainState } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");

/** Other values of a field, for where every value is said to give the same. */
const OTHERS: Partial<Record<Idle["field"], (state: SubnetState) => unknown[]>> = {
  alphaSigmoidSteepness: () => [-32_768, -5, 0, 40, 1_000, 32_767],
  alphaLow: () => [0, 300, 45_875, 65_535],
  alphaHigh: () => [0, 300, 58_982, 65_535],
  liquidAlphaConsensusMode: () => ["current", "previous", "auto"],
  previousConsensus: ({ n }) => [
    new Uint16Array(0),
    new Uint16Array(n),
    new Uint16Array(n).fill(9),
    Uint16Array.from({ length: n }, (_, uid) => 65_535 - uid),
  ],
  bondsMovingAverage: () => [0n, 900_000n, 1_000_000n, 1n << 63n],
  lastMechanismStepBlock: () => [0n, 1n, 30n, 1n << 63n],
  lastYumaStepBlock: () => [null, 0n, 30n, 1n << 63n],
  tempo: () => [0, 1, 30, 65_535],
  kappa: () => [0, 1, 32_767, 65_535],
  bondsPenalty: () => [0, 1, 32_767, 65_534, 65_535],
  commitBlocks: ({ n }) => [new BigUint64Array(n), new BigUint64Array(n).fill(20n)],
  taoWeight: () => [0n, 1n << 40n, (1n << 64n) - 1n],
};

const WITHOUT = { yuma3: false, liquidAlpha: false, commitReveal: false, bondsPenalty: 0, stakeThreshold: 0n, taoWeight: 0n } as const;

const seen = new Set<string>();

function failures(state: SubnetState): string[] {
  if (state.n === 0) return [];
  const expected = epochDigest(yuma.epoch(state));
  const { idle } = explain(yuma, state, 0);
  const named = new Set(idle.map(({ field }) => field));
  const unsaid = Object.entries(WITHOUT).flatMap(([name, without]) => {
    const field = name as keyof typeof WITHOUT;
    if (state[field] === without || named.has(field) || epochDigest(yuma.epoch({ ...state, [field]: without })) !== expected) return [];
    return [`nothing is said of ${field}, and the result is the same without it`];
  });
  const wrong = idle.flatMap(({ field, reason, sameAs }) => {
    seen.add(`${field}: ${reason}`);
    const values = sameAs === null && field !== "ownerUid" ? OTHERS[field]!(state) : [sameAs];
    const other = values.filter((value) => epochDigest(yuma.epoch({ ...state, [field]: value })) !== expected);
    return other.map((value) => `${field} is said to be idle (${reason}) and ${String(value)} is another result`);
  });
  return [...unsaid, ...wrong];
}

const FILES = ["basic", "commitreveal", "edge", "liquid", "modes", "owner", "registration", "stake", "unsorted"];

describe("what is said to have no effect, and only that, can be changed without changing a bit", () => {
  it.each([...FILES.map((file) => `epoch/${file}`), "newer-rules/epoch-liquid-mode"])("in the vectors of %s", (file) => {
    const wrong = readVectors(file).flatMap((vector, i) => failures(fromJson(vector.in)).map((text) => `${vector.name ?? i}: ${text}`));
    expect(wrong).toEqual([]);
  });

  it("on plain and on hostile random states", () => {
    const holds = (state: SubnetState) => {
      expect(failures(state)).toEqual([]);
    };
    fc.assert(fc.property(plainState(), holds), { numRuns: 300 });
    fc.assert(fc.property(hostileState(), holds), { numRuns: 600 });
  });

  it("where alphaLow is alphaHigh", () => {
    const equal = readVectors("epoch/liquid")
      .map((vector) => fromJson(vector.in))
      .map((state) => ({ ...state, alphaHigh: state.alphaLow }));
    expect(equal.flatMap(failures)).toEqual([]);
    expect(seen).toContain("alphaSigmoidSteepness: alphaLow is alphaHigh: alpha is that for every bond");
  });

  it("and every switch was met", () => {
    const switches = [
      "liquidAlpha: Yuma3 is off",
      "liquidAlpha: the consensus to compare with is 0 everywhere",
      "bondsPenalty: no weight lies above the consensus",
    ];
    const more = [
      "commitReveal: no weight was committed before its miner registered",
      "stakeThreshold: no stake is below it",
      "ownerUid: there is no such uid",
    ];
    const trials = Object.keys(WITHOUT)
      .map((field) => `${field}: the result is the same without it`)
      .filter((one) => !seen.has(one));
    expect(trials).toEqual([]);
    expect(seen).toContain("yuma3: nobody votes");
    const alpha = "alphaHigh: alphaLow is above alphaHigh, which the chain refuses to set: alpha is alphaLow for every bond";
    expect([...switches, ...more, alpha, "bondsMovingAverage: liquid alpha takes its place"].filter((one) => !seen.has(one))).toEqual([]);
  });
});
