/** One epoch as it was up to spec 232: the same flow in another arithmetic. docs/rules, "up to 232" of every page. */
import { clip, collectVoters, medians, validatorTrust } from "../consensus";
import { ONE } from "../fixed/i32f32";
import { proportionFromU16 } from "../fixed/proportion";
import { getU64, putU64, saturatingAddU64 } from "../fixed/u64";
import { get, put, wrappingSum } from "../fixed/vector";
import { outdated, topK } from "../masks";
import * as at from "../memory";
import { Rows, rowSum, zero } from "../rows";
import { LIQUID_ALPHA_BY_COLUMN, OPERATORS_WRAP, has } from "../ruleSets";
import { addUid, clearUids, takeSmallestUid } from "../uidSet";
import { alphaByColumn, emaByColumn } from "./liquidAlphaByColumn";
import { add, amount, div, maxUpscaleToU16, mul, normalize, proportionToU16, shareOfIntegers, sub } from "./mode";

/** The arena has been laid out for this size, matrices too, and no uid is outside the network where that would trap. */
export function epochBeforeDynamicTao(): void {
  const n = at.n;
  const wrap = has(at.rules, OPERATORS_WRAP);

  stake(n, wrap);
  masks(n, wrap);
  weights(n, wrap);

  columnSums(n, at.weightsX32, at.activeStakeX32, wrap, at.preRanksX32);
  consensus(n, wrap);
  clip(n, at.weightsX32, at.consensusX32, at.clippedWeightsX32);
  validatorTrust(n, at.clippedWeightsX32, at.validatorTrustX32);

  columnSums(n, at.clippedWeightsX32, at.activeStakeX32, wrap, at.ranksX32);
  memory.copy(at.incentiveX32, at.ranksX32, (<usize>n) << 3);
  normalize(at.incentiveX32, n, wrap);
  trust(n, wrap);

  bonds(n, wrap);
  dividends(n, wrap);
  emission(n, wrap);

  toU16(n, at.stakeX32, wrap, at.stakeWeight);
  toU16(n, at.consensusX32, wrap, at.consensus);
  toU16(n, at.incentiveX32, wrap, at.incentive);
  toU16(n, at.incentiveX32, wrap, at.ranks);
  toU16(n, at.dividendsX32, wrap, at.dividends);
  toU16(n, at.validatorTrustX32, wrap, at.validatorTrust);
  toU16(n, at.trustX32, wrap, at.trust);
  storeBonds(n, wrap);
}

/** The arena's alphaStake holds the single stake of this time. stake.md, before 233 */
function stake(n: u32, wrap: bool): void {
  const sum = wrappingSum(at.alphaStake, n);
  for (let uid: u32 = 0; uid < n; uid++) {
    const own = get(at.alphaStake, uid);
    put(at.stakeX32, uid, sum == 0 ? own << 32 : shareOfIntegers(own, sum, wrap));
  }
}

/** masks.md */
function masks(n: u32, wrap: bool): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const updated = getU64(at.lastUpdate, uid);
    const until = wrap ? updated + at.activityCutoff : saturatingAddU64(updated, at.activityCutoff);
    store<u8>(at.active + uid, <u8>(until >= at.currentBlock));
  }
  memory.copy(at.permits, at.validatorPermits, n);
  memory.fill(at.newValidatorPermits, 1, n);
  topK(n, at.stakeX32, at.maxAllowedValidators, at.vectorA, at.newValidatorPermits);
  for (let uid: u32 = 0; uid < n; uid++) {
    const votes = load<u8>(at.active + uid) & load<u8>(at.permits + uid);
    put(at.activeStakeX32, uid, votes ? get(at.stakeX32, uid) : 0);
  }
  normalize(at.activeStakeX32, n, wrap);
}

/** Every self-weight goes, and there is no commit-reveal. weights.md 2, 3 */
function weights(n: u32, wrap: bool): void {
  const rows = at.weightsX32;
  rows.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    if (load<u8>(at.permits + i)) {
      const end = at.storedWeights.end(i);
      for (let entry = at.storedWeights.start(i); entry < end; entry++) {
        const j = at.storedWeights.uid(entry);
        if (j >= n || i == j || isOutdated(i, j)) continue;
        rows.push(count++, j, <i64>at.storedWeights.stored(entry) << 32);
      }
    }
    rows.setEnd(i, count);
    const sum = rowSum(rows, i);
    if (sum > 0) for (let entry = rows.start(i); entry < count; entry++) rows.setValue(entry, div(rows.value(entry), sum, wrap));
  }
}

