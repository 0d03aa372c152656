import { describe, expect, it } from "vitest";
import { checkState, type CheckedState } from "../../bindings/boundary/input.js";
import { mayWrap, modesOf, upperWords } from "../../bindings/gpu/modes.js";
import { I32F32 } from "../../bindings/reference/fixed.js";
import { activeStake, stake, totalStakes } from "../../bindings/reference/stake.js";
import { RULE_SETS } from "../../bindings/ruleSets/ruleSets.js";
import type { SubnetState } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { fuzzState } from "../fuzz/states.js";

const plain = denseState({ n: 2, validators: 2, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false });

function modes(fields: Partial<SubnetState>) {
  return modesOf([checkState({ ...plain, ...fields })]);
}

function wraps({ alphaStake, taoStake }: Pick<SubnetState, "alphaStake" | "taoStake">): boolean {
  return mayWrap(upperWords(alphaStake), upperWords(taoStake));
}

describe("the modes of a call", () => {
  const none = { classic: false, yuma3: false, liquid: false };

  it("are what its states ask for", () => {
    expect(modesOf([])).toEqual(none);
    expect(modes({})).toEqual({ ...none, classic: true });
    // Liquid alpha without Yuma3 does nothing.
    expect(modes({ liquidAlpha: true })).toEqual({ ...none, classic: true });
    expect(modes({ yuma3: true, liquidAlpha: true })).toEqual({ ...none, yuma3: true, liquid: true });
  });

  it("count stakes that may come to 2^63 rao", () => {
    const wrapping = (...stakes: [bigint, bigint, bigint, bigint]) =>
      wraps({ alphaStake: BigUint64Array.from(stakes.slice(0, 2)), taoStake: BigUint64Array.from(stakes.slice(2)) });
    const half = 1n << 62n;
    const word = 1n << 32n;
    expect(wrapping(half - 1n, half - 2n * word - 1n, 0n, 0n)).toBe(false);
    expect(wrapping(half - 1n, half - 2n * word, 0n, 0n)).toBe(true);
    expect(wrapping(0n, half, 0n, half)).toBe(true);
    expect(wrapping((1n << 64n) - 1n, 0n, 0n, 0n)).toBe(true);
    // A subnet's alpha and all TAO, at most 21 million of each.
    expect(wrapping(21_000_000_000_000_000n, 0n, 0n, 21_000_000_000_000_000n)).toBe(false);
  });

  it("leave the search out only where the voters' stakes are shares that add up", () => {
    const counts = { left: 0, searched: 0 };
    for (let number = 0; number < 400; number++) {
      const state = checkState(fuzzState(475n, number));
      if (!RULE_SETS[state.ruleSet].ownerPrivileged) continue;
      if (wraps(state)) counts.searched++;
      else {
        counts.left++;
        expectPlain(state, () => true);
        expectPlain(state, (uid) => uid % 3 === 1);
      }
    }
    expect(counts.left).toBeGreaterThan(20);
    expect(counts.searched).toBeGreaterThan(20);
  });
});

/** As the stages before the search have them. consensus.md 1. */
function expectPlain(state: CheckedState, votes: (uid: number) => boolean): void {
  const shares = stake(state, totalStakes(state), state.ownerUid);
  const active = activeStake(
    shares,
    shares.map((_, uid) => votes(uid)),
    shares.map(() => true),
  );
  const voters = I32F32.normalize(active.filter((value) => value > 0n));
  expect(active.every((value) => value >= 0n)).toBe(true);
  expect(voters.every((value) => value >= 0n)).toBe(true);
  expect(voters.reduce((sum, value) => sum + value, 0n)).toBeLessThanOrEqual(I32F32.ONE);
}
