import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareTrust, explainer, type ConsensusExplanation, type TrustComparison } from "../bindings/explain/index.js";
import { fromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import type { SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { hostileState, plainState } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");
const example = (name: string) => fromJson(readFileSync(`examples/trust-${name}.json`, "utf8"));

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

const curves = new WeakMap<SubnetState, ReturnType<typeof explainer>>();

function curve(state: SubnetState, miner: number): ConsensusExplanation {
  if (!curves.has(state)) curves.set(state, explainer(yuma, state));
  return curves.get(state)!(miner).consensus;
}

/** What does not add up. */
function failures(before: SubnetState, after: SubnetState, comparison: TrustComparison): string[] {
  const { uid, miners, changeX32 } = comparison;
  const [was, is] = [before, after].map((state) => yuma.epoch(state, { trace: true }).trace!);
  const wrong: string[] = [];
  const claim = (what: string, got: bigint, expected: bigint) => {
    if (got !== expected) wrong.push(`uid ${uid}: ${what}: ${got} is not ${expected}`);
  };
  claim("the change", changeX32, is!.validatorTrust[uid]! - was!.validatorTrust[uid]!);
  claim("the miners' changes", sum(miners.map((miner) => miner.changeX32)), changeX32);
  for (const miner of miners) {
    claim(`miner ${miner.uid}`, miner.weightX32 + miner.maskX32 + miner.rowX32 + miner.consensusX32, miner.changeX32);
    claim(`clipped on ${miner.uid}`, miner.after.clippedX32 - miner.before.clippedX32, miner.changeX32);
    if (miner.support === null) continue;
    const { beforeX32, afterX32, voters, kappaX32, levelX32 } = miner.support;
    claim(`support of ${miner.uid}`, sum(voters.map((voter) => voter.changeX32)), afterX32 - beforeX32);
    const fell = miner.before.consensusX32 > miner.after.consensusX32;
    claim(`level of ${miner.uid}`, levelX32, fell ? miner.before.consensusX32 : miner.after.consensusX32);
    claim(`support of ${miner.uid} as its curve has it`, fell ? beforeX32 : afterX32, curve(fell ? before : after, miner.uid).supportX32);
    const [support, kappa] = fell ? [afterX32, kappaX32.after] : [beforeX32, kappaX32.before];
    if (support >= kappa && kappa > 0n) wrong.push(`uid ${uid}: miner ${miner.uid}: its higher consensus had a majority in both`);
  }
  return wrong;
}

const allUids = (before: SubnetState, after: SubnetState) =>
  Array.from({ length: Math.min(before.n, after.n) }, (_, uid) => failures(before, after, compareTrust(yuma, before, after, uid))).flat();

describe("why a validator's trust changed", () => {
  it("is a sum by miner and by cause, in raw bits, from each vector to the next", () => {
    const states = ["series", "liquid", "modes", "registration"].flatMap((file) =>
      readVectors(`epoch/${file}`).map((vector) => fromJson(vector.in)),
    );
    expect(states.slice(1).flatMap((state, i) => allUids(states[i]!, state))).toEqual([]);
    expect(states.length).toBeGreaterThan(100);
  });

  it("is such a sum on random states, too", () => {
    const holds = ([before, after]: [SubnetState, SubnetState]) => {
      expect(allUids(before, after)).toEqual([]);
    };
    fc.assert(fc.property(fc.tuple(plainState(), plainState()), holds), { numRuns: 100 });
    fc.assert(fc.property(fc.tuple(hostileState(), hostileState()), holds), { numRuns: 100 });
  });

  it("says it on the bundled example: a mask, a consensus that lost its majority, and its own weights", () => {
    const [before, after] = [example("before"), example("after")];
    const comparison = compareTrust(yuma, before, after, 2);
    expect(failures(before, after, comparison)).toEqual([]);
    const miner = (uid: number) => comparison.miners.find((change) => change.uid === uid)!;
    expect(comparison).toMatchObject({
      uid: 2,
      before: { trustX32: 4259924541n },
      after: { trustX32: 3518409106n },
      changeX32: -741515435n,
      reregistered: false,
    });
    expect(miner(9)).toMatchObject({ maskX32: miner(9).changeX32, after: { outcome: "set before the miner registered" } });
    expect(miner(5).support!.voters[0]).toMatchObject({ uid: 1, changeX32: -944892805n });
    expect(miner(6).before.stored! > miner(6).after.stored! && miner(6).weightX32 < 0n).toBe(true);
    expect(compareTrust(yuma, before, before, 2)).toMatchObject({ changeX32: 0n });
  });

  it("the bundled example is one epoch after the other", () => {
    const [before, after] = [example("before"), example("after")];
    const { bonds, newValidatorPermits, consensus } = yuma.epoch(before);
    expect(
      toJson({ bonds: after.bonds, permits: after.validatorPermits, consensus: after.previousConsensus, step: after.lastYumaStepBlock }),
    ).toEqual(toJson({ bonds, permits: newValidatorPermits, consensus, step: before.currentBlock }));
  });

  it("knows another hotkey on the same uid, and refuses a uid that one of the two has not", () => {
    const [before, after] = [example("before"), example("after")];
    expect(
      compareTrust(yuma, before, { ...after, blockAtRegistration: after.blockAtRegistration.with(2, 8_002_300n) }, 2).reregistered,
    ).toBe(true);
    expect(() => compareTrust(yuma, before, after, 10)).toThrow("uid: expected a uid from 0 to 9, got 10");
  });
});
