/** Memory of the host that the device copies from and to, used again: fresh pages cost more than a copy. */

import { MAP, USAGE } from "./usage.js";

/** Buffers that nobody uses are kept up to so many. */
const MOST_FREE = 3;
const LEAST_BYTES = 65_536;

/** A power of two, so that what was made for one batch fits the next. */
function roomFor(bytes: number, most: number): number {
  const room = 2 ** Math.ceil(Math.log2(Math.max(bytes, LEAST_BYTES)));
  return room <= most ? room : bytes;
}

export class Staging {
  /** mapped to be written */
  private written: GPUBuffer[] = [];
  /** not mapped */
  private read: GPUBuffer[] = [];
  private open = true;

  /** @param maxBufferSize bytes of one buffer at most */
  constructor(
    private readonly device: GPUDevice,
    readonly maxBufferSize: number,
  ) {}

  /** A buffer of at least so many bytes that the host writes. @throws RangeError where the host has no memory for it */
  toWrite(bytes: number): GPUBuffer {
    return (
      taken(this.written, bytes) ??
      this.device.createBuffer({
        label: "staging",
        size: roomFor(bytes, this.maxBufferSize),
        usage: USAGE.mapWrite | USAGE.copySource,
        mappedAtCreation: true,
      })
    );
  }

  /** A buffer of at least so many bytes that the device copies into. */
  toRead(bytes: number): GPUBuffer {
    const usage = USAGE.mapRead | USAGE.copyTarget;
    return taken(this.read, bytes) ?? this.device.createBuffer({ label: "read", size: roomFor(bytes, this.maxBufferSize), usage });
  }

  /** One that was handed to the device: it is there again once the device has copied from it. */
  handedOver(buffer: GPUBuffer): void {
    buffer.mapAsync(MAP.write).then(
      () => this.keep(this.written, buffer),
      () => buffer.destroy(),
    );
  }

  /** One that is still mapped to be written: its range is given out once a mapping. */
  unused(buffer: GPUBuffer): void {
    buffer.unmap();
    this.handedOver(buffer);
  }

  /** One that has been read, and is not mapped any more. */
  wasRead(buffer: GPUBuffer): void {
    this.keep(this.read, buffer);
  }

  destroy(): void {
    this.open = false;
    for (const buffer of [...this.written.splice(0), ...this.read.splice(0)]) buffer.destroy();
  }

  private keep(free: GPUBuffer[], buffer: GPUBuffer): void {
    if (this.open) free.unshift(buffer);
    else buffer.destroy();
    free.splice(MOST_FREE).forEach((one) => one.destroy());
  }
}

/** The one that was used last comes first: it is the one that is in the caches. */
function taken(free: GPUBuffer[], bytes: number): GPUBuffer | undefined {
  const place = free.findIndex(({ size }) => size >= bytes);
  return place < 0 ? undefined : free.splice(place, 1)[0];
}
