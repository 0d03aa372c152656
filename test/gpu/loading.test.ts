/** Hosts whose GPU refuses, throws, or says nothing: what loading makes of them. */
import { describe, expect, it } from "vitest";
import { GpuEngine } from "../../bindings/gpu/engine.js";
import { GpuSelfTestError, GpuUnavailableError } from "../../bindings/gpu/errors.js";
import { loadBatch, loadGpu, type GpuProvider } from "../../bindings/gpu/index.js";
import { STAGES } from "../../bindings/gpu/stages.js";
import { reference } from "../../bindings/reference/index.js";
import { denseState } from "../../bindings/verify/recipe.js";

const state = denseState({ n: 3, validators: 2, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false });
const { digest } = reference.epoch(state, { digest: true });

const silence = () => new Promise<never>(() => {});
const refusal = () => {
  throw new TypeError("the driver is gone");
};

const limits = { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 };

interface Fake {
  gpu: GpuProvider;
  destroyed: number;
}

/** A GPU that does as much as its parts say, and gives devices that are counted when they are destroyed. */
function fakeGpu(parts: { requestAdapter?: unknown; requestDevice?: unknown; compile?: unknown }): Fake {
  const device = {
    limits,
    lost: silence(),
    createBindGroupLayout: () => ({}),
    createPipelineLayout: () => ({}),
    createShaderModule: () => ({}),
    createComputePipelineAsync: parts.compile ?? (async () => ({})),
    destroy: () => fake.destroyed++,
  };
  const adapter = { limits, requestDevice: parts.requestDevice ?? (async () => device) };
  const fake: Fake = {
    gpu: { requestAdapter: (parts.requestAdapter ?? (async () => adapter)) as GpuProvider["requestAdapter"] },
    destroyed: 0,
  };
  return fake;
}

const GONE = "the driver is gone";
const SILENT = "no answer within 1 ms (timeoutMilliseconds)";

describe("a GPU that does not answer", () => {
  it.each<[string, Parameters<typeof fakeGpu>[0], string]>([
    ["an adapter: it throws", { requestAdapter: refusal }, `WebGPU gives no adapter: ${GONE}`],
    ["an adapter: it rejects", { requestAdapter: async () => refusal() }, `WebGPU gives no adapter: ${GONE}`],
    ["an adapter: it rejects with a text", { requestAdapter: () => Promise.reject("gone") }, "WebGPU gives no adapter: gone"],
    ["an adapter: it never answers", { requestAdapter: silence }, `WebGPU gives no adapter: ${SILENT}`],
    ["a device: what it gives is no adapter", { requestAdapter: async () => ({}) }, "the adapter gives no device: "],
    ["a device: it is none", { requestDevice: async () => ({}) }, "the adapter gives no device: what it gives is none"],
    [
      "an adapter: it throws when it is asked what it is",
      {
        requestAdapter: async () => ({
          get info() {
            return refusal();
          },
        }),
      },
      `WebGPU gives no adapter: ${GONE}`,
    ],
    ["a device: it is null", { requestDevice: async () => null }, "the adapter gives no device: what it gives is none"],
    ["a device: it does nothing", { requestDevice: async () => ({ destroy() {} }) }, "the device cannot be used: "],
    ["a device: it throws", { requestDevice: refusal }, `the adapter gives no device: ${GONE}`],
    ["a device: it rejects", { requestDevice: async () => refusal() }, `the adapter gives no device: ${GONE}`],
    ["a device: it never answers", { requestDevice: silence }, `the adapter gives no device: ${SILENT}`],
    ["a pipeline: it never answers", { compile: silence }, `the device does not compile the shader stake: ${SILENT}`],
  ])("for %s", async (_, parts, message) => {
    const options = () => ({ gpu: fakeGpu(parts).gpu, timeoutMilliseconds: 1 });
    const error = await loadGpu(options()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GpuUnavailableError);
    expect((error as Error).message).toContain(message);
    await expect(loadBatch({ ...options(), backend: "gpu" })).rejects.toBeInstanceOf(GpuUnavailableError);
    const batch = await loadBatch(options());
    expect(batch).toMatchObject({ backend: "auto", adapter: undefined, why: expect.stringContaining(message) });
    expect((await batch.epochBatch([state], { digest: true }))[0]!.digest).toBe(digest);
  });

  it("with a pipeline, by a reason, is one that does not take the shader", async () => {
    const fake = fakeGpu({ compile: async () => refusal() });
    await expect(loadGpu({ gpu: fake.gpu })).rejects.toThrow(GpuSelfTestError);
    expect(fake.destroyed).toBe(1);
  });

  it("loses its device, whenever that comes", async () => {
    const stuck = fakeGpu({ compile: silence });
    await expect(loadGpu({ gpu: stuck.gpu, timeoutMilliseconds: 1 })).rejects.toThrow(GpuUnavailableError);
    expect(stuck.destroyed).toBe(1);

    let give: (device: unknown) => void;
    const device = new Promise((resolve) => (give = resolve));
    const late = fakeGpu({ requestDevice: () => device });
    await expect(loadGpu({ gpu: late.gpu, timeoutMilliseconds: 1 })).rejects.toThrow(GpuUnavailableError);
    const destroyed = new Promise((resolve) => give({ destroy: () => resolve("destroyed") }));
    expect(await destroyed).toBe("destroyed");
  });

  it.each([0, -1, 1.5, 2 ** 31, Infinity, "1", null])("is not waited for by a bad limit: %s", async (timeoutMilliseconds) => {
    const error = await loadGpu({ gpu: fakeGpu({}).gpu, timeoutMilliseconds: timeoutMilliseconds as never }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ name: "EpochInputError", path: "options.timeoutMilliseconds" });
  });
});

describe("a device that takes a batch and never answers", () => {
  /** Everything that a batch asks of a device, and no result. */
  function silentEngine(): GpuEngine {
    const nothing = () => {};
    const pass = { setPipeline: nothing, setBindGroup: nothing, dispatchWorkgroups: nothing, end: nothing };
    const encoder = { clearBuffer: nothing, beginComputePass: () => pass, copyBufferToBuffer: nothing, finish: nothing };
    const device = {
      lost: silence(),
      pushErrorScope: nothing,
      popErrorScope: silence,
      createBuffer: ({ size }: { size: number }) => ({ size, destroy: nothing, mapAsync: silence }),
      createBindGroup: nothing,
      createCommandEncoder: () => encoder,
      queue: { writeBuffer: nothing, submit: nothing },
    };
    const pipelines = { layouts: {}, stages: STAGES.map((stage) => ({ stage, pipeline: {} })) };
    const info = { name: "silent", vendor: "", architecture: "", device: "", description: "", isFallbackAdapter: false };
    return new GpuEngine(device as never, pipelines as never, info, limits, { requestAdapter: silence });
  }

  it("keeps nobody who aborts, neither of the batch that runs nor of those behind it", async () => {
    const engine = silentEngine();
    const controller = new AbortController();
    const batches = Array.from({ length: 12 }, () =>
      engine.epochBatch([state], { signal: controller.signal }).catch((reason: unknown) => reason),
    );
    // Once the first is with the device.
    await new Promise((resolve) => setTimeout(resolve));
    controller.abort("enough");
    expect(await Promise.all(batches)).toEqual(Array(12).fill("enough"));
  });
});
