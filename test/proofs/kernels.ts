import scalarModule from "../../build/proofs-scalar.wasm";
import simdModule from "../../build/proofs.wasm";
import { Kernels } from "../fixed/kernels.js";

/** What stands in for an exact operation, as it ships, over lists of numbers. */
class ProofKernels extends Kernels {
  /** The address of a fresh list of u32, behind which a step of four more may be written. */
  list32(values: ArrayLike<number>): number {
    const address = this.call("allocate", 4 * values.length + 16) >>> 0;
    new Uint32Array(this.buffer, address, values.length).set(values);
    return address;
  }

  read32(address: number, count: number): Uint32Array {
    return new Uint32Array(this.buffer, address, count).slice();
  }

  list16(values: ArrayLike<number>): number {
    const address = this.call("allocate", 2 * values.length + 16) >>> 0;
    new Uint16Array(this.buffer, address, values.length).set(values);
    return address;
  }

  list64(values: readonly bigint[]): number {
    const address = this.call("allocate", 8 * values.length + 16) >>> 0;
    new BigUint64Array(this.buffer, address, values.length).set(values);
    return address;
  }

  read64(address: number, count: number): BigInt64Array {
    return new BigInt64Array(this.buffer, address, count).slice();
  }
}

export const PROOF_KERNELS: [string, ProofKernels][] = [
  ["wasm", new ProofKernels(simdModule)],
  ["wasm-scalar", new ProofKernels(scalarModule)],
];
