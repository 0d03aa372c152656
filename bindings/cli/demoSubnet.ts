import { NO_COMMIT } from "../values/constants.js";
import { SplitMix64 } from "../values/splitmix64.js";
import type { StoredRows, SubnetState, Yuma, YumaSubnetState } from "../types.js";
import {
  ALL_STAKE,
  ALPHA_PART,
  LEFT_UPDATE,
  LIVE_UPDATE,
  MINER_AGE,
  MINER_ALPHA,
  QUALITY,
  STAKE_SHARES,
  VALIDATOR_AGE,
  VIEW,
  drawn,
  quotient,
  shuffled,
} from "./demoShape.js";

/**
 * The bundled network: made, not recorded. 256 uids, whose stakes, weights, bonds and registrations follow the quantiles of
 * a subnet that was recorded (demoShape.ts). 21 validators set weights, each on nearly all miners and near to one another;
 * 15 uids without stake have left rows behind, which name who was registered then. Among the validators are one who scores
 * a third of the miners only, one who copies the consensus of the epoch before, one who went silent and one whose stake has
 * just passed the threshold; beside them the owner, who sets no weights. Seeded, integers only, the same everywhere.
 */

const UIDS = 256;
const SEED = 475n;
const TEMPO = 360;
const LAST_BLOCK = 8_004_320;
const WARM_UP_EPOCHS = 12;
const ALPHA = 1_000_000_000n;
const U16 = 65_535;

/** places among the validators, by stake */
const SPECIALIST = 4;
const COPIER = 7;
const SILENT = 11;
const VALIDATORS = STAKE_SHARES.length;
const RISING = VALIDATORS;
const OWNER = VALIDATORS + 1;
const LEFT = 15;
const MINERS_FROM = OWNER + 1;

/** from here on a validator has no root stake */
const ALPHA_ALONE = 14;

/** one miner in so many is left out of a row */
const LEFT_OUT = 100;
/** the specialist scores one miner in so many */
const SPECIALITY = 3;

/** 0.18 of 2^64 - 1, rounded: what a TAO counts beside an alpha. */
const TAO_WEIGHT = 3_320_413_933_267_719_290n;

interface Cast {
  random: SplitMix64;
  /** uids: validators by stake, the one whose stake rises, the owner, then the miners, of whom the first left rows */
  order: readonly number[];
  quality: readonly number[];
  age: readonly number[];
  updated: readonly number[];
}

function cast(seed: bigint): Cast {
  const random = new SplitMix64(seed);
  const order = shuffled(random, UIDS);
  const placeOf = Array.from({ length: UIDS }, (_, uid) => order.indexOf(uid));
  const quality = placeOf.map((place) => (place < MINERS_FROM ? 0 : drawn(random, QUALITY)));
  const updated = placeOf.map((place) => {
    if (place === SILENT) return 6_000;
    if (hasLeft(place)) return drawn(random, LEFT_UPDATE);
    return drawn(random, LIVE_UPDATE);
  });
  // Who left a row was there when it was set.
  const age = placeOf.map((place, uid) => {
    if (place < MINERS_FROM) return drawn(random, VALIDATOR_AGE);
    return drawn(random, MINER_AGE) + (hasLeft(place) ? updated[uid]! : 0);
  });
  return { random, order, quality, age, updated: updated.map((blocks, uid) => (setsWeights(placeOf[uid]!) ? blocks : age[uid]!)) };
}

function hasLeft(place: number): boolean {
  return place >= MINERS_FROM && place < MINERS_FROM + LEFT;
}

function setsWeights(place: number): boolean {
  return place <= RISING || hasLeft(place);
}

type Row = readonly (readonly [uid: number, value: number])[];

/** Each uid's row: set anew by whoever sets weights every epoch, else as it was. */
function rowsAfter({ random, order, quality, age, updated }: Cast, before: readonly Row[], consensus: Uint16Array): Row[] {
  const rows = [...before];
  order.forEach((uid, place) => {
    if (!setsWeights(place) || (before[uid]!.length > 0 && updated[uid]! > TEMPO)) return;
    const row = place === COPIER && consensus.length > 0 ? copied(consensus) : scored(random, quality, place === SPECIALIST);
    // A registration puts 0 on what was stored for the uid before.
    const kept = hasLeft(place) ? row.map(([miner, value]) => [miner, age[miner]! < updated[uid]! ? 0 : value] as const) : row;
    rows[uid] = kept.filter(([miner]) => miner !== uid);
  });
  return rows;
}

/** One validator's scores; the largest is stored as 65535, as the chain does. */
function scored(random: SplitMix64, quality: readonly number[], special: boolean): Row {
  const seen = quality.flatMap((worth, miner): [number, number][] => {
    const value = worth * drawn(random, VIEW);
    const out = special ? miner % SPECIALITY !== 0 : random.nextU16() % LEFT_OUT === 0;
    return worth === 0 || out ? [] : [[miner, value]];
  });
  return raised(seen);
}

function copied(consensus: Uint16Array): Row {
  return raised(Array.from(consensus, (value, miner): [number, number] => [miner, value]).filter(([, value]) => value > 0));
}

