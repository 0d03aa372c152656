/**
 * The stages from the weights to the stored bonds over panels of columns in the cache, for states whose rows ascend and
 * whose values are fractions. ../epoch.ts runs them matrix by matrix where that is not so; the results are the same.
 */
import { liquidAlphaRuns } from "../bonds";
import { put } from "../fixed/vector";
import { incentive } from "../incentive";
import { item } from "../list";
import * as at from "../memory";
import { zero } from "../rows";
import { runColumn } from "./column";
import { dividends, hasRoomForFull, hasRoomForSparse } from "./dividends";
import { gather as gatherFull } from "./full/gather";
import { scatter as scatterFull } from "./full/scatter";
import { storeBonds } from "./output";
import { isFull, stride, width } from "./panel";
import { NONE, findStops, panelRow } from "./rows";
import { earnings, liquid, places, previous, rows, setUp, table, trusts, voters } from "./setting";
import { gather as gatherSparse } from "./sparse/gather";
import { counts, voterCounts } from "./sparse/lists";
import { scatter as scatterSparse } from "./sparse/scatter";
import { tallyOf } from "./tallies";

/**
 * From the weights on; bonds on uids that registered at the cutoff or later do not count. False where a row or a value is of
 * another kind; what has been written then means nothing.
 */
export function panels(n: u32, cutoff: u64): bool {
  if (!setUp(n)) return false;
  zero(at.consensusX32, n);
  zero(at.ranksX32, n);
  if (!previous) zero(at.liquidAlphaConsensusX32, n);
  for (let first: u32 = 0; first < n; first += width) {
    const last = min(first + width, n);
    const entries = findStops(table, rows, first, last);
    if (!(isFull(last - first, rows, entries) ? runFull(first, last, cutoff) : runSparse(first, last, entries, cutoff))) return false;
  }
  if (liquid && !liquidAlphaRuns(n, at.rules, at.consensusX32, at.liquidAlphaConsensusX32)) return false;
  zero(at.validatorTrustX32, n);
  for (let slot: u32 = 0; slot < rows; slot++) {
    const uid = panelRow(table, slot).uid;
    if (uid != NONE) put(at.validatorTrustX32, uid, tallyOf(trusts, places, slot));
  }
  incentive(n, at.ranksX32, at.incentiveX32);
  if (
    !dividends(
      n, table, rows, at.incentiveX32, at.listA, at.activeStakeX32, at.yuma3, earnings, places, at.dividendsX32,
    )
  ) {
    return false;
  }
  if (at.storesBonds) storeBonds(n, table, rows, at.listB, at.newValidatorPermits, at.bonds);
  return true;
}

function runFull(first: u32, last: u32, cutoff: u64): bool {
  if (!hasRoomForFull(last - first, rows)) return false;
  gatherFull(first, last, table, rows, liquid, cutoff);
  for (let uid = first; uid < last; uid++) {
    const start = <usize>(uid - first) * <usize>stride;
    const fits = ASC_FEATURE_SIMD
      ? runColumn<v128>(true, uid, start, rows, voters)
      : runColumn<u64>(true, uid, start, rows, voters);
    if (!fits) return false;
  }
  if (at.storesBonds) scatterFull(table, rows, first, last - first, at.bonds.uids, at.bonds.values);
  return true;
}

function runSparse(first: u32, last: u32, found: u64, cutoff: u64): bool {
  if (!hasRoomForSparse(last - first, found)) return false;
  gatherSparse(first, table, rows, voters, liquid, cutoff);
  for (let uid = first; uid < last; uid++) {
    const column = uid - first;
    const start = <usize>column * <usize>stride;
    const count = item(counts, column);
    if (count == 0) continue;
    const fits = ASC_FEATURE_SIMD
      ? runColumn<v128>(false, uid, start, count, item(voterCounts, column))
      : runColumn<u64>(false, uid, start, count, item(voterCounts, column));
    if (!fits) return false;
  }
  if (at.storesBonds) scatterSparse(table, rows, at.bonds.uids, at.bonds.values);
  return true;
}
