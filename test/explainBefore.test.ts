import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareEpochs, type EpochComparison } from "../bindings/explain/index.js";
import { transition } from "../bindings/explain/transition.js";
import { checkState, fromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { registerUid, setWeights } from "../bindings/simulate/index.js";
import type { EpochResult, SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { hostileState, plainState } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");
const example = (name: string) => fromJson(readFileSync(`examples/trust-${name}.json`, "utf8"));

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

/** What a uid's result is, read without the code under test: by the name of each output. */
function outcome(result: EpochResult, uid: number): Record<string, bigint> {
  const trace = result.trace!;
  const lists = {
    stakeRao: result.stake,
    stakeX32: trace.stake,
    active: result.active,
    newValidatorPermit: result.newValidatorPermits,
    activeStakeX32: trace.activeStake,
    consensusX32: trace.consensus,
    validatorTrustX32: trace.validatorTrust,
    rankX32: trace.ranksBeforeNormalize,
    incentiveX32: trace.incentive,
    dividendsX32: trace.dividends,
    serverEmissionRao: result.serverEmission,
    validatorEmissionRao: result.validatorEmission,
    emissionRao: result.emission,
  };
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, BigInt(list[uid]!)]));
}

function bonds({ bonds: { starts, uids, values } }: EpochResult, uid: number): Map<number, bigint> {
  const row = new Map<number, bigint>();
  for (let at = starts[uid]!; at < starts[uid + 1]!; at++) row.set(uids[at]!, (row.get(uids[at]!) ?? 0n) + BigInt(values[at]!));
  return row;
}

/** What does not add up, or is left out. */
function failures(before: SubnetState, after: SubnetState, comparison: EpochComparison): string[] {
  const { uid, outputs, causes } = comparison;
  const wrong: string[] = [];
  const claim = (what: string, got: unknown, expected: unknown) => {
    if (got !== expected) wrong.push(`uid ${uid}: ${what}: ${got} is not ${expected}`);
  };
  const [was, is] = [before, after].map((state) => yuma.epoch(state, { trace: true }));
  const [from, to] = [outcome(was!, uid), outcome(is!, uid)];
  claim(
    "the outputs that changed",
    outputs.map(({ output }) => output).join(),
    Object.keys(from)
      .filter((name) => from[name] !== to[name])
      .join(),
  );
  for (const { output, before: first, after: last, change, causes: caused } of outputs) {
    claim(`${output} before`, first, from[output]);
    claim(`${output} after`, last, to[output]);
    claim(`${output}'s change`, change, last - first);
    claim(`${output}'s causes`, sum(caused.map((one) => one.change)), change);
    for (const { cause } of caused)
      claim(
        `a cause of ${output} called ${cause}`,
        causes.some(({ name }) => name === cause),
        true,
      );
  }
  const [held, holds] = [bonds(was!, uid), bonds(is!, uid)];
  const changed = [...new Set([...held.keys(), ...holds.keys()])].filter((miner) => (held.get(miner) ?? 0n) !== (holds.get(miner) ?? 0n));
  claim("the bonds that changed", comparison.bonds.map((bond) => bond.uid).join(), changed.sort((a, b) => a - b).join());
  for (const bond of comparison.bonds) {
    claim(`the bond on ${bond.uid}`, `${bond.before} ${bond.after}`, `${held.get(bond.uid) ?? 0n} ${holds.get(bond.uid) ?? 0n}`);
    claim(`the causes of the bond on ${bond.uid}`, sum(bond.causes.map((one) => one.change)), bond.after - bond.before);
  }
  claim("causes of one name", new Set(causes.map(({ name }) => name)).size, causes.length);
  return wrong;
}

const allUids = (before: SubnetState, after: SubnetState) =>
  Array.from({ length: Math.min(before.n, after.n) }, (_, uid) => failures(before, after, compareEpochs(yuma, before, after, uid))).flat();

const inOrder = (one: SubnetState, other: SubnetState): [SubnetState, SubnetState] =>
  one.currentBlock <= other.currentBlock ? [one, other] : [other, one];

