/** The GPU's entry where there is no device: its options, adapters that are none, and the batches that WebAssembly takes. */
import type { Batch } from "../../../bindings/gpu/index.js";
import type { EpochResult, SubnetState } from "../../../bindings/types.js";
import { drawn, flag, list, oneOf, optional, real, record, whole, type Shape, type Values } from "./shapes.js";
import { REMARKS, state } from "./states.js";
import { methods, type Make } from "./methods.js";

/** Providers of adapters of every kind but a working one. */
const PROVIDERS: readonly object[] = [
  { requestAdapter: async () => null },
  { requestAdapter: () => undefined },
  { requestAdapter: () => 7 },
  { requestAdapter: async () => "adapter" },
  { requestAdapter: async () => ({}) },
  { requestAdapter: async () => ({ limits: {}, features: new Set(), info: null }) },
  {
    requestAdapter: async () => ({
      limits: { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 },
      requestDevice: async () => null,
    }),
  },
  {
    requestAdapter: async () => ({
      limits: { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 },
      requestDevice: async () => ({}),
    }),
  },
  {
    requestAdapter: async () => ({
      limits: { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 },
      requestDevice: () => Promise.reject(new Error("no device")),
    }),
  },
  { requestAdapter: () => Promise.reject(new Error("the driver is gone")) },
  { requestAdapter: () => Promise.reject(null) },
  { requestAdapter: () => new Promise(() => undefined) },
  {
    requestAdapter: () => {
      throw new TypeError("illegal invocation");
    },
  },
];

/** Always one, as no device is to be looked for; without one the host's is meant. */
const provider: Shape = {
  draw: (draw) => ({ ...draw.of(PROVIDERS) }),
  judge: (value) =>
    value === undefined || typeof (value as { requestAdapter?: unknown } | null | undefined)?.requestAdapter === "function"
      ? "accept"
      : "refuse",
};

const LEAST_BYTES = 1024 * 1024;
const OPTIONS = {
  gpu: provider,
  powerPreference: optional(oneOf("low-power", "high-performance")),
  // Some never answer.
  timeoutMilliseconds: drawn(optional(whole(1, 2 ** 31 - 1)), (draw) => 1 + draw.index(20)),
  maxBufferBytes: optional(drawn(whole(LEAST_BYTES, 2 ** 53 - 1), (draw) => LEAST_BYTES + draw.index(1_000))),
};

const text: Shape = { draw: (draw) => draw.of(["", "an adapter"]), judge: (value) => (typeof value === "string" ? "accept" : "refuse") };
const nanoseconds = real((value) => Number.isFinite(value) && value >= 0, 0, 0.5, 400_000, Number.MAX_VALUE);
/** One that was kept; no device is here for which it could count. */
const calibration = record(
  {
    adapter: text,
    version: text,
    fixedNanoseconds: nanoseconds,
    nanosecondsPerEntry: nanoseconds,
    wasmNanosecondsPerEntry: nanoseconds,
  },
  { remarks: REMARKS },
);

/** What a host or a device without a GPU answers with. */
const NO_DEVICE = ["unavailable", "gpu-self-test"];

const states = list(state, 3);
const EPOCH_OPTIONS = {
  digest: optional(flag),
  signal: {
    draw: () => undefined,
    judge: (value: unknown) => (value === undefined || value instanceof AbortSignal ? "accept" : "refuse"),
  } as Shape,
};

export const GPU: Readonly<Record<string, Make>> = {
  loadGpu: (name, load) => [
    {
      name,
      share: 0.4,
      parameters: [record(OPTIONS)],
      call: (...args) => load(...args),
      right: (_, [options]) => options?.gpu === undefined,
      may: NO_DEVICE,
    },
  ],
  async loadBatch(name, load, world) {
    const batch = (await load({ backend: "wasm" })) as Batch;
    return [
      {
        name,
        share: 0.2,
        parameters: [record({ ...OPTIONS, backend: optional(oneOf("auto", "gpu", "wasm")), calibration: optional(calibration) })],
        call: async (...args) => {
          const { backend, adapter, why, epochBatch, destroy } = (await load(...args)) as Batch;
          const [found] = await epochBatch([world.knownState], { digest: true });
          destroy();
          return { backend, adapter, why, digest: found?.digest };
        },
        right: ({ backend, adapter, why, digest }, [{ backend: asked = "auto" }]) =>
          backend === asked && adapter === undefined && why !== "" && digest === world.knownDigest,
        may: NO_DEVICE,
      },
      ...methods(`${name}()`, batch, {
        epochBatch: (name) => ({
          name,
          share: 1,
          parameters: [states, optional(record(EPOCH_OPTIONS))],
          call: (...args: [SubnetState[]]) => batch.epochBatch(...args),
          expected: (given: SubnetState[], { signal: _, ...options }: Values = {}) =>
            given.map((one): EpochResult => world.referenceYuma.epoch(one, options)),
        }),
        destroy: (name) => ({
          name,
          share: 0.05,
          parameters: [],
          call: async () => ((await load({ backend: "wasm" })) as Batch).destroy(),
          expected: () => undefined,
        }),
      }),
    ];
  },
};
