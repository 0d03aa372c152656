import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { NO_COMMIT } from "../values/constants.js";
import { EpochInputError } from "../errors.js";
import { boolean, text, u16, u64, uidCount } from "../boundary/kinds.js";
import { epochDigest } from "../boundary/canonical.js";
import { SplitMix64 } from "../values/splitmix64.js";
import type { EpochResult, StoredRows, SubnetState, Yuma } from "../types.js";
import { difference, type Difference } from "./difference.js";

/** A dense network of the published recipe: every validator scores every uid and holds bonds on it. */
export interface DenseCase {
  n: number;
  validators: number;
  /** u64 */
  seed: bigint;
  bondsPenalty: number;
  yuma3: boolean;
  liquidAlpha: boolean;
}

/** The state of one case; draws strictly in the recipe's order: stakes, then weights, then bonds. */
export function denseState({ n, validators, seed, bondsPenalty, yuma3, liquidAlpha }: DenseCase): SubnetState {
  const random = new SplitMix64(seed);
  const alphaStake = new BigUint64Array(n);
  const taoStake = new BigUint64Array(n);
  for (let uid = 0; uid < validators; uid++) {
    alphaStake[uid] = 1_000_000_000_000n + random.nextU48();
    taoStake[uid] = random.nextU48();
  }
  const rows = (): StoredRows => {
    const uids = new Uint16Array(validators * n);
    const values = new Uint16Array(validators * n);
    for (let entry = 0; entry < uids.length; entry++) {
      uids[entry] = entry % n;
      values[entry] = random.nextU16();
    }
    return { starts: Uint32Array.from({ length: n + 1 }, (_, uid) => Math.min(uid, validators) * n), uids, values };
  };
  const weights = rows();
  const bonds = rows();
  return {
    ruleSet: "spec-425",
    n,
    currentBlock: 1_000_000n,
    tempo: 360,
    lastMechanismStepBlock: 999_639n,
    activityCutoff: 5_000n,
    lastUpdate: new BigUint64Array(n).fill(999_900n),
    blockAtRegistration: BigUint64Array.from({ length: n }, (_, uid) => (uid % 97 === 13 ? 999_800n : 500_000n)),
    alphaStake,
    taoStake,
    taoWeight: 3_320_413_933_267_719_290n,
    stakeThreshold: 1_000_000_000_000n,
    validatorPermits: Uint8Array.from({ length: n }, (_, uid) => Number(uid < validators)),
    maxAllowedValidators: validators,
    ownerUid: null,
    weights,
    bonds,
    kappa: 32_767,
    bondsPenalty,
    bondsMovingAverage: 900_000n,
    yuma3,
    liquidAlpha,
    alphaSigmoidSteepness: 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    commitReveal: false,
    commitBlocks: new BigUint64Array(n).fill(NO_COMMIT),
    raoEmission: 147_600_000_000n,
  };
}

/** SHA-256 over both stakes (u64 each), then weights and bonds as rows of u32 count and (u16 uid, u16 value); little endian. */
export function inputDigest({ alphaStake, taoStake, weights, bonds }: SubnetState): string {
  const hash = sha256.create();
  for (const stakes of [alphaStake, taoStake]) {
    const view = new DataView(new ArrayBuffer(stakes.length * 8));
    stakes.forEach((rao, uid) => view.setBigUint64(uid * 8, rao, true));
    hash.update(new Uint8Array(view.buffer));
  }
  for (const rows of [weights, bonds]) {
    for (let i = 0; i + 1 < rows.starts.length; i++) hash.update(rowBytes(rows, rows.starts[i]!, rows.starts[i + 1]!));
  }
  return bytesToHex(hash.digest());
}

function rowBytes({ uids, values }: StoredRows, start: number, end: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + (end - start) * 4));
  view.setUint32(0, end - start, true);
  for (let entry = start; entry < end; entry++) {
    view.setUint16(4 + (entry - start) * 4, uids[entry]!, true);
    view.setUint16(6 + (entry - start) * 4, values[entry]!, true);
  }
  return new Uint8Array(view.buffer);
}

export interface RecipeCase extends DenseCase {
  name: string;
  inputSha256: string;
  outputSha256: string;
}

/** The fields of a case that say what to generate and what to expect; others are remarks. */
export function recipeCase(value: unknown, path: string): RecipeCase {
  const { name, n, validators, seed, bondsPenalty, yuma3, liquidAlpha, inputSha256, outputSha256 } = (value ?? {}) as Record<
    string,
    unknown
  >;
  const uids = uidCount.check(n, `${path}.n`, 0);
  if (uids < uidCount.check(validators, `${path}.validators`, 0)) {
    throw new EpochInputError(`${path}.validators`, `at most ${uids}`, validators);
  }
  return {
    name: text.check(name, `${path}.name`, 0),
    n: uids,
    validators: validators as number,
    seed: u64.fromJson(seed, `${path}.seed`, 0),
    bondsPenalty: u16.check(bondsPenalty, `${path}.bondsPenalty`, 0),
    yuma3: boolean.check(yuma3, `${path}.yuma3`, 0),
    liquidAlpha: boolean.check(liquidAlpha, `${path}.liquidAlpha`, 0),
    inputSha256: text.check(inputSha256, `${path}.inputSha256`, 0),
    outputSha256: text.check(outputSha256, `${path}.outputSha256`, 0),
  };
}

/** Generates a case, runs it, and compares both digests. */
export function recipeDifference(yuma: Yuma, recipe: RecipeCase): Difference | null {
  const state = denseState(recipe);
  return digestsDifference(recipe, state, yuma.epoch(state));
}

export function digestsDifference({ inputSha256, outputSha256 }: RecipeCase, state: SubnetState, result: EpochResult): Difference | null {
  return difference(
    { out: { inputSha256, outputSha256 } },
    { out: { inputSha256: inputDigest(state), outputSha256: epochDigest(result) } },
  );
}
