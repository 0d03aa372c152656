import type { ImportedFile } from "../draft.js";

/** The fraction of 2^64-1 that TAO has had since spec 233. */
const TAO_WEIGHT = 3_320_413_933_267_719_290n;

/** Rao by uid, TAO with its weight; null where the file has none. stake.md */
export function weightedStakes({ state }: ImportedFile): BigUint64Array | null {
  const { alphaStake, taoStake, stake, taoWeight = TAO_WEIGHT } = state;
  if (alphaStake === undefined || taoStake === undefined) return stake ?? null;
  const weight = (taoWeight << 32n) / (2n ** 64n - 1n);
  return alphaStake.map((alpha, uid) => alpha + ((taoStake[uid]! * weight) >> 32n));
}
