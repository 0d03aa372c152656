/** Numbers on which the proofs say that something changes, and seeded ones between them. */
import { SplitMix64 } from "../../bindings/values/splitmix64.js";

export const ONE = 1n << 32n;
/** One, as a fraction of 32 bits. docs/proofs/fractions.md */
export const FULL = ONE - 1n;

export class Draw {
  private readonly random: SplitMix64;

  constructor(seed: bigint) {
    this.random = new SplitMix64(seed);
  }

  /** From 0 to a bound below 2^64, which it is not. */
  below(bound: bigint): bigint {
    return (((this.random.nextU48() << 48n) | this.random.nextU48()) * bound) >> 96n;
  }

  /** From the one to the other, both included. */
  between(least: bigint, most: bigint): bigint {
    return least + this.below(most - least + 1n);
  }

  /** Of any length up to so many bits, and not 0. */
  ofAnyLength(bits: number): bigint {
    const length = 1n + this.below(BigInt(bits));
    return (1n << (length - 1n)) + this.below(1n << (length - 1n));
  }
}

export function widen(fraction: bigint): bigint {
  return fraction === FULL ? ONE : fraction;
}

export function narrow(raw: bigint): bigint {
  return raw === ONE ? FULL : raw;
}

/** Small numbers, both sides of every power of two and of the multiples of 65535, and seeded ones; from 1 to `most`. */
export function divisors(most: bigint, random: number, seed: bigint): bigint[] {
  const draw = new Draw(seed);
  const bits = most.toString(2).length;
  const marks = [
    ...Array.from({ length: 40 }, (_, i) => BigInt(i + 1)),
    ...Array.from({ length: bits + 1 }, (_, bit) => [-2n, -1n, 0n, 1n, 2n].map((off) => (1n << BigInt(bit)) + off)).flat(),
    ...Array.from({ length: 17 }, (_, bit) => [-1n, 0n, 1n].map((off) => (65_535n << BigInt(bit)) + off)).flat(),
    ...[3n, 5n, 17n, 257n, 641n, 6_700_417n, 65_521n, 65_537n, 65_535n * 65_535n, 4_294_967_291n],
    ...[most - 2n, most - 1n, most],
    ...Array.from({ length: random }, () => draw.ofAnyLength(bits)),
  ];
  return [...new Set(marks)].filter((mark) => mark >= 1n && mark <= most).sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Numerators from 0 to `most` at which floor(numerator x 2^32 / divisor) steps, two below and one above: at the first and the
 * last quotients, and at seeded ones.
 */
export function steps(divisor: bigint, most: bigint, random: number, draw: Draw): bigint[] {
  const last = (most * ONE) / divisor;
  const chosen = [0n, 1n, 2n, 3n, last / 2n, last - 1n, last, ...Array.from({ length: random }, () => draw.between(0n, last))];
  return chosen
    .flatMap((quotient) => {
      const step = (quotient * divisor + FULL) / ONE;
      return [step - 2n, step - 1n, step, step + 1n];
    })
    .concat(0n, 1n, most - 1n, most)
    .filter((numerator) => numerator >= 0n && numerator <= most);
}

/** What a list holds as numbers; every element is a u32. */
export function numbers(list: readonly bigint[]): Uint32Array {
  return Uint32Array.from(list, Number);
}
