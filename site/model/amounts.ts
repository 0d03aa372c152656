/** Numbers for reading: fractions to four digits. What they stand for exactly is shown in whole beside them. */

export const U16_MAX = 65_535;
export const RAO_PER_ALPHA = 1_000_000_000n;
const ONE_X32 = 2 ** 32;

/** A u16 proportion as a fraction. */
export function share(value: number): string {
  return (value / U16_MAX).toFixed(4);
}

/** A weight as it is shown: raw, or as a fraction of one. */
export function weightText(value: number, isRaw: boolean): string {
  return isRaw ? String(value) : share(value);
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

/** What is behind the point, with the point; nothing of whole alpha. */
function decimals(rao: bigint): string {
  const rest = rao % RAO_PER_ALPHA;
  return rest === 0n ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
}

/** Rao as alpha or TAO, exactly, as a field takes it. */
export function coinText(rao: bigint): string {
  return `${rao / RAO_PER_ALPHA}${decimals(rao)}`;
}

/** Rao as alpha, exactly, to be read. */
export function exactAlpha(rao: bigint): string {
  return `${grouped(rao / RAO_PER_ALPHA)}${decimals(rao)}`;
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

/** The difference of two numbers of a kind with its sign; one that four digits do not show is said to be less than them. */
export function signed(difference: number | bigint, write: (size: number | bigint) => string): string {
  if (!difference) return "0";
  const text = write(difference < 0 ? -difference : difference);
  return `${difference < 0 ? "−" : "+"}${/[1-9]/.test(text) ? text : "<0.0001"}`;
}