describe("why a uid's result changed", () => {
  it("is a sum over causes for every output, to the last bit, from each vector to the next", () => {
    const states = ["series", "liquid", "modes", "registration"].flatMap((file) =>
      readVectors(`epoch/${file}`).map((vector) => fromJson(vector.in)),
    );
    expect(states.slice(1).flatMap((state, i) => allUids(...inOrder(states[i]!, state)))).toEqual([]);
    expect(states.length).toBeGreaterThan(100);
  });

  it("is such a sum on random states of different sizes, too", () => {
    const holds = ([one, other]: [SubnetState, SubnetState]) => {
      expect(allUids(...inOrder(one, other))).toEqual([]);
    };
    fc.assert(fc.property(fc.tuple(plainState(), plainState()), holds), { numRuns: 100 });
    fc.assert(fc.property(fc.tuple(hostileState(), hostileState()), holds), { numRuns: 100 });
  });

  it("moves the whole state, so that no field can be forgotten", () => {
    fc.assert(
      fc.property(hostileState(), hostileState(), fc.nat(9), (one, other, uid) => {
        const [before, after] = [checkState(one), checkState(other)];
        const steps = [...transition(before, after, uid)];
        expect(toJson(steps.at(-1)?.state ?? before)).toEqual(toJson(after));
        for (const { state } of steps) expect(() => checkState(state)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it("has no cause where nothing changed", () => {
    const state = example("before");
    expect(compareEpochs(yuma, state, state, 2)).toMatchObject({ causes: [], outputs: [], bonds: [], warnings: [] });
  });

  it("names the validator who moved a miner's incentive, and the blocks that passed without a weight setting", () => {
    const [before, after] = [example("before"), example("after")];
    const comparison = compareEpochs(yuma, before, after, 5);
    expect(failures(before, after, comparison)).toEqual([]);
    const incentive = comparison.outputs.find(({ output }) => output === "incentiveX32")!;
    expect(incentive.change).toBeLessThan(0n);
    expect(comparison.causes.map(({ name }) => name)).toContain("weights of uid 1");
    expect(incentive.causes.find(({ cause }) => cause === "weights of uid 1")!.change).toBeLessThan(0n);
    expect(comparison.causes.find(({ name }) => name === "blocks")).toMatchObject({
      fields: ["currentBlock", "lastMechanismStepBlock", "lastYumaStepBlock"],
    });
    const stopped = compareEpochs(yuma, before, after, 3);
    expect(stopped.outputs.find(({ output }) => output === "active")).toMatchObject({
      before: 1n,
      after: 0n,
      causes: [{ cause: "blocks", change: -1n }],
    });
    expect(stopped.causes.find(({ name }) => name === "blocks")).toMatchObject({ wentInactive: [3], wentActive: [] });
  });

  it("keeps a switch, a parameter and the emission apart, each by its name", () => {
    const before = example("after");
    const after: SubnetState = { ...before, kappa: 20_000, liquidAlpha: true, raoEmission: before.raoEmission / 2n };
    const { causes, outputs } = compareEpochs(yuma, before, after, 2);
    expect(causes).toMatchObject([
      { name: "kappa", fields: ["kappa"], before: before.kappa, after: 20_000 },
      { name: "liquidAlpha", fields: ["liquidAlpha"], before: false, after: true },
      { name: "raoEmission", fields: ["raoEmission"], before: before.raoEmission, after: after.raoEmission },
    ]);
    const emission = outputs.find(({ output }) => output === "emissionRao")!;
    expect(emission.causes.at(-1)!.cause).toBe("raoEmission");
    expect(outputs.find(({ output }) => output === "validatorTrustX32")!.causes.map(({ cause }) => cause)).toEqual(["kappa"]);
  });

  it("tells its own part from others'", () => {
    const before = example("after");
    const block = before.currentBlock - 1n;
    const after = setWeights(setWeights(before, new Map([[2, [[5, 65_535]]]]), block), new Map([[1, [[6, 65_535]]]]), block);
    expect(compareEpochs(yuma, before, after, 2).causes.map(({ name }) => name)).toEqual(["own weights", "weights of uid 1"]);
    const stakes: SubnetState = { ...before, alphaStake: before.alphaStake.map((rao, uid) => rao + BigInt(uid)) };
    const names = compareEpochs(yuma, before, stakes, 2).causes.map(({ name }) => name);
    expect(names[0]).toBe("own stake");
    expect(names.at(-1)).toBe("others' stake");
  });

  it("takes uids that came or went as the first cause", () => {
    const two = [hostileState(), plainState()]
      .flatMap((arbitrary) => fc.sample(arbitrary, { seed: 475, numRuns: 60 }))
      .map((state) => checkState(state));
    const pairs = two.flatMap((before) => two.map((after) => [before, after] as const)).filter(([before, after]) => before.n !== after.n);
    for (const [before, after] of pairs.slice(0, 200)) {
      const [first] = transition(before, after, 0);
      expect(first!.cause).toEqual({
        name: before.n < after.n ? "uids added" : "uids removed",
        fields: ["n"],
        before: before.n,
        after: after.n,
      });
    }
    expect(pairs.length).toBeGreaterThan(200);
  });

  it("knows another hotkey on the same uid", () => {
    const [before, after] = [example("before"), example("after")];
    expect(compareEpochs(yuma, before, after, 2).reregistered).toBe(false);
    expect(compareEpochs(yuma, before, registerUid(after, 2, before.currentBlock + 5n), 2)).toMatchObject({
      reregistered: true,
      warnings: [],
    });
  });
});

describe("states that do not belong together", () => {
  const [before, after] = [example("before"), example("after")];

  it("are refused in the wrong order, by field", () => {
    expect(() => compareEpochs(yuma, after, before, 2)).toThrow(
      expect.objectContaining({
        name: "EpochInputError",
        path: "before.currentBlock",
        message: "before.currentBlock: expected an earlier state: a block up to 8002160, got 8002520",
      }),
    );
  });

  it("are warned of where registrations or weight settings cannot have come about", () => {
    const other: SubnetState = {
      ...after,
      blockAtRegistration: after.blockAtRegistration.map((block, uid) => (uid < 4 ? block - 7n : block)),
    };
    expect(compareEpochs(yuma, before, other, 2).warnings).toEqual([
      "these may not be states of one subnet: 4 of 10 uids have another registration from before block 8002160",
    ]);
    const earlier: SubnetState = { ...after, lastUpdate: after.lastUpdate.with(0, 5n) };
    expect(compareEpochs(yuma, before, earlier, 2).warnings).toEqual([expect.stringContaining("1 of 10 uids have another last update")]);
    expect(compareEpochs(yuma, before, after, 2).warnings).toEqual([]);
  });

  it("are refused where one of them has no such uid", () => {
    expect(() => compareEpochs(yuma, before, after, 10)).toThrow("uid: expected a uid from 0 to 9, got 10");
  });
});
