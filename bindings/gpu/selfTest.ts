/**
 * Known answers. The states run every stage in each of its modes, over more than one workgroup; a device that gives
 * other bits than the specification did is not used. test/gpu/selfTest.test.ts computes the digests again.
 */
import { NO_COMMIT } from "../values/constants.js";
import { epochDigest } from "../boundary/canonical.js";
import { SplitMix64 } from "../values/splitmix64.js";
import type { StoredRows, SubnetState } from "../types.js";
import type { GpuEngine } from "./engine.js";
import { GpuBatchError, GpuSelfTestError } from "./errors.js";

interface KnownAnswer {
  name: string;
  /** uids; those below `validators` set weights */
  n: number;
  validators: number;
  /** what differs from the plain state */
  state: Partial<SubnetState>;
  /** rows in another order than that of the uids */
  unsorted?: boolean;
  /** of the specification's result */
  digest: string;
}

const LIQUID = { yuma3: true, liquidAlpha: true } as const;

const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  {
    name: "classic",
    n: 130,
    validators: 9,
    state: { ownerUid: 3, commitReveal: true },
    digest: "f7797f94484345ddb8958d3c9fbb6e9bf7c37594843505cf42159a7ee60889af",
  },
  {
    name: "classic, interpolated",
    n: 70,
    validators: 66,
    state: { bondsPenalty: 21_845 },
    digest: "26070b6ca0af6c2e1ff4c2b89592bda39b37b5481762801197bb63220f1f58df",
  },
  {
    name: "classic, stakes that wrap",
    n: 67,
    validators: 14,
    state: { alphaStake: wrappingStakes(67), taoWeight: 0n, stakeThreshold: 0n },
    digest: "6dfe5dbb65408c03eb9ad36f50ab1aea6270fd58267834cd3de5e7fa82960b7b",
  },
  {
    name: "yuma3",
    n: 100,
    validators: 11,
    state: { yuma3: true, bondsPenalty: 0 },
    unsorted: true,
    digest: "40a6d8630daeeafcbf9a4d8cdd9331827b3cb9ac89eab1c869a97a179b717928",
  },
  {
    name: "yuma3, interpolated, no majority",
    n: 68,
    validators: 10,
    state: { yuma3: true, bondsPenalty: 21_845, kappa: 0 },
    digest: "05ab75b24f8077a6751b44ebdd3ea87fb3934f162f5f0044cd3a06b499bd5d57",
  },
  {
    name: "liquid",
    n: 66,
    validators: 8,
    state: { ...LIQUID, liquidAlphaConsensusMode: "current" },
    unsorted: true,
    digest: "fd248281227888aa0bc47390d741a9d41a51252f2a22b9b8dc5f473021d98b58",
  },
  {
    name: "liquid, previous",
    n: 65,
    validators: 7,
    state: { ...LIQUID, bondsPenalty: 0, liquidAlphaConsensusMode: "previous" },
    unsorted: true,
    digest: "a15502356afa9b25074d21e49958734d39b8fba74318cc2f7d7af0f2c00e9e83",
  },
  {
    name: "liquid, interpolated",
    n: 80,
    validators: 6,
    state: { ...LIQUID, bondsPenalty: 40_000, alphaSigmoidSteepness: -700, ownerUid: 79 },
    digest: "f431f08651d38407296fd968fcc05b373a81a328e69d6d7fcd0af2cf07d1f44c",
  },
];

/**
 * Four whose sum wraps around to nothing, so that eight others make up all of it and the four are multiples of one:
 * their sum wraps too, and the median has to be searched for. None of the twelve is inactive or without permit.
 */
function wrappingStakes(n: number): BigUint64Array {
  const others = [4, 6, 7, 8, 10, 11, 12, 13];
  return BigUint64Array.from({ length: n }, (_, uid) => (uid < 4 ? 1n << 62n : others.includes(uid) ? 1n << 29n : 0n));
}

/** The state of a known answer: three in four weights and bonds, some of them 0, masks of every kind. */
function knownState({ n, validators, state, unsorted = false }: KnownAnswer): SubnetState {
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

/** @throws GpuSelfTestError where an answer is wrong, or does not come */
export async function selfTest(engine: Pick<GpuEngine, "epochBatch">): Promise<void> {
  const results = await engine.epochBatch(KNOWN_ANSWERS.map(knownState)).catch((error: unknown) => {
    if (error instanceof GpuBatchError) throw new GpuSelfTestError(`the device does not answer: ${error.message}`);
    throw error;
  });
  KNOWN_ANSWERS.forEach(({ name, digest }, i) => {
    if (epochDigest(results[i]!) !== digest) throw new GpuSelfTestError(`the device computes "${name}" wrongly; it is not used`);
  });
}
