/** The epochs of a document on an engine, and what Null consensus makes of a state. */
import type { EpochResult, NullSubnetState, SubnetEpochResult, SubnetState, Yuma } from "yuma-consensus";
import { runScenario, simulate, type SimulatedEpoch } from "yuma-consensus/simulate";
import type { Document } from "../model/document.js";
import { stakeOf } from "../model/ruleSets.js";

export function epochsOf(yuma: Yuma, doc: Document): Iterable<SimulatedEpoch> {
  return doc.kind === "scenario" ? runScenario(yuma, doc.scenario, doc.variant) : simulate(yuma, doc.state, { epochs: doc.epochs });
}

/** What a Null epoch makes of the same state: half of the emission to the miners, half to the validators, nothing to root. */
export function nullState(state: SubnetState): NullSubnetState {
  const { n, currentBlock, activityCutoff, blockAtRegistration, taoStake, taoWeight, stakeThreshold, ownerUid, commitReveal } = state;
  const { lastUpdate, weights, bonds, commitBlocks, raoEmission } = state;
  return {
    ruleSet: "spec-475",
    epochConsensus: "null",
    n,
    currentBlock,
    activityCutoff,
    blockAtRegistration,
    // What was one stake for each uid counts as alpha.
    alphaStake: stakeOf(state),
    taoStake,
    taoWeight,
    stakeThreshold,
    ownerUid,
    commitReveal,
    minerBudget: raoEmission / 2n,
    localDividendBudget: raoEmission - raoEmission / 2n,
    rootBudget: 0n,
    emissionSplit: null,
    mechanisms: [{ lastUpdate, weights, bonds, commitBlocks }],
  };
}

/** A subnet's result in the shape of an epoch's: there is one mechanism. */
export function ofOneMechanism(state: SubnetState, result: SubnetEpochResult): EpochResult {
  const { mechanisms, trace: _, ...shared } = result;
  return { ...shared, incentive: mechanisms[0]!.incentive, bonds: state.bonds };
}
