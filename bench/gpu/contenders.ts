import { createHash } from "node:crypto";
import type { GpuEngine } from "../../bindings/gpu/engine.js";
import { loadYumaSync } from "../../bindings/index.js";
import { epochCanonicalBytes } from "../../bindings/boundary/canonical.js";
import type { Pool } from "../../bindings/pool/types.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";
import type { Contender } from "../contender.js";

/** A batch, timed from the caller's states to results that are the caller's own. */
function batchContender(name: string, run: () => Promise<EpochResult[]>): Contender {
  let results: EpochResult[] = [];
  return {
    name,
    async run() {
      const start = process.hrtime.bigint();
      results = await run();
      return Number(process.hrtime.bigint() - start);
    },
    async digest() {
      const hash = createHash("sha256");
      for (const result of results) hash.update(epochCanonicalBytes(result));
      return hash.digest("hex");
    },
    memoryBytes: () => null,
    close() {},
  };
}

/** One network after the other on one thread. */
export function wasmBatch(states: readonly SubnetState[]): Contender {
  const yuma = loadYumaSync({ backend: "wasm" });
  return batchContender("wasm", async () => states.map((state) => yuma.epoch(state)));
}

/** On all threads of the pool. */
export function poolBatch(pool: Pool, states: readonly SubnetState[]): Contender {
  return batchContender("threads", async () => {
    const results: EpochResult[] = [];
    for await (const result of pool.epochs(states)) results.push(result);
    return results;
  });
}

export function gpuBatch(engine: GpuEngine, states: readonly SubnetState[]): Contender {
  return batchContender("gpu", () => engine.epochBatch(states));
}
