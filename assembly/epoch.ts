/** One epoch of one mechanism: the pages of docs/rules in their order, stage by stage. */
import * as at from "./memory";
import { bondsClassic, ema, emaLiquid, liquidAlphaConsensus, storedBonds, weightsForBonds } from "./bonds";
import { clip, consensus, validatorTrust } from "./consensus";
import { dividendsClassic, dividendsYuma3 } from "./dividends";
import { emission } from "./emission";
import { wrappingSum } from "./fixed/vector";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16 } from "./fixed/proportion";
import { epochBeforeDynamicTao } from "./history/epochBeforeDynamicTao";
import { alphaByColumn } from "./history/liquidAlphaByColumn";
import { pruningScores, trust } from "./history/ranks";
import { namesForeigner } from "./history/traps";
import { incentive, ranks } from "./incentive";
import { activeUids, bondsCutoff, currentPermits, newPermits } from "./masks";
import { storeBonds, toU16 } from "./output";
import { panels } from "./panels/epoch";
import { columnMaxUpscale } from "./rows";
import {
  BONDS_CUTOFF_FROM_TEMPO,
  BOND_ROWS_KEPT,
  DYNAMIC_TAO,
  FOREIGN_BONDS_TRAP,
  FOREIGN_WEIGHTS_TRAP,
  LIQUID_ALPHA_BY_COLUMN,
  OWNER_PRIVILEGED,
  PERMITS_NEED_STAKE,
  RANKS_REPORTED,
  has,
} from "./ruleSets";
import { activeStake, stake, totalStakes } from "./stake";
import { weights } from "./weights";

/** Whether liquid alpha ran in the last epoch, so that `liquidAlphaConsensusX32` holds what it compared with. */
export let liquidAlphaRan: bool = false;

/** Whether the last epoch ran over panels. */
export let panelsRan: bool = false;

/** What the chain's own epoch would have aborted on: 0 nothing, 1 a weight and 2 a bond on a uid outside the network. */
export let trapped: u32 = 0;

function trap(n: u32): u32 {
  if (has(at.rules, FOREIGN_WEIGHTS_TRAP) && namesForeigner(n, at.storedWeights, at.validatorPermits)) return 1;
  return has(at.rules, FOREIGN_BONDS_TRAP) && namesForeigner(n, at.storedBonds, 0) ? 2 : 0;
}

/**
 * Reads the state and writes the results of `memory.ts`, whose arena has been laid out for this size. The raw bits of
 * matrices are there only after `matricesOnly`. False where memory does not suffice, or the chain would have trapped.
 */
export function epoch(matricesOnly: bool): bool {
  const n = at.n;
  trapped = trap(n);
  if (trapped != 0) return false;
  if (!has(at.rules, DYNAMIC_TAO)) {
    panelsRan = false;
    liquidAlphaRan = false;
    if (!at.layOutMatrices()) return false;
    epochBeforeDynamicTao();
    return true;
  }
  const privileged = has(at.rules, OWNER_PRIVILEGED) ? at.ownerUid : -1;

  totalStakes(n, at.alphaStake, at.taoStake, at.taoWeight, at.totalStakesX64, at.stake);
  stake(n, at.totalStakesX64, at.stakeThreshold, privileged, at.keptStakesX64, at.stakeX32);

  activeUids(n, at.lastUpdate, at.activityCutoff, at.currentBlock, at.active);
  currentPermits(n, at.validatorPermits, privileged, at.permits);
  newPermits(
    n, at.stakeX32, at.maxAllowedValidators, has(at.rules, PERMITS_NEED_STAKE), privileged, at.vectorA, at.newValidatorPermits,
  );
  activeStake(n, at.stakeX32, at.active, at.permits, at.activeStakeX32);

  const cutoff = bondsCutoff(
    at.currentBlock, at.tempo, at.lastMechanismStepBlock,
    at.hasLastYumaStepBlock, at.lastYumaStepBlock,
  );
  // Panels have no form of what only older rule sets do.
  panelsRan = !matricesOnly && !has(at.rules, RANKS_REPORTED) && panels(n, cutoff);
  if (!panelsRan) {
    if (!at.layOutMatrices()) return false;
    matrices(n, cutoff);
  }

  const byStake = wrappingSum(at.activeStakeX32, n) == 0 ? at.stakeX32 : at.activeStakeX32;
  const earned = emission(
    n, at.incentiveX32, at.dividendsX32, byStake, at.raoEmission,
    at.vectorA, at.serverEmission, at.validatorEmission, at.emission,
  );
  if (has(at.rules, RANKS_REPORTED)) {
    toU16(n, at.incentiveX32, at.ranks);
    trust(n, at.ranksX32, at.preRanksX32, at.trust);
    pruningScores(n, at.vectorA, earned, byStake, at.vectorB, at.pruningScores);
  }

  toU16(n, at.stakeX32, at.stakeWeight);
  toU16(n, at.consensusX32, at.consensus);
  toU16(n, at.incentiveX32, at.incentive);
  toU16(n, at.dividendsX32, at.dividends);
  toU16(n, at.validatorTrustX32, at.validatorTrust);
  return true;
}

