import { largest } from "../extremes.js";
import { printable } from "../printable.js";
import type { EpochResult, SubnetState } from "../types.js";

/** Columns of text, padded; the first row is the header. The first `names` columns are text, numbers line up on the right. */
export function textTable(cells: readonly (readonly string[])[], names = 0): string {
  const rows = cells.map((row) => row.map(printable));
  const widths = rows[0]!.map((_, column) => largest(rows.map((row) => row[column]!.length)));
  const padded = (cell: string, column: number) => (column < names ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!));
  return rows.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}

/** Columns of text that line up on the left, without a header. */
export function textColumns(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map(printable));
  const widths = rows[0]!.map((_, column) => largest(rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd()).join("\n");
}

/** A u16 proportion as a decimal fraction of one. For reading only. */
export function proportion(value: number): string {
  return (value / 65_535).toFixed(5);
}

/** Rao as whole units with nine decimals, exact. */
export function fromRao(rao: bigint): string {
  const digits = String(rao).padStart(10, "0");
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

function permit(before: boolean, after: boolean): string {
  if (before) return after ? "kept" : "LOST";
  return after ? "GAINED" : "";
}

const HEADER = ["uid", "stake weight", "validator trust", "dividends", "incentive", "consensus", "emission", "permit"];

/** An epoch as a validator reads it: one line a uid, emission in whole alpha (1e9 rao). */
export function epochTable(state: SubnetState, result: EpochResult): string {
  const rows = Array.from({ length: state.n }, (_, uid) => [
    String(uid),
    proportion(result.stakeWeight[uid]!),
    proportion(result.validatorTrust[uid]!),
    proportion(result.dividends[uid]!),
    proportion(result.incentive[uid]!),
    proportion(result.consensus[uid]!),
    fromRao(result.emission[uid]!),
    permit(state.validatorPermits[uid] === 1, result.newValidatorPermits[uid] === 1),
  ]);
  return textTable([HEADER, ...rows]);
}

/** What happened in an epoch, in a few lines. */
export function epochSummary(state: SubnetState, result: EpochResult): string {
  const uids = Array.from({ length: state.n }, (_, uid) => uid);
  const before = (uid: number) => state.validatorPermits[uid] === 1;
  const after = (uid: number) => result.newValidatorPermits[uid] === 1;
  const list = (some: number[]) => (some.length === 0 ? "nobody" : some.map((uid) => `uid ${uid}`).join(", "));
  const given = result.emission.reduce((sum, rao) => sum + rao, 0n);
  return [
    `block ${state.currentBlock}, ${state.n} uids, ${state.weights.uids.length} weights, ${mode(state)}`,
    `emission ${fromRao(given)} of ${fromRao(state.raoEmission)} given out`,
    `permit gained by ${list(uids.filter((uid) => after(uid) && !before(uid)))}`,
    `permit lost by ${list(uids.filter((uid) => before(uid) && !after(uid)))}`,
  ].join("\n");
}

function mode({ ruleSet, yuma3, liquidAlpha }: SubnetState): string {
  const bonds = yuma3 ? (liquidAlpha ? "yuma3 with liquid alpha" : "yuma3") : "classic bonds";
  return `rule set ${ruleSet}, ${bonds}`;
}
