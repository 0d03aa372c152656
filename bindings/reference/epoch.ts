import type { CheckedState } from "../input.js";
import type { EpochOptions, EpochResult, EpochTrace, StoredRows } from "../types.js";
import { bondsClassic, bondsYuma3, liquidAlphaConsensus, weightsForBonds } from "./bonds.js";
import { clip, consensus, validatorTrust } from "./consensus.js";
import { dividendsClassic, dividendsYuma3 } from "./dividends.js";
import { emission } from "./emission.js";
import { incentive, ranks } from "./incentive.js";
import { active, newValidatorPermits, withOwner } from "./masks.js";
import { proportionFromU16, proportionToU16 } from "./proportion.js";
import { RULE_SETS } from "../ruleSets.js";
import { columnMaxUpscale, rowStarts, toFixedRows, type Rows } from "./rows.js";
import { activeStake, stake, stakeRao, totalStakes } from "./stake.js";
import { weights } from "./weights.js";

/** One epoch of one mechanism: the flow of epoch.md 4, one call a stage. */
export function epoch(state: CheckedState, options: Pick<EpochOptions, "trace">): EpochResult {
  const { n, ownerUid, yuma3 } = state;

  const totals = totalStakes(state);
  const stakeX32 = stake(state, totals);

  const isActive = active(state, state.lastUpdate);
  const permits = withOwner(Array.from(state.validatorPermits, Boolean), ownerUid);
  const newPermits = newValidatorPermits(stakeX32, state.maxAllowedValidators, ownerUid);
  const activeStakeX32 = activeStake(stakeX32, isActive, permits);

  const weightRows = weights(state, permits);

  const consensusX32 = consensus(weightRows, activeStakeX32, n, proportionFromU16(state.kappa));
  const clippedWeights = clip(weightRows, consensusX32);
  const trustX32 = validatorTrust(clippedWeights);

  const ranksX32 = ranks(clippedWeights, activeStakeX32, n);
  const incentiveX32 = incentive(ranksX32);

  const bondWeights = weightsForBonds(weightRows, clippedWeights, state.bondsPenalty, n);
  const liquidConsensus = liquidAlphaConsensus(state, consensusX32);
  const bonds = yuma3
    ? bondsYuma3(state, bondWeights, liquidConsensus)
    : bondsClassic(state, bondWeights, activeStakeX32);

  const dividendsX32 = yuma3
    ? dividendsYuma3(bonds, incentiveX32, activeStakeX32)
    : dividendsClassic(bonds, incentiveX32);
  const emaBonds = yuma3 ? bonds : columnMaxUpscale(bonds, n);

  const amounts = emission(incentiveX32, dividendsX32, stakeX32, activeStakeX32, state.raoEmission);

  const result: EpochResult = {
    stakeWeight: toU16(stakeX32),
    active: toFlags(isActive),
    consensus: toU16(consensusX32),
    incentive: toU16(incentiveX32),
    dividends: toU16(dividendsX32),
    validatorTrust: toU16(trustX32),
    serverEmission: BigUint64Array.from(amounts.serverEmission),
    validatorEmission: BigUint64Array.from(amounts.validatorEmission),
    emission: BigUint64Array.from(amounts.emission),
    newValidatorPermits: toFlags(newPermits),
    stake: BigUint64Array.from(totals, stakeRao),
    bonds: toStoredRows(emaBonds, newPermits),
  };
  if (options.trace) {
    const trace: EpochTrace = {
      stake: BigInt64Array.from(stakeX32),
      activeStake: BigInt64Array.from(activeStakeX32),
      weightsNormalized: toFixedRows(weightRows),
      consensus: BigInt64Array.from(consensusX32),
      clippedWeights: toFixedRows(clippedWeights),
      validatorTrust: BigInt64Array.from(trustX32),
      ranksBeforeNormalize: BigInt64Array.from(ranksX32),
      incentive: BigInt64Array.from(incentiveX32),
      weightsForBonds: toFixedRows(bondWeights),
      dividends: BigInt64Array.from(dividendsX32),
      emaBonds: toFixedRows(emaBonds),
    };
    if (liquidConsensus !== null && RULE_SETS[state.ruleSet].liquidAlphaConsensusSelectable) {
      trace.liquidAlphaConsensus = BigInt64Array.from(liquidConsensus);
    }
    result.trace = trace;
  }
  return result;
}

export function toU16(values: readonly bigint[]): Uint16Array {
  return Uint16Array.from(values, proportionToU16);
}

export function toFlags(values: readonly boolean[]): Uint8Array {
  return Uint8Array.from(values, Number);
}

/** The rows of those with a new permit in u16; everybody else's row is stored empty. epoch.md 4.14. */
function toStoredRows(bonds: Rows, permits: readonly boolean[]): StoredRows {
  const rows = bonds.map((row, uid) => (permits[uid] ? row : []));
  const entries = rows.flat();
  return {
    starts: rowStarts(rows),
    uids: Uint16Array.from(entries, (entry) => entry.uid),
    values: Uint16Array.from(entries, (entry) => proportionToU16(entry.value)),
  };
}
