import { createHash } from "node:crypto";
import type { GpuEngine } from "../../bindings/gpu/engine.js";
import { loadYumaSync } from "../../bindings/index.js";
import { epochCanonicalBytes } from "../../bindings/boundary/canonical.js";
import type { Pool } from "../../bindings/pool/types.js";
import { retentionMap, retentionMapOnGpu, retentionMapOnPool, type RetentionRow } from "../../bindings/simulate/retention/index.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";
import type { Contender } from "../contender.js";
import { mapOptions, statesOf, type BatchCase } from "./cases.js";

export interface Sides {
  engine: GpuEngine;
  pool: Pool;
}

/** WebAssembly on one thread, on all of a pool, and the GPU, each from what the caller has to results that are the caller's own. */
export function contendersOf(item: BatchCase, sides: Sides): Contender[] {
  if (item.what === "map") return mapContenders(sides);
  const states = statesOf(item.what === "sweep" ? { ...item, networks: 1 } : item);
  return item.what === "sweep" ? sweepContenders(sides, states[0]!, item.networks) : batchContenders(sides, states);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function batchContenders({ engine, pool }: Sides, states: readonly SubnetState[]): Contender[] {
  const yuma = loadYumaSync({ backend: "wasm" });
  const named = (name: string, run: () => Promise<EpochResult[]>) => contender(name, run, epochCanonicalBytes);
  return [
    named("wasm", async () => states.map((state) => yuma.epoch(state))),
    named("threads", () => all(pool.epochs(states))),
    named("gpu", () => engine.epochBatch(states)),
  ];
}

/** The state is there before the first round. */
function sweepContenders({ engine, pool }: Sides, state: SubnetState, networks: number): Contender[] {
  const points = Array.from({ length: networks }, (_, i) => ({ kappa: 20_000 + i }));
  const resident = loadYumaSync({ backend: "wasm" }).resident(state);
  const shared = pool.resident(state);
  const held = engine.upload(state);
  const outputs = ["dividends"] as const;
  const sumOf = ({ dividends }: Pick<EpochResult, "dividends">) => dividends.reduce((sum, share) => sum + share, 0);
  const named = (name: string, run: () => Promise<number[]>, close?: () => void) => contender(name, run, String, close);
  return [
    named("wasm", async () =>
      points.map((point) => {
        resident.change(point);
        return sumOf(resident.run({ outputs, views: true }));
      }),
    ),
    named("threads", async () => (await all(shared.epochs(points, { outputs }))).map(sumOf)),
    named(
      "gpu",
      async () => (await engine.sweep(await held, points, { sums: outputs })).map(({ sums }) => Number(sums.dividends)),
      () => void held.then((state) => state.destroy()),
    ),
  ];
}

function mapContenders({ engine, pool }: Sides): Contender[] {
  const options = mapOptions(engine.adapter.isFallbackAdapter);
  const yuma = loadYumaSync({ backend: "wasm" });
  const named = (name: string, run: () => Promise<RetentionRow[]>) => contender(name, run, JSON.stringify);
  return [
    named("wasm", async () => [...retentionMap(yuma, options)]),
    named("threads", () => all(retentionMapOnPool(pool, options))),
    named("gpu", () => all(retentionMapOnGpu(engine, options))),
  ];
}

/** @param partOf what the digest has of each result */
function contender<T>(name: string, run: () => Promise<T[]>, partOf: (result: T) => string | Uint8Array, close = () => {}): Contender {
  let results: T[] = [];
  return {
    name,
    async run() {
      const start = process.hrtime.bigint();
      results = await run();
      return Number(process.hrtime.bigint() - start);
    },
    async digest() {
      const hash = createHash("sha256");
      for (const result of results) hash.update(partOf(result)).update("\n");
      return hash.digest("hex");
    },
    memoryBytes: () => null,
    close,
  };
}
