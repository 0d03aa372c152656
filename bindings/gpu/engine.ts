/** The epoch on one device: checks, chunks, states that stay, and the device's life. */
import { checkState, type CheckedState } from "../boundary/input.js";
import { orAborted } from "../boundary/onAbort.js";
import { EpochInputError } from "../errors.js";
import type { SubnetState } from "../types.js";
import { isArray, mapped } from "../values/arrays.js";
import { answered } from "./answered.js";
import { runChunks, type Batched, type Member } from "./batch.js";
import { chainOf, chainShared, chainSizes, packChain } from "./chain.js";
import type { Chunk, Section } from "./chunk.js";
import {
  GpuDestroyedError,
  GpuDeviceLostError,
  GpuGuardError,
  GpuOutOfMemoryError,
  GpuStateDestroyedError,
  GpuUnavailableError,
} from "./errors.js";
import { heldRowBytes, type HeldState } from "./held.js";
import { BYTES } from "./layout.js";
import { modesOfAll, type Modes } from "./modes.js";
import { ALL, type Asked } from "./outputs.js";
import { pack } from "./pack.js";
import { jobOf, jobSizes, planChunks, type Limits } from "./plan.js";
import { PointsOf, type Point } from "./points.js";
import { Preparation } from "./preparation.js";
import { checkAdvancing, checkBatchReading, checkReading, emptyRead } from "./reading.js";
import type { CompiledStage, Pipelines } from "./pipelines.js";
import { BLOCKS, type Answering } from "./selfTest.js";
import { Staging } from "./staging.js";
import { heldSizes, packPoints, sweepJob, sweepSizes } from "./sweep.js";
import type {
  Gpu,
  GpuAdapterInfo,
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
import { consensusOf } from "./vectors.js";
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
  /** of epochs of which each begins with what the one before has left: that everything has been read, and is right */
  done?(): void;
}

function within(path: string, field = ""): string {
  return [path, field].filter((part) => part !== "").join(".");
}

const nothing = () => undefined;

/** Whose a state is, also when it is no more. */
const OWNERS = new WeakMap<GpuState, GpuEngine>();

export class GpuEngine implements Omit<Gpu, typeof Symbol.dispose> {
  readonly backend = "gpu";
  /** the device, and what it came from for as long and no longer; undefined once destroyed */
  private held: { device: GPUDevice; provider: GpuProvider } | undefined;
  private readonly staging: Staging;
  private readonly workspace: Workspace;
  private readonly states = new Map<GpuState, HeldState>();
  private lost: string | undefined;
  private readonly preparation: Preparation;
  /** one call at a time has the workspace */
  private turn: Promise<unknown> = Promise.resolve();

  /** @param timeoutMilliseconds for the self-test of each mode */
  constructor(
    device: GPUDevice,
    private readonly pipelines: Pick<Pipelines, "layouts" | "of">,
    readonly adapter: GpuAdapterInfo,
    private readonly limits: Limits,
    provider: GpuProvider,
    private readonly timeoutMilliseconds?: number,
  ) {
    this.held = { device, provider };
    this.staging = new Staging(device, limits.maxBufferSize);
    this.workspace = new Workspace(device, pipelines.layouts, this.staging);
    this.preparation = new Preparation(pipelines, this.answering());
    void device.lost.then(({ reason, message }) => {
      this.lost ??= message || reason || "no reason given";
    });
  }

  async epochBatch<Output extends GpuOutput, Sum extends GpuVectorOutput>(
    states: readonly SubnetState[],
    options: GpuReadOptions<Output, Sum> = {},
  ): Promise<GpuPointResult<Output, Sum>[]> {
    if (!isArray(states)) throw new EpochInputError("states", "an array of states", states);
    return (await this.batch(states, options, (place) => `states[${place}]`)) as never;
  }

  async epoch<Output extends GpuOutput, Sum extends GpuVectorOutput>(
    state: SubnetState,
    options: GpuReadOptions<Output, Sum> = {},
  ): Promise<GpuPointResult<Output, Sum>> {
    const [result] = await this.batch([state], options, () => "");
    return result as never;
  }

  async upload(state: SubnetState): Promise<GpuState> {
    const checked = checkState(state);
    const held = await this.uploaded({ ...checked, previousConsensus: consensusOf(checked.previousConsensus, checked.n) });
    const destroy = () => {
      held.destroy();
      this.states.delete(handle);
    };
    const handle = { n: held.n, destroy, ...(Symbol.dispose && { [Symbol.dispose]: destroy }) } as GpuState;
    this.states.set(handle, held);
    OWNERS.set(handle, this);
    return handle;
  }

