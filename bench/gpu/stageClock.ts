/** What each stage takes on the device, by the device's own clock. */
import { standIn } from "./standIn.js";

// GPUBufferUsage and GPUMapMode; the names are not everywhere globals.
const MAP_READ = 1;
const COPY_SRC = 4;
const COPY_DST = 8;
const QUERY_RESOLVE = 512;
const MODE_READ = 1;

/** What a query set holds at most on every device, two for each pass. */
const QUERIES = 4096;
/** u64, ns */
const QUERY_BYTES = 8;

type SetBindGroup = GPUComputePassEncoder["setBindGroup"];

/** The clock of devices that have one. */
export const TIMESTAMPS = "timestamp-query";

/** ns of each stage by its name */
export type StageTimes = Record<string, number>;

/**
 * Stands for a device, and puts every pipeline into a pass of its own, with a timestamp at both ends. Passes do not
 * overlap, so that the stages' sum is the device's time, if with a little more waiting than in one pass.
 */
export class StageClock {
  readonly device: GPUDevice;
  private readonly queries: GPUQuerySet;
  private readonly resolved: GPUBuffer;
  private readonly read: GPUBuffer;
  /** the stage of each pass since the last reading */
  private passes: string[] = [];

  /** @param names the stages of the pipelines that will run */
  constructor(
    private readonly real: GPUDevice,
    private readonly names: ReadonlyMap<GPUComputePipeline, string>,
  ) {
    const size = QUERIES * QUERY_BYTES;
    this.queries = real.createQuerySet({ type: "timestamp", count: QUERIES });
    this.resolved = real.createBuffer({ size, usage: QUERY_RESOLVE | COPY_SRC });
    this.read = real.createBuffer({ size, usage: MAP_READ | COPY_DST });
    this.device = standIn(real, {
      createCommandEncoder: (descriptor) => {
        const encoder = real.createCommandEncoder(descriptor);
        return standIn(encoder, { beginComputePass: () => this.timedPass(encoder) });
      },
    });
  }

  /** Waits for the device, and gives the times since the last reading. */
  async times(): Promise<StageTimes> {
    const { passes } = this;
    this.passes = [];
    const times: StageTimes = {};
    if (passes.length === 0) return times;
    const encoder = this.real.createCommandEncoder();
    encoder.resolveQuerySet(this.queries, 0, 2 * passes.length, this.resolved, 0);
    encoder.copyBufferToBuffer(this.resolved, 0, this.read, 0, 2 * passes.length * QUERY_BYTES);
    this.real.queue.submit([encoder.finish()]);
    await this.read.mapAsync(MODE_READ);
    const stamps = new BigUint64Array(this.read.getMappedRange());
    passes.forEach((stage, pass) => {
      times[stage] = (times[stage] ?? 0) + Number(stamps[2 * pass + 1]! - stamps[2 * pass]!);
    });
    this.read.unmap();
    return times;
  }

  destroy(): void {
    this.queries.destroy();
    this.resolved.destroy();
    this.read.destroy();
  }

  private timedPass(encoder: GPUCommandEncoder): GPUComputePassEncoder {
    let pass: GPUComputePassEncoder | undefined;
    const groups = new Map<number, Parameters<SetBindGroup>>();
    const timed: Partial<GPUComputePassEncoder> = {
      setPipeline: (pipeline) => {
        pass?.end();
        pass = encoder.beginComputePass({ timestampWrites: this.writes(pipeline) });
        pass.setPipeline(pipeline);
        for (const group of groups.values()) pass.setBindGroup(...group);
      },
      setBindGroup: ((...group: Parameters<SetBindGroup>) => {
        groups.set(group[0], group);
        pass?.setBindGroup(...group);
      }) as SetBindGroup,
      dispatchWorkgroups: (...counts) => pass?.dispatchWorkgroups(...counts),
      dispatchWorkgroupsIndirect: (...place) => pass?.dispatchWorkgroupsIndirect(...place),
      end: () => pass?.end(),
    };
    return timed as GPUComputePassEncoder;
  }

  private writes(pipeline: GPUComputePipeline): GPUComputePassTimestampWrites {
    const stage = this.names.get(pipeline);
    if (stage === undefined) throw new Error("a pipeline runs that is no stage");
    const first = 2 * this.passes.length;
    if (first === QUERIES) throw new Error(`more than ${QUERIES / 2} passes between two readings of the device's clock`);
    this.passes.push(stage);
    return { querySet: this.queries, beginningOfPassWriteIndex: first, endOfPassWriteIndex: first + 1 };
  }
}
