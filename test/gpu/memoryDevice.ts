import type { Chunk, Copy, Section } from "../../bindings/gpu/chunk.js";

/** A device whose buffers are memory of the host; nothing runs on it. */
export type MemoryDevice = GPUDevice & { destroyed: GPUBuffer[] };

export function memoryDevice(): MemoryDevice {
  const destroyed: GPUBuffer[] = [];
  const createBuffer = ({ size }: GPUBufferDescriptor) => {
    const memory = new ArrayBuffer(size);
    let isGiven = false;
    const buffer = {
      size,
      memory,
      getMappedRange: () => {
        if (isGiven) throw new Error("a range is given out once a mapping");
        isGiven = true;
        return memory;
      },
      unmap: () => void (isGiven = false),
      mapAsync: async () => {},
      destroy: () => destroyed.push(buffer as unknown as GPUBuffer),
    };
    return buffer as unknown as GPUBuffer;
  };
  return { createBuffer, destroyed } as unknown as MemoryDevice;
}

/** What a copy takes of a buffer. */
export function bytesIn({ from, at, bytes }: Copy): Uint8Array {
  return new Uint8Array((from as unknown as { memory: ArrayBuffer }).memory, at, bytes);
}

/** What a chunk's first step copies into a section. */
export function sectionOf({ steps }: Chunk, section: Section): { words: Uint32Array; halves: Uint16Array } {
  const { buffer, byteOffset, byteLength } = bytesIn(steps[0]!.copies.find(({ to }) => to === section)!);
  return { words: new Uint32Array(buffer, byteOffset, byteLength / 4), halves: new Uint16Array(buffer, byteOffset, byteLength / 2) };
}
