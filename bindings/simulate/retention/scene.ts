/** What the networks of one honest stake have in common, and how the emission of each is measured. */
import { NO_COMMIT } from "../../values/constants.js";
import { RULE_SETS } from "../../ruleSets/ruleSets.js";
import type { EpochResult, SubnetState } from "../../types.js";
import { Camps } from "./camps.js";
import { WeightDeviation } from "./deviation.js";
import type { RetentionOptions } from "./options.js";

export const FIRST_BLOCK = 1_000n;
const TEMPO = 360;
const EMISSION_RAO = 1_000_000_000n;

/** What is read of an epoch: the whole emission, or both of its parts. */
type Emission = Pick<EpochResult, "emission"> | Pick<EpochResult, "validatorEmission" | "serverEmission">;

export class Scene {
  readonly weightDeviation: WeightDeviation;
  readonly camps: Camps;
  /** before the first epoch; the weights are those of no network yet */
  readonly start: SubnetState;

  constructor(
    private readonly options: Required<RetentionOptions>,
    majorStake: number,
  ) {
    const { uids: n, validators, ruleSet, kappa, bondsPenalty, bondsMovingAverage } = options;
    const { yuma3, liquidAlpha, alphaSigmoidSteepness, alphaLow, alphaHigh } = options;
    const servers = n - validators;
    this.camps = new Camps(majorStake, options);
    this.weightDeviation = new WeightDeviation(this.camps);
    this.start = {
      ruleSet,
      n,
      currentBlock: FIRST_BLOCK,
      tempo: TEMPO,
      lastMechanismStepBlock: 0n,
      activityCutoff: 5_000n,
      lastUpdate: new BigUint64Array(n).fill(FIRST_BLOCK - 1n),
      blockAtRegistration: new BigUint64Array(n),
      alphaStake: this.camps.alphaStake,
      // Before alpha a stake was of TAO alone.
      ...(!RULE_SETS[ruleSet].dynamicTao && { stake: this.camps.alphaStake }),
      taoStake: new BigUint64Array(n),
      taoWeight: 0n,
      stakeThreshold: 0n,
      validatorPermits: Uint8Array.from({ length: n }, (_, uid) => Number(uid < validators)),
      maxAllowedValidators: validators,
      ownerUid: null,
      weights: {
        starts: Uint32Array.from({ length: n + 1 }, (_, uid) => Math.min(uid, validators) * servers),
        uids: Uint16Array.from({ length: validators * servers }, (_, entry) => validators + (entry % servers)),
        values: new Uint16Array(validators * servers),
      },
      bonds: { starts: new Uint32Array(n + 1), uids: new Uint16Array(0), values: new Uint16Array(0) },
      kappa,
      bondsPenalty,
      bondsMovingAverage,
      yuma3,
      liquidAlpha,
      alphaSigmoidSteepness,
      alphaLow,
      alphaHigh,
      commitReveal: false,
      commitBlocks: new BigUint64Array(n).fill(NO_COMMIT),
      raoEmission: EMISSION_RAO,
    };
  }

  /** The outputs that `majorEmissionRatio` reads. */
  get outputs(): readonly ("emission" | "validatorEmission" | "serverEmission")[] {
    return this.options.validatorShare === null ? ["emission"] : ["validatorEmission", "serverEmission"];
  }

  /** The honest part of an emission. */
  majorEmissionRatio(emission: Emission): number {
    const { validatorShare } = this.options;
    if ("emission" in emission) return this.majorPart(emission.emission);
    const { validatorEmission, serverEmission } = emission;
    return validatorShare! * this.majorPart(validatorEmission) + (1 - validatorShare!) * this.majorPart(serverEmission);
  }

  private majorPart(emissionRao: BigUint64Array): number {
    let major = 0;
    let total = 0;
    for (let uid = 0; uid < emissionRao.length; uid++) {
      const rao = Number(emissionRao[uid]);
      total += rao;
      if (this.camps.isMajor(uid)) major += rao;
    }
    return major / total;
  }
}
