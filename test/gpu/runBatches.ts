/** Batches on this host's GPU beyond single vectors: one JSON line of what became of each. */
import { loadBatch, loadGpu, type Gpu } from "../../bindings/gpu/index.js";
import { GpuBatchError } from "../../bindings/gpu/errors.js";
import { epochDigest } from "../../bindings/boundary/canonical.js";
import { loadYumaSync } from "../../bindings/index.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";
import { rowsOf } from "../../bindings/testing/index.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { fuzzState } from "../fuzz/states.js";

const MEBIBYTE = 1024 * 1024;

const yuma = loadYumaSync();
const dense = (n: number, validators: number) =>
  denseState({ n, validators, seed: 7n, bondsPenalty: 30_000, yuma3: true, liquidAlpha: true });
const same = (states: readonly SubnetState[], results: readonly EpochResult[]) =>
  states.length === results.length && states.every((state, i) => epochDigest(yuma.epoch(state)) === epochDigest(results[i]!));
const messageOf = (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`;
const failure = (run: Promise<unknown>) => run.then(() => "nothing thrown", messageOf);

// Around the size of a workgroup, and none of its multiples.
const mixed = [0, 1, 2, 63, 64, 65, 127, 200, 3].map((n) => dense(n, Math.min(n, 9)));

async function batches(gpu: Gpu): Promise<Record<string, unknown>> {
  const digested = await gpu.epochBatch(mixed.slice(0, 3), { digest: true });
  // Two batches at once share the lanes by turns.
  const [first, second] = await Promise.all([gpu.epochBatch(mixed), gpu.epochBatch([...mixed].reverse())]);
  return {
    mixed: same(mixed, first),
    empty: (await gpu.epochBatch([])).length === 0 && (await gpu.epoch(dense(0, 0))).bonds.starts.length === 1,
    digests: digested.every((result) => result.digest === epochDigest(result)),
    together: same([...mixed].reverse(), second),
    parts: await readsWhatIsAskedFor(gpu),
    changed: await takesStatesAsTheyWere(gpu),
    guarded: await givesTheOthers(gpu),
    bad: await failure(gpu.epochBatch([mixed[1]!, { ...mixed[2]!, kappa: 70_000 }])),
  };
}

/** Of each network the parts and sums that are named, and no other. */
async function readsWhatIsAskedFor(gpu: Gpu): Promise<boolean> {
  const parts = await gpu.epochBatch(mixed, { outputs: ["emission"], sums: ["dividends"] });
  return mixed.every((state, i) => {
    const { emission, dividends } = yuma.epoch(state);
    const { emission: found, sums, adapter, ...rest } = parts[i]!;
    const sum = dividends.reduce((total, share) => total + share, 0);
    return String(found) === String(emission) && sums.dividends === BigInt(sum) && adapter !== "" && Object.keys(rest).length === 0;
  });
}

/** Beside a state that the device declines, those without uids too. */
async function givesTheOthers(gpu: Gpu): Promise<unknown> {
  const twice = {
    ...mixed[3]!,
    weights: rowsOf(
      Array.from({ length: 63 }, (_, uid) =>
        uid === 0
          ? [
              [1, 5],
              [1, 5],
            ]
          : [],
      ),
    ),
  };
  const error = await gpu.epochBatch([mixed[0]!, twice, mixed[3]!]).catch((error: unknown) => error);
  return error instanceof GpuBatchError && [error.done, error.notDone];
}

/** Whatever becomes of a batch's arrays while it runs, its results are those of the states that were given. */
async function takesStatesAsTheyWere(gpu: Gpu): Promise<boolean> {
  const states = mixed.slice(1).map((state) => structuredClone(state));
  const running = gpu.epochBatch(states);
  for (const { weights, bonds, alphaStake, lastUpdate, validatorPermits } of states) {
    for (const rows of [weights, bonds]) [rows.starts, rows.uids, rows.values].forEach((array) => array.fill(65_535));
    for (const array of [alphaStake, lastUpdate]) array.fill(0n);
    validatorPermits.fill(0);
  }
  states.length = 0;
  return same(mixed.slice(1), await running);
}

const gpu = await loadGpu();
const report = await batches(gpu);
gpu.destroy();
report["destroyed"] = (await failure(gpu.epoch(mixed[1]!))).split(":")[0];

const narrow = await loadGpu({ maxBufferBytes: MEBIBYTE });
// Each of these fills a chunk of its own or nearly.
const many = Array.from({ length: 12 }, (_, i) => dense(250 + i, 200));
report["split"] = same(many, await narrow.epochBatch(many)) && same([fuzzState(1n, 1)], [await narrow.epoch(fuzzState(1n, 1))]);
report["large"] = await failure(narrow.epoch(dense(512, 512)));
const running = narrow.epochBatch(many.slice(0, 3));
// Once its first chunks are with the device.
await new Promise((resolve) => setTimeout(resolve));
narrow.destroy();
const lost = await running.catch((error: unknown) => error);
report["lost"] = lost instanceof GpuBatchError ? `${lost.name} ${lost.done.length} of ${lost.results.length} done` : messageOf(lost);

const auto = await loadBatch();
const [result] = await auto.epochBatch([mixed[3]!]);
report["auto"] = auto.adapter === undefined && result!.adapter === undefined && same([mixed[3]!], [result!]) ? "wasm" : "gpu";
auto.destroy();
// What `loadBatch` gives takes the same on every backend.
const named = await loadBatch({ backend: "gpu" });
report["named"] = await failure(named.epochBatch([mixed[1]!], { outputs: ["emission"] } as object));
named.destroy();
console.log(JSON.stringify(report));