function raised(row: Row): Row {
  const most = row.reduce((most, [, value]) => Math.max(most, value), 1);
  return row.map(([miner, value]) => [miner, quotient(value * U16, most)] as const);
}

const EMPTY: readonly Row[] = Array.from({ length: UIDS }, () => []);

function stored(rows: readonly Row[]): StoredRows {
  const starts = new Uint32Array(UIDS + 1);
  rows.forEach((row, uid) => {
    starts[uid + 1] = starts[uid]! + row.length;
  });
  const entries = rows.flat();
  return {
    starts,
    uids: Uint16Array.from(entries, ([uid]) => uid),
    values: Uint16Array.from(entries, ([, value]) => value),
  };
}

function stakes({ random, order }: Cast): Pick<SubnetState, "alphaStake" | "taoStake"> {
  const alphaStake = new BigUint64Array(UIDS);
  const taoStake = new BigUint64Array(UIDS);
  order.forEach((uid, place) => {
    if (place >= VALIDATORS) alphaStake[uid] = (BigInt(drawn(random, MINER_ALPHA)) * ALPHA) / 1_000n + BigInt(random.nextU16());
    else {
      // Up to 3 % beside the share.
      const share = BigInt(quotient(STAKE_SHARES[place]! * (970_000 + ((random.nextU16() * 60_000) >>> 16)), 1_000_000));
      const all = (ALL_STAKE * ALPHA * share) / 1_000_000n + (random.nextU48() >> 20n);
      const alpha = place < ALPHA_ALONE ? (all * BigInt(drawn(random, ALPHA_PART))) / 1_000n : all;
      alphaStake[uid] = alpha;
      taoStake[uid] = ((all - alpha) << 64n) / TAO_WEIGHT;
    }
  });
  alphaStake[order[OWNER]!] = 10_562n * ALPHA;
  alphaStake[order[RISING]!] = 996n * ALPHA;
  return { alphaStake, taoStake };
}

function firstState(made: Cast): SubnetState {
  return {
    ruleSet: "spec-475",
    n: UIDS,
    currentBlock: BigInt(LAST_BLOCK),
    tempo: TEMPO,
    lastMechanismStepBlock: 0n,
    lastYumaStepBlock: null,
    activityCutoff: 5_000n,
    lastUpdate: BigUint64Array.from(made.updated, (blocks) => BigInt(LAST_BLOCK - blocks)),
    blockAtRegistration: BigUint64Array.from(made.age, (blocks) => BigInt(LAST_BLOCK - blocks)),
    ...stakes(made),
    taoWeight: TAO_WEIGHT,
    stakeThreshold: 1_000n * ALPHA,
    validatorPermits: new Uint8Array(UIDS),
    maxAllowedValidators: 64,
    ownerUid: made.order[OWNER]!,
    weights: stored(EMPTY),
    bonds: stored(EMPTY),
    kappa: 32_767,
    bondsPenalty: U16,
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
  const made = cast(SEED);
  const { weights: rows, bonds, previousConsensus, lastUpdate, commitBlocks, raoEmission, ...shared } = subnet(yuma, made);
  const quality = made.quality.map((worth) => (worth === 0 ? 0 : drawn(made.random, QUALITY)));
  const second = {
    lastUpdate,
    weights: stored(rowsAfter({ ...made, quality }, EMPTY, new Uint16Array(0))),
    bonds: stored(EMPTY),
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
    mechanisms: [{ lastUpdate, weights: rows, bonds, commitBlocks, previousConsensus: previousConsensus! }, second],
  };
}

/** The subnet after some epochs, one epoch before the next. */
export function demoSubnet(yuma: Yuma): SubnetState {
  return subnet(yuma, cast(SEED));
}

/**
 * The epochs before. In each whoever sets weights every epoch had done so as long before as in the last; a uid that
 * registered since was another's.
 */
function subnet(yuma: Yuma, made: Cast): SubnetState {
  let state = firstState(made);
  let rows = rowsAfter(made, EMPTY, new Uint16Array(0));
  for (let left = WARM_UP_EPOCHS; left > 0; left--) {
    const block = LAST_BLOCK - left * TEMPO;
    const result = yuma.epoch({
      ...state,
      currentBlock: BigInt(block),
      lastUpdate: BigUint64Array.from(made.updated, (blocks) => BigInt(blocks > TEMPO ? LAST_BLOCK - blocks : block - blocks)),
      blockAtRegistration: BigUint64Array.from(made.age, (blocks) =>
        BigInt(LAST_BLOCK - blocks > block ? block - blocks : LAST_BLOCK - blocks),
      ),
      weights: stored(rows),
    });
    rows = rowsAfter(made, rows, result.consensus);
    state = {
      ...state,
      validatorPermits: result.newValidatorPermits,
      bonds: result.bonds,
      previousConsensus: result.consensus,
      lastMechanismStepBlock: BigInt(block),
      lastYumaStepBlock: BigInt(block),
    };
  }
  state.weights = stored(rows);
  state.alphaStake[made.order[RISING]!]! += 45n * ALPHA;
  return state;
}
