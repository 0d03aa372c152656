/** A device that runs the stages of a chunk in the emulator, and says of each what it took. */
import type { Chunk } from "../../../bindings/gpu/chunk.js";
import { BYTES, VECTORS } from "../../../bindings/gpu/layout.js";
import { STAGES } from "../../../bindings/gpu/stages.js";
import { bytesIn } from "../../../test/gpu/memoryDevice.js";
import { Emulator, type Rounding } from "./emulator.js";
import { nothing, sumOf, type Cost } from "./translate.js";

/** What stages do not write before they read it. */
const GARBAGE = 0xdead_beef;

export class CountingDevice {
  readonly byStage = new Map<string, Cost>();
  private readonly emulator: Emulator;

  constructor(rounding?: Rounding, backwards?: boolean) {
    this.emulator = new Emulator(rounding, backwards);
  }

  /** What is read back. */
  run(chunk: Chunk): ArrayBuffer {
    const { buffers, uniforms, counts } = this.emulator;
    for (const [section, bytes] of Object.entries(chunk.sizes)) buffers[section] = new Uint32Array(Math.ceil(bytes / BYTES.word) + 1);
    buffers["vectors"] = new Uint32Array(2 * VECTORS * chunk.uids);
    buffers["results"] = new Uint32Array(chunk.resultWords);
    buffers["weights"] = new Uint32Array(chunk.cells);
    buffers["bonds"] = new Uint32Array(chunk.cells);
    buffers["averages"] = new Uint32Array(2 * chunk.cells).fill(GARBAGE);
    const outputs = (buffers["outputs"] = new Uint32Array(chunk.outputWords));
    for (const { copies, slices } of chunk.steps) {
      for (const copy of copies) new Uint8Array(buffers[copy.to]!.buffer).set(bytesIn(copy), copy.offset);
      for (const stage of STAGES) {
        if (stage.when && !stage.when(chunk.modes)) continue;
        const before = { ...counts };
        for (const { list, count } of slices[stage.per]) {
          uniforms["slice"] = { list, count, allUids: chunk.uids, outputs: chunk.outputs };
          this.emulator.dispatch(stage.shader, stage.name, count);
        }
        this.byStage.set(stage.name, sumOf(this.byStage.get(stage.name) ?? nothing(), counts, before));
      }
    }
    return outputs.buffer;
  }
}
