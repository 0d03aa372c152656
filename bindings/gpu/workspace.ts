/** The device's buffers that chunks are computed in, one chunk behind the other, and what is read back of each. */
import { SECTIONS, type Chunk, type Section } from "./chunk.js";
import { BYTES, VECTORS } from "./layout.js";
import type { Staging } from "./staging.js";
import type { CompiledStage, Pipelines } from "./pipelines.js";
import { BUFFERS, SEEN, type BindingKind, type BufferName } from "./stages.js";
import { MAP, USAGE } from "./usage.js";
import type { Slice } from "./work.js";

/** Dynamic offsets are multiples of it on every device. */
const SLICE_BYTES = 256;
/** In a slice's place: its list, its count, the uids of all networks, and what is read. */
const SLICE_WORDS = 4;
/** No binding may be smaller than what a shader declares. */
const LEAST_BYTES = 256;
/** Workgroups in one dimension of a dispatch, on every device. */
const MAX_GROUPS = 65_535;
/** Cells that one submission visits, about: a watchdog ends what takes too long. */
const SUBMISSION_COST = 16 * 1024 * 1024;

/** The device had too little memory for a chunk. */
export class WorkspaceMemoryError extends Error {}

/** A chunk that the device works on. */
export interface Submission {
  /**
   * Waits for it; what `use` is given is gone once it returns.
   * @throws WorkspaceMemoryError where memory did not suffice, and what the device throws
   */
  read<T>(use: (outputs: ArrayBuffer) => T): Promise<T>;
}

export class Workspace {
  private readonly buffers = new Map<string, GPUBuffer>();

  constructor(
    private readonly device: GPUDevice,
    private readonly layouts: Pipelines["layouts"],
    private readonly staging: Staging,
  ) {}

  /**
   * Hands the device all of a chunk's work, behind that of the chunks before.
   * @param stages those that its modes need, and maybe others
   */
  submit(chunk: Chunk, stages: readonly CompiledStage[]): Submission {
    const { device, staging } = this;
    const bytes = chunk.outputWords * BYTES.word;
    device.pushErrorScope("validation");
    device.pushErrorScope("internal");
    device.pushErrorScope("out-of-memory");
    let scopes: Promise<GPUError | null>[];
    let target: GPUBuffer;
    try {
      this.allocate(chunk);
      for (const buffer of chunk.staged) buffer.unmap();
      target = staging.toRead(bytes);
      this.compute(chunk, stages, target, bytes);
      for (const buffer of chunk.staged) staging.handedOver(buffer);
    } finally {
      scopes = [device.popErrorScope(), device.popErrorScope(), device.popErrorScope()];
    }
    const mapped = target.mapAsync(MAP.read, 0, bytes);
    mapped.catch(() => undefined);
    return {
      async read(use) {
        const [outOfMemory, internal, validation] = await Promise.all(scopes);
        if (outOfMemory) throw new WorkspaceMemoryError(outOfMemory.message);
        const error = internal ?? validation;
        if (error) throw new Error(error.message);
        await mapped;
        try {
          return use(target.getMappedRange(0, bytes) as ArrayBuffer);
        } finally {
          target.unmap();
          staging.wasRead(target);
        }
      },
    };
  }

  /** Copies what the last chunk has left in sections into buffers that stay. */
  keep(copies: readonly { from: Section; to: GPUBuffer; bytes: number }[]): void {
    const encoder = this.device.createCommandEncoder();
    for (const { from, to, bytes } of copies) encoder.copyBufferToBuffer(this.buffers.get(from)!, 0, to, 0, bytes);
    this.device.queue.submit([encoder.finish()]);
  }

  destroy(): void {
    for (const buffer of this.buffers.values()) buffer.destroy();
    this.buffers.clear();
  }

  /** The buffer of this name, made anew where it is too small. */
  private buffer(name: string, bytes: number, usage: number): void {
    const made = this.buffers.get(name);
    if (made !== undefined && made.size >= bytes) return;
    made?.destroy();
    const size = Math.max(LEAST_BYTES, Math.ceil(bytes / BYTES.word) * BYTES.word);
    this.buffers.set(name, this.device.createBuffer({ label: name, size, usage }));
  }

