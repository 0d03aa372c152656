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
  /** of the specification's result; null where the device has to refuse the state */
  digest: string | null;
  /** of its result for the epoch after this one, `BLOCKS` later */
  chained: string | null;
}

const TWICE = { name: "a uid twice in a row", n: 20, validators: 3, twice: true, digest: null, chained: null } as const;

export const BLOCKS = 361n;

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
      chained: "2eb808c04cd97d3ae1bc2cd74fa3dc315070fac6eaf7f3cde10c6280056c3c32",
    },
    {
      name: "classic, interpolated",
      n: 70,
      validators: 66,
      state: { bondsPenalty: 21_845 },
      digest: "26070b6ca0af6c2e1ff4c2b89592bda39b37b5481762801197bb63220f1f58df",
      chained: "afb90e17d17da9b990613d987203df67aaf38a668390c440ca7d3df9d23a208c",
    },
    {
      name: "classic, no majority",
      n: 68,
      validators: 10,
      state: { kappa: 0 },
      digest: "48b750a3bc0f88b22a1a6362065da2d30655f35c002ccd3edc65a10ef9d1b984",
      chained: "9aae7624ae810dcafbff13e5ed6f9c3bd810d3ea4c3bfc6d5c364afde9747a4c",
    },
    TWICE,
  ],
  yuma3: [
    {
      name: "yuma3",
      n: 100,
      validators: 11,
      state: { yuma3: true, bondsPenalty: 0 },
      unsorted: true,
      digest: "40a6d8630daeeafcbf9a4d8cdd9331827b3cb9ac89eab1c869a97a179b717928",
      chained: "cc5836087369394c141849811783a14be760f495068da269db9345c30bd05c96",
    },
    {
      name: "yuma3, interpolated",
      n: 130,
      validators: 66,
      state: { ...MASKED, yuma3: true, bondsPenalty: 21_845 },
      digest: "67e9029fb138451e8115086ee3e1ff10021d2317fd4eeacb2ee24ce5545ebc2c",
      chained: "b9a8745306ded2f80755491c7283a45ddc7623631941d038c867829d426b8c7b",
    },
    {
      name: "yuma3, interpolated, no majority",
      n: 68,
      validators: 10,
      state: { yuma3: true, bondsPenalty: 21_845, kappa: 0 },
      digest: "05ab75b24f8077a6751b44ebdd3ea87fb3934f162f5f0044cd3a06b499bd5d57",
      chained: "23f3b49d1cd8d93f8cba9be61fbb2580c1ebf4960b39fa6a7710d32153e56a4a",
    },
    { ...TWICE, state: { yuma3: true } },
  ],
  liquid: [
    {
      name: "liquid",
      n: 66,
      validators: 8,
      state: { ...LIQUID, liquidAlphaConsensusMode: "current" },
      digest: "cc4a9b65829b4631057777f82a49e20d18e5c23faf365d880328291415f15ba4",
      chained: "ef0cf358e0979f9d36dd50251270b7a8a023cce15b456ffd70ae1f2ed39af76f",
    },
    {
      name: "liquid, previous",
      n: 65,
      validators: 7,
      state: { ...LIQUID, bondsPenalty: 0, liquidAlphaConsensusMode: "previous" },
      digest: "1688680f5b78a37c39ac8afc39b60317abb051280db26df1f3620095e0e61359",
      chained: "87a1ee2fa84bc087af1bf9b266ea6cdbed0787e79b6823ee6b2958e41dca2f98",
    },
    {
      name: "liquid, interpolated",
      n: 80,
      validators: 6,
      state: { ...LIQUID, bondsPenalty: 40_000, alphaSigmoidSteepness: -700, ownerUid: 79 },
      digest: "f431f08651d38407296fd968fcc05b373a81a328e69d6d7fcd0af2cf07d1f44c",
      chained: "ac23ca56ec32ea1f64e282ca50a7827097f257f9a569932c29d503e0d6c57a93",
    },
    {
      name: "liquid, unsorted",
      n: 66,
      validators: 8,
      state: { ...LIQUID, liquidAlphaConsensusMode: "current" },
      unsorted: true,
      digest: "fd248281227888aa0bc47390d741a9d41a51252f2a22b9b8dc5f473021d98b58",
      chained: "cafb5086c62175eb78255280fa61fdf26a16488f7944a1f3e0b619d18d4c505f",
    },
    {
      name: "liquid, previous, unsorted",
      n: 65,
      validators: 7,
      state: { ...LIQUID, bondsPenalty: 0, liquidAlphaConsensusMode: "previous" },
      unsorted: true,
      digest: "a15502356afa9b25074d21e49958734d39b8fba74318cc2f7d7af0f2c00e9e83",
      chained: "60c0529d64ff6094d0502571048f6566a5ac62e872dacb2b694f5286255de1e7",
    },
  ],
  wrapping: [
    {
      name: "stakes that wrap",
      n: 67,
      validators: 14,
      state: { alphaStake: wrappingStakes(67), taoWeight: 0n, stakeThreshold: 0n },
      digest: "6dfe5dbb65408c03eb9ad36f50ab1aea6270fd58267834cd3de5e7fa82960b7b",
      chained: "f998148e2eb8fa34f2c1062e17080676770577ce408a600ce9a34addd2a4bd1d",
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

/** What of the device is tested: the results that it gives, the digests that it computes, or epochs that it takes on. */
export const FORMS = ["result", "digest", "advances"] as const;
export type Form = (typeof FORMS)[number];

/** A device's answers. */
export interface Answering {
  /** undefined where it refuses a state */
  results(states: readonly SubnetState[]): Promise<(EpochResult | undefined)[]>;
  digests(states: readonly SubnetState[]): Promise<string[]>;
  /** those of `BLOCKS` apart, of which the last one's */
  chained(states: readonly SubnetState[]): Promise<string[]>;
}

/**
 * @throws GpuSelfTestError where an answer is wrong, or is none
 * @throws GpuUnavailableError where the device has no memory for it, and what it throws
 */
export async function selfTest(mode: Mode, form: Form, answering: Answering): Promise<void> {
  const known = KNOWN_ANSWERS[mode].filter(({ digest }) => form === "result" || digest !== null);
  const digests = await answersTo(known.map(knownState), form, answering).catch((error: unknown) => {
    if (error instanceof GpuOutOfMemoryError) throw new GpuUnavailableError(`the device does not answer the self-test: ${error.message}`);
    if (error instanceof GpuBatchError) throw new GpuSelfTestError(`the device does not answer the self-test of ${mode}: ${error.message}`);
    throw error;
  });
  known.forEach(({ name, digest, chained }, i) => {
    if (digests[i] !== (form === "advances" ? chained : digest))
      throw new GpuSelfTestError(`the device computes "${name}" wrongly (${form}); it is not used for ${mode}`);
  });
}

async function answersTo(states: readonly SubnetState[], form: Form, { results, digests, chained }: Answering): Promise<(string | null)[]> {
  if (form === "digest") return digests(states);
  return form === "advances"
    ? chained(states)
    : (await results(states)).map((result) => (result === undefined ? null : epochDigest(result)));
}
