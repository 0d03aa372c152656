import type { ImportedFile, ImportedMechanism, ImportedMechanismResults } from "../draft.js";
import { ONE, extremeRatio, spanOf, storedAs, type Ratio, type Span, type Term } from "./bounds.js";
import { clippedRows, isSetSince, weightsRead, type ClippedRow, type WeightsRead } from "./clipped.js";
import { Comparison, inexact, lacking, notComparable, type PartialCheck } from "./comparison.js";
import { weightedStakes } from "./stakes.js";

/** A uid's rank is what the validators' clipped weights on it have of their stake, and its incentive its part of all ranks. incentive.md */
export function incentiveChecks(imported: ImportedFile, lastEpoch: bigint | null): PartialCheck[] {
  const { state, results, mechanism } = imported;
  if (state.mechanisms === undefined) return [incentiveCheck(imported, state, results, mechanism, lastEpoch)];
  return state.mechanisms.map((one, i) => incentiveCheck(imported, one, results.mechanisms?.[i] ?? {}, i, lastEpoch));
}

/** More of them, uid by uid, are not gone through. */
const MOST_UNKNOWN = 2 ** 22;

function incentiveCheck(
  imported: ImportedFile,
  own: ImportedMechanism,
  { consensus, incentive }: ImportedMechanismResults,
  mechanism: number | null,
  lastEpoch: bigint | null,
): PartialCheck {
  const { state, results } = imported;
  const { validatorTrust } = results;
  const none = (why: string) => notComparable("incentive", why, mechanism);
  if (state.epochConsensus === "null") return none("under Null consensus it comes from the split alone");
  const absent = lacking("incentive", { incentive, consensus, validatorTrust }, mechanism);
  if (absent !== null || incentive === undefined || consensus === undefined || validatorTrust === undefined) return absent!;
  if (incentive.every((value) => value === 0)) return none("nobody earned any");
  if (mechanism !== null && imported.notExact.some(({ field, why }) => field === "results.consensus" && why.includes("together")))
    return none("the consensus is of all mechanisms together");

  const known: Known = {
    n: incentive.length,
    consensus: Array.from(consensus, spanOf),
    active: results.active,
    permits: results.newValidatorPermits,
    validatorTrust,
    ofOne: mechanism === null,
    read: weightsRead(state, own, Array.from(consensus, spanOf), lastEpoch),
  };
  const doubt = inexact(sharedByAll(imported), "results.consensus", "results.incentive", "results.validatorTrust");
  const compare = (stake: readonly Span[] | null, certain: boolean): Found | null => {
    const voters = votersOf(known, stake, certain);
    const unknown = voters.sure.filter(({ row }) => row === null).length;
    if (unknown * known.n > MOST_UNKNOWN) return null;
    return { unknown, voters: voters.sure.length, comparison: byVotes(known, voters, incentive, mechanism) };
  };
  const stored = storedStakes(imported);
  // First by what is certain, as a difference there can come from nothing but the epoch; then by what is likely, which has closer bounds.
  const certain = stored === null || doubt !== "" ? null : compare(stored, true);
  if (certain?.comparison.differs) return certain.comparison.done("");
  const found = compare(stored, false);
  if (found === null) return none("the weights of too many validators are not in the file, or were set since the epoch");
  if (found.voters === 0) return none("no validator has any trust");
  const doubts = [...(doubt === "" ? [] : [doubt]), "which weights counted is taken from the stored trust and permits"];
  if (found.comparison.differs || stored !== null) return doneWith(found, doubts, "");
  const stakes = stakesOfBlock(imported);
  if (stakes === null) return doneWith(found, doubts, "stakes");
  const closer = compare(stakes, false)!;
  // Each hotkey's own stake was all that counted long ago; since it is not, a difference says nothing.
  if (closer.comparison.differs && imported.state.alphaStake === undefined) return doneWith(found, doubts, "stakes");
  return doneWith(closer, [...doubts, "stakes are the file's block's, which may have changed since the epoch"], "");
}

interface Found {
  /** how many of the validators have weights that are not known */
  unknown: number;
  voters: number;
  comparison: Comparison;
}

function doneWith({ unknown, voters, comparison }: Found, doubts: readonly string[], lacks: string): PartialCheck {
  const check = comparison.done(doubts.join("; "));
  const without = [...(lacks === "" ? [] : [lacks]), ...(unknown === 0 ? [] : [`the weights of ${unknown} of ${voters} validators`])];
  return check.status === "equal" && without.length > 0 ? { ...check, why: `without ${without.join(" and ")}` } : check;
}

/** Of all, as the epoch stored them; null where the file has not. */
function storedStakes(imported: ImportedFile): Span[] | null {
  const { stakeWeight } = imported.results;
  return stakeWeight === undefined || inexact(sharedByAll(imported), "results.stakeWeight") !== "" ? null : Array.from(stakeWeight, spanOf);
}

/** Of all, as they are at the file's block; null where it has none. stake.md 2 */
function stakesOfBlock(imported: ImportedFile): Span[] | null {
  const threshold = imported.state.stakeThreshold ?? 0n;
  const stakes = weightedStakes(imported)?.map((value) => (value < threshold ? 0n : value));
  const all = stakes?.reduce((sum, value) => sum + value, 0n) ?? 0n;
  if (stakes === undefined || all === 0n) return null;
  return Array.from(stakes, (value) => ({ low: (value * ONE) / all, high: (value * ONE) / all }));
}

/** Mechanisms share stakes and permits, so that what all have together says of each what is asked of it here. mechanisms.md 3 */
function sharedByAll(imported: ImportedFile): ImportedFile {
  const shared = ["results.stakeWeight", "results.validatorTrust"];
  const notExact = imported.notExact.filter(({ field, why }) => !shared.includes(field) || !why.includes("together"));
  return { ...imported, notExact };
}

