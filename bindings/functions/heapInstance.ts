import { EpochSizeError, YumaError } from "../errors.js";
import { ADVICE, instantiate } from "../wasm/webAssembly.js";

type Exports = Record<string, WebAssembly.Global> & Record<string, (...parameters: (number | bigint | boolean)[]) => unknown>;

/**
 * A module's instance, which is given up when anything goes wrong in it and made anew when it is needed: WebAssembly's
 * memory never shrinks, so that what has grown for a state that did not fit would be kept, and a trap leaves it in the
 * middle of something.
 */
export abstract class WasmInstance {
  private live: Exports | undefined;

  constructor(private readonly module: WebAssembly.Module) {
    this.live = this.start();
  }

  protected get exports(): Exports {
    return (this.live ??= this.start());
  }

  protected get memory(): WebAssembly.Memory {
    return this.exports["memory"] as unknown as WebAssembly.Memory;
  }

  /** @throws EpochSizeError where a kernel ran out of memory, and what else the work throws */
  protected attempt<T>(work: () => T): T {
    const { exports, memory } = this;
    try {
      return work();
    } catch (error) {
      this.live = undefined;
      // Kernels that lay out their own arena trap where it does not grow.
      const bytes = exports["arenaBytes"]!.value as bigint;
      if (!(error instanceof YumaError) && bytes > memory.buffer.byteLength) throw tooLarge("this input", bytes);
      throw error;
    }
  }

  private start(): Exports {
    return instantiate(this.module) as Exports;
  }
}

/** What does not fit into the module's memory, or into what the host has left of it. */
export function tooLarge(what: string, bytes: number | bigint): EpochSizeError {
  return new EpochSizeError(`${what} needs ${bytes} bytes, which do not fit into WebAssembly memory here (at most 4294967296); ${ADVICE}`);
}
