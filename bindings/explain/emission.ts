import type { EmissionShares } from "../reference/emission.js";
import type { TracedEpoch } from "./epoch.js";

/** A share of the emission: raw I32F32, and the rao that it comes to. */
export interface EmissionPart {
  shareX32: bigint;
  rao: bigint;
}

/** A uid's amounts in rao, each with its share in raw I32F32. emission.md 2 */
export interface EmissionExplanation {
  /** what the emission is given by: earnings, or where nobody earned anything the stake */
  basis: EmissionShares["basis"];
  /** raw I32F32: incentive and dividends of all uids, which the shares are parts of */
  totalX32: bigint;
  raoEmission: bigint;
  server: EmissionPart;
  validator: EmissionPart;
  /** of its own: truncated once more, so a little more than both together */
  combined: EmissionPart;
  /** incentive of the owner's uid: the chain pays it to nobody; null where the owner has no uid here or no incentive */
  withheld: { uid: number; incentiveX32: bigint; rao: bigint } | null;
}

/** A uid's amounts, and the shares that they are of. emission.md 1, 2 */
export function explainEmission({ state, result, shares, incentive }: TracedEpoch, uid: number): EmissionExplanation {
  const owner = state.ownerUid;
  const ownersX32 = owner === null ? 0n : (incentive[owner] ?? 0n);
  return {
    basis: shares.basis,
    totalX32: shares.total,
    raoEmission: state.raoEmission,
    server: { shareX32: shares.server[uid]!, rao: result.serverEmission[uid]! },
    validator: { shareX32: shares.validator[uid]!, rao: result.validatorEmission[uid]! },
    combined: { shareX32: shares.combined[uid]!, rao: result.emission[uid]! },
    withheld: owner === null || ownersX32 === 0n ? null : { uid: owner, incentiveX32: ownersX32, rao: result.serverEmission[owner]! },
  };
}
