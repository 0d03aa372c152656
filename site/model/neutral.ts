/** A state of which every field is there, so that each pane finds what it shows. */
import type { SubnetState } from "yuma-consensus";
import { readsStake } from "./ruleSets.js";

export const NO_COMMIT = 2n ** 64n - 1n;

/** What a file lacks, as a subnet that has just begun has it. */
function neutralState(n: number, currentBlock: bigint): SubnetState {
  const longs = () => new BigUint64Array(n);
  const rows = () => ({ starts: new Uint32Array(n + 1), uids: new Uint16Array(0), values: new Uint16Array(0) });
  return {
    n,
    currentBlock,
    lastMechanismStepBlock: 0n,
    tempo: 360,
    activityCutoff: 5_000n,
    lastUpdate: longs().fill(currentBlock),
    blockAtRegistration: longs(),
    alphaStake: longs(),
    taoStake: longs(),
    taoWeight: 0n,
    stakeThreshold: 0n,
    validatorPermits: new Uint8Array(n).fill(1),
    maxAllowedValidators: 64,
    ownerUid: null,
    kappa: 32_767,
    bondsPenalty: 65_535,
    bondsMovingAverage: 900_000n,
    yuma3: false,
    liquidAlpha: false,
    alphaSigmoidSteepness: 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    weights: rows(),
    bonds: rows(),
    commitReveal: false,
    commitBlocks: longs().fill(NO_COMMIT),
    raoEmission: 1_000_000_000n,
  };
}

/**
 * The state with neutral values for what it leaves out: under a rule set of history for the fields that the set does not read,
 * and so without effect. The one stake of the rules before dynamic TAO is kept where it is read.
 */
export function completed({ stake, ...given }: Partial<SubnetState> & Pick<SubnetState, "n">): SubnetState {
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const state = { ...neutralState(given.n, given.currentBlock ?? 1n), ...kept };
  return stake !== undefined && readsStake(state) ? { ...state, stake } : state;
}
