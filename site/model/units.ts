/** The chain's integers as people write them, and back. */
export const U16_MAX = 65_535;
const RAO_PER_ALPHA = 1_000_000_000n;

/** A u16 proportion to four digits. */
export function fraction(value: number): string {
  return (value / U16_MAX).toFixed(4);
}

/** A weight as it is shown: raw, or as a fraction of one. */
export function weightText(value: number, isRaw: boolean): string {
  return isRaw ? String(value) : fraction(value);
}

/** A u16 from what was typed: raw from 0 to 65535, or a fraction from 0 to 1, to the nearest; null where it is neither. */
export function readU16(text: string, isRaw: boolean): number | null {
  const typed = text.trim();
  if (!(isRaw ? /^\d{1,5}$/ : /^(\d+\.?\d*|\.\d+)$/).test(typed)) return null;
  const value = isRaw ? Number(typed) : Math.round(Number(typed) * U16_MAX);
  return value <= U16_MAX ? value : null;
}

export function clampU16(value: number): number {
  return Math.min(U16_MAX, Math.max(0, Math.round(value)));
}

/** Rao as alpha or TAO, exactly. */
export function coinText(rao: bigint): string {
  const rest = rao % RAO_PER_ALPHA;
  const digits = rest === 0n ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
  return `${rao / RAO_PER_ALPHA}${digits}`;
}

/** Alpha or TAO as rao, u64; null where it is none. */
export function readCoin(text: string): bigint | null {
  const [, whole, rest = ""] = /^(\d{1,11})(?:\.(\d{0,9}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const rao = BigInt(whole) * RAO_PER_ALPHA + BigInt(rest.padEnd(9, "0"));
  return rao < 2n ** 64n ? rao : null;
}

/** A whole number of 64 bits; null where it is none. */
export function readU64(text: string): bigint | null {
  const typed = text.trim();
  if (!/^\d{1,20}$/.test(typed)) return null;
  const value = BigInt(typed);
  return value < 2n ** 64n ? value : null;
}

const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });

/** Rao as alpha or TAO in a few letters. */
export function shortCoin(rao: bigint): string {
  return SHORT.format(Number(rao) / Number(RAO_PER_ALPHA));
}

/** A share of one as percent. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 2 : 1)} %`;
}
