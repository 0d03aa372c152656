/**
 * Sums of fractions by slot, to which columns add one fraction a row. Those of full columns without a one go as two
 * halves of 16 bits into two lists of u32, which the 65,536 columns that there can be do not overflow; all others into a
 * list of u64.
 * Proof: docs/proofs/lane-sums.md
 */
import { take } from "../arena";
import { addRaw, addRawAt } from "./lanes";

/** For so many rows and a step more, which sparse columns may end with. */
export function takeTallies(places: u64): usize {
  return take(places << 4);
}

export function clearTallies(tallies: usize, places: u32): void {
  memory.fill(tallies, 0, (<usize>places) << 4);
}

@inline
export function addHalves(tallies: usize, places: u32, offset: usize, lower: v128, upper: v128): void {
  const low = tallies + offset;
  const high = low + ((<usize>places) << 2);
  v128.store(low, i32x4.add(v128.load(low), lower));
  v128.store(high, i32x4.add(v128.load(high), upper));
}

/** `offset`: of the column's entries, 4 bytes each. */
@inline
export function addToTallies<T>(tallies: usize, places: u32, full: bool, plain: bool, slots: usize, offset: usize, fractions: T): void {
  const wide = tallies + ((<usize>places) << 3);
  if (!full) {
    addRawAt<T>(wide, slots + (offset >> 1), fractions);
  } else if (isVector<T>()) {
    if (plain) {
      addHalves(tallies, places, offset, v128.and(fractions, i32x4.splat(0xffff)), i32x4.shr_u(fractions, 16));
    } else {
      const ones = i32x4.eq(fractions, i32x4.splat(-1));
      const lower = i64x2.sub(i64x2.extend_low_i32x4_u(fractions), i64x2.extend_low_i32x4_s(ones));
      const upper = i64x2.sub(i64x2.extend_high_i32x4_u(fractions), i64x2.extend_high_i32x4_s(ones));
      const to = wide + (offset << 1);
      v128.store(to, i64x2.add(v128.load(to), lower));
      v128.store(to, i64x2.add(v128.load(to, 16), upper), 16);
    }
  } else {
    const to = wide + (offset << 1);
    store<u64>(to, addRaw<u64>(load<u64>(to), <u64>fractions));
  }
}

/** The raw sum of a slot. */
export function tallyOf(tallies: usize, places: u32, slot: u32): u64 {
  const low = tallies + ((<usize>slot) << 2);
  const high = low + ((<usize>places) << 2);
  return load<u64>(tallies + ((<usize>places) << 3) + ((<usize>slot) << 3)) + load<u32>(low) + ((<u64>load<u32>(high)) << 16);
}
