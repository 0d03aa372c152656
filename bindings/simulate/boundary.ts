/**
 * What the chain does to a subnet's state between two epochs, for callers: every argument is checked, and each function
 * gives a new state and leaves its own as it was; arrays that do not change are shared.
 */
import { isRevoked } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { checkStateToKeep, record } from "../boundary/input.js";
import { entryOf, integer, listOf, oneOf, u16, u64 } from "../boundary/kinds.js";
import { RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import type { RuleSet, SubnetState } from "../types.js";
import * as chain from "./chain.js";
import type { Entry } from "./rows.js";

function checkUid(n: number, uid: unknown, path: string): number {
  return integer(0, n - 1, n === 0 ? "a state with uids" : `a uid from 0 to ${n - 1}`).check(uid, path, n);
}

const row = listOf(entryOf(u16));

/** Anything but the numbers of a map would be counted among the rows of some uid. */
function checkRows(n: number, rows: unknown): Map<number, Entry[]> {
  if (isRevoked(rows) || Object.prototype.toString.call(rows) !== "[object Map]")
    throw new EpochInputError("rows", "a Map of rows by uid", rows);
  const checked = new Map<number, Entry[]>();
  for (const [uid, entries] of rows as Map<unknown, unknown>) {
    const to = checkUid(n, uid, "rows");
    checked.set(
      to,
      row.check(entries, `rows[${to}]`, n).map(({ uid, value }): Entry => [uid, value]),
    );
  }
  return checked;
}

/**
 * Blocks from one epoch to the next: tempo + 1, as the schedule was up to spec 422 and as the scenarios count.
 * @throws EpochInputError
 */
export function epochBlocks(state: Pick<SubnetState, "tempo">): bigint {
  return chain.epochBlocks({ tempo: u16.check(record(state, "state")["tempo"], "tempo", 0) });
}

/**
 * Validators set weights: their stored rows are replaced, and the block is their last update.
 * @param rows by uid; u16 values, as after the upscale to the largest; an absent uid is not the same as a zero
 * @param block in which they are set, u64
 * @throws EpochInputError
 */
export function setWeights(state: SubnetState, rows: ReadonlyMap<number, readonly Entry[]>, block: bigint): SubnetState {
  const checked = checkStateToKeep(state);
  return chain.setWeights(checked, checkRows(checked.n, rows), u64.check(block, "block", 0));
}

/**
 * A newcomer takes a uid: bonds and weights of it are removed, weights on it become zero (and stay as entries), its
 * permit, its stored consensus and its pending commit are gone, and registration and last update are the block. Bonds of
 * others on it stay stored; the next epoch masks them, as it runs before a tempo has passed. The stake is the newcomer's
 * own and up to the caller.
 * @param block u64
 * @throws EpochInputError
 */
export function registerUid(state: SubnetState, uid: number, block: bigint): SubnetState {
  const checked = checkStateToKeep(state);
  return chain.registerUid(checked, checkUid(checked.n, uid, "uid"), u64.check(block, "block", 0));
}

/**
 * All stored bonds on a uid are removed, as when its hotkey commits metadata on a subnet with the bonds reset enabled.
 * @throws EpochInputError
 */
export function resetBonds(state: SubnetState, uid: number): SubnetState {
  const checked = checkStateToKeep(state);
  return chain.resetBonds(checked, checkUid(checked.n, uid, "uid"));
}

/**
 * A runtime upgrade between two epochs. From spec-452 on the consensus is stored for each mechanism, and nothing is
 * stored there yet when the upgrade comes.
 * @throws EpochInputError
 */
export function upgrade(state: SubnetState, ruleSet: RuleSet): SubnetState {
  return chain.upgrade(checkStateToKeep(state), oneOf(RULE_SET_IDS).check(ruleSet, "ruleSet", 0));
}
