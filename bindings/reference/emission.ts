import { I32F32, I96F32, U64_MAX } from "./fixed.js";

export interface Emission {
  serverEmission: bigint[];
  validatorEmission: bigint[];
  emission: bigint[];
}

/** Floor of share x rao, clamped to u64; the share is widened to I96F32. */
export function emissionAmount(shareX32: bigint, rao: bigint): bigint {
  return I96F32.toUnsigned(I96F32.saturatingMul(shareX32, I96F32.fromInteger(rao)), U64_MAX);
}

/** What the emission is divided by: raw I32F32 shares of each uid for serving, for validating and in all. */
export interface EmissionShares {
  basis: "earnings" | "active stake" | "stake";
  /** incentive and dividends of all uids together */
  total: bigint;
  server: readonly bigint[];
  validator: readonly bigint[];
  combined: readonly bigint[];
}

/** Where nobody earned anything the stake decides, the active one first. emission.md. */
export function emissionShares(
  incentiveX32: readonly bigint[],
  dividendsX32: readonly bigint[],
  stakeX32: readonly bigint[],
  activeStakeX32: readonly bigint[],
): EmissionShares {
  const combined = incentiveX32.map((value, uid) => I32F32.saturatingAdd(value, dividendsX32[uid]!));
  const total = I32F32.wrappingSum(combined);
  if (total !== 0n) {
    const share = (values: readonly bigint[]) => values.map((value) => I32F32.safeDiv(value, total));
    return { basis: "earnings", total, server: share(incentiveX32), validator: share(dividendsX32), combined: share(combined) };
  }
  const nobodyActive = I32F32.wrappingSum(activeStakeX32) === 0n;
  const byStake = nobodyActive ? stakeX32 : activeStakeX32;
  return { basis: nobodyActive ? "stake" : "active stake", total, server: incentiveX32, validator: byStake, combined: byStake };
}

/** Rao to each uid for serving, for validating and in all; the three are truncated each on its own. emission.md. */
export function emission({ server, validator, combined }: EmissionShares, raoEmission: bigint): Emission {
  const amounts = (shares: readonly bigint[]) => shares.map((value) => emissionAmount(value, raoEmission));
  return { serverEmission: amounts(server), validatorEmission: amounts(validator), emission: amounts(combined) };
}
