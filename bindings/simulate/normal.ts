import type { SplitMix64 } from "../values/splitmix64.js";

/** One standard deviation of a deviate. */
export const DEVIATION = 65_536;

const TERMS = 12;
const MEAN = (TERMS * 65_535) / 2;

/**
 * A deviate near the normal distribution, as an integer: the sum of twelve uniform u16 less its mean. Its variance is
 * 65536^2 - 1, it never leaves six deviations, and as nothing but integers goes into it, it has the same bits on every
 * engine (no logarithm or cosine does).
 */
export function nextNormal(random: SplitMix64): number {
  let sum = 0;
  for (let term = 0; term < TERMS; term++) sum += random.nextU16();
  return sum - MEAN;
}
