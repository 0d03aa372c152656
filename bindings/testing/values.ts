import fc from "fast-check";
import { U64_MAX } from "../values/constants.js";

/** A proportion or another u16: all of them, and those around nothing, the half and one. */
export const u16 = fc.oneof(fc.integer({ min: 0, max: 65_535 }), fc.constantFrom(0, 1, 32_767, 32_768, 65_534, 65_535));

/** A block number near the start of a chain, or where sums of two wrap. */
export const block = fc.oneof(fc.bigInt(0n, 40n), fc.constantFrom(0n, 1n, U64_MAX, U64_MAX - 1n, 1n << 63n));

/** Any amount; sums of them wrap. */
export const hostileRao = fc.oneof(fc.bigInt(0n, 1_000n), fc.bigInt(0n, U64_MAX), fc.constantFrom(0n, 1n << 62n, 1n << 63n, U64_MAX));

/** None, or up to the 21 million tokens that there can be. */
export const plainRao = fc.oneof(fc.constant(0n), fc.bigInt(0n, 21_000_000_000_000_000n));

export function u64s(length: number, item: fc.Arbitrary<bigint>): fc.Arbitrary<BigUint64Array> {
  return fc.array(item, { minLength: length, maxLength: length }).map((list) => BigUint64Array.from(list));
}

/** u16 values of any number up to a most. */
export function u16s(maxLength: number): fc.Arbitrary<Uint16Array> {
  return fc.array(u16, { maxLength }).map((list) => Uint16Array.from(list));
}
