/** A device that runs the stages of a chunk in the emulator, and says of each what it took. */
import { VECTORS } from "../../../bindings/gpu/layout.js";
import type { ReadBack } from "../../../bindings/gpu/lane.js";
import type { Packed } from "../../../bindings/gpu/pack.js";
import { STAGES } from "../../../bindings/gpu/stages.js";
import { Emulator, type Rounding } from "./emulator.js";
import { nothing, sumOf, type Cost } from "./translate.js";

/** What stages do not write before they read it. */
const GARBAGE = 0xdead_beef;

export class CountingDevice {
  readonly byStage = new Map<string, Cost>();
  private readonly emulator: Emulator;

  constructor(rounding?: Rounding) {
    this.emulator = new Emulator(rounding);
  }

  run(packed: Packed): ReadBack {
    const { buffers, uniforms, counts } = this.emulator;
    for (const name of ["networks", "state", "storedWeights", "storedBonds"] as const) buffers[name] = wordsOf(packed[name]);
    buffers["vectors"] = new Uint32Array(2 * VECTORS * packed.uids);
    const results = (buffers["results"] = new Uint32Array(packed.resultWords));
    buffers["weights"] = new Uint32Array(packed.cells);
    const bonds = (buffers["bonds"] = new Uint32Array(packed.cells));
    buffers["averages"] = new Uint32Array(2 * packed.cells).fill(GARBAGE);
    for (const stage of STAGES) {
      if (stage.when && !stage.when(packed.modes)) continue;
      const before = { ...counts };
      for (const { list, count } of packed.slices[stage.per]) {
        uniforms["slice"] = { list, count, allUids: packed.uids };
        this.emulator.dispatch(stage.shader, stage.name, count);
      }
      this.byStage.set(stage.name, sumOf(this.byStage.get(stage.name) ?? nothing(), counts, before));
    }
    return { results, bonds };
  }
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint16Array | Uint32Array): Uint32Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(byteLength / 4) * 4);
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength));
  return new Uint32Array(bytes.buffer);
}
