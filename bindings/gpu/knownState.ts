/** States of which everybody knows what they hold: the device is asked for their results, and timed on them. */
import { NO_COMMIT } from "../values/constants.js";
import { SplitMix64 } from "../values/splitmix64.js";
import type { StoredRows, SubnetState } from "../types.js";

export interface KnownForm {
  /** uids; those below `validators` set weights */
  n: number;
  validators: number;
  /** what differs from the plain state */
  state?: Partial<SubnetState>;
  /** rows in another order than that of the uids; n is then no multiple of 7 */
  unsorted?: boolean;
  /** the first row names its first uid twice */
  twice?: boolean;
}

/** Three in four weights and bonds, some of them 0, masks of every kind. */
export function knownState({ n, validators, state = {}, unsorted = false, twice = false }: KnownForm): SubnetState {
  const random = new SplitMix64(BigInt(1_000 * n + validators));
  const u16 = () => random.nextU16();
  const rows = (): StoredRows => {
    const starts = new Uint32Array(n + 1);
    const uids: number[] = [];
    const values: number[] = [];
    for (let row = 0; row < n; row++) {
      for (let k = 0; row < validators && k < n; k++) {
        const value = u16();
        if (value % 4 === 3) continue;
        // 7 has no divisor in common with n, so that each uid comes once.
        uids.push(unsorted ? (k * 7) % n : k);
        values.push(value % 8 === 0 ? 0 : value);
      }
      if (twice && row === 0) {
        uids.push(uids[0]!);
        values.push(1);
      }
      starts[row + 1] = uids.length;
    }
    return { starts, uids: Uint16Array.from(uids), values: Uint16Array.from(values) };
  };
  const blocks = (value: (uid: number) => number) => BigUint64Array.from({ length: n }, (_, uid) => BigInt(value(uid)));
  return {
    n,
    currentBlock: 10_000n,
    tempo: 360,
    lastMechanismStepBlock: 9_640n,
    lastYumaStepBlock: 9_630n,
    activityCutoff: 5_000n,
    lastUpdate: blocks((uid) => (uid % 13 === 5 ? 4_000 : 9_700)),
    blockAtRegistration: blocks((uid) => (uid % 11 === 4 ? 9_650 : uid % 17 === 6 ? 9_800 : 100)),
    alphaStake: BigUint64Array.from({ length: n }, (_, uid) => (uid < validators + 3 ? random.nextU48() : 0n)),
    taoStake: BigUint64Array.from({ length: n }, () => random.nextU48() >> 4n),
    taoWeight: 3_320_413_933_267_719_290n,
    stakeThreshold: 1_000_000_000_000n,
    validatorPermits: Uint8Array.from({ length: n }, (_, uid) => Number(uid < validators && uid % 10 !== 9)),
    maxAllowedValidators: validators,
    ownerUid: null,
    weights: rows(),
    bonds: rows(),
    kappa: 32_767,
    bondsPenalty: 65_535,
    bondsMovingAverage: 900_000n,
    yuma3: false,
    liquidAlpha: false,
    alphaSigmoidSteepness: 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    previousConsensus: Uint16Array.from({ length: n - 2 }, () => u16() >> 6),
    commitReveal: false,
    commitBlocks: BigUint64Array.from({ length: n }, (_, uid) => (uid % 5 === 2 ? 9_000n : NO_COMMIT)),
    raoEmission: 147_600_000_000n,
    ...state,
  };
}
