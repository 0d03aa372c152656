/** Numbers for reading: fractions to four digits. What they stand for exactly is shown in whole beside them. */

export const U16_MAX = 65_535;
const ONE_X32 = 2 ** 32;
const RAO_PER_ALPHA = 1_000_000_000n;

/** A u16 proportion as a fraction. */
export function share(value: number): string {
  return (value / U16_MAX).toFixed(4);
}

/** Raw I32F32 as a number: the 53 bits of it are more than a picture needs. */
export function fractionOf(rawX32: bigint): number {
  return Number(rawX32) / ONE_X32;
}

function grouped(whole: bigint): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Rao as alpha to four digits, to the nearest; a half goes up. */
export function alpha(rao: bigint): string {
  const tenThousandths = (rao + 50_000n) / 100_000n;
  return `${grouped(tenThousandths / 10_000n)}.${String(tenThousandths % 10_000n).padStart(4, "0")}`;
}

/** Rao as alpha, with as many digits as there are. */
export function exactAlpha(rao: bigint): string {
  const decimals = String(rao % RAO_PER_ALPHA)
    .padStart(9, "0")
    .replace(/0+$/, "");
  return `${grouped(rao / RAO_PER_ALPHA)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The difference of two numbers of a kind with its sign; one that four digits do not show is said to be less than them. */
export function signed(difference: number | bigint, write: (size: number | bigint) => string): string {
  if (!difference) return "0";
  const text = write(difference < 0 ? -difference : difference);
  return `${difference < 0 ? "−" : "+"}${/[1-9]/.test(text) ? text : "<0.0001"}`;
}
