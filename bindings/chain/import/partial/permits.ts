import type { ImportedFile } from "../draft.js";
import { Comparison, lacking, type PartialCheck } from "./comparison.js";
import { weightedStakes } from "./stakes.js";

/** The largest stakes have the permits, and the owner. masks.md 2 */
export function permitsCheck(imported: ImportedFile): PartialCheck {
  const permits = imported.results.newValidatorPermits;
  const stakes = weightedStakes(imported);
  const absent = lacking("permits", { permits, stakes: stakes ?? undefined });
  if (absent !== null || permits === undefined || stakes === null) return absent!;
  const { state } = imported;
  const threshold = state.stakeThreshold ?? 0n;
  const uids = Array.from(stakes, (_, uid) => uid).filter((uid) => stakes[uid]! > 0n && stakes[uid]! >= threshold);
  // Among equals the higher uid stays.
  uids.sort((a, b) => (stakes[a]! > stakes[b]! ? -1 : stakes[a]! < stakes[b]! ? 1 : b - a));
  const given = permits.reduce((count, permit) => count + permit, 0);
  const expected = new Set(uids.slice(0, state.maxAllowedValidators ?? given));
  if (typeof state.ownerUid === "number") expected.add(state.ownerUid);
  const comparison = new Comparison("permits");
  permits.forEach((permit, uid) => {
    const allowed = BigInt(expected.has(uid) ? 1 : 0);
    comparison.compare(uid, BigInt(permit), allowed, allowed);
  });
  const own = state.stake !== undefined && state.alphaStake === undefined ? "; they lack what is inherited" : "";
  const owner = state.ownerUid === undefined ? "; the owner, who has one in any case, is not known" : "";
  return comparison.done(`stakes are the file's block's, which may have changed since the epoch${own}${owner}`);
}
