/** The epoch on one device: checks, chunks, and the device's life. */
import { isArray, mapped } from "../values/arrays.js";
import { abortSignal } from "../boundary/abortSignal.js";
import { copyOf, type Copies } from "../boundary/copyOf.js";
import { EpochInputError } from "../errors.js";
import { checkOptions, checkState } from "../boundary/input.js";
import { boolean } from "../boundary/kinds.js";
import { epochDigest } from "../boundary/canonical.js";
import { orAborted } from "../boundary/onAbort.js";
import type { SubnetState } from "../types.js";
import { runChunks } from "./batch.js";
import { GpuDestroyedError, GpuDeviceLostError } from "./errors.js";
import { Lane } from "./lane.js";
import { jobOf, planChunks, type Limits } from "./plan.js";
import type { Pipelines } from "./stages.js";
import type { Gpu, GpuAdapterInfo, GpuEpochOptions, GpuEpochResult, GpuProvider } from "./types.js";
import { emptyResult } from "./unpack.js";

export class GpuEngine implements Omit<Gpu, typeof Symbol.dispose> {
  readonly backend = "gpu";
  readonly adapter: GpuAdapterInfo;
  /** the device, and what it came from for as long and no longer; undefined once destroyed */
  private held: { device: GPUDevice; provider: GpuProvider } | undefined;
  private lanes: readonly [Lane, Lane];
  private lost: string | undefined;
  /** one batch at a time has the lanes */
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
    this.lanes = [new Lane(device, pipelines), new Lane(device, pipelines)];
    void device.lost.then(({ reason, message }) => {
      this.lost = message || reason || "no reason given";
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
    const jobs = checked.map((state, place) => jobOf(state, place, pathOf(place)));
    const chunks = planChunks(
      jobs.filter(({ state }) => state.n > 0),
      this.limits,
      pathOf,
    );
    if (signal?.aborted) throw signal.reason;
    const context = {
      lanes: this.lanes,
      adapter: this.adapter.name,
      size: checked.length,
      pathOf: (place: number, field = "") => [pathOf(place), field].filter((part) => part !== "").join("."),
      signal,
      lost: () => this.lost,
    };
    const computed = this.inTurn(() => {
      if (this.held === undefined) throw new GpuDestroyedError();
      if (this.lost !== undefined)
        throw new GpuDeviceLostError(`the device is lost: ${this.lost}`, new Array(checked.length).fill(undefined));
      return runChunks(chunks, context);
    });
    // A device that never answers keeps its turn, but not the caller.
    return (await orAborted(computed, signal)).map((given) => {
      // Only a state without uids has not been computed.
      const result = given ?? { ...emptyResult(), adapter: this.adapter.name };
      if (digest) result.digest = epochDigest(result);
      return result;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.turn.then(work);
    this.turn = run.catch(() => undefined);
    return run;
  }
}
