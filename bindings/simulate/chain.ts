/**
 * What the chain does to a subnet's state between two epochs. Each function gives a new state and leaves its own as it
 * was; arrays that do not change are shared.
 */
import { NO_COMMIT } from "../constants.js";
import { RULE_SETS } from "../ruleSets.js";
import type { EpochResult, RuleSet, SubnetState } from "../types.js";
import { mapRows, type Entry } from "./rows.js";

type Elements = { [index: number]: number | bigint; slice(): Elements };

function withElement<T extends Elements>(array: T, index: number, value: T[number]): T {
  const copy = array.slice() as T;
  copy[index] = value;
  return copy;
}

/** Blocks from one epoch to the next: tempo + 1, as the schedule was up to spec 422 and as the scenarios count. */
export function epochBlocks({ tempo }: Pick<SubnetState, "tempo">): bigint {
  return BigInt(tempo) + 1n;
}

/**
 * What is stored when the next epoch begins: bonds, permits and consensus of the epoch that ran, and the blocks.
 * The block of the last Yuma epoch is kept by the rule sets that have it (spec-475 on).
 * @param blocks from the epoch that ran to the next
 */
export function nextState(state: SubnetState, result: EpochResult, blocks = epochBlocks(state)): SubnetState {
  const { currentBlock, ruleSet } = state;
  const keepsYumaStep = currentBlock > 0n && (ruleSet === undefined || RULE_SETS[ruleSet].bondsCutoffFromYumaStep);
  return {
    ...state,
    currentBlock: currentBlock + blocks,
    lastMechanismStepBlock: currentBlock,
    ...(keepsYumaStep && { lastYumaStepBlock: currentBlock }),
    validatorPermits: result.newValidatorPermits,
    bonds: result.bonds,
    previousConsensus: result.consensus,
  };
}

/**
 * Validators set weights: their stored rows are replaced, and the block is their last update.
 * @param rows by uid; u16 values, as after the upscale to the largest; an absent uid is not the same as a zero
 * @param block in which they are set
 */
export function setWeights(state: SubnetState, rows: ReadonlyMap<number, readonly Entry[]>, block: bigint): SubnetState {
  return {
    ...state,
    weights: mapRows(state.weights, (stored, uid) => rows.get(uid) ?? stored),
    lastUpdate: state.lastUpdate.map((last, uid) => (rows.has(uid) ? block : last)),
  };
}

/**
 * A newcomer takes a uid: bonds and weights of it are removed, weights on it become zero (and stay as entries), its
 * permit, its stored consensus and its pending commit are gone, and registration and last update are the block. Bonds of
 * others on it stay stored; the next epoch masks them, as it runs before a tempo has passed. The stake is the newcomer's
 * own and up to the caller. Source: subtensor subnets/uids.rs, replace_neuron and clear_neuron; versions before the one
 * of 2026 kept permit and last update.
 */
export function registerUid(state: SubnetState, uid: number, block: bigint): SubnetState {
  const { previousConsensus } = state;
  const withoutItsRow = (row: readonly Entry[], i: number) => (i === uid ? [] : row);
  return {
    ...state,
    blockAtRegistration: withElement(state.blockAtRegistration, uid, block),
    lastUpdate: withElement(state.lastUpdate, uid, block),
    validatorPermits: withElement(state.validatorPermits, uid, 0),
    commitBlocks: withElement(state.commitBlocks, uid, NO_COMMIT),
    ...(previousConsensus?.[uid] !== undefined && { previousConsensus: withElement(previousConsensus, uid, 0) }),
    bonds: mapRows(state.bonds, withoutItsRow),
    weights: mapRows(state.weights, (row, i) => withoutItsRow(row, i).map(([to, value]): Entry => [to, to === uid ? 0 : value])),
  };
}

/**
 * All stored bonds on a uid are removed, as when its hotkey commits metadata on a subnet with the bonds reset enabled.
 * Source: subtensor epoch/run_epoch.rs, do_reset_bonds.
 */
export function resetBonds(state: SubnetState, uid: number): SubnetState {
  return { ...state, bonds: mapRows(state.bonds, (row) => row.filter(([to]) => to !== uid)) };
}

/**
 * A runtime upgrade between two epochs. From spec-452 on the consensus is stored for each mechanism, and nothing is
 * stored there yet when the upgrade comes (newer-rules.md 1.5).
 */
export function upgrade(state: SubnetState, ruleSet: RuleSet): SubnetState {
  const stores = (id: RuleSet | undefined) => id === undefined || RULE_SETS[id].liquidAlphaGate === "selected";
  const begins = !stores(state.ruleSet) && stores(ruleSet);
  return { ...state, ruleSet, ...(begins && { previousConsensus: new Uint16Array(0) }) };
}