interface Known {
  n: number;
  consensus: readonly Span[];
  active: Uint8Array | undefined;
  permits: Uint8Array | undefined;
  validatorTrust: Uint16Array;
  /** whether the trust is of this mechanism alone */
  ofOne: boolean;
  read: WeightsRead | null;
}

interface Voter {
  stake: Span;
  /** its weights after clipping, one for each uid that it has any on; null where they are not known */
  row: { values: ReadonlyMap<number, Span> } | null;
  /** their sum */
  total: Span;
}

/** Who certainly voted, and what those whose trust is stored as nothing can have had of all stakes together. */
interface Voters {
  sure: Voter[];
  others: bigint;
  /** the most that one of them trusted */
  othersTrust: bigint;
}

const ANY: Span = { low: 0n, high: ONE };

function votersOf(known: Known, stake: readonly Span[] | null, certain: boolean): Voters {
  const { n, active, permits, validatorTrust, ofOne, read } = known;
  const voters: Voters = { sure: [], others: 0n, othersTrust: ofOne ? spanOf(0).high : ONE };
  for (let i = 0; i < n; i++) {
    if (active?.[i] === 0) continue;
    const { low, high } = stake?.[i] ?? ANY;
    if (validatorTrust[i] === 0) {
      // Who had a permit in the epoch is not stored; who has one after it is.
      if (certain || permits === undefined || permits[i] === 1) voters.others += high;
      continue;
    }
    const trust = ofOne ? spanOf(validatorTrust[i]!) : ANY;
    const row = read === null ? null : rowOf(read, i, ofOne ? trust : null, certain);
    const own: Span = { low: active === undefined && certain ? 0n : low, high };
    voters.sure.push({ stake: own, row: row === null ? null : { values: merged(row) }, total: row?.total ?? trust });
  }
  return voters;
}

/** A row as the epoch read it; null where it is another now, or the file does not say. */
function rowOf(read: WeightsRead, i: number, trust: Span | null, certain: boolean): ClippedRow | null {
  if (isSetSince(read, i)) return null;
  const rows = clippedRows(read, i);
  if (certain && (!read.known || rows.length > 1)) return null;
  return rows.find(({ total }) => trust === null || (total.low <= trust.high && trust.low <= total.high)) ?? null;
}

/** A uid may be in a row twice, and counts twice. */
function merged({ entries }: ClippedRow): Map<number, Span> {
  const values = new Map<number, Span>();
  for (const { uid, value } of entries) {
    const before = values.get(uid);
    values.set(uid, before === undefined ? value : { low: before.low + value.low, high: before.high + value.high });
  }
  return values;
}

/** Whatever the stakes sum to, each rank is divided by the sum of all ranks: only how they are to one another counts. */
function byVotes(
  { n, consensus }: Known,
  { sure, others, othersTrust }: Voters,
  incentive: Uint16Array,
  mechanism: number | null,
): Comparison {
  const columns: { voter: Voter; value: Span }[][] = Array.from({ length: n }, () => []);
  for (const voter of sure) for (const [uid, value] of voter.row?.values ?? []) columns[uid]!.push({ voter, value });
  const unknown = sure.filter(({ row }) => row === null);
  const totalOf = (side: keyof Span) =>
    sure.reduce((sum, { row, stake, total }) => (row === null ? sum : sum + stake[side] * total[side]), 0n);
  const whole: Span = { low: totalOf("low"), high: totalOf("high") };
  const consented = consensus.reduce((sum, { high }) => sum + high, 0n);
  // Each of the chain's products loses up to a step of 32 bits, and so does the stake in it.
  const stakes = sure.reduce((sum, { stake }) => sum + stake.high, others);
  const lost = 2n * BigInt(sure.length + 1) * stakes;
  const comparison = new Comparison("incentive", mechanism);
  for (let j = 0; j < n; j++) {
    const column = columns[j]!;
    const limit = consensus[j]!;
    const restOf = (side: keyof Span, added: Ratio): Ratio => ({
      part: added.part,
      whole: column.reduce((sum, { voter }) => sum - voter.stake[side] * voter.total[side], whole[side]) + added.whole,
    });
    const known = (one: keyof Span, other: keyof Span): Term[] =>
      column.map(({ voter, value }) => ({
        factor: voter.stake,
        part: value[one],
        whole: voter.total[other] - value[other] + value[one],
      }));
    const mostOf = ({ stake, total }: Voter): Term => {
      const part = smaller(limit.high, total.high);
      return { factor: stake, part, whole: larger(part, total.low) };
    };
    const leastOf = ({ stake, total }: Voter): Term => ({
      factor: stake,
      part: larger(0n, total.low - (consented - limit.high)),
      whole: total.high,
    });
    const most = others * smaller(limit.high, othersTrust);
    const high = extremeRatio([...known("high", "low"), ...unknown.map(mostOf)], restOf("low", { part: most, whole: most }), "most");
    const low = extremeRatio(
      [...known("low", "high"), ...unknown.map(leastOf)],
      restOf("high", { part: 0n, whole: others * othersTrust }),
      "least",
    );
    const allButLost = high === null ? 0n : high.whole - lost * BigInt(n);
    comparison.compare(
      j,
      BigInt(incentive[j]!),
      low === null ? 0n : storedAs(((low.part - lost) << 32n) / low.whole),
      allButLost <= 0n ? storedAs(ONE) : storedAs((high!.part << 32n) / allButLost),
    );
  }
  return comparison;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
