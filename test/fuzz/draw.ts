/** What the fuzzers draw from: a seed and a number give the same values everywhere. */
import { SplitMix64 } from "../../bindings/values/splitmix64.js";

export class Draw extends SplitMix64 {
  /** 0 to `below` - 1 */
  index(below: number): number {
    return (this.nextU16() * 65_536 + this.nextU16()) % below;
  }

  /** u64 */
  u64(): bigint {
    return (this.nextU48() << 16n) | BigInt(this.nextU16());
  }

  oneIn(count: number): boolean {
    return this.index(count) === 0;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.index(choices.length)]!;
  }

  u16(): number {
    return this.oneIn(4) ? this.of([0, 1, 2, 32_767, 32_768, 65_534, 65_535]) : this.index(65_536);
  }
}
