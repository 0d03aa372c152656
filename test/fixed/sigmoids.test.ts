/** The sigmoids of liquid alpha wherever a floor or the way to it may change. panels/exponential.ts */
import { describe, expect, it } from "vitest";
import scalarModule from "../../build/stages-scalar.wasm";
import simdModule from "../../build/stages.wasm";
import { expSafe } from "../../bindings/reference/bonds.js";
import { SplitMix64 } from "../../bindings/values/splitmix64.js";
import { fromBase64 } from "../../bindings/wasm/webAssembly.js";

const ONE = 1n << 32n;
const HALF = ONE >> 1n;
const FULL = 0xffff_ffff;
const LIMIT = 20n * ONE;

/** numbers.md 6, bonds.md 6.3 */
function sigmoid(argument: bigint): bigint {
  return (1n << 64n) / (ONE + expSafe(argument));
}

/** Entries of a column at most. */
const ROOM = 4_096;

class Sigmoids {
  private readonly exports: Record<string, (...parameters: (number | bigint)[]) => number>;
  private readonly lists: [weights: number, bonds: number, results: number];

  constructor(module: string) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(fromBase64(module)));
    this.exports = instance.exports as typeof this.exports;
    this.lists = [4, 2, 4].map((bytes) => this.exports["take"]!(BigInt(bytes * ROOM))) as typeof this.lists;
    this.exports["layOutSigmoids"]!(ROOM);
    this.exports["reserve"]!();
  }

  /** Of entries without bonds: fractions less a consensus of 0. */
  ofWeights(fractions: readonly number[], exponent: bigint, consensus = 0n): number[] {
    return this.of(
      fractions.map((weight) => [weight, 0]),
      exponent,
      consensus,
    );
  }

  of(entries: readonly [weight: number, bond: number][], exponent: bigint, consensus: bigint): number[] {
    const memory = (this.exports["memory"] as unknown as WebAssembly.Memory).buffer;
    const [weights, bonds, results] = this.lists;
    // Columns end with a whole step.
    const count = (entries.length + 3) & ~3;
    const inWeights = new Uint32Array(memory, weights, count).fill(0);
    const inBonds = new Uint16Array(memory, bonds, count).fill(0);
    entries.forEach(([weight, bond], k) => {
      inWeights[k] = weight;
      inBonds[k] = bond;
    });
    this.exports["sigmoids"]!(count, weights, bonds, consensus, exponent, results);
    return [...new Uint32Array(memory, results, entries.length)];
  }
}

/** Arguments about which something changes: in the code, in the reduction by ln 2, and in the clamp. */
function marks(): bigint[] {
  const centres = [0, 1, 5, 8.5, 14, 20].map((x) => BigInt(x * 2 ** 32));
  for (let k = 0; k <= 29; k++) centres.push(BigInt(Math.round((k + 0.5) * Math.LN2 * 2 ** 32)));
  return centres.flatMap((centre) => [-3n, -2n, -1n, 0n, 1n, 2n, 3n].flatMap((off) => [centre + off, -centre + off]));
}

/** The first argument from which on the sigmoid is no more than one value, between two of which the sigmoids are beside it. */
function transition(value: bigint, low: bigint, high: bigint): bigint {
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (sigmoid(middle) <= value) high = middle;
    else low = middle;
  }
  return high;
}

describe.each([
  ["wasm", simdModule],
  ["wasm-scalar", scalarModule],
])("sigmoids on %s", (_, module) => {
  const kernel = new Sigmoids(module);

  /** A weight of one makes the argument half of the exponent, whichever it is. */
  const check = (argument: bigint) => {
    if (kernel.ofWeights([FULL], 2n * argument)[0] !== Number(sigmoid(argument))) {
      expect([argument, kernel.ofWeights([FULL], 2n * argument)]).toEqual([argument, [Number(sigmoid(argument))]]);
    }
  };

  it("are exact where the code takes another way", () => {
    for (const argument of marks()) check(argument);
  });

  it("are exact where the sigmoid of a positive argument goes down by one", () => {
    const random = new SplitMix64(16n);
    const values = Array.from({ length: 600 }, (_, k) =>
      k < 200 ? BigInt(k + 8) : (1n << (random.nextU48() % 23n)) + (random.nextU48() % (1n << 24n)),
    );
    for (const value of values) {
      const at = transition(value, 0n, LIMIT);
      for (const off of [-2n, -1n, 0n, 1n]) check(at + off);
    }
  });

  it("are exact where the exponential of a negative argument goes down by one", () => {
    const random = new SplitMix64(17n);
    for (let k = 0; k < 600; k++) {
      const value = k < 200 ? BigInt(k + 8) : (1n << (random.nextU48() % 31n)) + (random.nextU48() % (1n << 24n));
      let [low, high] = [-LIMIT, 0n];
      while (high - low > 1n) {
        const middle = (low + high) / 2n;
        if (expSafe(middle) >= value) high = middle;
        else low = middle;
      }
      for (const off of [-2n, -1n, 0n, 1n]) check(high + off);
    }
  });

  it("are exact on random arguments of every size", () => {
    const random = new SplitMix64(18n);
    for (let k = 0; k < 20_000; k++) {
      const magnitude = random.nextU48() % (1n << (1n + (random.nextU48() % 37n)));
      check(k % 2 === 0 ? magnitude : -magnitude);
    }
  });

  it.each([-1_000n, -100n, 0n, 100n, 1_700n, 1_800n, 999n, -137n, 2_001n, 32_767n, -32_768n])(
    "are those of a steepness of %s in columns of every length",
    (steepness) => {
      const exponent = (steepness * ONE) / -100n;
      const random = new SplitMix64(19n);
      const fixed = [0, 1, 2, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, FULL - 2, FULL - 1, FULL];
      for (let count = 0; count <= 70; count++) {
        const fractions = Array.from({ length: count }, (_, k) =>
          k < fixed.length && count > 40 ? fixed[k]! : Number(random.nextU48() >> 16n),
        );
        const expected = fractions.map((fraction) => {
          const raw = fraction === FULL ? ONE : BigInt(fraction);
          return Number(sigmoid((exponent * (raw - HALF)) >> 32n));
        });
        const given = kernel.ofWeights(fractions, exponent);
        expect(given).toEqual(expected);
      }
    },
  );

  it("see what is bought above the consensus, or sold below the bond", () => {
    const exponent = -10n * ONE;
    const random = new SplitMix64(20n);
    const fixed = [0, 1, 2, 65_537, FULL - 1, FULL];
    for (const consensus of [0n, 1n, 65_537n, 1n << 31n, ONE - 2n, ONE]) {
      const entries: [number, number][] = [];
      for (const weight of fixed) for (const bond of [0, 1, 2, 65_534, 65_535]) entries.push([weight, bond]);
      for (let k = 0; k < 200; k++) entries.push([Number(random.nextU48() >> 16n), random.nextU16()]);
      const expected = entries.map(([weight, bond], k) => {
        const w = weight === FULL ? ONE : BigInt(weight);
        const b = bond === 65_535 ? ONE : BigInt(bond) * 65_537n;
        const apart = w < b ? b - w : w > consensus ? w - consensus : 0n;
        return [k, Number(sigmoid((exponent * (apart - HALF)) >> 32n))];
      });
      const given = kernel.of(entries, exponent, consensus);
      expect(given.map((value, k) => [k, value])).toEqual(expected);
    }
  });
});
