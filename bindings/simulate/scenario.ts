import { NO_COMMIT } from "../constants.js";
import type { EpochResult, StoredRows, SubnetState, Yuma } from "../types.js";

/** A small network over many epochs: V validators (uids from 0) score S servers (uids from V). Fractions of one. */
export interface Scenario {
  slug?: string;
  validators: readonly string[];
  servers: readonly string[];
  epochs: number;
  /** from the first to the last epoch named, both included */
  stakes: readonly { epochs: readonly [number, number]; stake: readonly number[] }[];
  weights: readonly { epochs: readonly [number, number]; weights: readonly (readonly number[])[] }[];
  /** in the Yuma3 modes: every stored bond on that server disappears before that epoch */
  bondReset?: { epoch: number; serverIndex: number } | null;
}

export interface ScenarioMode {
  yuma3: boolean;
  liquidAlpha: boolean;
  bondsPenalty: number;
}

const FIRST_BLOCK = 1_000n;
const EPOCH_BLOCKS = 361n;
const RAO_PER_MILLIONTH = 1_000_000_000n;

function phase<T extends { epochs: readonly [number, number] }>(phases: readonly T[], epoch: number): T {
  const found = phases.find(({ epochs: [first, last] }) => first <= epoch && epoch <= last);
  if (found === undefined) throw new RangeError(`no phase of the scenario covers epoch ${epoch}`);
  return found;
}

/** Every validator's row lists all servers; zeros are written, not left out. */
function weightRows(weights: readonly (readonly number[])[], servers: number, n: number): StoredRows {
  const validators = weights.length;
  return {
    starts: Uint32Array.from({ length: n + 1 }, (_, uid) => Math.min(uid, validators) * servers),
    uids: Uint16Array.from({ length: validators * servers }, (_, entry) => validators + (entry % servers)),
    values: Uint16Array.from(weights.flat(), (weight) => Math.round(weight * 65_535)),
  };
}

function withoutUid({ starts, uids, values }: StoredRows, uid: number): StoredRows {
  const kept = [...uids.keys()].filter((entry) => uids[entry] !== uid);
  return {
    starts: starts.map((start) => kept.filter((entry) => entry < start).length),
    uids: Uint16Array.from(kept, (entry) => uids[entry]!),
    values: Uint16Array.from(kept, (entry) => values[entry]!),
  };
}

/** Runs a scenario epoch by epoch. */
export function* runScenario(yuma: Yuma, scenario: Scenario, mode: ScenarioMode): Generator<EpochResult> {
  const states = scenarioStates(scenario, mode);
  for (let next = states.next(); !next.done; ) {
    const result = yuma.epoch(next.value);
    yield result;
    next = states.next(result);
  }
}

/** Gives each epoch's state and takes its result; bonds and permits carry over as the chain stores them. */
export function* scenarioStates(scenario: Scenario, mode: ScenarioMode): Generator<SubnetState, void, EpochResult> {
  const validators = scenario.validators.length;
  const n = validators + scenario.servers.length;
  let validatorPermits = Uint8Array.from({ length: n }, (_, uid) => Number(uid < validators));
  let bonds: StoredRows = { starts: new Uint32Array(n + 1), uids: new Uint16Array(0), values: new Uint16Array(0) };
  for (let epoch = 0; epoch < scenario.epochs; epoch++) {
    const currentBlock = FIRST_BLOCK + EPOCH_BLOCKS * BigInt(epoch);
    const { stake } = phase(scenario.stakes, epoch);
    const reset = scenario.bondReset;
    if (mode.yuma3 && reset?.epoch === epoch) bonds = withoutUid(bonds, validators + reset.serverIndex);
    const state: SubnetState = {
      ruleSet: "spec-425",
      n,
      currentBlock,
      tempo: Number(EPOCH_BLOCKS) - 1,
      lastMechanismStepBlock: epoch === 0 ? 0n : currentBlock - EPOCH_BLOCKS,
      activityCutoff: 5_000n,
      lastUpdate: new BigUint64Array(n).fill(currentBlock - 1n),
      blockAtRegistration: new BigUint64Array(n),
      alphaStake: BigUint64Array.from({ length: n }, (_, uid) => BigInt(Math.round((stake[uid] ?? 0) * 1e6)) * RAO_PER_MILLIONTH),
      taoStake: new BigUint64Array(n),
      taoWeight: 0n,
      stakeThreshold: 0n,
      validatorPermits,
      maxAllowedValidators: validators,
      ownerUid: null,
      weights: weightRows(phase(scenario.weights, epoch).weights, scenario.servers.length, n),
      bonds,
      kappa: 32_767,
      bondsPenalty: mode.bondsPenalty,
      bondsMovingAverage: mode.yuma3 ? 975_000n : 900_000n,
      yuma3: mode.yuma3,
      liquidAlpha: mode.liquidAlpha,
      alphaSigmoidSteepness: 1_000,
      alphaLow: 6_553, // 0.1
      alphaHigh: 19_660, // 0.3
      commitReveal: false,
      commitBlocks: new BigUint64Array(n).fill(NO_COMMIT),
      raoEmission: 1_000_000_000n,
    };
    const result = yield state;
    validatorPermits = result.newValidatorPermits as typeof validatorPermits;
    bonds = result.bonds;
  }
}
