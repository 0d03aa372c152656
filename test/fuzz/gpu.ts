/** Generated states in batches on a GPU, each compared with WebAssembly. */
import { loadGpu } from "../../bindings/gpu/index.js";
import { GpuGuardError, GpuScopeError } from "../../bindings/gpu/errors.js";
import { checkScope } from "../../bindings/gpu/register.js";
import { checkState } from "../../bindings/boundary/input.js";
import { loadYumaSync } from "../../bindings/index.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { difference } from "../../bindings/verify/difference.js";
import { compareStates } from "./gpuStates.js";
import { fuzzState } from "./states.js";

const BATCH = 500;

export interface GpuComparison {
  adapter: string;
  compared: number;
  outOfScope: number;
  different: number;
  /** epochs of states that stay on the device: points of sweeps, and chains */
  resident: number;
}

/** Every so many states one is held on the device, too. */
const HELD_EVERY = 4;

/** States `start` to `end` - 1 of a seed. */
export async function compareOnGpu(seed: bigint, start: number, end: number): Promise<GpuComparison> {
  const gpu = await loadGpu();
  const yuma = loadYumaSync();
  const counts: GpuComparison = { adapter: gpu.adapter.name, compared: 0, outOfScope: 0, different: 0, resident: 0 };
  for (let first = start; first < end; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, end - first) }, (_, i) => first + i);
    const states = new Map(numbers.map((number) => [number, fuzzState(seed, number)]));
    for (const [number, state] of states) {
      try {
        checkScope(checkState(state), "");
      } catch (error) {
        if (!(error instanceof GpuScopeError)) throw error;
        counts.outOfScope++;
        states.delete(number);
      }
    }
    const taken = [...states.keys()];
    const results = await gpu.epochBatch([...states.values()]).catch((error: unknown) => {
      if (error instanceof GpuGuardError) return error.results;
      throw error;
    });
    results.forEach((result, i) => {
      const number = taken[i]!;
      if (result === undefined) {
        counts.outOfScope++;
        return;
      }
      const { adapter: _, ...got } = result;
      counts.compared++;
      const found = difference({ out: toJson(yuma.epoch(states.get(number)!)) }, { out: toJson(got) });
      if (found === null) return;
      counts.different++;
      console.log(`seed ${seed} state ${number}: gpu: ${found.stage} ${found.position}: expected ${found.expected}, got ${found.got}`);
    });
    for (const number of taken) {
      if (number % HELD_EVERY !== 0) continue;
      const { compared, different } = await compareStates(gpu, yuma, seed, number, states.get(number)!);
      counts.resident += compared;
      counts.different += different.length;
      for (const what of different) console.log(`seed ${seed} state ${number} held on the device: ${what}`);
    }
    console.error(`${first + numbers.length - start} states, ${counts.compared} compared, ${counts.different} different`);
  }
  gpu.destroy();
  return counts;
}
