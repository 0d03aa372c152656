/** Batches on whichever backend suits: one that is named, or where they are expected to end first. */
import { isArray, mapped } from "../values/arrays.js";
import { copyOf, type Copies } from "../boundary/copyOf.js";
import { EpochInputError, YumaError } from "../errors.js";
import { checkState, type CheckedState } from "../boundary/input.js";
import { epochDigest } from "../boundary/canonical.js";
import { orAborted } from "../boundary/onAbort.js";
import type { SubnetState } from "../types.js";
import { calibrate, calibrationOf, entriesOf, paysOff } from "./calibration.js";
import { GpuBatchError, GpuDestroyedError } from "./errors.js";
import { checkBatch } from "./reading.js";
import type { Batch, BatchResult, Calibration, Gpu, GpuEpochOptions } from "./types.js";
import type { WasmBatch } from "./wasmBatch.js";

/**
 * Stored weights and bonds below which a batch never waits for a calibration, and is none of those that bring it about:
 * WebAssembly takes about 10 ns for each (docs/guides/benchmark.md) and is through within 0.7 ms, in which a device,
 * however fast it computes, is hardly handed a batch and asked for its results. An estimate, as is the next one: no real
 * GPU has been measured yet.
 */
export const LEAST_ENTRIES = 2 ** 16;

/**
 * Entries of the batches above that WebAssembly takes before it is worth while to calibrate: about a sixth of a second of
 * work, about what a device takes to compile its shaders and to be timed. So about as long is lost at most by
 * calibrating, or by not having done so before.
 */
export const CALIBRATION_ENTRIES = 2 ** 24;

/** After these a device is not asked again. */
const GIVEN_UP: readonly string[] = ["gpu-lost", "gpu-self-test", "unavailable"];

export interface AutoParts {
  /** undefined where there is none to use, for the reason in `why` */
  gpu: Gpu | undefined;
  wasm: Pick<WasmBatch, "fill">;
  why: string;
  /** one that the caller kept */
  calibration?: Calibration | undefined;
  /** milliseconds */
  now?: () => number;
}

export function autoBatch({
  gpu,
  wasm,
  why,
  calibration: kept,
  now = () => performance.now(),
}: AutoParts): Omit<Batch, typeof Symbol.dispose> {
  let open = true;
  /** to be used, until it fails */
  let device = gpu;
  /** entries that a device might have taken, before it is known which */
  let passed = 0;
  let calibrating: Promise<void> | undefined;
  const batch = {
    backend: "auto" as const,
    adapter: gpu?.adapter,
    why,
    calibration: gpu && calibrationOf(gpu.adapter.name, kept),
    async epochBatch(states: readonly SubnetState[], options: GpuEpochOptions = {}): Promise<BatchResult[]> {
      const { digest, signal } = checkBatch(options);
      if (!isArray(states)) throw new EpochInputError("states", "an array of states", states);
      if (!open) throw new GpuDestroyedError();
      if (signal?.aborted) throw signal.reason;
      const copies: Copies = new Map();
      const checked = mapped(states, (state, place) => copyOf(checkState(state, `states[${place}]`), copies));
      const results = await onDevice(checked, signal);
      await wasm.fill(checked, results, signal);
      return results.map((result) => (digest ? { ...result!, digest: epochDigest(result!) } : result!));
    },
    destroy() {
      open = false;
      gpu?.destroy();
    },
  };

  /** What the device has done, undefined in the places of all else. */
  async function onDevice(states: readonly CheckedState[], signal: AbortSignal | undefined): Promise<(BatchResult | undefined)[]> {
    const entries = entriesOf(states);
    await calibrated(states, entries, signal);
    if (device !== undefined && batch.calibration !== undefined && paysOff(batch.calibration, entries)) {
      try {
        return await device.epochBatch(states, { ...(signal && { signal }) });
      } catch (error) {
        // Whatever the device could not do WebAssembly can; what it did is kept.
        if (!(error instanceof YumaError)) throw error;
        if (GIVEN_UP.includes(error.code)) giveUp(error);
        if (error instanceof GpuBatchError) return [...error.results];
      }
    }
    return new Array<undefined>(states.length).fill(undefined);
  }

  /** Waits for the calibration where the batch is large enough to bring it about. */
  async function calibrated([first]: readonly CheckedState[], entries: number, signal: AbortSignal | undefined): Promise<void> {
    if (device === undefined || batch.calibration !== undefined || entries < LEAST_ENTRIES) return;
    passed += entries;
    if (passed < CALIBRATION_ENTRIES) return;
    calibrating ??= calibrate(device, wasm, first!, now).then(
      (calibration) => void (batch.calibration = calibration),
      // A device on which this fails is none for anything larger.
      giveUp,
    );
    await orAborted(calibrating, signal);
  }

  function giveUp(error: unknown): void {
    if (!(error instanceof YumaError)) throw error;
    device = undefined;
    batch.why = error.message;
  }

  return batch;
}
