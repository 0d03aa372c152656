import { I32F32, U16_MAX } from "../../../reference/fixed.js";
import { proportionToU16 } from "../../../reference/proportion.js";

/** What a proportion can have been: raw bits with 32 fraction bits, both inclusive. */
export interface Span {
  low: bigint;
  high: bigint;
}

export const ONE = I32F32.ONE;

/** Every proportion that is stored as this u16: stored ones are truncated, and none is above one. numbers.md 5 */
export function spanOf(stored: number): Span {
  const from = (value: bigint) => (value * ONE + U16_MAX - 1n) / U16_MAX;
  const value = BigInt(stored);
  return value === U16_MAX ? { low: ONE, high: ONE } : { low: from(value), high: from(value + 1n) - 1n };
}

/** As a proportion is stored; what lies outside of 0 to one is taken as the nearest. */
export function storedAs(raw: bigint): bigint {
  return BigInt(proportionToU16(raw < 0n ? 0n : raw > ONE ? ONE : raw));
}

/** A factor that is known within bounds, and what it multiplies: its part of something, and of the whole. */
export interface Term {
  factor: Span;
  part: bigint;
  whole: bigint;
}

/** Two sums of which one is divided by the other. */
export interface Ratio {
  part: bigint;
  whole: bigint;
}

/**
 * The largest, or the least, that (rest + sum of factor x part) / (rest + sum of factor x whole) can be: exactly, over all factors within
 * their bounds. Each factor is at one of its ends there, by whether its own ratio is above the whole one; every round comes nearer, and there
 * are finitely many. Null where the whole is 0.
 */
export function extremeRatio(terms: readonly Term[], rest: Ratio, side: "most" | "least"): Ratio | null {
  const sum = (chosen: (term: Term) => bigint): Ratio => {
    let { part, whole } = rest;
    for (const term of terms) {
      const factor = chosen(term);
      part += factor * term.part;
      whole += factor * term.whole;
    }
    return { part, whole };
  };
  let best = sum(({ factor }) => factor.high);
  for (;;) {
    if (best.whole <= 0n) return null;
    const { part, whole } = best;
    const isHigh = (term: Term) => {
      const above = term.part * whole - part * term.whole;
      return side === "most" ? above >= 0n : above <= 0n;
    };
    const next = sum((term) => (isHigh(term) ? term.factor.high : term.factor.low));
    const better = next.part * whole - part * next.whole;
    if (next.whole <= 0n || (side === "most" ? better <= 0n : better >= 0n)) return best;
    best = next;
  }
}
