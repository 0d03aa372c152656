/**
 * One of the two sets of buffers between which chunks alternate, so that one is packed and written while the device
 * works on the other.
 */
import { BYTES, VECTORS } from "./layout.js";
import type { Packed, Slice } from "./pack.js";
import type { CompiledStage, Pipelines } from "./pipelines.js";
import { BUFFERS, SEEN, type BindingKind, type BufferName } from "./stages.js";

// GPUBufferUsage and GPUMapMode; the names are not everywhere globals.
const MAP_READ = 1;
const COPY_SRC = 4;
const COPY_DST = 8;
const UNIFORM = 64;
const STORAGE = 128;
const MODE_READ = 1;

/** Dynamic offsets are multiples of it on every device. */
const SLICE_BYTES = 256;
/** In a slice's place: its list, its count, and the uids of all networks. */
const SLICE_WORDS = 3;
/** No binding may be smaller than what a shader declares. */
const LEAST_BYTES = 256;
/** Workgroups in one dimension of a dispatch, on every device. */
const MAX_GROUPS = 65_535;
/** Cells that one submission visits, about: a watchdog ends what takes too long. */
const SUBMISSION_COST = 16 * 1024 * 1024;

/** What the device gives back, in views that are good until the lane's next chunk. */
export interface ReadBack {
  results: Uint32Array<ArrayBuffer>;
  bonds: Uint32Array;
}

/** The device had too little memory for a chunk. */
export class LaneMemoryError extends Error {}

export class Lane {
  private readonly buffers = new Map<string, GPUBuffer>();
  private scopes: Promise<GPUError | null>[] = [];
  private results = new Uint32Array(0);
  private bonds = new Uint32Array(0);

  constructor(
    private readonly device: GPUDevice,
    private readonly layouts: Pipelines["layouts"],
  ) {}

  /**
   * Writes a chunk and hands the device all of its work.
   * @param stages those that its modes need, and maybe others
   */
  start(packed: Packed, stages: readonly CompiledStage[]): void {
    const { device } = this;
    device.pushErrorScope("validation");
    device.pushErrorScope("internal");
    device.pushErrorScope("out-of-memory");
    try {
      this.upload(packed);
      this.compute(packed, stages);
    } finally {
      this.scopes = [device.popErrorScope(), device.popErrorScope(), device.popErrorScope()];
    }
  }

  /**
   * Waits for the chunk that was started.
   * @throws LaneMemoryError where memory did not suffice, and what the device throws
   */
  async finish(packed: Packed): Promise<ReadBack> {
    const sizes = { results: packed.resultWords * BYTES.word, bonds: packed.cells * BYTES.cell };
    const maps = Promise.all([this.mapped("readResults", sizes.results), this.mapped("readBonds", sizes.bonds)]);
    maps.catch(() => undefined);
    const [outOfMemory, internal, validation] = await Promise.all(this.scopes);
    if (outOfMemory) throw new LaneMemoryError(outOfMemory.message);
    const error = internal ?? validation;
    if (error) throw new Error(error.message);
    const [results, bonds] = await maps;
    // Kept from chunk to chunk: copying into them costs less than new ones.
    if (this.results.byteLength < sizes.results) this.results = new Uint32Array(packed.resultWords);
    if (this.bonds.byteLength < sizes.bonds) this.bonds = new Uint32Array(packed.cells);
    this.results.set(results);
    this.bonds.set(bonds);
    this.buffer("readResults", 0, MAP_READ | COPY_DST).unmap();
    this.buffer("readBonds", 0, MAP_READ | COPY_DST).unmap();
    return { results: this.results, bonds: this.bonds };
  }

  destroy(): void {
    for (const buffer of this.buffers.values()) buffer.destroy();
    this.buffers.clear();
  }

  private async mapped(name: string, bytes: number): Promise<Uint32Array> {
    const buffer = this.buffer(name, bytes, MAP_READ | COPY_DST);
    await buffer.mapAsync(MODE_READ, 0, bytes);
    return new Uint32Array(buffer.getMappedRange(0, bytes));
  }

  /** The lane's buffer of this name, made anew where it is too small. */
  private buffer(name: string, bytes: number, usage: number): GPUBuffer {
    const made = this.buffers.get(name);
    if (made !== undefined && made.size >= bytes) return made;
    made?.destroy();
    const buffer = this.device.createBuffer({ label: name, size: Math.max(LEAST_BYTES, Math.ceil(bytes / 4) * 4), usage });
    this.buffers.set(name, buffer);
    return buffer;
  }

  private storage(name: BufferName, bytes: number): GPUBuffer {
    return this.buffer(name, bytes, STORAGE | COPY_DST | COPY_SRC);
  }

  /** Writes a chunk into the device's buffers. */
  upload(packed: Packed): void {
    const { queue } = this.device;
    for (const name of ["networks", "state", "storedWeights", "storedBonds"] as const) {
      const values = packed[name];
      const buffer = this.storage(name, values.byteLength);
      if (values.byteLength > 0) queue.writeBuffer(buffer, 0, values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
    }
    this.storage("vectors", packed.uids * VECTORS * BYTES.vector);
    this.storage("results", packed.resultWords * BYTES.word);
    this.storage("weights", packed.cells * BYTES.cell);
    this.storage("bonds", packed.cells * BYTES.cell);
    this.storage("averages", packed.cells * BYTES.average);
    const slices = Object.values(packed.slices).flat();
    const records = new Uint32Array((slices.length * SLICE_BYTES) / BYTES.word);
    slices.forEach(({ list, count }, i) => records.set([list, count, packed.uids], (i * SLICE_BYTES) / BYTES.word));
    queue.writeBuffer(this.buffer("slices", records.byteLength, UNIFORM | COPY_DST), 0, records);
  }

  /** Hands the device the work on what has been written, and the copies that are read back. */
  compute(packed: Packed, stages: readonly CompiledStage[]): void {
    const { device } = this;
    const groups = Object.fromEntries((Object.keys(SEEN) as BindingKind[]).map((kind) => [kind, this.bindGroup(kind)])) as Record<
      BindingKind,
      GPUBindGroup
    >;
    const places = new Map(
      Object.values(packed.slices)
        .flat()
        .map((slice, i): [Slice, number] => [slice, i * SLICE_BYTES]),
    );
    let encoder = device.createCommandEncoder();
    // What stages add to, or leave where there is nothing.
    for (const name of ["vectors", "results", "weights", "bonds"] as const) encoder.clearBuffer(this.buffers.get(name)!);
    let pass = encoder.beginComputePass();
    let cost = 0;
    for (const { stage, pipeline } of stages) {
      if (stage.when && !stage.when(packed.modes)) continue;
      pass.setPipeline(pipeline);
      for (const slice of packed.slices[stage.per]) {
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
    const read = (from: BufferName, to: string, bytes: number) => {
      const target = this.buffer(to, bytes, MAP_READ | COPY_DST);
      if (bytes > 0) encoder.copyBufferToBuffer(this.buffers.get(from)!, 0, target, 0, bytes);
    };
    read("results", "readResults", packed.resultWords * BYTES.word);
    read("bonds", "readBonds", packed.cells * BYTES.cell);
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
