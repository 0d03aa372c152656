/**
 * splitmix64, the seeded generator of the published recipes: the same bits on every engine. On 32-bit halves that are kept
 * signed, as what leaves 31 bits unsigned is no small integer to an engine.
 */
export class SplitMix64 {
  private high: number;
  private low: number;

  /** @param seed u64 */
  constructor(seed: bigint) {
    this.high = Number(seed >> 32n) | 0;
    this.low = Number(seed & 0xffff_ffffn) | 0;
  }

  /** One that gives the same from here on. */
  copy(): SplitMix64 {
    return new SplitMix64((BigInt(this.high >>> 0) << 32n) | BigInt(this.low >>> 0));
  }

  /** The upper 16 bits of the next value. */
  nextU16(): number {
    this.step();
    return this.outHigh >>> 16;
  }

  /** The upper 48 bits of the next value. */
  nextU48(): bigint {
    this.step();
    return (BigInt(this.outHigh >>> 0) << 16n) | BigInt(this.outLow >>> 16);
  }

  private outHigh = 0;
  private outLow = 0;

  private step(): void {
    this.low = (this.low + 0x7f4a7c15) | 0;
    this.high = (this.high + 0x9e3779b9 + Number(this.low >>> 0 < 0x7f4a7c15)) | 0;
    this.outHigh = this.high;
    this.outLow = this.low;
    this.xorShift(30);
    this.multiply(0xbf58476d, 0x1ce4e5b9);
    this.xorShift(27);
    this.multiply(0x94d049bb, 0x133111eb);
    this.xorShift(31);
  }

  private xorShift(by: number): void {
    this.outLow ^= (this.outLow >>> by) | (this.outHigh << (32 - by));
    this.outHigh ^= this.outHigh >>> by;
  }

  /** The low 64 bits of the product; of halves of 16 bits no sum of partial products leaves 32, unsigned. */
  private multiply(high: number, low: number): void {
    const a0 = this.outLow & 0xffff;
    const a1 = this.outLow >>> 16;
    const b0 = low & 0xffff;
    const b1 = low >>> 16;
    const middle = Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16);
    const carry = Math.imul(a0, b1) + (middle & 0xffff);
    const upper = Math.imul(a1, b1) + (middle >>> 16) + (carry >>> 16);
    this.outHigh = (upper + Math.imul(this.outHigh, low) + Math.imul(this.outLow, high)) | 0;
    this.outLow = Math.imul(this.outLow, low);
  }
}
