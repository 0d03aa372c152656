import { I96F32, U64_MAX } from "./fixed.js";

/** The cap of TAO, and of each subnet's alpha, in rao. */
export const SUPPLY_CAP_RAO = 21_000_000_000_000_000n;

/** Emission of a block before the first halving, rao. */
const FULL_BLOCK_EMISSION_RAO = 1_000_000_000n;

/**
 * Emission of a block by what has been issued: halved once for each whole unit of log2(cap / (cap - issued)).
 * `residualX32` is that logarithm in raw I96F32, null where nothing is left. halving.md 1
 */
export function blockEmission(issuanceRao: bigint): { emission: bigint; residualX32: bigint | null } {
  if (issuanceRao >= SUPPLY_CAP_RAO) return { emission: 0n, residualX32: null };
  const issued = I96F32.safeDiv(I96F32.fromInteger(issuanceRao), I96F32.fromInteger(SUPPLY_CAP_RAO));
  const residualX32 = I96F32.log2(I96F32.safeDiv(I96F32.ONE, I96F32.saturatingSub(I96F32.ONE, issued)))!;
  let divisor = I96F32.ONE;
  for (let halving = residualX32 >> 32n; halving > 0n; halving--) divisor = I96F32.saturatingMul(divisor, I96F32.fromInteger(2n));
  const share = I96F32.safeDiv(I96F32.ONE, divisor);
  const emission = I96F32.saturatingMul(share, I96F32.fromInteger(FULL_BLOCK_EMISSION_RAO));
  return { emission: I96F32.toUnsigned(emission, U64_MAX), residualX32 };
}
