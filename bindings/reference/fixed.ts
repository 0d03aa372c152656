/**
 * Binary fixed point over BigInt: the chain's number formats, each rule once for all of them.
 *
 * A value is its raw integer; `ONE` is 2^fractionBits. Two roundings live side by side:
 * multiplication floors (toward minus infinity), division truncates (toward zero).
 */
import { U64_MAX } from "../values/constants.js";

/** log2(e) and e carry 23 fraction bits on chain, whatever the format. */
const CONSTANT_FRACTION_BITS = 23n;
const LOG2_E = 12_102_203n;
const E = 22_802_600n;

export class FixedPoint {
  readonly ONE: bigint;
  readonly MIN: bigint;
  readonly MAX: bigint;
  private readonly fraction: bigint;

  constructor(
    private readonly bits: number,
    private readonly fractionBits: number,
    private readonly signed = true,
  ) {
    this.fraction = BigInt(fractionBits);
    this.ONE = 1n << this.fraction;
    this.MAX = (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
    this.MIN = signed ? -this.MAX - 1n : 0n;
  }

  fits(raw: bigint): boolean {
    return raw >= this.MIN && raw <= this.MAX;
  }

  saturate(raw: bigint): bigint {
    return raw < this.MIN ? this.MIN : raw > this.MAX ? this.MAX : raw;
  }

  wrap(raw: bigint): bigint {
    return this.signed ? BigInt.asIntN(this.bits, raw) : BigInt.asUintN(this.bits, raw);
  }

  /** An integer as fixed point, clamped. */
  fromInteger(value: bigint): bigint {
    return this.saturate(value << this.fraction);
  }

  /** The same value in another format: floor where it has fewer fraction bits, clamped. */
  convert(raw: bigint, to: FixedPoint): bigint {
    return to.saturate((raw << to.fraction) >> this.fraction);
  }

  /** The integer part, as fixed point. */
  floor(raw: bigint): bigint {
    return (raw >> this.fraction) << this.fraction;
  }

  /** Floor, clamped into [0, max]; every negative gives 0. */
  toUnsigned(raw: bigint, max: bigint): bigint {
    const integer = raw >> this.fraction;
    return integer < 0n ? 0n : integer > max ? max : integer;
  }

  saturatingAdd(a: bigint, b: bigint): bigint {
    return this.saturate(a + b);
  }

  saturatingSub(a: bigint, b: bigint): bigint {
    return this.saturate(a - b);
  }

  saturatingMul(a: bigint, b: bigint): bigint {
    return this.saturate(this.product(a, b));
  }

  /** undefined where the product does not fit. */
  checkedMul(a: bigint, b: bigint): bigint | undefined {
    const product = this.product(a, b);
    return this.fits(product) ? product : undefined;
  }

  /** undefined where the divisor is 0 or the quotient does not fit. */
  checkedDiv(a: bigint, b: bigint): bigint | undefined {
    if (b === 0n) return undefined;
    const quotient = this.quotient(a, b);
    return this.fits(quotient) ? quotient : undefined;
  }

  /** 0 where the divisor is 0 and also where the quotient does not fit. */
  safeDiv(a: bigint, b: bigint): bigint {
    return this.checkedDiv(a, b) ?? 0n;
  }

  /** Clamped; undefined where the divisor is 0 (the chain would stop there and never gets there). */
  saturatingDiv(a: bigint, b: bigint): bigint | undefined {
    return b === 0n ? undefined : this.saturate(this.quotient(a, b));
  }

  saturatingSum(values: readonly bigint[]): bigint {
    return values.reduce((sum, value) => this.saturatingAdd(sum, value), 0n);
  }

  /** The chain's plain sum: two's complement, wrapping. */
  wrappingSum(values: readonly bigint[]): bigint {
    return values.reduce((sum, value) => this.wrap(sum + value), 0n);
  }

  /** Each element safe-divided by the wrapping sum; unchanged where the sum is 0. */
  normalize(values: readonly bigint[]): bigint[] {
    const sum = this.wrappingSum(values);
    return sum === 0n ? [...values] : values.map((value) => this.safeDiv(value, sum));
  }

  /** Nearest integer, ties away from zero, wrapping at the top of the range. */
  round(raw: bigint): bigint {
    const fraction = raw & (this.ONE - 1n);
    const integer = raw - fraction;
    const half = this.ONE >> 1n;
    const down = fraction < half || (fraction === half && raw < 0n);
    return down ? integer : this.wrap(integer + this.ONE);
  }

  /**
   * Taylor series with a fixed number of terms; undefined on overflow.
   * A negative argument is the inverse of the positive one and so fails for the same magnitudes.
   */
  exp(x: bigint): bigint | undefined {
    if (x === 0n) return this.ONE;
    if (x === this.ONE) return E << (this.fraction - CONSTANT_FRACTION_BITS);
    const magnitude = x < 0n ? -x : x;
    if (!this.fits(magnitude)) return undefined;
    let sum = magnitude + this.ONE;
    let term = magnitude;
    for (let i = 2n; i < this.fraction; i++) {
      const product = this.checkedMul(term, magnitude);
      if (product === undefined) return undefined;
      term = product / i;
      sum += term;
      if (!this.fits(sum)) return undefined;
    }
    return x < 0n ? this.checkedDiv(this.ONE, sum) : sum;
  }

  /** One bit of the logarithm a round, as many as there are fraction bits; undefined for x <= 0. */
  log2(x: bigint): bigint | undefined {
    if (x <= 0n) return undefined;
    if (x >= this.ONE) return this.log2AtLeastOne(x);
    const inverse = this.checkedDiv(this.ONE, x);
    return inverse === undefined ? undefined : -this.log2AtLeastOne(inverse);
  }

  ln(x: bigint): bigint | undefined {
    const log2 = this.log2(x);
    return log2 === undefined ? undefined : this.safeDiv(log2, LOG2_E << (this.fraction - CONSTANT_FRACTION_BITS));
  }

  private log2AtLeastOne(x: bigint): bigint {
    const two = this.ONE << 1n;
    let result = 0n;
    while (x >= two) {
      result += 1n;
      x = halveRoundingUp(x);
    }
    if (x === this.ONE) return result << this.fraction;
    for (let round = 0; round < this.fractionBits; round++) {
      x = this.product(x, x);
      result <<= 1n;
      if (x >= two) {
        result |= 1n;
        x = halveRoundingUp(x);
      }
    }
    return result;
  }

  /** Floored, of any size. */
  product(a: bigint, b: bigint): bigint {
    return (a * b) >> this.fraction;
  }

  /** Truncated toward zero, of any size. The divisor is not 0. */
  quotient(a: bigint, b: bigint): bigint {
    return (a << this.fraction) / b;
  }
}

function halveRoundingUp(x: bigint): bigint {
  return (x >> 1n) + (x & 1n);
}

export const I32F32 = new FixedPoint(64, 32);
export const I64F64 = new FixedPoint(128, 64);
export const I96F32 = new FixedPoint(128, 32);
export const U64F64 = new FixedPoint(128, 64, false);
export const U96F32 = new FixedPoint(128, 32, false);

export function saturatingAddU64(a: bigint, b: bigint): bigint {
  return a + b > U64_MAX ? U64_MAX : a + b;
}

export function saturatingSubU64(a: bigint, b: bigint): bigint {
  return a > b ? a - b : 0n;
}

export const U16_MAX = 65_535n;
export { U64_MAX };
