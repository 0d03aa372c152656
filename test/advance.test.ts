/** From one epoch to the next in a node's own loop. */
import { describe, expect, it } from "vitest";
import { advance, subnetFromJson, type NullSubnetState, type RuleSet, type SubnetState, type YumaSubnetState } from "../bindings/index.js";
import type { EpochInputError } from "../bindings/errors.js";
import { reference } from "../bindings/reference/index.js";
import { denseState } from "../bindings/verify/recipe.js";
import { fuzzState } from "./fuzz/states.js";
import { readVectors } from "./vectors.js";

const STATE: SubnetState = {
  ...denseState({ n: 6, validators: 3, seed: 5n, bondsPenalty: 0, yuma3: true, liquidAlpha: true }),
  ruleSet: "spec-475",
  liquidAlphaConsensusMode: "auto",
  currentBlock: 1_000n,
  tempo: 360,
};
const RESULT = reference.epoch(STATE);

function failure(work: () => unknown): EpochInputError {
  try {
    work();
  } catch (error) {
    return error as EpochInputError;
  }
  return expect.unreachable("no error");
}

describe("after an epoch", () => {
  it.each<[RuleSet, bigint]>([
    ["spec-475", 1_360n],
    ["spec-425", 1_360n],
    ["spec-397", 1_361n],
    ["spec-257", 1_361n],
  ])("under %s the next block is by its own schedule", (ruleSet, block) => {
    expect(advance({ ...STATE, ruleSet }, RESULT).currentBlock).toBe(block);
  });

  it("what the chain stores is in the state, and the rest is as it was", () => {
    const next = advance(STATE, RESULT, 7n);
    expect(next).toEqual({
      ...STATE,
      currentBlock: 1_007n,
      lastMechanismStepBlock: 1_000n,
      lastYumaStepBlock: 1_000n,
      validatorPermits: RESULT.newValidatorPermits,
      bonds: RESULT.bonds,
      previousConsensus: RESULT.consensus,
    });
  });

  it("the state is one that the next epoch takes, under every rule set", () => {
    for (let number = 0; number < 300; number++) {
      const state = fuzzState(21n, number);
      let result: ReturnType<typeof reference.epoch>;
      try {
        result = reference.epoch(state);
      } catch {
        continue;
      }
      if (state.currentBlock > 2n ** 63n) continue;
      const next = advance(state, result, 10n);
      expect(next.currentBlock).toBe(state.currentBlock + 10n);
      expect(reference.epoch(next).active).toHaveLength(state.n);
    }
  });

  it("a state without a tempo needs to be told how many blocks", () => {
    const { tempo: _, ...untimed } = { ...STATE, ruleSet: "spec-195" as const, stake: new BigUint64Array(6) };
    const state = untimed as unknown as SubnetState;
    expect(failure(() => advance(state, RESULT)).path).toBe("blocks");
    expect(advance(state, RESULT, 99n).currentBlock).toBe(1_099n);
  });

  it.each<[string, () => unknown, string]>([
    ["no state", () => advance(null as never, RESULT), ""],
    ["no result", () => advance(STATE, null as never), "result"],
    ["a result of other uids", () => advance(STATE, { ...RESULT, consensus: new Uint16Array(5) }), "result.consensus"],
    ["blocks beyond the last", () => advance(STATE, RESULT, 2n ** 64n - 1n), "blocks"],
    ["blocks that are a number", () => advance(STATE, RESULT, 5 as never), "blocks"],
  ])("is refused with %s", (_, call, path) => {
    const error = failure(call);
    expect([error.name, error.path]).toEqual(["EpochInputError", path]);
  });
});

describe("after a subnet's epoch", () => {
  const subnets = [...readVectors("history/subnet-475-composed"), ...readVectors("history/subnet-425")].map(
    ({ in: state }) => subnetFromJson(state) as YumaSubnetState,
  );

  it("every mechanism has its bonds, and its consensus where that is stored for each", () => {
    const [newest, before] = [
      subnets.find(({ ruleSet }) => ruleSet === "spec-475")!,
      subnets.find(({ ruleSet }) => ruleSet === "spec-425")!,
    ];
    for (const state of [newest, before]) {
      const result = reference.subnetEpoch(state);
      const next = advance(state, result, 360n);
      expect(next.currentBlock).toBe(state.currentBlock + 360n);
      expect([next.lastMechanismStepBlock, next.validatorPermits]).toEqual([state.currentBlock, result.newValidatorPermits]);
      next.mechanisms.forEach((mechanism, i) => {
        expect(mechanism.bonds).toEqual(result.mechanisms[i]!.bonds);
        expect(mechanism.previousConsensus).toEqual(state === newest ? result.mechanisms[i]!.consensus : result.consensus);
      });
      expect(reference.subnetEpoch(next).active).toHaveLength(state.n);
    }
  });

  it("a Null epoch leaves all but the block", () => {
    const state = subnetFromJson(readVectors("newer-rules/epoch-null")[0]!.in) as NullSubnetState;
    const result = reference.subnetEpoch(state);
    expect(advance(state, result, 5n)).toEqual({ ...state, currentBlock: state.currentBlock + 5n });
    expect(failure(() => advance(state, result)).path).toBe("blocks");
  });

  it("results of other mechanisms are refused", () => {
    const state = subnets[0]!;
    expect(failure(() => advance(state, { ...reference.subnetEpoch(state), mechanisms: [] })).path).toBe("result.mechanisms");
  });
});
