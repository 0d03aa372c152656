import type { CheckedState, CheckedSubnetState } from "../boundary/input.js";
import { EpochSizeError } from "../errors.js";
import { hostGlobal } from "../hostGlobal.js";
import { callableFor } from "../interface/epochFunctions.js";
import { inputBytes, writeInput } from "../interface/message.js";
import type { Message } from "./messages.js";

/**
 * Whether workers may be given memory to share. A page whose headers do not isolate it (COOP and COEP) has none to give,
 * though some browsers still have the class.
 */
function sharesMemory(): boolean {
  return typeof hostGlobal("SharedArrayBuffer") === "function" && hostGlobal("crossOriginIsolated") !== false;
}

/**
 * The memory that messages to workers are written into, used again for the next ones: pages that were touched before
 * cost nothing. It is shared where the host lets it be; else it is handed over, and comes back with the answer.
 */
export class MessageMemory {
  /** The one that was used last comes first: it is the one that is in the caches. */
  private readonly free: ArrayBufferLike[] = [];
  private readonly make: new (bytes: number) => ArrayBufferLike = sharesMemory() ? SharedArrayBuffer : ArrayBuffer;

  /** @param most how many are kept that nobody uses */
  constructor(private readonly most: number) {}

  /** A state's message: the one time that it is copied on this side. @throws EpochSizeError where the host has no memory for it */
  write(state: CheckedState | CheckedSubnetState): Message {
    const fn = callableFor(state);
    const bytes = inputBytes(fn, state);
    const message = { memory: this.take(bytes), bytes };
    writeInput(fn, state, new Uint8Array(message.memory, 0, bytes));
    return message;
  }

  /** A message for one worker more: the same where it is shared, else a copy. @throws EpochSizeError as `write` */
  again(message: Message): Message {
    const { memory, bytes } = message;
    if (!(memory instanceof ArrayBuffer)) return message;
    const copy = this.allocate(bytes);
    new Uint8Array(copy).set(new Uint8Array(memory, 0, bytes));
    return { memory: copy, bytes };
  }

  /** Memory of at least so many bytes. @throws EpochSizeError where the host has none left */
  take(bytes: number): ArrayBufferLike {
    const fitting = this.free.findIndex(({ byteLength }) => byteLength >= bytes);
    // Where none is large enough, one makes place for one that is.
    const [taken] = this.free.splice(fitting, 1);
    return fitting >= 0 ? taken! : this.allocate(bytes);
  }

  giveBack(memory: ArrayBufferLike): void {
    if (this.free.length < this.most) this.free.unshift(memory);
  }

  private allocate(bytes: number): ArrayBufferLike {
    try {
      return new this.make(bytes);
    } catch (error) {
      throw new EpochSizeError(`the host has no memory for a copy of ${bytes} bytes (${(error as Error).message})`);
    }
  }
}
