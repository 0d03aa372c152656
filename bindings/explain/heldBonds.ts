import { constantAlpha } from "../reference/bonds.js";
import { I32F32 } from "../reference/fixed.js";
import { proportionFromU16 } from "../reference/proportion.js";
import type { TracedEpoch } from "./epoch.js";

/** Why a validator holds no bond in an epoch: none came by this epoch's weights, and none was left of those it had. */
export interface HeldBondsCause {
  kind: "no bonds";
  bought:
    | "no weights"
    /** a bonds penalty of one takes the weights as the consensus cut them */
    | "its weights are cut to 0"
    /** classic bonds are weights times the stake that votes */
    | "no stake that votes"
    /** what is bought is alpha times the weight */
    | "alpha is 0"
    | "too small"
    | "alpha is no fraction";
  kept:
    | "none stored"
    | "the miners registered"
    /** under liquid alpha a bond without a weight is gone at once */
    | "no weight on the miners"
    /** what is kept is 1 - alpha of the old bond */
    | "alpha is one"
    | "too small"
    | "alpha is no fraction";
}

/** Null where it holds a bond. */
export function explainHeldBonds(epoch: TracedEpoch, uid: number): HeldBondsCause | null {
  if (epoch.bonds.averaged(uid).length > 0) return null;
  return { kind: "no bonds", bought: bought(epoch, uid), kept: kept(epoch, uid) };
}

function bought({ state, weights, weightsForBonds, activeStake, bonds }: TracedEpoch, uid: number): HeldBondsCause["bought"] {
  if (!someAbove0(weights, uid)) return "no weights";
  if (!someAbove0(weightsForBonds, uid)) return "its weights are cut to 0";
  if (!state.yuma3 && activeStake[uid] === 0n) return "no stake that votes";
  if (bonds.new(uid).every(({ value }) => value <= 0n)) return "too small";
  return ofAlpha(bonds.liquidConsensus === null ? constantAlpha(state) : liquidAlphaOfAll(state), "alpha is 0", 0n);
}

function kept({ state, bonds }: TracedEpoch, uid: number): HeldBondsCause["kept"] {
  const { starts, uids, values } = state.bonds;
  const inside = (at: number) => at >= starts[uid]! && uids[at]! < state.n && values[at]! > 0;
  const stored = Array.from({ length: starts[uid + 1]! - starts[uid]! }, (_, k) => starts[uid]! + k).filter(inside);
  if (stored.length === 0) return "none stored";
  const old = bonds.old(uid).filter((bond) => bond.uid < state.n && bond.value > 0n);
  if (old.length === 0)
    return stored.every((at) => bonds.cutoff <= state.blockAtRegistration[uids[at]!]!) ? "the miners registered" : "too small";
  if (bonds.liquidConsensus !== null) {
    const named = new Set(bonds.new(uid).map((weight) => weight.uid));
    return old.some((bond) => named.has(bond.uid)) ? "too small" : "no weight on the miners";
  }
  return ofAlpha(constantAlpha(state), "alpha is one", I32F32.ONE);
}

/** The liquid alpha where every bond has the same; null where they differ. */
function liquidAlphaOfAll({ alphaLow, alphaHigh }: TracedEpoch["state"]): bigint | null {
  return alphaLow < alphaHigh ? null : proportionFromU16(alphaLow);
}

/** A part of something is nothing as its factor is, or as the product is too small. */
function ofAlpha<Reason extends string>(
  alphaX32: bigint | null,
  nothing: Reason,
  at: bigint,
): Reason | "too small" | "alpha is no fraction" {
  if (alphaX32 === at) return nothing;
  return alphaX32 === null || (alphaX32 >= 0n && alphaX32 <= I32F32.ONE) ? "too small" : "alpha is no fraction";
}

function someAbove0({ starts, values }: TracedEpoch["weights"], uid: number): boolean {
  return values.subarray(starts[uid]!, starts[uid + 1]!).some((value) => value > 0n);
}
