import { denseState, type DenseCase } from "../bindings/verify/recipe.js";
import { SplitMix64 } from "../bindings/values/splitmix64.js";
import type { StoredRows, SubnetState } from "../bindings/types.js";

export type Mode = "yuma2" | "yuma3" | "liquid";
export const MODES: readonly Mode[] = ["yuma2", "yuma3", "liquid"];

export interface Case {
  /** validators x uids, or what else the state is */
  size: string;
  mode: Mode;
  n: number;
  validators: number;
  /** weights and bonds that each validator has stored */
  rowLength: number;
  /** u64 */
  seed: bigint;
  /** u16 proportion */
  bondsPenalty: number;
}

/** The penalty for which test/vectors/epoch/large.json has a digest at every size. */
const BONDS_PENALTY = 65_535;

/** Sizes and seeds of large.json, and a sparse state. Only the largest is left to the full form. */
const SIZES = [
  { size: "64 x 256", n: 256, validators: 64, rowLength: 256, seed: 1001n, full: false },
  { size: "64 x 1024", n: 1024, validators: 64, rowLength: 1024, seed: 1002n, full: false },
  { size: "64 x 4096", n: 4096, validators: 64, rowLength: 4096, seed: 1003n, full: false },
  { size: "256 x 4096", n: 4096, validators: 256, rowLength: 4096, seed: 1004n, full: false },
  { size: "sparse", n: 4096, validators: 64, rowLength: 100, seed: 1006n, full: false },
  { size: "4096 x 4096", n: 4096, validators: 4096, rowLength: 4096, seed: 1005n, full: true },
];

export function cases(full: boolean): Case[] {
  return SIZES.filter((size) => full || !size.full).flatMap(({ size, n, validators, rowLength, seed }) =>
    MODES.map((mode) => ({ size, mode, n, validators, rowLength, seed, bondsPenalty: BONDS_PENALTY })),
  );
}

/** The smallest of them, as a service would meet it first. */
export const START_UP_CASE = cases(false).find(({ size, mode }) => size === "64 x 256" && mode === "yuma3")!;

export function storedWeights({ validators, rowLength }: Case): number {
  return validators * rowLength;
}

/** Whether some weights are missing. */
export function isSparse({ rowLength, n }: Case): boolean {
  return rowLength !== n;
}

/** The state of a case; bench/native/state.h makes the same one. */
export function stateOf(item: Case): SubnetState {
  const dense: DenseCase = { ...item, yuma3: item.mode !== "yuma2", liquidAlpha: item.mode === "liquid" };
  const state = denseState(dense);
  if (!isSparse(item)) return state;
  const random = new SplitMix64(item.seed + 1n);
  const weights = sparseRows(item, random);
  return { ...state, weights, bonds: sparseRows(item, random) };
}

/** Validators score windows of the same so many uids, evenly spread: most of a window has a consensus above zero. */
const SPARSE_POOL = 128;

function sparseRows({ n, validators, rowLength }: Case, random: SplitMix64): StoredRows {
  const uids = new Uint16Array(validators * rowLength);
  const values = new Uint16Array(validators * rowLength);
  const apart = Math.floor(n / SPARSE_POOL);
  for (let row = 0; row < validators; row++) {
    const first = random.nextU16() % (SPARSE_POOL - rowLength + 1);
    for (let k = 0; k < rowLength; k++) {
      uids[row * rowLength + k] = (first + k) * apart;
      values[row * rowLength + k] = random.nextU16();
    }
  }
  return { starts: Uint32Array.from({ length: n + 1 }, (_, uid) => Math.min(uid, validators) * rowLength), uids, values };
}
