import type { HistoricEpochResult, HistoricSubnetEpochResult, MechanismResult, SubnetEpochState, SubnetState, Yuma } from "../types.js";
import type { Budgets } from "./amount.js";
import { sumOf } from "./amount.js";
import type { ReadInput } from "./input.js";

/** What came of an epoch, of one mechanism or several, as the chain stores it. */
export type Outcome = Omit<HistoricSubnetEpochResult, "stake" | "trace" | "stakeWeight"> & { stakeWeight?: Uint16Array };

/** The epoch's input in our form: of one mechanism under Yuma consensus a state, else a subnet. */
export function stateOf(
  { shared, epochConsensus, mechanisms, emissionSplit }: ReadInput,
  budgets: Budgets,
): SubnetState | SubnetEpochState {
  if (epochConsensus === "null") {
    const { ruleSet, n, currentBlock, activityCutoff, blockAtRegistration, alphaStake, taoStake } = shared;
    const { taoWeight, stakeThreshold, ownerUid, commitReveal } = shared;
    const rest = { taoWeight, stakeThreshold, ownerUid, commitReveal, ...budgetsOf(budgets), emissionSplit };
    return {
      epochConsensus,
      ruleSet,
      n,
      currentBlock,
      activityCutoff,
      blockAtRegistration,
      alphaStake,
      taoStake,
      ...rest,
      mechanisms: mechanisms.map(({ previousConsensus: _, ...mechanism }) => mechanism),
    };
  }
  if (mechanisms.length === 1) return { ...shared, ...mechanisms[0]!, raoEmission: sumOf(budgets) };
  return { epochConsensus, ...shared, ...budgetsOf(budgets), emissionSplit, mechanisms };
}

function budgetsOf({ minerBudget, localDividendBudget, rootBudget }: Budgets): Budgets {
  return { minerBudget, localDividendBudget, rootBudget };
}

/** Runs it. @throws ChainTrapError, EpochInputError, EpochSizeError as the engine */
export function run(yuma: Yuma, state: SubnetState | SubnetEpochState): Outcome {
  if ("mechanisms" in state) return yuma.subnetEpoch(state);
  const result: HistoricEpochResult = yuma.epoch(state);
  const { incentive, consensus, serverEmission, validatorEmission, bonds } = result;
  const mechanism: MechanismResult = { incentive, consensus, serverEmission, validatorEmission, bonds };
  return { ...result, mechanisms: [mechanism] };
}
