/// <reference lib="esnext.disposable" preserve="true" />
import type { EpochResult, HostType, StoredRow, SubnetState } from "../types.js";

/** As much of `navigator.gpu` as is needed to begin. */
export interface GpuProvider {
  /** As of WebGPU: an adapter, or null where there is none. */
  requestAdapter(options?: { powerPreference?: "low-power" | "high-performance" }): Promise<unknown>;
}

/** Which GPU, and how much of it and of the time. */
export interface GpuOptions {
  /** where adapters come from; default: `navigator.gpu`, in Node the package `webgpu` */
  gpu?: GpuProvider;
  /** as of WebGPU; default: the host decides */
  powerPreference?: "low-power" | "high-performance";
  /**
   * bytes of one buffer at most, 1 MiB or more; default: what the adapter offers. Whatever it offers, 134217728 (the
   * default limit of WebGPU) suffices for 4096 x 4096 weights
   */
  maxBufferBytes?: number;
  /**
   * how long each of the host's answers may take that come before a batch: the adapter, the device, each of the compiled
   * shaders, the self-test of each mode; 1 to 2147483647, default: 30000. Batches have no limit
   */
  timeoutMilliseconds?: number;
}

/** The device behind the results, in its driver's words; texts may be empty. */
export interface GpuAdapterInfo {
  /** what results carry */
  readonly name: string;
  /** the maker's name */
  readonly vendor: string;
  /** family of devices */
  readonly architecture: string;
  /** the driver's name of the device */
  readonly device: string;
  /** in words */
  readonly description: string;
  /** whether it is software, which is slower than WebAssembly and good for checking only */
  readonly isFallbackAdapter: boolean;
}

/** An epoch's result with the name of the adapter that computed it. */
export interface GpuEpochResult extends EpochResult {
  /** the adapter's name */
  adapter: string;
}

/** What a batch gives beside the results, and what ends it. */
export interface GpuEpochOptions {
  /** add the SHA-256 of each result */
  digest?: boolean;
  /** rejects the call with the signal's reason as soon as it aborts; chunks that the device has run to their end unseen */
  signal?: HostType<"AbortSignal">;
}

/** A state that lies on the device, for sweeps and chains of epochs. */
export interface GpuState {
  /** how many uids it has */
  readonly n: number;
  /** Gives its memory on the device back. May be called again. */
  destroy(): void;
  /** `destroy`, for `using`, on hosts that have the symbol. */
  [Symbol.dispose](): void;
}

/** One row of weights or bonds, whole, and whose it is. */
export interface UidRow extends StoredRow {
  readonly uid: number;
}

/**
 * What a network has that the state on the device has not: hyperparameters, blocks, stakes and other vectors, and single
 * rows. Nothing else is sent to the device; a row that several points have, the same object, is sent once.
 */
export type GpuPoint = Partial<Omit<SubnetState, "n" | "ruleSet" | "weights" | "bonds" | "stake">> & {
  weightRows?: readonly UidRow[];
  bondRows?: readonly UidRow[];
};

/** The parts of a result. */
export type GpuOutput = keyof Omit<EpochResult, "trace" | "digest">;

/** Those that are vectors. */
export type GpuVectorOutput = Exclude<GpuOutput, "bonds">;

/** What is read back of each network; what is not asked for stays on the device. */
export interface GpuReadOptions<Output extends GpuOutput = GpuOutput, Sum extends GpuVectorOutput = GpuVectorOutput> {
  /** parts of the result; default: all; in sweeps and chains none where there are sums or digests */
  outputs?: readonly Output[];
  /** parts of which the sum over all uids is read: of u64, wrapping, or of u16 or flags */
  sums?: readonly Sum[];
  /** the SHA-256 of the whole result, computed on the device */
  digest?: boolean;
  /** rejects the call with the signal's reason as soon as it aborts; what the device has runs to its end unseen */
  signal?: HostType<"AbortSignal">;
}

/** With these alone a sweep or a chain reads no part of the results. */
export type NoOutputs<Sum extends GpuVectorOutput = never> = Omit<GpuReadOptions<never, Sum>, "outputs"> & { outputs?: undefined } & (
    | { sums: readonly Sum[] }
    | { digest: true }
  );

/** What was asked for of a network, with the name of the adapter that computed it. */
export type GpuPointResult<Output extends GpuOutput = GpuOutput, Sum extends GpuVectorOutput = never> = Pick<EpochResult, Output> &
  ([Sum] extends [never] ? unknown : { sums: Record<Sum, bigint> }) & {
    digest?: string;
    adapter: string;
  };

/**
 * Epochs on a GPU, bit for bit those of every other backend. The first call that has a state of a mode (classic, Yuma3,
 * liquid alpha, stakes whose sum may wrap), or asks for its digests or a chain of its epochs, waits until the shaders of
 * the mode are compiled and the device has answered known states of it with the specification's digests.
 */
