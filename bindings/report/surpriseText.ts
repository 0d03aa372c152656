import type { Surprise } from "../explain/mostSurprising.js";
import { amount } from "./halvingTable.js";

/** Who it is, and what made it the most surprising. */
export function surpriseText({ uid, rao, byStakeRao, stakeRao, allStakeRao }: Surprise): string {
  const apart = rao < byStakeRao ? "less" : "more";
  return (
    `Furthest from what its stake alone would give is uid ${uid}: with ${percent(stakeRao, allStakeRao)} of the validators' stake it got ` +
    `${short(rao)} alpha for validating and by stake would have ${short(byStakeRao)}, ${percent(difference(rao, byStakeRao), byStakeRao)} ${apart}.`
  );
}

/** To a thousandth, truncated. */
function short(rao: bigint): string {
  return amount(rao - (rao % 1_000_000n));
}

function difference(a: bigint, b: bigint): bigint {
  return a < b ? b - a : a - b;
}

/** To a tenth, rounded down. */
function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "100 %";
  const tenths = (part * 1_000n) / whole;
  return `${tenths / 10n}.${tenths % 10n} %`;
}
