import fc from "fast-check";

/** Both sides of every power of two and of the format's own marks, and anything else. */
export function raw(bits: number, fractionBits: number): fc.Arbitrary<bigint> {
  const max = (1n << BigInt(bits - 1)) - 1n;
  const min = -max - 1n;
  const one = 1n << BigInt(fractionBits);
  const marks = [0n, one, one >> 1n, 65_535n * one, max, min, 10n * one, 20n * one];
  const near = fc
    .tuple(fc.constantFrom(...marks, ...Array.from({ length: bits - 1 }, (_, i) => 1n << BigInt(i))), fc.bigInt(-3n, 3n), fc.boolean())
    .map(([mark, off, negative]) => (negative ? -mark : mark) + off)
    .map((value) => (value < min ? min : value > max ? max : value));
  return fc.oneof(near, fc.bigInt(min, max), fc.bigInt(-one * 2n, one * 2n));
}

/** The grid of boundary values, in all pairs of which the two roundings and the overflows differ. */
export function boundaryValues(bits: number, fractionBits: number): bigint[] {
  const max = (1n << BigInt(bits - 1)) - 1n;
  const one = 1n << BigInt(fractionBits);
  const carries = [15n, 16n, 31n, 32n, 33n, 62n, BigInt(bits - 2)].flatMap((shift) => [
    (1n << shift) - 1n,
    1n << shift,
    (1n << shift) + 1n,
  ]);
  const positive = [0n, 1n, 2n, 3n, one / 2n, one - 1n, one, one + 1n, 2n * one, 65_535n * one, max - 1n, max, ...carries];
  return [...new Set([...positive, ...positive.map((value) => -value), -max - 1n])].filter((value) => value >= -max - 1n && value <= max);
}

/** The same for an unsigned format. */
export function rawUnsigned(bits: number, fractionBits: number): fc.Arbitrary<bigint> {
  return raw(bits + 1, fractionBits).map((value) => (value < 0n ? -value - 1n : value));
}
