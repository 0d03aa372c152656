/** The epoch on one device: checks, chunks, states that stay, and the device's life. */
import { abortSignal } from "../boundary/abortSignal.js";
import { checkOptions, checkState } from "../boundary/input.js";
import { boolean } from "../boundary/kinds.js";
import { orAborted } from "../boundary/onAbort.js";
import { EpochInputError } from "../errors.js";
import type { SubnetState } from "../types.js";
import { isArray, mapped } from "../values/arrays.js";
import { runChunks, type Batched, type Member } from "./batch.js";
import { chainOf, chainShared, chainSizes, packChain } from "./chain.js";
import type { Chunk, Section } from "./chunk.js";
import { GpuDestroyedError, GpuDeviceLostError, GpuOutOfMemoryError, GpuStateDestroyedError } from "./errors.js";
import type { HeldState } from "./held.js";
import { BYTES } from "./layout.js";
import { ALL, type Asked } from "./outputs.js";
import { pack } from "./pack.js";
import { jobOf, jobSizes, planChunks, type Limits } from "./plan.js";
import { PointsOf, type Point } from "./points.js";
import { checkAdvancing, checkReading, emptyRead } from "./reading.js";
import type { Pipelines } from "./stages.js";
import { Staging } from "./staging.js";
import { heldSizes, packPoints, sweepJob, sweepSizes } from "./sweep.js";
import type {
  Gpu,
  GpuAdapterInfo,
  GpuEpochOptions,
  GpuEpochResult,
  GpuOutput,
  GpuPoint,
  GpuPointResult,
  GpuProvider,
  GpuReadOptions,
  GpuState,
  GpuVectorOutput,
} from "./types.js";
import { uploadState } from "./upload.js";
import { Workspace } from "./workspace.js";

/** What is to run: packed, and what of it is whose. */
interface Work {
  /** the state on the device that it is of */
  held?: HeldState;
  batch: readonly Batched[];
  asked: Asked;
  size: number;
  pathOf(place: number, field?: string): string;
  signal: AbortSignal | undefined;
}

function within(path: string, field = ""): string {
  return [path, field].filter((part) => part !== "").join(".");
}

