import { expect } from "vitest";

const MEMORY = 5;

/** A module whose memory does not grow above so many pages of 64 KiB, as on a host that has no more. */
export function withMostPages(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  let at = 8;
  for (;;) {
    const start = at++;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (bytes[start] === MEMORY) {
      const [count, hasMost, pages] = bytes.subarray(at);
      expect([count, hasMost, length]).toEqual([1, 0, 3]);
      // The most in two bytes of LEB128.
      return Uint8Array.from([
        ...bytes.subarray(0, start),
        MEMORY,
        5,
        1,
        1,
        pages!,
        (most & 0x7f) | 0x80,
        most >> 7,
        ...bytes.subarray(at + length),
      ]);
    }
    at += length;
  }
}
