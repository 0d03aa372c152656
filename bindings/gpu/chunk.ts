/** What the device is given at once: networks whose buffers fit into one binding each, or the epochs of a chain. */
import { BYTES } from "./layout.js";
import type { Modes } from "./modes.js";
import type { Staging } from "./staging.js";
import type { Slices } from "./work.js";

/** The buffers that the host fills. */
export const SECTIONS = ["networks", "state", "storedWeights", "storedBonds"] as const;
export type Section = (typeof SECTIONS)[number];

/** All in bytes. */
export interface Copy {
  from: GPUBuffer;
  at: number;
  to: Section;
  offset: number;
  bytes: number;
}

/** What the device does one behind the other: copies, then all stages on some of the networks. */
interface Step {
  copies: Copy[];
  slices: Slices;
}

export interface Chunk {
  /** bytes of each section */
  sizes: Record<Section, number>;
  uids: number;
  cells: number;
  resultWords: number;
  outputWords: number;
  /** what is read, in bits (outputs.ts) */
  outputs: number;
  modes: Modes;
  steps: Step[];
  /** mapped, and written by whoever packs */
  staged: GPUBuffer[];
}

/** A part of a section that the host writes. */
export interface Written {
  section: Section;
  /** bytes from the section's beginning */
  offset: number;
  words: Uint32Array;
  halves: Uint16Array;
  bytes: Uint8Array;
  copy: Copy;
}

/**
 * Memory for parts of sections, in one staging buffer if they fit into one together.
 * @param parts bytes are rounded up to words
 * @throws RangeError where the host has no memory for them
 */
export function stage(
  staging: Staging,
  parts: readonly { section: Section; offset: number; bytes: number }[],
): { staged: GPUBuffer[]; written: Written[] } {
  const sizes = parts.map(({ bytes }) => Math.ceil(bytes / 8) * 8);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const together = total <= staging.maxBufferSize ? staging.toWrite(total) : undefined;
  const whole = together?.getMappedRange(0, Math.max(total, 8));
  const staged = new Set<GPUBuffer>(together && [together]);
  let at = 0;
  const written = parts.map(({ section, offset }, i): Written => {
    const size = sizes[i]!;
    const from = together ?? staging.toWrite(size);
    staged.add(from);
    const range = whole ?? from.getMappedRange(0, Math.max(size, 8));
    const begin = whole === undefined ? 0 : at;
    at += size;
    return {
      section,
      offset,
      words: new Uint32Array(range, begin, size / BYTES.word),
      halves: new Uint16Array(range, begin, size / BYTES.half),
      bytes: new Uint8Array(range, begin, size),
      copy: { from, at: begin, to: section, offset, bytes: size },
    };
  });
  return { staged: [...staged], written };
}
