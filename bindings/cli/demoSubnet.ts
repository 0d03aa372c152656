import { NO_COMMIT } from "../values/constants.js";
import { SplitMix64 } from "../values/splitmix64.js";
import type { StoredRows, SubnetState, Yuma, YumaSubnetState } from "../types.js";

/**
 * A made subnet of mainnet size: 256 uids, 24 of them validators with steeply falling stakes who mostly agree on the
 * miners, with what a real one has: an owner, a newcomer, a validator who went silent, one who overtakes another.
 */

const UIDS = 256;
const VALIDATORS = 24;
const SEATS = 20;
const TEMPO = 360n;
const FIRST_BLOCK = 8_000_000n;
const WARM_UP_EPOCHS = 12;
const SEED = 475n;

const OWNER = 0;
const SILENT = 5;
const NEWCOMER = 200;
const ALPHA = 1_000_000_000n;

function scores(random: SplitMix64): StoredRows {
  const quality = Array.from({ length: UIDS }, (_, uid) => (uid < VALIDATORS ? 0 : random.nextU16() >>> (random.nextU16() & 7)));
  const uids: number[] = [];
  const values: number[] = [];
  const starts = new Uint32Array(UIDS + 1);
  for (let i = 0; i < UIDS; i++) {
    for (let j = VALIDATORS; i < VALIDATORS && j < UIDS; j++) {
      const noise = random.nextU16() & 1_023;
      const seen = quality[j]! - (quality[j]! >>> 4) + noise;
      if (seen < 1_200) continue;
      uids.push(j);
      values.push(Math.min(seen, 65_535));
    }
    starts[i + 1] = uids.length;
  }
  return { starts, uids: Uint16Array.from(uids), values: Uint16Array.from(values) };
}

function emptyRows(): StoredRows {
  return { starts: new Uint32Array(UIDS + 1), uids: new Uint16Array(0), values: new Uint16Array(0) };
}

function firstState(): SubnetState {
  const random = new SplitMix64(SEED);
  const alphaStake = BigUint64Array.from({ length: UIDS }, (_, uid) =>
    uid < VALIDATORS ? (4_000_000n * ALPHA) / BigInt((uid + 1) * (uid + 1)) + random.nextU48() : random.nextU48() >> 12n,
  );
  const taoStake = BigUint64Array.from({ length: UIDS }, (_, uid) => (uid < VALIDATORS && uid % 3 === 1 ? 90_000n * ALPHA : 0n));
  return {
    ruleSet: "spec-475",
    n: UIDS,
    currentBlock: FIRST_BLOCK,
    tempo: Number(TEMPO),
    lastMechanismStepBlock: 0n,
    lastYumaStepBlock: null,
    activityCutoff: 5_000n,
    lastUpdate: new BigUint64Array(UIDS),
    blockAtRegistration: BigUint64Array.from({ length: UIDS }, (_, uid) => 6_000_000n + BigInt(uid * 5_003)),
    alphaStake,
    taoStake,
    taoWeight: 3_320_413_933_267_719_290n, // 0.18
    stakeThreshold: 1_000n * ALPHA,
    validatorPermits: Uint8Array.from({ length: UIDS }, (_, uid) => Number(uid < SEATS)),
    maxAllowedValidators: SEATS,
    ownerUid: OWNER,
    weights: scores(random),
    bonds: emptyRows(),
    kappa: 32_767,
    bondsPenalty: 65_535,
    bondsMovingAverage: 975_000n,
    yuma3: true,
    liquidAlpha: true,
    alphaSigmoidSteepness: 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    liquidAlphaConsensusMode: "auto",
    previousConsensus: new Uint16Array(0),
    commitReveal: false,
    commitBlocks: new BigUint64Array(UIDS).fill(NO_COMMIT),
    raoEmission: 147_600_000_000n,
  };
}

/** The same subnet with a second mechanism, for which a third of the emission is and in which other miners do well. */
export function demoSubnetOfTwo(yuma: Yuma): YumaSubnetState {
  const { weights, bonds, previousConsensus, lastUpdate, commitBlocks, raoEmission, ...shared } = demoSubnet(yuma);
  const second = {
    lastUpdate,
    weights: scores(new SplitMix64(SEED + 1n)),
    bonds: emptyRows(),
    commitBlocks,
    previousConsensus: new Uint16Array(0),
  };
  return {
    epochConsensus: "yuma",
    ...shared,
    minerBudget: raoEmission / 2n,
    localDividendBudget: raoEmission / 2n,
    rootBudget: 0n,
    emissionSplit: Uint16Array.of(43_690, 21_845),
    mechanisms: [{ lastUpdate, weights, bonds, commitBlocks, previousConsensus: previousConsensus! }, second],
  };
}

/** The subnet after some epochs, one epoch before the next. */
export function demoSubnet(yuma: Yuma): SubnetState {
  const state = firstState();
  for (let epoch = 0; epoch <= WARM_UP_EPOCHS; epoch++) {
    state.lastUpdate = BigUint64Array.from({ length: UIDS }, (_, uid) => state.currentBlock - (uid === SILENT ? 6_000n : 100n));
    if (epoch === WARM_UP_EPOCHS) break;
    const result = yuma.epoch(state);
    state.validatorPermits = result.newValidatorPermits;
    state.bonds = result.bonds;
    state.previousConsensus = result.consensus;
    state.lastMechanismStepBlock = state.currentBlock;
    state.lastYumaStepBlock = state.currentBlock;
    state.currentBlock += TEMPO;
  }
  state.blockAtRegistration[NEWCOMER] = state.currentBlock - 50n;
  state.alphaStake[SEATS + 1]! += 30_000n * ALPHA;
  return state;
}
