import { WasmInstance, tooLarge } from "./heapInstance.js";

/** Bytes that an address of 32 bits reaches. */
const ADDRESSED = 2 ** 32;

/**
 * A module whose functions take the addresses of their inputs: memory is handed out from the bottom up and given back
 * all at once. Addresses are unsigned 32-bit, cells 128-bit fixed point.
 */
export class WasmHeap extends WasmInstance {
  constant(name: string): number | bigint {
    return this.exports[name]!.value as number | bigint;
  }

  /** @throws EpochSizeError where memory does not suffice, as all that allocate or call */
  call(name: string, ...parameters: (number | bigint)[]): unknown {
    return this.attempt(() => this.exports[name]!(...parameters));
  }

  i64(name: string, ...parameters: (number | bigint)[]): bigint {
    return this.call(name, ...parameters) as bigint;
  }

  u64(name: string, ...parameters: (number | bigint)[]): bigint {
    return BigInt.asUintN(64, this.i64(name, ...parameters));
  }

  i32(name: string, ...parameters: (number | bigint)[]): number {
    return this.call(name, ...parameters) as number;
  }

  reset(): this {
    this.call("reset");
    return this;
  }

  room(bytes: number): number {
    return this.attempt(() => {
      if (bytes >= ADDRESSED) throw tooLarge("this input", bytes);
      return this.i32("allocate", bytes) >>> 0;
    });
  }

  vector(values: readonly bigint[]): number {
    const address = this.room(values.length * 8);
    new BigInt64Array(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  readVector(address: number, length: number): bigint[] {
    return Array.from(new BigInt64Array(this.memory.buffer, address, length));
  }

  /** u64 values. */
  amounts(values: readonly bigint[]): number {
    const address = this.room(values.length * 8);
    new BigUint64Array(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  readAmounts(address: number, length: number): bigint[] {
    return Array.from(new BigUint64Array(this.memory.buffer, address, length));
  }

  /** u32 values. */
  list(values: readonly number[]): number {
    const address = this.room(values.length * 4);
    new Uint32Array(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  readList(address: number, length: number): number[] {
    return Array.from(new Uint32Array(this.memory.buffer, address, length));
  }

  flags(values: readonly boolean[]): number {
    const address = this.room(values.length);
    new Uint8Array(this.memory.buffer, address, values.length).set(values.map(Number));
    return address;
  }

  readFlags(address: number, length: number): boolean[] {
    return Array.from(new Uint8Array(this.memory.buffer, address, length), Boolean);
  }

  readU16(address: number, length: number): number[] {
    return Array.from(new Uint16Array(this.memory.buffer, address, length));
  }

  /** One cell. */
  cell(value = 0n): number {
    return this.cells([value]);
  }

  setCell(address: number, value: bigint): void {
    new BigUint64Array(this.memory.buffer, address, 2).set([BigInt.asUintN(64, value), BigInt.asUintN(64, value >> 64n)]);
  }

  readSigned(address: number): bigint {
    return this.readCells(address, 1)[0]!;
  }

  readUnsigned(address: number): bigint {
    return BigInt.asUintN(128, this.readSigned(address));
  }

  readUnsignedCells(address: number, count: number): bigint[] {
    return this.readCells(address, count).map((value) => BigInt.asUintN(128, value));
  }

  cells(values: readonly bigint[]): number {
    const address = this.room(values.length * 16);
    const words = new BigUint64Array(this.memory.buffer, address, values.length * 2);
    values.forEach((value, i) => {
      words[2 * i] = value;
      words[2 * i + 1] = value >> 64n;
    });
    return address;
  }

  readCells(address: number, count: number): bigint[] {
    const words = this.readVector(address, count * 2);
    return Array.from({ length: count }, (_, i) => (words[2 * i + 1]! << 64n) | BigInt.asUintN(64, words[2 * i]!));
  }
}
