// I64F64 as four limbs from the lowest.
// Proof: docs/proofs/stakes.md
//import i32f32

const U128_ZERO = vec4<u32>(0u, 0u, 0u, 0u);
const I64F64_MAX = vec4<u32>(0xffffffffu, 0xffffffffu, 0xffffffffu, 0x7fffffffu);

// Wraps.
fn u128_add(a: vec4<u32>, b: vec4<u32>) -> vec4<u32> {
  let low = u64_add(a.xy, b.xy);
  let high = u64_add(a.zw, b.zw);
  return vec4<u32>(low, u64_add(high, vec2<u32>(u32(u64_less(low, a.xy)), 0u)));
}

fn u128_sub(a: vec4<u32>, b: vec4<u32>) -> vec4<u32> {
  let low = u64_sub(a.xy, b.xy);
  let high = u64_sub(a.zw, b.zw);
  return vec4<u32>(low, u64_sub(high, vec2<u32>(u32(u64_less(a.xy, b.xy)), 0u)));
}

fn u128_less(a: vec4<u32>, b: vec4<u32>) -> bool {
  return u64_less(a.zw, b.zw) || (all(a.zw == b.zw) && u64_less(a.xy, b.xy));
}

fn u128_double(a: vec4<u32>) -> vec4<u32> {
  return (a << vec4<u32>(1u)) | (vec4<u32>(0u, a.xyz) >> vec4<u32>(31u));
}

// The product with one limb. Wraps.
fn u128_scale(a: vec4<u32>, factor: u32) -> vec4<u32> {
  let first = u32_mul(a.x, factor);
  let second = u64_add(u32_mul(a.y, factor), vec2<u32>(first.y, 0u));
  let third = u64_add(u32_mul(a.z, factor), vec2<u32>(second.y, 0u));
  return vec4<u32>(first.x, second.x, third.x, third.y + a.w * factor);
}

// The 32 bits of a from the top bit of b on, which is not 0.
fn top_limbs(a: vec4<u32>, b: vec4<u32>) -> vec2<u32> {
  var dividend = a;
  var divisor = b;
  for (var limb = 0u; limb < 3u && divisor.w == 0u; limb++) {
    dividend = vec4<u32>(0u, dividend.xyz);
    divisor = vec4<u32>(0u, divisor.xyz);
  }
  let shift = countLeadingZeros(divisor.w);
  let tops = vec2<u32>(dividend.w, divisor.w) << vec2<u32>(shift);
  return tops | ((vec2<u32>(dividend.z, divisor.z) >> vec2<u32>(1u)) >> vec2<u32>(31u - shift));
}

// floor(a x 2^32 / b) for a < b < 2^125. By the top limbs alone it is at most five too small.
fn u128_fraction(a: vec4<u32>, b: vec4<u32>) -> u32 {
  let tops = top_limbs(a, b);
  let divisor = u64_add(vec2<u32>(tops.y, 0u), vec2<u32>(1u, 0u));
  var quotient = wide_quotient(tops.x, divisor, wide_inverse_of(divisor));
  var rest = u128_sub(vec4<u32>(0u, a.xyz), u128_scale(b, quotient));
  for (var more = 0u; more < 5u && !u128_less(rest, b); more++) {
    rest = u128_sub(rest, b);
    quotient++;
  }
  return quotient;
}

// a / b in I64F64 (safe: 0 where it does not fit), floored to I32F32 and clamped; a is not negative, b not 0.
fn i64f64_share(a: vec4<u32>, b: vec4<u32>) -> vec2<u32> {
  if (b.w < 0x20000000u && u128_less(a, b)) {
    return vec2<u32>(u128_fraction(a, b), 0u);
  }
  let negative = b.w >= 0x80000000u;
  let divisor = select(b, u128_sub(U128_ZERO, b), negative);
  var whole = U128_ZERO;
  var remainder = a;
  if (!u128_less(a, divisor)) {
    var rest = a;
    remainder = U128_ZERO;
    for (var bit = 0u; bit < 128u; bit++) {
      remainder = u128_double(remainder);
      remainder.x |= rest.w >> 31u;
      rest = u128_double(rest);
      whole = u128_double(whole);
      if (!u128_less(remainder, divisor)) {
        remainder = u128_sub(remainder, divisor);
        whole.x |= 1u;
      }
    }
  }
  var fraction = vec2<u32>(0u, 0u);
  for (var bit = 0u; bit < 64u; bit++) {
    remainder = u128_double(remainder);
    fraction = u64_double(fraction);
    if (!u128_less(remainder, divisor)) {
      remainder = u128_sub(remainder, divisor);
      fraction.x |= 1u;
    }
  }
  let integer = whole.xy;
  let isLeast = negative && all(integer == MIN) && all(fraction == ZERO);
  if (any(whole.zw != vec2<u32>(0u, 0u)) || (is_negative(integer) && !isLeast)) {
    return ZERO;
  }
  let magnitudeX32 = vec2<u32>(fraction.y, integer.x);
  if (!negative) {
    return select(magnitudeX32, MAX, integer.y != 0u || is_negative(magnitudeX32));
  }
  // Floor of a negative number: a rest below the last bit counts one more.
  let rounded = u64_add(magnitudeX32, vec2<u32>(u32(fraction.x != 0u), 0u));
  let fits = integer.y == 0u && (!is_negative(magnitudeX32) || (all(magnitudeX32 == MIN) && fraction.x == 0u));
  return select(MIN, negate(rounded), fits);
}
