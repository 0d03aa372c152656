// u64 as two limbs: x the low 32 bits, y the high ones. Sums and differences wrap.
// Proof: docs/proofs/wide-numbers.md
//import fraction

fn u64_add(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let low = a.x + b.x;
  return vec2<u32>(low, a.y + b.y + u32(low < a.x));
}

fn u64_sub(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  return vec2<u32>(a.x - b.x, a.y - b.y - u32(a.x < b.x));
}

fn u64_less(a: vec2<u32>, b: vec2<u32>) -> bool {
  return a.y < b.y || (a.y == b.y && a.x < b.x);
}

fn u64_double(a: vec2<u32>) -> vec2<u32> {
  return vec2<u32>(a.x << 1u, (a.y << 1u) | (a.x >> 31u));
}

fn u64_saturating_add(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let sum = u64_add(a, b);
  return select(sum, vec2<u32>(0xffffffffu, 0xffffffffu), u64_less(sum, a));
}

fn u32_mul(a: u32, b: u32) -> vec2<u32> {
  return vec2<u32>(a * b, upper_product(halves(a), halves(b)));
}

// 64 x 64 bits, four limbs from the lowest. Each middle sum is at most (2^32 - 1)^2 + 2^32 - 1 and does not carry.
fn u64_mul(a: vec2<u32>, b: vec2<u32>) -> vec4<u32> {
  let low = u32_mul(a.x, b.x);
  let left = u64_add(u32_mul(a.y, b.x), vec2<u32>(low.y, 0u));
  let right = u64_add(u32_mul(a.x, b.y), vec2<u32>(left.x, 0u));
  let high = u64_add(u64_add(u32_mul(a.y, b.y), vec2<u32>(left.y, 0u)), vec2<u32>(right.y, 0u));
  return vec4<u32>(low.x, right.x, high.x, high.y);
}

struct Quotient {
  value: vec2<u32>,
  fits: bool,
}

// floor(a x 2^32 / divisor), a bit a step; the divisor is neither 0 nor above 2^63, so that a doubled remainder fits.
fn u64_divide_shifted(a: vec2<u32>, divisor: vec2<u32>) -> Quotient {
  var rest = a;
  var quotient = vec2<u32>(0u, 0u);
  var remainder = vec2<u32>(0u, 0u);
  var lost = 0u;
  for (var bit = 0u; bit < 96u; bit++) {
    remainder = u64_double(remainder);
    remainder.x |= rest.y >> 31u;
    rest = u64_double(rest);
    lost |= quotient.y >> 31u;
    quotient = u64_double(quotient);
    if (!u64_less(remainder, divisor)) {
      remainder = u64_sub(remainder, divisor);
      quotient.x |= 1u;
    }
  }
  return Quotient(quotient, lost == 0u);
}
