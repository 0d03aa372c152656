/** splitmix64, the seeded generator of the published recipes, on 32-bit halves: the same bits on every engine. */
export class SplitMix64 {
  private high: number;
  private low: number;

  /** @param seed u64 */
  constructor(seed: bigint) {
    this.high = Number(seed >> 32n);
    this.low = Number(seed & 0xffff_ffffn);
  }

  /** The upper 16 bits of the next value. */
  nextU16(): number {
    this.step();
    return this.outHigh >>> 16;
  }

  /** The upper 48 bits of the next value. */
  nextU48(): bigint {
    this.step();
    return (BigInt(this.outHigh) << 16n) | BigInt(this.outLow >>> 16);
  }

  private outHigh = 0;
  private outLow = 0;

  private step(): void {
    const low = this.low + 0x7f4a7c15;
    this.high = (this.high + 0x9e3779b9 + (low > 0xffffffff ? 1 : 0)) >>> 0;
    this.low = low >>> 0;
    this.outHigh = this.high;
    this.outLow = this.low;
    this.xorShift(30);
    this.multiply(0xbf58476d, 0x1ce4e5b9);
    this.xorShift(27);
    this.multiply(0x94d049bb, 0x133111eb);
    this.xorShift(31);
  }

  private xorShift(by: number): void {
    const low = ((this.outLow >>> by) | (this.outHigh << (32 - by))) >>> 0;
    this.outLow = (this.outLow ^ low) >>> 0;
    this.outHigh = (this.outHigh ^ (this.outHigh >>> by)) >>> 0;
  }

  /** The low 64 bits of the product; halves of 16 bits keep every partial product exact. */
  private multiply(high: number, low: number): void {
    const a0 = this.outLow & 0xffff;
    const a1 = this.outLow >>> 16;
    const b0 = low & 0xffff;
    const b1 = low >>> 16;
    const middle = a1 * b0 + ((a0 * b0) >>> 16);
    const carry = (a0 * b1 + (middle & 0xffff)) / 65_536;
    const upper = a1 * b1 + Math.floor(middle / 65_536) + Math.floor(carry);
    this.outHigh = (upper + Math.imul(this.outHigh, low) + Math.imul(this.outLow, high)) >>> 0;
    this.outLow = Math.imul(this.outLow, low) >>> 0;
  }
}
