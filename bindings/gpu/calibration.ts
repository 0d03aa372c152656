/**
 * What a batch costs on a device and in WebAssembly, measured once: it decides where batches run under "auto", and never
 * what comes out of them, so that a clock may be asked.
 */
import { version } from "../../package.json";
import { copyOf } from "../boundary/copyOf.js";
import { checkState, recordOf, type CheckedState } from "../boundary/input.js";
import { text, type Kind } from "../boundary/kinds.js";
import { EpochInputError } from "../errors.js";
import { knownState } from "./knownState.js";
import type { Calibration, Gpu } from "./types.js";
import type { WasmBatch } from "./wasmBatch.js";

const nanoseconds: Kind<number> = (() => {
  const check = (value: unknown, path: string): number => {
    if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
      throw new EpochInputError(path, "a number of nanoseconds from 0", value);
    return value;
  };
  return { fromJson: check, check };
})();

/** One that a caller kept. */
export const calibrationKind = recordOf<Calibration>({
  adapter: text,
  version: text,
  fixedNanoseconds: nanoseconds,
  nanosecondsPerEntry: nanoseconds,
  wasmNanosecondsPerEntry: nanoseconds,
});

/** Those of this process, by the adapter's name. */
const MEASURED = new Map<string, Calibration>();

/** The one that holds for an adapter, if there is one: another device's, or of another version of the package, says nothing. */
export function calibrationOf(adapter: string, kept: Calibration | undefined): Calibration | undefined {
  return kept?.adapter === adapter && kept.version === version ? kept : MEASURED.get(adapter);
}

/** Stored weights and bonds, which is what a batch's time grows with. */
export function entriesOf(states: readonly CheckedState[]): number {
  return states.reduce((sum, { weights, bonds }) => sum + weights.uids.length + bonds.uids.length, 0);
}

/** Whether the device is expected to be through before WebAssembly would be. */
export function paysOff(calibration: Calibration, entries: number): boolean {
  const { fixedNanoseconds, nanosecondsPerEntry, wasmNanosecondsPerEntry } = calibration;
  return fixedNanoseconds + nanosecondsPerEntry * entries < wasmNanosecondsPerEntry * entries;
}

/** in a millisecond */
const NANOSECONDS = 1e6;

/** A network as many subnets have it: about 24,000 entries. */
const NETWORK = { n: 256, validators: 64 };
/** Networks of the batches on the device: the last keeps a large one busy, with about 1,600,000 entries. */
const NETWORKS = [1, 8, 64] as const;
/** Whatever else the machine does makes it slower and never faster: the least time of so many rounds counts. */
const ROUNDS = 3;
/** ms, after which no further round begins, and no larger batch: a device that takes so long for it has shown what it is. */
const LONG = 100;

/**
 * Times batches of growing size on the device, and the last of them in WebAssembly.
 * @param like a state in whose mode it is measured
 * @param now milliseconds
 * @throws what `epochBatch` throws
 */
export async function calibrate(
  gpu: Pick<Gpu, "adapter" | "epochBatch">,
  wasm: Pick<WasmBatch, "fill">,
  { yuma3, liquidAlpha }: CheckedState,
  now: () => number,
): Promise<Calibration> {
  const state = knownState({ ...NETWORK, state: { yuma3, liquidAlpha } });
  const least = async (work: () => Promise<unknown>): Promise<number> => {
    // Shaders are compiled and buffers made in a run that does not count.
    await work();
    const begin = now();
    let time = Infinity;
    for (let round = 0; round < ROUNDS && now() - begin < LONG; round++) {
      const start = now();
      await work();
      time = Math.min(time, now() - start);
    }
    return time;
  };
  const timed: { states: CheckedState[]; time: number }[] = [];
  for (const networks of NETWORKS) {
    if (timed.length >= 2 && timed.at(-1)!.time >= LONG) break;
    // Copies, as a batch is read from memory.
    const states = Array.from({ length: networks }, () => checkState(copyOf(state)));
    timed.push({ states, time: await least(() => gpu.epochBatch(states)) });
  }
  const [small, large] = [timed[0]!, timed.at(-1)!];
  const [few, many] = [entriesOf(small.states), entriesOf(large.states)];
  const wasmTime = await least(() => wasm.fill(large.states, [], undefined));
  // A clock that is coarse, or a machine that was busy, may show the smaller one as the slower.
  const nanosecondsPerEntry = Math.max(0, (large.time - small.time) * NANOSECONDS) / (many - few);
  const calibration: Calibration = {
    adapter: gpu.adapter.name,
    version,
    fixedNanoseconds: Math.max(0, small.time * NANOSECONDS - nanosecondsPerEntry * few),
    nanosecondsPerEntry,
    wasmNanosecondsPerEntry: (wasmTime * NANOSECONDS) / many,
  };
  MEASURED.set(calibration.adapter, calibration);
  return calibration;
}
