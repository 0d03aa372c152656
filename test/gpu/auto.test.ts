import { describe, expect, it } from "vitest";
import { CROSSOVER_ENTRIES, WasmBatch, autoBatch } from "../../bindings/gpu/auto.js";
import { GpuDeviceLostError } from "../../bindings/gpu/errors.js";
import type { Gpu, GpuEpochResult } from "../../bindings/gpu/types.js";
import { emptyResult } from "../../bindings/gpu/reading.js";
import { reference } from "../../bindings/reference/index.js";
import type { SubnetState } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";

const small = denseState({ n: 3, validators: 2, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false });

/** As many entries as make a batch large, in a row without permit, which costs WebAssembly little. */
const large: SubnetState = {
  ...small,
  validatorPermits: Uint8Array.of(1, 1, 0),
  weights: {
    starts: Uint32Array.of(0, 0, 0, CROSSOVER_ENTRIES),
    uids: new Uint16Array(CROSSOVER_ENTRIES),
    values: new Uint16Array(CROSSOVER_ENTRIES),
  },
};

const marked: GpuEpochResult = { ...emptyResult(), adapter: "fake" };

function fake(run: (states: readonly SubnetState[]) => Promise<GpuEpochResult[]>): { gpu: Gpu; asked: number[] } {
  const asked: number[] = [];
  const epochBatch = (states: readonly SubnetState[]) => {
    asked.push(states.length);
    return run(states);
  };
  return { gpu: { adapter: { name: "fake" }, epochBatch, destroy: () => {} } as unknown as Gpu, asked };
}

describe("backend auto", () => {
  it("takes large batches to the GPU, and small ones to WebAssembly", async () => {
    const { gpu, asked } = fake(async (states) => states.map(() => marked));
    const batch = autoBatch(gpu, await WasmBatch.load(), "");
    expect((await batch.epochBatch([small]))[0]!.adapter).toBeUndefined();
    expect((await batch.epochBatch([small, large])).map(({ adapter }) => adapter)).toEqual(["fake", "fake"]);
    expect(asked).toEqual([2]);
  });

  it("keeps what a lost device did, does the rest itself, and does not ask again", async () => {
    const { gpu, asked } = fake(async () => Promise.reject(new GpuDeviceLostError("gone", [marked, undefined])));
    const batch = autoBatch(gpu, await WasmBatch.load(), "");
    for (const adapters of [
      ["fake", undefined],
      [undefined, undefined],
    ]) {
      const results = await batch.epochBatch([small, large], { digest: true });
      expect(results.map(({ adapter }) => adapter)).toEqual(adapters);
      expect(results.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest!))).toBe(true);
    }
    expect(asked).toEqual([2]);
    expect(batch.why).toBe("gone (1 of 2 states are done)");
  });

  it("computes the states as they were when they were given", async () => {
    const { digest } = reference.epoch(small, { digest: true });
    const change = ({ weights, alphaStake }: SubnetState) => {
      weights.starts.fill(0xffff_ffff);
      alphaStake.fill(0n);
    };
    const onWasm = structuredClone(small);
    const batch = autoBatch(undefined, await WasmBatch.load(), "");
    const running = batch.epochBatch([onWasm], { digest: true });
    change(onWasm);
    expect((await running)[0]!.digest).toBe(digest);

    let seen: readonly SubnetState[] = [];
    const { gpu } = fake(async (states) => {
      seen = states;
      await null;
      throw new GpuDeviceLostError(
        "gone",
        states.map(() => undefined),
      );
    });
    const shared = [structuredClone(small), { ...large }, { ...large }];
    const lost = autoBatch(gpu, await WasmBatch.load(), "").epochBatch(shared, { digest: true });
    change(shared[0]!);
    expect((await lost)[0]!.digest).toBe(digest);
    expect(seen[0]!.weights.starts).toEqual(small.weights.starts);
    // What states have in common is copied once.
    const [, first, second] = seen.map(({ weights }) => weights.uids);
    expect([first === second, first === large.weights.uids]).toEqual([true, false]);
  });

  it("refuses bad states by their place, whichever would run them", async () => {
    const batch = autoBatch(undefined, await WasmBatch.load(), "");
    await expect(batch.epochBatch([small, { ...small, kappa: -1 }])).rejects.toThrow("states[1].kappa: expected a u16, got -1");
    batch.destroy();
    await expect(batch.epochBatch([small])).rejects.toThrow("destroyed");
  });
});