export class GpuEngine implements Omit<Gpu, typeof Symbol.dispose> {
  readonly backend = "gpu";
  readonly adapter: GpuAdapterInfo;
  /** the device, and what it came from for as long and no longer; undefined once destroyed */
  private held: { device: GPUDevice; provider: GpuProvider } | undefined;
  private readonly staging: Staging;
  private readonly workspace: Workspace;
  private readonly states = new Map<GpuState, HeldState>();
  private lost: string | undefined;
  /** one call at a time has the workspace */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    device: GPUDevice,
    pipelines: Pipelines,
    adapter: GpuAdapterInfo,
    private readonly limits: Limits,
    provider: GpuProvider,
  ) {
    this.held = { device, provider };
    this.adapter = adapter;
    this.staging = new Staging(device, limits.maxBufferSize);
    this.workspace = new Workspace(device, pipelines, this.staging);
    void device.lost.then(({ reason, message }) => {
      this.lost = message || reason || "no reason given";
    });
  }

  async epochBatch(states: readonly SubnetState[], options: GpuEpochOptions = {}): Promise<GpuEpochResult[]> {
    if (!isArray(states)) throw new EpochInputError("states", "an array of states", states);
    return this.batch(states, options, (place) => `states[${place}]`);
  }

  async epoch(state: SubnetState, options: GpuEpochOptions = {}): Promise<GpuEpochResult> {
    const [result] = await this.batch([state], options, () => "");
    return result!;
  }

  async upload(state: SubnetState): Promise<GpuState> {
    const checked = checkState(state);
    // Of a network without uids, too, all is known but its cells.
    const job = jobOf(checked, 0, "");
    const { device } = this.device();
    planChunks(
      [job],
      (one) => jobSizes(one, ALL),
      this.limits,
      () => "",
    );
    if (this.lost !== undefined) throw new GpuDeviceLostError(`the device is lost: ${this.lost}`, [undefined]);
    const held = await uploadState(device, this.staging, checked);
    const destroy = () => {
      held.destroy();
      this.states.delete(handle);
    };
    const handle = { n: checked.n, destroy, ...(Symbol.dispose && { [Symbol.dispose]: destroy }) } as GpuState;
    if (this.held === undefined) {
      held.destroy();
      throw new GpuDestroyedError();
    }
    this.states.set(handle, held);
    return handle;
  }

  async sweep<Output extends GpuOutput, Sum extends GpuVectorOutput>(
    state: GpuState,
    points: readonly GpuPoint[],
    options: GpuReadOptions<Output, Sum> = {},
  ): Promise<GpuPointResult<Output, Sum>[]> {
    const { asked, signal } = checkReading(options);
    const held = this.heldBy(state);
    const pathOf = (place: number, field?: string) => within(`points[${place}]`, field);
    const jobs = checkPoints(points, held, "points").map((point, place) => sweepJob(held, point, place));
    const chunks = planChunks(
      held.n === 0 ? [] : jobs,
      (job) => sweepSizes(job, asked),
      this.limits,
      ({ place }) => pathOf(place),
      heldSizes(held),
    );
    const batch = this.packed(
      chunks,
      jobs.length,
      (chunk) => packPoints(held, chunk, asked, this.staging),
      (job) => ({ ...job, n: held.n }),
    );
    return (await this.inTurn({ held, batch, asked, size: jobs.length, pathOf, signal })) as never;
  }

  async epochs<Output extends GpuOutput, Sum extends GpuVectorOutput>(
    state: GpuState,
    steps: readonly GpuPoint[],
    options: GpuReadOptions<Output, Sum> & { advance: bigint },
  ): Promise<GpuPointResult<Output, Sum>[]> {
    const { asked, signal, advance } = checkAdvancing(options);
    const held = this.heldBy(state);
    const pathOf = (place: number, field?: string) => within(`steps[${place}]`, field);
    const { steps: chained, after } = chainOf(held, checkPoints(steps, held, "steps"), advance, pathOf);
    const chunks = planChunks(
      held.n === 0 ? [] : chained,
      () => chainSizes(held, asked),
      this.limits,
      ({ place }) => pathOf(place),
      chainShared(held),
    );
    const batch = this.packed(
      chunks,
      chained.length,
      (chunk) => packChain(held, chunk, asked, this.staging, chunk === chunks[0]),
      ({ place }) => ({ place, n: held.n, slots: held.wide }),
    );
    // A buffer that grew on the way would lose what the epochs before have left.
    for (const section of ["state", "storedWeights", "storedBonds"] as const) {
      const most = batch.reduce((bytes, { chunk }) => Math.max(bytes, chunk.sizes[section]), 0);
      for (const { chunk } of batch) chunk.sizes[section] = most;
    }
    const done = () => {
      if (batch.length > 0) this.workspace.keep(keptOf(held));
      held.current = after;
      held.narrow = undefined;
    };
    held.advances = true;
    try {
      return (await this.inTurn({ held, batch, asked, size: chained.length, pathOf, signal }, done)) as never;
    } finally {
      held.advances = false;
    }
  }

  destroy(): void {
    for (const state of this.states.keys()) state.destroy();
    this.workspace.destroy();
    this.staging.destroy();
    this.held?.device.destroy();
    this.held = undefined;
  }

  private async batch(
    states: readonly SubnetState[],
    options: GpuEpochOptions,
    pathOf: (place: number) => string,
  ): Promise<GpuEpochResult[]> {
    const { digest = false, signal } = checkOptions(options, { digest: boolean, signal: abortSignal });
    this.device();
    const asked = { ...ALL, digest };
    const jobs = mapped(states, (state, place) => jobOf(checkState(state, pathOf(place)), place, pathOf(place)));
    const chunks = planChunks(
      jobs.filter(({ state }) => state.n > 0),
      (job) => jobSizes(job, asked),
      this.limits,
      ({ place }) => pathOf(place),
    );
    const batch = this.packed(
      chunks,
      jobs.length,
      (chunk) => pack(chunk, asked, this.staging),
      ({ place, state: { n }, shape: { slots } }) => ({ place, n, slots }),
    );
    const work = { batch, asked, size: jobs.length, pathOf: (place: number, field?: string) => within(pathOf(place), field), signal };
    return (await this.inTurn(work)) as GpuEpochResult[];
  }

  private device(): { device: GPUDevice } {
    if (this.held === undefined) throw new GpuDestroyedError();
    return this.held;
  }

  private heldBy(state: GpuState): HeldState {
    this.device();
    const held = this.states.get(state);
    if (held?.advances) throw new EpochInputError("state", "a state on which no call of epochs runs (await it)", state);
    if (held !== undefined) return held;
    if (typeof state?.destroy === "function" && typeof state.n === "number") throw new GpuStateDestroyedError();
    throw new EpochInputError("state", "a state on this device, as upload gives it", state);
  }

  /** All chunks, so that the caller's arrays are not read any more. @throws GpuOutOfMemoryError */
  private packed<Item>(
    chunks: readonly Item[][],
    size: number,
    pack: (items: Item[]) => Chunk,
    memberOf: (item: Item) => Member,
  ): Batched[] {
    const batch: Batched[] = [];
    try {
      for (const items of chunks) batch.push({ chunk: pack(items), members: items.map(memberOf) });
      return batch;
    } catch (error) {
      batch.forEach(({ chunk }) => this.drop(chunk));
      if (error instanceof RangeError) throw new GpuOutOfMemoryError(error.message, new Array(size).fill(undefined));
      throw error;
    }
  }

  private drop({ staged }: Chunk): void {
    for (const buffer of staged) this.staging.unused(buffer);
  }

  /** @param done is called while the workspace is still as the last chunk has left it */
  private async inTurn({ held, batch, asked, size, pathOf, signal }: Work, done: () => void = () => undefined): Promise<object[]> {
    const adapter = this.adapter.name;
    const run = this.turn.then(async () => {
      const end = signal?.aborted ? () => signal.reason as unknown : this.ended(size, held);
      if (end !== undefined) {
        batch.forEach(({ chunk }) => this.drop(chunk));
        throw end();
      }
      const results = await runChunks(batch, {
        submit: (chunk) => this.workspace.submit(chunk),
        drop: (chunk) => this.drop(chunk),
        made: (read) => ({ ...read, adapter }),
        asked,
        size,
        pathOf,
        signal,
        lost: () => this.lost,
      });
      done();
      // Only a network without uids has not been computed.
      return results.map((result) => result ?? { ...emptyRead(asked), adapter });
    });
    this.turn = run.catch(() => undefined);
    // A device that never answers keeps its turn, but not the caller.
    return orAborted(run, signal);
  }

  /** Why nothing can run, if so. */
  private ended(size: number, held: HeldState | undefined): (() => unknown) | undefined {
    if (this.held === undefined) return () => new GpuDestroyedError();
    if (held?.open === false) return () => new GpuStateDestroyedError();
    const { lost } = this;
    return lost === undefined ? undefined : () => new GpuDeviceLostError(`the device is lost: ${lost}`, new Array(size).fill(undefined));
  }
}

function checkPoints(points: readonly GpuPoint[], { current }: HeldState, name: string): Point[] {
  if (!isArray(points)) throw new EpochInputError(name, "an array of points", points);
  const all = new PointsOf(current);
  return mapped(points, (point: unknown, place) => all.check(point, `${name}[${place}]`));
}

function keptOf({ state, stateWords, weights, bonds }: HeldState): { from: Section; to: GPUBuffer; bytes: number }[] {
  return [
    { from: "state" as const, to: state, bytes: stateWords * BYTES.word },
    { from: "storedWeights" as const, to: weights.buffer, bytes: 2 * weights.entries * BYTES.half },
    { from: "storedBonds" as const, to: bonds.buffer, bytes: 2 * bonds.entries * BYTES.half },
  ].filter(({ bytes }) => bytes > 0);
}
