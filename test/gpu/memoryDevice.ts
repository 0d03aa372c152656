import type { Chunk, Section } from "../../bindings/gpu/chunk.js";

/** A device whose buffers are memory of the host; nothing runs on it. */
export type MemoryDevice = GPUDevice & { destroyed: GPUBuffer[] };

export function memoryDevice(): MemoryDevice {
  const destroyed: GPUBuffer[] = [];
  const createBuffer = ({ size }: GPUBufferDescriptor) => {
    const memory = new ArrayBuffer(size);
    const buffer = {
      size,
      memory,
      getMappedRange: () => memory,
      unmap: () => {},
      mapAsync: async () => {},
      destroy: () => destroyed.push(buffer as unknown as GPUBuffer),
    };
    return buffer as unknown as GPUBuffer;
  };
  return { createBuffer, destroyed } as unknown as MemoryDevice;
}

/** What a chunk's first step copies into a section. */
export function sectionOf({ steps }: Chunk, section: Section): { words: Uint32Array; halves: Uint16Array } {
  const { from, at, bytes } = steps[0]!.copies.find(({ to }) => to === section)!;
  const { memory } = from as unknown as { memory: ArrayBuffer };
  return { words: new Uint32Array(memory, at, bytes / 4), halves: new Uint16Array(memory, at, bytes / 2) };
}
