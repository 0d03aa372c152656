/**
 * Known answers. The states of a mode run every stage that it has, in each of its forms, over more than one workgroup; a
 * device that gives other bits than the specification did is not used for it. test/gpu/selfTest.test.ts computes the
 * digests again.
 */
import { epochDigest } from "../boundary/canonical.js";
import type { EpochResult, SubnetState } from "../types.js";
import { GpuBatchError, GpuOutOfMemoryError, GpuSelfTestError, GpuUnavailableError } from "./errors.js";
import { knownState, type KnownForm } from "./knownState.js";
import type { Mode } from "./modes.js";

interface KnownAnswer extends KnownForm {
  name: string;
  /** of the specification's result */
  digest: string;
}

const MASKED = { ownerUid: 3, commitReveal: true } as const;
const LIQUID = { yuma3: true, liquidAlpha: true } as const;

const KNOWN_ANSWERS: Readonly<Record<Mode, readonly KnownAnswer[]>> = {
  classic: [
    {
      name: "classic",
      n: 130,
      validators: 9,
      state: MASKED,
      digest: "f7797f94484345ddb8958d3c9fbb6e9bf7c37594843505cf42159a7ee60889af",
    },
    {
      name: "classic, interpolated",
      n: 70,
      validators: 66,
      state: { bondsPenalty: 21_845 },
      digest: "26070b6ca0af6c2e1ff4c2b89592bda39b37b5481762801197bb63220f1f58df",
    },
  ],
  yuma3: [
    {
      name: "yuma3",
      n: 100,
      validators: 11,
      state: { yuma3: true, bondsPenalty: 0 },
      unsorted: true,
      digest: "40a6d8630daeeafcbf9a4d8cdd9331827b3cb9ac89eab1c869a97a179b717928",
    },
    {
      name: "yuma3, interpolated",
      n: 130,
      validators: 66,
      state: { ...MASKED, yuma3: true, bondsPenalty: 21_845 },
      digest: "67e9029fb138451e8115086ee3e1ff10021d2317fd4eeacb2ee24ce5545ebc2c",
    },
  ],
  liquid: [
    {
      name: "liquid",
      n: 66,
      validators: 8,
      state: { ...LIQUID, liquidAlphaConsensusMode: "current" },
      digest: "cc4a9b65829b4631057777f82a49e20d18e5c23faf365d880328291415f15ba4",
    },
    {
      name: "liquid, previous",
      n: 65,
      validators: 7,
      state: { ...LIQUID, bondsPenalty: 0, liquidAlphaConsensusMode: "previous" },
      digest: "1688680f5b78a37c39ac8afc39b60317abb051280db26df1f3620095e0e61359",
    },
    {
      name: "liquid, interpolated",
      n: 80,
      validators: 6,
      state: { ...LIQUID, bondsPenalty: 40_000, alphaSigmoidSteepness: -700, ownerUid: 79 },
      digest: "f431f08651d38407296fd968fcc05b373a81a328e69d6d7fcd0af2cf07d1f44c",
    },
  ],
  unsorted: [
    {
      name: "liquid, unsorted",
      n: 66,
      validators: 8,
      state: { ...LIQUID, liquidAlphaConsensusMode: "current" },
      unsorted: true,
      digest: "fd248281227888aa0bc47390d741a9d41a51252f2a22b9b8dc5f473021d98b58",
    },
    {
      name: "liquid, previous, unsorted",
      n: 65,
      validators: 7,
      state: { ...LIQUID, bondsPenalty: 0, liquidAlphaConsensusMode: "previous" },
      unsorted: true,
      digest: "a15502356afa9b25074d21e49958734d39b8fba74318cc2f7d7af0f2c00e9e83",
    },
  ],
  wrapping: [
    {
      name: "stakes that wrap",
      n: 67,
      validators: 14,
      state: { alphaStake: wrappingStakes(67), taoWeight: 0n, stakeThreshold: 0n },
      digest: "6dfe5dbb65408c03eb9ad36f50ab1aea6270fd58267834cd3de5e7fa82960b7b",
    },
  ],
};

/**
 * Four whose sum wraps around to nothing, so that eight others make up all of it and the four are multiples of one:
 * their sum wraps too, and the median has to be searched for. None of the twelve is inactive or without permit.
 */
function wrappingStakes(n: number): BigUint64Array {
  const others = [4, 6, 7, 8, 10, 11, 12, 13];
  return BigUint64Array.from({ length: n }, (_, uid) => (uid < 4 ? 1n << 62n : others.includes(uid) ? 1n << 29n : 0n));
}

/**
 * @param answer the device's answers
 * @throws GpuSelfTestError where an answer is wrong, or is none
 * @throws GpuUnavailableError where the device has no memory for it, and what `answer` throws
 */
export async function selfTest(mode: Mode, answer: (states: readonly SubnetState[]) => Promise<EpochResult[]>): Promise<void> {
  const known = KNOWN_ANSWERS[mode];
  const results = await answer(known.map(knownState)).catch((error: unknown) => {
    if (error instanceof GpuOutOfMemoryError) throw new GpuUnavailableError(`the device does not answer the self-test: ${error.message}`);
    if (error instanceof GpuBatchError) throw new GpuSelfTestError(`the device does not answer the self-test of ${mode}: ${error.message}`);
    throw error;
  });
  known.forEach(({ name, digest }, i) => {
    if (epochDigest(results[i]!) !== digest)
      throw new GpuSelfTestError(`the device computes "${name}" wrongly; it is not used for ${mode}`);
  });
}
