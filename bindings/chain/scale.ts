/** What the bytes of a value do not allow; the reader of an item says which it was. */
export class ScaleError extends Error {}

/**
 * Reads what is encoded in SCALE: little endian, lengths in front. Every length is held against the bytes that are there
 * before anything is made of it, and nothing may be left over: a node may say anything. chain-reading.md 6
 */
export class ScaleReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private take(length: number): number {
    const start = this.at;
    if (length > this.bytes.length - start)
      throw new ScaleError(`${length} more bytes at byte ${start}, and there are ${this.bytes.length - start}`);
    this.at += length;
    return start;
  }

  end(): void {
    if (this.at < this.bytes.length) throw new ScaleError(`an end at byte ${this.at}, and there are ${this.bytes.length} bytes`);
  }

  u8(): number {
    return this.bytes[this.take(1)]!;
  }

  bool(): boolean {
    const byte = this.u8();
    if (byte > 1) throw new ScaleError(`0 or 1 at byte ${this.at - 1}, and it is ${byte}`);
    return byte === 1;
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  i16(): number {
    return this.view.getInt16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  u64(): bigint {
    return this.view.getBigUint64(this.take(8), true);
  }

  u128(): bigint {
    return this.u64() | (this.u64() << 64n);
  }

  raw(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.subarray(start, start + length);
  }

  compact(): bigint {
    const start = this.at;
    const low = this.u8();
    this.at = start;
    if ((low & 3) === 0) return BigInt(this.u8() >> 2);
    if ((low & 3) === 1) return BigInt(this.u16() >> 2);
    if ((low & 3) === 2) return BigInt(this.u32() >>> 2);
    const length = (this.u8() >> 2) + 4;
    return this.raw(length).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  }

  /** How many elements follow, each of at least so many bytes. */
  count(bytesEach: number): number {
    const start = this.at;
    const count = this.compact();
    const left = this.bytes.length - this.at;
    if (count * BigInt(bytesEach) > BigInt(left))
      throw new ScaleError(`${count} elements after byte ${start}, and there are ${left} bytes`);
    return Number(count);
  }

  list<T>(bytesEach: number, read: (reader: ScaleReader) => T): T[] {
    return Array.from({ length: this.count(bytesEach) }, () => read(this));
  }
}

/** All of the bytes as one value. @throws ScaleError */
export function readScale<T>(bytes: Uint8Array, read: (reader: ScaleReader) => T): T {
  const reader = new ScaleReader(bytes);
  const value = read(reader);
  reader.end();
  return value;
}
