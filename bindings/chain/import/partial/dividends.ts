import type { StoredRows } from "../../../types.js";
import type { ImportedFile } from "../draft.js";
import { ONE, extremeRatio, spanOf, storedAs, type Ratio, type Span, type Term } from "./bounds.js";
import { Comparison, inexact, lacking, leavesZeros, notComparable, type PartialCheck } from "./comparison.js";
import { entriesOf } from "./rows.js";
import { weightedStakes } from "./stakes.js";

/** Stored bonds and incentive, and the dividends that came of them. */
interface Earned {
  bonds: StoredRows;
  incentive: Uint16Array;
  dividends: Uint16Array;
  /** whether a bond that is not in the file may be one that was truncated to zero */
  zerosLeftOut: boolean;
}

export function dividendsCheck(imported: ImportedFile): PartialCheck {
  const { results, state } = imported;
  const { bonds, incentive, dividends, active } = results;
  const absent = lacking("dividends", { bonds, incentive, dividends });
  if (absent !== null || bonds === undefined || incentive === undefined || dividends === undefined) return absent!;
  const doubt = inexact(imported, "results.bonds", "results.incentive", "results.dividends");
  const lost = dividends.findIndex((value, uid) => value > 0 && bonds.starts[uid] === bonds.starts[uid + 1]);
  if (lost >= 0)
    return notComparable(
      "dividends",
      `uid ${lost} earned dividends, and its bonds are not in the file: it lost its permit, or was cleared`,
    );
  if (dividends.every((value) => value === 0)) return notComparable("dividends", "nobody earned any");
  const earned: Earned = { bonds, incentive, dividends, zerosLeftOut: leavesZeros(imported) };
  const classic = () => byBonds(earned, null).done(doubt);
  const stake = weightedStakes(imported)?.map((value, uid) => (active === undefined || active[uid] === 1 ? value : 0n));
  const withStake = (votes: BigUint64Array) =>
    byBonds(earned, votes).done("stakes are the file's block's, which may have changed since the epoch");
  if (state.yuma3 === false) return classic();
  if (state.yuma3 === true)
    return stake === undefined ? notComparable("dividends", "under Yuma3 they need stakes, which the file lacks") : withStake(stake);
  const first = classic();
  if (first.status === "equal") return first;
  if (stake === undefined)
    return notComparable("dividends", "they are not those of classic bonds, and the file does not say whether Yuma3 is on");
  const second = withStake(stake);
  if (second.status === "equal") return second;
  return {
    ...first,
    exact: false,
    why: "neither under classic bonds nor under Yuma3, with the file's stakes; the file does not say which holds",
  };
}

/** Of the shares, whose bounds are drawn outward. */
const SHARE_BITS = 64n;
const WHOLE = 1n << SHARE_BITS;

function quotient(a: bigint, b: bigint): Span {
  return { low: (a << SHARE_BITS) / b, high: (a << SHARE_BITS) / b + 1n };
}

/** What a bond was in its column's scale: a step of 32 bits lies between that and what was stored. bonds.md 9 */
function bondSpan(stored: number): Span {
  const { low, high } = spanOf(stored);
  return { low, high: high + 1n };
}

const HIDDEN = bondSpan(0).high;

interface Column {
  incentive: Span;
  /** of all its bonds */
  bonds: Span;
  entries: number;
  /** of all holders' shares by their votes, where those count */
  voted: Span;
}

/**
 * A row's share of a column is its bond over the column's sum, whatever the column was scaled by; a uid's part is the sum of its shares by
 * incentive, times its stake under Yuma3, and its dividends are its part of all parts. dividends.md 1, 2
 */
