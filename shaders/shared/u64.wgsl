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

struct U64Division {
  quotient: vec2<u32>,
  remainder: vec2<u32>,
}

// Whole division, a bit a step; the divisor is neither 0 nor above 2^63, so that a doubled remainder fits.
fn u64_divide(a: vec2<u32>, divisor: vec2<u32>) -> U64Division {
  if (u64_less(a, divisor)) {
    return U64Division(vec2<u32>(0u, 0u), a);
  }
  var rest = a;
  var quotient = vec2<u32>(0u, 0u);
  var remainder = vec2<u32>(0u, 0u);
  for (var bit = 0u; bit < 64u; bit++) {
    remainder = u64_double(remainder);
    remainder.x |= rest.y >> 31u;
    rest = u64_double(rest);
    quotient = u64_double(quotient);
    if (!u64_less(remainder, divisor)) {
      remainder = u64_sub(remainder, divisor);
      quotient.x |= 1u;
    }
  }
  return U64Division(quotient, remainder);
}

// floor(a x 2^32 / divisor) for a < divisor: two digits of 16 bits by Knuth's algorithm D. With the divisor's top bit
// set a digit's estimate is at most two too large.
fn u64_fraction(a: vec2<u32>, divisor: vec2<u32>) -> u32 {
  var rest = a;
  var by = divisor;
  if (by.y == 0u) {
    // then rest.y is 0 too
    rest = vec2<u32>(0u, rest.x);
    by = vec2<u32>(0u, by.x);
  }
  let shift = countLeadingZeros(by.y);
  // A shift by 32 is none, so that the low limb goes in two steps.
  rest = vec2<u32>(rest.x << shift, (rest.y << shift) | ((rest.x >> 1u) >> (31u - shift)));
  by = vec2<u32>(by.x << shift, (by.y << shift) | ((by.x >> 1u) >> (31u - shift)));
  var quotient = 0u;
  for (var digit = 0u; digit < 2u; digit++) {
    var estimate = min(rest.y / (by.y >> 16u), 0xffffu);
    let low = u32_mul(by.x, estimate);
    let high = u64_add(u32_mul(by.y, estimate), vec2<u32>(low.y, 0u));
    var product = vec3<u32>(low.x, high.x, high.y);
    let dividend = vec3<u32>(rest.x << 16u, (rest.y << 16u) | (rest.x >> 16u), rest.y >> 16u);
    for (var correction = 0u; correction < 2u; correction++) {
      let exceeds = product.z > dividend.z || (product.z == dividend.z && u64_less(dividend.xy, product.xy));
      if (exceeds) {
        estimate -= 1u;
        product.z -= u32(u64_less(product.xy, by));
        product = vec3<u32>(u64_sub(product.xy, by), product.z);
      }
    }
    rest = u64_sub(dividend.xy, product.xy);
    quotient = (quotient << 16u) | estimate;
  }
  return quotient;
}
