/** What the networks of sweeps are made of; every distribution is drawn from SplitMix64 in integers. */
import { NO_COMMIT } from "../values/constants.js";
import { DEVIATION, nextNormal } from "../simulate/normal.js";
import { packRows } from "../simulate/rows.js";
import { checkAlphas, DEFAULTS, RULES } from "../simulate/rules.js";
import type { Rules } from "../simulate/types.js";
import type { SplitMix64 } from "../values/splitmix64.js";
import type { SubnetState } from "../types.js";
import { hyperparametersOf, type Settings } from "./subject.js";

const U16_MAX = 65_535;
const FIRST_BLOCK = 1_000n;

/** A network before its first epoch: validators have the uids from 0 on, a permit and stake, and nobody has weights or bonds. @throws EpochInputError */
export function newNetwork(stakesRao: readonly bigint[], miners: number, rules: Rules, settings: Settings): SubnetState {
  const { bondsReset: _, ...hyperparameters } = { ...DEFAULTS, ...RULES[rules], ...hyperparametersOf(settings) };
  checkAlphas(hyperparameters, "alphaLow");
  const n = stakesRao.length + miners;
  const nobody = packRows(Array.from({ length: n }, () => []));
  return {
    maxAllowedValidators: stakesRao.length,
    ...hyperparameters,
    n,
    currentBlock: FIRST_BLOCK,
    lastMechanismStepBlock: 0n,
    lastUpdate: new BigUint64Array(n),
    blockAtRegistration: new BigUint64Array(n),
    alphaStake: BigUint64Array.from({ length: n }, (_, uid) => stakesRao[uid] ?? 0n),
    taoStake: new BigUint64Array(n),
    taoWeight: 0n,
    validatorPermits: Uint8Array.from({ length: n }, (_, uid) => Number(uid < stakesRao.length)),
    ownerUid: null,
    weights: nobody,
    bonds: nobody,
    commitReveal: false,
    commitBlocks: new BigUint64Array(n).fill(NO_COMMIT),
  };
}

/** A miner's quality, 1 + u16 / 2^k rounded down, k uniform from 0 to 7: few miners are good. */
export function drawQuality(random: SplitMix64): number {
  return 1 + (random.nextU16() >>> (random.nextU16() & 7));
}

/** A weight near a quality: quality x (65535 + deviation x deviate) / 65535, rounded down, from 0 to 65535. */
export function drawWeight(random: SplitMix64, quality: number, deviationU16: number): number {
  const factor = U16_MAX + Math.floor((deviationU16 * nextNormal(random)) / DEVIATION);
  return Math.min(Math.max(Math.floor((quality * factor) / U16_MAX), 0), U16_MAX);
}
