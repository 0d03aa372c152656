/** The states that the benchmark runs: real networks and what is shaped like them first, then what is hard for a layout. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ALL_STAKE, VIEW, drawn, quotient, shuffled } from "../bindings/cli/demoShape.js";
import type { StoredRows, SubnetState } from "../bindings/types.js";
import { SplitMix64 } from "../bindings/values/splitmix64.js";
import { denseState } from "../bindings/verify/recipe.js";

export type Mode = "yuma2" | "yuma3" | "liquid";
export const MODES: readonly Mode[] = ["yuma2", "yuma3", "liquid"];

/** `real`: as networks are; `dense`, `sparse`: every weight there, or few; `hostile`: what some layout is bad at. */
export type Kind = "real" | "dense" | "sparse" | "hostile";

/** `large`: of 100,000 weights and more, whose instructions are counted in the full form alone; `huge`: not even there, and timed in the full form. */
export type Size = "small" | "large" | "huge";

export interface Shape {
  name: string;
  kind: Kind;
  size: Size;
  /** u64, of the recipe of test/vectors/epoch/large.json; null where that has no such state */
  recipeSeed: bigint | null;
  /** the same state each time; only the mode's own fields and the old bonds differ between modes */
  make(mode: Mode): SubnetState;
}

/** The penalty for which test/vectors/epoch/large.json has a digest at every size. */
const BONDS_PENALTY = 65_535;

const U16 = 65_535;
const ALPHA = 1_000_000_000n;

type Row = readonly (readonly [uid: number, value: number])[];

function stored(rows: readonly Row[]): StoredRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, uid) => (starts[uid + 1] = starts[uid]! + row.length));
  const uids = new Uint16Array(starts[rows.length]!);
  const values = new Uint16Array(uids.length);
  rows.forEach((row, uid) =>
    row.forEach(([target, value], k) => {
      uids[starts[uid]! + k] = target;
      values[starts[uid]! + k] = value;
    }),
  );
  return { starts, uids, values };
}

function ofMode(mode: Mode): Pick<SubnetState, "yuma3" | "liquidAlpha"> {
  return { yuma3: mode !== "yuma2", liquidAlpha: mode === "liquid" };
}

/** The recipe's state without validators, to which a shape gives its own stakes and rows. */
function emptyState(n: number, mode: Mode): SubnetState {
  return denseState({ n, validators: 0, seed: 0n, bondsPenalty: BONDS_PENALTY, ...ofMode(mode) });
}

/* ---- real ---- */

const REAL_UIDS = 256;

/** Of a miner to all validators alike, 1,000 the median: a few that are worth many times the rest, and a tail of some that hardly answer. */
const QUALITY = [
  [0, 2],
  [100, 120],
  [250, 700],
  [500, 1_000],
  [750, 1_300],
  [900, 2_600],
  [980, 9_000],
  [1_000, 60_000],
] as const;

/** Parts of 1,000: of what most name, how much a row has; entries that are an explicit 0, bonds that are missing on what a row names, bonds on what it does not. */
const AGREED = 950;
const ZEROS = 10;
const NO_BOND = 80;
const OLD_BOND = 50;

/** Of the validators one in so many sees the miners its own way, and one has been silent for longer than the cutoff. */
const LONER = 12;
const SILENT = 11;
/** Of the uids one in so many has registered since some validators last set weights. */
const NEWCOMER = 50;

/**
 * A network of 256 uids of which `validators`, anywhere among them, name `percent` of the others: much the same ones, each row with
 * gaps of its own; near to one another in what they give, with a long tail of stakes, of miners and of views.
 */
