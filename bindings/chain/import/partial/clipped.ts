import { I32F32 } from "../../../reference/fixed.js";
import { RULE_SETS } from "../../../ruleSets/ruleSets.js";
import type { StoredRows } from "../../../types.js";
import type { ImportedState } from "../draft.js";
import type { Span } from "./bounds.js";
import { entriesOf } from "./rows.js";

/** What the epoch read of one mechanism's weights, as far as the file has it. */
export interface WeightsRead {
  weights: StoredRows;
  lastUpdate: BigUint64Array | undefined;
  blockAtRegistration: BigUint64Array | undefined;
  consensus: readonly Span[];
  lastEpoch: bigint | null;
  /** whether the file says of each weight whether it counted */
  known: boolean;
}

export function weightsRead(
  { blockAtRegistration, commitReveal, ruleSet }: ImportedState,
  { weights, lastUpdate }: Pick<ImportedState, "weights" | "lastUpdate">,
  consensus: readonly Span[],
  lastEpoch: bigint | null,
): WeightsRead | null {
  if (weights === undefined) return null;
  const byCommits = ruleSet === undefined || RULE_SETS[ruleSet].commitRevealMask ? commitReveal !== false : false;
  const known = lastEpoch !== null && lastUpdate !== undefined && blockAtRegistration !== undefined && !byCommits;
  return { weights, lastUpdate, blockAtRegistration, consensus, lastEpoch, known };
}

/** Whether a row is another since the epoch. */
export function isSetSince({ lastUpdate, lastEpoch }: WeightsRead, row: number): boolean {
  return lastEpoch !== null && lastUpdate !== undefined && lastUpdate[row]! > lastEpoch;
}

export interface ClippedRow {
  entries: { uid: number; value: Span }[];
  /** of all entries: the validator's trust */
  total: Span;
  hasSelf: boolean;
}

/** A row as it is normalised and clipped, in the chain's own steps; what is left open is the consensus. weights.md, consensus.md 4 */
function clippedRow({ weights, lastUpdate, blockAtRegistration, consensus }: WeightsRead, row: number, withSelf: boolean): ClippedRow {
  const counts = (uid: number) =>
    (uid !== row || withSelf) &&
    (blockAtRegistration === undefined || lastUpdate === undefined || lastUpdate[row]! > blockAtRegistration[uid]!);
  const all = entriesOf(weights, row, consensus.length);
  const counted = all.filter(([uid]) => counts(uid));
  const sum = counted.reduce((total, [, value]) => total + BigInt(value), 0n);
  const entries = counted.map(([uid, value]) => {
    const weight = sum === 0n ? 0n : I32F32.quotient(BigInt(value), sum);
    const { low, high } = consensus[uid]!;
    return { uid, value: { low: weight < low ? weight : low, high: weight < high ? weight : high } };
  });
  const sumOf = (side: keyof Span) => entries.reduce((total, { value }) => total + value[side], 0n);
  return { entries, total: { low: sumOf("low"), high: sumOf("high") }, hasSelf: all.some(([uid]) => uid === row) };
}

/** An owner's weight on itself counts under some specs, anybody else's never: without it, and with it where there is one. */
export function clippedRows(read: WeightsRead, row: number): ClippedRow[] {
  const without = clippedRow(read, row, false);
  return without.hasSelf ? [without, clippedRow(read, row, true)] : [without];
}