/** From the weights to the stored bonds, a stage at a time over all of a matrix. Any state. */
function matrices(n: u32, cutoff: u64): void {
  weights(
    n, at.storedWeights, at.permits, at.ownerUid, at.lastUpdate, at.blockAtRegistration,
    at.commitReveal, at.commitBlocks, at.weightsX32,
  );

  consensus(
    n, at.weightsX32, at.activeStakeX32, proportionFromU16(<u16>at.kappa), n,
    at.vectorA, at.vectorB, at.listA, at.listB, at.listC,
    at.columnStarts, at.columnEnds, at.columnVoters, at.columnScores, at.consensusX32,
  );
  clip(n, at.weightsX32, at.consensusX32, at.clippedWeightsX32);
  validatorTrust(n, at.clippedWeightsX32, at.validatorTrustX32);

  ranks(n, at.clippedWeightsX32, at.activeStakeX32, at.ranksX32);
  incentive(n, at.ranksX32, at.incentiveX32);
  if (has(at.rules, RANKS_REPORTED)) ranks(n, at.weightsX32, at.activeStakeX32, at.preRanksX32);

  weightsForBonds(
    n, at.weightsX32, at.clippedWeightsX32, at.bondsPenalty,
    at.vectorA, at.vectorB, at.uids, at.interpolatedWeightsX32, at.weightsForBondsX32,
  );
  liquidAlphaRan = liquidAlphaConsensus(
    n, at.rules, at.yuma3 && at.liquidAlpha, at.liquidAlphaConsensusMode, at.bondsPenalty,
    at.consensusX32, at.previousConsensus, at.previousConsensusLength, at.liquidAlphaConsensusX32,
  );
  const rowCutoffs = has(at.rules, BONDS_CUTOFF_FROM_TEMPO) ? 0 : at.lastUpdate;
  storedBonds(n, at.storedBonds, cutoff, rowCutoffs, at.blockAtRegistration, at.yuma3, at.bondsX32);

  if (at.yuma3) bondsAndDividendsYuma3(n);
  else bondsAndDividendsClassic(n);
  if (at.storesBonds) storeBonds(n, at.emaBondsX32, at.newValidatorPermits, has(at.rules, BOND_ROWS_KEPT) ? at.permits : 0, at.storedBonds, at.bonds);
}

function bondsAndDividendsClassic(n: u32): void {
  const byColumn = alphaByColumn(
    n, has(at.rules, LIQUID_ALPHA_BY_COLUMN) && at.liquidAlpha, at.consensusX32,
    at.alphaLow, at.alphaHigh, false, at.vectorA, at.columnAlphasX32,
  );
  bondsClassic(
    n, at.weightsForBondsX32, at.activeStakeX32, at.bondsX32,
    emaAlphaSaturating(at.bondsMovingAverage), byColumn ? at.columnAlphasX32 : 0,
    at.vectorA, at.vectorB, at.uids, at.bondsDeltaX32, at.emaBondsX32,
  );
  dividendsClassic(n, at.emaBondsX32, at.incentiveX32, at.dividendsX32);
  if (at.storesBonds) columnMaxUpscale(n, at.emaBondsX32, n, at.vectorA, at.vectorB);
}

function bondsAndDividendsYuma3(n: u32): void {
  if (liquidAlphaRan) {
    emaLiquid(
      n, at.weightsForBondsX32, at.bondsX32, at.liquidAlphaConsensusX32,
      at.alphaLow, at.alphaHigh, at.alphaSigmoidSteepness, at.rules, at.vectorA, at.vectorB, at.vectorC, at.emaBondsX32,
    );
  } else {
    const emaAlpha = emaAlphaWrapping(at.bondsMovingAverage);
    ema(n, at.weightsForBondsX32, at.bondsX32, emaAlpha, n, at.vectorA, at.uids, at.emaBondsX32);
  }
  dividendsYuma3(n, at.emaBondsX32, at.incentiveX32, at.activeStakeX32, at.vectorA, at.vectorB, at.dividendsX32);
}
