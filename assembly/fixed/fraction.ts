/**
 * Fractions of one in 32 bits: raw I32F32 from 0 to one, where FULL stands for one itself. The raw 2^32 - 1 has no place
 * here; who could meet it has to look and compute in I32F32 instead.
 * Proof: docs/proofs/fractions.md
 */
import { ONE } from "./i32f32";

export const FULL: u64 = 0xffff_ffff;

/** The raw I32F32 of a fraction. */
@inline
export function widen(fraction: u64): u64 {
  return fraction + <u64>(fraction == FULL);
}

/** The fraction of a raw I32F32 from 0 to one, other than 2^32 - 1. */
@inline
export function narrow(raw: u64): u64 {
  return raw - (raw >> 32);
}

/** Whether a raw I32F32 is a fraction. */
@inline
export function isFraction(raw: i64): bool {
  return <u64>raw <= <u64>ONE && <u64>raw != FULL;
}
