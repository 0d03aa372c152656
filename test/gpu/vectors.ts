/** Runs parsed vectors on a device; without anything of Node's, so that pages and Deno can do it too. */
import type { GpuGuardError } from "../../bindings/gpu/errors.js";
import type { Gpu } from "../../bindings/gpu/types.js";
import { fromJson } from "../../bindings/boundary/input.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { difference } from "../../bindings/verify/difference.js";

export interface EpochVector {
  name?: string;
  in: Record<string, unknown>;
  out: Record<string, unknown>;
}

export interface Counts {
  adapter: string;
  equal: number;
  /** the first difference of each vector that has one */
  different: string[];
  /** what the register declares, with the reason */
  outOfScope: string[];
}

/** All vectors in one batch; those out of scope are counted apart. `gpu` is `loadGpu`'s, from wherever it was loaded. */
export async function runVectors(gpu: Pick<Gpu, "adapter" | "epochBatch">, vectors: readonly EpochVector[]): Promise<Counts> {
  const counts: Counts = { adapter: gpu.adapter.name, equal: 0, different: [], outOfScope: [] };
  let left = [...vectors];
  for (;;) {
    const states = left.map((vector) => fromJson(vector.in));
    const results = await gpu.epochBatch(states).catch((error: unknown) => {
      // By its code: the package's classes are not those of this file, where it is bundled apart.
      const { code, path, message, guards, results } = error as Partial<GpuGuardError>;
      if (code !== "gpu-scope") throw error;
      for (const { place, reason } of guards ?? []) counts.outOfScope.push(`${left[place]!.name}: ${reason}`);
      if (guards !== undefined) return results!;
      const place = Number(/^states\[(\d+)\]/.exec(path ?? "")?.[1]);
      if (Number.isNaN(place)) throw error;
      counts.outOfScope.push(`${left[place]!.name}: ${message}`);
      left = left.filter((_, i) => i !== place);
      return undefined;
    });
    if (results === undefined) continue;
    results.forEach((result, i) => {
      if (result === undefined) return;
      const { adapter: _, ...given } = result;
      compare(counts, left[i]!, given);
    });
    return counts;
  }
}

function compare(counts: Counts, vector: EpochVector, result: object): void {
  const found = difference({ out: vector.out }, { out: toJson(result) });
  if (found === null) counts.equal++;
  else counts.different.push(`${vector.name}: ${found.stage} ${found.position}: expected ${found.expected}, got ${found.got}`);
}
