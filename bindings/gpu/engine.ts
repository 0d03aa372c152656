/** The epoch on one device: checks, preparation, chunks, and the device's life. */
import { isArray, mapped } from "../values/arrays.js";
import { abortSignal } from "../boundary/abortSignal.js";
import { copyOf, type Copies } from "../boundary/copyOf.js";
import { EpochInputError } from "../errors.js";
import { checkOptions, checkState, type CheckedState } from "../boundary/input.js";
import { boolean } from "../boundary/kinds.js";
import { epochDigest } from "../boundary/canonical.js";
import { orAborted } from "../boundary/onAbort.js";
import type { SubnetState } from "../types.js";
import { answered } from "./answered.js";
import { runChunks } from "./batch.js";
import { GpuDestroyedError, GpuDeviceLostError, GpuUnavailableError } from "./errors.js";
import { Lane } from "./lane.js";
import { modesOf, type Modes } from "./modes.js";
import type { CompiledStage, Pipelines } from "./pipelines.js";
import { jobOf, planChunks, type Limits } from "./plan.js";
import { Preparation } from "./preparation.js";
import type { Gpu, GpuAdapterInfo, GpuEpochOptions, GpuEpochResult, GpuProvider } from "./types.js";
import { emptyResult } from "./unpack.js";

export class GpuEngine implements Omit<Gpu, typeof Symbol.dispose> {
  readonly backend = "gpu";
  /** the device, and what it came from for as long and no longer; undefined once destroyed */
  private held: { device: GPUDevice; provider: GpuProvider } | undefined;
  private lanes: readonly [Lane, Lane];
  private lost: string | undefined;
  private readonly preparation: Preparation;
  /** one batch at a time has the lanes */
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
    this.lanes = [new Lane(device, pipelines.layouts), new Lane(device, pipelines.layouts)];
    this.preparation = new Preparation(pipelines, (states) => this.answer(states));
    void device.lost.then(({ reason, message }) => {
      this.lost ??= message || reason || "no reason given";
    });
  }

  async epochBatch(states: readonly SubnetState[], options: GpuEpochOptions = {}): Promise<GpuEpochResult[]> {
    if (!isArray(states)) throw new EpochInputError("states", "an array of states", states);
    return this.run(states, options, (place) => `states[${place}]`);
  }

  async epoch(state: SubnetState, options: GpuEpochOptions = {}): Promise<GpuEpochResult> {
    const [result] = await this.run([state], options, () => "");
    return result!;
  }

  /**
   * Compiles what batches of these modes need, and tests what has not been.
   * @throws GpuSelfTestError, GpuUnavailableError
   */
  prepare(modes: Modes): Promise<CompiledStage[]> {
    return this.preparation.stagesOf(modes);
  }

  destroy(): void {
    this.lanes.forEach((lane) => lane.destroy());
    this.held?.device.destroy();
    this.held = undefined;
  }

  private async run(
    states: readonly SubnetState[],
    options: GpuEpochOptions,
    pathOf: (place: number) => string,
  ): Promise<GpuEpochResult[]> {
    const { digest, signal } = checkOptions(options, { digest: boolean, signal: abortSignal });
    if (this.held === undefined) throw new GpuDestroyedError();
    const copies: Copies = new Map();
    const checked = mapped(states, (state, place) => copyOf(checkState(state, pathOf(place)), copies));
    const begun = this.begin(checked, pathOf, (modes) => this.prepare(modes), signal);
    // A device that never answers keeps its turn, but not the caller.
    const results = await orAborted(
      begun.then(({ done }) => done),
      signal,
    );
    if (digest) for (const result of results) result.digest = epochDigest(result);
    return results;
  }

  /** The device's answers to the self-test, which alone comes before a mode is known to be right. */
  private async answer(states: readonly SubnetState[]): Promise<GpuEpochResult[]> {
    const { done } = await this.begin(
      states.map((state) => checkState(state)),
      (place) => `states[${place}]`,
      (modes) => this.pipelines.of(modes),
    );
    try {
      return await answered("the device does not answer the self-test", this.timeoutMilliseconds, () => done);
    } catch (error) {
      // Its turn would never end: whatever waits behind it is told that the device is lost.
      if (error instanceof GpuUnavailableError) this.giveUp(error.message);
      throw error;
    }
  }

  /** Resolves when the device begins with what it computes. */
  private async begin(
    checked: readonly CheckedState[],
    pathOf: (place: number) => string,
    prepare: (modes: Modes) => Promise<readonly CompiledStage[]>,
    signal?: AbortSignal,
  ): Promise<{ done: Promise<GpuEpochResult[]> }> {
    const size = checked.length;
    const jobs = checked.map((state, place) => jobOf(state, place, pathOf(place))).filter(({ state }) => state.n > 0);
    const chunks = planChunks(jobs, this.limits, pathOf);
    if (signal?.aborted) throw signal.reason;
    this.refuseEnded(size);
    const stages =
      jobs.length === 0
        ? []
        : await prepare(modesOf(jobs)).catch((error: unknown) => {
            this.refuseEnded(size);
            throw error;
          });
    return this.inTurn(async () => {
      this.refuseEnded(size);
      const results = await runChunks(chunks, {
        lanes: this.lanes,
        stages,
        adapter: this.adapter.name,
        size,
        pathOf: (place, field = "") => [pathOf(place), field].filter((part) => part !== "").join("."),
        signal,
        lost: () => this.lost,
      });
      // Only a state without uids has not been computed.
      return results.map((result) => result ?? { ...emptyResult(), adapter: this.adapter.name });
    });
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

  /** Resolves when the work's turn comes. */
  private inTurn<T>(work: () => Promise<T>): Promise<{ done: Promise<T> }> {
    const begun = this.turn.then(() => ({ done: work() }));
    this.turn = begun.then(({ done }) => done).catch(() => undefined);
    return begun;
  }
}