function realState(validators: number, percent: number, seed: bigint, mode: Mode): SubnetState {
  const random = new SplitMix64(seed);
  const chance = (permille: number) => (random.nextU16() * 1_000) >>> 16 < permille;
  const order = shuffled(random, REAL_UIDS);
  const state = emptyState(REAL_UIDS, mode);
  const quality = order.map(() => drawn(random, QUALITY));
  const agreed = order.map(() => chance(percent * 10));
  // Parts of 1,000 such that all in all `percent` are named.
  const beside = quotient(percent * (1_000 - AGREED), 100 - percent);
  const weights: Row[] = order.map(() => []);
  const bonds: Row[] = order.map(() => []);
  order.forEach((uid, place) => {
    if (chance(1_000 / NEWCOMER)) state.blockAtRegistration[uid] = 999_900n - BigInt(random.nextU16() % 400);
    if (place >= validators) {
      state.alphaStake[uid] = BigInt(random.nextU16()) * (ALPHA / 100n);
      return;
    }
    state.validatorPermits[uid] = 1;
    state.lastUpdate[uid] = 1_000_000n - BigInt(place % SILENT === SILENT - 1 ? 6_000 : random.nextU16() % 300);
    // The k-th has a k-th part of the first's, up to 6 % less.
    const all = (ALL_STAKE * ALPHA * BigInt(61_500 + (random.nextU16() >>> 4))) / (262_144n * BigInt(place + 1));
    state.alphaStake[uid] = 2_000n * ALPHA + all / 3n + (random.nextU48() >> 20n);
    state.taoStake[uid] = ((all - all / 3n) << 64n) / state.taoWeight;
    const seen = quality.map((worth) => (place % LONER === LONER - 1 ? random.nextU16() : worth * drawn(random, VIEW)));
    const named = seen.map((_, target) => target !== uid && chance(agreed[target]! ? AGREED : beside));
    const most = Math.max(1, ...seen.filter((_, target) => named[target]!));
    const sum = Math.max(
      1,
      seen.reduce((total, value, target) => total + (named[target]! ? value : 0), 0),
    );
    weights[uid] = seen.flatMap((value, target) => {
      const given = chance(ZEROS) ? 0 : quotient(value * U16, most);
      return named[target]! ? [[target, given] as const] : [];
    });
    // Yuma3 keeps what is near to the weights' own shares, classic what the largest of a column is to 65535.
    bonds[uid] = seen.flatMap((value, target) => {
      const view = drawn(random, VIEW);
      const has = chance(named[target]! ? 1_000 - NO_BOND : OLD_BOND);
      const share = mode === "yuma2" ? quotient(U16 * view, 1_600 * (place + 1)) : quotient(value * 66 * view, sum);
      return has && target !== uid ? [[target, Math.min(share, U16)] as const] : [];
    });
  });
  return { ...state, maxAllowedValidators: 64, weights: stored(weights), bonds: stored(bonds) };
}

interface Recorded {
  n: number;
  blockBefore: number;
  lastUpdate: number[];
  stake: string[];
  validatorPermits: boolean[];
  weights: [number, number][][];
  bonds: [number, number][][];
}

/** Subnet 2 in August 2024 as the main network stored it (test/vectors/real), with our hyperparameters: 37 rows, 8,405 weights. */
function recordedState(mode: Mode): SubnetState {
  const text = gunzipSync(readFileSync("test/vectors/real/sn2-3705440.json.gz")).toString();
  const { n, blockBefore, lastUpdate, stake, validatorPermits, weights, bonds } = JSON.parse(text) as Recorded;
  return {
    ...emptyState(n, mode),
    currentBlock: BigInt(blockBefore),
    lastMechanismStepBlock: 3_705_300n,
    lastUpdate: BigUint64Array.from(lastUpdate, BigInt),
    blockAtRegistration: new BigUint64Array(n),
    alphaStake: BigUint64Array.from(stake, BigInt),
    validatorPermits: Uint8Array.from(validatorPermits, Number),
    maxAllowedValidators: 64,
    weights: stored(weights),
    bonds: stored(bonds),
  };
}

/* ---- dense and sparse ---- */

function dense(validators: number, n: number, seed: bigint, size: Size): Shape {
  const make = (mode: Mode) => denseState({ n, validators, seed, bondsPenalty: BONDS_PENALTY, ...ofMode(mode) });
  return { name: `${validators} x ${n}`, kind: "dense", size, recipeSeed: seed, make };
}

/** Validators score windows of the same so many uids, evenly spread: most of a window has a consensus above zero. */
const SPARSE_POOL = 128;
const SPARSE_ROW = 100;

function sparseRows(n: number, validators: number, random: SplitMix64): StoredRows {
  const apart = Math.floor(n / SPARSE_POOL);
  return stored(
    Array.from({ length: n }, (_, row) => {
      if (row >= validators) return [];
      const first = random.nextU16() % (SPARSE_POOL - SPARSE_ROW + 1);
      return Array.from({ length: SPARSE_ROW }, (_, k) => [(first + k) * apart, random.nextU16()] as const);
    }),
  );
}

function sparseState(mode: Mode): SubnetState {
  const seed = 1_006n;
  const [n, validators] = [4_096, 64];
  const random = new SplitMix64(seed + 1n);
  const state = denseState({ n, validators, seed, bondsPenalty: BONDS_PENALTY, ...ofMode(mode) });
  return { ...state, weights: sparseRows(n, validators, random), bonds: sparseRows(n, validators, random) };
}