@inline
function isOutdated(i: u32, j: u32): bool {
  return outdated(getU64(at.lastUpdate, i), getU64(at.blockAtRegistration, j), false, 0);
}

/** incentive.md 1 */
function columnSums(n: u32, rows: Rows, factors: usize, wrap: bool, sums: usize): void {
  zero(sums, n);
  for (let i: u32 = 0; i < n; i++) {
    const end = rows.end(i);
    for (let entry = rows.start(i); entry < end; entry++) {
      const uid = rows.uid(entry);
      put(sums, uid, add(get(sums, uid), mul(get(factors, i), rows.value(entry), wrap), wrap));
    }
  }
}

/** consensus.md 1 to 3 */
function consensus(n: u32, wrap: bool): void {
  const count = collectVoters(n, at.activeStakeX32, at.listA, at.vectorA);
  normalize(at.vectorA, count, wrap);
  const total = wrappingSum(at.vectorA, count);
  const minority = sub(total, proportionFromU16(<u16>at.kappa), wrap);
  medians(
    n, at.weightsX32, count, total, minority, wrap, at.vectorA, at.vectorB, at.listA, at.listB, at.listC,
    at.columnStarts, at.columnEnds, at.columnVoters, at.columnScores, at.consensusX32,
  );
}

/** trust: ranks over what they were before clipping. incentive.md 2 */
function trust(n: u32, wrap: bool): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const before = get(at.preRanksX32, uid);
    put(at.trustX32, uid, before == 0 ? 0 : div(get(at.ranksX32, uid), before, wrap));
  }
}

/** bonds.md 3, 5 and 10; the cutoff of masks.md 4, row by row */
function bonds(n: u32, wrap: bool): void {
  const old = at.bondsX32;
  old.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const end = at.storedBonds.end(i);
    for (let entry = at.storedBonds.start(i); entry < end; entry++) {
      const j = at.storedBonds.uid(entry);
      if (!isOutdated(i, j)) old.push(count++, j, <i64>at.storedBonds.stored(entry) << 32);
    }
    old.setEnd(i, count);
  }
  columnNormalize(n, old, wrap);

  const delta = at.bondsDeltaX32;
  delta.starts = at.clippedWeightsX32.starts;
  delta.uids = at.clippedWeightsX32.uids;
  for (let i: u32 = 0; i < n; i++) {
    const end = delta.end(i);
    for (let entry = delta.start(i); entry < end; entry++) {
      delta.setValue(entry, mul(at.clippedWeightsX32.value(entry), get(at.activeStakeX32, i), wrap));
    }
  }
  columnNormalize(n, delta, wrap);

  const byColumn = alphaByColumn(
    n, has(at.rules, LIQUID_ALPHA_BY_COLUMN) && at.liquidAlpha, at.consensusX32,
    at.alphaLow, at.alphaHigh, true, at.vectorA, at.columnAlphasX32,
  );
  if (byColumn) emaByColumn(n, delta, old, at.columnAlphasX32, at.vectorA, at.uids, at.emaBondsX32);
  else ema(n, delta, old, wrap);
  columnNormalize(n, at.emaBondsX32, wrap);
}

/** lists.md 3 */
function columnNormalize(n: u32, rows: Rows, wrap: bool): void {
  zero(at.vectorA, n);
  const end = rows.start(n);
  for (let entry: u32 = 0; entry < end; entry++) {
    const uid = rows.uid(entry);
    put(at.vectorA, uid, add(get(at.vectorA, uid), rows.value(entry), wrap));
  }
  divideColumns(n, rows, wrap);
}

/** By what vectorA holds, where that is not 0. */
function divideColumns(n: u32, rows: Rows, wrap: bool): void {
  const end = rows.start(n);
  for (let entry: u32 = 0; entry < end; entry++) {
    const divisor = get(at.vectorA, rows.uid(entry));
    if (divisor != 0) rows.setValue(entry, div(rows.value(entry), divisor, wrap));
  }
}