function byBonds({ bonds, incentive, dividends, zerosLeftOut }: Earned, stake: BigUint64Array | null): Comparison {
  const n = dividends.length;
  const { starts } = bonds;
  const holders = Array.from(dividends, (_, i) => i).filter((i) => starts[i]! < starts[i + 1]!);
  const columns = columnsOf(bonds, incentive);
  const hiddenIn = ({ entries }: Column) => (zerosLeftOut ? BigInt(holders.length - entries) * HIDDEN : 0n);
  const shareOf = (column: Column, { low, high }: Span): Span => {
    const others: Span = { low: column.bonds.low - low, high: column.bonds.high - high + hiddenIn(column) };
    return {
      low: low === 0n ? 0n : quotient(low, low + (others.high > 0n ? others.high : 0n)).low,
      high: high === 0n ? 0n : quotient(high, high + (others.low > 0n ? others.low : 0n)).high,
    };
  };
  const all = stake?.reduce((sum, value) => sum + value, 0n) ?? 0n;
  // Without stakes everybody's votes are one, and a column's shares sum to that.
  const voteOf = (i: number) => (stake === null || all === 0n ? ONE : (stake[i]! << 32n) / all);
  const voted = (i: number, { low, high }: Span): Span => ({ low: (voteOf(i) * low) >> 32n, high: ((voteOf(i) * high) >> 32n) + 1n });
  const rows = holders.map((i) => {
    const entries = entriesOf(bonds, i, n).map(([j, value]) => ({ j, share: voted(i, shareOf(columns[j]!, bondSpan(value))) }));
    return { i, entries };
  });
  if (stake !== null) {
    for (const { entries } of rows)
      for (const { j, share } of entries) {
        columns[j]!.voted.low += share.low;
        columns[j]!.voted.high += share.high;
      }
  } else for (const column of columns) if (column.entries > 0) column.voted = { low: WHOLE, high: WHOLE };

  const sumOfRest = (side: keyof Span) => columns.reduce((sum, column) => sum + column.incentive[side] * column.voted[side], 0n);
  const whole: Span = { low: sumOfRest("low"), high: sumOfRest("high") };
  // What truncated bonds can have earned that are not in the file, column by column.
  const hidden = columns.map((column) =>
    zerosLeftOut && column.entries > 0 ? column.incentive.high * shareOf(column, { low: 0n, high: HIDDEN }).high : 0n,
  );
  const allHidden = hidden.reduce((sum, one) => sum + one, 0n);
  const lostOf = (entries: number) => BigInt(2 * entries + 1) << SHARE_BITS;
  const allLost = rows.reduce((sum, { entries }) => sum + lostOf(entries.length), 0n);
  const without = (value: bigint, lost: bigint) => value - ((value * BigInt(holders.length)) >> 32n) - 1n - lost;

  const comparison = new Comparison("dividends");
  for (const { i, entries } of rows) {
    const restOf = (side: keyof Span): Ratio => ({
      part: side === "low" ? allHidden - entries.reduce((sum, { j }) => sum + hidden[j]!, 0n) : 0n,
      whole: entries.reduce((sum, { j }) => sum - columns[j]!.incentive[side] * columns[j]!.voted[side], whole[side]),
    });
    // The more is its own, the less is others': where votes differ, the rest of a column is at its other end.
    const termOf =
      (one: keyof Span, other: keyof Span) =>
      (entry: (typeof entries)[number]): Term => {
        const { incentive: factor, voted: column } = columns[entry.j]!;
        const part = entry.share[one];
        const others = column[other] - entry.share[other];
        return { factor, part, whole: stake === null ? WHOLE : part + (others > 0n ? others : 0n) };
      };
    const most = extremeRatio(entries.map(termOf("high", "low")), restOf("low"), "most");
    const least = extremeRatio(entries.map(termOf("low", "high")), restOf("high"), "least");
    // What the chain's steps lose is lost of parts, which are then made to sum to one.
    const low = least === null ? 0n : (without(least.part, lostOf(entries.length)) << 32n) / least.whole;
    const floor = most === null ? 0n : without(most.whole, allLost);
    const high = floor <= 0n ? ONE : (most!.part << 32n) / floor;
    comparison.compare(i, BigInt(dividends[i]!), storedAs(low), storedAs(high));
  }
  return comparison;
}

function columnsOf(bonds: StoredRows, incentive: Uint16Array): Column[] {
  const columns = Array.from(incentive, (stored): Column => {
    const none = { low: 0n, high: 0n };
    return { incentive: spanOf(stored), bonds: { ...none }, entries: 0, voted: none };
  });
  for (let i = 0; i < incentive.length; i++)
    for (const [j, value] of entriesOf(bonds, i, incentive.length)) {
      const { low, high } = bondSpan(value);
      columns[j]!.bonds.low += low;
      columns[j]!.bonds.high += high;
      columns[j]!.entries++;
    }
  return columns;
}
