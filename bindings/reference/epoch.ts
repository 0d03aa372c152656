import type { CheckedState } from "../boundary/input.js";
import type { HistoricEpochResult, EpochOptions, HistoricEpochTrace, StoredRows } from "../types.js";
import { bondsClassic, bondsYuma3, liquidAlphaConsensus, weightsForBonds } from "./bonds.js";
import { clip, consensus, validatorTrust } from "./consensus.js";
import { dividendsClassic, dividendsYuma3 } from "./dividends.js";
import { emission, emissionShares } from "./emission.js";
import { I32F32 } from "./fixed.js";
import { epochBeforeDynamicTao } from "./history/epochBeforeDynamicTao.js";
import { alphaByColumn } from "./history/liquidAlphaByColumn.js";
import { keptRows, rankReports } from "./history/reports.js";
import { refuseForeignBonds } from "./history/traps.js";
import { incentive, ranks } from "./incentive.js";
import { active, newValidatorPermits, withOwner } from "./masks.js";
import { proportionFromU16, proportionToU16 } from "./proportion.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import { columnMaxUpscale, mapValues, toFixedRows, toStoredRows, type Rows } from "./rows.js";
import { activeStake, stake, stakeRao, totalStakes } from "./stake.js";
import { weights } from "./weights.js";

/** What one mechanism's epoch hands to the subnet. */
export interface MechanismTerms<Trace> extends Omit<HistoricEpochResult, "bonds" | "trace" | "digest"> {
  bonds?: StoredRows;
  trace?: Trace;
}

/** One epoch of one mechanism: the pages of docs/rules in their order, one call a stage. */
export function epoch(state: CheckedState, options: Pick<EpochOptions, "trace">): HistoricEpochResult {
  const rules = RULE_SETS[state.ruleSet];
  if (!rules.dynamicTao) return epochBeforeDynamicTao(state, options);
  if (rules.foreignBondsTrap) refuseForeignBonds(state);

  const { n, yuma3 } = state;
  const ownerUid = rules.ownerPrivileged ? state.ownerUid : null;

  const totals = totalStakes(state);
  const stakeX32 = stake(state, totals, ownerUid);

  const isActive = active(state, state.lastUpdate);
  const permits = withOwner(Array.from(state.validatorPermits, Boolean), ownerUid);
  const newPermits = newValidatorPermits(stakeX32, state.maxAllowedValidators, ownerUid, rules);
  const activeStakeX32 = activeStake(stakeX32, isActive, permits);

  const weightRows = weights(state, permits);

  const consensusX32 = consensus(weightRows, activeStakeX32, n, proportionFromU16(state.kappa));
  const clippedWeights = clip(weightRows, consensusX32);
  const trustX32 = validatorTrust(clippedWeights);

  const ranksX32 = ranks(clippedWeights, activeStakeX32, n);
  const incentiveX32 = incentive(ranksX32);

  const bondWeights = weightsForBonds(weightRows, clippedWeights, state.bondsPenalty, n);
  const liquidConsensus = liquidAlphaConsensus(state, consensusX32);
  const byColumn =
    rules.liquidAlphaByColumn && state.liquidAlpha ? alphaByColumn(consensusX32, state, (a, b) => I32F32.safeDiv(a, b)) : null;
  const bonds = yuma3
    ? bondsYuma3(state, bondWeights, liquidConsensus)
    : bondsClassic(state, bondWeights, activeStakeX32, byColumn?.alphas);

  const dividendsX32 = yuma3 ? dividendsYuma3(bonds, incentiveX32, activeStakeX32) : dividendsClassic(bonds, incentiveX32);
  const emaBonds = yuma3 ? bonds : columnMaxUpscale(bonds, n);

  const shares = emissionShares(incentiveX32, dividendsX32, stakeX32, activeStakeX32);
  const amounts = emission(shares, state.raoEmission);

  const preRanksX32 = rules.ranksReported ? ranks(weightRows, activeStakeX32, n) : null;

  const result: HistoricEpochResult = {
    stakeWeight: toU16(stakeX32),
    active: toFlags(isActive),
    consensus: toU16(consensusX32),
    incentive: toU16(incentiveX32),
    dividends: toU16(dividendsX32),
    validatorTrust: toU16(trustX32),
    ...(preRanksX32 !== null && rankReports(incentiveX32, ranksX32, preRanksX32, shares.combined)),
    serverEmission: BigUint64Array.from(amounts.serverEmission),
    validatorEmission: BigUint64Array.from(amounts.validatorEmission),
    emission: BigUint64Array.from(amounts.emission),
    newValidatorPermits: toFlags(newPermits),
    stake: BigUint64Array.from(totals, stakeRao),
    bonds: bondsToStore(emaBonds, newPermits, rules.bondRowsKept ? keptRows(state, permits) : null),
  };
  if (options.trace) {
    const trace: HistoricEpochTrace = {
      stake: BigInt64Array.from(stakeX32),
      activeStake: BigInt64Array.from(activeStakeX32),
      weightsNormalized: toFixedRows(weightRows),
      ...(preRanksX32 !== null && { preRanks: BigInt64Array.from(preRanksX32) }),
      consensus: BigInt64Array.from(consensusX32),
      clippedWeights: toFixedRows(clippedWeights),
      validatorTrust: BigInt64Array.from(trustX32),
      ranksBeforeNormalize: BigInt64Array.from(ranksX32),
      incentive: BigInt64Array.from(incentiveX32),
      weightsForBonds: toFixedRows(bondWeights),
      dividends: BigInt64Array.from(dividendsX32),
      emaBonds: toFixedRows(emaBonds),
    };
    if (byColumn !== null) trace.liquidAlpha = BigInt64Array.from(byColumn.alphas);
    if (liquidConsensus !== null && rules.liquidAlphaConsensusSelectable) {
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

/** The rows of those with a new permit in u16; everybody else's row is stored empty, or as it was. bonds.md 9. */
function bondsToStore(bonds: Rows, newPermits: readonly boolean[], kept: Rows | null): StoredRows {
  return toStoredRows(
    bonds.map((row, uid) => {
      if (newPermits[uid]) return mapValues([row], ({ value }) => BigInt(proportionToU16(value)))[0]!;
      return kept?.[uid] ?? [];
    }),
  );
}