export interface Gpu {
  /** what computes */
  readonly backend: "gpu";
  /** the device behind it */
  readonly adapter: GpuAdapterInfo;
  /**
   * The epochs of many networks of any sizes, in their order. All are checked and copied before any runs, so that their
   * arrays may change at once.
   * @throws EpochInputError where a state cannot be a chain state; its path names it (`states[3].kappa`)
   * @throws GpuScopeError where a state is not covered (bindings/gpu/register.ts); GpuGuardError where the device finds it out
   * @throws GpuSizeError where a state alone exceeds a limit of the device
   * @throws GpuSelfTestError where the device does not take a shader, or answers wrongly in a mode: from then on always
   * @throws GpuUnavailableError where it does not compile a shader in time; the next batch waits for it again
   * @throws GpuOutOfMemoryError, GpuDeviceLostError with what was done until then
   * @throws GpuDestroyedError after `destroy`
   */
  epochBatch<Output extends GpuOutput = GpuOutput, Sum extends GpuVectorOutput = never>(
    states: readonly SubnetState[],
    options?: GpuReadOptions<Output, Sum>,
  ): Promise<GpuPointResult<Output, Sum>[]>;
  /** A batch of one. @throws as `epochBatch` */
  epoch<Output extends GpuOutput = GpuOutput, Sum extends GpuVectorOutput = never>(
    state: SubnetState,
    options?: GpuReadOptions<Output, Sum>,
  ): Promise<GpuPointResult<Output, Sum>>;
  /**
   * Copies a state to the device, where it stays until it is destroyed.
   * @throws EpochInputError, GpuScopeError, GpuSizeError as `epochBatch`
   * @throws GpuOutOfMemoryError where the device has no memory for it
   */
  upload(state: SubnetState): Promise<GpuState>;
  /**
   * One epoch of each of many networks that differ from a state on the device by deltas. The state stays as it is. All
   * points are checked and copied before any runs.
   * @throws EpochInputError where a field is not of its kind or cannot be a delta; its path names it (`points[3].kappa`)
   * @throws GpuStateDestroyedError where the state is no more
   * @throws as `epochBatch`
   */
  sweep<Sum extends GpuVectorOutput = never>(
    state: GpuState,
    points: readonly GpuPoint[],
    options: NoOutputs<Sum>,
  ): Promise<GpuPointResult<never, Sum>[]>;
  /** The same with parts of the results: those that are named, or all. @throws as with sums alone */
  sweep<Output extends GpuOutput = GpuOutput, Sum extends GpuVectorOutput = never>(
    state: GpuState,
    points: readonly GpuPoint[],
    options?: GpuReadOptions<Output, Sum>,
  ): Promise<GpuPointResult<Output, Sum>[]>;
  /**
   * Epochs one behind the other, as many as there are steps: each step's deltas are made for good, then an epoch runs, and
   * its permits, bonds and consensus become those of the state without leaving the device, as its blocks move on by
   * `advance`. The state on the device is the one behind the last epoch; where the call fails it stays as it was.
   * @throws EpochInputError too where a row is of a uid that had neither a permit nor weights nor bonds when it was uploaded
   * @throws as `sweep`
   */
  epochs<Sum extends GpuVectorOutput = never>(
    state: GpuState,
    steps: readonly GpuPoint[],
    options: NoOutputs<Sum> & { advance: bigint },
  ): Promise<GpuPointResult<never, Sum>[]>;
  /** The same with parts of the results: those that are named, or all. @throws as with sums alone */
  epochs<Output extends GpuOutput = GpuOutput, Sum extends GpuVectorOutput = never>(
    state: GpuState,
    steps: readonly GpuPoint[],
    options: GpuReadOptions<Output, Sum> & { advance: bigint },
  ): Promise<GpuPointResult<Output, Sum>[]>;
  /** Lets the device go; a process ends only then. May be called again. */
  destroy(): void;
  /** `destroy`, for `using`, on hosts that have the symbol. */
  [Symbol.dispose](): void;
}

/** A result with the adapter's name where a GPU computed it. */
export type BatchResult = EpochResult & { adapter?: string };

/**
 * What a batch costs on an adapter and in WebAssembly, as measured by one version of this package on one machine. It
 * decides where batches run, and nothing of what comes out. Plain JSON, to be kept between processes.
 */
export interface Calibration {
  /** the adapter's name */
  readonly adapter: string;
  /** of this package */
  readonly version: string;
  /** what every batch costs on the device, whatever is in it */
  readonly fixedNanoseconds: number;
  /** what each stored weight and bond costs there beside */
  readonly nanosecondsPerEntry: number;
  /** what each costs in WebAssembly */
  readonly wasmNanosecondsPerEntry: number;
}

/** Where batches run. */
export interface BatchOptions extends GpuOptions {
  /**
   * "gpu" and "wasm" take everything to where they say; "auto", the default, takes a batch to a GPU that is no software
   * where it is expected to end first there, and to WebAssembly all others and whatever the GPU does not cover or could not
   * finish
   */
  backend?: "auto" | "gpu" | "wasm";
  /** under "auto": what `Batch.calibration` was; one of another adapter or version of the package is not used */
  calibration?: Calibration;
}

/** Batches of epochs on a GPU or in WebAssembly, bit for bit the same. */
export interface Batch {
  /** what was asked for */
  readonly backend: "auto" | "gpu" | "wasm";
  /** of the GPU that work may go to, undefined where there is none */
  readonly adapter: GpuAdapterInfo | undefined;
  /** why there is no GPU or it is not used, empty where it is */
  readonly why: string;
  /** by which "auto" chooses; undefined as long as no work made it worth while to measure, and where nothing is chosen */
  readonly calibration: Calibration | undefined;
  /** As `Gpu.epochBatch`; under "auto" and "wasm" every state is covered. @throws as `Gpu.epochBatch` */
  epochBatch(states: readonly SubnetState[], options?: GpuEpochOptions): Promise<BatchResult[]>;
  /** Lets the GPU go, where there is one. May be called again. */
  destroy(): void;
  /** `destroy`, for `using`, on hosts that have the symbol. */
  [Symbol.dispose](): void;
}