/* ---- hostile ---- */

/** The targets of a row, ascending; `random` is the shape's own. */
type Targets = (row: number, n: number, random: SplitMix64) => readonly number[];

/** So many uids anywhere, each once. */
function anywhere(count: number, row: number, n: number, random: SplitMix64): number[] {
  const targets = new Set<number>();
  while (targets.size < count) {
    const target = (random.nextU16() * n) >>> 16;
    if (target !== row) targets.add(target);
  }
  return [...targets].sort((a, b) => a - b);
}

const others = (row: number, from: number, to: number) =>
  Array.from({ length: to - from }, (_, k) => from + k).filter((target) => target !== row);

/** Every one of the first `validators` uids has a row, of the same targets in weights and in bonds, with values anywhere. */
function hostileState(n: number, validators: number, targets: Targets, seed: bigint, mode: Mode): SubnetState {
  const random = new SplitMix64(seed);
  const state = emptyState(n, mode);
  for (let uid = 0; uid < validators; uid++) {
    // Below 2^41 rao, so that the stakes of 65,535 have a sum below 2^63.
    state.alphaStake[uid] = 1_000_000_000_000n + (random.nextU48() >> 8n);
    state.validatorPermits[uid] = 1;
  }
  const named = Array.from({ length: n }, (_, row) => (row < validators ? targets(row, n, random) : []));
  const valued = () => stored(named.map((row) => row.map((target) => [target, random.nextU16()] as const)));
  return { ...state, maxAllowedValidators: validators, weights: valued(), bonds: valued() };
}

interface Hostile {
  name: string;
  n: number;
  /** default: all */
  validators?: number;
  targets: Targets;
  size: Size;
}

const HOSTILE: readonly Hostile[] = [
  { name: "8 columns", n: 32_768, targets: (row) => others(row, 0, 8), size: "large" },
  { name: "32768 x 8", n: 32_768, targets: (row, n, random) => anywhere(8, row, n, random), size: "large" },
  { name: "65535 x 4", n: 65_535, targets: (row, n, random) => anywhere(4, row, n, random), size: "huge" },
  { name: "diagonal", n: 16_384, targets: (row, n) => [(row + 1) % n], size: "small" },
  { name: "one row full", n: 16_384, targets: (row, n) => (row === n >> 1 ? others(row, 0, n) : [(row + 1) % n]), size: "small" },
  { name: "one column full", n: 16_384, targets: (row, n) => (row === 0 ? [1] : row === n - 1 ? [0] : [0, row + 1]), size: "small" },
  { name: "band", n: 8_192, targets: (row, n) => others(row, Math.max(0, row - 8), Math.min(n, row + 9)), size: "large" },
  {
    name: "64 x 4096 gaps",
    n: 4_096,
    validators: 64,
    targets: (row, n, random) => others(row, 0, n).filter(() => random.nextU16() % 5 < 3),
    size: "large",
  },
];

/* ---- all ---- */

const REAL_VALIDATORS = [12, 37, 64];
const REAL_PERCENTS = [30, 60, 95];

/** Real ones first. */
export const SHAPES: readonly Shape[] = [
  { name: "subnet 2", kind: "real", size: "small", recipeSeed: null, make: recordedState },
  ...REAL_VALIDATORS.flatMap((validators, i) =>
    REAL_PERCENTS.map((percent, k): Shape => {
      const seed = BigInt(2_001 + i * REAL_PERCENTS.length + k);
      const make = (mode: Mode) => realState(validators, percent, seed, mode);
      return { name: `${validators} real ${percent}%`, kind: "real", size: "small", recipeSeed: null, make };
    }),
  ),
  dense(64, 256, 1_001n, "small"),
  dense(64, 1_024, 1_002n, "small"),
  dense(64, 4_096, 1_003n, "large"),
  dense(256, 4_096, 1_004n, "large"),
  dense(4_096, 4_096, 1_005n, "huge"),
  { name: "sparse", kind: "sparse", size: "small", recipeSeed: null, make: sparseState },
  ...HOSTILE.map(({ name, n, validators = n, targets, size }, i): Shape => {
    const make = (mode: Mode) => hostileState(n, validators, targets, BigInt(3_001 + i), mode);
    return { name, kind: "hostile", size, recipeSeed: null, make };
  }),
];

/** Weights that a state has stored. */
export function storedWeights({ weights }: Pick<SubnetState, "weights">): number {
  return weights.uids.length;
}
