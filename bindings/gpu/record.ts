/** A network's record, which the shaders read it by: where its values lie, and its parameters. */
import type { CheckedState } from "../boundary/input.js";
import { I32F32, U16_MAX } from "../reference/fixed.js";
import { bondsCutoff } from "../reference/masks.js";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16, taoWeightX32 } from "../reference/proportion.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import {
  BYTES,
  FLAGS,
  NETWORK_PAIRS,
  NETWORK_PLACES,
  NETWORK_WORDS,
  NOTHING,
  type NetworkParameters,
  type NetworkPlaces,
} from "./layout.js";

export function isLiquid({ yuma3, liquidAlpha }: CheckedState): boolean {
  return yuma3 && liquidAlpha;
}

const MINUS_HUNDRED = I32F32.fromInteger(-100n);

/** What the shaders need of a state's parameters, by the specification's own functions. */
export function parametersOf(state: CheckedState): NetworkParameters {
  const rules = RULE_SETS[state.ruleSet];
  const taoWeight = taoWeightX32(state.taoWeight);
  const emaAlpha = state.yuma3 ? emaAlphaWrapping(state.bondsMovingAverage) : emaAlphaSaturating(state.bondsMovingAverage);
  const { liquidAlphaConsensusMode: mode, previousConsensus } = state;
  const isPrevious = mode === "previous" || (mode === "auto" && BigInt(state.bondsPenalty) === U16_MAX);
  const flags =
    (state.commitReveal ? FLAGS.COMMIT_REVEAL : 0) |
    (state.yuma3 ? FLAGS.YUMA3 : 0) |
    (isLiquid(state) ? FLAGS.LIQUID_ALPHA : 0) |
    (rules.liquidAlphaConsensusSelectable && isPrevious && previousConsensus.length > 0 ? FLAGS.COMPARES_WITH_PREVIOUS : 0) |
    (rules.liquidAlphaGateSelected ? FLAGS.GATED_BY_SELECTED : 0) |
    (taoWeight === I32F32.ONE ? FLAGS.TAO_WEIGHT_IS_ONE : 0);
  return {
    flags,
    ownerUid: state.ownerUid ?? NOTHING,
    maxAllowedValidators: state.maxAllowedValidators,
    previousConsensusLength: previousConsensus.length,
    taoWeight: Number(taoWeight & 0xffff_ffffn),
    currentBlock: state.currentBlock,
    activityCutoff: state.activityCutoff,
    stakeThreshold: state.stakeThreshold,
    bondsCutoff: bondsCutoff(state),
    raoEmission: state.raoEmission,
    majority: proportionFromU16(state.kappa),
    penalty: proportionFromU16(state.bondsPenalty),
    emaAlpha,
    emaRest: I32F32.saturatingSub(I32F32.ONE, emaAlpha),
    sigmoidExponent: I32F32.saturatingDiv(I32F32.fromInteger(BigInt(state.alphaSigmoidSteepness)), MINUS_HUNDRED)!,
    alphaLow: proportionFromU16(state.alphaLow),
    alphaHigh: proportionFromU16(state.alphaHigh),
  };
}

/** Two objects, as it takes longer to put them together than to do all the rest. */
export function writeRecord(words: Uint32Array, from: number, places: NetworkPlaces, parameters: NetworkParameters): void {
  let at = from;
  for (const name of NETWORK_PLACES) words[at++] = places[name];
  for (const name of NETWORK_WORDS) words[at++] = parameters[name];
  const pairs = new BigUint64Array(words.buffer, words.byteOffset + at * BYTES.word, NETWORK_PAIRS.length);
  NETWORK_PAIRS.forEach((name, i) => (pairs[i] = parameters[name]));
}
