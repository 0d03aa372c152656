/** All stages of one column, from its median to the shares of its bonds. */
import { FULL, widen } from "../fixed/fraction";
import { ONE } from "../fixed/i32f32";
import { get, put } from "../fixed/vector";
import * as at from "../memory";
import { averageConstant, averageLiquid, bondsClassic, cut, noAverageIsOne, shareAverages, sharesArePlain, stakeWeights, weightsForBonds } from "./bonds";
import { clip, median } from "./consensus";
import { keepShares, nextShares } from "./dividends";
import { NOBODIES, bonds as panelBonds, slots as panelSlots, weights as panelWeights } from "./panel";
import {
  columnAlphas, emaAlpha, emaRest, exponent, liquid, low, minority, places, previous, range, ratio, stakes, total, trusts, voterStake, voters,
} from "./setting";

/**
 * A column of so many entries, of which so many are voters'; it begins at the entry `start` of the panel. False where some
 * value is no fraction.
 */
@inline
export function runColumn<T>(full: bool, uid: u32, start: usize, count: u32, voterCount: u32): bool {
  const weights = panelWeights + (start << 2);
  const bonds = panelBonds + (start << 1);
  const slots = panelSlots + (start << 1);
  const shares = nextShares;
  // Columns end with a whole step.
  const length = (count + NOBODIES) & ~NOBODIES;

  const consensus = median<T>(voterCount, weights, slots, voterStake, voters, total, minority);
  put(at.consensusX32, uid, widen(consensus));
  // With a bonds penalty of one, what clipping leaves is what the bonds follow.
  const follows = ratio == ONE && !liquid;
  const keepsStaked = follows && !at.yuma3;
  let staked = clip<T>(full, keepsStaked, length, weights, slots, consensus, stakes, trusts, places);
  put(at.ranksX32, uid, staked);
  if (!follows) {
    // Where there is a consensus, a penalty of one leaves no entry without what it had.
    if (ratio == ONE && consensus != 0) cut<T>(length, weights, consensus);
    else if (!weightsForBonds(count, weights, bonds, consensus, ratio, liquid)) return false;
    if (!at.yuma3) staked = stakeWeights<T>(full, length, weights, slots, stakes);
  }
  if (!at.yuma3) {
    if (!bondsClassic<T>(at.storesBonds, length, weights, staked, bonds, emaAlpha, emaRest, shares)) return false;
  } else {
    if (!average<T>(uid, length, weights, follows ? consensus : FULL, bonds) || !shareAverages<T>(length, weights, shares)) return false;
  }
  keepShares(uid, full, length, slots, sharesArePlain);
  return true;
}

/** Yuma3: weights, cut down to a limit, and old bonds averaged. */
@inline
function average<T>(uid: u32, length: u32, weights: usize, limit: u64, bonds: usize): bool {
  if (liquid) {
    if (!previous) put(at.liquidAlphaConsensusX32, uid, get(at.consensusX32, uid));
    return averageLiquid<T>(length, weights, bonds, get(at.liquidAlphaConsensusX32, uid), low, range, exponent, columnAlphas);
  }
  if (isVector<T>() && noAverageIsOne(limit, emaAlpha, emaRest)) {
    return averageConstant<T>(true, length, weights, limit, bonds, emaAlpha, emaRest);
  }
  return averageConstant<T>(false, length, weights, limit, bonds, emaAlpha, emaRest);
}