/** bonds.md 5 */
function ema(n: u32, newRows: Rows, oldRows: Rows, wrap: bool): void {
  const average = shareOfIntegers(<i64>at.bondsMovingAverage, 1_000_000, wrap);
  const alpha = sub(ONE, average, wrap);
  const rest = sub(ONE, alpha, wrap);
  const result = at.emaBondsX32;
  zero(at.vectorA, n);
  clearUids(at.uids);
  result.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    addScaledRow(newRows, i, alpha, wrap);
    addScaledRow(oldRows, i, rest, wrap);
    for (let uid = takeSmallestUid(at.uids); uid >= 0; uid = takeSmallestUid(at.uids)) {
      const value = get(at.vectorA, uid);
      put(at.vectorA, uid, 0);
      if (value > 0) result.push(count++, uid, value);
    }
    result.setEnd(i, count);
  }
}

function addScaledRow(rows: Rows, row: u32, factor: i64, wrap: bool): void {
  const end = rows.end(row);
  for (let entry = rows.start(row); entry < end; entry++) {
    const uid = rows.uid(entry);
    put(at.vectorA, uid, add(get(at.vectorA, uid), mul(factor, rows.value(entry), wrap), wrap));
    addUid(at.uids, uid);
  }
}

/** dividends.md 1, and the maximum of each column brought to one. */
function dividends(n: u32, wrap: bool): void {
  const rows = at.emaBondsX32;
  for (let i: u32 = 0; i < n; i++) {
    let sum: i64 = 0;
    const end = rows.end(i);
    for (let entry = rows.start(i); entry < end; entry++) {
      sum = add(sum, mul(get(at.incentiveX32, rows.uid(entry)), rows.value(entry), wrap), wrap);
    }
    put(at.dividendsX32, i, sum);
  }
  normalize(at.dividendsX32, n, wrap);
  zero(at.vectorA, n);
  const end = rows.start(n);
  for (let entry: u32 = 0; entry < end; entry++) {
    const uid = rows.uid(entry);
    if (rows.value(entry) > get(at.vectorA, uid)) put(at.vectorA, uid, rows.value(entry));
  }
  divideColumns(n, rows, wrap);
}

/** emission.md, and the pruning scores of its combined share. */
function emission(n: u32, wrap: bool): void {
  const combined = at.vectorA;
  for (let uid: u32 = 0; uid < n; uid++) put(combined, uid, add(get(at.incentiveX32, uid), get(at.dividendsX32, uid), wrap));
  const total = wrappingSum(combined, n);
  const byStake = wrappingSum(at.activeStakeX32, n) == 0 ? at.stakeX32 : at.activeStakeX32;
  for (let uid: u32 = 0; uid < n; uid++) {
    const server = total == 0 ? get(at.incentiveX32, uid) : div(get(at.incentiveX32, uid), total, wrap);
    const validator = total == 0 ? get(byStake, uid) : div(get(at.dividendsX32, uid), total, wrap);
    const both = total == 0 ? get(byStake, uid) : div(get(combined, uid), total, wrap);
    put(combined, uid, both);
    putU64(at.serverEmission, uid, amount(server, at.raoEmission));
    putU64(at.validatorEmission, uid, amount(validator, at.raoEmission));
    putU64(at.emission, uid, amount(both, at.raoEmission));
  }
  maxUpscaleToU16(n, combined, wrap, at.pruningScores);
}

function toU16(n: u32, x32: usize, wrap: bool, result: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) store<u16>(result + ((<usize>uid) << 1), proportionToU16(get(x32, uid), wrap));
}

/** A row with neither permit stays as it was. bonds.md 9 */
function storeBonds(n: u32, wrap: bool): void {
  const stored = at.bonds;
  stored.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    if (load<u8>(at.newValidatorPermits + i)) {
      const end = at.emaBondsX32.end(i);
      for (let entry = at.emaBondsX32.start(i); entry < end; entry++) {
        stored.setUid(count, at.emaBondsX32.uid(entry));
        stored.setStored(count++, proportionToU16(at.emaBondsX32.value(entry), wrap));
      }
    } else if (!load<u8>(at.permits + i)) {
      count = stored.copyStored(at.storedBonds, i, count);
    }
    stored.setEnd(i, count);
  }
}
