/** A network's record, which the shaders read it by: where its values lie, and its parameters. */
import type { CheckedState } from "../boundary/input.js";
import { I32F32, U16_MAX } from "../reference/fixed.js";
import { bondsCutoff } from "../reference/masks.js";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16, taoWeightX32 } from "../reference/proportion.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import { isLiquid } from "./modes.js";
import { FLAGS, NETWORK_WORD, NOTHING, type NetworkParameters, type NetworkPlaces } from "./layout.js";

const MINUS_HUNDRED = I32F32.fromInteger(-100n);

function emaAlphaOf({ yuma3, bondsMovingAverage }: CheckedState): bigint {
  return yuma3 ? emaAlphaWrapping(bondsMovingAverage) : emaAlphaSaturating(bondsMovingAverage);
}

function flagsOf(state: CheckedState): number {
  const { liquidAlphaConsensusSelectable, liquidAlphaGateSelected } = RULE_SETS[state.ruleSet];
  const { liquidAlphaConsensusMode: mode, previousConsensus } = state;
  const isPrevious = mode === "previous" || (mode === "auto" && BigInt(state.bondsPenalty) === U16_MAX);
  return (
    (state.commitReveal ? FLAGS.COMMIT_REVEAL : 0) |
    (state.yuma3 ? FLAGS.YUMA3 : 0) |
    (isLiquid(state) ? FLAGS.LIQUID_ALPHA : 0) |
    (liquidAlphaConsensusSelectable && isPrevious && previousConsensus.length > 0 ? FLAGS.COMPARES_WITH_PREVIOUS : 0) |
    (liquidAlphaGateSelected ? FLAGS.GATED_BY_SELECTED : 0) |
    (taoWeightX32(state.taoWeight) === I32F32.ONE ? FLAGS.TAO_WEIGHT_IS_ONE : 0)
  );
}

type Parameter = keyof NetworkParameters;

/** What the shaders need of a state's parameters, by the specification's own functions. */
const PARAMETERS: { readonly [Name in Parameter]: (state: CheckedState) => NetworkParameters[Name] } = {
  flags: flagsOf,
  ownerUid: ({ ownerUid }) => ownerUid ?? NOTHING,
  maxAllowedValidators: ({ maxAllowedValidators }) => maxAllowedValidators,
  previousConsensusLength: ({ previousConsensus }) => previousConsensus.length,
  taoWeight: ({ taoWeight }) => Number(taoWeightX32(taoWeight) & 0xffff_ffffn),
  currentBlock: ({ currentBlock }) => currentBlock,
  activityCutoff: ({ activityCutoff }) => activityCutoff,
  stakeThreshold: ({ stakeThreshold }) => stakeThreshold,
  bondsCutoff,
  raoEmission: ({ raoEmission }) => raoEmission,
  majority: ({ kappa }) => proportionFromU16(kappa),
  penalty: ({ bondsPenalty }) => proportionFromU16(bondsPenalty),
  emaAlpha: emaAlphaOf,
  emaRest: (state) => I32F32.saturatingSub(I32F32.ONE, emaAlphaOf(state)),
  sigmoidExponent: ({ alphaSigmoidSteepness }) => I32F32.saturatingDiv(I32F32.fromInteger(BigInt(alphaSigmoidSteepness)), MINUS_HUNDRED)!,
  alphaLow: ({ alphaLow }) => proportionFromU16(alphaLow),
  alphaHigh: ({ alphaHigh }) => proportionFromU16(alphaHigh),
};
const ALL_PARAMETERS = Object.keys(PARAMETERS) as Parameter[];

/** Which parameters a field of a state has a part in. */
const READ_BY: Readonly<Partial<Record<keyof CheckedState, readonly Parameter[]>>> = {
  commitReveal: ["flags"],
  yuma3: ["flags", "emaAlpha", "emaRest"],
  liquidAlpha: ["flags"],
  liquidAlphaConsensusMode: ["flags"],
  previousConsensus: ["flags", "previousConsensusLength"],
  taoWeight: ["flags", "taoWeight"],
  ownerUid: ["ownerUid"],
  maxAllowedValidators: ["maxAllowedValidators"],
  currentBlock: ["currentBlock", "bondsCutoff"],
  tempo: ["bondsCutoff"],
  lastMechanismStepBlock: ["bondsCutoff"],
  lastYumaStepBlock: ["bondsCutoff"],
  activityCutoff: ["activityCutoff"],
  stakeThreshold: ["stakeThreshold"],
  raoEmission: ["raoEmission"],
  kappa: ["majority"],
  bondsPenalty: ["flags", "penalty"],
  bondsMovingAverage: ["emaAlpha", "emaRest"],
  alphaSigmoidSteepness: ["sigmoidExponent"],
  alphaLow: ["alphaLow"],
  alphaHigh: ["alphaHigh"],
};

/** Records, each so many words behind the one before. */
export class Records {
  private readonly u64s: BigUint64Array;

  /** @param words begin at a whole u64 */
  constructor(private readonly words: Uint32Array) {
    this.u64s = new BigUint64Array(words.buffer, words.byteOffset, words.length >> 1);
  }

  places(at: number, places: Partial<NetworkPlaces>): void {
    for (const name in places) this.words[at + NETWORK_WORD[name as keyof NetworkPlaces]] = places[name as keyof NetworkPlaces]!;
  }

  parameters(at: number, state: CheckedState, names: readonly Parameter[] = ALL_PARAMETERS): void {
    for (const name of names) {
      const value = PARAMETERS[name](state);
      if (typeof value === "number") this.words[at + NETWORK_WORD[name]] = value;
      else this.u64s[(at + NETWORK_WORD[name]) >> 1] = value;
    }
  }

  /** A record like another, of a state that differs from that one's in some fields. */
  like(at: number, other: Uint32Array, state: CheckedState, fields: Partial<CheckedState>): void {
    this.words.set(other, at);
    for (const field in fields) {
      const read = READ_BY[field as keyof CheckedState];
      if (read !== undefined) this.parameters(at, state, read);
    }
  }
}
