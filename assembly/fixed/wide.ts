/**
 * Integers wider than 64 bits. Digits are u32, least significant first, so that a little-endian
 * u64 or 128-bit cell in memory is its own digits.
 * Proof: docs/proofs/wide-numbers.md
 */

const DIGIT_MASK: u64 = 0xffff_ffff;

/** The upper 64 bits of the unsigned product; the lower ones are `a * b`. */
export function mulHighU64(a: u64, b: u64): u64 {
  const aLow = a & DIGIT_MASK;
  const aHigh = a >> 32;
  const bLow = b & DIGIT_MASK;
  const bHigh = b >> 32;
  // Two carry steps, because a sum of all three middle terms would not fit.
  const middle = aHigh * bLow + ((aLow * bLow) >> 32);
  const rest = aLow * bHigh + (middle & DIGIT_MASK);
  return aHigh * bHigh + (middle >> 32) + (rest >> 32);
}

/** The upper 64 bits of the signed product. */
export function mulHighI64(a: i64, b: i64): i64 {
  return mulHighU64(a as u64, b as u64) - (a < 0 ? b : 0) - (b < 0 ? a : 0);
}

@inline
function digit(digits: usize, index: i32): u64 {
  return load<u32>(digits + ((<usize>index) << 2)) as u64;
}

@inline
function setDigit(digits: usize, index: i32, value: u64): void {
  store<u32>(digits + ((<usize>index) << 2), value as u32);
}

/** product = a x b; the product has as many digits as both together and overlaps neither. */
export function multiplyDigits(a: usize, aLength: i32, b: usize, bLength: i32, product: usize): void {
  memory.fill(product, 0, (<usize>(aLength + bLength)) << 2);
  for (let i = 0; i < aLength; i++) {
    let carry: u64 = 0;
    for (let j = 0; j < bLength; j++) {
      carry += digit(a, i) * digit(b, j) + digit(product, i + j);
      setDigit(product, i + j, carry);
      carry >>= 32;
    }
    setDigit(product, i + bLength, carry);
  }
}

/** Shifts left by fewer than 32 bits; the top digit must have room. */
function shiftDigitsLeft(digits: usize, length: i32, shift: u64): void {
  let carry: u64 = 0;
  for (let i = 0; i < length; i++) {
    const shifted = (digit(digits, i) << shift) | carry;
    setDigit(digits, i, shifted);
    carry = shifted >> 32;
  }
}

/**
 * quotient = floor(numerator / divisor), as many digits as the numerator has. The divisor is not 0.
 * Destroys both operands; the numerator needs one digit of room above its length. Knuth's algorithm D.
 */
export function divideDigits(numerator: usize, length: i32, divisor: usize, divisorLength: i32, quotient: usize): void {
  while (digit(divisor, divisorLength - 1) == 0) divisorLength--;
  if (divisorLength == 1) {
    divideByDigit(numerator, length, digit(divisor, 0), quotient);
    return;
  }
  const shift = clz<u32>(digit(divisor, divisorLength - 1) as u32) as u64;
  setDigit(numerator, length, 0);
  shiftDigitsLeft(numerator, length + 1, shift);
  shiftDigitsLeft(divisor, divisorLength, shift);
  memory.fill(quotient, 0, (<usize>length) << 2);
  const top = digit(divisor, divisorLength - 1);
  const second = digit(divisor, divisorLength - 2);
  for (let at = length - divisorLength; at >= 0; at--) {
    const high = (digit(numerator, at + divisorLength) << 32) | digit(numerator, at + divisorLength - 1);
    let guess = high / top;
    let rest = high % top;
    while (guess > DIGIT_MASK || guess * second > ((rest << 32) | digit(numerator, at + divisorLength - 2))) {
      guess--;
      rest += top;
      if (rest > DIGIT_MASK) break;
    }
    if (subtractMultiple(numerator + ((<usize>at) << 2), divisor, divisorLength, guess)) {
      guess--;
      addBack(numerator + ((<usize>at) << 2), divisor, divisorLength);
    }
    setDigit(quotient, at, guess);
  }
}

/** The divisor fits 32 bits; the quotient may be the numerator itself. */
export function divideByDigit(numerator: usize, length: i32, divisor: u64, quotient: usize): void {
  let rest: u64 = 0;
  for (let i = length - 1; i >= 0; i--) {
    const part = (rest << 32) | digit(numerator, i);
    setDigit(quotient, i, part / divisor);
    rest = part % divisor;
  }
}

/** window -= guess x divisor over divisorLength + 1 digits; true where that went below 0. */
function subtractMultiple(window: usize, divisor: usize, length: i32, guess: u64): bool {
  let carry: u64 = 0;
  let borrow: u64 = 0;
  for (let i = 0; i < length; i++) {
    carry += guess * digit(divisor, i);
    const difference = digit(window, i) - (carry & DIGIT_MASK) - borrow;
    setDigit(window, i, difference);
    borrow = difference >> 63;
    carry >>= 32;
  }
  const difference = digit(window, length) - carry - borrow;
  setDigit(window, length, difference);
  return difference >> 63 != 0;
}

function addBack(window: usize, divisor: usize, length: i32): void {
  let carry: u64 = 0;
  for (let i = 0; i < length; i++) {
    carry += digit(window, i) + digit(divisor, i);
    setDigit(window, i, carry);
    carry >>= 32;
  }
  setDigit(window, length, digit(window, length) + carry);
}
