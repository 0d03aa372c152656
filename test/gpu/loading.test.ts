/** Hosts whose GPU refuses, throws, or says nothing: what loading and the first batch make of them. */
import { describe, expect, it } from "vitest";
import { GpuDestroyedError, GpuDeviceLostError, GpuSelfTestError, GpuUnavailableError } from "../../bindings/gpu/errors.js";
import { loadBatch, loadGpu, type GpuProvider } from "../../bindings/gpu/index.js";
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
  /** as a driver that is gone does */
  lose(message: string): void;
}

/** A GPU that does as much as its parts say, and gives devices that take a batch and never answer, and are counted when they are destroyed. */
function fakeGpu(parts: { requestAdapter?: unknown; requestDevice?: unknown; compile?: unknown }): Fake {
  const nothing = () => {};
  const pass = { setPipeline: nothing, setBindGroup: nothing, dispatchWorkgroups: nothing, end: nothing };
  const encoder = { clearBuffer: nothing, beginComputePass: () => pass, copyBufferToBuffer: nothing, finish: nothing };
  let lose: (reason: { message: string }) => void;
  const device = {
    limits,
    lost: new Promise((resolve) => (lose = resolve)),
    createBindGroupLayout: () => ({}),
    createPipelineLayout: () => ({}),
    createShaderModule: () => ({}),
    createComputePipelineAsync: parts.compile ?? (async () => ({})),
    pushErrorScope: nothing,
    popErrorScope: silence,
    createBuffer: ({ size }: { size: number }) => ({
      size,
      getMappedRange: () => new ArrayBuffer(size),
      unmap: nothing,
      destroy: nothing,
      mapAsync: silence,
    }),
    createBindGroup: nothing,
    createCommandEncoder: () => encoder,
    queue: { writeBuffer: nothing, submit: nothing },
    destroy: () => fake.destroyed++,
  };
  const adapter = { limits, requestDevice: parts.requestDevice ?? (async () => device) };
  const fake: Fake = {
    gpu: { requestAdapter: (parts.requestAdapter ?? (async () => adapter)) as GpuProvider["requestAdapter"] },
    destroyed: 0,
    lose: (message) => lose({ message }),
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

  it("loses its device, whenever that comes", async () => {
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

describe("a first batch", () => {
  const failureOf = (run: Promise<unknown>) => run.catch((error: unknown) => error as Error);

  it("fails where the device takes no shader, and loading does not", async () => {
    const fake = fakeGpu({ compile: async () => refusal() });
    const gpu = await loadGpu({ gpu: fake.gpu });
    for (let batch = 0; batch < 2; batch++) {
      const error = await failureOf(gpu.epochBatch([state]));
      expect(error).toBeInstanceOf(GpuSelfTestError);
      expect(error).toMatchObject({ message: `the device does not take the shader stake: ${GONE}` });
    }
    // Nothing is asked of it.
    expect(await gpu.epochBatch([])).toEqual([]);
    gpu.destroy();
    expect(fake.destroyed).toBe(1);
  });

  it("fails where the device compiles no shader in time", async () => {
    const options = { gpu: fakeGpu({ compile: silence }).gpu, timeoutMilliseconds: 1 };
    const batches = [await loadGpu(options), await loadBatch({ ...options, backend: "gpu" })];
    for (const batch of batches) {
      const error = await failureOf(batch.epochBatch([state]));
      expect(error).toBeInstanceOf(GpuUnavailableError);
      expect(error).toMatchObject({ message: expect.stringContaining(`the device does not compile the shader stake: ${SILENT}`) });
    }
  });

  it("on a device that is lost or destroyed while it compiles says that", async () => {
    const failing: ((error: Error) => void)[] = [];
    const compile = () => new Promise((_, reject) => failing.push(reject));
    const fake = fakeGpu({ compile });
    const gpu = await loadGpu({ gpu: fake.gpu });
    const lost = failureOf(gpu.epochBatch([state, state]));
    fake.lose("pulled out");
    await null;
    failing.forEach((fail) => fail(new Error("device lost")));
    expect(await lost).toBeInstanceOf(GpuDeviceLostError);
    expect(await lost).toMatchObject({ message: "the device is lost: pulled out (0 of 2 states are done)", notDone: [0, 1] });
    expect(await failureOf(gpu.epochBatch([state]))).toBeInstanceOf(GpuDeviceLostError);

    const other = await loadGpu({ gpu: fakeGpu({ compile }).gpu });
    const destroyed = failureOf(other.epoch(state));
    other.destroy();
    failing.forEach((fail) => fail(new Error("device destroyed")));
    expect(await destroyed).toBeInstanceOf(GpuDestroyedError);
  });

  it("loses a device that does not answer the self-test in time, for whatever comes behind it", async () => {
    const fake = fakeGpu({});
    const gpu = await loadGpu({ gpu: fake.gpu, timeoutMilliseconds: 1 });
    const silent = `the device is lost: backend: the device does not answer the self-test: ${SILENT}`;
    for (const size of [1, 2]) {
      const error = await failureOf(gpu.epochBatch(Array(size).fill(state)));
      expect(error).toBeInstanceOf(GpuDeviceLostError);
      expect(error).toMatchObject({ message: `${silent} (0 of ${size} states are done)` });
    }
    expect(fake.destroyed).toBe(1);
  });

  it("keeps nobody who aborts, neither of the batch that runs nor of those behind it", async () => {
    for (const compile of [silence, undefined]) {
      const gpu = await loadGpu({ gpu: fakeGpu({ compile }).gpu });
      const controller = new AbortController();
      const batches = Array.from({ length: 12 }, () =>
        gpu.epochBatch([state], { signal: controller.signal }).catch((reason: unknown) => reason),
      );
      // Once the first is with the device.
      await new Promise((resolve) => setTimeout(resolve));
      controller.abort("enough");
      expect(await Promise.all(batches)).toEqual(Array(12).fill("enough"));
    }
  });
});
