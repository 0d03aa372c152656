import { ChainTrapError } from "../../errors.js";
import type { CheckedState } from "../../boundary/input.js";
import { TRAPS } from "../../ruleSets/ruleSets.js";
import type { StoredRows } from "../../types.js";

function names(rows: StoredRows, n: number, counts: (i: number) => boolean): boolean {
  for (let i = 0; i < n; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) if (counts(i) && rows.uids[k]! >= n) return true;
  }
  return false;
}

/** Any row counts. output.md 4. @throws ChainTrapError */
export function refuseForeignBonds({ n, bonds }: CheckedState): void {
  if (names(bonds, n, () => true)) throw new ChainTrapError(TRAPS[1]);
}

/** Rows with a current permit count. output.md 4. @throws ChainTrapError */
export function refuseForeignWeights({ n, weights, validatorPermits }: CheckedState): void {
  if (names(weights, n, (i) => validatorPermits[i] === 1)) throw new ChainTrapError(TRAPS[0]);
}
