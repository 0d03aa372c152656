// Quotients and products of raws below one, in one limb.
// Proof: docs/proofs/digits.md

// From here on the rest of a digit might not fit into a limb.
const NARROW_LIMIT = 0xc0000000u;
// And from 2^46 on not into a limb and 15 bits.
const WIDE_LIMIT = 0x4000u;
// 2^16 less 2^-3: what f32 rounds off is less than that.
const DIGIT = 65535.875;

// Of a divisor above 0, for `quotient`.
fn inverse_of(divisor: u32) -> f32 {
  return DIGIT / f32(divisor);
}

// floor(a x 2^32 / divisor) for a < divisor < NARROW_LIMIT, in two digits of 16 bits. Each is at most one too small, which
// the next one makes good.
fn quotient(a: u32, divisor: u32, inverse: f32) -> u32 {
  let upper = u32(f32(a) * inverse);
  let rest = (a << 16u) - upper * divisor;
  let lower = u32(f32(rest) * inverse);
  let left = (rest << 16u) - lower * divisor;
  return (upper << 16u) + lower + u32(left >= divisor);
}

// The same for wide divisors.
fn wide_inverse_of(divisor: vec2<u32>) -> f32 {
  return DIGIT / (f32(divisor.y) * 4294967296.0 + f32(divisor.x));
}

// floor(a x 2^32 / divisor) for a < divisor, of divisors from NARROW_LIMIT on and below 2^46. Divisor and rests have 15
// bits and a limb.
fn wide_quotient(a: u32, divisor: vec2<u32>, inverse: f32) -> u32 {
  return wide_digits(f32(a), a << 1u, divisor, inverse);
}

// floor(2^64 / divisor), of divisors above 2^32 and below 2^46.
fn wide_inverse(divisor: vec2<u32>) -> u32 {
  return wide_digits(4294967296.0, 0u, divisor, wide_inverse_of(divisor));
}

// Of a dividend up to 2^32 as f32, and the limb of twice that.
fn wide_digits(dividend: f32, twice: u32, divisor: vec2<u32>, inverse: f32) -> u32 {
  let low = divisor.x & 0x7fffu;
  let high = (divisor.x >> 15u) | (divisor.y << 17u);
  let upper = u32(dividend * inverse);
  let taken = upper * low;
  let restLow = (0u - taken) & 0x7fffu;
  let rest = twice - upper * high - (taken >> 15u) - u32(restLow != 0u);
  let lower = u32(f32(rest) * (inverse * 32768.0));
  let takenLast = lower * low;
  let left = (rest << 16u) + (restLow << 1u) - lower * high - (takenLast >> 15u);
  let isMore = left >= high + ((low + (takenLast & 0x7fffu) + 0x7fffu) >> 15u);
  return (upper << 16u) + lower + u32(isMore);
}

fn halves(a: u32) -> vec2<u32> {
  return vec2<u32>(a & 0xffffu, a >> 16u);
}

// The upper limb of a half times a limb, by its halves.
fn upper_of_half(a: u32, b: vec2<u32>) -> u32 {
  return (a * b.y + ((a * b.x) >> 16u)) >> 16u;
}

// The upper limb of a product, by the halves of both. No sum exceeds a limb.
fn upper_product(a: vec2<u32>, b: vec2<u32>) -> u32 {
  let left = a.y * b.x + ((a.x * b.x) >> 16u);
  let right = a.x * b.y + (left & 0xffffu);
  return a.y * b.y + (left >> 16u) + (right >> 16u);
}
