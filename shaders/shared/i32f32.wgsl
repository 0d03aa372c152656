// Signed fixed point with 32 fraction bits: the two limbs of a two's complement i64. Products floor, quotients
// truncate. numbers.md 2, 3, 4, 5.
// Proof: docs/proofs/fractions.md
// Proof: docs/proofs/digits.md
//import u64

const ZERO = vec2<u32>(0u, 0u);
const ONE = vec2<u32>(0u, 1u);
const HALF = vec2<u32>(0x80000000u, 0u);
const MAX = vec2<u32>(0xffffffffu, 0x7fffffffu);
const MIN = vec2<u32>(0u, 0x80000000u);

// A value where it fits; what it is where not, the caller says.
struct Checked {
  value: vec2<u32>,
  fits: bool,
  negative: bool,
}

fn is_negative(a: vec2<u32>) -> bool {
  return a.y >= 0x80000000u;
}

fn negate(a: vec2<u32>) -> vec2<u32> {
  return u64_sub(ZERO, a);
}

// As u64; that of MIN is 2^63.
fn magnitude(a: vec2<u32>) -> vec2<u32> {
  return select(a, negate(a), is_negative(a));
}

fn less(a: vec2<u32>, b: vec2<u32>) -> bool {
  return u64_less(vec2<u32>(a.x, a.y ^ 0x80000000u), vec2<u32>(b.x, b.y ^ 0x80000000u));
}

fn minimum(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  return select(a, b, less(b, a));
}

fn maximum(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  return select(a, b, less(a, b));
}

fn bound(negative: bool) -> vec2<u32> {
  return select(MAX, MIN, negative);
}

fn saturating_add(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let sum = u64_add(a, b);
  let overflows = ((a.y ^ sum.y) & (b.y ^ sum.y)) >= 0x80000000u;
  return select(sum, bound(is_negative(a)), overflows);
}

fn saturating_sub(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let difference = u64_sub(a, b);
  let overflows = ((a.y ^ b.y) & (a.y ^ difference.y)) >= 0x80000000u;
  return select(difference, bound(is_negative(a)), overflows);
}

fn multiply(a: vec2<u32>, b: vec2<u32>) -> Checked {
  if ((a.y | b.y) == 0u) {
    return Checked(vec2<u32>(u32_mul(a.x, b.x).y, 0u), true, false);
  }
  let negative = is_negative(a) != is_negative(b);
  let wide = u64_mul(magnitude(a), magnitude(b));
  let whole = vec2<u32>(wide.y, wide.z);
  if (!negative) {
    return Checked(whole, wide.w == 0u && !is_negative(whole), false);
  }
  // Toward minus infinity: a magnitude with a remainder counts one more.
  let rounded = u64_add(whole, vec2<u32>(u32(wide.x != 0u), 0u));
  let fits = wide.w == 0u && (!is_negative(whole) || (all(whole == MIN) && wide.x == 0u));
  return Checked(negate(rounded), fits, true);
}

fn saturating_mul(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let product = multiply(a, b);
  return select(bound(product.negative), product.value, product.fits);
}

fn checked_mul_or_zero(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let product = multiply(a, b);
  return select(ZERO, product.value, product.fits);
}

// Of a divisor other than 0.
fn divide(a: vec2<u32>, b: vec2<u32>) -> Checked {
  let negative = is_negative(a) != is_negative(b);
  let quotient = u64_divide_shifted(magnitude(a), magnitude(b));
  let value = quotient.value;
  let fits = quotient.fits && (!is_negative(value) || (negative && all(value == MIN)));
  return Checked(select(value, negate(value), negative), fits, negative);
}

// 0 for a divisor of 0, and for a quotient that does not fit.
fn safe_div(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  if (all(b == ZERO)) {
    return ZERO;
  }
  let quotient = divide(a, b);
  return select(ZERO, quotient.value, quotient.fits);
}

// The divisor is not 0.
fn saturating_div(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let quotient = divide(a, b);
  return select(bound(quotient.negative), quotient.value, quotient.fits);
}

// A total that entries are divided by.
struct Divisor {
  total: vec2<u32>,
  // where neither is, 0
  narrow: f32,
  wide: f32,
}

fn divisor_of(total: vec2<u32>) -> Divisor {
  if (total.y >= WIDE_LIMIT || all(total == ZERO)) {
    return Divisor(total, 0.0, 0.0);
  }
  if (total.y == 0u && total.x < NARROW_LIMIT) {
    return Divisor(total, inverse_of(total.x), 0.0);
  }
  return Divisor(total, 0.0, wide_inverse_of(total));
}

// Each entry of a column or a vector by its total, unchanged where that is 0.
fn share_by(value: vec2<u32>, divisor: Divisor) -> vec2<u32> {
  if (value.y == 0u && u64_less(value, divisor.total)) {
    if (divisor.narrow > 0.0) {
      return vec2<u32>(quotient(value.x, divisor.total.x, divisor.narrow), 0u);
    }
    if (divisor.wide > 0.0) {
      return vec2<u32>(wide_quotient(value.x, divisor.total, divisor.wide), 0u);
    }
  }
  if (all(divisor.total == ZERO)) {
    return value;
  }
  if (all(divisor.total == value)) {
    return ONE;
  }
  return safe_div(value, divisor.total);
}

fn share_of(value: vec2<u32>, total: vec2<u32>) -> vec2<u32> {
  return share_by(value, divisor_of(total));
}

// The same of a value from 0 to one in a total below 2^46 that it is a part of.
fn share_within(value: vec2<u32>, divisor: Divisor) -> vec2<u32> {
  if (!u64_less(value, divisor.total)) {
    return select(ONE, value, all(divisor.total == ZERO));
  }
  if (divisor.narrow > 0.0) {
    return vec2<u32>(quotient(value.x, divisor.total.x, divisor.narrow), 0u);
  }
  let dividend = select(f32(value.x), 4294967296.0, value.y != 0u);
  return vec2<u32>(wide_digits(dividend, value.x << 1u, divisor.total, divisor.wide), 0u);
}

// u / 65535, truncated: 2^32 = 65535 x 65537 + 1.
fn proportion_from_u16(u: u32) -> vec2<u32> {
  return select(vec2<u32>(u * 65537u, 0u), ONE, u == 65535u);
}

// 65535 only for one and above.
fn proportion_to_u16(a: vec2<u32>) -> u32 {
  if (is_negative(a)) {
    return 0u;
  }
  return select((a.x >> 16u) - u32((a.x << 16u) < a.x), 65535u, a.y != 0u);
}

// A fraction as one limb. One has the place of 2^32 - 1, which no quotient with a divisor below 2^31 can be.
const FULL = 0xffffffffu;

fn widen(fraction: u32) -> vec2<u32> {
  return select(vec2<u32>(fraction, 0u), ONE, fraction == FULL);
}

// numerator / denominator, the one at most the other and that from 1 on and below 2^31, by its inverse.
fn fraction_of(numerator: u32, denominator: u32, inverse: f32) -> u32 {
  return select(quotient(numerator, denominator, inverse), FULL, numerator == denominator);
}
