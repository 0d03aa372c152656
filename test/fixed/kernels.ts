import scalarModule from "../../build/arithmetic-scalar.wasm";
import simdModule from "../../build/arithmetic.wasm";
import { compileSync, fromBase64 } from "../../bindings/wasm/webAssembly.js";

type Export = (...parameters: (number | bigint)[]) => bigint & number;

/** Direct access to the kernels' arithmetic, for what no vector function reaches. */
export class Kernels {
  private readonly exports: Record<string, unknown>;

  constructor(base64: string) {
    this.exports = new WebAssembly.Instance(compileSync(fromBase64(base64))).exports;
  }

  call(name: string, ...parameters: (number | bigint)[]): bigint & number {
    return (this.exports[name] as Export)(...parameters);
  }

  constant(name: string): unknown {
    return (this.exports[name] as WebAssembly.Global).value;
  }

  protected get buffer(): ArrayBuffer {
    return (this.exports["memory"] as WebAssembly.Memory).buffer as ArrayBuffer;
  }

  /** A little-endian integer of so many bytes at a fresh address. */
  integer(value: bigint, bytes: number): number {
    const address = this.call("allocate", bytes) >>> 0;
    this.put(address, value, bytes);
    return address;
  }

  /** Writes an integer to an address of before. */
  put(address: number, value: bigint, bytes: number): void {
    const view = new DataView(this.buffer);
    for (let i = 0; i < bytes; i += 4) view.setUint32(address + i, Number(BigInt.asUintN(32, value >> BigInt(8 * i))), true);
  }

  readInteger(address: number, bytes: number): bigint {
    const view = new DataView(this.buffer);
    let value = 0n;
    for (let i = bytes - 4; i >= 0; i -= 4) value = (value << 32n) | BigInt(view.getUint32(address + i, true));
    return value;
  }

  readCell(address: number): bigint {
    return BigInt.asIntN(128, this.readInteger(address, 16));
  }
}

export const KERNELS: [string, Kernels][] = [
  ["wasm", new Kernels(simdModule)],
  ["wasm-scalar", new Kernels(scalarModule)],
];
