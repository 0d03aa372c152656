/** Whole epochs in which a column whose only share is one lies among columns that have none. docs/proofs/column-shares.md */
import { expect, it } from "vitest";
import { rowsOf } from "../../bindings/testing/index.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { compare } from "../fuzz/compare.js";

it.each([
  [40n, 30n, 30n],
  [45n, 30n, 25n],
])("a column of one among plain ones earns what it should: stakes %s, %s, %s", (...stakes) => {
  const n = 8;
  const rows = (own: number): [number, number][][] => [
    [[5, 65_535]],
    [
      [3, 700 + own],
      [4, 10_000],
      [6, 30_000],
      [7, 20_000],
    ],
    [
      [3, 900 + own],
      [4, 20_000],
      [6, 12_345],
      [7, 30_000],
    ],
    ...Array.from({ length: n - 3 }, () => []),
  ];
  const state = {
    ...denseState({ n, validators: 3, seed: 7n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: false }),
    blockAtRegistration: new BigUint64Array(n),
    stakeThreshold: 0n,
    taoStake: new BigUint64Array(n),
    alphaStake: BigUint64Array.from({ length: n }, (_, uid) => (stakes[uid] ?? 0n) * 1_000_000_000n),
    kappa: 16_000,
    weights: rowsOf(rows(0)),
    bonds: rowsOf(rows(50)),
  };
  expect(compare(state)).toEqual({ differences: [], panelsRan: true });
});
