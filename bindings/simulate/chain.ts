/**
 * What the chain does to a subnet's state between two epochs. Each function gives a new state and leaves its own as it
 * was; arrays that do not change are shared. All is taken for right: boundary.ts is in front of callers.
 */
import { NO_COMMIT } from "../values/constants.js";
import { RULES } from "../rules/table.js";
import { NEWEST_RULE_SET, RULE_SETS, type EpochRules } from "../ruleSets/ruleSets.js";
import type { EpochResult, RuleSet, SubnetState } from "../types.js";
import { nextBlocks, type StoredPart } from "../boundary/nextEpoch.js";
import { mapRows, type Entry } from "./rows.js";

type Elements = { [index: number]: number | bigint; slice(): Elements };

function withElement<T extends Elements>(array: T, index: number, value: T[number]): T {
  const copy = array.slice() as T;
  copy[index] = value;
  return copy;
}

export function epochBlocks({ tempo }: Pick<SubnetState, "tempo">): bigint {
  return BigInt(tempo) + 1n;
}

/** The same by the schedule of the rule set's time: tempo + 1 up to spec 422, tempo from 423 on. schedule.md */
export function periodUnderRules({ tempo, ruleSet = NEWEST_RULE_SET }: Pick<SubnetState, "tempo" | "ruleSet">): bigint {
  const { from } = RULES.epoch.find(({ rule }) => rule === ruleSet)!;
  const scheduled = RULES.schedule.findLast((span) => span.from <= from)!;
  return BigInt(tempo) + (scheduled.rule === "scheduleOld" ? 1n : 0n);
}

export function nextState(state: SubnetState, result: Pick<EpochResult, StoredPart>, blocks = epochBlocks(state)): SubnetState {
  const { newValidatorPermits: validatorPermits, bonds, consensus: previousConsensus } = result;
  return { ...state, ...nextBlocks(state, blocks), validatorPermits, bonds, previousConsensus };
}

export function setWeights(state: SubnetState, rows: ReadonlyMap<number, readonly Entry[]>, block: bigint): SubnetState {
  return {
    ...state,
    weights: mapRows(state.weights, (stored, uid) => rows.get(uid) ?? stored),
    lastUpdate: state.lastUpdate.map((last, uid) => (rows.has(uid) ? block : last)),
  };
}

/** Source: subtensor subnets/uids.rs, replace_neuron and clear_neuron; versions before the one of 2026 kept permit and last update. */
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

/** Source: subtensor epoch/run_epoch.rs, do_reset_bonds. */
export function resetBonds(state: SubnetState, uid: number): SubnetState {
  return { ...state, bonds: mapRows(state.bonds, (row) => row.filter(([to]) => to !== uid)) };
}

/** From spec 452 on the consensus is stored for each mechanism, up to 451 for the subnet. bonds.md 7 */
export function storesByMechanism({ liquidAlphaGateSelected }: EpochRules): boolean {
  return liquidAlphaGateSelected;
}

/** Source: bonds.md 7. */
export function upgrade(state: SubnetState, ruleSet: RuleSet): SubnetState {
  const stores = (id: RuleSet = NEWEST_RULE_SET) => storesByMechanism(RULE_SETS[id]);
  const begins = !stores(state.ruleSet) && stores(ruleSet);
  return { ...state, ruleSet, ...(begins && { previousConsensus: new Uint16Array(0) }) };
}