  async sweep<Output extends GpuOutput, Sum extends GpuVectorOutput>(
    state: GpuState,
    points: readonly GpuPoint[],
    options: GpuReadOptions<Output, Sum> = {},
  ): Promise<GpuPointResult<Output, Sum>[]> {
    const { asked, signal } = checkReading(options);
    const held = this.heldBy(state);
    const jobs = checkPoints(points, held, "points").map((point, place) => sweepJob(held, point, place));
    const pathOf = (place: number, field?: string) => within(`points[${place}]`, field);
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
      ({ place, slots }) => ({ place, n: held.n, slots }),
    );
    return (await this.run({ held, batch, asked, size: jobs.length, pathOf, signal })) as never;
  }

  async epochs<Output extends GpuOutput, Sum extends GpuVectorOutput>(
    state: GpuState,
    steps: readonly GpuPoint[],
    options: GpuReadOptions<Output, Sum> & { advance: bigint },
  ): Promise<GpuPointResult<Output, Sum>[]> {
    const { asked, signal, advance } = checkAdvancing(options);
    const held = this.heldBy(state);
    const work = this.chained(held, checkPoints(steps, held, "steps"), advance, asked, signal);
    held.advances = true;
    try {
      return (await this.run(work)) as never;
    } finally {
      held.advances = false;
    }
  }

  /**
   * Compiles what calls of these modes need, and tests what has not been.
   * @throws GpuSelfTestError, GpuUnavailableError
   */
  prepare(modes: Modes): Promise<CompiledStage[]> {
    return this.preparation.stagesOf(modes);
  }

  destroy(): void {
    for (const state of this.states.keys()) state.destroy();
    this.workspace.destroy();
    this.staging.destroy();
    this.held?.device.destroy();
    this.held = undefined;
  }

  private async batch(states: readonly SubnetState[], options: GpuReadOptions, pathOf: (place: number) => string): Promise<object[]> {
    const { asked, signal } = checkBatchReading(options);
    return this.run(this.batched(states, asked, pathOf, signal));
  }

  private batched(states: readonly SubnetState[], asked: Asked, pathOf: (place: number) => string, signal?: AbortSignal): Work {
    this.device();
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
    return { batch, asked, size: jobs.length, pathOf: (place, field) => within(pathOf(place), field), signal };
  }

  private async uploaded(state: CheckedState): Promise<HeldState> {
    const job = jobOf(state, 0, "");
    const { device } = this.device();
    const { weights, bonds } = heldRowBytes(state);
    planChunks(
      [job],
      (one) => ({ ...jobSizes(one, ALL), "stored weights": weights, "stored bonds": bonds }),
      this.limits,
      () => "",
    );
    this.refuseEnded(1);
    const held = await uploadState(device, this.staging, state);
    if (this.held !== undefined) return held;
    held.destroy();
    throw new GpuDestroyedError();
  }

  private chained(held: HeldState, points: readonly Point[], advance: bigint, asked: Asked, signal?: AbortSignal): Work {
    const pathOf = (place: number, field?: string) => within(`steps[${place}]`, field);
    const { steps, after, upper } = chainOf(held, points, advance, pathOf);
    const chunks = planChunks(
      held.n === 0 ? [] : steps,
      () => chainSizes(held, asked),
      this.limits,
      ({ place }) => pathOf(place),
      chainShared(held),
    );
    const batch = this.packed(
      chunks,
      steps.length,
      (chunk) => packChain(held, chunk, asked, this.staging, chunk === chunks[0]),
      ({ place }) => ({ place, n: held.n, slots: held.all }),
    );
    // A buffer that grew on the way would lose what the epochs before have left.
    for (const section of ["state", "storedWeights", "storedBonds"] as const) {
      const most = batch.reduce((bytes, { chunk }) => Math.max(bytes, chunk.sizes[section]), 0);
      for (const { chunk } of batch) chunk.sizes[section] = most;
    }
    const done = () => {
      if (batch.length > 0) this.workspace.keep(keptOf(held));
      held.current = after;
      held.upper = upper;
      held.counting = undefined;
    };
    return { held, batch, asked, size: steps.length, pathOf, signal, done };
  }

  /** The device's answers to the self-test, which alone comes before a mode is known to be right. */
  private answering(): Answering {
    const answer = async (work: Work) => {
      const run = this.run(work, (modes) => this.pipelines.of(modes));
      try {
        return await answered("the device does not answer the self-test", this.timeoutMilliseconds, () => run);
      } catch (error) {
        // Its turn would never end: whatever waits behind it is told that the device is lost.
        if (error instanceof GpuUnavailableError) this.giveUp(error.message);
        throw error;
      }
    };
    const pathOf = (place: number) => `states[${place}]`;
    const onlyDigests: Asked = { outputs: [], sums: [], digest: true };
    const digestsOf = (results: readonly object[]) => (results as { digest: string }[]).map(({ digest }) => digest);
    return {
      results: (states) =>
        answer(this.batched(states, ALL, pathOf)).catch((error: unknown) => {
          if (error instanceof GpuGuardError) return error.results;
          throw error;
        }) as Promise<(GpuEpochResult | undefined)[]>,
      digests: async (states) => digestsOf(await answer(this.batched(states, onlyDigests, pathOf))),
      chained: async (states) => {
        const digests: string[] = [];
        for (const state of states) {
          const held = await this.uploaded(checkState(state));
          const twice = [1, 2].map((): Point => ({ fields: {}, weightRows: [], bondRows: [] }));
          const run = answer(this.chained(held, twice, BLOCKS, onlyDigests));
          digests.push(digestsOf(await run.finally(() => held.destroy()))[1]!);
        }
        return digests;
      },
    };
  }

  private device(): { device: GPUDevice } {
    if (this.held === undefined) throw new GpuDestroyedError();
    return this.held;
  }

  private heldBy(state: GpuState): HeldState {
    this.device();
    const held = this.states.get(state);
    if (held === undefined && OWNERS.get(state) === this) throw new GpuStateDestroyedError();
    if (held?.advances) throw new EpochInputError("state", "a state on which no call of epochs runs (await it)", state);
    if (held !== undefined) return held;
    throw new EpochInputError("state", "a state on this device, as upload gives it", state);
  }

  /** All chunks, so that the caller's arrays are not read any more. @throws GpuOutOfMemoryError, GpuDeviceLostError */
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
      const none = new Array<undefined>(size).fill(undefined);
      if (error instanceof RangeError) throw new GpuOutOfMemoryError(error.message, none);
      throw new GpuDeviceLostError(`the device is lost: ${this.lost ?? (error as Error).message}`, none);
    }
  }

  private drop({ staged }: Chunk): void {
    for (const buffer of staged) this.staging.unused(buffer);
  }

  /** @param prepare gives the stages of some modes once they may be used */
  private async run(work: Work, prepare = (modes: Modes) => this.prepare(modes)): Promise<object[]> {
    const { held, batch, asked, size, pathOf, signal, done } = work;
    const adapter = this.adapter.name;
    const refuse = () => {
      if (signal?.aborted) throw signal.reason;
      this.refuseEnded(size);
      if (held?.open === false) throw new GpuStateDestroyedError();
    };
    const prepared = async (): Promise<readonly CompiledStage[]> => {
      try {
        refuse();
        return batch.length === 0 ? [] : await prepare(modesOfAll(batch.map(({ chunk }) => chunk.modes)));
      } catch (error) {
        batch.forEach(({ chunk }) => this.drop(chunk));
        this.refuseEnded(size);
        throw error;
      }
    };
    const computed = async (stages: readonly CompiledStage[]) => {
      try {
        refuse();
      } catch (error) {
        batch.forEach(({ chunk }) => this.drop(chunk));
        throw error;
      }
      const places = new Set(batch.flatMap(({ members }) => members.map(({ place }) => place)));
      const results = await runChunks(batch, {
        submit: (chunk) => this.workspace.submit(chunk, stages),
        drop: (chunk) => this.drop(chunk),
        made: (read) => ({ ...read, adapter }),
        asked,
        results: Array.from({ length: size }, (_, place) => (places.has(place) ? undefined : { ...emptyRead(asked), adapter })),
        pathOf,
        isChain: done !== undefined,
        signal,
        lost: () => this.lost,
      });
      if (signal?.aborted) throw signal.reason;
      // The workspace is still as the last chunk has left it.
      done?.();
      return results;
    };
    // What a call has packed is of its state as it was: whoever called before goes first, however long it prepares.
    const before = held?.before;
    const begun = prepared().then(async (stages) => {
      await before;
      return this.inTurn(() => (held === undefined ? computed(stages) : held.during(() => computed(stages))));
    });
    if (held !== undefined) held.before = begun.then(nothing, nothing);
    // A device that never answers keeps its turn, but not the caller.
    return orAborted(
      begun.then(({ results }) => results),
      signal,
    );
  }

  /** Resolves when the work's turn comes. */
  private inTurn<T>(work: () => Promise<T>): Promise<{ results: Promise<T> }> {
    const begun = this.turn.then(() => ({ results: work() }));
    this.turn = begun.then(({ results }) => results).catch(() => undefined);
    return begun;
  }

  /** @throws GpuDestroyedError, GpuDeviceLostError */
  private refuseEnded(size: number): void {
    if (this.held === undefined) throw new GpuDestroyedError();
    if (this.lost !== undefined) throw new GpuDeviceLostError(`the device is lost: ${this.lost}`, new Array(size).fill(undefined));
  }

  private giveUp(reason: string): void {
    this.lost ??= reason;
    this.held?.device.destroy();
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
