/** From one epoch to the next, as a node's own loop does it. */
import { checkStateToKeep, checkSubnetState, record } from "../boundary/input.js";
import { u64 } from "../boundary/kinds.js";
import { STORED_PARTS } from "../boundary/nextEpoch.js";
import { checkResult, checkSubnetResult } from "../boundary/result.js";
import { EpochInputError } from "../errors.js";
import { NEWEST_RULE_SET, RULE_SETS } from "../ruleSets/ruleSets.js";
import type {
  EpochResult,
  HistoricEpochResult,
  HistoricSubnetEpochResult,
  NullSubnetState,
  SubnetEpochState,
  SubnetState,
  YumaSubnetState,
} from "../types.js";
import { nextState, periodUnderRules, storesByMechanism } from "./chain.js";

type State = SubnetState | SubnetEpochState;
type Result = HistoricEpochResult | HistoricSubnetEpochResult;

/**
 * The state when the next epoch begins: the bonds, permits and consensus that the chain stores after the epoch that ran,
 * and the blocks. What others do in between (weights, stakes, registrations) is the caller's to change. Arrays are shared
 * with state and result, which stay as they are: results asked for with `views` have to be copied before.
 * @param state an epoch's or a subnet's
 * @param result of that state
 * @param blocks from the epoch that ran to the next, u64; default: the period by the rule set's own schedule, tempo + 1 up to
 * spec 422 and tempo from 423 on (schedule.md)
 * @throws EpochInputError
 */
export function advance<S extends State>(state: S, result: Result, blocks?: bigint): S {
  return (
    "epochConsensus" in record(state, "")
      ? advanceSubnet(state as SubnetEpochState, result as HistoricSubnetEpochResult, blocks)
      : advanceEpoch(state as SubnetState, result as EpochResult, blocks)
  ) as S;
}

/** A Null subnet's state has none, and under rule sets that do not read it it may be left out. */
function hasTempo(state: State): boolean {
  return (state as Partial<YumaSubnetState>).tempo !== undefined;
}

function checkBlocks(state: State, blocks: bigint | undefined, timed: boolean): bigint {
  if (blocks === undefined && !timed) throw new EpochInputError("blocks", "a number of blocks, as this state has no tempo", blocks);
  const ahead = blocks === undefined ? periodUnderRules(state as SubnetState) : u64.check(blocks, "blocks", 0);
  u64.check(state.currentBlock + ahead, "blocks", 0);
  return ahead;
}

function advanceEpoch(state: SubnetState, result: EpochResult, blocks: bigint | undefined): SubnetState {
  const checked = checkStateToKeep(state);
  return nextState(checked, checkResult(result, STORED_PARTS, checked.n), checkBlocks(checked, blocks, hasTempo(state)));
}

function advanceSubnet(state: SubnetEpochState, result: HistoricSubnetEpochResult, blocks: bigint | undefined): SubnetEpochState {
  const checked = checkSubnetState(state) as SubnetEpochState;
  const currentBlock = checked.currentBlock + checkBlocks(checked, blocks, hasTempo(state));
  // A Null epoch leaves bonds and permits alone.
  if (checked.epochConsensus === "null") return { ...checked, currentBlock } satisfies NullSubnetState;
  const { newValidatorPermits, consensus, mechanisms } = checkSubnetResult(result, checked.n);
  if (mechanisms.length !== checked.mechanisms.length) {
    throw new EpochInputError("result.mechanisms", `an array of length ${checked.mechanisms.length}`, mechanisms);
  }
  const rules = RULE_SETS[checked.ruleSet ?? NEWEST_RULE_SET];
  const keepsYumaStep = checked.currentBlock > 0n && rules.bondsCutoffFromYumaStep;
  return {
    ...checked,
    currentBlock,
    lastMechanismStepBlock: checked.currentBlock,
    ...(keepsYumaStep && { lastYumaStepBlock: checked.currentBlock }),
    validatorPermits: newValidatorPermits,
    mechanisms: checked.mechanisms.map((mechanism, i) => {
      const stored = mechanisms[i]!;
      if (stored.bonds === undefined) throw new EpochInputError(`result.mechanisms[${i}].bonds`, "the bonds of a Yuma epoch", undefined);
      return { ...mechanism, bonds: stored.bonds, previousConsensus: storesByMechanism(rules) ? stored.consensus : consensus };
    }),
  };
}
