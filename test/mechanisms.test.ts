import { NEWEST_RULE_SET, RULE_SETS } from "../bindings/ruleSets/ruleSets.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromJson } from "../bindings/boundary/input.js";
import { splitEmission } from "../bindings/reference/mechanisms.js";
import type { SubnetState, YumaSubnetState } from "../bindings/types.js";
import { describeBackends } from "./backends.js";
import { readVectors } from "./vectors.js";

const U64_MAX = (1n << 64n) - 1n;

const NEWEST = RULE_SETS[NEWEST_RULE_SET];

describe("splitEmission", () => {
  const budget = fc.bigInt(0n, U64_MAX);

  it("gives out everything, evenly where no split of that length is stored", () => {
    fc.assert(
      fc.property(budget, fc.integer({ min: 1, max: 8 }), (amount, count) => {
        const parts = splitEmission(amount, Uint16Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), count, NEWEST);
        expect(parts.reduce((a, b) => a + b)).toBe(amount);
        expect(parts.slice(1).every((part) => part === amount / BigInt(count))).toBe(true);
      }),
    );
  });

  it("truncates each share, and what is left goes to the first", () => {
    expect(splitEmission(1_000n, Uint16Array.of(21_845, 43_690), 2, NEWEST)).toEqual([334n, 666n]);
    expect(splitEmission(7n, Uint16Array.of(0, 0), 2, NEWEST)).toEqual([7n, 0n]);
    expect(splitEmission(10n, Uint16Array.of(65_535, 65_535), 2, NEWEST)).toEqual([10n, 10n]);
  });
});

function subnetOf(
  { lastUpdate, weights, bonds, commitBlocks, previousConsensus, raoEmission, ...shared }: SubnetState,
  copies: number,
): YumaSubnetState {
  return {
    epochConsensus: "yuma",
    ...shared,
    minerBudget: raoEmission / 2n,
    localDividendBudget: raoEmission - raoEmission / 2n,
    rootBudget: 0n,
    emissionSplit: null,
    mechanisms: Array.from({ length: copies }, () => ({ lastUpdate, weights, bonds, commitBlocks, previousConsensus: previousConsensus! })),
  };
}

describeBackends("mechanisms", ({ yuma }) => {
  const states = [...readVectors("epoch/basic"), ...readVectors("epoch/modes"), ...readVectors("epoch/liquid")].map((vector) =>
    fromJson(vector.in),
  );

  it("one Yuma mechanism is the epoch itself", () => {
    for (const state of states) {
      const { incentive, consensus, bonds, serverEmission, validatorEmission, ...terms } = yuma.epoch(state);
      const { mechanisms, ...totals } = yuma.subnetEpoch(subnetOf(state, 1));
      expect(totals).toEqual({ ...terms, consensus, serverEmission, validatorEmission });
      expect(mechanisms).toEqual([{ incentive, consensus, serverEmission, validatorEmission, bonds }]);
    }
  });

  it("several equal ones have the same terms, on their part of the emission", () => {
    for (const state of states) {
      const one = yuma.epoch({ ...state, raoEmission: state.raoEmission / 2n });
      const { mechanisms, stakeWeight, dividends, stake, active } = yuma.subnetEpoch(subnetOf(state, 2));
      expect(mechanisms[1]!.serverEmission).toEqual(one.serverEmission);
      expect(mechanisms[1]!.bonds).toEqual(one.bonds);
      expect(active).toEqual(one.active);
      expect(stake).toEqual(one.stake.map((rao) => (2n * rao > U64_MAX ? U64_MAX : 2n * rao)));
      // Halves are truncated one by one, so that the sum of two may be one below.
      stakeWeight.forEach((weight, uid) => expect(one.stakeWeight[uid]! - weight === 0 || one.stakeWeight[uid]! - weight === 1).toBe(true));
      dividends.forEach((share, uid) => expect(one.dividends[uid]! - share === 0 || one.dividends[uid]! - share === 1).toBe(true));
    }
  });
});
