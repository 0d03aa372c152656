/** A validator that loses by its own votes is told so, and what it can do itself comes before what only the subnet can. */
import { describe, expect, it } from "vitest";
import { demoSubnet } from "../bindings/cli/demoSubnet.js";
import { changedState } from "../bindings/explain/changedState.js";
import { explain, whatIf } from "../bindings/explain/index.js";
import { verdict } from "../bindings/report/explainUid.js";
import { readScenario, runScenario } from "../bindings/simulate/index.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import type { SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";

const { yuma } = backendNamed("wasm");
const NAME = "late-majority-twice-copier";

/** Three validators (0.8, 0.1 and 0.1 of the stake) and two servers. */
function stateAt(epoch: number): SubnetState {
  const scenario = readScenario(SCENARIOS[NAME]);
  const variant = scenario.variants.find(({ rules }) => rules === "yuma3")!;
  for (const simulated of runScenario(yuma, scenario, variant)) if (simulated.epoch === epoch) return simulated.state;
  throw new Error(`${NAME} has no epoch ${epoch}`);
}

describe("a validator that lost by its votes", () => {
  const row = [
    [3, 65_535],
    [4, 32_768],
  ] as const;

  it("is told to take off the weight that was cut, not to stake more", () => {
    const state = changedState(stateAt(0), 1, { weights: row });
    const explained = explain(yuma, state, 1);
    const asOthers = yuma.epoch(stateAt(0)).emission[1]!;
    expect(explained.verdict.cause).toMatchObject({ kind: "votes", miner: 4, asConsensusRao: asOthers });
    expect(explained.verdict.change).toEqual({ kind: "weight", miner: 4, upTo: 0, emissionRao: asOthers });
    expect(verdict(explained)[0]).toBe(
      "As a validator it got 0.034482594 of 1 alpha (dividends 0.068965). Its votes decide: the consensus cut 0.333337 of its weights, the most (0.333337) on uid 4, and its validator trust is 0.666663; voting as the consensus it would get 0.049999999. With no weight on uid 4 it would get 0.049999999 in this epoch.",
    );
  });

  it("is told to vote as the consensus where that more than doubles what it gets", () => {
    const others = [
      [3, 37_355],
      [4, 28_180],
    ] as const;
    const alike = changedState(changedState(stateAt(0), 0, { weights: others }), 1, { weights: others });
    const state = changedState(alike, 2, { alphaStake: 181_800_000_000_000n, weights: [[4, 65_535]] });
    const { verdict: found, stake, dividends, validatorTrustX32 } = explain(yuma, state, 2);
    const shares = [stake.activeStakeX32, dividends.dividendsX32, validatorTrustX32].map((x32) => Number(x32) / 2 ** 32);
    expect(shares.map((share) => share.toFixed(3))).toEqual(["0.168", "0.071", "0.430"]);
    const asConsensusRao = whatIf(yuma, state, 2, { weights: others }).wouldBe.emission.combined.rao;
    expect(found.cause).toMatchObject({ kind: "votes" });
    expect(asConsensusRao).toBeGreaterThan(found.got.rao * 2n);
    expect(found.change).toMatchObject({ kind: "vote as the consensus" });
    // The consensus as u16, rounded, is the others' row but for some rao.
    const change = found.change as Extract<typeof found.change, { kind: "vote as the consensus" }>;
    expect(change.emissionRao * 1_000n > asConsensusRao * 999n).toBe(true);
  });

  it.each([1, 2])("is told to vote for the miner of the others before a kappa that no validator sets (uid %i)", (uid) => {
    const state = stateAt(21);
    const explained = explain(yuma, state, uid);
    expect(explained.verdict.change).toEqual({ kind: "set weights", as: "one miner", row: [[4, 65_535]] });
    expect(verdict(explained)[0]).toContain(
      "There is no consensus on its one miner. Setting weights now, on uid 4 alone, would change that.",
    );
  });

  it("is never left without a change where a number of the verdict is more than it got (bundled network)", () => {
    const { verdict: found } = explain(yuma, demoSubnet(yuma), 165);
    expect(found.cause).toMatchObject({ kind: "votes", miner: 132, asConsensusRao: 5_333_147_830n });
    expect(found.change).toMatchObject({ kind: "vote as the consensus", emissionRao: 5_333_147_830n });
  });
});

describe("a validator that votes as the others do", () => {
  it("but holds the bonds of other votes is not told that its stake decides", () => {
    const explained = explain(yuma, stateAt(22), 1);
    expect(explained.verdict.cause.kind).toBe("bonds");
    expect(verdict(explained)[0]).toContain(
      "Its bonds decide: they earn it 0.076921 of the dividends, and it has 0.100000 of the stake that votes; even voting as the consensus it would get 0.038460588 in this epoch.",
    );
  });

  it("is told that its stake decides", () => {
    expect(explain(yuma, stateAt(0), 1).verdict).toMatchObject({ cause: { kind: "stake" }, change: { kind: "more stake" } });
  });
});
