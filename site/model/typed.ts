/** What people type, as the chain's integers; null where it is none. */
import { RAO_PER_ALPHA, U16_MAX } from "./amounts.js";

/** A u16 from what was typed: raw from 0 to 65535, or a fraction from 0 to 1, to the nearest. */
export function readU16(text: string, isRaw: boolean): number | null {
  const typed = text.trim();
  if (!(isRaw ? /^\d{1,5}$/ : /^(\d+\.?\d*|\.\d+)$/).test(typed)) return null;
  const value = isRaw ? Number(typed) : Math.round(Number(typed) * U16_MAX);
  return value <= U16_MAX ? value : null;
}

export function clampU16(value: number): number {
  return Math.min(U16_MAX, Math.max(0, Math.round(value)));
}

/** Alpha or TAO as rao, u64. */
export function readCoin(text: string): bigint | null {
  const [, whole, rest = ""] = /^(\d{1,11})(?:\.(\d{0,9}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const rao = BigInt(whole) * RAO_PER_ALPHA + BigInt(rest.padEnd(9, "0"));
  return rao < 2n ** 64n ? rao : null;
}

/** A whole number of 64 bits. */
export function readU64(text: string): bigint | null {
  const typed = text.trim();
  if (!/^\d{1,20}$/.test(typed)) return null;
  const value = BigInt(typed);
  return value < 2n ** 64n ? value : null;
}