  private allocate({ sizes, uids, cells, resultWords, outputWords, steps }: Chunk): void {
    const storage = (name: BufferName, bytes: number) => this.buffer(name, bytes, USAGE.storage | USAGE.copyTarget | USAGE.copySource);
    // Copies are of whole pairs of words.
    for (const section of SECTIONS) storage(section, sizes[section] + BYTES.word);
    storage("vectors", uids * VECTORS * BYTES.vector);
    storage("results", resultWords * BYTES.word);
    storage("weights", cells * BYTES.cell);
    storage("bonds", cells * BYTES.cell);
    storage("averages", cells * BYTES.average);
    storage("outputs", outputWords * BYTES.word);
    const count = steps.reduce((sum, { slices }) => sum + slices.network.length + slices.tile.length + slices.row.length, 0);
    this.buffer("slices", count * SLICE_BYTES, USAGE.uniform | USAGE.copyTarget);
  }

  /** Where each slice's record lies. */
  private writeSlices({ steps, uids, outputs }: Chunk): Map<Slice, number> {
    const slices = steps.flatMap((step) => Object.values(step.slices).flat());
    const records = new Uint32Array((slices.length * SLICE_BYTES) / BYTES.word);
    slices.forEach(({ list, count }, i) => records.set([list, count, uids, outputs], (i * SLICE_BYTES) / BYTES.word));
    this.device.queue.writeBuffer(this.buffers.get("slices")!, 0, records);
    return new Map(slices.map((slice, i) => [slice, i * SLICE_BYTES]));
  }

  private compute(chunk: Chunk, stages: readonly CompiledStage[], target: GPUBuffer, bytes: number): void {
    const { device } = this;
    const places = this.writeSlices(chunk);
    const groups = Object.fromEntries((Object.keys(SEEN) as BindingKind[]).map((kind) => [kind, this.bindGroup(kind)])) as Record<
      BindingKind,
      GPUBindGroup
    >;
    let encoder = device.createCommandEncoder();
    encoder.clearBuffer(this.buffers.get("results")!);
    let cost = 0;
    for (const { copies, slices } of chunk.steps) {
      for (const { from, at, to, offset, bytes } of copies) {
        if (bytes > 0) encoder.copyBufferToBuffer(from, at, this.buffers.get(to)!, offset, bytes);
      }
      // What stages add to, or leave where there is nothing.
      for (const name of ["vectors", "weights", "bonds"] as const) encoder.clearBuffer(this.buffers.get(name)!);
      let pass = encoder.beginComputePass();
      for (const { stage, pipeline } of stages) {
        if (stage.when && !stage.when(chunk.modes)) continue;
        pass.setPipeline(pipeline);
        for (const slice of slices[stage.per]) {
          if (cost > 0 && cost + slice.cost > SUBMISSION_COST) {
            pass.end();
            device.queue.submit([encoder.finish()]);
            encoder = device.createCommandEncoder();
            pass = encoder.beginComputePass();
            pass.setPipeline(pipeline);
            cost = 0;
          }
          cost += slice.cost;
          pass.setBindGroup(0, groups[stage.sees], [places.get(slice)!]);
          const rows = Math.ceil(slice.count / MAX_GROUPS);
          pass.dispatchWorkgroups(Math.ceil(slice.count / rows), rows);
        }
      }
      pass.end();
    }
    if (bytes > 0) encoder.copyBufferToBuffer(this.buffers.get("outputs")!, 0, target, 0, bytes);
    device.queue.submit([encoder.finish()]);
  }

  private bindGroup(kind: BindingKind): GPUBindGroup {
    const entry = (binding: number, name: string, size?: number) => ({
      binding,
      resource: { buffer: this.buffers.get(name)!, ...(size && { size }) },
    });
    const slice = entry(0, "slices", SLICE_WORDS * BYTES.word);
    const buffers = SEEN[kind].map((binding) => entry(binding, BUFFERS[binding]));
    return this.device.createBindGroup({ layout: this.layouts[kind], entries: [slice, ...buffers] });
  }
}
