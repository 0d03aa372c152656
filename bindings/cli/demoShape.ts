import type { SplitMix64 } from "../values/splitmix64.js";

/**
 * What the bundled network is shaped after: subnet 2 of the main network in August 2024 (256 uids; test/vectors/real), and
 * for registrations and the two kinds of stake subnet 1 in September 2025. Quantiles of those, rounded; nothing is copied.
 */

/** Points [permille, value] of a quantile function, straight between them. */
type Quantiles = readonly (readonly [permille: number, value: number])[];

/** Stake by rank among the 21 validators who set weights, in parts of a million. */
export const STAKE_SHARES: readonly number[] = [
  205_000, 135_000, 93_000, 89_000, 87_000, 57_000, 55_000, 49_000, 45_000, 40_000, 32_500, 26_000, 18_500, 16_000, 12_000, 9_000, 8_600,
  7_100, 5_800, 5_000, 4_600,
];

/** Of the validators' stake together, alpha and weighted TAO, in whole alpha. */
export const ALL_STAKE = 1_750_000n;

/** What alpha is of a validator's stake, in permille; the rest is root stake. The small ones have alpha alone. */
export const ALPHA_PART: Quantiles = [
  [0, 5],
  [250, 90],
  [500, 220],
  [750, 420],
  [1_000, 500],
];

/** What a miner is worth to all validators alike, 1,000 the median: from a few that hardly answer to a few a bit better.
 * Narrower than the incentives that come of it, to which what validators see adds its part. */
export const QUALITY: Quantiles = [
  [0, 80],
  [15, 270],
  [35, 930],
  [250, 980],
  [500, 1_000],
  [750, 1_015],
  [900, 1_040],
  [990, 1_095],
  [1_000, 1_110],
];

/** How far a validator's view of a miner lies from that, in permille of it: near it mostly, with a long tail upwards. */
export const VIEW: Quantiles = [
  [0, 910],
  [20, 930],
  [250, 975],
  [500, 1_000],
  [750, 1_025],
  [985, 1_070],
  [996, 1_090],
  [1_000, 1_600],
];

/** Blocks since the registration. */
export const MINER_AGE: Quantiles = [
  [0, 50],
  [10, 400],
  [50, 1_200],
  [100, 9_500],
  [250, 12_500],
  [500, 35_000],
  [750, 66_000],
  [900, 107_000],
  [990, 224_000],
  [1_000, 900_000],
];

export const VALIDATOR_AGE: Quantiles = [
  [0, 72_000],
  [300, 620_000],
  [600, 2_100_000],
  [1_000, 5_800_000],
];

/** Blocks since a validator set weights; and since the last of those did who have no stake left. */
export const LIVE_UPDATE: Quantiles = [
  [0, 1],
  [500, 43],
  [900, 143],
  [1_000, 230],
];

export const LEFT_UPDATE: Quantiles = [
  [0, 32_000],
  [300, 190_000],
  [600, 450_000],
  [1_000, 890_000],
];

/** A miner's own stake in alpha, thousandths. */
export const MINER_ALPHA: Quantiles = [
  [0, 0],
  [250, 290],
  [500, 2_600],
  [750, 14_000],
  [900, 24_000],
  [1_000, 38_000],
];

/** Draws from it, integers only. */
export function drawn(random: SplitMix64, quantiles: Quantiles): number {
  const at = (random.nextU16() * 1_000) >>> 6; // permille, 10 fraction bits
  const above = quantiles.findIndex(([permille], i) => i > 0 && permille * 1_024 > at);
  const [[from, low], [to, high]] = [quantiles[above - 1]!, quantiles[above]!];
  return low + quotient((high - low) * (at - from * 1_024), (to - from) * 1_024);
}

/** Floored, of integers below 2^53. */
export function quotient(a: number, b: number): number {
  return (a - (a % b)) / b;
}

/** 0 to below `n`, in an order of its own. */
export function shuffled(random: SplitMix64, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = (random.nextU16() * (i + 1)) >>> 16;
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
