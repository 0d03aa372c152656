/** Stored bonds by validator and miner, u16, beside what they are in another version. */
import type { StoredRows } from "yuma-consensus";

export interface Bond {
  readonly miner: number;
  readonly now: number;
  /** null where nothing is compared */
  readonly was: number | null;
}

/** Every row in full: row `i` of column `j` lies at i * columns + j; where an entry is absent it is 0. */
export function grid({ starts, uids, values }: StoredRows, validators: readonly number[], miners: readonly number[]): Uint16Array {
  const columns = new Map(miners.map((miner, j) => [miner, j]));
  const filled = new Uint16Array(validators.length * miners.length);
  validators.forEach((validator, i) => {
    for (let at = starts[validator]!; at < starts[validator + 1]!; at++) {
      const column = columns.get(uids[at]!);
      if (column !== undefined) filled[i * miners.length + column] = values[at]!;
    }
  });
  return filled;
}

/** A validator's bonds now or before, the largest first. */
export function bondsOf(validator: number, now: StoredRows, was: StoredRows | null): Bond[] {
  const entries = (rows: StoredRows | null) =>
    new Map(
      // The other version may have fewer uids.
      rows === null || validator >= rows.starts.length - 1
        ? []
        : Array.from(rows.uids.subarray(rows.starts[validator]!, rows.starts[validator + 1]!), (miner, k) => [
            miner,
            rows.values[rows.starts[validator]! + k]!,
          ]),
    );
  const [bonds, before] = [entries(now), entries(was)];
  return [...new Set([...bonds.keys(), ...before.keys()])]
    .map((miner) => ({ miner, now: bonds.get(miner) ?? 0, was: was === null ? null : (before.get(miner) ?? 0) }))
    .sort((a, b) => Math.max(b.now, b.was ?? 0) - Math.max(a.now, a.was ?? 0) || a.miner - b.miner);
}
