import { retentionMapSize, type RetentionOptions } from "../../bindings/simulate/retention/index.js";
import { denseState } from "../../bindings/verify/recipe.js";
import type { SubnetState } from "../../bindings/types.js";
import type { Mode } from "../shapes.js";

/** Networks of one size that are computed together. */
export interface BatchCase {
  /** whole states; or points of a sweep over a state that stays, of which a sum is read; or those of a retention map */
  what: "batch" | "sweep" | "map";
  /** validators x uids of each network, and what they are if they are no batch */
  size: string;
  mode: Mode;
  n: number;
  validators: number;
  /** networks in the batch */
  networks: number;
}

const SMALL = { size: "8 x 32", validators: 8, n: 32 };
/** what a subnet has today */
const USUAL = { size: "64 x 256", validators: 64, n: 256 };
const BATCHES = [1, 8, 64, 512, 4096];
const SWEPT = { ...USUAL, size: "64 x 256, a sweep" };

/** The networks of one honest stake: on a software device a few of small ones. */
const MAP = {
  hardware: { majorStakes: [0.75], uids: 512, validators: 64 },
  software: { majorStakes: [0.75], majorWeights: [0.9, 0.5], minorWeights: [1], uids: 64, validators: 8 },
} satisfies Record<string, RetentionOptions>;

export function mapOptions(isSoftware: boolean): RetentionOptions {
  return MAP[isSoftware ? "software" : "hardware"];
}

/** Single matrices. */
const LARGE = [
  { size: "64 x 1024", validators: 64, n: 1024 },
  { size: "64 x 4096", validators: 64, n: 4096 },
  { size: "256 x 4096", validators: 256, n: 4096 },
  { size: "4096 x 4096", validators: 4096, n: 4096 },
];

/** Weights that a software device takes in seconds, not minutes. */
const SOFTWARE_MAXIMUM_WEIGHTS = { short: 64 * 256 * 8, full: 64 * 4096 };

/** Of a batch; its states and results take some GB. */
const MAXIMUM_WEIGHTS = 4096 * 64 * 256;

export function weightsOf({ n, validators, networks }: BatchCase): number {
  return n * validators * networks;
}

/** The cases for a device, the smallest first; the short form leaves the modes but one to the full one. */
export function batchCases(isSoftware: boolean, full: boolean): BatchCase[] {
  const most = isSoftware ? SOFTWARE_MAXIMUM_WEIGHTS[full ? "full" : "short"] : MAXIMUM_WEIGHTS;
  const modes: Mode[] = full ? ["yuma2", "yuma3", "liquid"] : ["yuma3"];
  const batches = [SMALL, USUAL].flatMap((size) => BATCHES.map((networks) => ({ ...size, networks, what: "batch" as const })));
  const sweeps = BATCHES.map((networks) => ({ ...SWEPT, networks, what: "sweep" as const }));
  const matrices = LARGE.map((size) => ({ ...size, networks: 1, what: "batch" as const }));
  const cases = [...batches, ...sweeps, ...matrices]
    .flatMap((item) => modes.map((mode): BatchCase => ({ ...item, mode })))
    .filter((item) => weightsOf(item) <= most);
  return [...cases, mapCase(isSoftware)];
}

/** In the mode of the map's own. */
function mapCase(isSoftware: boolean): BatchCase {
  const options = mapOptions(isSoftware);
  const { uids: n, validators } = options as Required<RetentionOptions>;
  return { what: "map", size: `${validators} x ${n}, a retention map`, mode: "yuma2", n, validators, networks: retentionMapSize(options) };
}

const FIRST_SEED = 5001n;

/** Drawing one takes longer than its epoch. */
const MOST_SEEDS = 64;

/** Networks of the recipe of test/vectors/epoch/large.json, of so many seeds by turns, and each with arrays of its own. */
export function statesOf({ n, validators, networks, mode }: Omit<BatchCase, "what">): SubnetState[] {
  const drawn = Array.from({ length: Math.min(networks, MOST_SEEDS) }, (_, i) =>
    denseState({
      n,
      validators,
      seed: FIRST_SEED + BigInt(i),
      bondsPenalty: 65_535,
      yuma3: mode !== "yuma2",
      liquidAlpha: mode === "liquid",
    }),
  );
  return Array.from({ length: networks }, (_, i) => (i < MOST_SEEDS ? drawn[i]! : structuredClone(drawn[i % MOST_SEEDS]!)));
}
