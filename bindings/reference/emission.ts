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

/**
 * Rao to each uid for serving, for validating and in all; the three are truncated each on its own.
 * Where nobody earned anything the stake decides, the active one first. epoch.md 4.13.
 */
export function emission(
  incentiveX32: readonly bigint[],
  dividendsX32: readonly bigint[],
  stakeX32: readonly bigint[],
  activeStakeX32: readonly bigint[],
  raoEmission: bigint,
): Emission {
  const combined = incentiveX32.map((value, uid) => I32F32.saturatingAdd(value, dividendsX32[uid]!));
  const total = I32F32.wrappingSum(combined);
  const byStake = I32F32.wrappingSum(activeStakeX32) === 0n ? stakeX32 : activeStakeX32;
  const share = (values: readonly bigint[]) => values.map((value) => I32F32.safeDiv(value, total));
  const amounts = (shares: readonly bigint[]) => shares.map((value) => emissionAmount(value, raoEmission));
  return {
    serverEmission: amounts(total === 0n ? incentiveX32 : share(incentiveX32)),
    validatorEmission: amounts(total === 0n ? byStake : share(dividendsX32)),
    emission: amounts(total === 0n ? byStake : share(combined)),
  };
}
